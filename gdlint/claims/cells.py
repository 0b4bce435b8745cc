"""The cells of a table that subjects and aspects have in common."""

from collections.abc import Sequence
from typing import Protocol

from gdlint.claims.items import ROWS_OF_RESULTS, Item
from gdlint.claims.words import Aspect, Subject, Words
from gdlint.model.claim import Cells, Claim

_UNDIVIDED = (("carried_in",), ("new", "carried_in"))
"""rows that a list of applicants does not divide"""
_STEPS = (("new",), ("total",))
_TO = ("至", "到")


class Counted(Protocol):
    """What the sentence has counted so far: its last claim, its last total, and whether it lists parts of that."""

    last: Claim | None
    total: Claim | None
    listing: bool

    @property
    def kind(self) -> tuple[str, ...]:
        """The kind of applicants of whose requests it tells the results."""


def cells_of(
    subjects: Sequence[str],
    aspects: Sequence[Aspect],
    item: Item,
    counted: Counted,
    words: Words,
    year: int | None,
) -> Cells | None:
    """What subjects and aspects name together; None where they name nothing for certain."""
    owners = [words.subjects[name] for name in subjects]
    given = aspects or _default(owners[0], words)
    # 其他 at the end of a list may be all that it does not name.
    if any(aspect.rest for aspect in given):
        return None
    closed = (
        counted.last is not None and counted.last.cells is not None and "total" in counted.last.cells.rows
    )
    rows = [row for aspect in given for row in _rows(aspect, item, year, closed)]
    if any(aspect.name == "carried" for aspect in given) and not rows:
        return None
    rows = rows or [row for owner in owners for row in owner.rows] or _implied(given, counted, item.depth > 0)
    columns = _columns(given, owners)
    if not (rows and columns):
        return None
    cells = Cells(owners[0].table, tuple(dict.fromkeys(rows)), tuple(dict.fromkeys(columns)))
    return cells._replace(columns=counted.kind) if counted.kind and are_results(cells) else cells


def are_results(cells: Cells) -> bool:
    """What became of requests, whoever handed them in."""
    results = {row.partition(".")[0] for row in cells.rows} <= ROWS_OF_RESULTS
    return results and cells.columns == ("total",)


def _default(owner: Subject, words: Words) -> tuple[Aspect, ...]:
    return (words.aspects[owner.default],) if owner.default else ()


def _rows(aspect: Aspect, item: Item, year: int | None, closed: bool) -> tuple[str, ...]:
    """The rows of an aspect; one that names columns leaves them to others."""
    if aspect.columns:
        return ()
    return _carried_rows(item, year, closed=closed) if _says_carried(aspect, item) else aspect.rows


def _implied(aspects: Sequence[Aspect], counted: Counted, inside: bool) -> list[str]:
    """The rows that a list of applicants divides: those of the total before it, else what aspects of columns go with."""
    cells = counted.total.cells if counted.total else None
    kinds = bool(aspects) and all(aspect.group == "applicants" for aspect in aspects)
    if kinds and cells and cells.rows not in _UNDIVIDED:
        # 办结26件，予以公开10件，企业4件: of which of the two, is not clear.
        return list(cells.rows) if counted.listing or inside or cells.rows in _STEPS else []
    return [row for aspect in aspects if aspect.columns for row in aspect.rows]


def _columns(aspects: Sequence[Aspect], owners: Sequence[Subject]) -> list[str]:
    """The columns that are named, unless they are all there are; else those of the subjects."""
    named = [column for aspect in aspects for column in aspect.columns]
    whole = set(owners[0].whole)
    all_there_are = bool(whole) and whole <= {aspect.name for aspect in aspects}
    return named if named and not all_there_are else [column for owner in owners for column in owner.columns]


def _says_carried(aspect: Aspect, item: Item) -> bool:
    """An aspect is read by a word for carrying over."""
    return aspect.name == "carried" or (
        aspect.name == "carried_out" and any("carried_out" in token.names for token in item.words)
    )


def _carried_rows(item: Item, year: int | None, *, closed: bool) -> tuple[str, ...]:
    """Whether 结转 is from the year before or into the next, by the words beside it; `closed`: what was closed has been told."""
    words = item.words
    place = next(
        (n for n, token in enumerate(words) if "carried" in token.names),
        next((n for n, token in enumerate(words) if "carried_out" in token.names), 0),
    )
    beside = [*words[max(0, place - 1) : place], *words[place + 1 : place + 3]]
    for token in beside:
        if token.kind == "period" and token.names[0] == "before":
            return ("carried_in",)
        if token.kind == "period" and token.names[0] == "next":
            return ("carried_out",)
        if token.names == ("now",) and token.start > words[place].start:
            return ("carried_in",)
        if token.kind == "year" and year is not None and token.year != year:
            into = token.start > words[place].start and words[place].text.endswith(_TO)
            far = token.year < year - 1 or (token.year < year and into)
            return () if far else ("carried_in",) if token.year < year else ("carried_out",)
    if any(token.kind == "period" and token.names[0] == "before" for token in words):
        return ("carried_in",)
    return ("carried_out",) if closed or "carried_out" in words[place].names else ()
