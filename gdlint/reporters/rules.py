"""Rules for people and programs: the table, the JSON and the Markdown of `gdlint rules`, and the page of `gdlint explain`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.reporters.safe import markdown_cell
from gdlint.reporters.width import width
from gdlint.words.file_results import SEVERITY
from gdlint.words.rule_pages import BODY_KINDS, GROUPS, RULE_WORDS

SCHEMA = 1


def severity_words(rule: Mapping[str, Any], language: str) -> str:
    """The severities that a rule may have, and whether it is off."""
    levels = _levels(rule["severity"], language)
    off = RULE_WORDS["not-run" if rule["why"]["key"] else "off"][language]
    return levels if rule["on"] else f"{levels} ({off})"


def _levels(levels: Sequence[str], language: str) -> str:
    return "/".join(SEVERITY[level][language] for level in levels)


def why_words(rule: Mapping[str, Any], language: str) -> str:
    """Which setting decided whether a rule runs, and where it was written; "" where none did."""
    key, selector, origin = (rule["why"][name] for name in ("key", "selector", "origin"))
    if key == "derives":
        return RULE_WORDS["taken"][language].format(selector=selector)
    return " ".join(filter(None, (key, selector, origin or RULE_WORDS["call"][language]))) if key else ""


def changed_words(rule: Mapping[str, Any], language: str) -> Iterator[str]:
    """What the settings changed of a rule: the key, its own value, and where the other one was written."""
    for item in rule["changed"]:
        own = _levels(item["own"], language) if item["key"] == "severity" else item["own"]
        yield RULE_WORDS["instead"][language].format(
            key=item["key"], own=own, origin=item["origin"] or RULE_WORDS["call"][language]
        )


def owner_words(rule: Mapping[str, Any], language: str) -> str:
    """The pack or plugin that a rule belongs to; "" for those of gdlint itself."""
    owner = rule["owner"]
    return RULE_WORDS[owner["kind"]][language].format(**owner).rstrip() if owner["kind"] != "gdlint" else ""


def table_lines(rules: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """One line a rule: code, name, severity, title, and what settings decided; wide characters count twice."""
    rows = [(rule["code"], rule["name"], severity_words(rule, language)) for rule in rules]
    widths = [max((width(row[n]) for row in rows), default=0) for n in range(3)]
    for row, rule in zip(rows, rules, strict=True):
        cells = [text + " " * (size - width(text)) for text, size in zip(row, widths, strict=True)]
        decided = ["" if rule["on"] else why_words(rule, language), *changed_words(rule, language)]
        said = "; ".join(filter(None, decided))
        yield "  ".join([*cells, rule["title"][language], *([f"[{said}]"] if said else [])])


def markdown_lines(rules: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """The rules as tables, one a group of built-in ones, one a pack or plugin."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for rule in rules:
        heading = owner_words(rule, language) or rule["code"][:3]
        groups.setdefault(heading, []).append(rule)
    for heading in sorted(groups, key=lambda name: (name not in GROUPS, name)):
        yield from (f"## {heading} {GROUPS.get(heading, {}).get(language, '')}".rstrip(), "")
        yield "| code | name | severity | title | basis |"
        yield "|---|---|---|---|---|"
        for rule in groups[heading]:
            cells = (rule["code"], f"`{rule['name']}`", severity_words(rule, language), rule["title"][language],
                     _basis(rule, language))  # fmt: skip
            yield "| " + " | ".join(map(markdown_cell, cells)) + " |"
        yield ""


def _basis(rule: Mapping[str, Any], language: str) -> str:
    return str(rule["basis"]) + ("" if rule["sure"] else RULE_WORDS["unsure"][language])


def applies_words(rule: Mapping[str, Any], language: str) -> str:
    """Where a rule applies, in words."""
    applies = rule["applies"]
    first, last = applies["years"]
    words = [BODY_KINDS[kind][language] for kind in applies["kinds"]] + list(applies["regions"])
    if applies["template"]:
        named = applies["template"]
        names = ", ".join(map(str, named)) if isinstance(named, list) else named
        words.insert(0, RULE_WORDS["template"][language].format(names))
    if first or last:
        words.insert(0, RULE_WORDS["years"][language].format(f"{first or ''}–{last or ''}"))
    return RULE_WORDS["and"][language].join(words) or RULE_WORDS["all"][language]


def face_lines(rule: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """What there is to say of a rule, each with its heading."""
    runs = RULE_WORDS["yes" if rule["on"] else "no"][language]
    reason = why_words(rule, language) or ("" if rule["on"] else RULE_WORDS["own"][language])
    facts = (
        ("owner", owner_words(rule, language)),
        ("runs", f"{runs} ({reason})" if reason else ""),
        ("changed", RULE_WORDS["and"][language].join(changed_words(rule, language))),
        ("applies", applies_words(rule, language)),
        ("basis", _basis(rule, language)),
        ("mend", rule["help"][language]),
        ("yields", RULE_WORDS["and"][language].join(rule["yields_to"])),
        ("derives", rule["derives"] or ""),
        (
            "options",
            RULE_WORDS["and"][language].join(f"{name} = {value}" for name, value in rule["options"].items()),
        ),
        ("state", "" if rule["state"] == "stable" else rule["state"]),
        ("since", rule["since"] or ""),
    )
    yield from ((RULE_WORDS[key][language], value) for key, value in facts if value)


def head_lines(rule: Mapping[str, Any], language: str) -> Iterator[str]:
    """The name of a rule and what it demands, with an empty line behind."""
    yield f"{rule['code']} {rule['name']} ({severity_words(rule, language)})"
    yield f"  {rule['title'][language]}"
    yield ""


def explained_lines(
    rule: Mapping[str, Any], examples: Sequence[tuple[str, str, Sequence[str]]], language: str
) -> Iterator[str]:
    """A rule in full. An example is its kind, its changes as YAML, and what the rule says of it."""
    colon = RULE_WORDS["colon"][language]
    yield from head_lines(rule, language)
    yield from (f"{heading}{colon}{value}" for heading, value in face_lines(rule, language))
    for kind, changes, messages in examples:
        yield ""
        yield f"{RULE_WORDS[kind][language]} ({RULE_WORDS['form'][language]}){colon}"
        yield from (f"  {line}" for line in changes.splitlines() or [RULE_WORDS["none"][language]])
        yield from (f"  → {message}" for message in messages)
    yield ""
    yield f"{RULE_WORDS['silence'][language]}{colon}gdlint --ignore {rule['code']} …"


def rules_data(rules: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The JSON of `gdlint rules` (see rule_list.schema.json)."""
    return {"schema": SCHEMA, "rules": [dict(rule) for rule in rules]}
