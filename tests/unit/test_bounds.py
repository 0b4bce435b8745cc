"""What a hostile text may not make large: the number of findings, what each is known by, and what is held to write them."""

import json

import pytest

from gdlint import api
from gdlint.claims.items import sentences
from gdlint.claims.tokens import tokens
from gdlint.claims.words import words
from gdlint.engine.run import MOST
from gdlint.engine.suppress import SUGGESTIONS
from gdlint.reporters.check_json import file_data, file_pieces
from gdlint.scopes import context
from gdlint.syntax.bounds import (
    MOST_CELLS,
    MOST_COMMENTS,
    MOST_FILE_LINES,
    MOST_HEADINGS,
    MOST_LINES,
    MOST_MARKS,
    MOST_NUMBERED,
    MOST_ROWS,
)
from gdlint.syntax.set_aside import MOST_NAMES
from gdlint.syntax.shapes import scan
from support.reports import RIGHT, WRONG
from support.rules import outcome, text_of


def test_a_rule_makes_so_many_findings_of_one_report_and_counts_the_rest() -> None:
    found = outcome("一、总体情况\n" * (MOST + 5), each="heading", check="false")
    assert (len(found.findings), found.false) == (MOST, MOST + 5)


def test_a_finding_is_known_by_a_bounded_text_of_its_place() -> None:
    one, other = (f"<!-- gdlint: ignore[{'GD999,' * 2000}{name}] -->\n{RIGHT}" for name in ("a", "b"))
    (mine, *_), (others, *_) = api.lint(one).findings, api.lint(other).findings
    assert len(mine.content) < 1000
    assert mine.fingerprint != others.fingerprint


def test_a_comment_names_a_rule_once_however_often_it_names_it() -> None:
    report = api.parse(f"<!-- gdlint: ignore[{'GD404,' * 1000}GD401] -->\n")
    assert report.document.directives[0].names == ("GD404", "GD401")


def test_a_known_rule_is_looked_for_for_so_many_unknown_ones() -> None:
    names = [f"blank-cel{n:03}" for n in range(SUGGESTIONS + 1)]
    text = f"<!-- gdlint: ignore[{','.join(names)}] -->\n{RIGHT}"
    said = [finding.message["en"] for finding in api.lint(text).findings if finding.code == "GD004"]
    assert len(said) == len(names)
    assert sum("did you mean" in words for words in said) == SUGGESTIONS


def test_findings_are_written_piece_by_piece_as_they_are_in_one_piece() -> None:
    for text in (RIGHT, WRONG, "", WRONG + "一、总体情况\n" * 3):
        result = api.lint(text)
        whole = file_data(result.report, result.outcome, "zh", [{"name": "a"}])
        pieces = list(file_pieces(result.report, result.outcome, "zh", [{"name": "a"}]))
        assert "".join(pieces) == json.dumps(whole, ensure_ascii=False)


def test_a_gap_of_many_blank_lines_is_a_gap() -> None:
    lines = RIGHT.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("三、"))
    gapped = "\n".join([*lines[:at], *[""] * 20_000, *lines[at:]])
    before, after = api.parse(RIGHT), api.parse(gapped)
    assert [len(section.blocks) for section in after.document.sections] == [
        len(section.blocks) for section in before.document.sections
    ]
    assert after.headings[2].label.start == before.headings[2].label.start + 20_000
    assert after.tables.keys() == before.tables.keys()


def test_blank_lines_do_not_count_among_those_that_a_file_may_have() -> None:
    content = RIGHT.encode() + b"\n" * 300_000
    assert api.lint(content).report.source.problem is None


