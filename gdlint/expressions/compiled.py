"""What an expression compiles to, and the small parts of which it is put together."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from gdlint.matching.expression_error import ExpressionError
from gdlint.model import logic
from gdlint.model.logic import UNKNOWN, Getter

OTHER_REPORTS = {"previous": "{}", "members": "list of {}"}
"""reports beside the one that is checked, and the type that a name has in them: last year's, and those of the units. They
are checked like any name and unknown until reports are checked together"""


class Compiled(NamedTuple):
    """An expression ready to run, and the type of its value."""

    get: Getter
    type: str
    constant: Any = logic.NOT_CONSTANT


def literal(kind: str, value: str | bool) -> Compiled:
    """A literal of the grammar.

    Raises `ExpressionError` for a number of too many digits.
    """
    constant: Any = value
    if kind == "number":
        if len(str(value)) > logic.DIGITS:
            raise ExpressionError("number-too-long", limit=logic.DIGITS)
        constant = logic.exact(str(value)) if "." in str(value) else int(value)
    return Compiled(logic.constant(constant), kind, constant)


def option(value: Any) -> Compiled:
    """An option of the rule as a constant."""
    if isinstance(value, bool):
        return Compiled(logic.constant(value), "truth", value)
    if isinstance(value, str):
        return Compiled(logic.constant(value), "text", value)
    if isinstance(value, list):
        items = [option(item) for item in value]
        constants = tuple(item.constant for item in items)
        return Compiled(logic.constant(constants), f"list of {items[0].type}" if items else "list", constants)
    number = value if isinstance(value, int) else logic.exact(str(value))
    return Compiled(logic.constant(number), "number", number)


def of_other_report(report: str, kind: str) -> Compiled:
    """A value of a report that is not at hand."""
    return Compiled(logic.constant(UNKNOWN), OTHER_REPORTS[report].format(kind))


def in_other_report(name: str) -> tuple[str, str]:
    """A name as the other report that it is of and the name there: previous.year; ("", name) where it is of this one."""
    report, _, inner = name.partition(".")
    return (report, inner) if report in OTHER_REPORTS and inner else ("", name)


def strict(function: Callable[..., Any], parts: Sequence[Compiled]) -> Getter:
    """A function of values that is unknown where one of them is."""
    if len(parts) == 2 and parts[1].constant is not logic.NOT_CONSTANT:
        return logic.strict_with(function, parts[0].get, parts[1].constant)
    return logic.strict(function, [part.get for part in parts])


def expect(types: Sequence[str], allowed: set[str], sign: str) -> None:
    """Raises `ExpressionError` for a type that an operator or a function does not take."""
    for kind in types:
        if kind not in allowed:
            from gdlint.words.faults import kind_words, kinds_words

            wanted = kinds_words(sorted(allowed), "或", " or a ")
            raise ExpressionError("wrong-operand", sign=sign, wanted=wanted, kind=kind_words(kind))
