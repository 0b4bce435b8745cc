"""Fixes of findings: what they write, what they leave, and that they come back to the file."""

from typing import Any

import pytest

from gdlint import api
from gdlint.engine.rule_fixes import sound_fix
from gdlint.engine.run import run
from gdlint.engine.shape import RuleError
from gdlint.fixes.edits import history_of
from gdlint.model.fix import Edit, Fix, applied
from support.rules import ready, text_of

HEAD = "五、存在的主要问题及改进情况"


def fixed(content: str | bytes, name: str = "a.txt", *, unsafe: bool = False) -> bytes:
    """The bytes of a report once it was fixed."""
    data = content if isinstance(content, bytes) else content.encode()
    made = api.Session().fix(data, name, unsafe=unsafe)
    return data if made.data is None else made.data


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"headings": {"problems": "五、存在问题及改进措施情况"}}, "五、存在问题及改进措施情况", HEAD),
        ({"headings": {"problems": "5.存在的主要问题及改进情况"}}, "5.存在", "五、存在"),
        ({"headings": {"applications": "三、收到和处理政务公开申请情况"}}, "政务公开", "政府信息公开"),
        ({"title": "青石县云溪镇人民政府2022年政府信息公开工作报告"}, "工作报告\n", "工作年度报告\n"),
        ({"labels": {"applications": {"social": "社会组织"}}}, "社会组织", "社会公益组织"),
        ({"disclosure": {"penalties": {"decisions": "１２"}}}, "１２", "12"),
        ({"text": {"overall": "加强领导，。落实责任。。"}}, "领导，。落实责任。。", "领导。落实责任。"),
        ({"text": {"overall": "加强领导,落实(全部)责任。"}}, "领导,落实(全部)责", "领导，落实（全部）责"),
        ({"text": {"overall": "建立台帐，落实依申情公开。"}}, "台帐，落实依申情", "台账，落实依申请"),
        ({"text": {"problems": "（一）是加强培训。"}}, "（一）是", "（一）"),
        ({"text": {"problems": "（一）领导。\n\n（二）培训。\n\n（二）检查。"}}, "（二）检查", "（三）检查"),
    ],
    ids=["title-of-section", "numbering", "term", "title", "label", "digits", "doubled", "half-width", "word", "shi", "again"],
)  # fmt: skip
def test_safe_fixes_write_what_is_right_and_nothing_else(changes: dict[str, Any], old: str, new: str) -> None:
    text = text_of(**changes)
    assert text.count(old) == 1
    assert fixed(text).decode() == text.replace(old, new)


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"disclosure": {"fees": {"amount": "1200元"}}}, "1200元", "0.12"),
        ({"disclosure": {"penalties": {"decisions": "无"}}}, "| 无 |", "| 0 |"),
        ({"text": {"problems": "（一）领导。\n\n（三）检查。"}}, "（三）检查", "（二）检查"),
    ],
    ids=["unit", "no-number", "gap"],
)
def test_what_changes_figures_or_meaning_is_not_safe(changes: dict[str, Any], old: str, new: str) -> None:
    text = text_of(**changes)
    assert text.count(old) == 1
    assert fixed(text) == text.encode()
    assert fixed(text, unsafe=True).decode() == text.replace(old, new)


def test_a_total_is_never_set_from_its_parts() -> None:
    text = text_of(applications={"new": {"business": 2, "total": 3}})
    assert fixed(text, unsafe=True) == text.encode()


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r\n").encode("gb18030"),
        lambda text: text.replace("\n", "\r").encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode().replace("指定".encode(), b"\xff\xfe"),
    ],
    ids=["mark", "crlf", "gb18030", "utf-16-cr", "utf-16-le", "bad-bytes"],
)  # fmt: skip
def test_encoding_and_line_ends_stay(encode: Any) -> None:
    text = text_of(text={"overall": "建立部份台帐，及时更新，由指定人员负责。"})
    right = text.replace("部份", "部分").replace("台帐", "台账")
    assert fixed(encode(text)) == encode(right)


def test_what_was_fixed_is_gone_and_stays_so() -> None:
    text = text_of(text={"overall": "加强领导,,落实责任。"}, headings={"problems": "5、存在问题"})
    first = api.Session().fix(text.encode(), "a.txt")
    second = api.Session().fix(first.data or b"", "a.txt")
    assert first.fixed
    assert not second.fixed
    assert second.data is None
    assert not {finding.code for finding in first.fixed} & {f.code for f in first.after.findings}


