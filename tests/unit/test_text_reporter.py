"""Findings for people: the place is marked in the line, whatever stands in it."""

import re
from collections.abc import Mapping
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.model.finding import Finding, Outcome, Severity, Spot
from gdlint.model.result import FileResult
from gdlint.readers.text import from_text
from gdlint.reporters.colour import shown_lines, wants_colour
from gdlint.reporters.excerpt import WINDOW, excerpt
from gdlint.reporters.safe import masked, shown
from gdlint.reporters.text import block_lines, finding_lines
from gdlint.reporters.width import width
from support.formats import printed
from support.rules import outcome, text_of

BOTH: Final[Mapping[str, str]] = {"zh": "说明", "en": "message"}


def marked(text: str, start: int, end: int) -> tuple[str, str]:
    """A text and a stretch of it in, its line and the line of marks out, without their margin."""
    source = from_text(text, "a.txt")
    line, marks = excerpt(source, source.place(start, end))
    margin = line.index("│") + 2
    assert marks.index("│") + 2 == margin
    return line[margin:], marks[margin:]


def under(line: str, marks: str) -> str:
    """A line and its marks in, the characters above the marks as a terminal shows them out."""
    columns = "".join(letter * width(letter) for letter in line)
    return "".join(dict.fromkeys(columns[n] for n, mark in enumerate(marks) if mark == "^"))


@pytest.mark.parametrize(
    ("text", "start", "end", "marks"),
    [
        ("abc", 1, 2, " ^"),
        ("abc", 0, 3, "^^^"),
        ("一二三", 1, 2, "  ^^"),
        ("一二三", 0, 3, "^^^^^^"),
        ("一2三", 1, 2, "  ^"),
        ("１２", 1, 2, "  ^^"),
        ("（甲）乙", 3, 4, "      ^^"),
        ("é一", 1, 2, " ^^"),
        ("e\u0301一", 2, 3, " ^^"),
        ("😀一", 1, 2, "  ^^"),
        ("a\tb", 2, 3, "  ^"),
        ("\t\t0", 2, 3, "  ^"),
        ("\u3000一", 1, 2, "  ^^"),
        ("\u200b一", 1, 2, "^^"),
        ("a\x1b[2Jb", 5, 6, "     ^"),
        ("a b", 3, 3, "   ^"),
        ("ab", 0, 0, "^"),
    ],
)
def test_marks_stand_right_under_double_width_characters(text: str, start: int, end: int, marks: str) -> None:
    assert marked(text, start, end)[1] == marks


def test_a_tab_is_shown_as_one_arrow() -> None:
    assert marked("规章\t2\t0", 3, 4) == ("规章→2→0", "     ^")


def test_the_line_is_named_by_its_number() -> None:
    source = from_text("一\n" * 11 + "二\n", "a.txt")
    line, marks = excerpt(source, source.place(22, 23))
    assert line == "  12 │ 二"
    assert marks == "     │ ^^"


def test_a_long_line_is_cut_on_both_sides() -> None:
    line, marks = marked("甲" * 100 + "乙" + "丙" * 100, 100, 101)
    assert line == "…" + "甲" * WINDOW + "乙" + "丙" * WINDOW + "…"
    assert under(line, marks) == "乙"


@pytest.mark.parametrize(
    ("start", "line"), [(0, "乙" + "丙" * WINDOW + "…"), (WINDOW, "丙" * WINDOW + "乙" + "丙" * WINDOW + "…")]
)
def test_a_line_is_not_cut_where_little_is_left(start: int, line: str) -> None:
    text = "丙" * start + "乙" + "丙" * 200
    assert marked(text, start, start + 1)[0] == line


def test_a_long_place_is_cut() -> None:
    line, marks = marked("甲" * 500, 0, 500)
    assert line == "甲" * 2 * WINDOW + "…"
    assert len(marks) == 4 * WINDOW


def test_of_a_place_over_several_lines_the_first_is_shown() -> None:
    assert marked("一二三\n四五", 1, 5) == ("一二三", "  ^^^^")


@pytest.mark.parametrize("text", ["", "   "])
def test_a_blank_line_has_no_excerpt(text: str) -> None:
    source = from_text(text, "a.txt")
    assert list(excerpt(source, source.place(0, 0))) == []


