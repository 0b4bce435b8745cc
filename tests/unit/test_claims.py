"""What the text says in figures, read into claims."""

import json
from typing import Any, Final

import pytest

from gdlint import api
from gdlint.claims.figures import Relation
from gdlint.claims.lengths import lengths
from gdlint.claims.reading import PassageReading
from gdlint.claims.relations import relations
from gdlint.claims.setting import Speaker, sentences_of
from gdlint.claims.spelling import spelled
from gdlint.claims.words import words, words_from
from gdlint.claims.written_words import written_out
from gdlint.data import builtin
from gdlint.model.claim import Certainty, Claim
from gdlint.model.report import Facts

BUREAU: Final = Speaker("青石县水利局", "", 2023)
COUNTY: Final = Speaker("青石县人民政府", "县", 2023, "青石县")
TOWN: Final = Speaker("青石县云溪镇人民政府", "", 2023, "青石县云溪镇")
REQUESTS: Final = "（二）依申请公开。"
NATURAL: Final = ("applications.new+carried_in.natural_person", 80)
UPHELD: Final = ("litigation.direct_suit+suit_after_reconsideration.upheld", 2)
LICENSED: Final = ("disclosure.licensing.decisions", 346)


def read(text: str, speaker: Speaker = BUREAU, place: str = "overall") -> list[Claim]:
    """A passage in, its claims out."""
    told = sentences_of(text, speaker, words())
    return list(PassageReading(text, place, 0, speaker, words()).claims(told))


def said(text: str, speaker: Speaker = BUREAU) -> list[tuple[str, Any]]:
    """A passage on requests in, cells and value of each claim that rules may hold against the tables out."""
    return [
        (str(claim.cells), claim.value)
        for claim in read(REQUESTS + text, speaker)
        if claim.scope == "own" and claim.period == "year" and claim.certainty is Certainty.CERTAIN
    ]


def related(text: str) -> list[Relation]:
    """A passage in, how its figures go together out."""
    return list(relations(text, sentences_of(text, BUREAU, words()), BUREAU.year, words()))


@pytest.mark.parametrize(
    ("text", "cells", "value"),
    [
        ("收到26件政府信息公开申请。", "applications.new.total", 26),
        ("申请收到共计二十六件。", "applications.new.total", 26),
        ("全年共收到２６件。", "applications.new.total", 26),
        ("申请总数为26件。", "applications.new+carried_in.total", 26),
        ("已答复26件。", "applications.total.total", 26),
        ("“予以公开”12件。", "applications.granted.total", 12),
        ("予以公开和部分公开共13件。", "applications.granted+partial.total", 13),
        ("因本机关不掌握而无法提供7件。", "applications.unavailable.not_held.total", 7),
        ("2件未到答复期限。", "applications.carried_out.total", 2),
        ("结转2024年继续办理2件。", "applications.carried_out.total", 2),
        ("结转2022年未办结申请2件。", "applications.carried_in.total", 2),
        ("上年结转2件。", "applications.carried_in.total", 2),
        ("因政府信息公开被提起诉讼的有3件。", "litigation.direct_suit+suit_after_reconsideration.total", 3),
        ("因政府信息公开被复议纠正1件。", "litigation.reconsideration.corrected", 1),
        ("制发行政规范性文件两件。", "disclosure.normative_documents.issued+made", 2),
        ("行政事业性收费12.5万元。", "disclosure.fees.amount", 125000),
        ("收到申请（含网上、信函、当面）26件。", "applications.new.total", 26),
        ("另有2件申请因临近年底结转下年度。", "applications.carried_out.total", 2),
        ("属于予以公开的12件。", "applications.granted.total", 12),
        ("未经复议直接起诉的政府信息公开行政诉讼2件。", "litigation.direct_suit.total", 2),
        ("公民个人提出申请20件。", "applications.new.natural_person", 20),
        ("信访类、重复类不予处理2件。", "applications.not_processed.petition+not_processed.repeat.total", 2),
        ("因政府信息公开共办理行政复议9件。", "litigation.reconsideration.total", 9),
        ("因政府信息公开未经复议直接向法院起诉3件。", "litigation.direct_suit.total", 3),
        ("现有规范性文件15件。", "disclosure.normative_documents.in_force", 15),
    ],
)
def test_a_number_counts_what_stands_before_or_behind_it(text: str, cells: str, value: int) -> None:
    assert said(text) == [(cells, value)]