def test_a_finding_that_a_comment_silences_is_not_fixed() -> None:
    text = text_of(text={"overall": "<!-- gdlint: ignore[GD706] name -->\n\n建立台帐。"})
    assert fixed(text) == text.encode()


@pytest.mark.parametrize(
    ("fix", "edits"),
    [
        ({"replace": "“{text}”"}, None),
        ({"replace": "{official}", "at": "heading_title", "when": "rank == 2"}, ()),
        ({"replace": "{numeral(rank + 1)}", "at": "heading_number", "when": "rank == 1"}, ("二",)),
        ({"replace": "a\nb"}, ()),
        ({"replace": "a|b"}, ()),
        (False, ()),
    ],
    ids=["whole", "equal", "place", "line", "cell", "none"],
)
def test_a_rule_says_what_is_written_and_where(fix: Any, edits: tuple[str, ...] | None) -> None:
    report = api.parse(text_of())
    findings = run([ready(each="heading", check="false", fix=fix)], report).findings
    found = [finding.fix.edits for finding in findings if finding.fix]
    if edits is None:
        assert len(found) == 6
    else:
        assert [edit.text for each in found for edit in each] == list(edits)


@pytest.mark.parametrize(
    ("edits", "wanted"),
    [
        ([Edit(0, 4, "abXd")], Fix((Edit(2, 3, "X"),), True)),
        ([Edit(0, 4, "abxcd")], Fix((Edit(1, 2, "bx"),), True)),
        ([Edit(5, 7, "34")], Fix((Edit(5, 7, "34"),), False)),
        ([Edit(5, 7, "１２")], Fix((Edit(5, 7, "１２"),), True)),
        ([Edit(0, 2, "x"), Edit(1, 3, "y")], None),
        ([Edit(0, 99, "x")], None),
        ([Edit(3, 1, "x")], None),
        ([Edit(0, 1, "a")], None),
        ([Edit(0, 9, "x")], None),
        ([Edit(0, 1, "\x1b[31m")], None),
    ],
    ids=["shortest", "adds", "figure", "same-figure", "overlapping", "outside", "backwards", "nothing", "two-lines", "control"],
)  # fmt: skip
def test_a_fix_is_as_short_as_can_be_and_safe_only_where_no_number_changes(
    edits: list[Edit], wanted: Fix | None
) -> None:
    assert sound_fix("abcd 12\nxyz", edits, safe=True) == wanted


def test_edits_of_later_rounds_are_edits_of_the_first_text() -> None:
    text = "abcdefghij"
    history, now = history_of([]), text
    for edits in ([Edit(1, 3, "XYZ"), Edit(8, 9, "")], [Edit(2, 3, "_"), Edit(5, 6, "+")], [Edit(0, 6, "-")]):
        now = applied(now, edits)
        history = history.with_edits(edits)
        assert applied(text, history.edits) == now


def test_a_file_that_cannot_be_read_is_left() -> None:
    made = api.Session().fix(b"\xff\xfe\xfd", "a.txt")
    assert made.data is None
    assert made.before is made.after


ABOLISHED = {
    "year": 2021,
    "add": {
        "disclosure": [
            ["第二十条第（九）项"],
            ["信息内容", "采购项目数量", "采购总金额"],
            ["政府集中采购", "0", "0"],
        ]
    },
}


@pytest.mark.parametrize("shape", ["pipe", "tsv"])
def test_an_abolished_row_is_taken_out_with_what_stands_above_it_alone(shape: str) -> None:
    text = text_of(**ABOLISHED, shape=shape)
    right = text_of(year=2021, shape=shape)
    lines = fixed(text, unsafe=True).decode().splitlines()
    assert [line.strip(" \t|") for line in lines] == [line.strip(" \t|") for line in right.splitlines()]
    assert fixed(text) == text.encode()


def test_a_fix_that_brings_other_findings_is_held() -> None:
    done = {"business": 1, "total": 1}
    text = text_of(applications={"new": {"business": "", "total": 1}, "granted": done, "total": done})
    made = api.Session().fix(text.encode(), "a.txt", unsafe=True)
    assert "GD310" in {finding.code for finding in made.held}
    assert made.data is None


