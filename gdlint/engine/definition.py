"""A rule as it is written: YAML data with its expressions parsed, not yet resolved against anything."""

import re
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from gdlint.lang.errors import ExpressionError, nearest
from gdlint.lang.messages import Parts, split_message
from gdlint.lang.nodes import Call, Name, Node, Operation
from gdlint.lang.parser import parse_expression
from gdlint.lang.passages import PLACES
from gdlint.model.finding import Severity
from gdlint.model.form import TEMPLATES, Forms, Identity, TableForm
from gdlint.model.language import LANGUAGES
from gdlint.model.rule import Rule

SCOPE_KEYS = {
    "each", "in", "find", "python", "unless", "identity", "when", "let", "check", "at", "severity", "message",
}  # fmt: skip
RULE_KEYS = SCOPE_KEYS | {
    "code", "name", "title", "basis", "sure", "off", "applies", "per", "yields_to", "help", "cases", "examples",
    "options", "derives", "state", "aliases", "locked",
}  # fmt: skip
APPLIES_KEYS = {"template", "years", "kinds", "regions"}
PER = ("place", "section", "table", "report")
OF_TEXTS = ("match", "paragraph", "sentence")
"""scopes whose cases stand in running text"""
KINDS = ("town", "street", "department", "county", "city", "province", "other")
CODE = re.compile(r"[A-Z]{2,}\d{3}")
NAME_OF_VALUE = re.compile(r"[a-z_][a-z0-9_]*")
STATES = ("stable", "preview", "deprecated")
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class RuleError(ValueError):
    """A rule that cannot be used; `path` leads to the value that is wrong."""

    def __init__(self, message: str, path: Sequence[str | int]) -> None:
        super().__init__(message)
        self.message = message
        self.path = tuple(path)


class CaseForm(NamedTuple):
    """One way in which a rule finds and checks its cases."""

    each: str
    table: str | None
    places: tuple[str, ...]
    find: str | None
    python: str | None
    unless: str | None
    when: Node | None
    lets: tuple[tuple[str, Node], ...]
    check: Node | None
    at: tuple[Node, ...]
    severity: tuple[tuple[Node | None, str], ...]
    message: Mapping[str, Parts]


class Definition(NamedTuple):
    """A whole rule: its face, where it applies, its cases, and how findings are put together."""

    rule: Rule
    template: int | None
    years: tuple[int | None, int | None]
    kinds: tuple[str, ...]
    regions: tuple[str, ...]
    per: str
    cases: tuple[CaseForm, ...]
    examples: Any
    options: Mapping[str, Any] = MappingProxyType({})
    origin: tuple[Path, int] | None = None
    """the file, and the number of the rule in it"""


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == set(LANGUAGES) and all(map(_is_text, value.values()))


def _is_options(value: Any) -> bool:
    return _is_mapping(value) and all(
        isinstance(name, str)
        and NAME_OF_VALUE.fullmatch(name)
        and (
            _is_plain(item)
            or (isinstance(item, list) and len({*map(type, item)}) < 2 and all(map(_is_plain, item)))
        )
        for name, item in value.items()
    )


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | bool) or (isinstance(value, float) and isfinite(value))


TYPES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(
        (
            "code",
            "name",
            "basis",
            "each",
            "find",
            "python",
            "unless",
            "identity",
            "when",
            "check",
            "per",
            "derives",
        ),
        (_is_text, "a text"),
    ),
    **dict.fromkeys(("title", "message", "help"), (_is_words, "a text in zh and in en")),
    **dict.fromkeys(("yields_to", "aliases"), (_is_texts, "a list of words")),
    **dict.fromkeys(("sure", "off", "locked"), (_is_truth, "true or false")),
    "in": (lambda value: _is_text(value) or _is_texts(value), "a word or a list of words"),
    "options": (_is_options, "a mapping of names to numbers, texts, truths, or lists of one of these"),
    **dict.fromkeys(("applies", "examples"), (_is_mapping, "a mapping")),
    "at": (lambda value: _is_text(value) or _is_texts(value), "a place or a list of places"),
    "let": (
        lambda value: _is_mapping(value) and all(map(_is_text, value.values())),
        "a mapping of names to expressions",
    ),
    "cases": (lambda value: isinstance(value, list) and all(map(_is_mapping, value)), "a list of mappings"),
}
"""of each key: what its value must be"""


