"""Formats for people: Markdown, notices from a template, and workbooks in which nothing is worked out."""

import io
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from gdlint.model.report import Report
from gdlint.reporters.cell_grid import grids
from gdlint.reporters.notice import FIELDS, notice
from gdlint.reporters.own_output import is_own_output
from support.calls import Caller
from support.formats import HOSTILE, checked, hostile_text, output, printed
from support.reports import NOTED, RIGHT, WRONG
from support.rules import text_of

TODAY: Final = date(2023, 1, 31)
MANY: Final = checked(
    text_of(
        litigation={"reconsideration": {"upheld": 2, "total": 3}},
        disclosure={"penalties": {"decisions": "无"}},
        applications={"new": {"business": ""}},
    )
)


def test_markdown_has_a_section_a_file_and_a_row_a_finding_the_worst_first() -> None:
    lines = printed("markdown", MANY, checked(RIGHT, "b.txt")).splitlines()
    rows = [line.split(" | ") for line in lines if line.startswith("| ")][1:]
    assert [line for line in lines if line.startswith("## ")] == ["## a.txt", "## b.txt"]
    assert len(rows) == len(MANY.outcome.findings)
    assert [row[0] for row in rows] == sorted(
        (row[0] for row in rows), key=["| error", "| warning", "| info"].index
    )
    assert "No findings." in lines
    assert lines[-1].startswith("2 file(s) checked: ")


@pytest.mark.parametrize(
    "payload", ["a|b", "[a](javascript:b)", "![a](http://b)", "<b>", "@team", "`a`", "**a**"]
)
def test_markdown_shows_what_a_report_holds_as_it_is(payload: str) -> None:
    text = printed("markdown", checked(hostile_text(payload), f"{payload.replace('/', '')}.txt"))
    assert payload not in text


def test_a_notice_names_the_body_its_report_and_every_finding() -> None:
    text = notice(MANY, "zh", today=TODAY)
    assert text.startswith("退改通知\n\n青石县云溪镇人民政府：\n\n你单位报送的《青石县云溪镇人民政府2022年")
    for n, finding in enumerate(MANY.outcome.findings, 1):
        assert f"\n{n}. [" in text
        assert finding.message["zh"] in text
    assert text.endswith("\n2023-01-31\n")


def test_a_notice_on_a_right_report_says_so() -> None:
    assert "经检查，没有发现问题。" in notice(checked(RIGHT), "zh", today=TODAY)
    assert "was checked: no findings." in notice(checked(RIGHT), "en", today=TODAY)


def test_a_notice_asks_for_another_submission_only_where_something_is_wrong() -> None:
    noted = notice(checked(NOTED), "zh", today=TODAY)
    assert noted.startswith("检查意见\n")
    assert "可以不重新报送" in noted
    assert notice(checked(RIGHT), "zh", today=TODAY).startswith("检查结果\n")
    assert notice(checked(WRONG), "zh", today=TODAY).startswith("退改通知\n")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("text", [RIGHT, NOTED, WRONG], ids=["right", "noted", "wrong"])
def test_every_notice_is_known_for_own_output(text: str, language: str) -> None:
    assert is_own_output(notice(checked(text), language, today=TODAY).encode())


def test_a_template_of_ones_own_names_what_it_wants() -> None:
    template = "".join(f"{name}=${name};" for name in FIELDS if name != "items") + "$other $$ ${"
    assert notice(checked(WRONG), "en", template, TODAY) == (
        "heading=Notice of corrections;"
        "title=青石县云溪镇人民政府2022年政府信息公开工作年度报告;body=青石县云溪镇人民政府;year=2022;path=a.txt;"
        "errors=1;warnings=0;infos=0;verdict=1 error(s), 0 warning(s), 0 info(s). Please go through them and submit the report "
        "again.;date=2023-01-31;$other $ ${"
    )


