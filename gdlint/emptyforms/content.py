"""What stands in a form with nothing filled in: title, sections with hints, tables, signature."""

from collections.abc import Iterator
from typing import NamedTuple

from gdlint.emptyforms.form_grid import FormGrid, grid_of
from gdlint.forms.section_places import official_heading
from gdlint.model.form import Edition, Forms

BODY = "××××"
"""in place of the name of a body; GD705 speaks of it until it is replaced, as of the month and day"""
HINT = "【填写：{}】"
"""around a hint; GD704 speaks of it until it is removed"""


class FormSection(NamedTuple):
    """A section: heading, hints, and its table, if it has one."""

    heading: str
    hints: tuple[str, ...]
    grid: FormGrid | None


class FormContent(NamedTuple):
    """A form from top to bottom."""

    title: str
    intro: str
    sections: tuple[FormSection, ...]
    signature: tuple[str, str]


def content_of(edition: Edition, forms: Forms, year: int, body: str | None) -> FormContent:
    """What stands in a form for a reporting year. What no line of text holds is left out of the name of the body."""
    name = "".join(letter for letter in body or "" if letter.isprintable()).strip() or BODY
    return FormContent(
        f"{name}{year}年政府信息公开工作年度报告",
        f"本报告所列数据的统计期限自{year}年1月1日至{year}年12月31日。",
        tuple(_sections(edition, forms)),
        (name, f"{year + 1}年××月××日"),
    )


def _sections(edition: Edition, forms: Forms) -> Iterator[FormSection]:
    for section in forms.sections_of(edition.template):
        tables = (table for table in forms.tables.values() if table.section == section.key)
        table = next((table for table in tables if edition.template in table.templates), None)
        hints = tuple(HINT.format(text) for text in edition.hints.get(section.key, ()))
        grid = grid_of(table, edition.template) if table else None
        yield FormSection(official_heading(section, forms, edition.template), hints, grid)
