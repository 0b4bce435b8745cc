"""The page: the report with its tables redrawn, marks and findings linked both ways, and nothing that runs or loads."""

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from gdlint.model.finding import Spot
from gdlint.model.result import FileResult
from gdlint.reporters.header_cells import header_levels
from gdlint.reporters.html_marks import MOST_TITLES, Marks
from gdlint.reporters.safe import masked_lines
from support.formats import HOSTILE, checked, hostile_text, printed
from support.reports import NOTED, RIGHT, WRONG
from support.rules import text_of

TAGS: Final = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "p", "span", "fieldset", "legend", "label",
    "input", "main", "div", "article", "aside", "ol", "li", "ul", "b", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "footer", "svg", "rect",
}  # fmt: skip
ATTRIBUTES: Final = {
    "lang", "charset", "name", "content", "http-equiv", "class", "href", "id", "title", "type", "checked", "tabindex", "role",
    "scope", "colspan", "rowspan", "width", "height", "x", "aria-label", "aria-hidden",
}  # fmt: skip
MANY: Final = text_of(
    labels={"applications": {"social": "社会组织"}},
    disclosure={"regulations": {"issued": 1}, "penalties": {"decisions": "无"}},
    applications={"new": {"business": 1}, "carried_in": {"research": ""}},
    text={"others": "联系&nbsp;电话"},
)


