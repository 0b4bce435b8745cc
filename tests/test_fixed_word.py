"""Fixes in Word documents are tracked changes: accepted, they give the fixed text; rejected, the first one."""

from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from docx import Document

from gdlint import api
from gdlint.fixes.word import WordWriter, writer
from gdlint.model.fix import Edit
from generate.word import saved
from support.libreoffice import converted, needs_libreoffice
from support.rules import text_of
from support.tracked import authors, by_libreoffice, main_part, others, paragraphs
from support.wordxml import document, p, r, tbl, tc, tr


def writing(data: bytes) -> tuple[WordWriter, str]:
    """The bytes of a document in, what writes into it and its text out."""
    source = api.Session().read(data, "a.docx")
    made = writer(data, source)
    assert made is not None
    return made, source.text or ""


def edit(text: str, old: str, new: str) -> Edit:
    start = text.index(old)
    return Edit(start, start + len(old), new)


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (p(r("建立台帐。")), "帐", "账"),
        (p(r("建立"), r("台", "<w:b/>"), r("帐。")), "立台帐", "XY"),
        (p(r("a&amp;b,，c")), ",，", "，"),
        (p(r("建立台帐")), "帐", ""),
        (p(r("帐")), "帐", "<&>"),
        (p(f'<w:hyperlink w:id="x">{r("台帐")}</w:hyperlink>'), "帐", "账"),
        (p("<w:r><w:t>一</w:t><w:tab/><w:t>台帐</w:t></w:r>"), "帐", "账"),
        (tbl(tr(tc(p(r("名"))), tc(p(r("１２")))), tr(tc(p(r("数"))), tc(p(r("3"))))), "１２", "12"),
    ],
    ids=["in-a-run", "over-runs", "entity", "deletion", "whole-and-markup", "link", "two-texts", "cell"],
)
def test_an_edit_is_a_tracked_change(body: str, old: str, new: str) -> None:
    data = document(body)
    made, text = writing(data)
    change = edit(text, old, new)
    assert made.fits(change)
    written = made.write([change])
    first = paragraphs(data, accepted=True)
    assert paragraphs(written, accepted=False) == first
    assert "\n".join(paragraphs(written, accepted=True)) == "\n".join(first).replace(old, new)
    assert authors(written) == {"gdlint"}
    assert others(written) == others(data)


def test_several_edits_of_one_text_part_it_several_times() -> None:
    data = document(p(r("一台帐，二部份，三布署")))
    made, text = writing(data)
    written = made.write([edit(text, "帐", "账"), edit(text, "份", "分"), edit(text, "布", "部")])
    assert paragraphs(written, accepted=True) == ["一台账，二部分，三部署"]
    assert paragraphs(written, accepted=False) == ["一台帐，二部份，三布署"]


@pytest.mark.parametrize("cell", [tc(p()), tc("<w:p/>")], ids=["open", "empty-tag"])
def test_an_empty_cell_is_filled(cell: str) -> None:
    data = document(tbl(tr(tc(p(r("名"))), tc(p(r("件")))), tr(tc(p(r("数"))), cell)))
    made, text = writing(data)
    at = text.index("数\n") + 2
    change = Edit(at, at, "0")
    assert made.fits(change)
    written = made.write([change])
    assert paragraphs(written, accepted=True) == ["名", "件", "数", "0"]
    assert paragraphs(written, accepted=False) == ["名", "件", "数", ""]


@pytest.mark.parametrize(
    "run",
    [
        f'<w:ins w:id="1" w:author="a">{r("台帐")}</w:ins>',
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>台帐</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        "<w:r><w:t><![CDATA[台帐]]></w:t></w:r>",
        '<w:r><w:rPr><w:rPrChange w:id="1" w:author="a"/></w:rPr><w:t>台帐</w:t></w:r>',
        f"<w:fldSimple>{r('台帐')}</w:fldSimple>",
    ],
    ids=["inserted", "box", "cdata", "reformatted", "field"],
)
def test_what_others_track_draw_or_work_out_is_not_changed(run: str) -> None:
    made, text = writing(document(p(r("立")) + p(run)))
    assert not made.fits(edit(text, "帐", "账"))


def test_an_automatic_number_is_not_changed() -> None:
    made, text = writing(document(p(r("总体情况"))))
    assert not made.fits(Edit(0, len(text), "x"))


def report(**changes: Any) -> bytes:
    """A report as a document of paragraphs and one table, whose text is that of an example."""
    blocks = []
    for block in text_of(**changes).strip().split("\n\n"):
        rows = [line.strip("|").split("|") for line in block.split("\n") if not line.startswith("|---")]
        if block.startswith("|"):
            blocks.append(tbl(*(tr(*(tc(p(r(cell.strip()))) for cell in row)) for row in rows)))
        else:
            blocks.append(p(r(block)))
    return document("".join(blocks))


WRONG: Final[dict[str, Any]] = {
    "headings": {"problems": "5.存在问题及改进措施"},
    "text": {"overall": "建立台帐,落实责任。。"},
    "disclosure": {"penalties": {"decisions": "１２"}, "fees": {"amount": "1200元"}},
}


