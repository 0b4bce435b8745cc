"""What of a web page or a Word document is its text: not what is hidden or struck out, nor the marks of notes."""

from typing import Final

import pytest

pytest.importorskip("turbohtml")
pytest.importorskip("lxml")

from gdlint import api
from gdlint.model.origin import SourceLines
from gdlint.model.source import Source
from gdlint.session import Session
from support.wordxml import document, p, r, tbl, tc, tr

OWN: Final = Session()


def page_text(page: str) -> str:
    """A page in, the text that is read of it out."""
    return _text(OWN.read(page.encode(), "a.html"))


def word_text(body: str, **parts: str) -> str:
    """The body of a document in, the text that is read of it out."""
    return _text(OWN.read(document(body, **parts), "a.docx"))


def _text(source: Source) -> str:
    assert source.problem is None
    return (source.text or "").rstrip("\n")


# What is hidden on a page


@pytest.mark.parametrize(
    "hidden",
    [
        "<i hidden>8</i>", "<i hidden='hidden'>8</i>", "<i style='visibility: hidden'>8</i>", "<i style='VISIBILITY:collapse'>8</i>",
        "<i style='color:red;display:none !important;'>8</i>", "<i style='font-size:0'>8</i>", "<i style='font-size: 0px;'>8</i>",
        "<del>8</del>", "<s>8</s>", "<strike>8</strike>", "<i style='text-decoration: line-through'>8</i>",
        "<i style='text-decoration-line:underline line-through'>8</i>",
        "<i style='position:absolute;left:-9999px'>8</i>", "<i style='position:fixed; top:-1000em'>8</i>",
        "<i style='position:absolute;width:1px;clip:rect(0,0,0,0)'>8</i>", "<i style='position:absolute;clip:rect(1px 1px 1px 1px)'>8</i>",
        "<i style='position:absolute;clip-path:inset(50%)'>8</i>",
    ],
)  # fmt: skip
def test_what_is_hidden_or_struck_out_is_no_text(hidden: str) -> None:
    assert page_text(f"<p>27{hidden}</p>") == "27"


@pytest.mark.parametrize(
    "shown",
    [
        "<i style='font-size:0.9em'>8</i>", "<i style='backface-visibility:hidden'>8</i>", "<i aria-hidden=true>8</i>",
        "<i hidden style='display:inline'>8</i>", "<i style='display:none;display:inline'>8</i>", "<ins>8</ins>", "<u>8</u>",
        "<i style='opacity:0'>8</i>", "<i style='left:-9999px'>8</i>", "<i style='position:absolute;left:-9px'>8</i>",
        "<i style='position:absolute;clip:rect(0,99px,20px,0)'>8</i>", "<i style='position:absolute;clip:auto'>8</i>",
        "<i style='font-size:0'><b style='font-size:14px'>8</b></i>", "<i style='text-decoration:underline'>8</i>",
    ],
)  # fmt: skip
def test_what_is_shown_all_the_same_is_text(shown: str) -> None:
    assert page_text(f"<p>27{shown}</p>") == "278"


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        (".x{display:none}", "27"), ("p{color:red} /* } */ .y , .x { display : none ; }", "27"), (".x{visibility:hidden}", "27"),
        (".x{text-decoration:line-through}", "27"), (".y{display:none}", "278"), (".x{display:block}", "278"),
        ("td .x{display:none}", "278"), ("@media print{.x{display:none}}", "278"), (".x{display:none} .x.on{display:block}", "278"),
        (".x{display:none", "278"), ("}.x{display:none}", "278"), ("", "278"),
    ],
)  # fmt: skip
def test_a_style_sheet_of_the_page_hides_classes(sheet: str, text: str) -> None:
    assert page_text(f"<style>{sheet}</style><p>27<i class='a x'>8</i></p>") == text


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        ("div .x{display:none}", "27"), ("div p > i.x{display:none}", "27"), (".a.x{display:none}", "27"), ("#n{display:none}", "27"),
        ("i.x{display:none}", "27"), ("DIV.b I#n.a{display:none}", "27"), (".b i{display:none}", "27"), ("* > .x{display:none}", "27"),
        ("div > .x{display:none}", "278"), (".a.y{display:none}", "278"), ("b.x{display:none}", "278"), ("p div .x{display:none}", "278"),
        (".x:hover{display:none}", "278"), (".x::before{display:none}", "278"), ("i ~ .x{display:none}", "278"), ("{display:none}", "278"),
        (".b .x{display:none} .x.on{display:block}", "278"), (".b i{display:none} i{display:inline}", "278"), ("> i{display:none}", "278"),
        (f"{'div ' * 9}.x{{display:none}}", "278"), ("* *{display:none}", "278"), (".b >{display:none}", "278"),
    ],
)  # fmt: skip
def test_a_style_sheet_hides_elements_by_what_they_are_and_stand_in(sheet: str, text: str) -> None:
    assert page_text(f"<style>{sheet}</style><div class=b><p>27<i class='a x' id=n>8</i></p></div>") == text