class Page(HTMLParser):
    """The tags of a page, with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def page(*files: FileResult, language: str = "zh") -> Page:
    """Files in, their page out."""
    return Page(printed("html", *files, language=language))


@pytest.mark.parametrize("text", [RIGHT, WRONG, NOTED, MANY, text_of(template=2019), "", "一\t二\n三\t四\n"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_link_leads_somewhere_and_no_name_stands_twice(text: str, language: str) -> None:
    found = page(checked(text), checked(text, "b.txt"), language=language)
    names = found.values("id")
    assert len(names) == len(set(names))
    assert {link[1:] for link in found.values("href")} <= set(names)


def test_a_page_of_several_reports_opens_with_their_list() -> None:
    text = printed("html", checked(RIGHT, "a.txt"), checked(WRONG, "b.txt"), language="zh")
    assert "<title>全部报告 – gdlint</title>" in text
    places = [
        text.index(part)
        for part in ("<h1>全部报告</h1>", "<h2>各报告的问题</h2>", 'id="report"', 'id="r2report"')
    ]
    assert places == sorted(places)
    assert text.count("<h1>") == 1
    assert re.search(r'b\.txt</a></th><td class="why">行政复议：[^<]+相差 \d+</td>', text)
    assert re.search(r'a\.txt</a></th><td class="why"></td>', text)


def test_marks_lead_to_findings_and_findings_to_marks() -> None:
    file = checked(MANY)
    found = page(file)
    numbers = range(1, len(file.outcome.findings) + 1)
    assert {f"#f{n}" for n in numbers} <= {
        f"#{name}" for name in found.values("id") if name.startswith("f")
    } | set()
    back = [link for link in found.values("href") if link.startswith("#p") or link == "#report"]
    assert len(back) == len(numbers)
    assert back.count("#report") == 0


def test_every_finding_stands_with_message_basis_and_help() -> None:
    file = checked(MANY)
    words = " ".join(page(file).words)
    for finding in file.outcome.findings:
        for text in (finding.code, finding.message["zh"], finding.basis, finding.help["zh"]):
            assert text in words


def test_the_tables_are_redrawn_on_the_official_form() -> None:
    found = page(checked(MANY))
    words = "".join(found.words)
    assert "社会公益组织" in words
    assert "社会组织" not in re.sub("社会公益组织|“社会组织”", "", words)
    assert sum(tag == "table" for tag, _ in found.tags) == 3
    cells = [attributes.get("class") for tag, attributes in found.tags if tag == "td"]
    assert {"error", "warning"} <= set(cells)


@pytest.mark.parametrize("template", [2019, 2021])
def test_every_row_of_a_table_is_as_wide_as_the_others(template: int) -> None:
    text = printed("html", checked(text_of(template=template)))
    for table in re.findall(r"<table>.*?</table>", text, re.DOTALL):
        widths = set(_row_widths(table))
        assert len(widths) == 1, table[:200]


def _row_widths(table: str) -> list[int]:
    """The width of each row of a table, with the cells that reach down into it."""
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    widths = [0] * len(rows)
    for n, row in enumerate(rows):
        for attributes in re.findall(r"<t[dh]([^>]*)>", row):
            across, down = (
                int((re.findall(rf'{name}="(\d+)"', attributes) or [1])[0]) for name in ("colspan", "rowspan")
            )
            for below in range(n, n + down):
                widths[below] += across
    return widths


def test_headers_span_the_labels_below_them() -> None:
    levels = header_levels([("甲",), ("乙", "一"), ("乙", "二"), ("丙", "一")])
    assert [[(cell.text, cell.across, cell.down) for cell in level] for level in levels] == [
        [("甲", 1, 2), ("乙", 2, 1), ("丙", 1, 1)],
        [("一", 1, 1), ("二", 1, 1), ("一", 1, 1)],
    ]
    assert header_levels([]) == []


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
def test_a_page_holds_no_tag_and_no_attribute_but_its_own(payload: str) -> None:
    found = page(checked(hostile_text(payload), f"{payload}.txt"), checked(payload))
    assert {tag for tag, _ in found.tags} <= TAGS
    assert {name for _, attributes in found.tags for name in attributes} <= ATTRIBUTES
    assert [link for link in found.values("href") if not link.startswith("#")] == []


def test_the_page_lets_no_script_run_and_loads_nothing() -> None:
    text = printed("html", checked(MANY))
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script" not in policy
    assert "<script" not in text
    assert "http://" not in text.replace("http-equiv", "")
    assert "url(" not in text


def test_a_number_that_goes_on_in_the_next_line_is_masked_and_the_text_keeps_its_length() -> None:
    text = "证件号110105194\n　　91231002X，已办结"
    assert masked_lines(text) == "证件号110******\n　　*******2X，已办结"
    assert masked_lines("一\n二") == "一\n二"
    broken = text_of(text={"others": "联系&nbsp;证件号11010519\n491231002X，已办结"})
    assert "491231002X" not in printed("html", checked(broken))


def test_a_page_of_a_real_report_is_small(samples: Path) -> None:
    for path in sorted((samples / "seeds").glob("*.txt")):
        assert (
            len(printed("html", checked(path.read_text(encoding="utf-8")), language="zh").encode()) < 300_000
        )


def test_a_page_with_thousands_of_marks_is_small_too() -> None:
    noted = "按照《条例》要求，，做好工作。" * 2_500
    result = checked(text_of(text={"others": noted}))
    assert sum(len(finding.spots) for finding in result.outcome.findings) >= 2_000
    text = printed("html", result, language="zh")
    assert len(text.encode()) < 300_000
    titles = re.findall('<a class="mark[^>]*title=', text)
    assert 0 < len(titles) <= MOST_TITLES
    assert len(re.findall('<a class="mark', text)) >= 2_000
    assert set(re.findall('<a class="mark[^>]*href="#([^"]*)"', text)) <= set(
        re.findall('<li id="([^"]*)"', text)
    )


def test_findings_of_one_cause_say_once_how_to_mend_them() -> None:
    result = checked(text_of(text={"others": "按照要求，，做好工作。" * 3}))
    (help_text,) = {f.help["zh"] for f in result.outcome.findings if f.code == "GD708"}
    text = printed("html", result, language="zh")
    assert len([f for f in result.outcome.findings if f.code == "GD708"]) > 1
    assert text.count(help_text) == 1


BROWSER: Final = os.environ.get("GDLINT_BROWSER") or shutil.which("chromium")
needs_browser = pytest.mark.skipif(
    not BROWSER, reason="no chromium, and GDLINT_BROWSER names no other browser"
)


def opened(page: Path) -> str:
    """A page in, what a browser makes of it out."""
    call = [BROWSER or "", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={page.parent / 'user'}",
            "--virtual-time-budget=5000", "--dump-dom", page.as_uri()]  # fmt: skip
    return subprocess.run(call, capture_output=True, check=True, encoding="utf-8", timeout=120).stdout


@needs_browser
def test_no_script_runs_in_a_browser(tmp_path: Path) -> None:
    payload = "<script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">"
    text = printed("html", checked(hostile_text(payload), "a.txt"))
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    # The same page with a script of its own: the policy stops even that.
    planted = text.replace("</body>", "<script>document.title='hit'</script></body>")
    (tmp_path / "b.html").write_text(planted, encoding="utf-8")
    (tmp_path / "c.html").write_text(
        "<title>a</title><script>document.title='hit'</script>", encoding="utf-8"
    )
    assert "<title>hit" not in opened(tmp_path / "a.html")
    assert "<title>hit" not in opened(tmp_path / "b.html")
    assert "<title>hit" in opened(tmp_path / "c.html")


@needs_browser
@pytest.mark.parametrize("language", ["zh", "en"])
def test_axe_finds_nothing(tmp_path: Path, language: str) -> None:
    folder = Path(os.environ.get("GDLINT_CONSUMERS", "")) / "axe-core"
    if not (folder / "axe.min.js").is_file():
        pytest.skip("GDLINT_CONSUMERS names no folder of npm modules with axe-core (.ci/consumers)")
    for name, files in (("one", [checked(MANY)]), ("many", [checked(MANY), checked(RIGHT, "b.txt")])):
        text = re.sub(
            '<meta http-equiv="Content-Security-Policy"[^>]*>', "", printed("html", *files, language=language)
        )
        axe = (folder / "axe.min.js").read_text(encoding="utf-8")
        run = (
            "axe.run().then(r=>{document.body.innerHTML='<pre id=axe>'+JSON.stringify(r.violations.map("
            "v=>[v.id,v.nodes.map(n=>n.html.slice(0,100)).slice(0,3)])).replace(/</g,'\\\\u003c')+'</pre>'})"
        )
        (tmp_path / f"{name}.html").write_text(
            f"{text}<script>{axe}</script><script>{run}</script>", encoding="utf-8"
        )
        (found,) = re.findall(r'<pre id="axe">(.*?)</pre>', opened(tmp_path / f"{name}.html"), re.DOTALL)
        assert json.loads(found.replace("&gt;", ">").replace("&amp;", "&")) == []


def marked(text: str, *places: tuple[int, int]) -> str:
    """A text and the places of findings in it in, the pieces between brackets for each mark out."""
    (first, *_) = checked(WRONG).outcome.findings
    findings = [first._replace(spots=(Spot(start, end),)) for start, end in places]
    made = Marks(findings, "en").text(text, 0)
    return re.sub(r"<a [^>]*>(.*?)</a>", r"[\1]", re.sub(r"<span[^>]*></span>", "", made))


@pytest.mark.parametrize(
    ("places", "pieces"),
    [
        ([], "abcdef"), ([(0, 6)], "[abcdef]"), ([(1, 2), (4, 5)], "a[b]cd[e]f"), ([(1, 4), (2, 6)], "a[b][cd][ef]"),
        ([(0, 6), (2, 3)], "[ab][c][def]"), ([(2, 2)], "ab[cdef]"), ([(4, 9)], "abcd[ef]"), ([(1, 3), (3, 5)], "a[bc][de]f"),
    ],
)  # fmt: skip
def test_places_that_overlap_are_cut_at_their_edges(places: list[tuple[int, int]], pieces: str) -> None:
    assert marked("abcdef", *places) == pieces


def test_a_long_place_is_marked_in_each_part_of_it() -> None:
    (first, *_) = checked(WRONG).outcome.findings
    marks = Marks([first._replace(spots=(Spot(0, 9000),))], "en")
    assert [marks.text("ab", at).count("<a ") for at in (0, 4000, 8999, 9001)] == [1, 1, 1, 0]


def test_many_places_in_one_line_are_drawn_one_after_the_other() -> None:
    places = [(at, at + 1) for at in range(0, 20_000, 2)]
    assert marked("ab" * 10_000, *places).count("[a]b") == 10_000
