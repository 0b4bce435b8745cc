"""Figures in running text: totals and their parts, quantities stated twice, and of whom and when a sentence speaks."""

import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdlint.claims.figures import Relation
from gdlint.claims.relations import relations
from gdlint.claims.restated import Statement, conflicts, statements
from gdlint.claims.setting import Speaker, sentences_of
from gdlint.claims.words import words
from gdlint.matching.passages import Passage
from support.extent import extent
from support.numerals import chinese, short_tens
from support.rules import outcome, shown, text_of

LABELS = ("机构职能类", "政策、规划类信息", "财政信息", "动态", "其他信息")
COUNTERS = ("条", "件", "次", "份")
PARTS = st.lists(st.integers(1, 900), min_size=2, max_size=5)


TOWN = Speaker("云溪镇人民政府", "", 2022)


def read(text: str) -> list[Relation]:
    """How the figures of a paragraph of a town's report on 2022 go together."""
    return list(relations(text, sentences_of(text, TOWN, words()), TOWN.year, words()))


def sums(text: str) -> list[Relation]:
    """The totals of a text with their parts."""
    return [relation for relation in read(text) if relation.kind == "sum"]


def restated(*texts: str) -> list[Relation]:
    """What paragraphs of section one of a town's report on 2022 state again."""
    passages = [Passage("overall", text, 0) for text in texts]
    lexicon = words()
    stated = list[Statement]()
    for nth, text in enumerate(texts):
        stated += statements(text, sentences_of(text, TOWN, lexicon), nth, lexicon.again)
    return [relation for _, relation in conflicts(stated, passages, lexicon.again)]


def listed(parts: Sequence[object], separator: str = "、", counter: str = "条") -> str:
    """Parts as a list in prose: 机构职能类2条、动态3条."""
    return separator.join(f"{label}{part}{counter}" for label, part in zip(LABELS, parts, strict=False))


def runs(parts: Sequence[int]) -> set[int]:
    """What two or more parts in a row add up to."""
    return {sum(parts[i:j]) for i in range(len(parts)) for j in range(i + 2, len(parts) + 1)}


# Totals and parts


FRAMES = (
    "共公开{t}{c}，其中{l}。",
    "共公开{t}{c}（{l}）。",
    "共公开{t}{c}信息，(其中{l})主要在网站公开。",
    "公开{t}{c}。其中，{l}。",
)


@given(PARTS, st.sampled_from(FRAMES), st.sampled_from("、，；"), st.sampled_from(COUNTERS))
def test_parts_that_add_up_fit(parts: list[int], frame: str, separator: str, counter: str) -> None:
    text = frame.format(t=sum(parts), c=counter, l=listed(parts, separator, counter))
    (item,) = sums(text)
    assert (item.stated, item.worked, item.fits) == (sum(parts), sum(parts), True)


@given(PARTS, st.integers(-500, 500), st.sampled_from(FRAMES), st.sampled_from("、，；"))
def test_parts_that_do_not_add_up_are_told(parts: list[int], by: int, frame: str, separator: str) -> None:
    total = sum(parts) + by
    assume(total > 0 and total not in runs(parts) and total not in parts)
    (item,) = sums(frame.format(t=total, c="条", l=listed(parts, separator)))
    assert (item.fits, item.worked, item.stated) == (False, sum(parts), total)


@given(PARTS)
def test_chinese_numerals_are_added_like_arabic_ones(parts: list[int]) -> None:
    written = [short_tens(chinese(part)) for part in parts]
    (item,) = sums(f"公开{chinese(sum(parts))}条，其中{listed(written)}。")
    assert item.fits
    assert list(item.figures) == parts


@given(PARTS, st.integers(1, 50), st.data())
def test_a_list_with_a_doubtful_figure_is_not_added_up(parts: list[int], by: int, data: Any) -> None:
    written: list[object] = list(parts)
    nth = data.draw(st.integers(0, len(parts) - 1))
    written[nth] = data.draw(st.sampled_from(["{}余", "约{}", "近{}", "{}多", "数百"])).format(parts[nth])
    total = sum(parts) + by
    assume(total not in runs(parts))
    assert sums(f"公开{total}条，其中{listed(written)}。") == []


@given(PARTS, st.integers(1, 50), st.sampled_from(["公开{t}余条，其中{l}。", "公开约{t}条，其中{l}。", "公开{t}条，其中{l}等。",
    "公开{t}条，其中主要有{l}。", "公开{t}条，其中，仅{l}。"]))  # fmt: skip
def test_an_open_list_is_not_added_up(parts: list[int], by: int, frame: str) -> None:
    total = sum(parts) + by
    assume(total not in runs(parts))
    assert sums(frame.format(t=total, l=listed(parts))) == []


@given(PARTS, PARTS)
def test_brackets_hold_lists_of_their_own(outer: list[int], inner: list[int]) -> None:
    parts = [sum(inner), *outer][:5]
    first, *others = listed(parts).split("条、", len(parts) - 1)
    text = f"公开{sum(parts)}条，其中{first}条（{listed(inner)}）、{'条、'.join(others)}。"
    assert sorted((item.stated, item.fits) for item in sums(text)) == sorted(
        ((sum(parts), True), (sum(inner), True))
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("公开12条，其中甲5条、乙8条，办结12条。", (5, 8)), ("公开12条，其中甲5条，乙8条，另有培训3次。", (5, 8)),
        ("公开12条，其中甲5条，乙8条，办结12条，结转0条。", (5, 8)), ("公开12条，其中5条为甲，8条为乙。", (5, 8)),
        ("公开12条，其中甲5条、乙4条和丙4条。", (5, 4, 4)), ("公开12条，其中甲5条；乙8条。", (5, 8)),
        ("公开12条，其中甲5条、乙8条；办结12条。", (5, 8)),
    ],
)  # fmt: skip
def test_a_list_ends_where_something_else_begins(text: str, parts: tuple[int, ...]) -> None:
    (item,) = sums(text)
    assert (item.figures, item.fits) == (parts, False)


