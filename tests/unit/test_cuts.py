"""Joined figures: cut where one way is left, and never otherwise."""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.forms.column_cuts import JoinedRow
from gdlint.forms.cuts import Joined, all_cuts, graph_of, join, known_in
from gdlint.forms.joined_rows import cut_rows
from gdlint.forms.joined_sums import Place
from gdlint.forms.refuted import holds_in_more_rows, is_refuted
from gdlint.model.document import Cell
from gdlint.model.form import Type

COUNTS: Final[tuple[Type, ...]] = ("count",) * 7
ROW_SUM: Final = (1, 1, 1, 1, 1, 1, -1)
APPLICATIONS: Final = api.forms().tables["applications"]
COLUMNS: Final = tuple(column.key for column in APPLICATIONS.columns)


def summed(*pieces: str) -> Joined:
    """A row of the applications table: its total is the sum of the others."""
    return join(pieces, COUNTS)._replace(signs=ROW_SUM, closed=frozenset({6}))


def texts(row: Joined) -> list[str | None]:
    """What is known of each cell."""
    return [row.text[place[0] : place[1]] if place else None for place in known_in(graph_of(row))]


@pytest.mark.parametrize(
    ("row", "known"),
    [
        pytest.param(join(["710000071"], COUNTS), [None] * 7, id="nine digits for seven columns"),
        pytest.param(
            summed("12626111817846168897"),
            ["126", "261", "118", "178", "46", "168", "897"],
            id="the sum decides between 27,132 cuts",
        ),
        pytest.param(summed("710000071"), ["71", "0", "0", "0", "0", "0", "71"], id="the sum decides"),
        pytest.param(join(["7000007"], COUNTS), ["7", "0", "0", "0", "0", "0", "7"], id="a digit a column"),
        pytest.param(summed("5000006"), [], id="a digit a column, but the sum is wrong"),
        pytest.param(
            join(["5000006"], COUNTS), ["5", "0", "0", "0", "0", "0", "6"], id="digits alone do not add"
        ),
        pytest.param(
            summed("230", "000023"), ["23", "0", "0", "0", "0", "0", "23"], id="a blank ends a figure"
        ),
        pytest.param(join(["898989"], COUNTS[:3]), [None] * 3, id="no sum, several ways"),
        pytest.param(join(["007"], COUNTS[:3]), ["0", "0", "7"], id="no figure begins with 0"),
        pytest.param(join(["12"], COUNTS[:3]), [], id="fewer digits than columns: something is blank"),
        pytest.param(join(["35", "-15"], ("count", "signed")), ["35", "-15"], id="a sign begins a figure"),
        pytest.param(join(["35", "-15"], ("count", "count")), [], id="a count has no sign"),
        pytest.param(join(["12.50"], ("count", "amount")), ["1", "2.50"], id="an amount has a fraction"),
        pytest.param(
            join(["135.50元"], ("count", "amount")), [None, None], id="where the amount begins is open"
        ),
        pytest.param(join([], ()), [], id="nothing"),
    ],
)
def test_known_cells(row: Joined, known: list[str | None]) -> None:
    assert texts(row) == known


@pytest.mark.parametrize("digits", ["1" * 49, "9" * 105, "7" * 10_000, "10" * 5_000])
def test_a_hostile_row_is_given_up(digits: str) -> None:
    assert known_in(graph_of(summed(digits))) == []
    assert all_cuts(summed(digits), 10) in ([], None)


@st.composite
def rows_of_applications(draw: st.DrawFn) -> list[int]:
    """Six counts and their sum."""
    parts = draw(st.lists(st.integers(0, 999), min_size=6, max_size=6))
    return [*parts, sum(parts)]


@given(rows_of_applications(), st.sets(st.integers(1, 6)))
def test_what_is_known_is_what_was_joined(figures: list[int], blanks: set[int]) -> None:
    pieces = [""]
    for n, figure in enumerate(figures):
        if n in blanks:
            pieces.append("")
        pieces[-1] += str(figure)
    for row in (join(pieces, COUNTS), summed(*pieces)):
        assert all(text in (None, str(figure)) for text, figure in zip(texts(row), figures, strict=False))


def figures_of(rows: dict[str, str]) -> dict[str, list[tuple[str | None, str | None]]]:
    """Rows of the applications table with joined digits in, (text, how it was found) of each cell out."""
    joined = [
        JoinedRow(tuple((key, column) for column in COLUMNS), COUNTS, (Cell(digits, 0, len(digits)),))
        for key, digits in rows.items()
    ]
    found = cut_rows(APPLICATIONS, joined, {})
    return {
        key: [(figure.text, figure.inferred) for figure in figures.values()]
        for key, figures in zip(rows, found, strict=True)
    }


def test_each_cell_says_how_it_was_found() -> None:
    found = figures_of({"new": "640020470", "granted": "7000007"})
    assert found["granted"] == [(text, "digits") for text in "7000007"]
    assert found["new"] == [(text, "row-sum") for text in ("64", "0", "0", "2", "0", "4", "70")]


