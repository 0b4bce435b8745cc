"""The keys of a rule and the types of their values, before any expression is read (`rules.schema.json` says the same to
editors)."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from math import isfinite
from typing import Any

from gdlint.lang.errors import nearest, short
from gdlint.model.finding import Severity
from gdlint.model.form import TEMPLATES
from gdlint.model.language import LANGUAGES

SCOPE_KEYS = frozenset({
    "each", "in", "find", "python", "unless", "identity", "when", "let", "check", "at", "severity", "message",
})  # fmt: skip
RULE_KEYS = SCOPE_KEYS | {
    "code", "name", "title", "basis", "sure", "off", "applies", "per", "yields_to", "help", "cases", "examples",
    "options", "derives", "state", "aliases", "locked",
}  # fmt: skip
REQUIRED = ("code", "name", "title", "basis")
WORDS: Mapping[str, tuple[str, ...]] = {
    "per": ("place", "section", "table", "report"),
    "state": ("stable", "preview", "deprecated"),
}
"""keys that take one of some words; the first is the default"""

KINDS = ("town", "street", "department", "county", "city", "province", "other")
CODE = re.compile(r"[A-Z]{2,}\d{3}")
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NAME_OF_VALUE = re.compile(r"[a-z_][a-z0-9_]*")

Path = tuple[str | int, ...]


class RuleError(ValueError):
    """A rule that cannot be used; `path` leads to the value that is wrong."""

    def __init__(self, message: str, path: Sequence[str | int]) -> None:
        super().__init__(message)
        self.message = message
        self.path = tuple(path)


def check_shape(data: Any) -> None:
    """Raises `RuleError` for what no rule can look like: unknown keys, missing keys, values of a wrong type."""
    check_mapping(data, RULE_KEYS, ())
    for n, case in enumerate(data.get("cases", ())):
        check_mapping(case, SCOPE_KEYS, ("cases", n))
    for key in REQUIRED:
        if key not in data:
            raise RuleError(f"the key {key!r} is missing", ())
    for key, shape, example in (("code", CODE, "GD101"), ("name", NAME, "blank-cell")):
        if not shape.fullmatch(data[key]):
            raise RuleError(f"{short(data[key])} is no {key}; one looks like {example}", (key,))
    for key, words in WORDS.items():
        check_words([data.get(key, words[0])], words, (key,))
    _check_applies(data.get("applies", {}))


def check_mapping(data: Any, known: Collection[str], path: Path) -> None:
    """Raises `RuleError` for what is no mapping, for keys that are not known, and for values of a wrong type."""
    check_keys(data, known, path)
    for key, value in data.items():
        fits, expected = TYPES.get(key, (None, ""))
        if fits and not fits(value):
            raise RuleError(f"{key} is {expected}", (*path, key))


def check_keys(data: Any, known: Collection[str], path: Path) -> None:
    """Raises `RuleError` for what is no mapping, and for keys that are not known."""
    if not isinstance(data, dict):
        raise RuleError("expected a mapping", path)
    for key in data:
        if key not in known:
            raise RuleError(f"unknown key {short(key)}{nearest(str(key), known)}", (*path, key))


def check_words(words: Sequence[str], known: Collection[str], path: Path) -> None:
    """Raises `RuleError` for a word that is not among the known ones."""
    for word in words:
        if word not in known:
            near = nearest(str(word), known) or f", it is one of {', '.join(known)}"
            raise RuleError(f"unknown {path[-1]} {short(word)}{near}", path)


def _check_applies(applies: Any) -> None:
    check_keys(applies, ("template", "years", "kinds", "regions"), ("applies",))
    if applies.get("template") not in (None, *TEMPLATES):
        raise RuleError("template is 2019 or 2021", ("applies", "template"))
    years = applies.get("years", [None, None])
    pair = isinstance(years, list) and len(years) == 2
    if not pair or any(year is not None and type(year) is not int for year in years):
        raise RuleError(
            "years is a list of the first and the last year, null where there is none", ("applies", "years")
        )
    for key in ("kinds", "regions"):
        if not _is_texts(applies.get(key, [])):
            raise RuleError(f"{key} is a list of words", ("applies", key))
    check_words(applies.get("kinds", ()), KINDS, ("applies", "kinds"))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_text_or_texts(value: Any) -> bool:
    return _is_text(value) or _is_texts(value)


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == set(LANGUAGES) and all(map(_is_text, value.values()))


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | bool) or (isinstance(value, float) and isfinite(value))


def _are_named(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, dict) and all(
        isinstance(name, str) and NAME_OF_VALUE.fullmatch(name) and fits(item) for name, item in value.items()
    )


def _is_option(value: Any) -> bool:
    if isinstance(value, list):
        return len({*map(type, value)}) == 1 and all(map(_is_plain, value))
    return _is_plain(value)


def _is_level(value: Any) -> bool:
    return isinstance(value, str) and value in set(Severity)


def _is_severity(value: Any) -> bool:
    levels = value if isinstance(value, list) else [value]
    *conditional, default = levels or [None]
    return _is_level(default) and all(
        isinstance(item, dict)
        and set(item) == {"when", "is"}
        and _is_plain(item["when"])
        and _is_level(item["is"])
        for item in conditional
    )


_Type = tuple[Callable[[Any], bool], str]
TYPES: Mapping[str, _Type] = {
    **dict.fromkeys(
        ("code", "name", "basis", "each", "find", "python", "unless", "identity", "per", "state", "derives"),
        (_is_text, "a text"),
    ),
    **dict.fromkeys(("when", "check"), (_is_plain, "an expression")),
    **dict.fromkeys(("title", "message", "help"), (_is_words, "a text in zh and one in en, in quotes where it holds a comma")),
    **dict.fromkeys(("yields_to", "aliases"), (_is_texts, "a list of words")),
    **dict.fromkeys(("sure", "off", "locked"), (_is_truth, "true or false")),
    **dict.fromkeys(("applies", "examples"), (_is_mapping, "a mapping")),
    "in": (_is_text_or_texts, "a word or a list of words"),
    "at": (_is_text_or_texts, "a place or a list of places"),
    "let": (lambda value: _are_named(value, _is_plain), "a mapping of names (like open_cases) to expressions"),
    "options": (
        lambda value: _are_named(value, _is_option),
        "a mapping of names to numbers, texts, truths, or lists of one of these",
    ),
    "severity": (_is_severity, "error, warning or info, or a list of {when, is} with a default last"),
    "cases": (
        lambda value: isinstance(value, list) and bool(value) and all(map(_is_mapping, value)),
        "a list of mappings",
    ),
}  # fmt: skip
"""of each key: what its value must be"""
