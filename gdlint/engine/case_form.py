"""One way in which a rule finds and checks its cases, as it is written: the names in its expressions are not yet resolved."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from gdlint.engine.rule_fixes import FixForm, fix_form
from gdlint.engine.shape import RuleError, check_words
from gdlint.expressions.dialect import Dialect
from gdlint.expressions.nodes import Call, NameNode, Node, Operation
from gdlint.matching.expression_error import ExpressionError, nearest, short
from gdlint.matching.passages import PLACES
from gdlint.model.form import Forms, Identity, TableForm

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


def case_form(data: Mapping[str, Any], forms: Forms, dialect: Dialect, path: Sequence[str | int]) -> CaseForm:
    """One case of a rule from its YAML mapping, which stands at some path of that of the rule.

    Raises `RuleError`.
    """
    each, table, about = _scope(data, forms, path)
    at = data.get("at", ())
    read = partial(parsed, dialect)
    form = CaseForm(
        each,
        table,
        _places(data, forms, path),
        data.get("find"),
        data.get("python"),
        data.get("unless"),
        read(data["when"], (*path, "when")) if "when" in data else None,
        tuple((name, read(text, (*path, "let", name))) for name, text in data.get("let", {}).items()),
        read(data["check"], (*path, "check")) if "check" in data else None,
        tuple(read(text, (*path, "at")) for text in ([at] if isinstance(at, str) else at)),
        _severity(data, dialect, path),
        data.get("message", data["title"]),
        data.get("remedy", {}),
        about=about,
        fix=fix_form(data.get("fix"), (*path, "fix"), read),
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
    if "in" not in data:
        return ("text",)
    wanted = data["in"]
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


def parsed(dialect: Dialect, text: Any, path: Sequence[str | int]) -> Node:
    """The tree of an expression. Raises `RuleError` with its path where it cannot be parsed."""
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
        (parsed(dialect, item["when"], (*where, n, "when")), item["is"]) for n, item in enumerate(conditional)
    ]
    return (*levels, (None, default))