def test_each_number_of_several_is_for_the_word_at_its_place() -> None:
    assert said("行政许可、行政处罚分别为346件、28件。") == [
        ("disclosure.licensing.decisions", 346),
        ("disclosure.penalties.decisions", 28),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("收到自然人、法人或其他组织申请", ("new.natural_person", "new.organisations")),
        ("申请的受理数、办结数", ("new.total", "total.total")),
    ],
)
def test_kinds_and_steps_are_parted_by_each_as_well(text: str, cells: tuple[str, str]) -> None:
    found = said(f"{text}分别为24件、2件。")
    assert found == [(f"applications.{cells[0]}", 24), (f"applications.{cells[1]}", 2)]


def test_what_is_named_beside_each_other_and_cannot_be_parted_counts_nothing() -> None:
    assert said("申请予以公开、部分公开分别为12、4件。") == []


def test_what_stands_before_a_join_is_of_the_number_before_it() -> None:
    assert said("因政府信息公开产生9起行政复议和5起行政诉讼。") == [
        ("litigation.reconsideration.total", 9),
        ("litigation.direct_suit+suit_after_reconsideration.total", 5),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "不予公开、不予处理各3件。",
            [("applications.denied.total", 3), ("applications.not_processed.total", 3)],
        ),
        ("全部或部分公开的申请14件。", [("applications.granted+partial.total", 14)]),
        ("因不掌握相关信息的，共8件。", [("applications.unavailable.not_held.total", 8)]),
        ("收到申请9件。公开（含部分公开）6件。", [("applications.new.total", 9)]),
        (
            "予以公开的10件里，企业占2件，其他组织占1件，余下7件由自然人提出。",
            [
                ("applications.granted.total", 10),
                ("applications.granted.business", 2),
                ("applications.granted.natural_person", 7),
            ],
        ),
        ("对3件作了处理，自然人2件，企业1件。", []),
        (
            "申请人以自然人为主，共20件，其余6件均为法人或其他组织提出。",
            [("applications.new.natural_person", 20), ("applications.new.organisations", 6)],
        ),
        (
            "予以公开（10件）、部分公开（3件）。",
            [("applications.granted.total", 10), ("applications.partial.total", 3)],
        ),
        (
            "以县水利局及县河道管理处名义制发规范性文件2件。",
            [("disclosure.normative_documents.issued+made", 2)],
        ),
        ("24件已办结，余下2件均已办结。", [("applications.total.total", 24)]),
        ("承接2022年度未办结申请1件。", [("applications.carried_in.total", 1)]),
        ("其中2件经检索，予以告知信息不存在。", [("applications.unavailable.not_held.total", 2)]),
        ("按“其他处理”办结2件，为申请人主动撤回申请。", [("applications.other_results.total", 2)]),
        ("经全面清理，废止规范性文件4件，并及时公示。", [("disclosure.normative_documents.repealed", 4)]),
        ("依托县政务服务中心，作出行政许可决定346件。", [LICENSED]),
        (
            "政府信息公开行政诉讼案件4件，法院判决维持2件。",
            [("litigation.direct_suit+suit_after_reconsideration.total", 4), UPHELD],
        ),
        ("没有行政事业性收费减免事项。", []),
        ("本年度没有新增行政许可事项。", []),
        ("认定为重复申请、不予处理的1件。", [("applications.not_processed.repeat.total", 1)]),
        ("无法提供政府信息8件。", [("applications.unavailable.total", 8)]),
        ("公示收费目录清单，作出行政许可决定346件。", [LICENSED]),
        ("以政府信息公开为由申请行政复议的案件9件。", [("litigation.reconsideration.total", 9)]),
        ("受理的申请除2件结转下年外均已办结。", [("applications.carried_out.total", 2)]),
        ("局属水资源管理站未收到政府信息公开申请。", []),
        ("办理行政许可346件，办理结果在7个工作日内公示。", [LICENSED]),
        ("收到的申请除2件转入下年度办理外，均已办结。", [("applications.carried_out.total", 2)]),
        (
            "在办结的26件中，不予公开2件。",
            [("applications.total.total", 26), ("applications.denied.total", 2)],
        ),
        (
            "严格落实合法性审核制度，制定规范性文件3件。",
            [("disclosure.normative_documents.issued+made", 3)],
        ),
        (
            "不予公开、不予处理的情形，全年共4件。",
            [("applications.denied+not_processed.total", 4)],
        ),
        ("申请主体以自然人为大头，计20件。", [("applications.new.natural_person", 20)]),
        ("律师事务所等法律服务机构提出申请1件。", [("applications.new.legal", 1)]),
        (
            "规范性文件公开落实到位，当年制发2件、废止1件。",
            [
                ("disclosure.normative_documents.issued+made", 2),
                ("disclosure.normative_documents.repealed", 1),
            ],
        ),
        ("规范性文件管理更加规范，全年制发公文120件。", []),
        (
            "公开（含部分公开）13件，不公开2件，无法提供8件，不予处理2件。",
            [
                ("applications.denied.total", 2),
                ("applications.unavailable.total", 8),
                ("applications.not_processed.total", 2),
            ],
        ),
        ("以自然人名义提出的20件。", [("applications.new.natural_person", 20)]),
        ("未作出行政处罚，文书、基准一并公开。", [("disclosure.penalties.decisions", 0)]),
        ("涉及征地的申请11件，其中予以公开4件、无法提供5件、部分公开2件。", []),
        ("15件申请里自然人占80%。", [("applications.new+carried_in.total", 15), NATURAL]),
        ("2022年、2023年分别新收申请31件、26件，办结33件、26件。", []),
        (
            "现行有效的15件规范性文件中，以部门名义印发的6件。",
            [("disclosure.normative_documents.in_force", 15)],
        ),
        ("没有发生因政府信息公开被法院判决败诉的案件。", []),
        (
            "行政许可346件、行政处罚28件，两项处理决定合计374件。",
            [LICENSED, ("disclosure.penalties.decisions", 28)],
        ),
        ("行政许可346件，件件上网公示。", [LICENSED]),
        ("政府信息公开申请一件也没有收到。", [("applications.new.total", 0)]),
        ("政府信息公开行政复议均未发生。", [("litigation.reconsideration.total", 0)]),
        ("接到群众和企业递来的信息公开申请26件。", []),
    ],
)
def test_what_goes_on_over_marks_and_what_does_not(text: str, found: list[tuple[str, int]]) -> None:
    assert said(text) == found


