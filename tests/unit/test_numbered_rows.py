"""A table that gives each of its rows a number, in every physical shape: the numbers are no values, and move none."""

from collections.abc import Callable, Sequence
from typing import Final

import pytest

from gdlint import api
from gdlint.model.report import Table
from support.conserved import faults

TITLE: Final = "清河县人民政府2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
HEAD: Final = (
    ("序号", "", "申请人情况", "", "", "", "", "", ""),
    ("", "", "自然人", "法人或其他组织", "", "", "", "", "总计"),
    ("", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""),
)
LABELS: Final = {
    "new": "一、本年新收政府信息公开申请数量",
    "carried_in": "二、上年结转政府信息公开申请数量",
    "granted": "（一）予以公开",
    "partial": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "denied.state_secret": "1.属于国家秘密",
    "denied.law_forbidden": "2.其他法律行政法规禁止公开",
    "denied.safety_stability": "3.危及“三安全一稳定”",
}
Rows = Sequence[Sequence[str]]
Write = Callable[[Rows], str]


def values(row: int) -> tuple[str, ...]:
    """The values of a row, of which none stands in another one."""
    return tuple(str(100 * (row + 1) + column) for column in range(7))


VALUES: Final = {key: values(n) for n, key in enumerate(LABELS)}


def rows(numbers: Sequence[str]) -> list[tuple[str, ...]]:
    """The numbers of the rows in, all rows of the table out."""
    return [*HEAD, *((no, LABELS[key], *VALUES[key]) for no, key in zip(numbers, LABELS, strict=True))]


def tabs(table: Rows) -> str:
    """Cells between tabs."""
    return "\n".join("\t".join(row) for row in table)


def pipe(table: Rows) -> str:
    """A Markdown table."""
    head, *below = ("| " + " | ".join(row) + " |" for row in table)
    return "\n".join([head, "|---" * len(table[0]) + "|", *below])


def lines(table: Rows) -> str:
    """A line for each cell that is not blank."""
    return "\n".join(text for row in table for text in row if text)


def bar_lines(table: Rows) -> str:
    """A line for each cell, which ends in a bar."""
    return "\n".join(f"{text} |" for row in table for text in row)


def tab_lines(table: Rows) -> str:
    """A line for each cell, which begins with a tab."""
    return "\n".join(f"\t{text}" for row in table for text in row)


def blanks(table: Rows) -> str:
    """Cells in columns between blanks."""
    return "\n\n".join("".join(f"{text:<30}" for text in row) for row in table)


def wrapped(table: Rows) -> str:
    """The same, the labels of some rows around their values."""
    return "\n\n".join(
        f"{'':<30}{row[1][:6]}\n{row[0]:<30}{'':<30}{'    '.join(row[2:])}\n{'':<30}{row[1][6:]}"
        if "二" in row[1]
        else blanks([row])
        for row in table
    )


WRITERS: Final = (tabs, pipe, lines, bar_lines, tab_lines, blanks, wrapped)


def read(write: Write, table: Rows) -> Table:
    """The table of a report with some rows in a shape; none of its figures is lost or told twice."""
    report = api.parse(f"{TITLE}{write(table)}\n\n四、政府信息公开行政复议、行政诉讼情况\n")
    assert list(faults(report)) == []
    return report.tables["applications"]


def figures(table: Table) -> dict[str, tuple[str | None, ...]]:
    """The figures of each row that was read."""
    return {
        row: tuple(figure.text for figure in cells.values()) for row, cells in table.rows.items() if cells
    }


@pytest.mark.parametrize("write", WRITERS)
def test_rows_with_numbers_are_read_like_others(write: Write) -> None:
    table = read(write, rows("1234567"))
    assert figures(table) == VALUES
    assert {(loose.texts, loose.reason) for loose in table.loose} == {
        ((no,), "row-number") for no in "1234567"
    }
    assert {label.key for label in table.labels if "序" in label.text} == set()


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("numbers", ["1234467", "1235678", "2345678", "7654321", "0000000"])
def test_numbers_that_do_not_count_on_are_no_values(write: Write, numbers: str) -> None:
    found = figures(read(write, rows(numbers)))
    assert {key: shown for key, shown in found.items() if shown != VALUES[key]} == {}


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("row", range(len(LABELS)))
@pytest.mark.parametrize("column", range(9))
def test_a_cell_that_is_not_there_moves_no_other(write: Write, row: int, column: int) -> None:
    table = rows("1234567")
    cells = table[len(HEAD) + row]
    table[len(HEAD) + row] = (*cells[:column], *cells[column + 1 :])
    found = figures(read(write, table))
    key = tuple(LABELS)[row]
    assert {other: shown for other, shown in found.items() if other != key and shown != VALUES[other]} == {}
    assert all(text in (*VALUES[key], "") for text in found.get(key, ()))


def test_numbers_at_the_end_of_joined_cells_are_cut_off() -> None:
    head = (
        "序号（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
        "申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他"
    )
    digits = ["0000000", "1201015", "0000000", "0004004", "0000000", "0700007", "0000000"]
    joined = (f"{no}{label}{row}" for no, label, row in zip("1234567", LABELS.values(), digits, strict=True))
    table = read(lambda rows: "".join(rows[0]), [[head, *joined]])
    assert figures(table) == {key: tuple(row) for key, row in zip(LABELS, digits, strict=True)}
