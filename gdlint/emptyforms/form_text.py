"""An empty form as text or Markdown. A figure that is to be filled in is a low line: a cell without any text leaves no trace in text."""

from collections.abc import Iterator

from gdlint.emptyforms.content import FormContent
from gdlint.emptyforms.form_grid import FormGrid

TO_FILL_IN = "＿"


def text(content: FormContent) -> bytes:
    """The form as text, with bars between the cells of tables."""
    return _written(content, "", "")


def markdown(content: FormContent) -> bytes:
    """The form as Markdown."""
    return _written(content, "# ", "## ")


def _written(content: FormContent, title: str, heading: str) -> bytes:
    blocks = [title + content.title, content.intro]
    for section in content.sections:
        blocks += [heading + section.heading, *section.hints]
        blocks += ["\n".join(_lines(section.grid))] if section.grid else []
    return ("\n\n".join([*blocks, *content.signature]) + "\n").encode()


def _lines(grid: FormGrid) -> Iterator[str]:
    """A pipe table, in which merged cells leave empty ones."""
    rows = [[""] * grid.width for _ in range(grid.height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = TO_FILL_IN if cell.is_value else cell.text
    for n, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if n == 0:
            yield "|" + "---|" * grid.width