def test_outcomes_behind_joined_cases_are_those_of_both() -> None:
    found = read("行政复议和行政诉讼中，维持8件。", place="litigation")
    rows = "reconsideration+direct_suit+suit_after_reconsideration"
    assert [str(claim.cells) for claim in found] == [f"litigation.{rows}.upheld"]


def test_a_reason_inside_a_denial_is_all_that_it_denies() -> None:
    assert said("无因补正后仍不明确无法提供的申请。") == [("applications.unavailable.unclear.total", 0)]


def test_only_suits_are_lost_where_both_are_named() -> None:
    assert said("政府信息公开行政复议、行政诉讼零败诉。") == [
        ("litigation.direct_suit+suit_after_reconsideration.corrected", 0)
    ]


def test_a_government_may_be_the_one_that_decides() -> None:
    found = read("我县受理政府信息公开行政复议21件，审结20件。", COUNTY)
    assert {claim.certainty for claim in found} == {Certainty.UNSURE}


def test_applicants_divide_the_total_before_them() -> None:
    assert said("办结26件，其中自然人20件。")[1:] == [("applications.total.natural_person", 20)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("未收到申请。", "applications.new.total"),
        ("没有公民、法人和其他组织申请政府信息公开。", "applications.new.total"),
        ("无上年结转的申请。", "applications.carried_in.total"),
        ("未发生因政府信息公开引起的行政复议。", "litigation.reconsideration.total"),
        ("未制发行政规范性文件。", "disclosure.normative_documents.issued+made"),
        ("申请数量为零。", "applications.new.total"),
        ("申请受理数为0。", "applications.new.total"),
        ("无。", "applications.new.total"),
        ("没有任何单位和个人提出申请。", "applications.new.total"),
        ("政府信息公开方面行政复议均无。", "litigation.reconsideration.total"),
        ("没有发生行政复议案件。", "litigation.reconsideration.total"),
        ("无公民申请公开政府信息情况。", "applications.new.total"),
        ("实现政府信息公开零复议。", "litigation.reconsideration.total"),
        ("没有作出不予公开答复。", "applications.denied.total"),
        ("要求提供公开出版物的申请也没有。", "applications.not_processed.publication.total"),
        ("法人或其他组织没有不予处理的情形。", "applications.not_processed.organisations"),
        (
            "没有属于行政查询事项、内部事务信息的不予公开答复。",
            "applications.denied.inquiry+denied.internal_affairs.total",
        ),
        (
            "没有因保护第三方合法权益或者危及“三安全一稳定”而不予公开的情形。",
            "applications.denied.third_party+denied.safety_stability.total",
        ),
    ],
)
def test_a_denial_is_a_claim_of_nothing(text: str, cells: str) -> None:
    assert said(text) == [(cells, 0)]


