"""Many files: the table, the summary, a file a report, and a second submission against the first."""

import json
import os
import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest

from gdlint.cli.progress import shown_progress, wants_progress
from support.calls import Caller
from support.reports import DOUBTFUL, NO_REPORT, NOTED, RIGHT, WRONG
from support.rules import text_of
from support.schemas import complaints

OTHER: Final = RIGHT.replace("青石县云溪镇", "石桥县西坪镇")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the call, with reports in two folders."""
    texts = {
        "east/a.txt": NOTED, "east/b.txt": WRONG, "west/c.txt": RIGHT, "west/d.txt": DOUBTFUL, "west/e.txt": OTHER,
    }  # fmt: skip
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_table_has_a_line_a_file_the_worst_first_and_those_without_findings_last(
    call: Caller, folder: Path
) -> None:
    lines = call("east", "west/c.txt", "west/d.txt", "--format", "table", "--lang", "en").out.splitlines()
    assert [line.split() for line in lines] == [
        ["errors", "warnings", "infos", "year", "body", "file"],
        ["1", "·", "·", "2022", "青石县云溪镇人民政府", "east/b.txt"],
        ["·", "1", "·", "2022", "青石县云溪镇人民政府", "west/d.txt"],
        ["·", "·", "1", "2022", "青石县云溪镇人民政府", "east/a.txt"],
        [],
        ["·", "·", "·", "2022", "青石县云溪镇人民政府", "west/c.txt"],
    ]


def test_the_summary_takes_the_place_of_the_findings(call: Caller, folder: Path) -> None:
    (folder / "west" / "f.txt").write_text(NO_REPORT, encoding="utf-8")
    (folder / "broken").mkdir()
    (folder / "broken" / "off.txt").write_text(RIGHT.partition("五、")[0], encoding="utf-8")
    out = call("east", "west", "west/f.txt", "broken", "--summary", "--lang", "en").out
    assert "litigation-total (error)" in out
    assert "east/b.txt:" not in out
    parts = {part.splitlines()[0]: part.splitlines()[1:] for part in out.strip().split("\n\n")}
    assert [line.split() for line in parts["by folder"]][1:] == [
        ["2", "1", "1", "1", "0", "broken"], ["1", "0", "1", "2", "0", "east"], ["1", "1", "0", "4", "2", "west"],
    ]  # fmt: skip
    assert parts["files without findings: 2"] == ["  west/c.txt", "  west/e.txt"]
    assert parts["files that could not be checked: 1"][0].startswith("  west/f.txt: ")
    assert parts["several files of one body and year: 1"][0] == "  青石县云溪镇人民政府 2022"


def test_the_summary_stands_in_the_json(call: Caller, folder: Path) -> None:
    data = call(".", "--summary", "--format", "json").data
    assert complaints("check", data) == []
    summary = data["summary"]
    assert [each["folder"] for each in summary["folders"]] == ["./east", "./west"]
    assert summary["without_findings"] == ["./west/c.txt", "./west/e.txt"]
    assert summary["not_checked"] == []
    assert [len(each["paths"]) for each in summary["same_body"]] == [4]
    assert {each["code"] for each in summary["rules"]} == {"GD404", "GD311", "GD602"}


def test_statistics_take_the_place_of_the_findings(call: Caller, folder: Path) -> None:
    assert call(".", "--statistics", "--lang", "en").out.splitlines() == [
        "     1      1  GD311 non-numeric-cell (warning)",
        "     1      1  GD404 litigation-total (error)",
        "     1      1  GD602 period-missing (info)",
    ]


def test_the_summary_stands_behind_the_table(call: Caller, folder: Path) -> None:
    out = call(".", "--format", "table", "--summary", "--lang", "en").out
    assert out.index("east/b.txt") < out.index("by folder")


def test_every_report_gets_a_file_of_its_own(call: Caller, folder: Path) -> None:
    called = call(".", "--output-dir", "out", "--lang", "en")
    assert (called.status, called.out) == (1, "")
    names = sorted(str(path.relative_to("out")) for path in Path("out").rglob("*.txt"))
    assert names == [
        os.path.join(*name.split("/"))
        for name in ("east/a.txt", "east/b.txt", "west/c.txt", "west/d.txt", "west/e.txt")
    ]
    assert "GD404" in (Path("out") / "east" / "b.txt").read_text(encoding="utf-8")
    clean = (Path("out") / "west" / "c.txt").read_text(encoding="utf-8")
    assert clean == "gdlint: 1 file(s) checked: 0 error(s), 0 warning(s), 0 info(s)\n"


def test_files_of_one_name_are_kept_apart(call: Caller, folder: Path) -> None:
    (folder / "east" / "b.md").write_text(WRONG, encoding="utf-8")
    call("east", "--output-dir", "out", "--format", "json")
    assert sorted(path.name for path in Path("out").rglob("*.json")) == ["a.json", "b.json", "b.txt.json"]


def test_pages_of_many_reports_have_an_index_that_leads_to_them(call: Caller, folder: Path) -> None:
    (folder / "east" / "报 告.txt").write_text(WRONG, encoding="utf-8")
    call("east", "--output-dir", "out", "--format", "html")
    index = Path("out", "index.html").read_text(encoding="utf-8")
    links = re.findall('href="([^"]*)"', index)
    assert links[0] == "east/b.html"
    assert sorted(map(unquote, links)) == ["east/a.html", "east/b.html", "east/报 告.html"]
    assert all(Path("out", unquote(link)).is_file() for link in links)


def test_a_second_run_reads_none_of_the_files_of_the_first(call: Caller, folder: Path) -> None:
    for _ in range(2):
        called = call(".", "--output-dir", "out", "--lang", "en")
        assert "gdlint: 5 file(s) checked: 1 error(s), 1 warning(s), 1 info(s)" in called.said


def test_a_report_is_never_replaced_by_its_findings(call: Caller, folder: Path) -> None:
    called = call("east/b.txt", "--output-dir", ".", "--lang", "en")
    assert called.status == 2
    assert (folder / "east" / "b.txt").read_text(encoding="utf-8") == WRONG


@pytest.mark.parametrize("args", [["-o", "x.txt"], ["--against", "x.json"]])
def test_one_file_a_report_goes_with_no_other_output(call: Caller, folder: Path, args: list[str]) -> None:
    assert call(".", "--output-dir", "out", *args).status == 2
    assert not Path("out").exists()


@pytest.fixture
def first(call: Caller, folder: Path) -> Path:
    """The findings of the first submission."""
    call(".", "--format", "json", "-o", "first.json")
    return folder / "first.json"


def test_what_was_fixed_what_is_left_and_what_is_new(call: Caller, folder: Path, first: Path) -> None:
    (folder / "east" / "b.txt").write_text(DOUBTFUL, encoding="utf-8")
    lines = call("east", "--against", first, "--lang", "en").out.splitlines()
    assert lines[0] == "east/a.txt: 0 fixed, 1 left, 0 new"
    assert lines[1].startswith("  left  ")
    at = lines.index("east/b.txt: 1 fixed, 0 left, 1 new")
    assert lines[at + 1].startswith("  new   ")
    assert "GD311" in lines[at + 1]
    assert lines[at + 2].startswith("  fixed GD404 ")
    assert lines[-4:] == [
        "2 report(s): 1 without errors and warnings now, 0 fixed in part, 0 not fixed, 1 with new errors or warnings; "
        "1 finding(s) fixed, 1 left, 1 new",
        "reports of the first time that are missing: 3",
        "  ./west/d.txt: 0 error(s), 1 warning(s) the first time",
        "  2 more had no errors and no warnings the first time",
    ]


def test_reports_that_did_not_come_again_are_named_the_worst_first(
    call: Caller, folder: Path, first: Path
) -> None:
    lines = call("west/e.txt", "--against", first, "--lang", "en").out.splitlines()
    assert lines[-3:-1] == [
        "  ./east/b.txt: 1 error(s), 0 warning(s) the first time",
        "  ./west/d.txt: 0 error(s), 1 warning(s) the first time",
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (RIGHT, "1 without errors and warnings now, 0 fixed in part, 0 not fixed, 0 with new"),
        (WRONG, "0 without errors and warnings now, 0 fixed in part, 1 not fixed, 0 with new"),
        (DOUBTFUL, "0 without errors and warnings now, 0 fixed in part, 0 not fixed, 1 with new"),
    ],
)
def test_what_became_of_a_report_is_counted(
    call: Caller, folder: Path, first: Path, text: str, counted: str
) -> None:
    (folder / "east" / "b.txt").write_text(text, encoding="utf-8")
    assert counted in call("east/b.txt", "--against", first, "--lang", "en").out


def test_programs_get_it_as_json(call: Caller, folder: Path, first: Path) -> None:
    (folder / "east" / "b.txt").write_text(DOUBTFUL, encoding="utf-8")
    data = call("east", "--against", first, "--format", "json").data
    codes = {
        file["path"]: {kind: [each["code"] for each in file[kind]] for kind in ("fixed", "left", "new")}
        for file in data["files"]
    }
    assert codes["east/b.txt"] == {"fixed": ["GD404"], "left": [], "new": ["GD311"]}
    assert "./west/c.txt" in data["missing"]
    assert {"fixed": 1, "left": 1, "new": 1}.items() <= data["summary"].items()
    assert all(file["known"] for file in data["files"])


@pytest.mark.parametrize("style", ["html", "csv", "table"])
def test_no_other_format_goes_with_it(call: Caller, folder: Path, first: Path, style: str) -> None:
    assert call("east", "--against", first, "--format", style).status == 2


def test_a_first_run_of_too_many_values_is_refused(
    call: Caller, folder: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gdlint.cli.first_run_file.MOST_VALUES", 3)
    called = call("east", "--against", first, "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert "more than 3 values" in called.err


def test_an_index_draws_findings_by_rule_folder_and_year(call: Caller, folder: Path) -> None:
    call(".", "--format", "html", "--output-dir", "out", "--lang", "en")
    index = Path("out", "index.html").read_text(encoding="utf-8")
    for title in ("findings by rule", "findings by folder"):
        assert f"<h2>{title}</h2>" in index
    assert '<th scope="row">east</th>' in index
    assert '<rect class="error"' in index


def test_a_report_is_known_in_another_folder_and_by_its_body(call: Caller, folder: Path, first: Path) -> None:
    (folder / "second").mkdir()
    (folder / "second" / "b.txt").write_text(RIGHT, encoding="utf-8")
    (folder / "second" / "西坪镇.txt").write_text(OTHER, encoding="utf-8")
    lines = call("second", "--against", first, "--lang", "en").out.splitlines()
    assert "second/b.txt: 1 fixed, 0 left, 0 new" in lines
    assert "second/西坪镇.txt: 0 fixed, 0 left, 0 new" in lines


def test_a_report_is_known_by_its_folder_where_several_have_its_name(call: Caller, folder: Path) -> None:
    for town, text in (("x", RIGHT), ("y", WRONG)):
        for root in ("one", "two"):
            path = folder / root / town / "2022.txt"
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
    call("one", "--format", "json", "-o", "towns.json")
    lines = call("two", "--against", "towns.json", "--lang", "en").out.splitlines()
    assert "two/x/2022.txt: 0 fixed, 0 left, 0 new" in lines
    assert "two/y/2022.txt: 0 fixed, 1 left, 0 new" in lines


def test_a_report_that_was_not_there_is_said(call: Caller, folder: Path, first: Path) -> None:
    text = text_of(title="石桥县东坪乡人民政府2022年政府信息公开工作年度报告", intro=None)
    (folder / "z.txt").write_text(text, encoding="utf-8")
    assert call("z.txt", "--against", first, "--lang", "en").out.startswith(
        "z.txt: not among the first reports, "
    )


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"files": {}}', '{"files": [1]}', '{"files": [{"path": "a"}]}', "[" * 100_000,
     '{"files": [{"path": "a", "body": null, "year": null, "findings": [{"code": 1}]}]}', "\x00"],
    ids=range(9),
)  # fmt: skip
def test_a_file_that_is_no_first_run_is_refused(call: Caller, folder: Path, content: str) -> None:
    (folder / "first.json").write_text(content, encoding="utf-8")
    called = call("east", "--against", "first.json", "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert called.said[0].startswith("gdlint: first.json:")


def test_the_json_of_a_first_run_is_read_as_it_is_written(call: Caller, folder: Path, first: Path) -> None:
    assert {file["path"] for file in json.loads(first.read_text(encoding="utf-8"))["files"]} == {
        f"./{name}.txt" for name in ("east/a", "east/b", "west/c", "west/d", "west/e")
    }


def test_progress_leaves_nothing_behind(capsys: pytest.CaptureFixture[str]) -> None:
    class Item(str):
        path = "甲\x1b[2J.txt"
        __slots__ = ()

    assert list(shown_progress([Item("a"), Item("b")], 2)) == ["a", "b"]
    err = capsys.readouterr().err
    assert err.endswith("\r\x1b[K")
    assert "1/2 甲" in err
    assert "\x1b[2J" not in err


def test_there_is_no_progress_where_there_is_no_terminal() -> None:
    assert not wants_progress(1000, quiet=False, elsewhere=True)


def test_files_that_could_not_be_read_are_counted(call: Caller, folder: Path) -> None:
    (folder / "west" / "f.docx").write_bytes(b"")
    assert "; 1 of them could not be read" in call("west", "--lang", "en").said[0]
    assert "could not be read" not in call("east", "--lang", "en").said[0]
