"""Web pages as they are found: saved ones and fragments, among navigation, in any encoding, with wrong spans, and hostile ones."""

from typing import Final

import pytest

pytest.importorskip("turbohtml")

from gdlint import api
from gdlint.model.document import TableBlock
from gdlint.model.origin import SourceLines
from gdlint.model.source import Source
from gdlint.session import Session
from support.extent import dear
from support.memory import little_memory

OWN: Final = Session()
HEADINGS: Final = "<p>一、总体情况</p><p>甲。</p><p>二、主动公开政府信息情况</p>"


def read(page: str | bytes, name: str = "a.html") -> Source:
    """A page in, its source out."""
    return OWN.read(page.encode() if isinstance(page, str) else page, name)


def text_of(page: str | bytes) -> str:
    """A page in, the text that is read of it out."""
    source = read(page)
    assert source.problem is None
    return (source.text or "").rstrip("\n")


def cells(page: str) -> list[tuple[int, int, int, int, str]]:
    """A page with one table in, row, column, spans and text of its cells out."""
    source = read(page)
    (grid,) = source.grids
    text = source.text or ""
    return [
        (each.row, each.column, each.rows, each.columns, text[each.start : each.end]) for each in grid.cells
    ]


# Text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>甲<b>乙</b>丙</p>", "甲乙丙"), ("<p>甲</p><p>乙</p>", "甲\n乙"), ("<p>甲<br>乙</p>", "甲\n乙"),
        ("<p>甲\n   乙</p>", "甲乙"), ("<p>a\n b  c</p>", "a b c"), ("<p>&nbsp;甲&#12288;乙</p>", "\u00a0甲\u3000乙"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"), ("<script>var a='<p>x</p>'</script><style>p{}</style><p>甲</p>", "甲"),
        ("<p style='display: none'>x</p><p>甲</p>", "甲"), ("<nav>x</nav><p>甲</p><footer>y</footer>", "甲"),
        ("<b style='display:block'>1</b><b style='display:table-cell'>2</b>", "1\n2"),
        ("<b>1</b><b style='display:inline-block'>2</b>", "12"),
        ("<span role=cell>1</span><span role=cell>2</span>", "1\n2"), ("<span role=img>1</span><span>2</span>", "12"),
        ("<ruby>予<rp>(</rp><rt>yǔ</rt><rp>)</rp></ruby>以", "予以"),
        ("<p>甲<!-- x -->乙</p>", "甲乙"), ("甲", "甲"), ("", ""), ("<p><span>一、</span><span>总体情况</span></p>", "一、总体情况"),
    ],
)  # fmt: skip
def test_a_page_reads_as_it_is_seen(page: str, text: str) -> None:
    assert text_of(page) == text


@pytest.mark.parametrize(
    "page",
    [
        f"<div><a>首页</a></div><div>{HEADINGS}</div><div>主办</div>",
        f"<table><tr><td><a>首页</a></td></tr><tr><td><table><tr><td>x<td>{HEADINGS}</table></table>",
        f"<ul><li>一、总体</li></ul><div><div>{HEADINGS}</div></div><p>版权</p>",
    ],
)
def test_the_report_is_the_deepest_element_with_all_headings(page: str) -> None:
    assert text_of(page) == "一、总体情况\n甲。\n二、主动公开政府信息情况"


def test_the_title_above_the_report_belongs_to_it_with_what_follows() -> None:
    page = f"<div><h1>云溪镇2022年政府信息公开工作年度报告</h1><p>发布时间：2023-01-20</p><div>{HEADINGS}</div></div>"
    assert text_of(page).split("\n")[:2] == ["云溪镇2022年政府信息公开工作年度报告", "发布时间：2023-01-20"]


@pytest.mark.parametrize(
    "title",
    [
        "<h1>云溪镇人民政府<br>2022年政府信息公开工作年度报告</h1>", "<h1>云溪镇人民政府</h1><h2>2022年政府信息公开工作年度报告</h2>",
        "<h1>云溪镇人民政府2022年政府信息\n   公开工作年度报告</h1>", "<p>云溪镇人民政府2022年政府信息<br>公开工作<br>年度报告</p>",
        "<p>首页 > 年报</p><p>云溪镇人民政府</p><p>2022 年度<br>政府信息公开工作年度报告</p>",
    ],
)  # fmt: skip
def test_a_title_above_the_report_may_run_over_several_lines(title: str) -> None:
    facts = api.parse(
        f"<p>首页</p>{title}<p>来源：本站</p><div>{HEADINGS}</div>".encode(), name="a.html"
    ).facts
    assert (facts.body, facts.year) == ("云溪镇人民政府", 2022)
    assert not text_of(f"<p>首页</p>{title}<div>{HEADINGS}</div>").startswith("首页")


