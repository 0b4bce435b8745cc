"""Rows of tables in a Word document that are taken out as tracked changes: their mark says that they are gone."""

from collections.abc import Callable

from gdlint.readers.docx.trace import Trace
from gdlint.wordfile.element_places import Elements
from gdlint.wordfile.package_parts import Replaced


def rows_between(tree: Elements, trace: Trace, start: int, end: int) -> list[int]:
    """The rows whose cells are all that is printed in `text[start:end]`, line ends and all; none where anything else is."""
    first, last = trace.block_at(start), trace.block_at(end - 1)
    within = range(first, last + 1)
    if trace.blocks[first].start != start or trace.blocks[last].end + 1 != end:
        return []
    rows = [_row_of(tree, trace.blocks[n].paragraph) for n in within]
    beside = [
        _row_of(tree, trace.blocks[n].paragraph) for n in (first - 1, last + 1) if 0 <= n < len(trace.blocks)
    ]
    found = [row for row in dict.fromkeys(rows) if row is not None]
    return found if None not in rows and not set(found) & set(beside) else []


def _row_of(tree: Elements, paragraph: int | None) -> int | None:
    """The nearest row around a paragraph."""
    around = tree.around(paragraph) if paragraph is not None else ()
    return next((n for n in around if tree.all[n].local == "tr"), None)


def taken_out(tree: Elements, row: int, mark: Callable[[str], bytes]) -> Replaced:
    """The change that marks a row; `mark` gives the mark for the prefix of the document."""
    own = tree.all[row]
    prefix = own.name.removesuffix("tr")
    children = {tree.all[n].local: tree.all[n] for n in tree.children(row)}
    properties = children.get("trPr")
    begin, end = f"<{prefix}trPr>".encode(), f"</{prefix}trPr>".encode()
    if properties is None:
        place = children["tblPrEx"].end if "tblPrEx" in children else own.inner
        return Replaced(place, place, begin + mark(prefix) + end)
    if properties.is_empty_tag:
        return Replaced(properties.start, properties.end, begin + mark(prefix) + end)
    return Replaced(properties.close, properties.close, mark(prefix))
