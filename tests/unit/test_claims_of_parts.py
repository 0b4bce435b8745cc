"""What figures count beside their parts, what is a share of what, and whom a denial is of."""

from decimal import Decimal
from typing import Final

import pytest

from gdlint.claims.quantities import allows
from gdlint.claims.reading import PassageReading
from gdlint.claims.setting import Speaker, sentences_of
from gdlint.claims.tokens import quantity_at
from gdlint.claims.words import words
from gdlint.model.claim import Certainty, Claim

BUREAU: Final = Speaker("青石县水利局", "", 2023)
COUNTY: Final = Speaker("青石县人民政府", "县", 2023)


def read(text: str, speaker: Speaker = BUREAU) -> list[Claim]:
    """A passage on requests in, its claims out that rules may hold against the tables."""
    said = f"（二）依申请公开。{text}"
    told = sentences_of(said, speaker, words())
    claims = PassageReading(said, "overall", 0, speaker, words()).claims(told)
    return [claim for claim in claims if claim.certainty is not Certainty.UNSURE]


def rows_of(claim: Claim) -> tuple[str, ...]:
    """The rows that a claim counts."""
    return claim.cells.rows if claim.cells else ()


@pytest.mark.parametrize(
    ("text", "rows", "relation"),
    [
        ("公开13件（予以公开10件、部分公开3件）。", ("granted", "partial"), "all"),
        ("同意公开13件（予以公开10件、部分公开3件）。", ("granted", "partial"), "all"),
        ("同意公开13件（含部分公开3件）。", ("granted", "partial"), "part"),
        ("准予公开13件，其中部分公开3件。", ("granted", "partial"), "part"),
        ("不公开4件：不予公开2件，不予处理2件。", ("denied", "not_processed"), "all"),
        ("未予公开13件（不予公开5件、无法提供8件）。", ("denied", "unavailable"), "all"),
        ("予以公开10件（自然人9件、其他1件）。", ("granted",), "all"),
    ],
)
def test_what_its_bracket_splits_is_the_sum_of_these(text: str, rows: tuple[str, ...], relation: str) -> None:
    first = read(text)[0]
    assert (rows_of(first), first.relation) == (rows, relation)


@pytest.mark.parametrize(
    "text",
    [
        "公开13件，不予公开2件，无法提供8件。",
        "未公布13件（不予公开5件、无法提供8件）。",
        "准予公开13件（全文10件、遮盖后3件）。",
        "予以公开（含部分公开）13件。",
        "公开信息的申请13件：予以公开10件，部分公开3件。",
        "行政处罚等决定31件。",
    ],
)
def test_a_number_of_more_than_its_words_say_is_none_of_theirs(text: str) -> None:
    assert 13 not in [claim.value for claim in read(text)]
    assert 31 not in [claim.value for claim in read(text)]


def test_published_is_a_result_beside_those_published_in_part() -> None:
    assert [rows_of(claim) for claim in read("公开10件、部分公开3件。")] == [("granted",), ("partial",)]


def test_a_bracket_ends_what_it_speaks_of() -> None:
    found = read("因信息公开引发的行政复议、行政诉讼共14件（复议9件，诉讼5件），维持8件。", COUNTY)
    assert rows_of(found[-1]) == ("reconsideration", "direct_suit", "suit_after_reconsideration")


def test_each_of_several_has_the_number() -> None:
    found = [(rows_of(claim), claim.value) for claim in read("不予公开和不予处理各2件。")]
    assert found == [(("denied",), 2), (("not_processed",), 2)]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (
            "办结26件。予以公开10件、部分公开3件，二者合计占办结总数的50%。",
            ("granted", "partial"),
            ("total",),
        ),
        ("予以公开10件、部分公开3件，合占办结总数的50%。", ("granted", "partial"), ("total",)),
        ("办结的26件中，予以公开占38%，无法提供占31%。", ("unavailable",), ("total",)),
        ("无法提供的8件中，需另行制作的占12.5%。", ("unavailable.needs_creation",), ("unavailable",)),
        ("予以公开10件，占全部28件申请的35.7%，占办结件的38.5%。", ("granted",), ("total",)),
    ],
)
def test_what_is_a_share_of_what(text: str, part: tuple[str, ...], whole: tuple[str, ...]) -> None:
    share = [claim for claim in read(text) if claim.whole][-1]
    assert (rows_of(share), share.whole and share.whole.rows) == (part, whole)


