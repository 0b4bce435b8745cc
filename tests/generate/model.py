"""`Made`: everything that is true of one random report."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from . import prose
from .figures import Tables, random_tables
from .forms import SECTIONS, TEMPLATES
from .prose import Told

if TYPE_CHECKING:
    from .layout import Grid

_BODIES = (
    ("青石县云溪镇人民政府", "town"),
    ("柳河镇人民政府", "town"),
    ("云溪乡", "town"),
    ("青石县松岭乡人民政府", "town"),
    ("临江街道办事处", "street"),
    ("云澜市北湖区东湖街道办事处", "street"),
    ("青石县林业局", "department"),
    ("青石县教育局", "department"),
    ("云澜市交通运输局", "department"),
    ("青石县人民政府", "county"),
    ("云澜市人民政府", "city"),
    ("云澜市人民政府", "city"),
)
_YEARS = {2019: (2019, 2020), 2021: (2021, 2022, 2023, 2024, 2025)}


class Section(NamedTuple):
    """A section: its key, its numbered official heading and the paragraphs before its table."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Made:
    """The truth of a report; the last six fields say how its tables depart from the form.

    `tables` maps table, row and column keys to the printed text ("" = a blank cell). `told` are the cells
    that the prose repeats. `relabelled` maps a row to the key of the row whose label is printed there.
    `absent` tables are not printed; `edits` change the grid of a table, told by its key.
    """

    body: str
    body_kind: str
    year: int
    template: int
    title: str
    period: tuple[date, date]
    intro: str | None
    signature: tuple[str, date] | None
    sections: tuple[Section, ...]
    tables: Tables
    told: frozenset[tuple[str, str, str]] = frozenset()
    dropped: frozenset[tuple[str, str]] = frozenset()
    relabelled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    doubled: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    edits: "tuple[Callable[[str, Grid], Grid], ...]" = ()

    def has_blanks(self) -> bool:
        """Whether any value cell is blank."""
        rows = (row for table in self.tables.values() for row in table.values())
        return any(not text for row in rows for text in row.values())

    def label_key(self, table: str, row: str) -> str:
        """A row in, the key of the row whose label stands beside its figures out."""
        return self.relabelled.get((table, row), row)


def random_report(rng: random.Random, template: int | None = None) -> Made:
    """A generator (and a template, or a random one) in, a consistent report out."""
    template = rng.choice(TEMPLATES) if template is None else template
    body, kind = rng.choice(_BODIES)
    year = rng.choice(_YEARS[template])
    period = (date(year, 1, 1), date(year, 12, 31))
    tables = random_tables(rng, template, kind)
    sections, told = _sections(rng, template, tables)
    return Made(
        body=body,
        body_kind=kind,
        year=year,
        template=template,
        title=f"{body}{year}{rng.choice(('年', '年', '年度'))}政府信息公开工作年度报告",
        period=period,
        intro=prose.intro(rng, body, period),
        signature=None if rng.random() < 0.25 else (body, date(year + 1, 1, rng.randint(4, 31))),
        sections=sections,
        tables=tables,
        told=told,
    )


def _sections(
    rng: random.Random, template: int, tables: Tables
) -> tuple[tuple[Section, ...], frozenset[tuple[str, str, str]]]:
    """The figures in, the six sections and the cells that their prose repeats out."""
    told = {
        "overall": prose.overall(rng, tables),
        "litigation": prose.litigation(rng, tables),
        "problems": prose.problems(rng),
        "others": prose.others(rng, template),
    }
    nothing = Told(())
    sections = tuple(Section(key, heading, told.get(key, nothing).paragraphs) for key, heading in SECTIONS)
    return sections, frozenset(cell for text in told.values() for cell in text.cells)
