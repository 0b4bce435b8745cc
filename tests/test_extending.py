"""The samples of docs/extending.md: each is written as the file that it names, and does what the page says."""

import re
import runpy
from pathlib import Path
from typing import Final

import pytest

from gdlint.api import Choice, Session
from gdlint.plugins import Report, StatedGrid
from support.calls import Caller
from support.rules import text_of

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
FILES: Final = dict(re.findall(r"```(?:python|yaml)\n# (\S+)\n(.*?)```", PAGE, re.DOTALL))
OFFICIAL: Final = text_of(
    litigation={"reconsideration": {"upheld": 1}}, text={"overall": "全年编印办事规程汇编2件。"}
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the files of the page lie, which is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("test_")])
def test_the_tests_of_the_page_pass(name: str) -> None:
    tests = [each for key, each in runpy.run_path(name).items() if key.startswith("test_")]
    assert tests
    for test in tests:
        test()


def test_the_fix_of_the_rule_in_python_is_made(call: Caller, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(text_of(text={"overall": "在政府官网公开信息。"}), encoding="utf-8")
    assert call("--plugin", "website.py", "--fix", path).status == 0
    assert "在政府网站公开信息。" in path.read_text(encoding="utf-8")


def test_the_format_writes_what_each_command_has(call: Caller, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text(OFFICIAL, encoding="utf-8")
    options: list[str | Path] = [path, "--plugin", "html_list.py", "--format", "html-list"]
    written = call(*options, "--select", "GD404").out
    assert re.search(r"<li>\S+a\.txt \d+:\d+ GD404 ", written)
    assert "applications.new.total: 0" in call("extract", *options).out
    options += ["--what", "claims", "--pack", "manuals"]
    assert "编印办事规程汇编2件: disclosure.normative_documents.issued+made" in call("extract", *options).out


def test_the_format_says_the_place_in_a_file_without_lines(call: Caller) -> None:
    pytest.importorskip("lxml")
    report = ROOT / "examples" / "report.docx"
    written = call(report, "--plugin", "html_list.py", "--format", "html-list", "--select", "GD404").out
    assert re.search(r"<li>\S+report\.docx cell \d+ \d+ \d+ GD404 ", written)


def test_the_reader_reads_what_a_word_file_states() -> None:
    pytest.importorskip("lxml")
    session = Session(Choice(plugins=("csv_report.py",)))
    stated = session.parse(session.read(ROOT / "examples" / "report.docx"))
    read = session.parse(
        session.read(as_csv(stated.source.text or "", stated.source.grids).encode(), "a.csv")
    )
    assert not session.plugins.failures
    assert figures(read) == figures(stated)


def test_the_pack_of_the_page_passes_and_speaks_once(call: Caller, folder: Path) -> None:
    assert call("pack", "test", "manuals").status == 0
    path = folder / "a.txt"
    path.write_text(OFFICIAL, encoding="utf-8")
    for select, codes in (("MN501", ["MN501"]), ("MN501,GD509", ["GD509"])):
        called = call(path, "--pack", "manuals", "--select", select, "--format", "json")
        assert [finding["code"] for finding in called.data["files"][0]["findings"]] == codes


def as_csv(text: str, grids: tuple[StatedGrid, ...]) -> str:
    """A text with the tables in it as CSV of the page."""
    lines: list[str] = []
    at = 0
    for grid in grids:
        lines += text[at : grid.start].splitlines()
        height = max(cell.row + cell.rows for cell in grid.cells)
        width = max(cell.column + cell.columns for cell in grid.cells)
        rows = [[""] * width for _ in range(height)]
        for cell in grid.cells:
            for down in range(cell.rows):
                for right in range(cell.columns):
                    mark = "<" if right else "^"
                    printed = mark if right or down else text[cell.start : cell.end].strip()
                    rows[cell.row + down][cell.column + right] = printed
        lines += [",".join(row) for row in rows]
        at = grid.end
    return "\n".join([*lines, *text[at:].splitlines()])


def figures(report: Report) -> dict[str, dict[tuple[str, str], str | None]]:
    """The text of each figure by table, row and column."""
    return {
        key: {at: figure.text for at, figure in table.figures.items()} for key, table in report.tables.items()
    }
