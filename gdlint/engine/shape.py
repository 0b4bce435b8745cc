"""The keys of a rule and the types of their values, before any expression is read (`rules.schema.json` says the same to
editors)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from math import isfinite
from typing import Any

from gdlint.matching.expression_error import nearest, short
from gdlint.model.body_kinds import BODY_KINDS
from gdlint.model.finding import Severity
from gdlint.model.form import Forms, Template
from gdlint.model.language import LANGUAGES
from gdlint.model.regex import lazy
from gdlint.words.fault import FaultError, fault

SCOPE_KEYS = frozenset({
    "each", "in", "find", "python", "unless", "identity", "when", "let", "check", "at", "severity", "message", "remedy", "fix",
})  # fmt: skip
RULE_KEYS = SCOPE_KEYS | {
    "code", "name", "title", "basis", "sure", "off", "applies", "per", "yields_to", "instead_of", "help", "cases",
    "examples", "options", "derives", "state", "aliases", "locked", "since", "unfilled",
}  # fmt: skip
REQUIRED = ("code", "name", "title", "basis")
WORDS: Mapping[str, tuple[str, ...]] = {
    "per": ("place", "section", "table", "report"),
    "state": ("stable", "preview", "deprecated"),
}
"""keys that take one of some words; the first is the default"""

LONGEST = 2_000
"""characters of a text"""
MOST = 200
"""items of a list, and values of a mapping"""
UNBOUNDED = frozenset({"examples", "cases", "code", "find", "unless"})
"""keys that no run looks at, that hold others, or that have bounds of their own"""

CODE = lazy(r"[A-Z]{2,20}[0-9]{3}")
NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
NAME_OF_VALUE = lazy(r"[a-z_][a-z0-9_]*")

Path = tuple[str | int, ...]


class RuleError(FaultError):
    """A rule that cannot be used: what is wrong (a key of `gdlint.words.faults` with its fields), and the `path` that leads to the
    value that is wrong."""

    def __init__(self, key: str, path: Sequence[str | int], /, **fields: object) -> None:
        super().__init__(fault(key, fields))
        self.path = tuple(path)


def check_shape(data: Any) -> None:
    """Raises `RuleError` for what no rule can look like: unknown keys, missing keys, values of a wrong type."""
    check_mapping(data, RULE_KEYS, ())
    for n, case in enumerate(data.get("cases", ())):
        check_mapping(case, SCOPE_KEYS, ("cases", n))
    for key in REQUIRED:
        if key not in data:
            raise RuleError("missing-key", (), key=repr(key))
    for key, shape in (("code", CODE), ("name", NAME)):
        if not shape.fullmatch(data[key]):
            raise RuleError(f"bad-{key}", (key,), value=short(data[key]))
    for key, words in WORDS.items():
        check_words([data.get(key, words[0])], words, (key,))
    _check_applies(data.get("applies", {}))


def check_mapping(data: Any, known: Collection[str], path: Path) -> None:
    """Raises `RuleError` for what is no mapping, for keys that are not known, and for values of a wrong type."""
    check_keys(data, known, path)
    for key, value in data.items():
        fits, mistake = TYPES.get(key, (None, ""))
        if fits and not fits(value):
            raise RuleError(mistake, (*path, key), key=key)
        if key not in UNBOUNDED:
            _check_size(value, (*path, key), key)


def _check_size(value: Any, path: Path, key: str) -> None:
    """Raises `RuleError` for a text or a list longer than any rule needs: findings repeat the one, cases go through the other."""
    if isinstance(value, str) and len(value) > LONGEST:
        raise RuleError("text-too-long", path, key=key, limit=LONGEST)
    if isinstance(value, dict | list):
        if len(value) > MOST:
            raise RuleError("too-many-items", path, key=key, limit=MOST)
        for name, item in value.items() if isinstance(value, dict) else enumerate(value):
            _check_size(item, (*path, name), key)


def check_keys(data: Any, known: Collection[str], path: Path) -> None:
    """Raises `RuleError` for what is no mapping, and for keys that are not known."""
    if not isinstance(data, dict):
        raise RuleError("no-mapping", path)
    for key in data:
        if key not in known:
            raise RuleError("unknown-key", (*path, key), key=short(key), near=nearest(str(key), known))


def template_of(name: Any, forms: Forms, path: Path) -> Template:
    """The template of the form of a name.

    Raises `RuleError` where there is none.
    """
    edition = forms.edition(name) if _is_form(name) else None
    if edition is None:
        known = ", ".join(edition.name for edition in forms.editions)
        raise RuleError("unknown-form", path, name=short(str(name)), known=known)
    return edition.template


def check_words(words: Sequence[str], known: Collection[str], path: Path) -> None:
    """Raises `RuleError` for a word that is not among the known ones."""
    for word in words:
        if word not in known:
            near, said = nearest(str(word), known), {"key": path[-1], "word": short(word)}
            if near:
                raise RuleError("unknown-word", path, near=near, **said)
            raise RuleError("unknown-word-of", path, known=", ".join(known), **said)


def _is_span(first: Any, last: Any) -> bool:
    """Two years, the first before the last; either may be open."""
    known = [year for year in (first, last) if year is not None]
    return all(type(year) is int for year in known) and known == sorted(known)


def _check_applies(applies: Any) -> None:
    check_keys(applies, ("forms", "template", "years", "kinds", "regions"), ("applies",))
    if "forms" in applies and "template" in applies:
        raise RuleError("form-twice", ("applies", "template"))
    forms = applies.get("forms", [])
    if not isinstance(forms, list) or not all(map(_is_form, forms)):
        raise RuleError("is-forms", ("applies", "forms"), key="forms")
    if not (applies.get("template") is None or _is_form(applies["template"])):
        raise RuleError("is-form", ("applies", "template"), key="template")
    years = applies.get("years", [None, None])
    pair = isinstance(years, list) and len(years) == 2
    if not pair or not _is_span(*years):
        raise RuleError("is-years", ("applies", "years"), key="years")
    for key in ("kinds", "regions"):
        if not _is_texts(applies.get(key, [])):
            raise RuleError("is-word-list", ("applies", key), key=key)
    check_words(applies.get("kinds", ()), BODY_KINDS, ("applies", "kinds"))


def _is_form(value: Any) -> bool:
    """What may be the name of a form; one that is a year needs no quotes."""
    return isinstance(value, str | int) and not isinstance(value, bool)


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
        ("code", "name", "basis", "each", "find", "python", "unless", "identity", "per", "state", "derives", "since"),
        (_is_text, "is-text"),
    ),
    **dict.fromkeys(("when", "check"), (_is_plain, "is-expression")),
    **dict.fromkeys(("title", "message", "help"), (_is_words, "is-words")),
    **dict.fromkeys(("yields_to", "instead_of", "aliases"), (_is_texts, "is-word-list")),
    **dict.fromkeys(("sure", "off", "locked", "unfilled"), (_is_truth, "is-truth")),
    **dict.fromkeys(("applies", "examples"), (_is_mapping, "is-mapping")),
    "in": (_is_text_or_texts, "is-word-or-words"),
    "at": (_is_text_or_texts, "is-place-or-places"),
    "let": (lambda value: _are_named(value, _is_plain), "is-let"),
    "options": (lambda value: _are_named(value, _is_option), "is-options"),
    "severity": (_is_severity, "is-severity"),
    "cases": (
        lambda value: isinstance(value, list) and 0 < len(value) <= MOST and all(map(_is_mapping, value)),
        "is-cases",
    ),
}  # fmt: skip
"""of each key: what its value must be, and the fault where it is not"""