def test_a_multiple_of_another_kind_is_a_share_of_it() -> None:
    (claim,) = read("自然人申请量是商业企业的5倍。")
    assert (str(claim.cells), str(claim.whole), claim.value) == (
        "applications.new.natural_person",
        "applications.new.business",
        500,
    )


@pytest.mark.parametrize("text", ["申请量是上年的5倍。", "自然人申请量增长5倍。", "访问量是网站的5倍。"])
def test_a_multiple_of_something_else_is_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到申请26件，予以公开占38%。",
        "予以公开10件、部分公开3件、不予公开2件，合计占办结总数的58%。",
        "部分公开3件，三者合计占办结总数的58%。",
    ],
)
def test_a_share_of_what_is_not_certain_is_no_claim(text: str) -> None:
    assert not [claim for claim in read(text) if claim.whole]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("科研机构、社会公益组织均未提出申请。", ("research", "social")),
        ("来自科研机构的申请为零。", ("research",)),
        ("公民、法人和其他组织未提出申请。", ("total",)),
        ("全年无人提出申请。", ("total",)),
    ],
)
def test_a_denial_of_some_applicants_is_none_of_the_others(text: str, columns: tuple[str, ...]) -> None:
    found = read(text)
    assert [(claim.value, claim.cells and claim.cells.columns) for claim in found] == [(0, columns)]


@pytest.mark.parametrize(
    "text",
    [
        "未收到涉及商业秘密的申请。",
        "村集体经济组织未提出申请。",
        "国有企业未提出申请。",
        "没有其他单位提出申请。",
        "另有两类主体（科研机构、社会公益组织）未提出申请。",
        "没有外国人、无国籍人提出申请。",
        "经办的申请还没有清零。",
        "申请没有全部办结。",
        "申请未能全部在年内办结。",
    ],
)
def test_a_denial_of_something_else_denies_no_requests(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "share", "allowed"),
    [
        ("三成", 33, True),
        ("三成", 38, False),
        ("三成多", 31, True),
        ("三成多", 29, False),
        ("一成半", 15.4, True),
        ("逾四成", 38.5, False),
        ("七成七", 76.92, True),
        ("七成七", 78.1, False),
        ("不足一成", 7.7, True),
        ("不到三成", 38.5, False),
        ("过半", 55.6, True),
        ("过半数", 46, False),
        ("一半以上", 49, False),
        ("恰好一半", 50, True),
        ("恰好一半", 48, False),
        ("三分之二", 66.7, True),
        ("近三分之一", 30.8, True),
        ("近八成", 57.5, False),
        ("不足两成", 3.8, True),
        ("四分之三", 66.7, False),
        ("约38%", 38.5, True),
        ("约40%", 42.9, True),
        ("约38%", 48.5, False),
        ("38.5%", 38.46, True),
        ("38.5%", 39, False),
    ],
)
def test_a_share_in_words_leaves_the_room_that_it_leaves_a_reader(
    words: str, share: float, allowed: bool
) -> None:
    quantity = quantity_at(words, 0)
    assert quantity is not None
    assert quantity.end == len(words)
    assert allows(quantity, Decimal(str(share))) == allowed