@pytest.mark.parametrize(
    ("fix", "path"),
    [
        (1, ("fix",)),
        ({}, ("fix", "replace")),
        ({"replace": 1}, ("fix", "replace")),
        ({"replace": "a", "safe": "yes"}, ("fix", "safe")),
        ({"replace": "a", "at": ["a"]}, ("fix", "at")),
        ({"replace": "a", "where": "a"}, ("fix", "where")),
        ({"replace": "a", "when": "yaer == 1"}, ("fix", "when")),
        ({"replace": "{yaer}"}, ("fix", "replace")),
        ({"replace": "{"}, ("fix", "replace")),
        ({"replace": "a", "at": "nowhere"}, ("fix", "at")),
        ({"remove": "table"}, ("fix", "remove")),
        ({"remove": "row", "safe": True}, ("fix", "safe")),
    ],
)  # fmt: skip
def test_a_wrong_fix_is_refused_at_its_key(fix: Any, path: tuple[str, ...]) -> None:
    with pytest.raises(RuleError) as caught:
        ready(each="heading", check="false", fix=fix)
    assert caught.value.path == path


def test_a_page_is_fixed_in_place_where_its_letters_stand_together() -> None:
    page = (
        '<!DOCTYPE html><html><head><meta charset="gb18030"></head><body>\r\n<p>一、总体情况</p>'
        "<p>建立台帐，<b>统一布</b>署&nbsp;部份。</p><p>二、主动公开政府信息情况</p>"
        "<p>五、存在<b>问题及改</b>进措施情况</p></body></html>"
    )
    made = api.Session().fix(page.encode("gb18030"), "a.html")
    right = page.replace("台帐", "台账").replace("部份", "部分").replace("一布", "一部")
    assert made.data == right.encode("gb18030")
    assert [finding.code for finding in made.refused] == ["GD103"]


@pytest.mark.parametrize("blank", ["<td></td>", '<td class="a">&nbsp;</td>', "<td> </td>"])
def test_an_empty_cell_of_a_page_is_filled(blank: str) -> None:
    page = _page(text_of(applications={"new": {"business": ""}}), blank)
    made = api.Session().fix(page.encode(), "a.html", unsafe=True)
    assert "GD310" in {finding.code for finding in made.fixed}
    assert made.after.report.tables["applications"].rows["new"]["business"].value == 0


def _page(text: str, blank: str) -> str:
    """A report as a page; blank cells behind labels are as told."""
    parts = []
    for block in text.strip().split("\n\n"):
        if not block.startswith("|"):
            parts.append(f"<p>{block}</p>")
            continue
        lines = [line for line in block.split("\n") if not line.startswith("|---")]
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        rows = ("".join(f"<td>{cell}</td>" if cell else blank for cell in row) for row in cells)
        parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return f"<!DOCTYPE html><html><body>{''.join(parts)}</body></html>"


CLAUSE_NINE = [["第二十条第（九）项"], ["信息内容", "采购项目数量", "采购总金额"], ["政府集中采购", "0", "0"]]
NEXT = [["第二十条第（六）项"], ["信息内容", "本年处理决定数量"]]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("added", [CLAUSE_NINE, [*CLAUSE_NINE, *NEXT]], ids=["last", "middle"])
def test_rows_of_a_page_are_taken_out(added: list[list[str]], end: str) -> None:
    page = _page(text_of(year=2021, add={"disclosure": added}), "").replace("<tr>", end + "<tr>")
    made = api.Session().fix(page.encode(), "a.html", unsafe=True)
    assert [finding.code for finding in made.fixed] == ["GD203"]
    start = page.rindex("<tr>", 0, page.index("第二十条第（九）项"))
    stop = page.index("</tr>", page.index("政府集中采购")) + len("</tr>")
    assert made.data is not None
    assert made.data.decode() == page[:start] + page[stop:]
    assert api.Session().fix(made.data, "a.html", unsafe=True).data is None


def test_rows_of_a_page_that_are_not_closed_are_not_taken_out() -> None:
    page = _page(text_of(year=2021, add={"disclosure": CLAUSE_NINE}), "").replace("</tr>", "")
    made = api.Session().fix(page.encode(), "a.html", unsafe=True)
    assert "GD203" in {finding.code for finding in made.refused}
    assert made.data is None