def test_a_denial_of_two_kinds_of_cases_is_one_of_both() -> None:
    rows = "reconsideration+direct_suit+suit_after_reconsideration"
    assert said("没有因政府信息公开被申请行政复议、提起行政诉讼的情况。") == [(f"litigation.{rows}.total", 0)]


def test_none_of_all_that_were_told_denies_it_of_each() -> None:
    every = "reconsideration+direct_suit+suit_after_reconsideration"
    told = said("政府信息公开行政复议9件、行政诉讼5件，均无被纠正情形。")
    assert told[-1] == (f"litigation.{every}.corrected", 0)
    apart = said("政府信息公开行政复议9件；政府信息公开行政诉讼5件，均无被纠正情形。")
    assert apart[-1] == ("litigation.direct_suit+suit_after_reconsideration.corrected", 0)


def test_what_is_told_of_one_kind_of_cases_and_joined_to_another_is_told_of_both() -> None:
    joined = said("因政府信息公开，尚未审结的行政复议1件、行政诉讼2件。")
    assert joined == [
        ("litigation.reconsideration.pending", 1),
        ("litigation.direct_suit+suit_after_reconsideration.pending", 2),
    ]
    assert said("因政府信息公开，尚未审结的行政复议1件，行政诉讼5件。") == joined[:1]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("未发生因政府信息公开引起的行政复议。", Certainty.CERTAIN),
        ("未发生因办理不及时引起的行政复议。", Certainty.UNSURE),
        ("没有因政府信息公开收费引起的行政复议。", Certainty.UNSURE),
    ],
)
def test_a_denial_of_cases_of_one_reason_denies_no_others(text: str, certainty: Certainty) -> None:
    assert [claim.certainty for claim in read(text, place="litigation")] == [certainty]


@pytest.mark.parametrize(
    "text", ["到期的申请均已办结。", "上年结转的申请2件均已办结。", "收到申请26件，2件在办，其余均已办结。"]
)
def test_that_some_are_all_closed_says_nothing_of_the_rest(text: str) -> None:
    assert not any(claim.denied for claim in read(REQUESTS + text))


def test_numbers_have_the_unit_that_their_sentence_declares() -> None:
    text = "予以公开10、部分公开3，单位：件。不予公开2。1、无法提供8。"
    assert said(text) == [("applications.granted.total", 10), ("applications.partial.total", 3)]


def shares(text: str) -> list[tuple[str, str]]:
    """A passage on requests in, cells and whole of each share out."""
    found = [claim for claim in read(REQUESTS + text) if claim.whole]
    return [(str(claim.cells), str(claim.whole)) for claim in found]