RESULTS: Final = tuple(
    row.key
    for row in APPLICATIONS.rows
    if 2021 in row.templates and row.key not in ("new", "carried_in", "total", "carried_out")
)


AMBIGUOUS: Final = "130220127"
"""1 3 0 22 0 1 27, or 1 3 0 2 20 1 27"""
TABLE: Final = dict.fromkeys(RESULTS, "0000000") | {
    "new": "1201004", "carried_in": "010210123", "granted": AMBIGUOUS, "total": AMBIGUOUS, "carried_out": "0000000",
}  # fmt: skip


def test_sums_of_columns_decide_what_sums_of_rows_leave_open() -> None:
    found = figures_of(TABLE)["total"]
    assert [text for text, _ in found] == ["1", "3", "0", "22", "0", "1", "27"]
    assert [by for _, by in found] == ["row-sum"] * 3 + ["column-sum"] * 2 + ["row-sum"] * 2


def test_columns_that_do_not_add_up_decide_nothing() -> None:
    found = figures_of(TABLE | {"carried_out": "1001002"})["total"]
    assert [text for text, _ in found][3:5] == [None, None]


LONG: Final = dict.fromkeys(RESULTS, "0000000") | {
    "new": "12626111817846168897", "carried_in": "0000000", "granted": "12626111817846168897",
    "total": "12626111817846168897", "carried_out": "0000000",
}  # fmt: skip


def test_a_row_with_many_cuts_is_read_by_its_sum_where_the_sums_of_columns_bear_it_out() -> None:
    read = [("126", "row-sum"), ("261", "row-sum"), ("118", "row-sum"), ("178", "row-sum"), ("46", "row-sum")]
    assert figures_of(LONG)["total"][:5] == read


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"carried_out": "1001002"}, id="a sum of a column that fails"),
        pytest.param({"carried_out": "710000072"}, id="a row of the column is open"),
    ],
)
def test_a_row_with_many_cuts_stays_open_where_no_column_bears_it_out(changed: dict[str, str]) -> None:
    assert figures_of(LONG | changed)["new"] == [(None, None)] * 7


def report_of(rows: dict[str, str]) -> str:
    """The joined digits of a table in, a report with it out."""
    labels = {row.key: row.label for row in APPLICATIONS.rows if 2021 in row.templates}
    header = "自然人法人或其他组织商业企业科研机构社会公益组织法律服务机构其他总计"
    lines = [labels[key] + rows[key] for key in labels]
    return "\n".join(["三、收到和处理政府信息公开申请情况", header, *lines])


def test_a_sum_by_which_a_cell_was_found_is_not_said_to_be_checked() -> None:
    columns = {"GD401": 7, "GD402": 7, "GD403": 25}
    by_digits = dict.fromkeys(TABLE, "0000000")
    for rows, used in ((by_digits, {}), (TABLE, {"GD401": 2, "GD402": 2, "GD403": 3})):
        for code, number in columns.items():
            rules = [ready for ready in api.rules_for((code,)) if ready.rule.code == code]
            outcome = api.lint(report_of(rows), rules=rules).outcome
            assert (code, outcome.true + outcome.false) == (code, number - used.get(code, 0))


def test_a_wrong_sum_leaves_the_row_open() -> None:
    assert figures_of({"new": "640020471"})["new"] == [(None, None)] * 7


PLACES: Final = [("row", f"c{n}") for n in range(7)]
OTHERS: Final = {("other", f"c{n}"): value for n, value in enumerate((0, 0, 0, 0, 3, 5))}
"""what the columns add up to, but for that of the totals"""
COLUMN_SUMS: Final = [{("row", column): 1, (other, column): -1} for other, column in OTHERS]


@pytest.mark.parametrize(
    "digits",
    [
        pytest.param("00140014", id="a zero was left out"),
        pytest.param("0000480", id="the total was left out"),
        pytest.param("0000008660", id="a figure too many"),
    ],
)
def test_a_row_whose_sum_fails_may_have_lost_a_cell_or_got_one(digits: str) -> None:
    assert is_refuted(summed(digits), PLACES, (), {})


def test_a_row_that_takes_too_many_steps_with_a_cell_more_or_less_tells_nothing() -> None:
    digits = "00158962541271442302957960094094"
    assert all_cuts(summed(digits), 10, 100) is None
    assert is_refuted(summed(digits), PLACES, (), {})


def test_the_number_of_the_next_label_may_be_the_end_of_a_figure() -> None:
    others = OTHERS | {("other", "c4"): 7}
    assert is_refuted(summed("0000751"), PLACES, COLUMN_SUMS, others, "2")
    assert not is_refuted(summed("0000751"), PLACES, COLUMN_SUMS, others, "3")


