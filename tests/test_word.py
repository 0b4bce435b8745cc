"""Word documents: read as they are printed, and every finding names its table, row and cell."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from gdlint import api
from gdlint.model.finding import Finding
from gdlint.model.origin import Location
from gdlint.readers.docx.numbering import han
from gdlint.reporters.check_json import finding_data
from gdlint.reporters.text import finding_lines
from gdlint.session import Session
from generate.word import word
from support.memory import little_memory
from support.stated import SEEDS, as_markdown, report_of, sayings, wrong_cells
from support.wordxml import SPACES, document, item, numbers, p, packed, r, tbl, tc, tr

OWN: Final = Session()


def read(data: bytes) -> Any:
    """A file in, its source out."""
    return OWN.read(data, "a.docx")


def text_of(body: str, **parts: str) -> str:
    """A body in, the lines of its text out."""
    source = read(document(body, **parts))
    assert source.problem is None
    return str(source.text).rstrip("\n")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_document_says_what_the_same_report_in_markdown_says(seed: int) -> None:
    made = report_of(seed)
    result = api.lint(word(made), "a.docx")
    assert not wrong_cells(made, result.report)
    assert sayings(result) == sayings(as_markdown(made))


# Places


def blank() -> tuple[Finding, Any]:
    """A finding on a blank cell, and the source it stands in."""
    made = report_of(1)
    result = api.lint(word(made), "a.docx")
    (finding,) = (finding for finding in result.findings if finding.code == "GD310")
    return finding, result.report.source


def test_a_finding_names_table_row_and_cell() -> None:
    finding, source = blank()
    grid = source.grids[1]
    (place,) = (each for each in grid.cells if each.start <= finding.spots[0].start <= each.end)
    assert finding.origin == Location(
        "cell", (("table", 2), ("row", place.row + 1), ("column", place.column + 1))
    )


def test_a_place_is_said_as_a_person_would() -> None:
    finding, source = blank()
    head = next(finding_lines(finding, source, "zh"))
    assert finding.origin
    row = finding.origin.data()["row"]
    assert head.startswith(f"a.docx: 表格 2 第 {row} 行「4.无正当理由大量反复申请」·其他: ")


def test_there_are_no_lines_in_json() -> None:
    data = finding_data(*blank(), "zh")
    assert (data["line"], data["column"], data["end_line"], data["end_column"]) == (None,) * 4
    assert data["origin"]["kind"] == "cell"
    assert data["cells"][0]["origin"] == data["origin"]


def test_a_paragraph_is_named_by_its_number() -> None:
    source = read(document(p(r("甲")) + p(r("乙"))))
    assert source.location(2) == Location("paragraph", (("index", 2),))


# Text


def field(part: str) -> str:
    """What begins, parts or ends a field in, its run out."""
    return f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p(r("一、"), r("总体情况")), "一、总体情况"),
        (p(r("甲"), "<w:del>" + r("乙").replace("w:t", "w:delText") + "</w:del>"), "甲"),
        (p("<w:del><w:r><w:delText>3118</w:delText></w:r></w:del>", "<w:ins>" + r("3119") + "</w:ins>"), "3119"),
        (p("<w:moveFrom>" + r("甲") + "</w:moveFrom>", "<w:moveTo>" + r("乙") + "</w:moveTo>"), "乙"),
        (p(r("甲"), properties="<w:rPr><w:del/></w:rPr>") + p(r("乙")), "甲乙"),
        (p(r("甲"), r("乙", "<w:vanish/>"), r("丙", '<w:vanish w:val="0"/>')), "甲丙"),
        (p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"), "甲\n乙"),
        (p('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>'), "甲乙"),
        ("<w:sdt><w:sdtContent>" + p(r("甲")) + "</w:sdtContent></w:sdt>", "甲"),
        (p("<w:sdt><w:sdtContent>" + r("甲") + "</w:sdtContent></w:sdt>"), "甲"),
        (p(field("begin"), r("甲"), field("separate"), r("12"), field("end"), r("件")), "甲12件"),
        (p(field("begin"), field("begin"), field("separate"), r("99"), field("end"), field("separate"), r("12"), field("end")), "12"),
        (p(field("end"), r("12"), field("begin"), field("separate"), r("件")), "12件"),
        (p(r("甲"), "<w:r><w:tab/></w:r>", r("1")), "甲\t1"), (tbl(tr(tc(p(r("甲"), "<w:r><w:tab/></w:r>", r("1"))), tc(p()))), "甲 1"),
        (p("<w:hyperlink>" + r("甲") + "</w:hyperlink>", '<w:fldSimple w:instr="PAGE">' + r("1") + "</w:fldSimple>"), "甲1"),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", r("甲")), "甲"),
        (p(r("甲"), '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'), "甲"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_it_is_printed(body: str, text: str) -> None:
    assert text_of(body) == text


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('框'))}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert text_of(p(r("甲"), f"<w:r>{twice}</w:r>") + p(r("乙"))) == "甲\n框\n乙"


def test_a_footnote_stands_behind_its_paragraph() -> None:
    notes = f'<w:footnotes SPACES><w:footnote w:id="2">{p(r("注"))}</w:footnote></w:footnotes>'
    body = p(r("甲"), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(r("乙"))
    assert text_of(body, footnotes=notes) == "甲\n注\n乙"


def test_changes_are_counted_and_said() -> None:
    body = p("<w:ins>" + r("甲") + "</w:ins>", "<w:del>" + r("乙") + "</w:del>")
    source = read(document(body))
    assert source.tracked == 2
    assert read(document(p(r("甲")))).tracked == 0


# Automatic numbers


@pytest.mark.parametrize(
    ("style", "text", "third"),
    [
        ("chineseCounting", "%1、", "三、"), ("taiwaneseCountingThousand", "（%1）", "（三）"),
        ("chineseCountingThousand", "第%1条", "第三条 "), ("decimal", "%1.", "3."), ("decimalFullWidth", "%1．", "３．"),
        ("decimalEnclosedCircle", "%1", "③"), ("upperRoman", "%1.", "III."), ("lowerLetter", "%1)", "c)"),
        ("bullet", "·", ""), ("none", "%1", ""), ("unheardOf", "%1.", "3."),
    ],
)  # fmt: skip
def test_a_number_is_part_of_the_text(style: str, text: str, third: str) -> None:
    body = p(r("甲"), properties=item(0)) * 3
    assert text_of(body, numbering=numbers([(style, text)])).split("\n")[2] == third + "甲"


def test_a_level_begins_anew_below_the_next_one_above() -> None:
    levels = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%1.%3.")]
    body = "".join(p(r("x"), properties=item(level)) for level in (0, 1, 1, 2, 0, 1))
    assert text_of(body, numbering=numbers(levels)).split("\n") == [
        "一、x",
        "（一）x",
        "（二）x",
        "一.1.x",
        "二、x",
        "（一）x",
    ]


def test_a_list_goes_on_over_tables_and_begins_anew_where_that_is_said() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = p(r("x"), properties=item(0)) + p(r("x"), properties=item(0, 2)) + p(r("x"), properties=item(0, 2))
    lines = text_of(body, numbering=numbers([("decimal", "%1.")], anew)).split("\n")
    assert lines == ["1.x", "5.x", "6.x"]


@pytest.mark.parametrize("number", ["", "3", "x"])
def test_a_list_that_there_is_not_has_no_number(number: str) -> None:
    nameless = numbers([("decimal", "%1.")]).replace('w:abstractNumId="7"', 'w:abstractNumId=""')
    body = p(r("甲"), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
    assert text_of(body, numbering=nameless) == "甲"


def test_a_style_tells_the_number() -> None:
    styles = (
        f'<w:styles SPACES><w:style w:styleId="H1"><w:pPr>{item(0)}</w:pPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style></w:styles>'
    )
    body = p(r("甲"), properties='<w:pStyle w:val="H2"/>')
    assert text_of(body, numbering=numbers([("chineseCounting", "%1、")]), styles=styles) == "一、甲"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (2023, "二千零二十三"),
    ],
)
def test_numbers_in_chinese(number: int, text: str) -> None:
    assert han(number) == text


# Tables


def cells(body: str) -> list[tuple[int, int, int, int, str]]:
    """A body with one table in, row, column, spans and text of its cells out."""
    source = read(document(body))
    (grid,) = source.grids
    return [
        (each.row, each.column, each.rows, each.columns, source.text[each.start : each.end])
        for each in grid.cells
    ]


def test_merged_cells_are_known() -> None:
    table = tbl(
        tr(
            tc(p(r("甲")), properties='<w:vMerge w:val="restart"/>'),
            tc(p(r("乙")), properties='<w:gridSpan w:val="2"/>'),
        ),
        tr(tc(p(), properties="<w:vMerge/>"), tc(p(r("1"))), tc(p(r("2")))),
    )
    assert cells(table) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 2, "乙"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "2")]


@pytest.mark.parametrize(
    "row",
    [
        tr(tc(p(r("3"))), tc(p(r("4"))), properties="<w:del/>"),
        tr(tc(p(r("3"))), tc(p(r("4"))), properties="<w:hidden/>"),
        "",
    ],
)
def test_a_deleted_or_hidden_row_is_none(row: str) -> None:
    assert [cell[4] for cell in cells(tbl(tr(tc(p(r("1"))), tc(p(r("2")))), row))] == ["1", "2"]


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    table = tbl(
        tr(tc(p(r("甲"))), tc(p(r("乙")))),
        tr(tc(p(r("1"))), properties='<w:gridBefore w:val="1"/>'),
    )
    assert cells(table)[2][:2] == (1, 1)


def test_a_cell_of_several_paragraphs_has_several_lines() -> None:
    assert cells(tbl(tr(tc(p(r("本年新")), p(r("制作数量"))), tc(p(r("1"))))))[0][4] == "本年新\n制作数量"


def test_a_table_around_a_table_is_layout() -> None:
    inner = tbl(tr(tc(p(r("规章"))), tc(p(r("1")))))
    assert [cell[4] for cell in cells(tbl(tr(tc(p(r("外"))), tc(inner))))] == ["规章", "1"]


def test_cells_in_content_controls_are_cells() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    row = control(tr(tc(p(r("甲"))), control(tc(p(r("1"))))))
    assert [cell[4] for cell in cells(tbl(row))] == ["甲", "1"]


# Files that nobody should open

_BOMB: Final = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "x" * 100}">' for n in range(10))
_XML: Final = "<!DOCTYPE a [{}]><a>&{};</a>"


@pytest.mark.parametrize(
    ("made", "problem"),
    [
        (lambda: b"PK\x03\x04", "damaged"), (bytes, "damaged"), ("一、总体情况".encode, "damaged"),
        (lambda: document(p(r("甲")))[:200], "damaged"), (packed, "damaged"), (lambda: packed(document="<a"), "damaged"),
        (lambda: packed(document=_XML.format(_BOMB, "a9")), "damaged"),
        (lambda: packed(document=_XML.format('<!ENTITY a SYSTEM "file:///etc/passwd">', "a")), "damaged"),
        (lambda: document("<w:sdt>" * 50_000), "damaged"),
        (lambda: packed(document=" " * 60_000_000), "unpacked"),
        (lambda: document("<w:p/>" * 300_000), "large-report"),
        (lambda: document(tbl(tr(tc(p()) * 20_000))), "large-report"),
        (lambda: document(tbl(tr(tc(p(), properties='<w:gridSpan w:val="99999999"/>'), tc(p())))), "large-report"),
        (lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_hostile_file_is_refused(made: Callable[[], bytes], problem: str) -> None:
    data = made()
    with little_memory():
        assert read(data).problem == problem


def test_a_page_that_word_would_read_later_is_said() -> None:
    source = read(document("<w:altChunk/>" + p()))
    assert (source.problem, source.detail) == ("format", "altChunk")
    assert text_of("<w:altChunk/>" + p(r("甲"))) == "甲"


FLAT: Final = (
    '<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="urn:p">{}</pkg:package>'
)


def test_a_document_in_one_xml_file_is_read_whatever_its_name() -> None:
    part = '<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>{}</pkg:xmlData></pkg:part>'
    body = f"<w:document {SPACES}><w:body>{p(r('甲'))}{tbl(tr(tc(p(r('规章'))), tc(p(r('1')))))}</w:body></w:document>"
    for name in ("a.xml", "a.doc", "a"):
        source = OWN.read(FLAT.format(part.format(body)).encode(), name)
        assert (source.text, len(source.grids)) == ("甲\n规章\n1\n", 1)


@pytest.mark.parametrize(
    ("inner", "problem"),
    [
        ("", "damaged"), ("<pkg:part/>", "damaged"), ("<pkg:part", "damaged"), ("<x/>" * 150_001, "large-report"),
        ('<pkg:part pkg:name="/word/document.xml"><pkg:xmlData/></pkg:part>', "damaged"),
    ],
    ids=["no part", "a part without a name", "cut off", "many tags", "no content"],
)  # fmt: skip
def test_such_a_file_that_cannot_be_a_document_is_refused(inner: str, problem: str) -> None:
    assert OWN.read(FLAT.format(inner).encode(), "a.xml").problem == problem


def test_a_word_file_of_another_name_is_read_as_what_it_is() -> None:
    assert OWN.read(document(p(r("甲"))), "a.txt").text == "甲\n"


# Comments that speak to gdlint


def commented(data: bytes, text: str, table: int, row: int) -> bytes:
    """A document with a comment on the first cell of a row (from 1)."""
    mark = '<w:commentRangeStart w:id="5"/><w:r><w:t/></w:r><w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8") if name == "word/document.xml" else old.read(name)
            if isinstance(content, str):
                tables = content.split("<w:tbl>")
                rows = tables[table].split("<w:tr>")
                rows[row] = rows[row].replace("</w:p>", f"{mark}</w:p>", 1)
                tables[table] = "<w:tr>".join(rows)
                content = "<w:tbl>".join(tables)
            new.writestr(name, content)
        comments = (
            f'<w:comments SPACES><w:comment w:id="5" w:author="x">{p(r(text))}</w:comment></w:comments>'
        )
        new.writestr("word/comments.xml", comments.replace("SPACES", SPACES))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("gdlint: ignore[GD310] 已核实", set()),
        ("gdlint: ignore[blank-cell] 已核实 --> x", set()),
        ("gdlint: ignore[GD404] 已核实", {"GD310", "GD004"}),
        ("gdlint: ignore", {"GD310", "GD004"}),
        ("请核实 gdlint: ignore[GD310]", {"GD310"}),
    ],
)
def test_a_comment_silences_the_row_on_which_it_hangs(text: str, codes: set[str]) -> None:
    finding, _ = blank()
    assert finding.origin is not None
    where: Any = finding.origin.data()
    result = api.lint(commented(word(report_of(1)), text, where["table"], where["row"]), "a.docx")
    assert {each.code for each in result.findings} & {"GD310", "GD004"} == codes
    assert not wrong_cells(report_of(1), result.report)


def test_a_comment_on_a_paragraph_stands_before_it_once() -> None:
    mark = '<w:commentRangeStart w:id="1"/>', '<w:r><w:commentReference w:id="1"/></w:r>'
    note = f'<w:comments SPACES><w:comment w:id="1">{p(r("gdlint: ignore[GD708]"))}</w:comment></w:comments>'
    body = p(r("甲")) + p(mark[0], r("乙，，丙")) + p(r("丁"), mark[1])
    assert text_of(body, comments=note) == "甲\n<!-- gdlint: ignore[GD708] -->\n乙，，丙\n丁"


@pytest.mark.parametrize(
    "cell",
    [
        tc(p(r("二、主动公开")), p(r("政府信息情况"))),
        tc(p(r("二、主动公开"), "<w:r><w:br/></w:r>", r("政府信息情况"))),
    ],
)
def test_a_heading_that_is_a_row_of_a_table_is_one_line(cell: str) -> None:
    body = tbl(tr(cell), tr(tc(p(r("规章"))), tc(p(r("0")))))
    assert text_of(body) == "二、主动公开政府信息情况\n规章\n0"