@given(st.text(st.sampled_from("a一😀\t\x1b\u202e\u0301１ "), min_size=1, max_size=150), st.data())
def test_the_mark_begins_where_the_text_before_it_ends(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    source = from_text(text, "a.txt")
    lines = list(excerpt(source, source.place(start, start + 1)))
    if text.strip():
        line, marks = lines
        assert width(marks) <= width(line) + 1
        assert set(marks[marks.index("│") + 1 :]) <= {" ", "^"}
        assert not set("\t\x1b\u202e") & set(line)


CONTROL: Final = [
    "\x00",
    "\x07",
    "\x08",
    "\x0b",
    "\x0c",
    "\r",
    "\x1b",
    "\x7f",
    "\x9b",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u061c",
]


@pytest.mark.parametrize("letter", CONTROL, ids=ascii)
def test_what_a_terminal_would_obey_is_replaced_one_by_one(letter: str) -> None:
    assert shown(f"a{letter}b") == "a\ufffdb"


def test_a_message_is_one_line() -> None:
    assert shown("a\nb") == "a b"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("110101199003074477", "110*************77"),
        ("11010119900307447X", "110*************7X"),
        ("11010119900307447x", "110*************7x"),
        ("身份证110101199003074477号", "身份证110*************77号"),
        ("6222021234567890", "622***********90"),
        ("6222021234567890123", "622**************23"),
        ("110101199003074477，6222021234567890123", "110*************77，622**************23"),
        ("13800001111", "13800001111"),
        ("123456789012345", "123456789012345"),
        ("110105491231002", "110**********02"),
        ("6222 0212 3456 7890 128", "622* **** **** **** *28"),
        ("4111-1111-1111-1111", "411*-****-****-**11"),
        ("1101 2022 2023", "1101 2022 2023"),
        ("12345678901234567890", "12345678901234567890"),
        ("１１０１０１１９９００３０７４４７７", "１１０" + "*" * 13 + "７７"),
    ],
)
def test_identity_and_card_numbers_keep_their_ends_only(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize("gap", ["\n", "\n　　", " \n"])
@pytest.mark.parametrize("split", range(1, 18))
def test_a_number_that_is_broken_into_two_lines_is_masked_in_both(gap: str, split: int) -> None:
    number = "11010519491231002X"
    text = f"证件号{number[:split]}{gap}{number[split:]}，已办结。"
    source = from_text(text, "a.txt")
    lines = [next(excerpt(source, source.place(at, at + 1))) for at in (0, len(text) - 1)]
    digits = "".join(letter for line in lines for letter in line[4:] if letter.isdigit() or letter == "X")
    assert digits == "1102X"


def finding(text: str, spots: tuple[Spot, ...], **changes: Any) -> Finding:
    """A finding at some places of a text."""
    place = from_text(text, "a.txt").place(spots[0].start, spots[0].end)
    return Finding(
        "GD999", "invented", Severity.WARNING, BOTH, BOTH, *place, spots, (), None, (), (), {}, "依据一",
        {"zh": "改正", "en": "mend it"}, "",
    )._replace(**changes)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["a.txt:1:2: 警告 GD999 invented", "  说明", "  1 │ 一二", "    │   ^^", "  依据：依据一", "  改法：改正"]),
        ("en", ["a.txt:1:2: warning GD999 invented", "  message", "  1 │ 一二", "    │   ^^", "  basis: 依据一",
                "  fix:   mend it"]),
    ],
)  # fmt: skip
def test_a_finding_has_place_message_excerpt_basis_and_mend(language: str, lines: list[str]) -> None:
    assert list(finding_lines(finding("一二", (Spot(1, 2),)), from_text("一二", "a.txt"), language)) == lines


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([1, 2], "2 places, see also line 2"),
        ([1, 2, 3, 4, 5], "5 places, see also line 2, 3, 4, 5"),
        ([1, 2, 3, 4, 5, 6], "6 places, see also line 2, 3, 4, 5 and more"),
        ([1, 1, 1], "3 places in this line"),
        ([1, 2, 2], "3 places, see also line 2"),
    ],
)
def test_at_most_five_of_many_places_are_named(lines: list[int], said: str) -> None:
    source = from_text("一二三\n" * 9, "a.txt")
    taken = [4 * (line - 1) + lines[:n].count(line) for n, line in enumerate(lines)]
    printed = list(
        finding_lines(finding(source.text or "", tuple(Spot(at, at + 1) for at in taken)), source, "en")
    )
    assert f"  {said}" in printed


def test_a_path_cannot_forge_a_finding() -> None:
    source = from_text("一", "a\nb.txt:1:1: error\x1b.txt")
    lines = list(finding_lines(finding("一", (Spot(0, 1),)), source, "en"))
    assert lines[0].endswith(": warning GD999 invented")
    assert "\x1b" not in lines[0]


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [("1 / 4", "0.25", "0.25"), ("1 / 0", "？", "?"), ("1 == 1", "是", "yes"), ("sections", None, None)],
)
def test_values_in_messages_follow_the_language(number: str, zh: str | None, en: str | None) -> None:
    message = {"zh": f"{{{number}}}", "en": f"{{{number}}}"}
    (found,) = outcome(text_of(), check="false", message=message).findings
    assert found.message["zh"] == (zh or "、".join(form.key for form in api.forms().sections))
    assert found.message["en"] == (en or ", ".join(form.key for form in api.forms().sections))


@pytest.mark.parametrize("place", [93, 25, 60])
def test_a_number_at_the_edge_of_what_is_shown_is_masked(place: int) -> None:
    text = "甲" * 50 + "110101199003071234" + "乙" * 50
    line, _ = marked(text, place, place + 1)
    begin = max(0, place - WINDOW)
    assert line.strip("…") == masked(text)[begin : place + 1 + WINDOW]
    assert "*" in line


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("甲" * 300, 100, 101),
        ("甲" * 300, 0, 300),
        ("a" * 300, 150, 160),
        ("甲" * 10, 2, 3),
        ("a" * 300, 299, 300),
    ],
)
def test_an_excerpt_is_no_wider_than_the_terminal(text: str, start: int, end: int, columns: int) -> None:
    source = from_text(text, "a.txt")
    line, marks = excerpt(source, source.place(start, end), columns)
    assert width(line) <= columns
    assert width(marks) <= columns
    assert "^" in marks


