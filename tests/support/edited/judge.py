"""What gdlint reads in an edited report, held against what may be read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from gdlint import api
from gdlint.model.report import Figure, Loose, Report
from support.edited.truth import Printed, Truth
from support.samples import Where, bound

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


class Verdict(NamedTuple):
    """What is wrong with a reading: cells with another figure, figures that stand nowhere or too often, page marks that
    stand nowhere, cells that the edit should not have cost; the cells that are read, and those that should be."""

    wrong: tuple[str, ...]
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    marks: tuple[str, ...]
    dear: tuple[str, ...]
    read: frozenset[Where]
    expected: frozenset[Where]


def judge(
    text: str, truth: Truth, joined: Mapping[int, str], readable: frozenset[Where] | None = None
) -> Verdict:
    """A text, what may be read in it, its figures by offset where cells run together, and the cells that are read before
    the edit (None: all) in, the verdict out."""
    report = api.parse(text)
    figures = {place: figure for place, figure in bound(report).items() if figure.text is not None}
    printed = Counter(figure for figure in _texts(truth) if _NUMBER.fullmatch(figure))
    counts = _counts(report, figures, printed, joined)
    read = frozenset(place for place, cell in truth.cells.items() if _is_read(cell, figures))
    expected = frozenset(place for place, cell in truth.cells.items() if cell.allowed)
    expected = expected if readable is None else expected & readable
    return Verdict(
        tuple(_wrong(text, figures, truth)),
        tuple((printed - counts).elements()),
        tuple((counts - printed).elements()),
        tuple(mark for mark in truth.marks if not _stands(mark, report)),
        tuple(sorted(".".join(place) for place in expected - read - truth.cost)),
        read,
        expected,
    )


def _texts(truth: Truth) -> Iterator[str]:
    yield from (cell.text for cell in truth.cells.values())
    yield from truth.added


def _is_read(cell: Printed, figures: Mapping[Where, Figure]) -> bool:
    return any(place in figures and figures[place].text == cell.text for place in cell.allowed)


def _wrong(text: str, figures: Mapping[Where, Figure], truth: Truth) -> Iterator[str]:
    """The cells with a figure of another cell, or with one that is not printed where it is said to be."""
    allowed = {(place, cell.text) for cell in truth.cells.values() for place in cell.allowed}
    allowed |= {(place, "") for place in truth.blanks}
    for place, figure in figures.items():
        if (place, figure.text) not in allowed:
            yield f"{'.'.join(place)} = {figure.text!r}"
        elif text[figure.start : figure.end].strip() != figure.text:
            yield f"{'.'.join(place)} = {figure.text!r} stands at {text[figure.start : figure.end]!r}"


def _counts(
    report: Report, figures: Mapping[Where, Figure], printed: Counter[str], joined: Mapping[int, str]
) -> Counter[str]:
    """How often each printed figure stands in a table or among what could not be assigned."""
    text = report.source.text or ""
    bound_at = {figure.start for figure in figures.values()}
    open_figures = {at: figure for at, figure in joined.items() if at not in bound_at} if joined else None
    counts = Counter(figure.text for figure in figures.values() if figure.text)
    for table in report.tables.values():
        for loose in table.loose:
            counts.update(_tokens(loose, text, printed, open_figures))
    return Counter({figure: number for figure, number in counts.items() if figure in printed})


def _tokens(
    loose: Loose, text: str, printed: Counter[str], joined: Mapping[int, str] | None
) -> Iterator[str]:
    """The figures of what could not be assigned: as texts of their own, or as parts of cells that run together."""
    at = loose.start
    for item in loose.texts:
        if joined is not None:
            begin = max(text.find(item, at), at)
            yield from (figure for place, figure in joined.items() if begin <= place < begin + len(item))
        elif item in printed:
            yield item
        else:
            yield from _NUMBER.findall(item)
        at = max(text.find(item, at), at) + len(item)


def _stands(mark: str, report: Report) -> bool:
    texts = [text.strip() for table in report.tables.values() for item in table.loose for text in item.texts]
    return mark in texts