@pytest.mark.parametrize("payload", ["$body", "${items}", "$$"])
def test_what_a_report_holds_is_no_template(payload: str) -> None:
    file = checked(
        text_of(title=f"青石县云溪镇人民政府2022年政府信息公开工作年度报告{payload}"), f"{payload}.txt"
    )
    assert f"|{payload}.txt|" in notice(file, "en", "|$path|", TODAY)


def test_the_command_takes_a_template(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "t.txt").write_text("\ufeff致$body：$errors\r\n", encoding="utf-8")
    called = call(tmp_path / "a.txt", "--format", "notice", "--notice", tmp_path / "t.txt")
    assert called.out == "致青石县云溪镇人民政府：1\n\n"
    assert call(tmp_path / "a.txt", "--format", "notice", "--notice", tmp_path / "none").status == 2


def workbook(*files: Any, language: str = "zh") -> Any:
    """Files in, their workbook as another program reads it out."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    pytest.importorskip("xlsxwriter", reason="XlsxReporter is not installed")
    return openpyxl.load_workbook(io.BytesIO(output("xlsx", *files, language=language)))


def test_a_workbook_has_findings_tables_files_and_rules() -> None:
    book = workbook(MANY, checked(RIGHT, "b.txt"))
    assert book.sheetnames == ["汇总", "按规则", "问题", "青石县云溪镇人民政府", "青石县云溪镇人民政府 2"]
    rows = list(book["问题"].iter_rows(min_row=2, values_only=True))
    assert [(row[4], row[6], row[7]) for row in rows] == [
        (finding.code, f"第 {finding.line} 行", finding.message["zh"]) for finding in MANY.outcome.findings
    ]
    files = list(book["汇总"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in files] == ["a.txt", "b.txt"]
    assert [row[7] for row in files] == [
        "表三（申请）有 1 个单元格空着：一、本年新收政府信息公开申请数量·商业企业",
        None,
    ]


def test_the_cells_of_findings_are_marked_in_the_sheet_of_the_report() -> None:
    sheet = workbook(MANY)["青石县云溪镇人民政府"]
    marked = [cell.value for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == "FFFFF0CC"]
    assert "无" in marked
    assert any(
        cell.value == 3 and cell.fill.fgColor.rgb == "FFFDE4E4" for row in sheet.iter_rows() for cell in row
    )


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(payload: str) -> None:
    book = workbook(checked(hostile_text(payload), f"{payload.replace('/', '')}.txt"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []


def report(template: int) -> Report:
    """The report of the whole form."""
    return checked(text_of(template=template)).report


@pytest.mark.parametrize("template", [2019, 2021])
def test_a_grid_holds_every_figure_once(template: int) -> None:
    for table, _, rows in grids(report(template)):
        cells = [(cell.row, cell.column) for row in rows for cell in row if cell.row]
        assert sorted(map(str, cells)) == sorted(map(str, table.figures))


def test_a_workbook_is_nothing_for_a_terminal(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    called = call(tmp_path / "a.txt", "--format", "xlsx", "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert "--output" in called.err


def test_a_workbook_without_xlsxwriter_is_said(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    called = call(tmp_path / "a.txt", "--format", "xlsx", "-o", tmp_path / "x.xlsx", "--lang", "en")
    assert called.status == 2
    assert "needs XlsxReporter" in called.err
    assert not (tmp_path / "x.xlsx").exists()


def test_extract_writes_a_workbook_of_the_cells_and_the_tables(call: Caller, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    called = call("extract", tmp_path / "a.txt", "--format", "xlsx", "-o", tmp_path / "x.xlsx")
    assert (called.status, called.out) == (0, "")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["data", "青石县云溪镇人民政府"]
    rows = list(book["data"].iter_rows(values_only=True))
    assert rows[0][4:9] == ("table", "row", "column", "text", "value")
    assert ("litigation", "reconsideration", "total", "3", 3) in {row[4:9] for row in rows}
