"""What a report, a pack, a settings file or the name of a file holds does no harm where it is written."""

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint.reporters.safe import csv_cell, escaped, harmless, harmless_lines, json_text, markdown_cell, shown
from support.terminal import harms

ANY = st.text(st.characters(), max_size=30) | st.text("\x1b]8;:#[error]\n\r\t =+-@x\u202e\x9b", max_size=30)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain 正常，text", "plain 正常，text"),
        ("\x1b[2J", "�[2J"),
        ("\x1b]8;;http://a\x07b\x1b]8;;\x07", "�]8;;http://a�b�]8;;�"),
        ("\x9b31m\x7f\x85", "�31m��"),
        ("a\u202eb\u2066c\u200fd", "a�b�c�d"),
        ("a\nb\rc\u2028d", "a b�c�d"),
        ("\ud800\U000e0041", "��"),
        ("::error file=a::b", "�:error file=a::b"),
        ("  ::error::", "  �:error::"),
        ("a ::error::", "a ::error::"),
        ("a ##[error]b", "a �#[error]b"),
        ("##vso[task.complete]", "�#vso[task.complete]"),
        ("##teamcity[a]", "�#teamcity[a]"),
        ("###[group]", "#�#[group]"),
        ("## a heading", "## a heading"),
        ("a\tb", "a\tb"),
    ],
    ids=ascii,
)
def test_a_line_holds_nothing_that_a_terminal_or_a_ci_system_obeys(text: str, line: str) -> None:
    assert harmless(text) == line


@given(ANY)
def test_every_line_is_harmless_and_as_long_as_it_was(text: str) -> None:
    assert harms(harmless(text)) == []
    assert len(harmless(text)) == len(text)
    assert "\n" not in harmless(text)


def test_lines_are_made_harmless_each_and_ended() -> None:
    assert harmless_lines(["a\nb", "::c::"]) == "a b\n�:c::\n"
    assert harmless_lines([]) == ""


def test_what_is_shown_is_masked_besides() -> None:
    assert shown("110101199003074514\x1b") == "110*************14�"


@given(st.dictionaries(ANY, ANY | st.lists(ANY)), st.sampled_from([None, 1]))
def test_json_is_harmless_and_says_the_same(data: dict[str, object], indent: int | None) -> None:
    text = json_text(data, indent)
    assert harms(text) == []
    assert json.loads(text) == data


def test_json_keeps_chinese_as_it_is() -> None:
    assert json_text({"a": "公开\u3000#"}) == '{"a": "公开\u3000#"}'
    assert escaped('"\u202e##[a]"') == '"\\u202e#\\u0023[a]"'


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "=HYPERLINK(\"http://a\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1+1", "－1-1",
        "＠a", "-5件", "+a", "--1", "=", "@", "-1,2=3",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_cell_that_a_spreadsheet_would_work_out_stands_behind_an_apostrophe(text: str) -> None:
    assert csv_cell(text) == "'" + text.replace("\r", "�")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "0",
        "-5",
        "+5",
        "-0.5500",
        "-1,234",
        "-12.5%",
        "-",
        "--",
        "—",
        "/",
        "无",
        "a=b",
        5,
        -5,
        Decimal("-0.5"),
        None,
    ],
)
def test_figures_and_signs_alone_stay_what_they_are(value: object) -> None:
    assert csv_cell(value) == value


@given(ANY)
def test_every_cell_is_harmless_wherever_it_is_read(text: str) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([csv_cell(text), "end"])
    assert harms(out.getvalue().removeprefix('"')) == []
    ((cell, _),) = csv.reader(io.StringIO(out.getvalue()))
    assert cell[:1] not in ("=", "@", "\t", "\r", "＝", "＋", "－", "＠")


def test_a_cell_of_markdown_stays_one_and_holds_no_html() -> None:
    assert markdown_cell("a|b\n<script>\\|\x1b") == "a\\|b &lt;script>\\\\\\|�"