@pytest.mark.parametrize("above", ["当前位置：首页", "政务公开", "联系我们，欢迎来访"])
def test_what_stands_above_a_title_without_a_body_is_no_body(above: str) -> None:
    page = f"<p>{above}</p><h1>2022年政府信息公开工作年度报告</h1><div>{HEADINGS}</div>"
    assert api.parse(page.encode(), name="a.html").facts.body is None


@pytest.mark.parametrize("name", ["-", "a.txt", "a.md"])
def test_a_page_of_any_name_is_known_by_how_it_begins(name: str) -> None:
    assert read("<!DOCTYPE html><p>甲</p>", name).text == "甲"


def test_a_fragment_is_known_on_standard_input_alone() -> None:
    assert read("<p>甲</p>", "-").text == "甲"
    assert read("<p>甲</p>", "a.md").text == "<p>甲</p>"


# Tables

ROW: Final = "<tr><td>甲</td><td>1</td></tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td rowspan=2>甲<td>1<tr><td>2", [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2")]),
        ("<tr><td colspan=2>甲<tr><td>1<td>2", [(0, 0, 1, 2, "甲"), (1, 0, 1, 1, "1"), (1, 1, 1, 1, "2")]),
        ("<tr><td rowspan=99>甲<td>1", [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")]),
        ("<tr><td rowspan=0>甲<td>1<tr><td>2", [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "1"), (1, 1, 1, 1, "2")]),
        ("<tr><td colspan=-1>甲<td colspan=x>1", [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")]),
        ("<tr><td rowspan=1000000000 colspan=1000000000>甲<td>1", [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")]),
        ("<tr><td><td>", [(0, 0, 1, 1, ""), (0, 1, 1, 1, "")]),
        ("<tr><th><p>本年新<p>制作数量<td>&nbsp;", [(0, 0, 1, 1, "本年新\n制作数量"), (0, 1, 1, 1, "\u00a0")]),
    ],
)  # fmt: skip
def test_cells_stand_where_a_browser_puts_them(
    rows: str, expected: list[tuple[int, int, int, int, str]]
) -> None:
    assert cells(f"<table>{rows}</table>") == expected


def test_the_foot_of_a_table_stands_below_its_rows_wherever_it_is_written() -> None:
    page = "<table><thead><tr><td>甲<td>1</thead><tfoot><tr><td>丙<td>3</tfoot><tbody><tr><td>乙<td>2</tbody></table>"
    source = read(page)
    assert (source.text or "").split() == ["甲", "1", "乙", "2", "丙", "3"]
    assert isinstance(source.origin, SourceLines)
    for letter in "甲1乙2丙3":
        assert source.origin.offset((source.text or "").index(letter)) == page.index(letter)


def test_a_heading_in_a_row_of_its_own_parts_a_table() -> None:
    source = read(f"<table>{ROW}<tr><td colspan=2>三、收到和处理政府信息公开申请情况</td></tr>{ROW}</table>")
    assert [len(grid.cells) for grid in source.grids] == [2, 2]
    assert "三、收到和处理政府信息公开申请情况\n" in (source.text or "")


def test_a_table_of_one_column_is_text() -> None:
    assert not read("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>").grids


@pytest.mark.parametrize(
    ("above", "below"), [("行政处罚00", "000000"), ("行政处罚\n<p>0", "0\n<p>行政强制\n<p>0")]
)
def test_lines_on_either_side_of_a_table_are_no_one_row(above: str, below: str) -> None:
    table = "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>7</td></tr></table>"
    report = api.lint(f"{HEADINGS}<p>{above}</p>{table}<p>{below}</p>".encode(), "a.html").report
    at = (report.source.text or "").index("信息内容")
    spans = [
        (row.start, row.end)
        for section in report.document.sections
        for block in section.blocks
        if isinstance(block, TableBlock)
        for part in block.parts
        for row in part.rows
    ]
    assert spans
    assert not any(start < at < end for start, end in spans)


# Encodings

PAGE: Final = (
    "<html><head><meta charset='{}'></head><p>一、总体情况，政府信息公开。</p>" + "<p>甲乙丙丁</p>" * 40
)


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030", "utf-8", ""])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_bytes_tell_the_encoding_whatever_is_declared(declared: str, codec: str) -> None:
    assert "一、总体情况，政府信息公开。" in text_of(PAGE.format(declared).encode(codec))


def test_a_page_in_traditional_script_declares_its_encoding() -> None:
    assert "總體情況" in text_of("<meta charset=big5><p>總體情況</p>".encode("big5"))


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_one_bad_byte_flips_nothing(codec: str) -> None:
    data = bytearray(PAGE.format(codec).encode(codec))
    at = data.index("丙".encode(codec))
    data[at : at + 1] = b"\xff"
    source = read(bytes(data))
    assert "一、总体情况，政府信息公开。" in (source.text or "")
    assert source.bad


# What a page says of itself


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<meta name=PubDate content='2023-01-20 09:30'>", {"published": "2023-01-20 09:30"}),
        ("<META NAME='articletitle' CONTENT='甲'><title>乙_年度报告</title>", {"title": "甲"}),
        ("<title>云溪镇2022年政府信息公开工作年度报告_青石县</title>", {"title": "云溪镇2022年政府信息公开工作年度报告"}),
        ("<meta name=SiteName content=甲><meta name=ContentSource content=乙>", {"site": "甲", "source": "乙"}),
        ("<meta name=keywords content=x><title>首页</title>", {}), ("<meta name=PubDate>", {}),
    ],
)  # fmt: skip
def test_a_page_s_head_holds_facts(head: str, facts: dict[str, str]) -> None:
    assert dict(read(f"<html><head>{head}</head><p>甲</p>").facts) == facts


INDEX: Final = {"索引号": "0123/2023-0001", "发布机构": "青石县林业局", "发布日期": "2023年2月20日"}


def index_table(row: str) -> str:
    """How a label and its value are written in, an index table out."""
    return "".join(row.format(*pair) for pair in INDEX.items())


@pytest.mark.parametrize(
    ("above", "facts"),
    [
        (f"<table><tr>{index_table('<td>{}</td><td>{}</td>')}</tr></table>", ("2023年2月20日", "青石县林业局")),
        (f"<table>{index_table('<tr><th>{}：</th><td>{}</td></tr>')}</table>", ("2023年2月20日", "青石县林业局")),
        (f"<dl>{index_table('<dt>{}</dt><dd>{}</dd>')}</dl>", ("2023年2月20日", "青石县林业局")),
        (f"<table><tr>{index_table('<td>{}：{}</td>')}</tr></table>", ("2023年2月20日", "青石县林业局")),
        ("<table><tr><td>索 引 号</td><td>1</td><td>发 布 日 期</td><td>2023-02-20</td></tr></table>", ("2023-02-20", None)),
        ("<table><tr><td>索引号</td><td></td><td>发布日期</td><td></td></tr></table>", (None, None)),
        ("<table><tr><td>索引号</td><td>1</td><td>发文日期</td><td>2023-02-20</td></tr></table>", (None, None)),
        ("<table><tr><td>发布日期</td><td>2023-02-20</td></tr></table>", (None, None)),
        ("<meta name=PubDate content=2023-01-20><table><tr>"
         "<td>索引号</td><td>1</td><td>发布日期</td><td>2023-02-20</td></tr></table>", ("2023-01-20", None)),
    ],
)  # fmt: skip
def test_an_index_table_holds_facts(above: str, facts: tuple[str | None, str | None]) -> None:
    found = read(f"{above}<h1>青石县林业局2022年政府信息公开工作年度报告</h1><div>{HEADINGS}</div>").facts
    assert (found.get("published"), found.get("source")) == facts


def test_the_day_of_an_index_table_serves_the_deadlines() -> None:
    table = f"<table><tr>{index_table('<td>{}</td><td>{}</td>')}</tr></table>"
    page = f"{table}<h1>青石县林业局2022年政府信息公开工作年度报告</h1><div>{HEADINGS}</div>"
    assert "GD608" in {finding.code for finding in api.lint(page.encode(), "a.html").findings}


@pytest.mark.parametrize(("day", "late"), [("2023-02-20", True), ("2023-01-20", False)])
def test_the_publication_date_serves_where_there_is_no_signature(day: str, late: bool) -> None:
    title = "<h1>青石县林业局2022年政府信息公开工作年度报告</h1>"
    result = api.lint(f"<meta name=PubDate content={day}>{title}{HEADINGS}".encode(), "a.html")
    assert ("GD608" in {finding.code for finding in result.findings}) is late


# Comments


@pytest.mark.parametrize(("row", "silent"), [(0, True), (1, False)])
def test_a_comment_between_rows_silences_the_next_one(row: int, silent: bool) -> None:
    rows = ["<tr><td>行政处罚</td><td></td></tr>", "<tr><td>行政强制</td><td></td></tr>"]
    rows.insert(row, "<!-- gdlint: ignore[GD310] 已核实 -->")
    header = "<tr><td>信息内容</td><td>本年处理决定数量</td></tr>"
    result = api.lint(f"{HEADINGS}<table>{header}{''.join(rows)}</table>".encode(), "a.html")
    assert ("GD310" not in {finding.code for finding in result.findings}) is silent


# Pages that nobody should open


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("<div>" * 20_000, None),
        pytest.param("<table>" * 20_000, None, marks=dear),
        ("<table><tr>" + "<td>1" * 30_000, "large-report"),
        pytest.param("<table>" + "<tr><td colspan=900 rowspan=9>1<td>2" * 2_000, "large-report", marks=dear),
        ("<b>" * 250_000, "large-report"),
        ("<!--" * 20_000, None),
        ("&" * 50_000, None),
        ("&a " * 500_000, "large-report"),
        ("<p>" + "x" * 5_000_000, None),
        ("\0<p>", "binary"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_hostile_page_is_refused_or_read(page: str, problem: str | None) -> None:
    with little_memory():
        assert read(page).problem == problem


@pytest.mark.parametrize("begin", ["<pre>", "<pre>\n", "<p>甲</p><pre class=x>\n"])
def test_text_that_is_shown_as_it_stands_keeps_its_lines_and_blanks(begin: str) -> None:
    page = f"{begin}规章   1\t2\n\n  <b>许可</b>   &lt;3\n</pre><p>a\n  b</p>"
    source = read(page)
    text = source.text or ""
    assert text.removeprefix("甲\n").splitlines() == ["规章   1\t2", "许可   <3", "a b"]
    assert isinstance(source.origin, SourceLines)
    for letter in "章12可3b":
        assert source.origin.offset(text.rindex(letter)) == page.rindex(letter), letter


def test_a_table_in_such_text_is_read_as_in_a_text() -> None:
    table = "规章   1   2   3\n行政规范性文件   4   5   6\n"
    head = "信息内容   本年制发件数   本年废止件数   现行有效件数\n"
    page = f"{HEADINGS}<pre>\n{head}{table}</pre><p>三、收到和处理政府信息公开申请情况</p>"
    figures = api.parse(page.encode(), name="a.html").tables["disclosure"].figures
    columns = ("issued", "repealed", "in_force")
    assert [figures["regulations", column].value for column in columns] == [1, 2, 3]
    assert [figures["normative_documents", column].value for column in columns] == [4, 5, 6]


# Headings and tables


@pytest.mark.parametrize(
    "broken",
    [
        "二、主动<br>公开政府<br>信息情况",
        "<p>二、主动公开</p><p>政府信息情况</p>",
        "<div>二、<br>主动公开政府信息情况</div>",
    ],
)
def test_a_heading_that_is_a_row_of_a_table_is_one_line(broken: str) -> None:
    source = read(f"<table><tr><td colspan=2>{broken}</td></tr><tr><td>规<br>章</td><td>0</td></tr></table>")
    assert (source.text or "").splitlines() == ["二、主动公开政府信息情况", "规", "章", "0"]
    assert [len(grid.cells) for grid in source.grids] == [2]


def test_sections_with_tables_are_no_table_of_contents_of_a_second_report() -> None:
    titles = [form.title for form in api.forms().sections]
    table = "<table><tr><td>规章</td><td>0</td></tr></table>"
    first, second = (
        "".join(f"<p>{n}、{title}</p>{content}" for n, title in zip("一二三四五六", titles, strict=True))
        for content in (table, "<p>无。</p>")
    )
    title = "<p>{}2022年政府信息公开工作年度报告</p>"
    page = f"{title.format('云溪镇人民政府')}{first}{title.format('大河镇人民政府')}{second}"
    codes = {finding.code for finding in api.lint(page.encode(), "a.html").findings}
    assert "GD007" in codes
    assert "GD101" not in codes


@pytest.mark.parametrize(
    ("heads", "day"),
    [
        ("<meta name=createDate content='2023-01-20 09:00'>", "2023-01-20"), ("<meta name=DC.date content=2023-01-20>", "2023-01-20"),
        ("<meta name=createDate content=2023-01-19><meta name=PubDate content=2023-01-20>", "2023-01-20"),
        ("<meta name=generated content=2023-01-20>", None),
    ],
)  # fmt: skip
def test_the_head_of_a_page_tells_when_it_was_published(heads: str, day: str | None) -> None:
    published = api.parse(f"<head>{heads}</head>{HEADINGS}".encode(), name="a.html").facts.published
    assert (published and str(published.date)) == day


def test_a_byte_that_cannot_be_decoded_is_said_with_the_encoding_of_the_page() -> None:
    page = (
        f"<p>云溪镇2022年政府信息公开工作年度报告</p>{HEADINGS}<p>本年公开信息".encode("gb18030")
        + b"\xff<p>end</p>"
    )
    found = [each for each in api.lint(page, "a.html").findings if each.code == "GD003"]
    assert [each.message["zh"] for each in found] == ["1 个字节不是有效的 GB18030（第 1 行）"]
