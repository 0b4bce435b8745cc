"""Findings as comments in Word documents: on the very words or the cell, and nothing else of the document changes."""

import random
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from lxml import etree

from gdlint.annotations.notes import Note
from gdlint.annotations.word_comments import annotated
from gdlint.model.finding import Finding
from gdlint.model.page import UnreadableError
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.session import Session
from gdlint.wordfile.package_parts import with_parts
from generate.defects.cells import CELLS
from generate.defects.kinds import Defect
from generate.defects.structure import STRUCTURE
from generate.defects.sums import SUMS
from generate.defects.wording import WORDING
from generate.frame import sections_of
from generate.whole import Whole, whole_report
from generate.word import word
from support.extent import dear, extent
from support.libreoffice import Listed, converted, listed, needs_libreoffice
from support.wordxml import document, item, numbers, p, r, tbl, tc, tr

OWN: Final = Session()
WHEN: Final = datetime(2026, 1, 20, 8, 30, tzinfo=UTC)
REPORTS: Final = extent(20, 2)
FOUR: Final = {
    "word/document.xml",
    "word/comments.xml",
    "word/_rels/document.xml.rels",
    "[Content_Types].xml",
}


def wrong_report(number: int) -> bytes:
    """A number in, a report with as many kinds of mistakes as have room in it out, as a Word document."""
    rng = random.Random(number)
    template = (2019, 2021)[number % 2]
    whole = whole_report(rng, template, None)
    for defect in islice((*STRUCTURE, *CELLS, *SUMS, *WORDING), number % 5, None, 5):
        if defect.template in (None, template) and not defect.shapes and not defect.kinds:
            whole = spoilt(whole, defect, rng)
    return word(whole.made)


def spoilt(whole: Whole, defect: Defect, rng: random.Random) -> Whole:
    """A report, however wrong, and one more mistake in, the report with it out; as it is where that has no room beside others."""
    try:
        made = defect.spoil(whole, rng)
        return whole._replace(made=made.made) if made and list(sections_of(made.made)) else whole
    except (KeyError, ValueError, RuntimeError, StopIteration):
        return whole


def checked(data: bytes) -> FileResult:
    """A document in, what is found in it out."""
    return OWN.check(OWN.read(data, "a.docx"))


def written(data: bytes) -> bytes:
    """A document in, the same with its findings out."""
    return OWN.annotated(data, checked(data), "zh", WHEN)


def parts(data: bytes) -> dict[str, bytes]:
    """A document in, its parts by their names out."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tight(text: str) -> str:
    """A text in, the same without blanks out."""
    return "".join(text.split())


def words_of(finding: Finding, source: Source) -> str:
    """The words on which the comment of a finding is to be: those of its first place, but no more than one cell; where it has
    none, the whole paragraph or cell."""
    text = str(source.text)
    start, end, *_ = finding.spots[0]
    cells = [cell for grid in source.grids for cell in grid.cells if cell.start <= start <= cell.end]
    if cells:
        return tight(text[start : min(end, cells[0].end)]) or tight(text[cells[0].start : cells[0].end])
    table = min((grid.start for grid in source.grids if start < grid.start), default=len(text))
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", start)]
    return tight(text[start : min(end, table)]) or tight(line)


def cell_of(finding: Finding) -> tuple[int, int, int] | None:
    """The table, row and column of a finding."""
    place = finding.origin.data() if finding.origin else {}
    return (place["table"], place["row"], place["column"]) if "table" in place else None  # type: ignore[return-value]


@pytest.fixture(scope="module")
def reports() -> list[bytes]:
    """The generated reports."""
    return [wrong_report(number) for number in range(REPORTS)]


# By another program


@dear
@needs_libreoffice
def test_libreoffice_lists_each_comment_at_its_place(reports: list[bytes], tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.docx" for number in range(REPORTS)]
    for file, data in zip(files, reports, strict=True):
        file.write_bytes(written(data))
    shown = [listed(file) for file in converted(files, "fodt", tmp_path)]
    assert sum(map(len, shown)) > 5 * REPORTS
    for data, comments in zip(reports, shown, strict=True):
        result = checked(data)
        expected = [
            (finding.code, words_of(finding, result.report.source), cell_of(finding))
            for finding in result.findings
        ]
        assert sorted(map(_place_of, comments), key=str) == sorted(expected, key=str)
        assert {(comment.author, comment.date[:19]) for comment in comments} == {
            ("gdlint", "2026-01-20T08:30:00")
        }


def _place_of(comment: Listed) -> tuple[str, str, tuple[int, int, int] | None]:
    return comment.lines[0].split()[1], comment.words, comment.cell


# What changes


def test_only_four_parts_differ(reports: list[bytes]) -> None:
    for data in reports:
        before, after = parts(data), parts(written(data))
        assert {name for name in after if after[name] != before.get(name)} == FOUR
        assert list(after)[: len(before)] == list(before)


def test_the_text_and_what_is_found_in_it_stay(reports: list[bytes]) -> None:
    for data in reports:
        before, after = checked(data), checked(written(data))
        assert (after.report.source.text, after.findings) == (before.report.source.text, before.findings)


def test_a_second_run_changes_nothing(reports: list[bytes]) -> None:
    for data in reports:
        once = written(data)
        later = datetime(2027, 1, 1, tzinfo=UTC)
        assert parts(OWN.annotated(once, checked(once), "zh", later)) == parts(once)


# Which words


def commented(data: bytes, start: int, end: int) -> str:
    """A document and a place of its text in, the main part's paragraphs with a comment there out: `[words]` where it is."""
    source = OWN.read(data, "a.docx")
    made = annotated(data, source, [Note(start, end, ("甲",))], WHEN)
    assert OWN.read(made, "a.docx").text == source.text
    return shown(parts(made)["word/document.xml"])


