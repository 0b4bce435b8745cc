"""The text around the tables: title, introduction, headings, prose and signature."""

import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from .forms import TABLES
from .layout import Grid, grid
from .model import Made, Section
from .prose import chinese_date

_INDENTS = ("", "", "  ", "\u3000\u3000", "\xa0\xa0 ")


class Style(NamedTuple):
    """How the text around the tables looks: Markdown headings or not, what parts two blocks of prose,
    whether a table follows its heading without a blank line, and what a paragraph is indented with."""

    markdown: bool
    gap: str
    snug: bool
    indent: str


class _Block(NamedTuple):
    """A piece of the report: its text, and whether it is a table."""

    text: str
    is_table: bool = False


def random_style(rng: random.Random, *, markdown: bool = False, snug: bool = False) -> Style:
    """Whether headings are Markdown and tables may be snug in, a style out."""
    if markdown:
        return Style(True, "\n\n", False, "")
    return Style(False, rng.choice(("\n", "\n\n")), snug and rng.random() < 0.5, rng.choice(_INDENTS))


def report(made: Made, rng: random.Random, style: Style, print_table: Callable[[Grid], str]) -> str:
    """A report, a style and a printer of tables in, the whole text out."""
    blocks = [*_title(made, rng, style), *_prose(made.intro, style)]
    for section in made.sections:
        blocks.append(_Block(_heading(section.heading, rng, style)))
        blocks += (block for text in section.paragraphs for block in _prose(text, style))
        blocks += (_Block(text, True) for text in _tables(made, section, print_table))
    return _joined([*blocks, *_signature(made, rng, style)], style)


def _title(made: Made, rng: random.Random, style: Style) -> list[_Block]:
    """A report in, its title on one line or two out."""
    cut = len(made.body)
    parts = [made.title[:cut], made.title[cut:]] if rng.random() < 0.4 else [made.title]
    if not style.markdown:
        return [_Block(part) for part in parts]
    return [_Block(f"{'#' * (depth + 1)} {part}") for depth, part in enumerate(parts)]


def _heading(text: str, rng: random.Random, style: Style) -> str:
    """A heading in, the same with hashes of uneven depth or with leading blanks out."""
    if style.markdown:
        return f"{'#' * rng.randint(2, 4)} {text}"
    return rng.choice(_INDENTS) + text


def _prose(text: str | None, style: Style) -> list[_Block]:
    """A paragraph (or None) in, its block (or none) out."""
    return [] if text is None else [_Block(style.indent + text)]


def _tables(made: Made, section: Section, print_table: Callable[[Grid], str]) -> list[str]:
    """A section in, its table, once or twice, or nothing out."""
    if not _has_table(made, section):
        return []
    times = 2 if section.key in made.doubled else 1
    return [print_table(grid(made, section.key)) for _ in range(times)]


def sections_of(made: Made) -> Iterator[tuple[Section, Grid | None]]:
    """A report in, its sections with the grids of their tables (None where they have none) out."""
    for section in made.sections:
        yield section, grid(made, section.key) if _has_table(made, section) else None


def printed(made: Made) -> Iterator[str | tuple[Section, Grid]]:
    """A report in, what is printed of it from top to bottom out: paragraphs, and the tables of sections."""
    yield made.title
    if made.intro:
        yield made.intro
    for section, table in sections_of(made):
        yield section.heading
        yield from section.paragraphs
        if table:
            yield section, table
    if made.signature:
        body, day = made.signature
        yield body
        yield chinese_date(day)


def _has_table(made: Made, section: Section) -> bool:
    return section.key in TABLES and section.key not in made.absent


def _signature(made: Made, rng: random.Random, style: Style) -> list[_Block]:
    """A report in, the lines of its signature, perhaps moved to the right, out."""
    if made.signature is None:
        return []
    body, day = made.signature
    margin = "" if style.markdown else " " * rng.choice((0, 0, 24))
    return [_Block(margin + body), _Block(margin + chinese_date(day))]


def _joined(blocks: list[_Block], style: Style) -> str:
    """Blocks in, the text out; a blank line after every table, and before it unless the style is snug."""
    text = blocks[0].text
    for before, block in pairwise(blocks):
        parted = before.is_table or (block.is_table and not style.snug)
        text += ("\n\n" if parted else style.gap) + block.text
    return text + "\n"