def test_kinds_of_applicants_beside_each_other_are_shares_of_all() -> None:
    assert shares("自然人20件，占76.9%；企业4件，占15.4%。") == [
        ("applications.new.natural_person", "applications.new.total"),
        ("applications.new.business", "applications.new.total"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "办结的申请中，自然人22件，占84.6%；企业4件，占15.4%。",
        "自然人20件；法人6件，其中企业4件，占66.7%。",
        "企业4件，占66.7%；律师事务所1件，占16.7%。",
        "自然人20件、企业4件，其余2件，占7.7%。",
    ],
)
def test_a_share_of_what_is_not_said_to_be_all_is_of_nothing(text: str) -> None:
    assert not shares(text)


@pytest.mark.parametrize(
    ("speaker", "name", "scope", "certainty"),
    [
        (BUREAU, "青石县水利局", "own", Certainty.CERTAIN),
        (BUREAU, "县水利局", "own", Certainty.CERTAIN),
        (BUREAU, "局办公室", "own", Certainty.CERTAIN),
        (BUREAU, "市水利局", "other", Certainty.LIKELY),
        (TOWN, "云溪镇", "own", Certainty.CERTAIN),
        (TOWN, "镇党政办", "own", Certainty.CERTAIN),
        (TOWN, "云溪镇人民政府", "own", Certainty.CERTAIN),
        (COUNTY, "青石县", "own", Certainty.CERTAIN),
        (COUNTY, "全县范围内", "own", Certainty.CERTAIN),
        (COUNTY, "县政府办公室", "part", Certainty.CERTAIN),
    ],
)
def test_the_body_may_be_named(speaker: Speaker, name: str, scope: str, certainty: Certainty) -> None:
    (claim,) = read(f"{REQUESTS}{name}全年收到政府信息公开申请26件。", speaker)
    assert (claim.scope, claim.certainty) == (scope, certainty)


@pytest.mark.parametrize("text", ["对自然人提出的申请，予以公开7件。", "属重复申请的，作不予处理1件。"])
def test_what_is_told_of_a_kind_is_no_more_than_the_whole(text: str) -> None:
    assert [claim.relation for claim in read(REQUESTS + text)] == ["part"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("行政复议案件均已审结。", "reconsideration.pending"),
        ("行政诉讼5件，全部审结。", "direct_suit+suit_after_reconsideration.pending"),
        ("未经复议径行起诉的2件均已办结。", "direct_suit.pending"),
        (
            "年末行政复议、行政诉讼全部了结。",
            "reconsideration+direct_suit+suit_after_reconsideration.pending",
        ),
    ],
)
def test_where_all_cases_are_closed_none_is_pending(text: str, cells: str) -> None:
    (claim,) = (claim for claim in read(text, place="litigation") if claim.denied)
    assert (str(claim.cells), claim.value) == (f"litigation.{cells}", 0)


@pytest.mark.parametrize(
    "text",
    [
        "上年结转的行政复议均已审结。",
        "目前行政复议均已审结。",
        "重大行政复议案件均已审结。",
        "行政复议9件，其中维持5件，均已审结。",
        "行政复议均按期审结。",
        "行政复议未全部审结。",
    ],
)
def test_that_some_cases_are_closed_says_nothing_of_the_rest(text: str) -> None:
    assert not any(claim.denied for claim in read(text, place="litigation"))


@pytest.mark.parametrize("text", ["26件，全部办结。", "26件均已办结。", "26件，全部答复完毕。"])
def test_what_is_all_closed_leaves_nothing_over(text: str) -> None:
    assert ("applications.carried_out.total", 0) in said(f"收到申请{text}")


@pytest.mark.parametrize(
    ("rate", "certainties"), [("办结率", [Certainty.LIKELY]), ("按时办结率", []), ("及时答复率", [])]
)
def test_a_rate_may_be_of_those_that_were_due(rate: str, certainties: list[Certainty]) -> None:
    found = [claim for claim in read(f"{REQUESTS}收到申请26件，{rate}100%。") if claim.denied]
    assert [claim.certainty for claim in found] == certainties


