"""`gdlint form`: an empty form in each format is read, told and bound as the form of its year, and nothing is found in it but what is
to be filled in."""

from pathlib import Path
from shutil import copytree
from typing import Final

import pytest

from gdlint import api
from gdlint.config.chosen import Choice
from gdlint.emptyforms.written_form import FORMATS, format_by_ending
from gdlint.model.result import FileResult
from gdlint.session import Session
from support.calls import Caller
from support.extent import dear
from support.libreoffice import converted, needs_libreoffice
from support.reports import WRONG
from support.wordxml import document, p, r

pytest.importorskip("lxml")

FORMS: Final = Path(__file__).parent / "forms"
TO_FILL_IN: Final = {"GD115", "GD310", "GD607", "GD704", "GD705"}
"""sections without content, blank cells, the end, hints, placeholders"""
YEARS: Final = {2019: 2019, 2020: 2019, 2021: 2021, 2025: 2021}


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def checked(session: Session, year: int, style: str, body: str | None = None) -> FileResult:
    """The empty form of a year in a format, checked."""
    name = f"form{FORMATS[style][0]}"
    return session.check(session.read(session.empty_form(year, style, body), name))


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("year", YEARS)
def test_only_what_is_to_be_filled_in_is_found(session: Session, year: int, style: str) -> None:
    result = checked(session, year, style)
    assert (result.report.facts.template, result.report.facts.year) == (YEARS[year], year)
    assert {finding.code for finding in result.findings} == TO_FILL_IN


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("body", ["青石县人民政府", "青石县水利局", "青石县云溪镇人民政府", "青石市"])
def test_a_body_is_no_placeholder(session: Session, body: str, style: str) -> None:
    result = checked(session, 2024, style, body)
    assert result.report.facts.body == body
    assert {finding.code for finding in result.findings} <= TO_FILL_IN
    title = [spot for finding in result.findings for spot in finding.spots if spot.start < 30]
    assert not title


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("year", [2020, 2024])
def test_every_cell_is_bound_and_blank(session: Session, year: int, style: str) -> None:
    report = checked(session, year, style).report
    sizes = (
        {"disclosure": 22, "applications": 161} if year == 2020 else {"disclosure": 10, "applications": 175}
    )
    assert {key: len(table.figures) for key, table in report.tables.items()} == {**sizes, "litigation": 15}
    assert not [table.loose for table in report.tables.values() if table.loose]
    assert {figure.number for table in report.tables.values() for figure in table.figures.values()} == {None}


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "rows with bars"])
@pytest.mark.parametrize("year", [2020, 2024])
def test_rows_of_a_table_in_which_nothing_stands_are_no_labels_one_a_line(year: int, ruled: bool) -> None:
    text = Session().empty_form(year, "markdown").decode().replace("＿", " ")
    lines = [line for line in text.split("\n") if ruled or not line.startswith("|---")]
    tables = api.parse("\n".join(lines)).tables
    assert len(tables["disclosure"].figures) == (22 if year == 2020 else 10)
    assert len(tables["litigation"].figures) == 15
    assert {figure.text for table in tables.values() for figure in table.figures.values()} == {""}


@pytest.mark.parametrize("style", FORMATS)
def test_each_section_has_its_hint(session: Session, style: str) -> None:
    source = session.read(session.empty_form(2024, style), f"a{FORMATS[style][0]}")
    assert (source.text or "").count("【填写：") == 6
    assert "【填写：收取信息处理费的情况" in (source.text or "")


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_a_form_that_is_filled_in_has_no_findings(session: Session, style: str) -> None:
    text = session.empty_form(2024, style, "青石县水利局").decode()
    texts = {
        "【填写：本年度落实": "本机关落实《中华人民共和国政府信息公开条例》，主动公开、依申请公开、信息管理、平台建设、监督保障有序开展。",
        "【填写：存在的主要问题": "存在的主要问题是公开内容不够丰富，政策解读形式比较单一。下一步将充实公开内容，丰富解读形式，"
        "加强业务培训，及时更新，多听意见，接受监督。",
        "【填写：收取信息处理费": "本年度未收取政府信息公开信息处理费。",
    }
    lines = []
    for line in text.replace("＿", "0").replace("××", "1").split("\n"):
        filled = next((new for old, new in texts.items() if line.startswith(old)), line)
        lines += [] if filled.startswith("【") else [filled]
    result = session.check(session.read("\n".join(lines)))
    assert result.findings == ()
    assert {
        figure.number for table in result.report.tables.values() for figure in table.figures.values()
    } == {0}


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize(("name", "more"), [("2027", 15 + 27 * 7), ("2029", None)])
def test_a_third_form_has_one_too(name: str, more: int | None, style: str) -> None:
    session = Session(Choice(plugins=(str(FORMS / name),)))
    report = checked(session, int(name), style).report
    assert str(report.facts.template) == name
    assert not [table.loose for table in report.tables.values() if table.loose]
    cells = sum(len(table.figures) for table in report.tables.values())
    assert more is None or cells == more + 15


