"""Columns beside the official ones (备注, 单位, 序号), a corner of any words, a label that is missing: where the file states the place
of each cell, what stands under the other labels is read."""

from collections.abc import Callable, Sequence
from typing import Final

import pytest

from gdlint import api
from gdlint.model.report import Table

TITLE: Final = "清河县人民政府2023年政府信息公开工作年度报告"
NEW: Final = "一、本年新收政府信息公开申请数量"
INNER: Final = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
FLAT: Final = ("自然人", *INNER, "总计")
KEYS: Final = ("natural_person", "business", "research", "social", "legal", "other", "total")
VALUES: Final = ("11", "12", "13", "14", "15", "16", "81")
READ: Final = dict(zip(KEYS, VALUES, strict=True))

Rows = Sequence[Sequence[str]]
Write = Callable[[Rows], str]


def pipe(rows: Rows) -> str:
    """Rows of cells in, a Markdown table out."""
    head, *below = ("| " + " | ".join(row) + " |" for row in rows)
    return "\n".join([head, "|---" * len(rows[0]) + "|", *below])


def tabs(rows: Rows) -> str:
    """Rows of cells in, lines of cells between tabs out."""
    return "\n".join("\t".join(row) for row in rows)


def web(rows: Rows) -> str:
    """Rows of cells in, a table of a web page out."""
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def lines(rows: Rows) -> str:
    """Rows of cells in, a line for each that is not blank out."""
    return "\n".join(text for row in rows for text in row if text)


def blanks(rows: Rows) -> str:
    """Rows of cells in, lines of cells parted by blanks out."""
    return "\n".join("   ".join(filter(None, row)) for row in rows)


def table(text: str, key: str = "applications") -> Table:
    """The printed table of a section in, the bound one out."""
    title = {"applications": "三、收到和处理政府信息公开申请情况", "disclosure": "二、主动公开政府信息情况"}[
        key
    ]
    if text.startswith("<"):
        page = f"<html><body><p>{TITLE}</p><p>{title}</p>{text}</body></html>"
        return api.parse(page.encode(), "page.html").tables[key]
    return api.parse(f"{TITLE}\n\n{title}\n\n{text}\n").tables[key]


def shown(table: Table) -> dict[str, dict[str, str]]:
    """A bound table in, the texts of its cells out."""
    return {
        row: {key: figure.text or "" for key, figure in cells.items()} for row, cells in table.rows.items()
    }


def left(table: Table) -> list[str]:
    """A bound table in, what is assigned to no cell out."""
    return [text for loose in table.loose for text in loose.texts]


STATED: Final[list[Write]] = [pipe, tabs, web]
"""ways to write a table in which each cell has a place"""


@pytest.mark.parametrize("write", [*STATED, lines, blanks])
@pytest.mark.parametrize("corner", ["项目", "类别", "指标名称", "序号"])
def test_a_corner_may_hold_any_words(write: Write, corner: str) -> None:
    found = table(write([(corner, *FLAT), (NEW, *VALUES)]))
    assert (shown(found), left(found)) == ({"new": READ}, [])


@pytest.mark.parametrize("write", STATED)
@pytest.mark.parametrize(("note", "figures"), [("", []), ("见附件", ["见附件"]), ("5", ["5"])])
def test_a_column_of_notes_takes_nothing_from_those_beside_it(
    write: Write, note: str, figures: list[str]
) -> None:
    found = table(write([("", *FLAT, "备注"), (NEW, *VALUES, note)]))
    assert (shown(found), left(found)) == ({"new": READ}, figures)
    assert [label.text for label in found.labels if label.key is None] == ["备注"]


@pytest.mark.parametrize("write", [lines, blanks])
def test_a_column_of_notes_without_any_note_leaves_no_trace(write: Write) -> None:
    assert shown(table(write([("", *FLAT, "备注"), (NEW, *VALUES, "")]))) == {"new": READ}


@pytest.mark.parametrize("write", [lines, blanks])
def test_a_note_that_is_a_figure_forbids_to_tell_where_places_are_not_stated(write: Write) -> None:
    rows = [("", *FLAT, "备注"), (NEW, *VALUES, ""), ("二、上年结转政府信息公开申请数量", *VALUES, "5")]
    found = table(write(rows))
    assert (shown(found), len(left(found))) == ({}, 15)