def shown(main: bytes) -> str:
    """A main part in, its texts with brackets where comments are out; runs are parted by `|`."""
    marks = {"commentRangeStart": "[", "commentRangeEnd": "]", "r": "|", "tbl": "", "p": "/"}
    text = ""
    for _, node in etree.iterwalk(etree.fromstring(main), events=("start",)):
        name = etree.QName(node).localname
        is_reference = name == "r" and any(etree.QName(each).localname == "commentReference" for each in node)
        text += "" if is_reference else marks.get(name, "") + (str(node.text) if name == "t" else "")
    return text.lstrip("/")


@pytest.mark.parametrize(
    ("body", "start", "end", "marked"),
    [
        (p(r("甲乙丙")), 0, 3, "[|甲乙丙]"),
        (p(r("甲乙丙")), 1, 2, "|甲[|乙]|丙"),
        (p(r("甲乙丙")), 0, 1, "[|甲]|乙丙"),
        (p(r("甲&amp;&lt;丙")), 1, 3, "|甲[|&<]|丙"),
        (p(r("𠮷乙丙")), 1, 2, "|𠮷[|乙]|丙"),
        (p(r("甲"), r("乙"), r("丙")), 1, 2, "|甲[|乙]|丙"),
        (p(r("甲乙"), r("丙丁")), 1, 3, "|甲[|乙|丙]|丁"),
        (p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"), 2, 3, "|甲[|乙]"),
        (p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"), 0, 1, "[|甲]|乙"),
        (p("<w:r><w:t><![CDATA[甲乙]]></w:t></w:r>"), 1, 2, "[|甲乙]"),
        (p(r("甲")) + p(r("乙丙")) + p(r("丁")), 2, 7, "|甲/[|乙丙/|丁]"),
        (p(r("甲")) + p(r("乙")), 2, 2, "|甲/[|乙]"),
        (p(r("甲")) + p(), 2, 2, "|甲/[]"),
        (p(r("甲")) + "<w:p/>", 2, 2, "|甲/[]"),
        (tbl(tr(tc(p(r("甲"))), tc(p()), tc(p(r("乙"))))), 2, 2, "|甲/[]/|乙"),
        (tbl(tr(tc(p(r("甲"))), tc("<w:p/>"), tc(p(r("乙"))))), 2, 2, "|甲/[]/|乙"),
        (tbl(tr(tc(p(r("甲")), p(r("乙"))), tc(p(r("丙"))))), 0, 5, "[|甲/|乙]/|丙"),
        (tbl(tr(tc(p(r("甲"))), tc(p(r("乙"))))) + p(r("丙")), 0, 6, "[|甲]/|乙/|丙"),
    ],
)  # fmt: skip
def test_a_comment_is_on_the_very_words(body: str, start: int, end: int, marked: str) -> None:
    assert commented(document(body), start, end) == marked


# What others have put into a document stays whole


@pytest.mark.parametrize(
    ("body", "start", "end", "marked"),
    [
        (p(r("甲"), "<w:ins>" + r("乙丙") + "</w:ins>", r("丁")), 1, 2, "|甲[|乙丙]|丁"),
        (p("<w:del><w:r><w:delText>戊</w:delText></w:r></w:del>", r("甲乙")), 0, 1, "|[|甲]|乙"),
        (p(r("甲"), "<w:sdt><w:sdtContent>" + r("乙丙") + "</w:sdtContent></w:sdt>"), 2, 3, "|甲[|乙丙]"),
        (p(r("甲"), "<w:hyperlink>" + r("乙") + r("丙") + "</w:hyperlink>"), 1, 2, "|甲[|乙|丙]"),
        (p(r("甲"), properties="<w:rPr><w:del/></w:rPr>") + p(r("乙")), 0, 2, "[|甲/|乙]"),
        (p(r("甲"), f"<w:r><w:txbxContent>{p(r('框'))}</w:txbxContent></w:r>"), 2, 3, "|甲[|/|框]"),
        (p(r("甲"), '<w:r><w:rPr><w:b/></w:rPr><w:footnoteReference w:id="2"/></w:r>'), 2, 3, "|甲[|]"),
    ],
)  # fmt: skip
def test_a_comment_stands_around_what_others_have_put_in(
    body: str, start: int, end: int, marked: str
) -> None:
    notes = f'<w:footnotes SPACES><w:footnote w:id="2">{p(r("注"))}</w:footnote></w:footnotes>'
    assert commented(document(body, footnotes=notes), start, end) == marked


def test_a_number_that_is_not_in_the_text_has_its_whole_paragraph() -> None:
    body = p(r("甲"), r("乙"), properties=item(0))
    assert commented(document(body, numbering=numbers([("chineseCounting", "%1、")])), 0, 2) == "[|甲|乙]"


def test_without_its_marks_the_main_part_is_as_before() -> None:
    body = p("<w:ins>" + r("甲") + "</w:ins>", r("乙")) + tbl(tr(tc("<w:p  />"), tc(p(r("丙", "<w:b/>")))))
    data = document(body)
    made = annotated(data, OWN.read(data, "a.docx"), [Note(0, 2, ("a",)), Note(4, 5, ("b",))], WHEN)
    bare = annotated(made, OWN.read(made, "a.docx"), [], WHEN)
    assert parts(bare)["word/document.xml"] == parts(data)["word/document.xml"]


_OTHER: Final = '<w:comments SPACES><w:comment w:id="4" w:author="张三" w:date="2025-01-01T00:00:00Z"><w:p/></w:comment></w:comments>'
_MARKED: Final = (
    '<w:commentRangeStart w:id="4"/>'
    + r("甲")
    + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
)
_RELATIONS: Final = '<Relationships><Relationship Id="rId1" Type="http://x/relationships/comments" Target="{}"/></Relationships>'


@pytest.mark.parametrize("target", ["comments.xml", "/word/comments.xml", "./comments.xml"])
def test_comments_of_others_stay(target: str) -> None:
    data = document(p(_MARKED, r("乙")), comments=_OTHER)
    data = with_relations(data, _RELATIONS.format(target))
    made = parts(annotated(data, OWN.read(data, "a.docx"), [Note(1, 2, ("说明",))], WHEN))
    assert shown(made["word/document.xml"]) == "[|甲][|乙]"
    before = parts(data)["word/comments.xml"].removesuffix(b"</w:comments>")
    assert made["word/comments.xml"].startswith(before)
    own = made["word/comments.xml"].removeprefix(before).decode()
    assert own.startswith('<w:comment w:id="5" w:author="gdlint" w:date="2026-01-20T08:30:00Z"')
    assert "说明" in own
    assert made["word/_rels/document.xml.rels"] == parts(data)["word/_rels/document.xml.rels"]


def with_relations(data: bytes, relations: str) -> bytes:
    """A document and the relations of its main part in, the document with them out."""
    return with_parts(data, {"word/_rels/document.xml.rels": relations.encode()})


def test_a_run_with_a_number_of_its_own_comment_takes_only_that_out() -> None:
    data = document(p(r("甲乙")))
    once = annotated(data, OWN.read(data, "a.docx"), [Note(0, 1, ("旧",))], WHEN)
    twice = annotated(once, OWN.read(once, "a.docx"), [Note(1, 2, ("新",))], WHEN)
    made = parts(twice)
    assert shown(made["word/document.xml"]) == "|甲[|乙]"
    assert "新" in made["word/comments.xml"].decode()
    assert "旧" not in made["word/comments.xml"].decode()


def test_a_document_without_findings_is_the_very_same() -> None:
    data = document(p(r("甲")))
    assert annotated(data, OWN.read(data, "a.docx"), [], WHEN) == data


# What XML and Word may not hold


def test_a_comment_holds_no_markup() -> None:
    data = document(p(r("甲")))
    made = annotated(data, OWN.read(data, "a.docx"), [Note(0, 1, ("<w:t>&\uffff",))], WHEN)
    assert "&lt;w:t&gt;&amp;\ufffd" in parts(made)["word/comments.xml"].decode()


def test_a_main_part_in_another_encoding_is_written_in_utf8() -> None:
    main = parts(document(p(r("甲乙"))))["word/document.xml"].decode()
    text = f'<?xml version="1.0" encoding="UTF-16"?>{main}'
    data = with_parts(document(p()), {"word/document.xml": text.encode("utf-16")})
    assert commented(data, 1, 2) == "|甲[|乙]"


_TYPED: Final = '<!DOCTYPE Types [<!ENTITY a "aaaaaaaa">]><Types>&a;</Types>'


@pytest.mark.parametrize("part", ["[Content_Types].xml", "word/comments.xml", "word/_rels/document.xml.rels"])
@pytest.mark.parametrize("content", [_TYPED, "<Types", ""])
def test_a_part_that_is_no_xml_is_refused(part: str, content: str) -> None:
    data = with_relations(document(p(r("甲")), comments=_OTHER), _RELATIONS.format("comments.xml"))
    data = with_parts(data, {"[Content_Types].xml": b"<Types/>", part: content.encode()})
    with pytest.raises(UnreadableError):
        annotated(data, OWN.read(data, "a.docx"), [Note(0, 1, ("甲",))], WHEN)
