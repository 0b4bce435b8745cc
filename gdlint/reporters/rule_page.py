"""The page of one rule, as `gdlint explain` shows it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.reporters.rule_facts import (
    applies_words,
    basis_words,
    changed_words,
    fix_words,
    owner_words,
    severity_words,
    why_words,
)
from gdlint.words.rule_pages import RULE_WORDS


def face_lines(rule: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """What there is to say of a rule, each with its heading."""
    runs = RULE_WORDS["yes" if rule["on"] else "no"][language]
    reason = why_words(rule, language) or ("" if rule["on"] else RULE_WORDS["own"][language])
    facts = (
        ("owner", owner_words(rule, language)),
        ("runs", f"{runs} ({reason})" if reason else ""),
        ("changed", RULE_WORDS["and"][language].join(changed_words(rule, language))),
        ("applies", applies_words(rule, language)),
        ("basis", basis_words(rule, language)),
        ("mend", rule["help"][language]),
        ("fix", fix_words(rule, language)),
        ("unfilled", RULE_WORDS["draft"][language] if rule["unfilled"] else ""),
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
