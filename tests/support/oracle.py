"""What follows from the figures of an edited report, and which findings may follow besides."""

from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from generate import failed_in

from .findings import Fact
from .samples import Cells, Where

SUMS: Final = frozenset({"GD401", "GD402", "GD403", "GD404", "GD406", "GD408", "GD409"})
_DOCUMENTS: Final = ("regulations", "normative_documents")


def broken_sums(cells: Cells, template: int) -> frozenset[Fact]:
    """Cells and the template in, every sum that does not hold out; a blank or missing figure makes none fail."""
    sums = {Fact(*expected) for expected in failed_in(cells, template)}
    documents = [row for row in _DOCUMENTS if row in cells["disclosure"]]
    return frozenset(sums | {fact for row in documents for fact in _documents(row, cells["disclosure"][row])})


def _documents(row: str, values: dict[str, float | str]) -> Iterable[Fact]:
    """A row of documents in, GD406, GD408 or GD409 where its figures cannot be out."""
    known = {column: value for column, value in values.items() if isinstance(value, int)}
    if {"opened", "open_total"} <= known.keys() and known["open_total"] < known["opened"]:
        yield Fact("GD406", "disclosure", row)
    counted = {"issued", "repealed", "in_force"} <= known.keys()
    if counted and known["in_force"] - known["issued"] + known["repealed"] < 0:
        lost = known["issued"] > 0 == known["repealed"] == known["in_force"]
        yield Fact("GD409" if lost else "GD408", "disclosure", row)


class _About(NamedTuple):
    """What a rule beside the sums looks at: rows or columns of a table (none named: all of them)."""

    table: str
    rows: Collection[str] = ()
    columns: Collection[str] = ()


# Rules whose verdict depends on single figures, by the catalogue. They may begin or cease to speak when one of these
# figures changes; the sums are calculated and not listed here.
_DEPENDS: Final = {
    "GD104": _About(""),
    "GD313": _About(""),
    "GD314": _About("disclosure", (), ("amount",)),
    "GD316": _About("disclosure", ("procurement",)),
    "GD317": _About("disclosure", (), ("last_year", "change")),
    "GD407": _About("disclosure", _DOCUMENTS),
    "GD409": _About("disclosure", _DOCUMENTS),
    "GD501": _About("applications", ("new", "carried_in")),
    "GD502": _About("applications", ("new",)),
    "GD503": _About("applications", ("total",)),
    "GD504": _About("applications", ("carried_in", "carried_out")),
    "GD505": _About("applications"),
    "GD506": _About("applications", ("new", "carried_in")),
    "GD507": _About("litigation"),
    "GD508": _About("litigation"),
    "GD509": _About("disclosure", _DOCUMENTS),
    "GD510": _About("disclosure", ("licensing", "penalties", "coercion")),
    "GD511": _About("disclosure", (), ("amount",)),
    "GD512": _About("applications", ("carried_out",)),
    "GD801": _About("disclosure", ("regulations",)),
    "GD802": _About("disclosure", ("normative_documents",)),
}


def depends(code: str, places: Iterable[Where]) -> bool:
    """A code and the figures that were touched in, whether that rule looks at one of them out."""
    about = _DEPENDS.get(code)
    return about is not None and any(_looks_at(about, place) for place in places)


def _looks_at(about: _About, place: Where) -> bool:
    """A rule and a figure in, whether it looks at that figure out."""
    return (
        about.table in ("", place.table)
        and (not about.rows or place.row in about.rows)
        and (not about.columns or place.column in about.columns)
    )
