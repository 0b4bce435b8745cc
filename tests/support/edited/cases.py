"""All edits: each form, each shape, each label or value in turn."""

import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from zlib import crc32

from generate import FLATTENED, FURTHER, SHAPES, Made, grid
from generate.forms import TABLES, TEMPLATES
from support.edited.judge import Verdict, judge
from support.edited.label_edits import LABEL_EDITS, label_of
from support.edited.labels import spots, values
from support.edited.truth import Truth, whole
from support.edited.unique import sparse_report, unique_report
from support.edited.value_edits import VALUE_EDITS, Changed, value_of, with_grid
from support.samples import Where

PRINTERS: Final = {**SHAPES, **FURTHER, **FLATTENED}
EDITS: Final = (*LABEL_EDITS, *VALUE_EDITS)
_STYLES: Final = 8
"""so many reports, each in a style of its own, in each form and shape"""
_TRACELESS: Final = frozenset({"blank_cell", "line_cell", "spaced", "layout", "raw", "folded"})
"""shapes in which an empty cell leaves no trace"""
_COSTLY: Final = frozenset({"raw", "folded"})
"""shapes in which not even unedited reports are read wholly: what one label tells of another cannot be bounded"""


class Case(NamedTuple):
    """One edit: the form, the shape, the number of the report, the table, the number of the label or value in it."""

    template: int
    shape: str
    seed: int
    table: str
    number: int
    edit: str

    @property
    def rng(self) -> random.Random:
        """What chooses in this edit."""
        return random.Random(repr(self))


class Report(NamedTuple):
    """An edited report: its text, what may be read in it, its figures by offset where cells run together, and what was
    edited."""

    text: str
    truth: Truth
    joined: dict[int, str]
    about: str


@lru_cache(maxsize=1)
def label_cases(first: int = 0) -> tuple[Case, ...]:
    """The number of the first report in, every edit on every label out."""
    return tuple(_cases(tuple(LABEL_EDITS), first, labels=True))


@lru_cache(maxsize=1)
def value_cases(first: int = 0) -> tuple[Case, ...]:
    """The number of the first report in, every edit on every value out."""
    return tuple(_cases(tuple(VALUE_EDITS), first, labels=False))


def _cases(edits: Sequence[str], first: int, *, labels: bool) -> Iterator[Case]:
    for template in TEMPLATES:
        for table in TABLES:
            cells = grid(unique_report(0, template), table)
            size = len(spots(cells, table, template) if labels else list(values(cells, table, template)))
            for number in range(size):
                for edit in edits:
                    for shape in PRINTERS:
                        seed = first + crc32(f"{shape} {table} {number} {edit}".encode()) % _STYLES
                        yield Case(template, shape, seed, table, number, edit)


def edited(case: Case) -> Report | None:
    """An edit in, the edited report (None where it leaves no other trace than another edit, or none) out."""
    made = made_for(case.template, case.shape, case.seed)
    found = _label(case, made) if case.edit in LABEL_EDITS else _value(case, made)
    if found is None:
        return None
    changed, about = found
    text = PRINTERS[case.shape](changed.made, random.Random(case.seed))
    text = changed.after(text) if changed.after else text
    joined = _joined(changed.made, text) if case.shape == "folded" else {}
    return Report(text, changed.truth, joined, about)


def _label(case: Case, made: Made) -> tuple[Changed, str] | None:
    name = case.edit
    if case.shape in _TRACELESS:
        if name == "emptied":
            return None
        name = "emptied" if name == "dropped" else name
        if case.shape == "layout" and name == "repeated":
            return None
    label = label_of(made, case.table, case.number, case.rng)
    done = LABEL_EDITS[name](label)
    if done is None or done.grid == label.grid:
        return None
    return Changed(with_grid(made, case.table, done.grid), done.truth), f"{label.spot.role} {label.spot.text}"


def _value(case: Case, made: Made) -> tuple[Changed, str] | None:
    value = value_of(made, case.table, case.number, case.shape, case.rng)
    name = "value-blanked" if case.edit == "value-dropped" and case.shape in _TRACELESS else case.edit
    if case.edit == "value-blanked" and case.shape in _TRACELESS:
        return None
    done = VALUE_EDITS[name](value)
    return None if done is None else (done, f"{'.'.join(value.place)} {value.text}")


def made_for(template: int, shape: str, seed: int) -> Made:
    """A form, a shape and a number in, the report that is edited out."""
    return (sparse_report if shape == "folded" else unique_report)(seed, template)


def verdict(case: Case) -> tuple[Report, Verdict] | None:
    """An edit in, the edited report and what is wrong with its reading out."""
    report = edited(case)
    if report is None:
        return None
    partly = case.shape in _COSTLY
    readable = read_before(case.template, case.shape, case.seed) if partly else None
    found = judge(report.text, report.truth, report.joined, readable)
    return report, found._replace(dear=()) if partly else found


@lru_cache(maxsize=512)
def read_before(template: int, shape: str, seed: int) -> frozenset[Where]:
    """The cells that are read in the unedited report."""
    return unedited(template, shape, seed).read


def unedited(template: int, shape: str, seed: int) -> Verdict:
    """How a report without any edit is read."""
    made = made_for(template, shape, seed)
    text = PRINTERS[shape](made, random.Random(seed))
    return judge(text, whole(made), _joined(made, text) if shape == "folded" else {})


def _joined(made: Made, text: str) -> dict[int, str]:
    """Where the figures stand in a text whose cells run together: there, they follow each other in their order."""
    found: dict[int, str] = {}
    for section in made.sections:
        at = text.index(section.heading)
        for row in grid(made, section.key) if section.key in TABLES else ():
            for m, cell in enumerate(row.cells):
                if isinstance(cell, str) and cell:
                    at = text.index(cell, at)
                    found.update({at: cell} if row.is_value(m) else {})
                    at += len(cell)
    return found
