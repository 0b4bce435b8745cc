"""Findings for people: the place is marked in the line, whatever stands in it."""

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.model.finding import Finding, Severity, Spot
from gdlint.readers.text import from_text
from gdlint.reporters.safe import masked, shown
from gdlint.reporters.text import WINDOW, excerpt, finding_lines, width
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


def finding(text: str, spots: tuple[Spot, ...], **changes: str) -> Finding:
    """A finding at some places of a text."""
    place = from_text(text, "a.txt").place(spots[0].start, spots[0].end)
    return Finding(
        "GD999", "invented", Severity.WARNING, BOTH, BOTH, *place, spots, (), None, (), (), {},
        changes.get("basis", "依据一"), {"zh": "改正", "en": "mend it"}, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["a.txt:1:2: 警告 GD999 invented", "  说明", "  1 │ 一二", "    │   ^^", "  依据：依据一", "  改法：改正"]),
        ("en", ["a.txt:1:2: warning GD999 invented", "  message", "  1 │ 一二", "    │   ^^", "  basis: 依据一",
                "  mend:  mend it"]),
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