def _check_types(data: Mapping[str, Any], path: Sequence[str | int]) -> None:
    for key, value in data.items():
        fits, expected = TYPES.get(key, (None, ""))
        if fits and not fits(value):
            raise RuleError(f"{key} is {expected}", (*path, key))


def define(data: Any, forms: Forms) -> Definition:
    """A rule from its YAML mapping.

    Raises `RuleError` for unknown keys, wrong types and expressions that cannot be parsed.
    """
    _check_keys(data, RULE_KEYS, ())
    _check_types(data, ())
    for n, case in enumerate(data.get("cases", ())):
        _check_keys(case, SCOPE_KEYS, ("cases", n))
        _check_types(case, ("cases", n))
    for key in ("code", "name", "title", "basis"):
        if key not in data:
            raise RuleError(f"the key {key!r} is missing", ())
    for key, shape in (("code", CODE), ("name", NAME)):
        if not isinstance(data[key], str) or not shape.fullmatch(data[key]):
            raise RuleError(
                f"{data[key]!r} is no {key}; one looks like {'GD101' if key == 'code' else 'blank-cell'}",
                (key,),
            )
    applies = data.get("applies", {})
    _check_applies(applies)
    for key, words in (("per", PER), ("state", STATES)):
        if data.get(key, words[0]) not in words:
            raise RuleError(f"{key} is one of {', '.join(words)}{nearest(str(data[key]), words)}", (key,))
    state = data.get("state", "stable")
    variants = data.get("cases")
    cases = (
        tuple(_case({**_shared(data), **item}, forms, ("cases", n)) for n, item in enumerate(variants))
        if variants
        else (_case(data, forms, ()),)
    )
    rule = Rule(
        data["code"],
        data["name"],
        data["title"],
        data["basis"],
        data.get("sure", True),
        data.get("help", {"zh": "", "en": ""}),
        tuple(data.get("yields_to", ())),
        not data.get("off", state != "stable"),
        data.get("derives"),
        state,
        tuple(data.get("aliases", ())),
        data.get("locked", False),
    )
    if not rule.sure and any(level == "error" for case in cases for _, level in case.severity):
        raise RuleError("a rule whose basis is not sure cannot be an error", ("severity",))
    years = applies.get("years", [None, None])
    kinds = tuple(applies.get("kinds", ()))
    return Definition(
        rule,
        applies.get("template"),
        (years[0], years[1]),
        kinds,
        tuple(applies.get("regions", ())),
        data.get("per", "place"),
        cases,
        data.get("examples", {}),
        data.get("options", {}),
    )


def _check_applies(applies: Any) -> None:
    _check_keys(applies, APPLIES_KEYS, ("applies",))
    if applies.get("template") not in (None, *TEMPLATES):
        raise RuleError("template is 2019 or 2021", ("applies", "template"))
    years = applies.get("years", [None, None])
    if (
        not isinstance(years, list)
        or len(years) != 2
        or any(not isinstance(year, int | None) for year in years)
    ):
        raise RuleError(
            "years is a list of the first and the last year, null where there is none", ("applies", "years")
        )
    for key in ("kinds", "regions"):
        if not _is_texts(applies.get(key, [])):
            raise RuleError(f"{key} is a list of words", ("applies", key))
    _check_words(applies.get("kinds", ()), KINDS, ("applies", "kinds"))


def _check_words(words: Sequence[str], known: Sequence[str], path: Sequence[str | int]) -> None:
    for word in words:
        if word not in known:
            raise RuleError(f"unknown {word!r}{nearest(str(word), known)}", path)


def _shared(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key in SCOPE_KEYS or key == "title"}


def _check_keys(data: Any, known: set[str], path: Sequence[str | int]) -> None:
    if not isinstance(data, dict):
        raise RuleError("expected a mapping", path)
    for key in data:
        if key not in known:
            raise RuleError(f"unknown key {key!r}{nearest(str(key), known)}", (*path, key))