@pytest.mark.parametrize("write", STATED)
def test_a_unit_between_label_and_values(write: Write) -> None:
    found = table(write([("", "单位", *FLAT), (NEW, "件", *VALUES)]))
    assert (shown(found), left(found)) == ({"new": READ}, ["件"])
    rows = [
        ("信息内容", "单位", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", "件", "1", "2", "3"),
    ]
    found = table(write(rows), "disclosure")
    assert (shown(found), left(found)) == (
        {"regulations": {"issued": "1", "repealed": "2", "in_force": "3"}},
        ["件"],
    )


@pytest.mark.parametrize("write", STATED)
def test_numbers_of_rows_stand_before_their_labels(write: Write) -> None:
    found = table(write([("序号", "", *FLAT), ("1", NEW, *VALUES)]))
    assert (shown(found), left(found)) == ({"new": READ}, ["1"])


@pytest.mark.parametrize("write", STATED)
def test_numbers_of_rows_stand_before_clauses_and_headers_too(write: Write) -> None:
    head = ("信息内容", "本年废止件数", "本年制发件数", "现行有效件数")
    rows = [("1", "第二十条第（一）项", "", "", ""), ("2", *head), ("3", "规章", "2", "1", "3")]
    found = table(write(rows), "disclosure")
    assert shown(found) == {"regulations": {"issued": "1", "repealed": "2", "in_force": "3"}}
    assert sorted(left(found)) == ["1", "2", "3"]


@pytest.mark.parametrize("write", STATED)
@pytest.mark.parametrize("missing", range(7))
def test_a_blank_label_costs_its_column(write: Write, missing: int) -> None:
    head = [text if n != missing else "" for n, text in enumerate(FLAT)]
    found = table(write([("", *head), (NEW, *VALUES)]))
    rest = {key: text for n, (key, text) in enumerate(READ.items()) if n != missing}
    assert (shown(found), left(found)) == ({"new": rest}, [VALUES[missing]])


@pytest.mark.parametrize("write", STATED)
@pytest.mark.parametrize("missing", range(6))
def test_labels_that_slipped_under_a_missing_one_are_not_believed(write: Write, missing: int) -> None:
    head = [*(text for n, text in enumerate(FLAT) if n != missing), ""]
    found = table(write([("", *head), (NEW, *VALUES)]))
    assert (shown(found), sorted(left(found))) == ({}, sorted(VALUES))


@pytest.mark.parametrize("write", STATED)
def test_labels_that_stand_beside_their_values_are_not_believed(write: Write) -> None:
    found = table(write([(*FLAT, "备注", ""), ("", *VALUES, "")]))
    assert shown(found) == {}
    found = table(write([("", *FLAT, "备注", ""), (NEW, "", *VALUES, "5")]))
    assert (shown(found), len(left(found))) == ({}, 8)


@pytest.mark.parametrize("write", STATED)
def test_two_labels_over_one_column_are_not_believed(write: Write) -> None:
    rows = [("", *FLAT, "备注"), ("", "总计", "", "", "", "", "", "", ""), (NEW, *VALUES, "")]
    assert shown(table(write(rows))) == {}


@pytest.mark.parametrize("write", [*STATED, lines, blanks])
@pytest.mark.parametrize("sign", ["-", "－", "—", "/", "："])
def test_the_group_may_stand_before_the_label_of_each_column(write: Write, sign: str) -> None:
    head = ("自然人", *(f"法人或其他组织{sign}{label}" for label in INNER), "总计")
    found = table(write([("", *head), (NEW, *VALUES)]))
    assert shown(found) == {"new": READ}
    assert all(label.exact for label in found.labels)


@pytest.mark.parametrize("write", [lines, blanks])
def test_the_label_of_the_group_may_come_behind_its_columns(write: Write) -> None:
    head = ("自然人", *INNER, "法人或其他组织", "总计")
    assert shown(table(write([head, (NEW, *VALUES)]))) == {"new": READ}


@pytest.mark.parametrize("write", [*STATED, lines, blanks])
def test_a_column_of_no_form_with_a_figure_in_each_row_keeps_its_place(write: Write) -> None:
    head, values = ("", *FLAT[:-1], "境外", FLAT[-1]), (NEW, *VALUES[:-1], "7", VALUES[-1])
    found = table(write([head, values]))
    assert (shown(found), left(found)) == ({"new": READ}, ["7"])


@pytest.mark.parametrize("write", STATED)
def test_numbers_of_rows_are_told_as_such(write: Write) -> None:
    found = table(write([("序号", "", *FLAT), ("1", NEW, *VALUES)]))
    assert [loose.reason for loose in found.loose] == ["row-number"]