LINES: Final = from_text("一二三\n" * 40, "a.txt")


def on_line(line: int, **changes: Any) -> Finding:
    """A finding at the first character of a line of `LINES`."""
    at = 4 * (line - 1)
    return finding(LINES.text or "", (Spot(at, at + 1),), **changes)


def checked(*findings: Finding) -> FileResult:
    """Findings in, the file that has them out."""
    report = api.parse_source(LINES)
    return FileResult(report, Outcome(findings, 0, 0, 0, ()))


def heads(*findings: Finding) -> list[str]:
    """Findings in, the first lines of their blocks out."""
    return [line for line in printed("text", checked(*findings)).splitlines() if line.startswith("a.txt")]


def test_errors_stand_first_then_warnings_then_infos_each_in_the_order_of_the_text() -> None:
    levels = [Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.WARNING, Severity.ERROR]
    found = [on_line(n, severity=level, code=f"GD90{n}") for n, level in enumerate(levels, 1)]
    assert [head.split()[2] for head in heads(*found)] == ["GD903", "GD905", "GD902", "GD904", "GD901"]


def test_findings_of_one_rule_are_one_block_with_basis_and_help_once() -> None:
    lines = printed("text", checked(on_line(1), on_line(2), on_line(3))).splitlines()
    assert lines == [
        "a.txt:1:1: warning GD999 invented", "  message", "  1 │ 一二三", "    │ ^^", "  2:1 message", "  3:1 message",
        "  basis: 依据一", "  fix:   mend it", "",
    ]  # fmt: skip


def test_help_that_differs_stands_under_each_finding() -> None:
    others = [on_line(n, help={"zh": f"改为{n}", "en": f"make it {n}"}) for n in (1, 2)]
    lines = printed("text", checked(*others)).splitlines()
    assert [line for line in lines if "fix: " in line or "  2:1 " in line] == [
        "  fix:   make it 1", "  2:1 message", "  fix:   make it 2",
    ]  # fmt: skip


def test_of_many_findings_of_a_rule_five_are_shown_and_the_lines_of_the_others_named() -> None:
    lines = printed("text", checked(*map(on_line, range(1, 33)))).splitlines()
    assert sum("message" in line for line in lines) == 5
    named = ", ".join(map(str, range(6, 26)))
    assert f"  27 more of the same: line {named} and more" in lines


@pytest.mark.parametrize("level", [Severity.ERROR, Severity.WARNING])
def test_the_last_line_says_what_to_fix_first(level: Severity) -> None:
    found = [on_line(1, severity=Severity.INFO, code="GD101"), on_line(2, severity=level, code="GD402"),
             on_line(3, severity=level, code="GD302")]  # fmt: skip
    last = printed("text", checked(*found), language="zh").splitlines()[-1]
    assert last == "先改：a.txt:3:1 GD302 invented（说明）"


def test_of_many_files_the_last_line_names_the_worst() -> None:
    worse = checked(on_line(1), on_line(4, severity=Severity.ERROR))
    files = [checked(on_line(1)), worse, checked()]
    last = printed("text", *files).splitlines()[-1]
    assert (
        last == "fix first: GD999 invented (in 2 files, e.g. a.txt:4:1); most errors in one file: a.txt (1)"
    )


@pytest.mark.parametrize(
    "found",
    [
        [on_line(1)],
        [on_line(1, severity=Severity.INFO), on_line(1, severity=Severity.INFO, code="GD998")],
        [],
    ],
)
def test_one_cause_or_infos_alone_are_nothing_to_choose_from(found: list[Finding]) -> None:
    assert "fix first" not in printed("text", checked(*found))


@pytest.mark.parametrize(
    ("environment", "terminal", "wanted"),
    [
        ({}, True, True), ({}, False, False), ({"TERM": "dumb"}, True, False), ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True), ({"FORCE_COLOR": "1"}, False, True), ({"FORCE_COLOR": "0"}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)  # fmt: skip
def test_who_wants_colours(environment: dict[str, str], terminal: bool, wanted: bool) -> None:
    assert wants_colour(environment, terminal=terminal) is wanted


def test_colours_change_nothing_but_the_colour() -> None:
    file = checked(on_line(1), on_line(2, code="GD998", severity=Severity.ERROR))
    plain, coloured = printed("text", file), printed("text", file, colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[1;31merror\x1b[0m" in coloured


def test_what_a_report_holds_brings_no_colour_of_its_own() -> None:
    source = from_text("\x1b[31m一", "a\x1b[2J.txt")
    text = shown_lines(block_lines([finding("\x1b[31m一", (Spot(0, 6),))], source, "en"), colour=True)
    assert "\x1b[2J" not in text
    assert "\x1b[31m\ufffd[31m" in text
