"""The label of a row that stands right below its header without any value: no table by itself, but printed all the same."""

from gdlint.forms.labels import find_exact, row_labels
from gdlint.model.document import Block, Cell, Kind, Paragraph, Part, Row
from gdlint.model.form import TableForm


def lone_row(above: Part, block: Block, form: TableForm) -> Part | None:
    """A block below a header without rows as a row of the table; None where it is no label of one, or rows are there."""
    if above.rows or not above.heads or not isinstance(block, Paragraph):
        return None
    if find_exact(block.text, row_labels(form))[0] is None:
        return None
    cell = Cell(block.text, block.start, block.end)
    head = above.heads[-1]
    return Part((), (Row(Kind.ROW, (cell,), head.grid, head.run, block.start, block.end),))