@pytest.mark.parametrize(
    "text",
    [
        "受理投诉举报16件，办结16件。",
        "收到补正材料5件。",
        "向县政府信息公开申请办理平台提交协办意见7件。",
        "收到要求公开水价的申请3件。",
        "没有因政府信息公开申请收取任何费用。",
        "无因依申请公开引发的投诉举报。",
        "严格执行20个工作日的答复期限。",
        "对3件规范性文件草案提出意见。",
        "比上年增加6件。",
        "印发文件120件，其中主动公开60件、依申请公开35件、不予公开25件。",
        "公开属性审查：主动公开60件、依申请公开35件。",
        "收到公民申请26件。",
        "申请办理流程图5份。",
        "征求第三方意见3次，补正4件。",
        "重点做好建设工程类申请办理，共收到9件。",
        "水价、工程是申请的重点，分别收到8件、11件。",
        "收到的申请中有18件要求提供纸质文件。",
        "依照第三十六条答复申请21件。",
        "因政府信息公开新增行政复议7件。",
        "四季度未收到申请。",
        "未收到有关政府信息公开收费的申请。",
        "未发生因信息公开答复不规范被复议纠错的情况。",
        "行政处罚按简易程序办理9件。",
        "针对复杂申请，全年办理9件。",
        "对5个工作日内办结的申请，共办理9件。",
        "共收到17件来函申请。",
        "引发行政复议的申请有6件。",
        "有17件申请超过20个工作日。",
        "9件企业行政处罚。",
        "依申请公开方面维持3件。",
        "全年没有县外政府信息公开申请。",
        "无重复申请引起的行政诉讼案件。",
        "作出行政处罚，未发生行政复议、行政诉讼。",
        "全年行政诉讼22件，其中涉及政府信息公开5件。",
        "政府信息公开工作扎实推进，全年行政复议36件。",
        "政府信息公开类占全部行政复议的比重较小，全年行政复议36件。",
        "自然人提起的政府信息公开行政复议8件。",
        "主动公开行政复议案件36件，行政处罚案件12件。",
        "法律顾问参与政府信息公开行政复议4件、行政诉讼2件。",
        "因依申请公开引起的行政复议7件，因主动公开引起的行政复议2件。",
        "各部门收到申请15件，各乡镇收到申请11件。",
    ],
)
def test_what_looks_alike_and_is_not(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "scope"),
    [
        ("全县收到申请26件。", COUNTY, "own"),
        ("全县收到申请26件。", BUREAU, "other"),
        ("县水利局收到申请26件。", BUREAU, "own"),
        ("县林业局收到申请26件。", BUREAU, "other"),
        ("县水利局收到申请26件。", COUNTY, "part"),
        ("县政府本级收到申请26件。", COUNTY, "part"),
        ("县政府收到申请26件。", COUNTY, "unknown"),
        ("市级机关收到申请26件。", COUNTY, "part"),
        ("代表县政府答复申请26件。", BUREAU, "other"),
        ("县林业局办理工作规范。收到申请26件。", BUREAU, "own"),
        ("县林业局的情况如下。其中收到申请26件。", BUREAU, "other"),
        ("全县的情况如下。收到申请26件。", BUREAU, "other"),
        ("全县各级各部门收到申请26件。", COUNTY, "own"),
        ("全县各乡镇、各部门收到申请26件。", COUNTY, "own"),
        ("全县各乡镇收到申请26件。", COUNTY, "other"),
        ("镇政府收到申请26件。", TOWN, "own"),
        ("县政府收到申请26件。", TOWN, "other"),
        ("向县政府申请行政复议3件。", BUREAU, "own"),
    ],
)
def test_whose_figures_they_are(text: str, speaker: Speaker, scope: str) -> None:
    assert [claim.scope for claim in read(REQUESTS + text, speaker)] == [scope]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年收到申请26件。", "year"),
        ("截至2023年12月31日收到申请26件。", "year"),
        ("截至12月31日收到申请26件。", "year"),
        ("统计期内累计收到申请26件。", "year"),
        ("全年累计收到申请26件。", "year"),
        ("截至2023年底，累计收到申请26件。", "several"),
        ("近三年收到申请26件。", "several"),
        ("2022年收到申请26件。", "before"),
        ("2024年收到申请26件。", "next"),
        ("12月收到申请26件。", "part"),
        ("2022年办理工作平稳。收到申请26件。", "before"),
        ("与2022年的20件相比，收到申请26件。", "year"),
        ("2022年办理工作平稳，本年度收到申请26件。", "year"),
        ("上半年收到12件，下半年收到14件，全年共收到申请26件。", "year"),
        ("上年收到20件，当年办结18件。", "before"),
        ("2024年1月收到的3件申请不计入本年度。", "part"),
        ("第四季度新收7件，办结9件。", "part"),
    ],
)
def test_of_when_they_are(text: str, period: str) -> None:
    assert read(REQUESTS + text)[-1].period == period


