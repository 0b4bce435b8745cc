"""Comments that silence findings: what they are, how far they reach, and what is said of them when they do nothing."""

import random
from typing import Final

import pytest

from gdlint import api
from gdlint.api import Result
from gdlint.engine.suppress import Terms
from gdlint.model.document import Paragraph
from gdlint.readers.text import from_string
from generate import SHAPES
from support.generated import differences, made_from, printed
from support.reports import RIGHT, WRONG
from support.rules import ready, rule_set, text_of


def comment(rules: str = "GD404", verb: str = "ignore", reason: str = "核对无误") -> str:
    """A comment that names rules."""
    return f"<!-- gdlint: {verb}[{rules}] {reason} -->"


def before(text: str, start: str, *lines: str) -> str:
    """A text, the begin of one of its lines and further lines in, the text with these above that line out."""
    found = text.splitlines()
    n = next(n for n, line in enumerate(found) if line.startswith(start))
    return "\n".join([*found[:n], *lines, *found[n:], ""])


def codes(text: str) -> list[str]:
    """A text in, the codes of its findings out."""
    return [finding.code for finding in api.lint(text).findings]


def notes(text: str) -> list[str]:
    """A text in, what is said of its comments out."""
    return [finding.message["en"] for finding in api.lint(text).findings if finding.code == "GD004"]


def linted(text: str, **terms: object) -> Result:
    """A text linted on other terms."""
    own: Terms = rule_set().terms
    return api.lint_source(from_string(text, "-"), None, api.rules_for(), own._replace(**terms))  # type: ignore[arg-type]


TABLE: Final = "| 行政复议 "
"""how the first header of table four begins"""
ROW: Final = "| 2 |"
"""and its row of figures, which is wrong"""


@pytest.mark.parametrize(
    ("text", "verb", "names", "reason"),
    [
        ("<!-- gdlint: ignore[GD115] reason -->", "ignore", ("GD115",), "reason"),
        ("<!-- gdlint: ignore[GD115, blank-cell] 原因 -->", "ignore", ("GD115", "blank-cell"), "原因"),
        ("<!--gdlint:ignore-file[GD115]-->", "ignore-file", ("GD115",), ""),
        ("<!-- gdlint： ignore-section[GD115，GD116、GD117] 原因 -->", "ignore-section", ("GD115", "GD116", "GD117"), "原因"),
        ("  <!-- GDLINT: ignore[GD115]  a -- b  -->  ", "ignore", ("GD115",), "a -- b"),
        ("<!-- gdlint: ignore -->", "", (), ""),
        ("<!-- gdlint: ignore[] -->", "", (), ""),
        ("<!-- gdlint: ignore[GD115,] -->", "", (), ""),
        ("<!-- gdlint: ignore GD115 -->", "", (), ""),
        ("<!-- gdlint: ignore【GD115】 -->", "", (), ""),
        ("<!-- gdlint: ignore[GD115 -->", "", (), ""),
        ("<!-- gdlint: ignores[GD115] -->", "", (), ""),
        ("<!-- gdlint ignore[GD115] -->", "", (), ""),
        ("<!-- gdlint: ignore[GD115]", "", (), ""),
    ],
)  # fmt: skip
def test_a_comment_is_a_token_of_its_own(text: str, verb: str, names: tuple[str, ...], reason: str) -> None:
    (found,) = api.parse(f"标题\n{text}\n一、总体情况\n").document.directives
    assert found[:3] == (verb, names, reason)
    assert found.text == text.strip()


@pytest.mark.parametrize(
    "text",
    ["<!-- 内部备注 -->", "<!-- see gdlint -->", "<! gdlint: ignore[GD115] >", "gdlint: ignore[GD115]"],
)
def test_other_comments_are_text(text: str) -> None:
    report = api.parse(f"标题\n{text}\n一、总体情况\n")
    assert report.document.directives == ()
    last = report.document.front[-1]
    assert isinstance(last, Paragraph)
    assert last.text == text


def test_a_title_in_a_comment_is_no_heading() -> None:
    report = api.parse("<!-- gdlint: ignore[GD404] 一、总体情况 二、其他情况 -->")
    assert (report.headings, len(report.document.directives)) == ((), 1)


