"""Findings as comments in Markdown and web pages: the file is read as before, a second run replaces them, every other byte stays."""

import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

import pytest

pytest.importorskip("turbohtml")

from gdlint.api import Session
from gdlint.model.note_comment import WRITTEN, is_note, note_comment
from gdlint.model.result import FileResult
from generate.markup import MARKUPS, page
from support.catalogue import trial, tried
from support.extent import extent
from support.rules import text_of

WHEN: Final = datetime(2024, 1, 1, tzinfo=UTC)
REPORTS: Final = extent(40, 6)
NOTE: Final = re.compile(rb" ?<!-- gdlint: note\[[^\n]*?-->")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def checked(session: Session, data: bytes, name: str) -> FileResult:
    return session.check(session.read(data, name))


def annotated(session: Session, data: bytes, name: str) -> bytes:
    return session.annotated(data, checked(session, data, name), "zh", WHEN)


def found(result: FileResult) -> list[tuple[object, ...]]:
    """The findings of a result: code, words, cells and fingerprint, and the lines in which they stand."""
    source = result.report.source
    return [
        (
            f.code,
            f.message,
            f.fingerprint,
            *((s.row, s.column, source.place(s.start, s.end).line) for s in f.spots),
        )
        for f in result.findings
    ]


def generated() -> Iterator[tuple[str, bytes]]:
    """Reports with a planted mistake, as Markdown and as web pages."""
    defects = tried()
    for n, defect in enumerate(defects[:: max(1, len(defects) // REPORTS)][:REPORTS]):
        one = trial(defect, n)
        yield "a.md", one.wrong.encode("utf-8", "surrogatepass")
        markup = list(MARKUPS.values())[n % len(MARKUPS)]
        yield "a.html", page(one.spoilt.made, markup, random.Random(n)).encode()


@pytest.mark.parametrize(("name", "data"), list(generated()))
def test_nothing_changes_but_for_the_comments(session: Session, name: str, data: bytes) -> None:
    before = checked(session, data, name)
    written = session.annotated(data, before, "zh", WHEN)
    after = checked(session, written, name)
    assert found(after) == found(before)
    assert len(NOTE.findall(written)) == len(before.findings)
    assert session.annotated(written, after, "zh", WHEN) == written
    nothing = after._replace(outcome=after.outcome._replace(findings=()))
    assert session.annotated(written, nothing, "zh", WHEN) == data


def markdown(**changes: object) -> bytes:
    return text_of(**changes).encode()


WRONG: Final = {"applications": {"new": {"total": "3"}}, "text": {"overall": "建立台帐。"}}


def test_tables_stay_tables(session: Session) -> None:
    data = markdown(**WRONG)
    lines = annotated(session, data, "a.md").decode().split("\n")
    for before, after in zip(data.decode().split("\n"), lines, strict=True):
        bare = WRITTEN.sub("", after)
        assert bare.count("|") == after.count("|") == before.count("|")
        assert after[:1] == before[:1]
        assert after.endswith("|") or not before.endswith("|")


def test_a_comment_stands_in_the_line_of_its_finding(session: Session) -> None:
    lines = annotated(session, markdown(**WRONG), "a.md").decode().split("\n")
    (line,) = [line for line in lines if "note[GD706]" in line]
    assert line.startswith("建立台帐。 <!-- gdlint: note[GD706] 警告 GD706 wrong-word；")
    (row,) = [line for line in lines if "note[GD403]" in line]
    assert row.startswith("| 一、本年新收政府信息公开申请数量 |")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(session: Session, codec: str, end: str) -> None:
    data = markdown(**WRONG).decode().replace("\n", end).encode(codec)
    written = annotated(session, data, "a.md")
    text = written.decode(codec)
    assert text.count("gdlint: note[") == len(checked(session, data, "a.md").findings) > 0
    assert text.count(end) == text.count("\n")
    assert re.sub(" <!-- gdlint: note[^\n]*?-->", "", text).encode(codec) == data


def test_what_an_encoding_does_not_have_is_a_question_mark(session: Session) -> None:
    data = markdown(**WRONG).decode().encode("gb2312")
    written = annotated(session, data, "a.md").decode("gbk")
    assert written.count("gdlint: note[") == len(checked(session, data, "a.md").findings) > 0


@pytest.mark.parametrize("line", ["## 一、总体情况", "正文  ", "正文\\", "- 正文", "| a | b |  ", "a | b"])
def test_a_line_keeps_what_it_is(session: Session, line: str) -> None:
    from gdlint.annotations.line_comments import _edits

    (edit,) = _edits(0, line, ["<!-- gdlint: note[GD001] x -->"])
    written = line[: edit.start] + edit.text + line[edit.end :]
    assert written.replace(" <!-- gdlint: note[GD001] x -->", "") == line
    assert line.endswith(written[written.index("-->") + 3 :])


@pytest.mark.parametrize(
    ("fence", "end"), [("```", "```"), ("~~~~ text", "~~~~~"), ("  ```", "```  "), ("```", "")]
)
def test_code_takes_no_comment(session: Session, fence: str, end: str) -> None:
    text = text_of(**WRONG).replace("建立台帐。", f"甲。\n{fence}\n~~\n建立台帐。\n```` text\n{end}\n乙。")
    lines = annotated(session, text.encode(), "a.md").decode().split("\n")
    (line,) = [line for line in lines if "note[GD706]" in line]
    assert line.startswith("甲。 <!-- gdlint: note[")
    assert ("note[GD403]" in "\n".join(lines[lines.index(fence) :])) == bool(end)


def test_a_blank_line_and_the_line_below_a_header_take_no_comment(session: Session) -> None:
    text = text_of(without=["problems"]).replace("六、其他", "\n\n六、其他").encode()
    written = annotated(session, text, "a.md").decode()
    bare = text.decode().split("\n")
    for before, after in zip(bare, written.split("\n"), strict=True):
        assert "gdlint" not in after or (before.strip() and not before.startswith("|---"))


def test_comments_to_gdlint_stay_and_count(session: Session) -> None:
    data = (
        markdown(**WRONG)
        .decode()
        .replace("建立台帐。", "建立台帐。 <!-- gdlint: ignore[GD706] 照旧 -->")
        .encode()
    )
    before = checked(session, data, "a.md")
    assert "GD706" not in {finding.code for finding in before.findings}
    written = session.annotated(data, before, "zh", WHEN)
    assert "<!-- gdlint: ignore[GD706] 照旧 -->".encode() in written
    assert found(checked(session, written, "a.md")) == found(before)


HOSTILE: Final = ("-->", "--!>", "<!--", "a -- b", "| x |", "<script>", "---", "--" * 40, "a\nb")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_finding_end_nothing(words: str) -> None:
    made = note_comment("GD001", (words, "x"))
    inner = made.removeprefix("<!--").removesuffix("-->")
    assert not re.search(r"--|[<>|\n]", inner)
    assert WRITTEN.fullmatch(made)
    assert is_note(inner)


def test_a_finding_that_quotes_marks_of_comments_is_written_harmlessly(session: Session) -> None:
    data = markdown(text={"overall": "建立台帐--&gt;<!-- x -->|台帐。"})
    before = checked(session, data, "a.md")
    written = session.annotated(data, before, "zh", WHEN)
    assert found(checked(session, written, "a.md")) == found(before)


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (" gdlint: note[GD401] x ", True),
        (" GDLINT：note[GD401] x ", True),
        (" gdlint: ignore[GD401] x ", False),
        (" gdlint note ", False),
        ("note[GD401]", False),
    ],
)
def test_what_a_note_is(content: str, is_one: bool) -> None:
    assert is_note(content) is is_one


def html(cell: str, title: str = "x") -> bytes:
    rows = text_of(applications={"new": {"business": "1", "total": "1"}, "total": {"business": cell}})
    blocks = []
    for block in rows.strip().split("\n\n"):
        if block.startswith("|"):
            lines = [line.strip("|").split("|") for line in block.split("\n") if not line.startswith("|---")]
            blocks.append(
                "<table>"
                + "".join("<tr>" + "".join(f"<td>{c.strip()}</td>" for c in line) + "</tr>" for line in lines)
                + "</table>"
            )
        else:
            blocks.append(f"<p>{block}</p>")
    return f"<!doctype html><html><head><title>{title}</title></head><body>{''.join(blocks)}</body></html>".encode()


@pytest.mark.parametrize("cell", ["", "无", "１"])
def test_a_comment_stands_in_the_cell(session: Session, cell: str) -> None:
    written = annotated(session, html(cell), "a.html").decode()
    assert re.search(rf"<td>(?:<!-- gdlint: note\[[^<>]*-->)+{cell}</td>", written)


def test_no_comment_stands_in_a_tag_or_in_the_title(session: Session) -> None:
    written = annotated(session, html("无", "青石县云溪镇人民政府2021年度报告"), "a.html").decode()
    assert "note[" in written
    assert not re.search(r"<title>[^<]*<!--", written)
    assert not re.search(r"<[^<>!]*<!--", written)