def test_a_row_whose_sum_fails_is_read_where_the_columns_hold_in_no_other_row() -> None:
    assert not is_refuted(summed("0000350"), PLACES, COLUMN_SUMS, OTHERS)
    assert is_refuted(summed("0000350"), PLACES, (), {})


LOST: Final = ([("lost", f"c{n}") for n in range(7)],)


@pytest.mark.parametrize(
    ("digits", "sums", "more"),
    [
        pytest.param("120000012034000034", (), True, id="two rows"),
        pytest.param("120000012", (), False, id="no digits for two"),
        pytest.param("120000012034000035", (), False, id="the sum of the second row fails"),
        pytest.param(
            "120000012034000034", [{("row", "c0"): 1, ("lost", "c0"): -1}], False, id="a column fails"
        ),
    ],
)
def test_the_digits_of_a_row_may_be_those_of_the_row_below_too(
    digits: str, sums: Sequence[Mapping[Place, int]], more: bool
) -> None:
    assert holds_in_more_rows(summed(digits), PLACES, LOST, sums, {}) is more


def test_a_row_without_its_label_leaves_the_row_above_open() -> None:
    labels = {row.key: row.label for row in APPLICATIONS.rows if 2021 in row.templates}
    text = report_of(TABLE | {"total": "92650172110127566000 ", "carried_out": "0000"})
    table = api.parse(text.replace("\n" + labels["carried_out"], "")).tables["applications"]
    assert all(figure.text is None for figure in table.rows["total"].values())


def test_digits_that_tell_but_some_cells_of_a_row_whose_sum_fails_tell_none() -> None:
    pieces = ("640020471", "0", "0")
    row = JoinedRow(
        tuple(("new", column) for column in COLUMNS),
        COUNTS,
        tuple(Cell(text, 0, len(text)) for text in pieces),
    )
    (found,) = cut_rows(APPLICATIONS, [row], {})
    assert [figure.text for figure in found.values()] == [None] * 7


@pytest.mark.parametrize(
    ("behind", "read"),
    [
        ("0000000.", [*"0000000"]),
        ("00000 00.", [*"0000000"]),
        pytest.param("00000000.", [None] * 7, id="a zero too many"),
    ],
)
def test_a_zero_is_no_number_of_a_label(behind: str, read: list[str | None]) -> None:
    table = api.parse(report_of(TABLE).replace("0000000\n3.", behind)).tables["applications"]
    assert [figure.text for figure in table.rows["denied.law_forbidden"].values()] == read
    assert [figure.text for figure in table.rows["denied.safety_stability"].values()] == [*"0000000"]


DISCLOSURE: Final = "二、主动公开政府信息情况\n"
PROCUREMENT: Final = DISCLOSURE + "第二十条第（九）项信息内容采购项目数量采购总金额政府集中采购{}\n"
PENALTIES: Final = DISCLOSURE + "第二十条第（六）项信息内容本年处理决定数量行政处罚{}\n"
ISSUED: Final = DISCLOSURE + "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章{}\n"


@pytest.mark.parametrize(
    ("text", "row", "read"),
    [
        pytest.param(PENALTIES.format("34行政强制56"), "penalties", ["34"], id="both labels"),
        pytest.param(PENALTIES.format("3456"), "penalties", [None], id="the label of the next row is missing"),
        pytest.param(PENALTIES.format("3"), "penalties", ["3"], id="one digit for two rows"),
        pytest.param(ISSUED.format("0035行政规范性文件000"), "regulations", ["0", "0", "35"], id="three columns"),
        pytest.param(ISSUED.format("0035000"), "regulations", [None] * 3, id="a label below three columns is missing"),
        pytest.param(PROCUREMENT.format("680.38"), "procurement", [None] * 2, id="68 0.38, or 6 80.38"),
        pytest.param(PROCUREMENT.format("80.38"), "procurement", ["8", "0.38"], id="one way"),
        pytest.param(
            PROCUREMENT.format("680.38").replace("采购项目数量采购总金额", "采购总金额采购项目数量"),
            "procurement",
            [None] * 2,
            id="680.3 8 below labels that may have been exchanged alone",
        ),
    ],
)  # fmt: skip
def test_rows_without_sums_are_read_where_no_other_reading_is_as_good(
    text: str, row: str, read: list[str | None]
) -> None:
    table = api.parse(text).tables["disclosure"]
    assert [figure.text for figure in table.rows[row].values()] == read


OUTCOMES: Final = "结果维持 结果纠正 其他结果 尚未审结 总计"
PARTED: Final = (
    "四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼\n"
    + f"{OUTCOMES} 未经复议直接起诉 复议后起诉\n{OUTCOMES} {OUTCOMES}\n"
)


def test_fifteen_values_between_single_blanks_are_read_however_long_they_are() -> None:
    values = "141 73 27 41 282 296 322 20 388 1026 258 289 391 247 1185"
    table = api.parse(PARTED + values).tables["litigation"]
    assert " ".join(figure.text or "" for row in table.rows.values() for figure in row.values()) == values
