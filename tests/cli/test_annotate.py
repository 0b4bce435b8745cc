"""`gdlint annotate`: the same files with comments, each written whole or not at all."""

import os
from pathlib import Path

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from generate.word import word
from support.calls import Caller
from support.reports import WRONG
from support.stated import report_of
from support.wordxml import document, p, r


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(word(report_of(1)))
    return path


def test_one_file_goes_to_the_output(call: Caller, report: Path) -> None:
    before = report.read_bytes()
    called = call("annotate", report, "-o", report.with_name("b.docx"))
    assert (called.status, called.said) == (0, ["gdlint: 在 1 个文件中写入了 3 条批注"])
    assert report.read_bytes() == before
    assert b"word/comments.xml" in report.with_name("b.docx").read_bytes()


def test_the_annotated_file_has_the_same_findings(call: Caller, report: Path) -> None:
    other = report.with_name("b.docx")
    call("annotate", report, "-o", other)
    first, second = (call("check", path, "--format", "json").data["files"][0] for path in (report, other))
    assert first["findings"] == second["findings"]


def test_many_files_keep_their_names_in_a_folder(call: Caller, report: Path) -> None:
    (report.parent / "sub").mkdir()
    (report.parent / "sub" / "b.docx").write_bytes(report.read_bytes())
    os.chdir(report.parent)
    called = call("annotate", "a.docx", "sub", "--output-dir", "out")
    assert (called.status, called.said) == (0, ["gdlint: 在 2 个文件中写入了 6 条批注"])
    assert sorted(str(path.relative_to("out")) for path in Path("out").rglob("*.docx")) == [
        "a.docx",
        "sub/b.docx",
    ]


def test_only_selected_rules_are_written(call: Caller, report: Path) -> None:
    called = call("annotate", report, "-o", report.with_name("b.docx"), "--select", "GD101")
    assert called.said == ["gdlint: 在 1 个文件中写入了 0 条批注"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"no document", "没有写入批注（文件已损坏）"),
        ("a.docx", document(p(r("通知"))), "没有写入批注（不是年度报告）"),
        ("a.pdf", b"%PDF-1.4", "没有写入批注（文件已损坏）"),
        ("a.txt", WRONG.encode(), "没有写入批注（.txt 格式不能写入批注，请另存为 .docx 或 .md）"),
    ],
    ids=["no-docx", "no-report", "pdf", "text"],
)
def test_a_file_that_takes_no_comments_is_said_in_one_line(
    call: Caller, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    called = call("annotate", tmp_path / name, "-o", tmp_path / "out")
    assert (called.status, called.said[0]) == (2, f"gdlint: {tmp_path / name}：{said}")
    assert not (tmp_path / "out").exists()


def test_the_others_go_on(call: Caller, report: Path) -> None:
    wrong = report.with_name("b.docx")
    wrong.write_bytes(b"no document")
    called = call("annotate", wrong, report, "--output-dir", report.parent / "out")
    assert called.status == 2
    assert [path.name for path in (report.parent / "out").iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "gdlint: 请用 --output（一个文件）或 --output-dir 说明写到哪里"),
        (["-o", "x", "--output-dir", "y"], "gdlint: --output 和 --output-dir 不能同时使用"),
    ],
)
def test_where_to_write_is_said_once(call: Caller, report: Path, options: list[str], said: str) -> None:
    called = call("annotate", report, *options)
    assert (called.status, called.said) == (2, [said])


@pytest.mark.parametrize("name", ["b.pdf", "b.md", "b.doc"])
def test_a_copy_by_the_name_of_another_format_is_refused(call: Caller, report: Path, name: str) -> None:
    path = report.with_name(name)
    called = call("annotate", report, "-o", path, "--lang", "en")
    assert called.status == 2
    assert called.said[0] == f"gdlint: {path}: the copy has the format of the file, let its name end in .docx"
    assert not path.exists()


def test_two_files_do_not_go_into_one(call: Caller, report: Path) -> None:
    other = report.with_name("b.docx")
    other.write_bytes(report.read_bytes())
    called = call("annotate", report, other, "-o", report.with_name("c.docx"))
    assert (called.status, called.said) == (
        2,
        ["gdlint: 2 个文件不能写入同一个 --output，请改用 --output-dir"],
    )
    assert not report.with_name("c.docx").exists()


@pytest.mark.parametrize("options", [["-o", "a.docx"], ["--output-dir", "."]])
def test_a_file_is_not_written_over(call: Caller, report: Path, options: list[str]) -> None:
    before = report.read_bytes()
    os.chdir(report.parent)
    called = call("annotate", "a.docx", *options)
    assert (called.status, called.said) == (2, ["gdlint: a.docx：输出文件就是要检查的文件，没有写入"])
    assert report.read_bytes() == before


def test_a_file_that_may_not_be_written_stays(call: Caller, report: Path) -> None:
    other = report.with_name("b.docx")
    other.write_bytes(b"old")
    other.chmod(0o400)
    called = call("annotate", report, "-o", other)
    assert (called.status, called.said) == (2, [f"gdlint: {other}：无法写入（没有权限）"])
    assert other.read_bytes() == b"old"
