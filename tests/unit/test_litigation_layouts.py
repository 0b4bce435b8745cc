"""The table of section four in other layouts than the official one: read where its labels tell each figure, unassigned elsewhere."""

from collections.abc import Callable, Sequence
from typing import Final

import pytest

from gdlint import api
from gdlint.model.report import Table

TITLE: Final = "清河县人民政府2023年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
OVER: Final = "行政诉讼"
GROUPS: Final = ("行政复议", "未经复议直接起诉", "复议后起诉")
OUTCOMES: Final = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
VALUES: Final = (
    ("11", "12", "13", "14", "50"),
    ("21", "22", "23", "24", "90"),
    ("31", "32", "33", "34", "130"),
)
KEYS: Final = ("reconsideration", "direct_suit", "suit_after_reconsideration")
COLUMNS: Final = ("upheld", "corrected", "other", "pending", "total")
READ: Final = {row: dict(zip(COLUMNS, values, strict=True)) for row, values in zip(KEYS, VALUES, strict=True)}
FIRST, SECOND, THIRD = VALUES
BLANK: Final = ("",) * 4
HEAD: Final = (
    (GROUPS[0], *BLANK, OVER, *BLANK, "", *BLANK),
    (*OUTCOMES, GROUPS[1], *BLANK, GROUPS[2], *BLANK),
    ("", *BLANK, *OUTCOMES, *OUTCOMES),
)
SUITS_FIRST: Final = (
    (OVER, *BLANK, "", *BLANK, GROUPS[0], *BLANK),
    (GROUPS[1], *BLANK, GROUPS[2], *BLANK, *OUTCOMES),
    (*OUTCOMES, *OUTCOMES, "", *BLANK),
)

Rows = Sequence[Sequence[str]]
Write = Callable[[Rows], str]


def tabs(rows: Rows) -> str:
    """Rows of cells in, lines of cells between tabs out."""
    return "\n".join("\t".join(row) for row in rows)


def pipe(rows: Rows) -> str:
    """Rows of cells in, a Markdown table out."""
    head, *below = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *below])


def bars(rows: Rows) -> str:
    """Rows of cells in, lines of the cells that are not blank between bars out."""
    return "\n".join(" | ".join(filter(None, row)) for row in rows)


def lines(rows: Rows) -> str:
    """Rows of cells in, a line for each that is not blank out."""
    return "\n".join(text for row in rows for text in row if text)


def shown(text: str) -> dict[str, dict[str, str]]:
    """A printed table in, the texts of its cells out; what is in no cell of it is unassigned."""
    table = api.parse(f"{TITLE}{text}\n").tables["litigation"]
    cells = {row: {key: str(figure.text) for key, figure in got.items()} for row, got in table.rows.items()}
    assert sorted([*_in(cells), *_left(table)]) == sorted(_figures(text))
    return cells


def _in(cells: dict[str, dict[str, str]]) -> list[str]:
    return [text for row in cells.values() for text in row.values() if text.isdigit()]


def _left(table: Table) -> list[str]:
    return [text for loose in table.loose for text in loose.texts if text.isdigit()]


def _figures(text: str) -> list[str]:
    return [piece for piece in text.replace("|", " ").split() if piece.isdigit()]


@pytest.mark.parametrize("write", [tabs, pipe, bars])
def test_suits_may_stand_before_reconsiderations(write: Write) -> None:
    assert shown(write([*SUITS_FIRST, (*SECOND, *THIRD, *FIRST)])) == READ
    one_row = [
        (OVER, *BLANK, "", *BLANK, GROUPS[0], *BLANK),
        (GROUPS[1], GROUPS[2], *BLANK, *BLANK, "", *BLANK),
    ]
    assert shown(bars([*one_row, OUTCOMES * 3, (*SECOND, *THIRD, *FIRST)])) == READ


def test_each_group_may_stand_right_before_its_outcomes() -> None:
    order = [(GROUPS[1], SECOND), (GROUPS[2], THIRD), (GROUPS[0], FIRST)]
    head = [text for group, _ in order for text in (group, *OUTCOMES)]
    assert shown(lines([head, [text for _, values in order for text in values]])) == READ


@pytest.mark.parametrize("label", ["数量", "件数", "数量（件）"])
def test_a_label_may_stand_before_the_values(label: str) -> None:
    rows = [*(("", *row) for row in HEAD), (label, *FIRST, *SECOND, *THIRD)]
    for write in (tabs, pipe, bars, lines):
        assert shown(write(rows)) == READ


def test_a_row_for_each_group() -> None:
    rows = [
        ("类别", "", *OUTCOMES),
        (GROUPS[0], "", *FIRST),
        (OVER, GROUPS[1], *SECOND),
        ("", GROUPS[2], *THIRD),
    ]
    for write in (tabs, pipe, bars, lines):
        assert shown(write(rows)) == READ