def test_a_style_sheet_for_print_hides_nothing() -> None:
    assert page_text("<style media=print>.x{display:none}</style><p>27<i class=x>8</i></p>") == "278"


def test_a_report_that_styles_hide_as_a_whole_is_read() -> None:
    report = "<p>一、总体情况</p><p>甲。</p><p>二、主动公开政府信息情况</p>"
    assert page_text(f"<p>首页</p><div hidden>{report}</div>").splitlines()[-2:] == [
        "甲。",
        "二、主动公开政府信息情况",
    ]


# Marks of notes


@pytest.mark.parametrize(
    "mark",
    ["1", "12", "①", "[1]", "［1］", "〔2〕", "(3)", "*", "※", "注", "注1", "<a href='#n'>[<b>1</b>]</a>"],
)
@pytest.mark.parametrize("around", ["<sup>{}</sup>", "<span style='vertical-align:super'>{}</span>"])
def test_a_raised_mark_behind_text_is_a_note(mark: str, around: str) -> None:
    assert page_text(f"<table><tr><td>计</td><td>27 {around.format(mark)}</td></tr></table>") == "计\n27"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p><sup>27</sup></p>", "27"), ("<p>甲</p><p><sup>27</sup></p>", "甲\n27"), ("<p>甲<br><sup>27</sup></p>", "甲\n27"),
        ("<p>27m<sup>2</sup></p>", "27m2"), ("<p>27<sup>977</sup></p>", "27977"), ("<p>27<sup>件</sup></p>", "27件"),
        ("<p>27<sub>1</sub></p>", "271"), ("<p>27<sup></sup></p>", "27"),
    ],
)  # fmt: skip
def test_raised_text_that_is_no_mark_is_text(page: str, text: str) -> None:
    assert page_text(page) == text


# Letters of no width


@pytest.mark.parametrize("letter", ["&#8203;", "&shy;", "\ufeff", "\u200d", "\u2060"])
@pytest.mark.parametrize(
    ("printed", "value"),
    [("2{}7", 27), ("{}27", 27), ("2{0}{0}7", 27), ("1{},234", 1234), ("2 {}7", None), ("{}", None)],
)
def test_a_letter_that_nobody_sees_is_no_part_of_a_figure(
    letter: str, printed: str, value: int | None
) -> None:
    head = "<tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
    row = f"<tr><td>行政许可</td><td>{printed.format(letter)}</td></tr>"
    page = f"<p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>{head}{row}</table>"
    figures = api.parse(page.encode(), name="a.html").tables["disclosure"].figures
    assert figures["licensing", "decisions"].value == value


# Fields of forms


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("<input value=27>", "27"), ("<input type='text' readonly VALUE = '27'>", "27"), ("<input type=number value=27>", "27"),
        ("<input>", ""), ("<input type=hidden value=27>", ""), ("<input type=button value=27>", ""),
        ("<input type=checkbox value=27>", ""), ("<input style='display:none' value=27>", ""),
        ("<textarea>27</textarea>", "27"), ("<textarea hidden>27</textarea>", ""),
        ("<select><option>1<option selected>27</select>", "27"), ("<select><option>27<option>1</select>", "27"), ("<select></select>", ""),
        ("<select multiple><option>1<option selected>27</select>", ""), ("<select size=4><option>27</select>", ""),
    ],
)  # fmt: skip
def test_what_is_entered_in_a_field_of_a_cell_is_its_text(field: str, text: str) -> None:
    assert page_text(f"<table><tr><td>计</td><td>{field}</td></tr></table>") == f"计\n{text}".rstrip()


