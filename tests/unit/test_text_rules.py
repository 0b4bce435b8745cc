"""Rules on running text: where they look, what captures say, lists inside a match, whole sections, finders."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.data import yamlfile
from gdlint.data.resources import rule_files
from gdlint.matching import patterns
from gdlint.matching.literals import needed
from gdlint.matching.passages import PLACES
from gdlint.scopes.context import Context
from support.rules import outcome, shown, text_of

FIND = {"each": None, "check": None}


def marked(text: str, **changes: Any) -> list[str]:
    """A text and a rule in, the stretches of the source that its findings mark out."""
    found = outcome(text, **{**FIND, **changes}).findings
    return [text[spot.start : spot.end] for finding in found for spot in finding.spots]


def counts(text: str, **changes: Any) -> tuple[int, int, int]:
    """How many cases of a rule are true, false and unknown."""
    found = outcome(text, **{**FIND, **changes})
    return found.true, found.false, found.unknown


def prose(overall: str, **changes: Any) -> str:
    """A report with a sentence in section one."""
    return text_of(text={"overall": overall}, **changes)


# Where a rule looks


@pytest.mark.parametrize(
    ("find", "sentence"),
    [
        ("丙", "丙丁"),
        ("乙。", "甲乙。"),
        ("乙。丙", "甲乙。丙丁"),
        ("乙。丙丁", "甲乙。丙丁"),
        ("乙。丙丁。", "甲乙。丙丁。"),
        ("戊", "戊"),
    ],
)
def test_a_sentence_holds_all_of_a_match(find: str, sentence: str) -> None:
    assert shown("sentence", prose("甲乙。丙丁。戊"), each=None, find=find) == sentence


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (None, ["甲", "甲乙", "甲丙", "甲丁"]),
        ("text", ["甲", "甲乙", "甲丙", "甲丁"]),
        ("title", ["甲"]),
        ("front", ["甲乙"]),
        ("overall", ["甲丙"]),
        (["front", "overall"], ["甲乙", "甲丙"]),
        ("signature", ["甲丁"]),
        ("problems", []),
        ("headings", ["甲戊"]),
        ("labels", ["甲己"]),
    ],
)
def test_in_names_the_places(places: Any, found: list[str]) -> None:
    text = text_of(
        title="甲镇人民政府2022年政府信息公开工作年度报告",
        intro="甲乙。",
        text={"overall": "甲丙。"},
        signature={"body": "甲丁镇人民政府", "date": "2023年1月20日"},
        headings={"others": "六、其他需要报告的甲戊事项"},
        labels={"applications": {"granted": "（一）予以甲己公开"}},
    )
    assert marked(text, find="甲[乙丙丁戊己]?", **({"in": places} if places else {})) == found


def test_the_whole_file_is_one_text() -> None:
    assert marked("不是报告\n第二行", find="告\n第", **{"in": "source"}) == ["告\n第"]


def test_every_place_is_explained() -> None:
    assert all(PLACES.values())


@pytest.mark.parametrize(
    ("each", "found"),
    [("paragraph", ["甲一。乙二；丙三", "丁"]), ("sentence", ["甲一。", "乙二；", "丙三", "丁"])],
)
def test_paragraphs_and_sentences_are_cases(each: str, found: list[str]) -> None:
    text = text_of(intro="甲一。乙二；丙三\n\n丁")
    assert marked(text, each=each, check="false", **{"in": "front"}) == found


def test_a_case_knows_what_stands_around_it() -> None:
    text = text_of(intro="前段。\n\n一句。甲前某甲后；三句。\n\n后段。")
    fields = "{before}|{match}|{after}|{sentence}|{paragraph_before}|{paragraph_after}|{place}"
    (finding,) = outcome(
        text, **FIND, find="某", message={"zh": fields, "en": ""}, **{"in": "front"}
    ).findings
    assert finding.message["zh"] == "甲前|某|甲后|甲前某甲后|前段。|后段。|front"


def test_a_paragraph_at_the_edge_of_its_section_has_no_neighbour() -> None:
    text = text_of(intro="仅此一段。")
    assert counts(
        text, find="仅此", check="known(paragraph_before) or known(paragraph_after)", **{"in": "front"}
    ) == (0, 1, 0)


def test_a_number_that_a_line_break_cuts_is_one_number_at_its_place() -> None:
    sentence = (
        "全年围绕中心工作认真推进公开，共收到政府信息公开申请合计1234件，均按照规定的时限予以答复并且归档。"
    )
    cut = sentence.index("1234") + 2
    full = "按照规定的时限和方式予以公开，并在网站上设立专栏方便群众查阅\n" * 4
    text = text_of(intro=f"{full}{sentence[:cut]}\n{sentence[cut:]}", applications={"new": {"total": 1234}})
    rule = {"find": "申请合计{n:number}件", "at": "n", "in": "front"}
    assert counts(text, check="n == applications[new, total]", **rule) == (1, 0, 0)
    assert marked(text, **rule) == ["12\n34"]


# Captures


RECEIVED = "(?:收到|受理)[^。；]{0,20}?申请\\s*{n:number}\\s*(?:件|次|条|份)"


@pytest.mark.parametrize(
    ("sentence", "truths"),
    [
        ("共收到政府信息公开申请3件。", (1, 0, 0)), ("共收到政府信息公开申请三件。", (1, 0, 0)), ("受理申请３件。", (1, 0, 0)),
        ("收到申请4件。", (0, 1, 0)), ("收到申请约3件。", (0, 0, 1)), ("收到申请3余件。", (0, 0, 1)), ("收到申请3-5件。", (0, 0, 1)),
        ("全县收到申请9件。", (0, 0, 0)), ("办结申请9件。", (0, 0, 0)), ("收到申请3件，收到申请4件。", (1, 1, 0)),
    ],
)  # fmt: skip
def test_a_number_in_the_text_is_held_against_the_table(sentence: str, truths: tuple[int, int, int]) -> None:
    text = prose(sentence, applications={"new": {"total": 3}})
    assert counts(text, find=RECEIVED, unless="全[市县区]", check="n == applications[new, total]") == truths


@pytest.mark.parametrize("gap", ["[^。]{0,20}", "[^。]*"])
def test_a_number_that_a_pattern_cuts_is_unknown(gap: str) -> None:
    assert counts(prose("共公开信息120条。"), find=f"共{gap}{{n:number}}条", check="n == 120") == (0, 0, 1)
    assert counts(prose("共公开信息一百二十条。"), find=f"共{gap}{{n:number}}条", check="n == 120") == (
        0,
        0,
        1,
    )


def test_a_lazy_gap_leaves_the_number_whole() -> None:
    assert counts(prose("共公开信息120条。"), find="共[^。]{0,20}?{n:number}条", check="n == 120") == (
        1,
        0,
        0,
    )


@pytest.mark.parametrize(
    ("find", "sentence", "value"),
    [
        ("收费{m:money}", "收费3.5万元。", "35000"),
        ("占{p:percent}", "占98.50%。", "98.50"),
        ("截至{d:date}", "截至2022年12月31日。", "2022年12月31日"),
        ("于{y:year}年", "于二〇二二年。", "2022"),
        ("(?P<w>甲|乙)类", "乙类。", "乙"),
        ("《{name:document}》", "《国办公开办函〔2021〕30号》。", "国办公开办函〔2021〕30号"),
    ],
)  # fmt: skip
def test_captures_read_what_they_say(find: str, sentence: str, value: str) -> None:
    name = find.rsplit("{", maxsplit=1)[-1].split(":", maxsplit=1)[0] if "{" in find else "w"
    assert shown(name, prose(sentence), each=None, find=find) == value


def test_a_capture_that_took_no_part_is_unknown() -> None:
    assert counts(prose("甲乙。"), find="甲(?:{n:number}件)?乙", check="n == 1") == (0, 0, 1)
    assert counts(prose("甲乙。"), find="甲(?:{n:number}件)?乙", check="known(n)") == (0, 1, 0)


def test_what_is_inexact_is_at_hand_for_those_who_ask() -> None:
    text = prose("公开68余条。")
    assert shown("about(n)", text, each=None, find="公开{n:number}条") == "68"
    assert shown("printed(n)", text, each=None, find="公开{n:number}条") == "68余"
    assert counts(text, find="公开{n:number}条", check="exact(n)") == (0, 1, 0)


def test_at_names_captures_and_cells() -> None:
    text = prose("收到申请4件。", applications={"new": {"total": 3}})
    rule = {
        "find": RECEIVED,
        "check": "n == applications[new, total]",
        "at": ["n", "applications[new, total]"],
    }
    assert marked(text, **rule) == ["4", "3"]


def test_at_falls_back_on_the_match() -> None:
    assert marked(prose("甲乙。"), find="甲(?:{n:number}件)?乙", at="n") == ["甲乙"]


# Lists and counts


LIST = "共[^，。；]{0,20}?{n:number}条[，,]其中(?P<parts>[^。；]+)"


@pytest.mark.parametrize(
    ("sentence", "truths"),
    [
        ("共公开信息10条，其中网站3条、公告栏7条。", (1, 0, 0)), ("共公开信息10条，其中网站3条、公告栏6条。", (0, 1, 0)),
        ("共公开10条，其中网站3条、公告栏6余条。", (0, 0, 1)), ("共公开10条，其中网站三条、公告栏七条。", (1, 0, 0)),
    ],
)  # fmt: skip
def test_the_parts_of_a_list_are_added(sentence: str, truths: tuple[int, int, int]) -> None:
    check = {"let": {"parts_sum": "sum(all(parts, '{k:number}条'))"}, "check": "n == parts_sum"}
    assert counts(prose(sentence), find=LIST, **check) == truths


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("counted(prose(front), '甲')", "3"), ("all(prose(front), '甲.')", "甲一、甲二、甲2"),
        ("count(all(prose(front), '甲.'))", "3"), ("first(all(prose(front), '甲{n:number}'))", "1"),
        ("last(all(prose(front), '甲{n:number}'))", "2"), ("largest(all(prose(front), '甲{n:number}'))", "2"),
        ("smallest(all(prose(front), '甲{n:number}'))", "1"), ("count(distinct(all(prose(front), '甲{n:number}')))", "2"),
        ("sum(all(prose(front), '甲{n:number}'))", "5"), ("sum([1, 2.5])", "3.5"), ("first(all(body, '甲'))", "？"),
        ("largest(all(prose(front), '乙{n:number}'))", "？"), ("sum(all(prose(front), '乙{n:number}'))", "？"),
        ("count(items('甲、乙，丙；丁'))", "4"), ("number('三百')", "300"), ("number('三百余')", "？"), ("decimals('0.5500')", "4"),
        ("decimals('12')", "0"), ("round(2 / 3, 2)", "0.67"), ("round(0.125, 2)", "0.13"), ("distance('甲乙丙', '甲丁')", "2"),
        ("chosen([1 == 1, 1 == 2, 1 < 2], ['甲', '乙', '丙'])", "甲、丙"), ("count(chosen([matches(body, '局')], ['甲']))", "0"),
        ("chosen([year > 1, template / 0 > 1], ['甲', '乙'])", "甲"), ("chosen([1 == 1], ['甲', '乙'])", "？"),
        ("month(signature_date) * 100 + day(signature_date)", "120"), ("length(compact(prose(others)))", "20"),
    ],
)  # fmt: skip
def test_functions_of_texts_and_lists(expression: str, value: str) -> None:
    assert shown(expression, text_of(intro="甲一，甲二，甲2，乙约3。")) == value


@pytest.mark.parametrize(
    ("check", "truth"),
    [
        ("near(33.3, 100 / 3, 0.1)", True), ("near(33, 100 / 3, 0.1)", False), ("starts(body, '青石')", True),
        ("is_id_number('11010519491231002X')", True), ("is_id_number('110105194912310021')", False),
        ("is_id_number('11010519491331002X')", False), ("is_id_number('110105491231002')", True), ("is_id_number('')", False),
        ("is_card_number('6222021234567890129')", False), ("is_card_number('4111111111111111')", True),
        ("elsewhere('通过灵川县', ['广西壮族自治区', '桂林市', '阳朔县'])", True),
        ("elsewhere('桂林市', ['广西壮族自治区', '桂林市', '阳朔县'])", False),
        ("elsewhere('阳朔县', ['广西壮族自治区', '桂林市'])", False),
        ("known(elsewhere('青石县', ['广西壮族自治区']))", False), ("known(elsewhere('城区', ['广西壮族自治区']))", False),
        ("is_card_number('4111111111111112')", False), ("matches(prose(overall, problems), '问题')", True),
        ("matches(prose(overall), '问题')", False), ("contains(prose(text), '其他')", False), ("contains(prose(headings), '其他')", True),
    ],
)  # fmt: skip
def test_conditions_on_texts(check: str, truth: bool) -> None:
    found = outcome(text_of(), check=check)
    assert (found.true, found.false, found.unknown) == (int(truth), int(not truth), 0)


def test_the_prose_of_a_section_leaves_out_the_signature() -> None:
    assert shown("prose(others)", text_of()) == "本年度未收取政府信息公开信息处理费。\n无。"


def test_the_prose_of_a_section_that_is_not_there_is_unknown() -> None:
    text = text_of(without=["problems"])
    assert shown("prose(problems)", text) == "？"
    assert "无。" in shown("prose(problems, others)", text)


def test_a_section_knows_its_text() -> None:
    text = text_of(without=["problems"])
    rule = {"each": "section", "when": 'key in ["problems", "others"]', "check": "length(compact(text)) > 30"}
    assert counts(text, **rule) == (0, 1, 1)


# Groups, other reports, options


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("applications[denied, total]", "3"), ("applications[new, organisations]", "5"), ("applications[results, total]", "3"),
        ("sum(applications[denied, total])", "3"),
    ],
)  # fmt: skip
def test_a_group_in_a_cell_is_a_sum(expression: str, value: str) -> None:
    figures = {
        "denied.process": {"total": 1},
        "denied.inquiry": {"total": 2},
        "new": {"business": 4, "other": 1},
    }
    assert shown(expression, text_of(applications=figures)) == value


@pytest.mark.parametrize(
    "check",
    [
        "previous.year == year - 1", "previous.applications[carried_out, total] == applications[carried_in, total]",
        "sum(members.applications[new, total]) == applications[new, total]", "count(members.body) > 1",
        "largest(members.signature_date) < signature_date", "matches(previous.body, '镇')",
    ],
)  # fmt: skip
def test_other_reports_are_checked_and_unknown(check: str) -> None:
    found = outcome(text_of(), check=check)
    assert (found.true, found.false, found.unknown) == (0, 0, 1)
    assert outcome(text_of(), check=f"not known(previous.year) or {check}").true == 1


def test_a_bare_name_of_another_report_is_that_of_the_case() -> None:
    found = outcome(text_of(), each="column in applications", check="carried_in == previous.carried_out")
    assert found.unknown == 7
    assert outcome(text_of(), check="known(previous.applications[new, total])").false == 1


def test_options_have_the_type_of_their_values() -> None:
    options = {"least": 2.5, "word": "镇", "wanted": True, "kinds": ["town", "street"]}
    check = "least * 2 == 5 and contains(body, word) and wanted and body_kind in kinds"
    assert outcome(text_of(), options=options, check=check).true == 1


# Finders


@pytest.mark.parametrize(
    ("finder", "check", "sentence", "found"),
    [
        ("brackets", "paired", "（甲）《乙》“丙”（丁〔2021〕3号）。", []), ("brackets", "paired", "（甲《乙》。", ["（"]),
        ("brackets", "paired", "甲）乙。", ["）"]), ("brackets", "paired", "（甲)乙。", []), ("brackets", "paired", "1）甲；2）乙。", []),
        ("brackets", "paired", "“甲”乙”。", ["”"]), ("brackets", "paired", "（甲《乙）丙》。", ["《", "》"]),
        ("doubled-words", "letters < 2", "县县人民政府。", []), ("doubled-words", "letters < 2", "政府政府情况。", ["政府政府"]),
        ("doubled-words", "letters > 1", "行行政复议，常常。", ["行行", "常常"]),
        ("repeated-sentences", "letters < 6", "我镇认真做好公开工作。甲。甲。我镇认真做好公开工作！", ["我镇认真做好公开工作"]),
    ],
)  # fmt: skip
def test_finders(finder: str, check: str, sentence: str, found: list[str]) -> None:
    text = text_of(intro=sentence)
    assert marked(text, python=finder, check=check, **{"in": "front"}) == found


def test_numbers_of_paragraphs_know_the_numbers_before_them() -> None:
    text = text_of(
        intro="一、甲\n\n（一）乙\n\n（二）丙\n\n二、丁\n\n（一）戊\n\n1. 己\n\n3. 庚\n\n2021年无编号"
    )
    words = "{style}:{number}<{last}"
    found = outcome(
        text, **FIND, python="numbering", message={"zh": words, "en": ""}, **{"in": "front"}
    ).findings
    assert [finding.message["zh"] for finding in found] == [
        "han comma:1<0", "han bracket:1<0", "han bracket:2<1", "han comma:2<1", "han bracket:1<0", "arabic point:1<0",
        "arabic point:3<1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "lines", "found"),
    [
        ("gap", ["（一）甲", "（三）乙"], ["（三）"]), ("gap", ["（一）甲", "（二）乙", "（三）丙"], []),
        ("gap", ["1.甲。2.乙。", "3.丙"], []), ("gap", ["一是甲；二是乙。", "三是丙"], []), ("gap", ["一是甲", "三是乙"], ["三是"]),
        ("gap", ["2.甲", "5.乙"], ["5."]), ("gap", ["3.甲", "1.乙"], []),
        ("again", ["（一）甲", "（二）乙", "（二）丙"], ["（二）"]), ("again", ["1.甲", "1.乙"], []),
        ("again", ["1.甲", "2.乙", "又：1.丙", "2.丁"], []),
        ("changed", ["（1）甲", "（二）乙"], ["（二）"]), ("changed", ["1.甲", "2、乙"], ["2、"]),
        ("changed", ["（一）甲", "1.乙", "2.丙", "（二）丁"], []), ("changed", ["（一）甲：1.乙。", "2.丙"], []),
        ("changed", ["（1）甲", "（三）乙"], []),
    ],
)  # fmt: skip
def test_numbers_are_held_against_those_before(what: str, lines: list[str], found: list[str]) -> None:
    text = text_of(intro="\n\n".join(lines))
    assert marked(text, python="numbering", check=f"not {what}", **{"in": "front"}) == found


# What a match must hold


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("收到申请", "收到申请"), ("(?:收到|受理)[^。]{0,20}申请件", "申请件 收到|受理"), ("收到|受理", "收到|受理"), ("a?bc", "bc"),
        ("ab?c", "a c"), ("ab*", "a"), ("ab+c", "ab c"), ("甲|[^乙]", ""), ("", ""), ("(?i)abc", ""), (".*", ""),
        ("甲{0}乙", "乙"), ("甲{2}", "甲"), ("^甲$", "甲"), (r"\x{7532}\.乙", "甲.乙"), (r"\d+件", "件"), (r"甲\b乙", "甲乙"),
        (r"甲\n乙", "甲\n乙"), ("(甲|乙)?丙", "丙"), ("(?P<n>甲乙)丙", "甲乙 丙"), (r"\p{Han}甲", "甲"), ("[]甲]乙", "乙"),
        ("[甲乙]", "甲|乙"), ("[甲-乙]", ""), ("[^甲乙]", ""), (r"[甲\d]", ""), ("[甲乙]?丙", "丙"), ("[一二三四五六七八九十百千万]", ""),
        ("(?:甲[丙丁]子丑|乙[丙丁])寅", "寅 子丑|乙"), ("甲.乙.丙.丁", "甲 乙 丙"), ("甲.甲", "甲"),
    ],
)  # fmt: skip
def test_what_a_match_must_hold(pattern: str, expected: str) -> None:
    assert needed(pattern) == tuple(tuple(one.split("|")) for one in expected.split(" ") if one)


PIECES = [
    "甲",
    "乙",
    "丙丁",
    "|",
    "(",
    ")",
    "(?:",
    "[甲乙]",
    "[^甲]",
    "?",
    "*",
    "+",
    "{0,2}",
    "{2}",
    ".",
    r"\d",
    "3",
    "^",
    "$",
    r"\.",
    r"\b",
]


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.text("甲乙丙丁3.", max_size=12))
def test_no_match_is_missed_for_what_it_must_hold(pattern: str, text: str) -> None:
    try:
        found = patterns.compiled(pattern).search(text)
    except ValueError:
        return
    assert not found or patterns.pattern(pattern).possible(text)


def test_the_patterns_of_the_catalogue_say_what_they_need() -> None:
    rules = [item for path in rule_files("catalog") for item in yamlfile.load(path)]
    finds = [part["find"] for item in rules for part in (item, *item.get("cases", ())) if "find" in part]
    assert finds
    assert sum(1 for find in finds if patterns.pattern(find).needed) >= len(finds) // 2


def test_a_text_with_thousands_of_matches_is_bounded() -> None:
    report = api.parse(text_of(intro="甲" * 5000))
    assert Context(report).prose(("front",)).count("甲") == 5000
    assert shown("count(all(prose(front), '甲'))", text_of(intro="甲" * 5000)) == "？"
    assert len(outcome(text_of(intro="甲" * 5000), **FIND, find="甲", **{"in": "front"}).findings) == 1000
