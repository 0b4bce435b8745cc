"""Taking a row out of a table that is text: with its clause and header where nothing else stands below these."""

from collections.abc import Iterator

from gdlint.model.document import Part, TableBlock
from gdlint.model.fix import Edit, Fix
from gdlint.model.report import Entry, Report

_BESIDE = " \t|"
"""what may stand in a line beside a row"""


def without_row(report: Report, entry: Entry) -> Fix | None:
    """The fix that takes out a printed row; None where its lines hold anything else, and where a file states the table."""
    found = next(_parts_around(report, entry.label.start), None)
    if found is None or report.source.grids:
        return None
    rows = [row for row in found.rows if row.start <= entry.label.start < max(row.end, row.start + 1)]
    if len(rows) != 1:
        return None
    gone = (*found.heads, *rows) if found.rows == tuple(rows) else rows
    edit = _whole_lines(report.source.text or "", gone[0].start, gone[-1].end)
    return Fix((edit,)) if edit else None


def _parts_around(report: Report, place: int) -> Iterator[Part]:
    document = report.document
    blocks = (*document.front, *(block for section in document.sections for block in section.blocks))
    for block in blocks:
        for part in block.parts if isinstance(block, TableBlock) else ():
            rows = (*part.heads, *part.rows)
            if rows and rows[0].start <= place < rows[-1].end:
                yield part


def _whole_lines(text: str, start: int, end: int) -> Edit | None:
    """The edit that takes out the lines of a stretch; None where something else stands in them."""
    begin = text.rfind("\n", 0, start) + 1
    behind = text.find("\n", end)
    stop = len(text) if behind < 0 else behind + 1
    beside = text[begin:start] + text[end:stop]
    return None if beside.strip(_BESIDE + "\n") else Edit(begin, stop, "")