@pytest.mark.parametrize("text", ["一成立", "三成员", "两成果", "半年", "过程"])
def test_what_begins_like_a_share_is_none(text: str) -> None:
    assert quantity_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "value", "more"),
    [
        ("自然人申请20件，超过新收总量的七成。", 70, 1),
        ("予以公开和部分公开13件，恰为办结总数的一半。", 50, 0),
        ("无法提供8件，占办结总数三成多。", 30, 1),
    ],
)
def test_shares_in_words_are_claims(text: str, value: int, more: int) -> None:
    assert [(claim.value, claim.more) for claim in read(text) if claim.whole] == [(value, more)]


OF_KINDS: Final = [
    ("商业企业提出的4件申请中，予以公开3件。", "granted.business", "part"),
    ("自然人申请办结20件：予以公开8件。", "granted.natural_person", "all"),
    ("商业企业提出申请4件，其中予以公开3件。", "granted.business", "part"),
    ("予以公开10件（自然人8件、商业企业2件）。", "granted.business", "all"),
    ("上年结转的2件，均由商业企业提出。", "carried_in.business", "all"),
    ("结转下年度的2件，申请人为自然人、商业企业各1件。", "carried_out.business", "all"),
    ("其他处理1件，系申请人无正当理由逾期不补正。", "other_handling.overdue_correction.total", "all"),
    ("不予处理2件，均为重复申请。", "not_processed.repeat.total", "all"),
    ("法律服务机构提出的1件申请，经审查属于应当公开范围，答复予以公开。", "granted.legal", "part"),
    ("商业企业提出4件，均予以公开。", "granted.business", "part"),
    ("收到26件，其中企业及其他组织6件。", "new.organisations", "all"),
    ("本年新收26件加上年结转2件。", "carried_in.total", "all"),
    ("不予重复处理1件。", "not_processed.repeat.total", "all"),
    ("新收26件，其中自然人20件、企业6件；予以公开10件。", "granted.total", "all"),
    ("新收26件（自然人20件、企业6件），予以公开10件。", "granted.total", "all"),
    ("无法提供的8件中自然人6件、律所1件，其中不掌握的7件。", "unavailable.not_held.total", "all"),
]


@pytest.mark.parametrize(("text", "cells", "relation"), OF_KINDS)
def test_results_of_one_kind_and_what_is_told_of_all_of_them(text: str, cells: str, relation: str) -> None:
    last = read(f"收到政府信息公开申请。{text}")[-1]
    assert (str(last.cells), last.relation, last.certainty) == (
        f"applications.{cells}",
        relation,
        Certainty.CERTAIN,
    )


@pytest.mark.parametrize(
    "text",
    [
        "上年结转2件，其中自然人1件。",
        "上年结转的2件中，予以公开1件。",
        "收到自然人申请9件，予以公开9件。",
    ],
)
def test_results_and_kinds_that_may_be_of_others_are_not_certain(text: str) -> None:
    assert len(read(f"收到政府信息公开申请。{text}")) == 1