def _case(data: Mapping[str, Any], forms: Forms, path: Sequence[str | int]) -> CaseForm:
    for key in ("find", "python"):
        if key in data and data.get("each", "match") != "match":
            raise RuleError(f"`{key}` finds its own cases: leave out `each`", (*path, "each"))
    if "find" in data and "python" in data:
        raise RuleError("a rule has `find` or `python`, not both", (*path, "python"))
    each, _, table = str(
        data.get("each", "match" if "find" in data or "python" in data else "report")
    ).partition(" in ")
    if each == "match" and "find" not in data and "python" not in data:
        raise RuleError("`each: match` needs `find` or `python`", (*path, "each"))
    for key in ("in", "unless"):
        if key in data and each not in OF_TEXTS:
            raise RuleError(
                f"`{key}` goes with `find`, `python`, `each: paragraph` or `each: sentence`", (*path, key)
            )
    if table and table not in forms.tables:
        raise RuleError(f"unknown table {table!r}{nearest(table, forms.tables)}", (*path, "each"))
    wanted = data.get("in", "text")
    wanted = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    _check_words(wanted, (*PLACES, *(section.key for section in forms.sections)), (*path, "in"))
    for name in data.get("let", {}):
        if not NAME_OF_VALUE.fullmatch(str(name)):
            raise RuleError(
                f"{name!r} is no name of a value; one looks like total or open_cases", (*path, "let", name)
            )
    lets = [(name, _parsed(text, (*path, "let", name))) for name, text in data.get("let", {}).items()]
    check = _parsed(data["check"], (*path, "check")) if "check" in data else None
    when = _parsed(data["when"], (*path, "when")) if "when" in data else None
    at = data.get("at", ())
    nodes = [_parsed(text, (*path, "at")) for text in ([at] if isinstance(at, str) else at)]
    if "identity" in data:
        identity = _identity(forms, table, data["identity"], (*path, "identity"))
        lets = [
            ("left", _added(identity.left, forms.tables[table])),
            ("right", _added(identity.right, forms.tables[table])),
            *lets,
        ]
        check = Operation("==", (Name("left"), Name("right")))
        when = Operation("and", (Name("independent"), when)) if when else Name("independent")
        nodes = nodes or [Name(member) for member in (*identity.left, *identity.right)]
    message = data.get("message", data["title"])
    return CaseForm(
        each,
        table or None,
        wanted,
        data.get("find"),
        data.get("python"),
        data.get("unless"),
        when,
        tuple(lets),
        check,
        tuple(nodes),
        _severity(data.get("severity"), (*path, "severity")),
        {
            language: split_message(text, lambda part, key=language: _parsed(part, (*path, "message", key)))  # type: ignore[misc]
            for language, text in message.items()
        },
    )


def _identity(forms: Forms, table: str, key: str, path: Sequence[str | int]) -> Identity:
    found = (
        next((item for item in forms.tables[table].identities if item.key == key), None) if table else None
    )
    if found is None:
        raise RuleError(f"no identity {key!r} in table {table!r}", path)
    return found


def _added(members: Sequence[str], form: TableForm) -> Node:
    if len(members) == 1 and members[0] not in form.sums:
        return Name(members[0])
    return Call("sum", tuple(Name(member) for member in members))


def _parsed(text: Any, path: Sequence[str | int]) -> Node:
    try:
        return parse_expression(str(text))
    except ExpressionError as error:
        raise RuleError(f"{error.message} (column {error.column} of {str(text)!r})", path) from None


def _severity(value: Any, path: Sequence[str | int]) -> tuple[tuple[Node | None, str], ...]:
    levels: list[tuple[Node | None, str]] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            levels.append((_parsed(item.get("when"), path), str(item.get("is"))))
        else:
            levels.append((None, str(item)))
    known = set(Severity)
    if not levels or levels[-1][0] is not None or any(level not in known for _, level in levels):
        raise RuleError(
            "severity is error, warning or info, or a list of {when, is} with a default last", path
        )
    return tuple(levels)
