"""The shape `tsv`: tab-separated rows whose columns do not state a grid, and that page breaks may cut."""

import random

from .frame import random_style, report
from .layout import ABOVE, Cell, Grid, Row
from .model import Made

_SHORTEST_CUT = 8


def tsv(made: Made, rng: random.Random) -> str:
    """A report in, tab-separated text out.

    Merged cells leave a random number of empty cells, unless the report has a blank value: then all rows
    keep the exact grid, since else nobody could tell the blank from such an empty cell.
    """
    loose = not made.has_blanks()
    page_break = rng.choice(("none", "between rows", "inside a label"))

    def print_table(grid: Grid) -> str:
        rows = [(row, _loose(row, rng) if loose else _exact(row.cells)) for row in grid]
        return "\n".join(_broken(rows, page_break, rng))

    return report(made, rng, random_style(rng, markdown=rng.random() < 0.5), print_table)


def comma_separated(made: Made, rng: random.Random) -> str:
    """A report in, text with its tables as a spreadsheet exports them out: the exact grid, some cells between quotation marks."""
    quoted = rng.random() < 0.3

    def print_cell(text: str) -> str:
        return f'"{text}"' if quoted and text else text

    def print_table(grid: Grid) -> str:
        return "\n".join(",".join(map(print_cell, _exact(row.cells))) for row in grid)

    return report(made, rng, random_style(rng, markdown=False), print_table)


def _exact(cells: tuple[Cell, ...]) -> list[str]:
    """Cells in, their texts with "" for merged-away ones out."""
    return [cell if isinstance(cell, str) else "" for cell in cells]


def _loose(row: Row, rng: random.Random) -> list[str]:
    """A row in, its texts with 0 to 2 empty ones before the values and after them out."""
    trailing = [""] * rng.randint(0, 2)
    if row.kind == "header":
        return _exact(row.cells)
    if row.kind == "clause" or row.labels <= 1:
        return [cell for cell in row.cells if isinstance(cell, str)] + trailing
    labels = list(row.cells[: row.labels])
    leading = _exact(tuple(cell for cell in labels if cell is ABOVE)) if rng.random() < 0.6 else []
    texts = [cell for cell in labels if isinstance(cell, str)]
    return [*leading, *texts, *[""] * rng.randint(0, 2), *_exact(row.cells[row.labels :]), *trailing]


def _broken(rows: list[tuple[Row, list[str]]], page_break: str, rng: random.Random) -> list[str]:
    """Rows with their texts in, lines (with a page break, where the table is long enough for one) out."""
    lines = ["\t".join(texts) for _, texts in rows]
    places = [at for at, (row, _) in enumerate(rows) if row.key and at + 1 < len(rows)]
    if page_break == "between rows" and places:
        lines.insert(rng.choice(places) + 1, "")
    places = [at for at in places if len(_leaf(rows[at][0])) >= _SHORTEST_CUT]
    if page_break == "inside a label" and places:
        at = rng.choice(places)
        lines[at : at + 1] = _cut(*rows[at], rng)
    return lines


def _leaf(row: Row) -> str:
    """A data row in, its own label ("" where it lost it) out."""
    return next((cell for cell in reversed(row.cells[: row.labels]) if isinstance(cell, str)), "")


def _cut(row: Row, texts: list[str], rng: random.Random) -> list[str]:
    """A row in, a line with half a label, a blank line, and the other half with empty cells out."""
    label = _leaf(row)
    at, cut = texts.index(label), rng.randint(_SHORTEST_CUT // 2, len(label) - 1)
    first = [*texts[:at], label[:cut], *texts[at + 1 :]]
    rest = [*[""] * at, label[cut:], *[""] * (len(texts) - at - 1)]
    return ["\t".join(first), "", "\t".join(rest)]