@pytest.mark.parametrize(
    ("text", "relation", "exact"),
    [
        ("通过网络收到申请15件。", "part", True),
        ("单日最多收到申请5件。", "part", True),
        ("受理有效申请24件。", "part", True),
        ("因不服不予公开决定申请行政复议3件。", "part", True),
        ("通过网络、信函等方式收到申请26件。", "all", True),
        ("收到申请约26件。", "all", False),
        ("收到申请20余件。", "all", False),
    ],
)
def test_what_narrows_a_number_and_what_makes_it_inexact(text: str, relation: str, exact: bool) -> None:
    assert [(claim.relation, claim.exact) for claim in read(REQUESTS + text)] == [(relation, exact)]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("行政复议9件。", Certainty.LIKELY),
        ("收到申请26件，其中1件撤回。", Certainty.UNSURE),
        ("行政诉讼1件，复议后起诉2件，均因政府信息公开引起。", Certainty.UNSURE),
        ("答复25份。", Certainty.UNSURE),
        ("因政府信息公开行政复议7件，上年结转2件。", Certainty.UNSURE),
        ("规范性文件2件。", Certainty.LIKELY),
    ],
)
def test_how_sure_a_reading_is(text: str, certainty: Certainty) -> None:
    assert read(REQUESTS + text)[0].certainty is certainty


@pytest.mark.parametrize(
    ("text", "kind", "worked"),
    [
        ("网站300条、公众号200条，共计510条。", "sum", 500),
        ("公开500条，动态300条、公告120条、其他90条。", "sum", 510),
        ("公开500条，其中民生类300条，占66%。", "share", 60),
        ("应办28件，办结26件，办结率98.2%。", "share", 93),
        ("发布860条，占全部1290条的76.7%。", "share", 67),
        ("收到26件，较上年的32件下降28.75%。", "change", -19),
        ("较上年的400条增加100条，增长35%。", "change", 25),
        ("由上年的400条增至500条，增长35%。", "change", 25),
        ("网上占60%、信函占35%、其他占15%。", "division", 110),
        ("收到留言30条，回复32条。", "excess", 30),
        ("公开500条，同比（400条）增长35%。", "change", 25),
        ("关注数达500人，年初为400人，增加90人。", "change", 100),
    ],
)
def test_figures_that_do_not_go_together(text: str, kind: str, worked: int) -> None:
    found = [(one.kind, round(one.worked or 0), one.fits) for one in related(text)]
    assert found == [(kind, worked, False)]


@pytest.mark.parametrize(
    "text",
    [
        "2022年信息增长12.5%。",
        "许可346件，较上年增长5.2%；处罚28件，下降12.5%。",
        "完成投资3.26亿元，占计划的108.7%。",
        "约500条，较上年的400条增长30%。",
    ],
)
def test_figures_of_which_one_is_missing_say_nothing(text: str) -> None:
    assert related(text) == []


def test_an_entry_stands_for_all_its_words() -> None:
    assert list(spelled("申请(事(项|)|)")) == ["申请事项", "申请事", "申请"]