def test_a_comment_beside_text_leaves_every_character_in_its_place() -> None:
    text = f"标题\n一、总体情况\n\n前面{comment()}后面\n"
    blocks = api.parse(text).document.sections[0].blocks
    (block,) = [block for block in blocks if isinstance(block, Paragraph)]
    assert (block.start, block.end) == (text.index("前面"), text.index("后面") + 2)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(4))
def test_comments_between_all_lines_change_nothing_that_is_read(shape: str, seed: int) -> None:
    made = made_from(seed)
    text = printed(made, shape, seed)
    chance = random.Random(seed)
    lines = [
        part
        for line in text.split("\n")
        for part in ((comment(), line) if chance.random() < 0.5 else (line,))
    ]
    assert differences(made, "\n".join(lines)) == []


def test_a_comment_silences_the_whole_table_behind_it() -> None:
    assert codes(WRONG) == ["GD404"]
    assert codes(before(WRONG, TABLE, comment(), "")) == []


def test_a_comment_inside_a_table_silences_the_next_row_only() -> None:
    assert codes(before(WRONG, ROW, comment())) == []
    assert codes(before(WRONG, "| 结果维持", comment())) == ["GD004", "GD404"]


def test_a_comment_at_the_end_of_a_row_silences_that_row() -> None:
    (row,) = [line for line in WRONG.splitlines() if line.startswith(ROW)]
    assert codes(WRONG.replace(row, f"{row} {comment()}")) == []


def test_a_comment_does_not_reach_beyond_the_next_block() -> None:
    text = before(WRONG, "四、", comment())
    assert codes(text) == ["GD004", "GD404"]


@pytest.mark.parametrize("name", ["GD404", "litigation-total", "GD401, GD404", "gd404", "Litigation-Total"])
def test_rules_go_by_code_or_name(name: str) -> None:
    assert "GD404" not in codes(before(WRONG, TABLE, comment(name)))


@pytest.mark.parametrize("name", ["GD4", "ALL", "arithmetic", "gd40", "*", "GD40?"])
def test_nothing_else_names_a_rule(name: str) -> None:
    assert codes(before(WRONG, TABLE, comment(name))) == ["GD004", "GD404"]


def test_other_rules_go_on() -> None:
    text = text_of(litigation={"reconsideration": {"upheld": 2, "total": "三"}})
    both = codes(text)
    assert both == ["GD311"]
    assert codes(before(text, TABLE, comment("GD404"))) == ["GD311"]


@pytest.mark.parametrize("text", [comment(verb="Ignore"), comment().upper(), comment().lower()])
def test_capital_letters_make_no_difference(text: str) -> None:
    assert codes(before(WRONG, TABLE, text)) == []


@pytest.mark.parametrize("name", ["GD001", "gd002", "truncated-report"])
def test_that_a_file_could_not_be_checked_is_never_silenced_by_a_comment(name: str) -> None:
    assert codes(comment(name, verb="ignore-file") + "\n" + RIGHT) == ["GD004"]
    broken_off = RIGHT.partition("五、")[0]
    assert "GD005" in codes(comment(name, verb="ignore-file") + "\n" + broken_off)


@pytest.mark.parametrize("place", ["四、", TABLE, "五、"])
def test_a_comment_on_a_section_reaches_from_its_heading_to_the_next(place: str) -> None:
    text = before(WRONG, place, comment(verb="ignore-section"))
    assert codes(text) == ([] if place != "四、" else ["GD004", "GD404"])


@pytest.mark.parametrize("place", ["青石县", "一、", ROW, "六、"])
def test_a_comment_on_the_file_reaches_everywhere(place: str) -> None:
    assert codes(before(WRONG, place, comment(verb="ignore-file"))) == []