def test_a_field_outside_of_tables_is_none_of_the_report() -> None:
    assert page_text("<p>甲<input value='请输入'><textarea>评论</textarea></p>") == "甲"


@pytest.mark.parametrize(
    "field",
    [
        "<input class=n value='27'>",
        "<textarea cols=2>27</textarea>",
        "<select><option value=1>1<option value=2 selected>27</select>",
    ],
)
def test_a_figure_in_a_field_stands_at_its_letters(field: str) -> None:
    page = f"<table><tr><td>计</td>\n<td>{field}</td></tr></table>"
    source = OWN.read(page.encode(), "a.html")
    assert isinstance(source.origin, SourceLines)
    assert source.origin.offset((source.text or "").index("27")) == page.index("27")


# Word


@pytest.mark.parametrize("hidden", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:rStyle w:val="s"/>'])
def test_hidden_and_struck_runs_are_no_text(hidden: str) -> None:
    styles = '<w:style w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="s"><w:basedOn w:val="b"/></w:style>'
    assert word_text(p(r("9", hidden), r("27")), styles=f"<w:styles SPACES>{styles}</w:styles>") == "27"


def test_a_run_that_switches_off_what_its_style_hides_is_text() -> None:
    styles = '<w:styles SPACES><w:style w:styleId="s"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    assert word_text(p(r("27", '<w:rStyle w:val="s"/><w:vanish w:val="0"/>')), styles=styles) == "27"


def test_a_style_of_paragraphs_hides_them() -> None:
    styles = '<w:styles SPACES><w:style w:styleId="s"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    assert (
        word_text(p(r("9"), properties='<w:pStyle w:val="s"/>') + p(r("27")), styles=styles).strip() == "27"
    )


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/><w:rPr><w:b/></w:rPr></w:style>'
        for a, b in ("ab", "ba")
    )
    assert (
        word_text(p(r("27", '<w:rStyle w:val="a"/>')), styles=f"<w:styles SPACES>{styles}</w:styles>") == "27"
    )


RAISED: Final = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ((r("27"), r("1", RAISED)), "27"), ((r("27"), r("[", RAISED), r("1", RAISED), r("]", RAISED)), "27"),
        ((r("27"), r("①", RAISED), r("件")), "27件"), ((r("27", RAISED),), "27"), ((r("27m"), r("2", RAISED)), "27m2"),
        ((r("27"), r("1", '<w:position w:val="6"/>')), "27"), ((r("27"), r("1", '<w:position w:val="2"/>')), "271"),
        ((r("27"), r("1", '<w:position w:val="-6"/>')), "271"),
        ((r("27"), r("1", '<w:vertAlign w:val="subscript"/>')), "271"), ((r("27"), r("1", '<w:vertAlign w:val="baseline"/>')), "271"),
    ],
)  # fmt: skip
def test_a_raised_run_behind_text_is_the_mark_of_a_note(runs: tuple[str, ...], text: str) -> None:
    assert word_text(p(*runs)) == text


def _box(text: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{p(r(text))}</w:txbxContent></v:textbox></w:pict></w:r>"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (p(_box("27")), "计\n27"), (p(_box("2,727.50")), "计\n2,727.50"), (p(r("5"), _box("27")), "计\n5\n27"),
        (p(_box("见注")), "计\n\n见注"), (p(_box("27"), _box("28")), "计\n\n27\n28"),
    ],
)  # fmt: skip
def test_a_text_box_with_a_figure_in_a_blank_cell_is_its_text(cell: str, text: str) -> None:
    assert word_text(tbl(tr(tc(p(r("计"))), tc(cell)))) == text