def test_words_that_were_written_out_before_mean_the_same() -> None:
    data = builtin.claims()
    written = json.loads(json.dumps(written_out(data)))
    made, again = words_from(data, written), words_from(data)
    assert made.lengths.keys() == words().lengths.keys()
    for letter in made.lengths:
        assert made.known[letter] == again.known[letter] == words().known[letter]
    assert made.lengths == again.lengths
    assert made.plain == again.plain


def test_a_claim_says_where_its_number_its_subject_and_its_cue_stand() -> None:
    text = "收到政府信息公开申请26件。"
    (claim,) = read(text)
    spans = [claim.number, claim.subject or (0, 0), claim.cue or (0, 0)]
    assert [text[first:last] for first, last in spans] == ["26件", "政府信息公开申请", "收到"]


@pytest.mark.parametrize(
    ("body", "scope"), [("青石综合实验区管委会", "own"), ("青石区工业园区管委会", "other")]
)
def test_a_zone_is_a_whole_of_its_own_unless_it_lies_in_a_district(body: str, scope: str) -> None:
    speaker = Speaker.of(Facts(body=body, year=2023))
    assert [claim.scope for claim in read(f"{REQUESTS}全区收到申请26件。", speaker)] == [scope]


def test_a_rate_of_results_is_a_share_of_all_that_were_closed() -> None:
    (claim,) = read(f"{REQUESTS}予以公开率为38.5%。")
    assert (str(claim.cells), str(claim.whole), claim.relation) == (
        "applications.granted.total",
        "applications.total.total",
        "share",
    )


def test_a_rate_of_outcomes_may_be_of_those_that_were_decided() -> None:
    (claim,) = read("行政复议纠错率11.1%。", place="litigation")
    assert (str(claim.whole), claim.certainty) == ("litigation.reconsideration.total", Certainty.CERTAIN)


@pytest.mark.parametrize("text", ["已审结的4件诉讼中，法院维持3件。", "诉讼5件均已审结，法院维持3件。"])
def test_those_that_were_decided_are_all_that_have_an_outcome(text: str) -> None:
    *_, claim = read(f"政府信息公开情况。{text}", place="litigation")
    assert (claim.cells and claim.cells.columns, claim.certainty) == (("upheld",), Certainty.CERTAIN)


def test_extract_gives_claims() -> None:
    found: Any = api.extract("一、总体情况\n全年收到政府信息公开申请5件。\n", "report.txt")["claims"]
    (claim,) = found
    assert (claim["cells"], claim["value"], claim["line"]) == ("applications.new.total", "5", 2)


@pytest.mark.parametrize(
    "text",
    ["收到留言30条，上年结转2条，回复32条。", "接到来电30个，答复32件。", "收到留言30条，办结信访积案32条。"],
)
def test_what_was_done_is_held_against_what_came_in_of_the_same(text: str) -> None:
    assert all(one.fits or not one.sure for one in related(text))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["完善审查、发布、考核等3项制度。"], [(3, 3, True)]),
        (["完善审查、发布等3项制度，审查、发布、考核等2种措施。"], [(3, 2, True), (2, 3, False)]),
        (["存在两个方面的问题：一是甲；二是乙；三是丙。"], [(2, 3, False)]),
        (["抓好三大重点工作：一是甲。", "二是乙。", "三是丙。"], [(3, 3, True)]),
        (["抓好三方面：一是甲。二是乙。", "（一）三是丙。"], [(3, 2, False)]),
        (["抓好三方面：一是甲。二是乙：一是丙。"], []),
        (
            [
                "抓好第三方面：一是甲。二是乙。",
                "抓好三方面：一是甲。",
                "做法：甲等3项制度。",
                "全文有甲一、乙二等1个方面。",
            ],
            [],
        ),
    ],
    ids=str,
)
def test_a_list_is_as_long_as_it_is_said_to_be(texts: list[str], found: list[tuple[int, int, bool]]) -> None:
    read = [each for nth in range(len(texts)) for each in lengths(texts, nth, words().announced)]
    assert [(each.stated, each.worked, each.fits) for each in read] == found