@pytest.mark.parametrize(
    ("text", "cells", "value"),
    [
        ("复议后起诉的政府信息公开案件2件。", "suit_after_reconsideration.total", 2),
        ("行政复议案件中，复议机关予以维持5件。", "reconsideration.upheld", 5),
        (
            "年内审结政府信息公开行政诉讼4件，其中结果维持3件。",
            "direct_suit+suit_after_reconsideration.upheld",
            3,
        ),
    ],
)
def test_cases_are_named_by_what_is_told_of_them(text: str, cells: str, value: int) -> None:
    told = sentences_of(text, BUREAU, words())
    last = list(PassageReading(text, "litigation", 0, BUREAU, words()).claims(told))[-1]
    assert (str(last.cells), last.value, last.certainty) == (f"litigation.{cells}", value, Certainty.CERTAIN)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("不予公开1件；“无法提供”次之，为8件。", "applications.unavailable.total"),
        ("归入“其他处理”的只有1件。", "applications.other_results.total"),
        ("26件新收申请中自然人20件。", "applications.new.natural_person"),
        (
            "申请人无正当理由逾期不补正的申请，全年1件。",
            "applications.other_handling.overdue_correction.total",
        ),
        (
            "被复议9件，被诉5件，两类案件合计14件，其中尚有2件未审结。",
            "litigation.reconsideration+direct_suit+suit_after_reconsideration.pending",
        ),
        (
            "涉及我局的政府信息公开行政诉讼中，被法院判决纠正的案件有1件。",
            "litigation.direct_suit+suit_after_reconsideration.corrected",
        ),
        ("行政许可、行政处罚处理决定数依次为346件、28件。", "disclosure.penalties.decisions"),
        ("经复议后又向法院起诉的，全局没有。", "litigation.suit_after_reconsideration.total"),
        ("自然人20件（76.9%），法人及其他组织6件（23.1%）。", "applications.new.organisations"),
        ("申请人中，自然人仍居主体，计20件。", "applications.new.natural_person"),
        (
            "无法提供8件，主要原因是本机关不掌握相关政府信息（7件）。",
            "applications.unavailable.not_held.total",
        ),
        ("作出取水许可、河道管理审批等行政许可决定346件。", "disclosure.licensing.decisions"),
        ("行政事业性收费方面，全年收取12.5万元。", "disclosure.fees.amount"),
        ("年末现行有效的规范性文件15件均已上网。", "disclosure.normative_documents.in_force"),
        ("未收到任何形式的政府信息公开申请。", "applications.new.total"),
        ("规范性文件制发2件，未废止文件。", "disclosure.normative_documents.repealed"),
        ("全年行政事业性收费收入折合125,000元。", "disclosure.fees.amount"),
        ("全年作出行政处罚决定28件，公示率100%。", "disclosure.penalties.decisions"),
    ],
)
def test_what_is_named_in_other_ways(text: str, cells: str) -> None:
    assert str(read(f"收到政府信息公开申请。{text}")[-1].cells) == cells


@pytest.mark.parametrize(
    "text",
    [
        "商业企业提出的4件，予以公开2件。",
        "行政诉讼5件，未经复议直接起诉的3件，先复议后起诉的2件；已审结4件。",
        "以“其他结果”了结的，行政复议2件、行政诉讼1件。",
        "制发的2件行政规范性文件，1件为新制定。",
        "申请占比由65.63%升至76.92%。",
        "上年转来的申请，1件予以公开。",
        "申请办结26件，其中予以公开10件，其他处理1件；自然人提出的20件。",
        "申请上年结转的2件，一件予以公开，一件答复无法提供。",
        "当年新收且当年办结的24件申请，无法提供7件。",
        "收到20名（次）自然人和6家（次）单位提交的政府信息公开申请26件。",
        "除新制发的2件外，现行有效行政规范性文件另有13件。",
        "每百件行政许可对应行政处罚8件。",
        "予以公开和部分公开两类答复合计13件。",
        "自然人申请含上年结转2件共22件，办结20件。",
        "因政府信息公开，在已有结果的8件行政复议和4件行政诉讼中，另有说明。",
        "维持结果中，政府信息公开行政复议5件、直接起诉2件。",
        "受理取水、河道管理等行政许可申请398件。",
        "申请中，新收申请中有24件于年内办结。",
        "受理行政复议8642件，其中行政处罚类5120件。",
        "年内应办结的申请均已办结。",
        "9件行政复议中8件已结，5件行政诉讼中4件已结；已结的12件中，维持8件。",
        "申请上年结转2件，均已办结，其中予以公开1件、无法提供1件。",
    ],
)
def test_what_may_be_of_others_is_not_certain(text: str) -> None:
    last = list(
        PassageReading(text, "litigation", 0, BUREAU, words()).claims(sentences_of(text, BUREAU, words()))
    )[-1:]
    assert not last or last[0].certainty is not Certainty.CERTAIN
