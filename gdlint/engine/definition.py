"""A rule as it is written: YAML data with its expressions parsed, not yet resolved against anything."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from gdlint.engine.rule_fixes import FixForm, fix_form
from gdlint.engine.shape import SCOPE_KEYS, RuleError, check_shape, check_words, template_of
from gdlint.expressions.dialect import PLAIN, Dialect
from gdlint.expressions.messages import split_message
from gdlint.expressions.nodes import Call, NameNode, Node, Operation
from gdlint.forms.documents import basis_in_general
from gdlint.matching.expression_error import ExpressionError, nearest, short
from gdlint.matching.passages import PLACES
from gdlint.model.form import Forms, Identity, TableForm, Template
from gdlint.model.frozen import FrozenDict
from gdlint.model.rule import Rule

OF_TEXTS = ("match", "paragraph", "sentence")
"""scopes whose cases stand in running text"""


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
    message: Mapping[str, str]
    remedy: Mapping[str, str]
    """how to mend what was found; empty where the help of the rule says it"""
    sums: bool = False
    """the check is a sum of the official form"""
    about: str | None = None
    """what the claims of a rule speak of, behind `of`"""
    fix: FixForm | None = None


class Definition(NamedTuple):
    """A whole rule: its face, where it applies, its cases, and how findings are put together."""

    rule: Rule
    templates: tuple[Template, ...]
    """the forms that it is for; none: all"""
    years: tuple[int | None, int | None]
    kinds: tuple[str, ...]
    regions: tuple[str, ...]
    per: str
    cases: tuple[CaseForm, ...]
    examples: Any
    options: Mapping[str, Any] = MappingProxyType({})
    origin: tuple[Path, int] | None = None
    """the file, and the number of the rule in it"""
    instead_of: tuple[str, ...] = ()
    """codes or their beginnings: rules that are not run on a report of which this one has something to say"""
    basis: str = ""
    """the basis as it is written, `{format}` and all: see `gdlint.forms.documents`"""
    dialect: Dialect = PLAIN
    claims: str = ""
    """what its pack adds to the words by which the text is read, as JSON"""


def define(data: Any, forms: Forms, dialect: Dialect = PLAIN, *, thorough: bool = True) -> Definition:
    """A rule from its YAML mapping. Where that was done before (`thorough` is false), its shape and messages are not looked
    at again.

    Raises `RuleError` for unknown keys, wrong types and expressions that cannot be parsed.
    """
    if thorough:
        check_shape(data)
    if data.get("examples"):
        from gdlint.engine.example_shape import check_examples_shape

        check_examples_shape(data["examples"], forms)
    cases = _cases(data, forms, dialect)
    if thorough:
        _check_messages(cases, "cases" in data, dialect)
    applies = data.get("applies", {})
    rule = _face(data, forms)
    if not rule.sure and any(level == "error" for case in cases for _, level in case.severity):
        raise RuleError("unsure-error", ("severity",))
    first, last = applies.get("years", (None, None))
    return Definition(
        rule,
        _templates(applies, forms),
        (first, last),
        tuple(applies.get("kinds", ())),
        tuple(applies.get("regions", ())),
        data.get("per", "place"),
        cases,
        data.get("examples", {}),
        data.get("options", {}),
        instead_of=tuple(data.get("instead_of", ())),
        basis=data["basis"],
        dialect=dialect,
    )


def _templates(applies: Mapping[str, Any], forms: Forms) -> tuple[Template, ...]:
    """The templates of the forms that a rule names in a list; `template` names one, as it was done before."""
    if "forms" in applies:
        return tuple(
            template_of(name, forms, ("applies", "forms", n)) for n, name in enumerate(applies["forms"])
        )
    one = applies.get("template")
    return () if one is None else (template_of(one, forms, ("applies", "template")),)


def _face(data: Mapping[str, Any], forms: Forms) -> Rule:
    state = data.get("state", "stable")
    return Rule(
        data["code"],
        data["name"],
        FrozenDict(data["title"]),
        basis_in_general(data["basis"], forms.documents),
        data.get("sure", True),
        FrozenDict(data.get("help", {"zh": "", "en": ""})),
        tuple(data.get("yields_to", ())),
        not data.get("off", state != "stable"),
        data.get("derives"),
        state,
        tuple(data.get("aliases", ())),
        data.get("locked", False),
        data.get("since"),
    )


def _cases(data: Mapping[str, Any], forms: Forms, dialect: Dialect) -> tuple[CaseForm, ...]:
    variants = data.get("cases")
    if not variants:
        return (_case(data, forms, dialect, ()),)
    shared = _shared(data)
    return tuple(_case({**shared, **item}, forms, dialect, ("cases", n)) for n, item in enumerate(variants))


def _check_messages(cases: Sequence[CaseForm], several: bool, dialect: Dialect) -> None:
    """The fields of messages can be parsed."""
    for n, case in enumerate(cases):
        for key, words in (("message", case.message), ("remedy", case.remedy)):
            for language, text in words.items():
                path = (*(("cases", n) if several else ()), key, language)
                split_message(text, partial(_parsed, dialect, path=path))


def _shared(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key in SCOPE_KEYS or key == "title"}


def _case(data: Mapping[str, Any], forms: Forms, dialect: Dialect, path: Sequence[str | int]) -> CaseForm:
    each, table, about = _scope(data, forms, path)
    at = data.get("at", ())
    parsed = partial(_parsed, dialect)
    form = CaseForm(
        each,
        table,
        _places(data, forms, path),
        data.get("find"),
        data.get("python"),
        data.get("unless"),
        parsed(data["when"], (*path, "when")) if "when" in data else None,
        tuple((name, parsed(text, (*path, "let", name))) for name, text in data.get("let", {}).items()),
        parsed(data["check"], (*path, "check")) if "check" in data else None,
        tuple(parsed(text, (*path, "at")) for text in ([at] if isinstance(at, str) else at)),
        _severity(data, dialect, path),
        data.get("message", data["title"]),
        data.get("remedy", {}),
        about=about,
        fix=fix_form(data.get("fix"), (*path, "fix"), parsed),
    )
    if "identity" not in data:
        return form
    identity = _identity(forms, table, data["identity"], (*path, "identity"))
    return _with_identity(form, identity, forms.tables[table or ""])


def _scope(
    data: Mapping[str, Any], forms: Forms, path: Sequence[str | int]
) -> tuple[str, str | None, str | None]:
    """The scope, the table behind `in`, and the cells behind `of`; what finds its cases itself has the scope `match`."""
    finders = [key for key in ("find", "python") if key in data]
    whole, _, about = str(data.get("each", "match" if finders else "report")).partition(" of ")
    each, _, table = whole.partition(" in ")
    if len(finders) == 2:
        raise RuleError("two-finders", (*path, "python"))
    if finders and each != "match":
        raise RuleError("finder-and-each", (*path, "each"), key=finders[0])
    if each == "match" and not finders:
        raise RuleError("match-without-finder", (*path, "each"))
    if table and table not in forms.tables:
        raise RuleError(
            "unknown-table", (*path, "each"), table=short(table), near=nearest(table, forms.tables)
        )
    return each, table or None, about or None


def _places(data: Mapping[str, Any], forms: Forms, path: Sequence[str | int]) -> tuple[str, ...]:
    """The places after `in`."""
    each = str(data.get("each", "match" if "find" in data or "python" in data else "report"))
    for key in ("in", "unless"):
        if key in data and each not in OF_TEXTS:
            raise RuleError("not-in-texts", (*path, key), key=key)
    wanted = data.get("in", "text")
    words = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    check_words(words, (*PLACES, *(section.key for section in forms.sections)), (*path, "in"))
    return words


def _with_identity(form: CaseForm, identity: Identity, table: TableForm) -> CaseForm:
    """A form that checks a sum of the official form where none of its figures was found by that sum."""
    sides = (("left", _added(identity.left, table)), ("right", _added(identity.right, table)))
    independent = NameNode("independent")
    return form._replace(
        lets=(*sides, *form.lets),
        check=Operation("==", (NameNode("left"), NameNode("right"))),
        sums=True,
        when=Operation("and", (independent, form.when)) if form.when else independent,
        at=form.at or tuple(NameNode(member) for member in (*identity.left, *identity.right)),
    )


def _identity(forms: Forms, table: str | None, key: str, path: Sequence[str | int]) -> Identity:
    found = (
        next((item for item in forms.tables[table].identities if item.key == key), None) if table else None
    )
    if found is None:
        raise RuleError("unknown-identity", path, key=repr(key), table=repr(table))
    return found


def _added(members: Sequence[str], form: TableForm) -> Node:
    if len(members) == 1 and members[0] not in form.sums:
        return NameNode(members[0])
    return Call("sum", tuple(NameNode(member) for member in members))


def _parsed(dialect: Dialect, text: Any, path: Sequence[str | int]) -> Node:
    try:
        return dialect.parse(str(text).lower() if isinstance(text, bool) else str(text))
    except ExpressionError as error:
        raise RuleError(
            "in-expression", path, reason=error.words, column=error.column, text=short(text)
        ) from None


def _severity(
    data: Mapping[str, Any], dialect: Dialect, path: Sequence[str | int]
) -> tuple[tuple[Node | None, str], ...]:
    if "severity" not in data:
        raise RuleError("missing-key", path, key="'severity'")
    value, where = data["severity"], (*path, "severity")
    *conditional, default = value if isinstance(value, list) else [value]
    levels = [
        (_parsed(dialect, item["when"], (*where, n, "when")), item["is"])
        for n, item in enumerate(conditional)
    ]
    return (*levels, (None, default))
