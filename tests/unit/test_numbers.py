"""Numbers in prose: Arabic of any width, Chinese numerals, 万 and 亿, amounts, and what is not exact."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gdlint.data import builtin
from gdlint.lexicon.numerals import read_number
from gdlint.matching import patterns
from gdlint.matching.value_parsers import exact_value, reader, value_about
from gdlint.model.logic import UNKNOWN
from support.numerals import DIGITS, chinese, short_tens, wide

NUMBERS = st.one_of(st.integers(0, 10**5), st.integers(0, 10**12 - 1))
MARKS_BEFORE = [
    "约",
    "近",
    "大约",
    "将近",
    "接近",
    "超",
    "超过",
    "逾",
    "不足",
    "不到",
    "至少",
    "最多",
    "多达",
    "高达",
    "第",
]
MARKS_BEHIND = ["余", "多"]


def value(text: str) -> Any:
    """A text in, its exact value out; None where it has none."""
    reading = read_number(text)
    return reading.value if reading.exact else None


@given(NUMBERS)
@example(0)
@example(10)
@example(20_000_000)
@example(100_000_001)
def test_a_number_is_read_in_every_way_that_it_is_written(number: int) -> None:
    written = [str(number), f"{number:,}", wide(str(number)), chinese(number), short_tens(chinese(number))]
    written += [chinese(number).replace("零", other) for other in "〇○"]
    assert {text: value(text) for text in written} == dict.fromkeys(written, number)


@given(st.integers(2, 9), st.sampled_from(["百", "千", "万", "亿"]))
def test_two_before_a_unit_is_liang(digit: int, unit: str) -> None:
    sizes = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
    assert value(f"{DIGITS[digit]}{unit}".replace("二", "两")) == digit * sizes[unit]


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4))
def test_four_digits_in_a_row_are_digits(digits: list[int]) -> None:
    text = "".join(DIGITS[digit] for digit in digits)
    assert value(text) == int("".join(map(str, digits)))


@given(st.decimals(0, 10**6, places=4), st.sampled_from([("万", 10**4), ("亿", 10**8), ("", 1)]))
def test_a_fraction_of_a_unit_is_exact(number: Decimal, unit: tuple[str, int]) -> None:
    found = value(f"{number:f}{unit[0]}")
    assert found == number * unit[1]
    assert not isinstance(found, float)


@given(st.integers(1, 10**8 - 1), st.sampled_from(MARKS_BEFORE), st.sampled_from(MARKS_BEHIND))
def test_a_mark_of_doubt_makes_a_number_inexact_and_keeps_its_value(
    number: int, before: str, behind: str
) -> None:
    for text in (
        f"{before}{number}",
        f"{number}{behind}",
        f"{before} {chinese(number)}",
        f"{chinese(number)}{behind}",
    ):
        assert read_number(text) == (number, False), text


@given(st.integers(1, 99999), st.integers(1, 99999), st.sampled_from("-—–~～至到"))
def test_a_range_has_no_value(one: int, other: int, sign: str) -> None:
    assert read_number(f"{one}{sign}{other}") == (None, False)


@given(st.text("0123456789０一二三十百千万亿零〇点.,，两余约", max_size=12))
def test_any_text_is_read_or_not_but_never_a_fault(text: str) -> None:
    reading = read_number(text)
    assert reading.value is not None or not reading.exact
    assert not isinstance(reading.value, float)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234", 1234), ("3.5万", 35000), ("三百二十一", 321), ("两万三千", 23000), ("2万5千", 25000), ("1亿2000万", 120_000_000),
        ("三点五万", 35000), ("３．５", Decimal("3.5")), ("壹佰贰拾", 120), ("0.5500", Decimal("0.5500")), ("007", 7),
        ("二〇二一", 2021), ("十", 10), ("5 千", 5000), (" 12 ", 12), ("一千〇五", 1005), ("三万零五", 30005),
    ],
)  # fmt: skip
def test_numbers(text: str, expected: Any) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "三百二", "三万五", "一百一", "3，150", "12,34", "1,2345", "百", "万", "十十", "二百三百", "三百零", "零百", "1.2.3", "点五",
     "五点", "一二百", "三五", "七八", "数百", "十几", "几十", "件", "3.5万2千", "万万", "1" * 60],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_not_at_all_has_no_value(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("count", "1,234件", 1234), ("count", "3.5万件", 35000), ("count", "三百二十一条", 321), ("count", "20 人次", 20),
        ("count", "20件以上", UNKNOWN), ("count", "68余条", UNKNOWN), ("count", "约3件", UNKNOWN), ("count", "5期左右", UNKNOWN),
        ("money", "300元", 300), ("money", "3.5万元", 35000), ("money", "1.2亿元", 120_000_000), ("money", "¥1,200元", 1200),
        ("money", "三百元", 300), ("money", "人民币五万元", 50000), ("money", "3万余元", UNKNOWN), ("money", "100元以上", UNKNOWN),
        ("percent", "98.5%", Decimal("98.5")), ("percent", "百分之百", UNKNOWN), ("percent", "百分之九十八点五", Decimal("98.5")),
        ("percent", "30％左右", UNKNOWN), ("percent", "100 %", 100),
        ("ordinal", "二〇二一", 2021), ("ordinal", "十二", 12), ("ordinal", "３１", 31),
    ],
)  # fmt: skip
def test_units_are_read(kind: str, text: str, expected: Any) -> None:
    assert exact_value(reader(kind), text) == expected


def test_the_value_of_an_inexact_amount_is_still_known() -> None:
    assert value_about(reader("money"), "约3万余元") == 30000
    assert value_about(reader("count"), "数百件") is UNKNOWN


NAMED = builtin.named_patterns()
PHRASES = sorted(name for name, item in NAMED.items() if "words" in item)


@pytest.mark.parametrize("name", PHRASES)
def test_a_list_of_phrases_is_found_in_its_examples_and_in_nothing_else(name: str) -> None:
    compiled = patterns.compiled(f"{{{name}}}")
    item = NAMED[name]
    assert [text for text in item["examples"] if not compiled.search(text)] == []
    assert [text for text in item["not"] if compiled.search(text)] == []
    assert set(item["doc"]) == {"zh", "en"}


@pytest.mark.parametrize("name", sorted(NAMED.keys() - PHRASES))
def test_a_named_pattern_matches_its_examples_whole_and_nothing_else(name: str) -> None:
    compiled = patterns.compiled(f"{{{name}}}")
    item = NAMED[name]
    assert [text for text in item["examples"] if not compiled.fullmatch(str(text))] == []
    assert [text for text in item.get("not", ()) if compiled.fullmatch(str(text))] == []
    assert set(item["doc"]) == {"zh", "en"}
    assert reader(item.get("reads")).type in ("number", "date", "text")


@given(NUMBERS)
def test_the_named_pattern_finds_the_whole_number(number: int) -> None:
    for written in (str(number), f"{number:,}", wide(str(number)), short_tens(chinese(number))):
        (found,) = patterns.matches("收到申请{n:number}件", f"全年收到申请{written}件，办结其他。")
        assert found["n"] == written