LINES, ROWS, CELLS = 1000, 200, 800
IN_TABLE = text_of(text={"litigation": "此处"}, no_table=["litigation"])


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report may have less than it may: what is tried then takes less time."""
    monkeypatch.setattr(scan, "MOST_LINES", LINES)
    monkeypatch.setattr(scan, "MOST_ROWS", ROWS)
    monkeypatch.setattr(scan, "MOST_CELLS", CELLS)


def test_the_finding_names_the_bounds(small: None) -> None:
    (finding,) = api.lint(IN_TABLE.replace("此处", "公开\n" * (LINES + 1))).findings
    for most in (MOST_LINES, MOST_HEADINGS, MOST_ROWS, MOST_CELLS):
        assert f"{most:,}" in finding.message["zh"]
        assert f"{most:,}" in finding.message["en"]


@pytest.mark.parametrize(
    "table",
    [
        "| 行政许可 | 1 |\n" * (ROWS + 1),
        "行政许可\t1\n" * (ROWS + 1),
        "行政许可   1\n" * (ROWS + 1),
        "行政许可\n1\n" * (ROWS + 1),
        "行政许可 |\n1 |\n" * (ROWS + 1),
        "行政许可1行政处罚20\n" * ROWS,
        "行政许可" + "\t1" * CELLS,
        "行政许可" + "| 1" * CELLS,
        ("行政许可" + "   1" * 10 + "\n") * (CELLS // 10),
        "1\n" * (CELLS + 1),
        "公开\n" * (LINES + 1),
    ],
    ids=lambda table: repr(table[:12]),
)
def test_a_report_larger_than_any_is_refused(table: str, small: None) -> None:
    result = api.lint(IN_TABLE.replace("此处", table))
    assert result.report.source.problem == "large-report"
    assert [finding.code for finding in result.findings] == ["GD001"]


@pytest.mark.parametrize(
    "text",
    [
        RIGHT + "（一）某事项\n" * (MOST_HEADINGS + 1),
        "索引号：1\n" * (MOST_HEADINGS + 1) + RIGHT,
        "一、总体情况\n" * (MOST_NUMBERED + 1),
        "1\n\n" * (MOST_FILE_LINES // 2 + 1),
        "- 1 -\n" * (MOST_MARKS + 1) + RIGHT,
        "<!-- gdlint: ignore[GD404] -->\n" * (MOST_COMMENTS + 1) + RIGHT,
    ],
    ids=["subheadings", "portal", "headings", "lines", "page marks", "comments"],
)
def test_a_file_with_more_of_one_thing_than_any_is_refused(text: str) -> None:
    assert api.parse(text).source.problem == "large-report"


def test_a_comment_that_names_more_rules_than_there_are_is_malformed() -> None:
    names = [f"GD{n}" for n in range(MOST_NAMES + 1)]
    verbs = [
        api.parse(f"<!-- gdlint: ignore[{','.join(some)}] -->\n").document.directives[0].verb
        for some in (names[1:], names)
    ]
    assert verbs == ["ignore", ""]


@pytest.mark.parametrize("count", ["收到申请3件，", "约3件"])
def test_a_sentence_without_end_is_read_in_pieces(count: str) -> None:
    pieces = list(sentences(tokens(count * 2000, words()), count * 2000))
    assert sum(item.number is not None for piece in pieces for item in piece) == 2000
    assert all(len(piece) <= 1000 for piece in pieces)


def test_a_report_may_have_so_many_lines_rows_and_cells(small: None) -> None:
    rows, lines = "行政许可\t1\n" * (ROWS - 100), "公开\n" * (LINES - 100)
    for text in (rows, lines):
        assert api.parse(IN_TABLE.replace("此处", text)).source.problem is None


def test_what_follows_a_second_report_does_not_count(small: None) -> None:
    second = text_of(title="青石县柳河镇人民政府2022年政府信息公开工作年度报告")
    report = api.parse(RIGHT + second + "公开\n" * (LINES + 1))
    assert report.source.problem is None
    assert report.tables == api.parse(RIGHT).tables


def test_a_long_report_is_held_against_the_same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "LONGEST_KEPT", 20_000)
    filler = "".join(f"第{n}项工作按时完成。\n" for n in range(2000))
    for text in (
        text_of(text={"overall": "审核审核信息。"}),
        text_of(text={"overall": "无。"}, without=["others"]),
    ):
        short = {finding.code for finding in api.lint(text).findings}
        long = {
            finding.code for finding in api.lint(text.replace("二、主动", filler + "\n二、主动", 1)).findings
        }
        assert short
        assert short <= long
