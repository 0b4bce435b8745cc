"""What there is to say of a rule in words, each fact by itself: severity, settings, owner, basis, where it applies."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.words.file_results import SEVERITY
from gdlint.words.rule_pages import BODY_KINDS, RULE_WORDS


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


def basis_words(rule: Mapping[str, Any], language: str) -> str:
    """Its basis, and whether that is doubtful."""
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


def fix_words(rule: Mapping[str, Any], language: str) -> str:
    """Whether findings of a rule can be fixed, and by which options; an empty text where they cannot."""
    return RULE_WORDS["/".join(rule["fixes"])][language] if rule["fixes"] else ""