@given(st.text("其中共公开约余等各0123456789一二十百（）()、，；。条件网站 ", max_size=80))
def test_any_text_has_lists_or_none_but_no_fault(text: str) -> None:
    for item in sums(text):
        assert item.sure or not item.fits


@pytest.mark.parametrize(
    "piece",
    [
        "其中1条、",
        "（1条",
        "1条（其中2条、3条）",
        "其中",
        "1条。其中",
        "通过网站公开信息1条，",
        "通过网站公开信息1条。",
    ],
)
@pytest.mark.parametrize("find", [sums, restated])
def test_a_hostile_text_costs_as_much_for_each_character_as_a_short_one(
    find: Callable[[str], object], piece: str
) -> None:
    def cost(times: int) -> float:
        text = piece * times
        begin = time.process_time()
        find(text)
        return (time.process_time() - begin) / times

    cost(10)
    few, many = min(cost(300) for _ in range(3)), cost(extent(6000, 2000))
    assert many < 20 * few + 1e-4


# Quantities stated more than once


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_quantity_has_one_value(one: int, other: int) -> None:
    (item,) = restated(
        f"2022年，我镇通过政府网站公开信息{one}条。",
        f"共收到政府信息公开申请{one}件。",
        f"全年收到政府信息公开申请{other}件。",
    )
    assert (item.worked, item.stated) == (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请3件。2021年、2022年收到政府信息公开申请5件。",
        "2021年收到政府信息公开申请3件。2022年收到政府信息公开申请5件。", "收到政府信息公开申请3件。收到政府信息公开申请近5件。",
        "收到政府信息公开申请3件。收到政府信息公开申请5次。", "收到政府信息公开申请3件。办结政府信息公开申请5件。",
        "全年公开信息3条。全年公开信息5条。", "一是通过网站公开信息3条。二是通过网站公开信息5条。",
        "收到政府信息公开申请3件。上半年收到政府信息公开申请2件。", "围绕教育，通过网站公开信息3条。围绕卫生，通过网站公开信息5条。",
    ],
)  # fmt: skip
def test_what_may_be_another_quantity_is_not_compared(text: str) -> None:
    assert restated(text) == []


# Of whom and of which year a sentence speaks


@pytest.mark.parametrize(
    ("before", "truth"),
    [
        ("", True), ("2022年，", True), ("2021年，", False), ("去年", False), ("上年度", False), ("今年", True), ("上年结转3件，", True),
        ("2021年公开3条，2022年", True), ("2022年公开3条，去年", False), ("2020-2022年", False), ("2019年至2022年，", False),
        ("按照《2021年工作要点》，", True), ("二〇二一年，", False), ("二〇二二年，", True), ("2021年的工作已结束。", True),
        ("自2022年1月1日至2022年12月31日，", True), ("2021年；", False),
    ],
)  # fmt: skip
def test_a_sentence_speaks_of_the_reporting_year(before: str, truth: bool) -> None:
    text = text_of(text={"overall": f"{before}某数。"})
    found_ = outcome(text, each=None, find="某数", check="own")
    assert (found_.true, found_.false, found_.unknown) == (int(truth), int(not truth), 0)


@pytest.mark.parametrize(
    ("sentences", "truth"),
    [
        ("我镇某数。", True), ("镇政府某数。", True), ("全镇某数。", True), ("全县某数。", False), ("某数为全市总数。", False),
        ("局属单位某数。", False),
        ("政府办代表县政府某数。", False), ("县政府共受理某数。", False), ("历年累计某数。", False), ("自2008年以来某数。", False),
        ("全县工作有序。某数。", False), ("全县工作有序。我镇也是。某数。", True), ("各级行政机关：甲；乙；某数。", False),
        ("截至年底某数。", False),
        ("在县政府网站公开目录，某数。", True), ("我镇某数。全县另有统计。", True),
    ],
)  # fmt: skip
def test_a_sentence_speaks_of_the_body_itself(sentences: str, truth: bool) -> None:
    found_ = outcome(text_of(text={"overall": sentences}), each=None, find="某数", check="own")
    assert (found_.true, found_.false, found_.unknown) == (int(truth), int(not truth), 0)


def test_without_a_reporting_year_nothing_is_known_of_it() -> None:
    text = text_of(
        title="云溪镇政府信息公开工作年度报告", intro=None, signature=None, text={"overall": "某数。"}
    )
    assert outcome(text, each=None, find="某数", check="own").unknown == 1


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("甲。乙。丙，某数。", "乙。丙，"),
        ("乙；丙；某数。", "乙；丙；"),
        ("某数。", ""),
        ("乙。某数。", "乙。"),
    ],
)
def test_the_lead_begins_with_the_sentence_before(text: str, lead: str) -> None:
    assert shown("lead", text_of(text={"overall": text}), each=None, find="某数") == lead


# Captures that end in their counter


@pytest.mark.parametrize(
    ("find", "text", "value"),
    [
        ("办结{n:count}", "办结11件，1件结转。", "11"), ("收费{n:money}", "收费12元，3件。", "12"),
        ("办结{n:number}", "办结11，1件。", "？"),
        ("共[^。]*{n:number}", "共10。", "？"), ("占{n:percent}", "占12%，3件。", "12"),
    ],
)  # fmt: skip
def test_a_number_ends_with_its_counter(find: str, text: str, value: str) -> None:
    assert shown("n", text_of(text={"overall": text}), each=None, find=find) == value
