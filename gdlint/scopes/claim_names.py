"""The names of claims and relations that a rule may use."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from gdlint.claims.quantities import allows
from gdlint.model.claim import Claim
from gdlint.model.form import GroupForm
from gdlint.model.logic import UNKNOWN
from gdlint.scopes.case_types import Case, Name, item
from gdlint.scopes.table_names import column_label, row_label

_ROOM = (Decimal("0.98"), Decimal("0.8"), Decimal("1.25"))
"""how far a figure may be from what 余, 近 and 约 say"""
_HANDLED = ("new", "carried_in")
_FEW = 2
"""at least so many of a small one"""


def _number(case: Any) -> Any:
    claim = case.claim
    return claim.value if claim.exact and claim.value is not None else UNKNOWN


def _figure(case: Any) -> Any:
    return case.sum(case.places)


def _whole(case: Any) -> Any:
    return case.sum(case.places_in(case.claim.whole)) if case.claim.whole else UNKNOWN


def _added(case: Any) -> Any:
    """What the members of the totals add up to."""
    cells = case.claim.cells
    if cells is None or cells.columns != ("total",):
        return case.sum(case.places)
    parts = {"applications": "applicants", "litigation": "outcomes"}.get(cells.table)
    return case.sum(case.places_in(cells._replace(columns=(parts,)))) if parts else UNKNOWN


def _in_row(row: str) -> Callable[[Any], Any]:
    def value(case: Any) -> Any:
        return case.sum([(row, column) for column in dict.fromkeys(column for _, column in case.places)])

    return value


def _agrees(case: Any, extra: Any = 0) -> Any:
    """The number is what the table says, or no more than that where something narrows it; as finely as it is printed."""
    number, figure = case.claim.value, _figure(case)
    if number is None or UNKNOWN in (figure, extra):
        return UNKNOWN
    if not case.claim.exact:
        return _agrees_roughly(case.claim, figure + extra)
    narrowed = case.claim.relation == "part" and number <= figure + extra
    return narrowed or number == figure + extra or abs(number - figure - extra) < case.claim.grain


def _agrees_roughly(claim: Claim, figure: Any) -> Any:
    """约, 余 and 近 leave room: a figure beyond all of it contradicts them, one within is not known to be meant."""
    number = Decimal(claim.value or 0)
    step = Decimal(10) ** (len(str(int(number))) - len(str(int(number)).rstrip("0")))
    few = max(step / 2, Decimal(_FEW))
    low, high = {
        1: (number * _ROOM[0], number * 2 + step),
        -1: (min(number * _ROOM[1], number - few), number),
        0: (min(number * _ROOM[1], number - few), max(number * _ROOM[2], number + few)),
    }[claim.more]
    return True if claim.relation == "part" and figure > low else low <= figure <= high or figure == number


def _agrees_with_share(case: Any) -> Any:
    """The figure is the share of the whole that the text says; unknown without a whole. 申请 that are not said to be those that
    were handled may be those that came in, and rates of outcomes may be of the cases that were decided."""
    claim = case.claim
    readings = [(_figure(case), _whole(case))]
    if claim.whole.rows == _HANDLED:
        cells = [one._replace(rows=_HANDLED[:1]) for one in (claim.cells, claim.whole)]
        readings.append((case.sum(case.places_in(cells[0])), case.sum(case.places_in(cells[1]))))
    if claim.whole.table == "litigation" and claim.whole.columns == ("total",):
        pending = case.sum(case.places_in(claim.whole._replace(columns=("pending",))))
        readings += [
            (figure, whole - pending) for figure, whole in readings if UNKNOWN not in (pending, whole)
        ]
    if any(UNKNOWN in reading or not reading[1] for reading in readings):
        return UNKNOWN
    return any(allows(claim, Decimal(100) * figure / whole) for figure, whole in readings)


def _agrees_with_figure(case: Any) -> Any:
    if case.claim.whole:
        return _agrees_with_share(case)
    agrees = _agrees(case)
    return agrees if agrees is not False or not case.claim.exact else _number(case) == _added(case)


def _agrees_with_carried(case: Any) -> Any:
    return _agrees(case, _in_row("carried_in")(case))


def _what(case: Any) -> str:
    """The rows and columns by name; all that a group has, by that of the group."""
    cells = case.claim.cells
    if cells is None:
        return ""

    def rows_of(name: str) -> Iterator[str]:
        return (row for row, _ in case.places_in(cells._replace(rows=(name,))))

    def columns_of(name: str) -> Iterator[str]:
        places = case.places_in(cells._replace(columns=(name,)))
        return (column for _, column in places if column != "total")

    form = case.context.form(cells.table)
    rows = [
        label
        for name in cells.rows
        for label in _worded(case, name, rows_of(name), row_label, form.row_groups)
    ]
    columns = [
        label
        for name in cells.columns
        for label in _worded(case, name, columns_of(name), column_label, form.column_groups)
    ]
    return "·".join("＋".join(dict.fromkeys(labels)) for labels in (rows, columns) if labels)


def _worded(
    case: Any,
    name: str,
    keys: Iterator[str],
    label: Callable[[Any, str], str],
    groups: Sequence[GroupForm],
) -> Sequence[str]:
    labels = [label(case, key) for key in dict.fromkeys(keys)]
    template = case.context.template
    heads = [g.label for g in groups if g.key == name and (template is None or template in g.templates)]
    return heads[:1] if len(labels) > 1 and heads else labels


def _claimed(get: Callable[[Claim], Any]) -> Callable[[Case], Any]:
    def value(case: Any) -> Any:
        found = get(case.claim)
        return UNKNOWN if found is None else found

    return value


def _printed(case: Any) -> str:
    text: str = case.passage.text[slice(*case.claim.number)]
    return text.strip()


def _said(case: Any) -> str:
    claim = case.claim
    first, last = claim.number
    return str(claim.value) if claim.exact else case.passage.text[first:last].strip().removesuffix(claim.unit)


CLAIM: dict[str, Name] = {
    "said": Name(
        "text", _said, "the number that is claimed, with 约, 余 and the like where they make it inexact"
    ),
    "n": Name(
        "number", _number, "the number that is claimed; unknown where 约, 余 and the like make it inexact"
    ),
    "printed": Name("text", _printed, "the number with its unit and 约, 余 and the like, as the text has it"),
    "unit": Name("text", _claimed(lambda claim: claim.unit), "what it is counted in: 件, 条, 元, …"),
    "figure": Name("number", _figure, "what the cells that it speaks of add up to"),
    "whole": Name("number", _whole, "what the cells of the whole add up to that a share is of"),
    "agrees": Name(
        "truth",
        _agrees_with_figure,
        "the number is the figure (or what its kinds add up to), or no more where something narrows it; or the share",
    ),
    "agrees_with_carried": Name(
        "truth", _agrees_with_carried, "the same with what was carried in from the year before"
    ),
    "carried": Name("number", _in_row("carried_in"), "the figure of the same columns in the row 上年结转"),
    "what": Name("text", _what, "the official labels of these cells"),
    "words": Name("text", _claimed(lambda claim: claim.words), "the words that say it"),
    "denied": Name("truth", _claimed(lambda claim: claim.denied), "the text says that there was none"),
    "aspect": Name(
        "text", _claimed(lambda claim: claim.aspect), "by which word it was read: denial, all, or an aspect"
    ),
    "target": Name("number", _claimed(lambda claim: claim.target), "the year to which cases are carried"),
    "grain": Name(
        "number", _claimed(lambda claim: claim.grain), "what the last printed digit of the number is worth"
    ),
}

RELATION: dict[str, Name] = {
    "stated": Name(
        "number", attrgetter("item.stated"), "what the text says: the sum, the percentage, the change"
    ),
    "worked": Name("number", item("worked"), "what the other figures give"),
    "quantity": Name(
        "text",
        item("words"),
        "what names it where it is told again, the tasks of a year, and what stands in the place of a figure",
    ),
    "figures": Name("list of number", attrgetter("item.figures"), "the other figures"),
    "fits": Name(
        "truth",
        attrgetter("item.fits"),
        "the text says what the other figures give, as finely as it is printed",
    ),
}
