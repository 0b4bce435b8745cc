"""The parts of a table with the columns that their headers name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gdlint.forms.columns import Header, simple_header
from gdlint.forms.grouped import grouped_header
from gdlint.forms.labels import find_exact, row_labels
from gdlint.model.document import Grid, Kind, Part, Row
from gdlint.model.form import TableForm
from gdlint.model.wording import plain, without_note


class Section(NamedTuple):
    """One part of a table with its header, and the columns of its rows (none: those that the form gives each row)."""

    part: Part
    header: Header
    columns: tuple[str, ...]


def with_headers(form: TableForm, parts: Sequence[Part], template: int | None) -> Iterator[Section]:
    """Each part with its columns; one without a header goes on under the header before."""
    last = Header((), (), None)
    clause = ""
    for part in parts:
        heads = [row for row in part.heads if row.kind is Kind.HEADER]
        clauses = [
            cell.text for row in part.heads if row.kind is Kind.CLAUSE for cell in row.cells if cell.text
        ]
        if clauses:
            clause = clauses[0]
        if form.parts:
            if heads:
                last = simple_header(heads, form, _expected(form, part, clause, heads, template), template)
            elif clauses:
                last = Header((), (), None)
        elif heads:
            found = grouped_header(heads, form)
            last = found if found.columns and _is_orderly(found, heads, form) else last
        header = last if heads or not form.parts else last._replace(labels=())
        yield Section(part, header, _columns(form, part, header))


def _is_orderly(header: Header, heads: Sequence[Row], form: TableForm) -> bool:
    """A header tells the order of columns. Where not even rows are stated, only one that names each of them does: cells
    of a PDF in raw order come in any order, and joined figures fit any number of columns."""
    if heads[0].grid not in (Grid.NONE, Grid.JOINED):
        return True
    return sorted(header.columns) == sorted(column.key for column in form.columns)


def _expected(
    form: TableForm, part: Part, clause: str, heads: Sequence[Row], template: int | None
) -> tuple[str, ...]:
    """The columns that a part of the disclosure table should have: those of the official part most like it."""
    words = tuple(cell.text for row in heads for cell in row.cells if cell.text)
    names = tuple(cell.text for row in part.rows for cell in row.cells if len(cell.text) > 1)
    return _most_like(form, words, names, clause, template)


@lru_cache(maxsize=1024)
def _most_like(
    form: TableForm, heads: tuple[str, ...], names: tuple[str, ...], clause: str, template: int | None
) -> tuple[str, ...]:
    words = {plain(text) for text in heads}
    way = row_labels(form)
    keys = {find_exact(text, way)[0] for text in names}
    wanted = plain(clause)

    def score(item: int) -> tuple[int, int, int]:
        official = form.parts[item]
        alike = len(words & _part_words(form, item)) + len(keys.intersection(official.rows))
        return alike, int(plain(official.clause) == wanted), int(official.template == template)

    return form.parts[max(range(len(form.parts)), key=score)].columns


@lru_cache(maxsize=64)
def _part_words(form: TableForm, item: int) -> frozenset[str]:
    """The compared labels of the columns of a part, with and without the bracket at their end."""
    part = form.parts[item]
    labels = [c.label for c in form.columns if c.key in part.columns and part.template in c.templates]
    return frozenset(plain(text) for label in labels for text in (label, without_note(label)[0]))


def _columns(form: TableForm, part: Part, header: Header) -> tuple[str, ...]:
    """The columns of a part: those that its header names; a header that names too few or too many is only believed where
    the rows are as long."""
    if form.parts:
        return header.columns
    official = tuple(column.key for column in form.columns)
    if not header.columns or len(header.columns) == len(official):
        return header.columns or official
    counts = Counter(sum(1 for cell in row.cells if cell.text.isdigit()) for row in part.rows)
    usual = counts.most_common(1)[0][0] if counts else 0
    named = list(dict.fromkeys(key for key in header.columns if key))
    if usual == len(official) < len(header.columns) or (
        usual == len(official) and len(named) == len(header.columns)
    ):
        in_order = [key for key in official if key in named] == named
        return official if in_order else header.columns
    return header.columns