@pytest.mark.parametrize("unsafe", [False, True])
def test_a_report_is_fixed_and_stays_so(unsafe: bool) -> None:
    data = report(**WRONG)
    made = api.Session().fix(data, "a.docx", unsafe=unsafe)
    assert made.data is not None
    assert {"GD103", "GD105", "GD318", "GD706", "GD708", "GD710"} <= {finding.code for finding in made.fixed}
    assert ("GD313" in {finding.code for finding in made.fixed}) is unsafe
    assert not made.refused
    assert {f.code for f in made.after.findings} - {f.code for f in made.before.findings} == {"GD009"}
    assert paragraphs(made.data, accepted=False) == paragraphs(data, accepted=True)
    fixed = "\n".join(paragraphs(made.data, accepted=True))
    assert "五、存在的主要问题及改进情况\n" in fixed
    assert "建立台账，落实责任。\n" in fixed
    assert api.Session().fix(made.data, "a.docx", unsafe=unsafe).data is None


ABOLISHED: Final = [
    ["第二十条第（九）项"],
    ["信息内容", "采购项目数量", "采购总金额"],
    ["政府集中采购", "0", "0"],
]
ABOLISHED_ROWS: Final[dict[str, Any]] = {"year": 2021, "add": {"disclosure": ABOLISHED}}
IN_THE_MIDDLE: Final[dict[str, Any]] = {
    "year": 2021,
    "add": {"disclosure": [*ABOLISHED, ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"]]},
}


@pytest.mark.parametrize(
    "properties",
    [
        "",
        "<w:trPr/>",
        '<w:trPr><w:trHeight w:val="1"/></w:trPr>',
        "<w:tblPrEx/><w:trPr><w:cantSplit/></w:trPr>",
        "<w:tblPrEx/>",
    ],
)
@pytest.mark.parametrize("changes", [ABOLISHED_ROWS, IN_THE_MIDDLE], ids=["last", "middle"])
def test_rows_are_taken_out_as_tracked_changes(changes: dict[str, Any], properties: str) -> None:
    first = report(**changes)
    main = main_part(first).replace(b"<w:trPr></w:trPr>", properties.encode())
    data = _with_main(first, main)
    made = api.Session().fix(data, "a.docx", unsafe=True)
    assert made.data is not None
    assert [finding.code for finding in made.fixed] == ["GD203"]
    before, after = (paragraphs(made.data, accepted=each) for each in (False, True))
    assert before == paragraphs(data, accepted=True)
    start = before.index("第二十条第（九）项")
    width = len(ABOLISHED) * 4
    assert after == before[:start] + before[start + width :]
    assert others(made.data) == others(data)
    assert main_part(made.data).count(b"<w:trPr>") - main.count(b"<w:trPr>") in (0, 3)
    assert api.Session().fix(made.data, "a.docx", unsafe=True).data is None


def test_rows_are_taken_out_only_by_unsafe_fixes() -> None:
    assert api.Session().fix(report(**ABOLISHED_ROWS), "a.docx").data is None


@pytest.mark.parametrize(
    "mark", ['<w:ins w:id="1" w:author="a"/>', '<w:trPrChange w:id="1" w:author="a"><w:trPr/></w:trPrChange>']
)
def test_a_row_that_others_track_is_not_taken_out(mark: str) -> None:
    first = report(**ABOLISHED_ROWS)
    main = main_part(first).replace(b"<w:trPr></w:trPr>", f"<w:trPr>{mark}</w:trPr>".encode())
    made = api.Session().fix(_with_main(first, main), "a.docx", unsafe=True)
    assert "GD203" not in {finding.code for finding in made.fixed}


def test_a_row_with_a_cell_that_goes_on_in_another_is_not_taken_out() -> None:
    first = report(**ABOLISHED_ROWS)
    rows = main_part(first).decode().split("<w:tr>")
    for n, mark in (
        (_row(rows, "行政事业性收费"), '<w:vMerge w:val="restart"/>'),
        (_row(rows, "第（九）项"), "<w:vMerge/>"),
    ):
        before, found, last = rows[n].rpartition("<w:tcPr>")
        rows[n] = before + found + mark + last
    made = api.Session().fix(_with_main(first, "<w:tr>".join(rows).encode()), "a.docx", unsafe=True)
    assert "GD203" in {finding.code for finding in made.before.findings}
    assert "GD203" not in {finding.code for finding in made.fixed}


def _row(rows: list[str], words: str) -> int:
    return next(n for n, row in enumerate(rows) if words in row)


def _with_main(data: bytes, main: bytes) -> bytes:
    """A document with another main part."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in {**others(data), "word/document.xml": main}.items():
            archive.writestr(name, content)
    return stream.getvalue()


@needs_libreoffice
def test_libreoffice_accepts_to_the_fixed_text_and_rejects_to_the_first(tmp_path: Path) -> None:
    data = whole_document(report(**WRONG))
    made = api.Session().fix(data, "a.docx", unsafe=True)
    assert made.data is not None
    (tmp_path / "a.docx").write_bytes(made.data)
    (flat,) = converted([tmp_path / "a.docx"], "fodt", tmp_path)
    content = flat.read_bytes()
    assert by_libreoffice(content, accepted=True) == "".join(paragraphs(made.data, accepted=True))
    assert by_libreoffice(content, accepted=False) == "".join(paragraphs(data, accepted=True))


def whole_document(data: bytes) -> bytes:
    """The same document in a package that LibreOffice opens."""
    made = saved(Document())
    parts = {**others(made), "word/document.xml": main_part(data)}
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