def test_a_heading_is_a_block() -> None:
    text = text_of(headings={"problems": "五、存在问题"})
    assert codes(text) == ["GD103"]
    assert codes(before(text, "五、", comment("GD103"))) == []


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"without": ["litigation"]}, "GD101", "三、"),
        ({"no_table": ["litigation"]}, "GD301", "四、"),
        ({"drop": {"applications": ["granted"]}}, "GD302", "| 三、本年度办理结果"),
        ({"drop": {"applications": ["granted"]}}, "GD302", "| 信息内容"),
    ],
)
def test_what_is_absent_is_silenced_for_the_whole_file_only(
    changes: dict[str, object], code: str, place: str
) -> None:
    text = text_of(**changes)
    assert code in codes(text)
    place = next(line for line in text.splitlines() if line.startswith(place[:4]))
    for verb in ("ignore", "ignore-section"):
        assert code in codes(before(text, place, comment(code, verb)))
    assert code not in codes(before(text, place, comment(code, "ignore-file")))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<!-- gdlint: ignore -->", "the comment is malformed and silences nothing"),
        (comment("GD999"), "no rule “GD999”"),
        (comment("litigation-totl"), "no rule “litigation-totl”, did you mean litigation-total?"),
        (comment("GD4"), "no rule “GD4”, the comment silences nothing"),
        (comment("GD401"), "there is nothing of “GD401” to silence here"),
        (comment("GD404, GD401"), "there is nothing of “GD401” to silence here"),
    ],
)
def test_a_comment_that_does_nothing_is_a_finding_at_its_place(written: str, said: str) -> None:
    text = before(WRONG, TABLE, written)
    (note,) = notes(text)
    assert note.startswith(said)
    (found,) = [finding for finding in api.lint(text).findings if finding.code == "GD004"]
    assert text[found.spots[0].start : found.spots[0].end] == written


def test_a_comment_is_not_unused_where_its_rule_did_not_run() -> None:
    text = before(RIGHT, TABLE, comment("GD404"))
    assert notes(text) == ["there is nothing of “GD404” to silence here"]
    assert api.lint(text, rules=api.rules_for(("GD0", "GD1"))).findings == ()


def test_a_comment_is_not_unused_where_its_rule_could_not_judge_or_yielded() -> None:
    blank = text_of(litigation={"reconsideration": {"upheld": ""}})
    assert codes(before(blank, TABLE, comment("GD404"))) == ["GD310"]
    wrong = text_of(template=2019, year=2022)
    assert "GD004" not in codes(before(wrong, "二、", comment("GD203")))


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (comment("GD404"), ""),
        (comment("GD401"), "unused"),
        (comment("GD999"), "unknown"),
        ("<!-- gdlint: ignore -->", "malformed"),
    ],
)
def test_rules_see_what_is_wrong_with_a_comment(written: str, problem: str) -> None:
    own = ready(each="directive", check="false", message={"zh": "{problem}", "en": "{problem}"})
    result = api.lint(before(WRONG, TABLE, written), rules=(*api.rules_for(), own))
    assert [finding.message["en"] for finding in result.findings if finding.code == "XX001"] == [problem]


def test_a_locked_rule_is_not_silenced() -> None:
    result = linted(before(WRONG, TABLE, comment()), locked=frozenset({"GD404"}))
    assert [finding.code for finding in result.findings] == ["GD004", "GD404"]
    assert result.findings[0].message["en"] == "the rule “GD404” cannot be silenced"


def test_silencing_can_be_switched_off() -> None:
    result = linted(before(WRONG, TABLE, comment()), active=False)
    assert [finding.code for finding in result.findings] == ["GD404"]
    assert result.outcome.silenced == 0


def test_silenced_findings_are_counted() -> None:
    result = api.lint(before(WRONG, TABLE, comment()))
    assert (result.outcome.silenced, result.findings) == (1, ())


def test_a_comment_cannot_silence_what_is_said_of_it() -> None:
    text = before(RIGHT, "六、", comment("GD999"), comment("GD004", "ignore-file"))
    assert codes(text) == ["GD004", "GD004"]


@pytest.mark.parametrize("added", ["\n\n", "附注一行。\n\n"])
def test_fingerprints_stay_when_lines_move(added: str) -> None:
    for text in (
        WRONG,
        before(WRONG, "六、", comment("GD999")),
        text_of(headings={"problems": "五、存在问题"}),
        text_of(drop={"applications": ["granted"]}, intro=None),
    ):
        marks = [finding.fingerprint for finding in api.lint(text).findings]
        moved = before(text, "二、", *added.split("\n"))
        assert marks
        assert [finding.fingerprint for finding in api.lint(moved).findings] == marks


def test_fingerprints_differ_by_content() -> None:
    other = text_of(litigation={"reconsideration": {"upheld": 2, "total": 4}})
    marks = {finding.fingerprint for text in (WRONG, other) for finding in api.lint(text).findings}
    assert len(marks) == 2