@pytest.mark.parametrize(
    ("values", "write"),
    [
        (("21", "—", "23", "24", "90"), tabs), (("21", "—", "23", "24", "90"), pipe), (("无", "无", "23", "24", "90"), pipe),
        (("21", "", "23", "24", "90"), pipe),
    ],
)  # fmt: skip
def test_a_mark_or_a_blank_cell_among_the_values_costs_no_other(
    values: tuple[str, ...], write: Write
) -> None:
    rows = [
        ("类别", "", *OUTCOMES),
        (GROUPS[0], "", *FIRST),
        (OVER, GROUPS[1], *values),
        ("", GROUPS[2], *THIRD),
    ]
    assert shown(write(rows)) == {**READ, KEYS[1]: dict(zip(COLUMNS, values, strict=True))}


def test_a_block_for_each_group() -> None:
    names = (GROUPS[0], f"{OVER}——{GROUPS[1]}", f"{OVER}——{GROUPS[2]}")
    blocks = zip(names, VALUES, strict=True)
    rows = [row for name, values in blocks for row in ((name, *BLANK), OUTCOMES, values)]
    assert shown(tabs(rows)) == READ
    assert shown(pipe(rows)) == READ


def test_a_table_for_the_suits_alone() -> None:
    first = [(GROUPS[0], *BLANK), OUTCOMES, FIRST]
    suits = [
        (OVER, *BLANK, "", *BLANK),
        (GROUPS[1], *BLANK, GROUPS[2], *BLANK),
        OUTCOMES * 2,
        (*SECOND, *THIRD),
    ]
    assert shown(pipe(first) + "\n\n" + pipe(suits)) == READ


def test_a_row_for_each_value() -> None:
    rows = [("类别", "结果", "数量")]
    for group, values in zip(GROUPS, VALUES, strict=True):
        names = (group, *BLANK)
        rows += zip(names, OUTCOMES, values, strict=True)
    for write in (tabs, pipe, bars):
        assert shown(write(rows)) == READ


def test_a_line_of_values_for_each_group() -> None:
    assert shown(tabs([*HEAD, FIRST, SECOND, THIRD])) == READ


@pytest.mark.parametrize("write", [tabs, pipe, bars])
def test_a_header_may_come_twice(write: Write) -> None:
    assert shown(write([*HEAD, *HEAD, (*FIRST, *SECOND, *THIRD)])) == READ


def test_the_group_of_reconsiderations_may_have_no_label() -> None:
    assert shown(tabs([*HEAD[1:], (*FIRST, *SECOND, *THIRD)])) == READ


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([(OVER, *HEAD[0][1:]), *HEAD[1:], (*FIRST, *SECOND, *THIRD)], id="suits over all"),
        pytest.param([(*BLANK, GROUPS[0]), OUTCOMES, FIRST, OUTCOMES, SECOND, OUTCOMES, THIRD], id="one group"),
        pytest.param([(GROUPS[0], *FIRST), (GROUPS[1], *SECOND), (GROUPS[2], *THIRD)], id="no outcomes"),
        pytest.param([OUTCOMES, FIRST, SECOND, THIRD], id="no groups"),
        pytest.param(
            [("", *OUTCOMES), (GROUPS[0], *FIRST), (GROUPS[0], *SECOND), (GROUPS[2], *THIRD)], id="group twice"
        ),
        pytest.param(
            [("", *OUTCOMES), (GROUPS[0], *FIRST[:4]), (GROUPS[1], *SECOND), (GROUPS[2], *THIRD)], id="value lost"
        ),
        pytest.param([*HEAD, FIRST, SECOND, THIRD[:4]], id="line of four"),
        pytest.param([*SUITS_FIRST, (*SECOND, *THIRD, *FIRST[:4])], id="suits first, value lost"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("write", [tabs, bars])
def test_what_labels_do_not_tell_is_unassigned(write: Write, rows: Rows) -> None:
    assert shown(write(rows)) == {}


def test_lines_do_not_tell_whether_suits_stand_left_of_reconsiderations() -> None:
    # A cell over two rows may stand a line below its neighbour that it is beside.
    assert shown(lines([*SUITS_FIRST, (*SECOND, *THIRD, *FIRST)])) == {}


def test_a_blank_cell_behind_values_tells_nothing_where_rows_have_any_number_of_them() -> None:
    applications = (
        "三、收到和处理政府信息公开申请情况\n\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
        "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1{}\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
    )
    row = [value for group in VALUES for value in group]
    missing = tabs((*HEAD, (*row[:7], *row[8:], "")))
    read = [
        bool(api.parse(applications.format(behind) + TITLE + missing).tables["litigation"].rows)
        for behind in ("", "\t\t")
    ]
    assert read == [True, False]


@pytest.mark.parametrize("write", [lines, bars])
@pytest.mark.parametrize("group", range(3))
def test_a_total_too_many_and_one_missing_move_no_value(write: Write, group: int) -> None:
    outcomes = [[*OUTCOMES] for _ in GROUPS]
    outcomes[group].append("总计")
    outcomes[group - 1].pop()
    head = ((GROUPS[0], OVER), (GROUPS[1], GROUPS[2]), [text for texts in outcomes for text in texts])
    found = shown(write([*head, (*FIRST, *SECOND, *THIRD)]))
    assert {row: cells for row, cells in found.items() if cells != READ[row]} == {}