def test_hints_that_a_form_does_not_state_are_those_of_its_base() -> None:
    session = Session(Choice(plugins=(str(FORMS / "2027"),)))
    editions = {edition.name: edition for edition in session.catalogue.forms.editions}
    assert editions["2027"].hints == editions["2021"].hints
    assert editions["2021"].hints["overall"] == editions["2019"].hints["overall"]
    assert editions["2021"].hints["others"] != editions["2019"].hints["others"]


def test_the_same_form_is_the_same_file(session: Session) -> None:
    assert session.empty_form(2024, "docx") == session.empty_form(2024, "docx")


@dear
@needs_libreoffice
def test_libreoffice_opens_the_document(session: Session, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(session.empty_form(2024, "docx"))
    (text,) = converted([tmp_path / "a.docx"], "txt:Text (encoded):UTF8", tmp_path)
    written = text.read_text("utf-8")
    assert "2024年政府信息公开工作年度报告" in written
    assert written.count("结果维持") == 3


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("a.txt", "text"),
        ("a.md", "markdown"),
        ("a.MARKDOWN", "markdown"),
        ("a.docx", "docx"),
        ("a.doc", None),
        ("a", None),
    ],
)
def test_the_ending_says_the_format(name: str, style: str | None) -> None:
    assert format_by_ending(name) == style


def test_a_file_is_written_and_said(call: Caller, tmp_path: Path) -> None:
    called = call("form", "2024", "-o", tmp_path / "a.docx", "--body", "青石县水利局")
    assert (called.status, called.said) == (0, [f"gdlint: 已写入 {tmp_path / 'a.docx'}"])
    assert call("check", tmp_path / "a.docx", "--format", "json").data["files"][0]["body"] == "青石县水利局"


def test_without_a_file_it_is_markdown(call: Caller) -> None:
    assert call("form", "2024").out.startswith("# ××××2024年政府信息公开工作年度报告\n\n")
    assert call("form", "2024", "--format", "text").out.startswith("××××2024年")


def test_a_file_that_is_there_stays(call: Caller, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("written by hand", encoding="utf-8")
    called = call("form", "2024", "-o", path)
    assert (called.status, called.said) == (2, [f"gdlint: {path}：已经存在，没有改动"])
    assert path.read_text(encoding="utf-8") == "written by hand"
    assert call("form", "2024", "-o", path, "--force").status == 0
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2018",), "gdlint: 2018 年度没有格式，可用：2019 (2019–2020), 2021 (2021–)"),
        (("-1",), "gdlint: 没有选项 -1（用法见 gdlint --help）"),
        (
            ("2024", "-o", "a.pdf"),
            "gdlint: a.pdf：请用 --format 说明格式，或以 .txt .md .markdown .docx 为后缀",
        ),
        (("2024", "-o", "no/such/a.md"), "gdlint: no/such/a.md：无法写入（路径不存在）"),
    ],
)
def test_what_cannot_be_is_one_line(call: Caller, arguments: tuple[str, ...], said: str) -> None:
    called = call("form", *arguments)
    assert (called.status, called.out, called.said) == (2, "", [said])


@pytest.mark.parametrize("style", FORMATS)
def test_what_no_line_holds_is_left_out_of_the_body(session: Session, style: str) -> None:
    result = checked(session, 2024, style, "青石县\n水利\x00局<&>\ud800")
    assert (result.report.source.text or "").removeprefix("# ").startswith("青石县水利局<&>2024年政府")


def test_a_low_line_in_a_cell_is_a_blank_that_is_to_be_filled(session: Session) -> None:
    text = WRONG.replace("| 0 |", "| ＿ |", 1)
    codes = {finding.code for finding in session.check(session.read(text)).findings}
    assert "GD310" in codes
    assert "GD311" not in codes


def test_a_hint_that_is_left_is_found_in_word(session: Session) -> None:
    data = document(
        p(r("青石县水利局2024年政府信息公开工作年度报告")) + p(r("一、总体情况")) + p(r("【填写：总体情况】"))
    )
    assert "GD704" in {finding.code for finding in session.check(session.read(data, "a.docx")).findings}


def test_forms_of_packs_count(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call("pack", "new", "own")
    copytree(FORMS / "2027", tmp_path / "own" / "forms" / "2027")
    assert "移送档案馆" not in call("form", "2027").out
    assert "移送档案馆" in call("form", "2027", "--pack", "./own").out
    (tmp_path / ".gdlint.yaml").write_text("packs: [./own]\n", encoding="utf-8")
    assert "移送档案馆" in call("form", "2027").out
