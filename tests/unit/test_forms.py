"""The official forms, and how printed labels, figures, dates and names are held against them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint import api
from gdlint.forms.labels import align, column_labels, find_exact, row_labels, wording_is_official
from gdlint.forms.titles import body_kind
from gdlint.lexicon.table_cells import read_figures
from gdlint.model.document import Cell
from gdlint.model.form import TableForm, Type
from gdlint.model.report import Facts, Report
from generate.forms import APPLICATIONS, CORNER, DISCLOSURE, LITIGATION_LABELS, SECTIONS, columns_of, rows_of
from support.rules import text_of

FORMS: Final = api.forms()
TABLES: Final = FORMS.tables
TEMPLATES: Final = (2019, 2021)


# The forms


def test_sections() -> None:
    assert [(form.key, f"{form.number}、{form.title}") for form in FORMS.sections] == list(SECTIONS)


def test_tables_stand_in_their_sections() -> None:
    assert {key: form.section for key, form in TABLES.items()} == {
        "disclosure": "disclosure", "applications": "applications", "litigation": "litigation",
    }  # fmt: skip


@pytest.mark.parametrize("template", TEMPLATES)
def test_disclosure_parts_have_the_official_clauses_rows_and_columns(template: int) -> None:
    form = TABLES["disclosure"]
    parts = [part for part in form.parts if template in part.templates]
    assert [
        (
            part.clause,
            tuple((key, label(form.column(key, template))) for key in part.columns),
            tuple((key, label(form.row(key, template))) for key in part.rows),
        )
        for part in parts
    ] == [tuple(clause) for clause in DISCLOSURE[template]]


def label(form: Any) -> str:
    """A row or column in, its official label out."""
    text: str = form.label
    return text


@pytest.mark.parametrize("template", TEMPLATES)
def test_applications_have_the_official_rows(template: int) -> None:
    rows = [row for row in TABLES["applications"].rows if template in row.templates]
    assert [(row.key, row.label) for row in rows] == [(row.key, row.label) for row in APPLICATIONS[template]]


def test_applications_have_the_official_columns() -> None:
    columns = TABLES["applications"].columns
    assert [(column.key, column.label) for column in columns] == [
        ("natural_person", "自然人"), ("business", "商业企业"), ("research", "科研机构"), ("social", "社会公益组织"),
        ("legal", "法律服务机构"), ("other", "其他"), ("total", "总计"),
    ]  # fmt: skip
    assert {column.path for column in columns[1:6]} == {("法人或其他组织",)}
    assert CORNER in TABLES["applications"].heads


def test_litigation_has_the_official_groups_and_outcomes() -> None:
    form = TABLES["litigation"]
    assert [(row.key, row.label) for row in form.rows] == [
        ("reconsideration", "行政复议"), ("direct_suit", "未经复议直接起诉"),
        ("suit_after_reconsideration", "复议后起诉"),
    ]  # fmt: skip
    assert tuple(column.label for column in form.columns) == LITIGATION_LABELS


@pytest.mark.parametrize(
    ("table", "template", "rows", "cells"),
    [
        ("disclosure", 2019, 8, 22),
        ("disclosure", 2021, 6, 10),
        ("applications", 2019, 23, 161),
        ("applications", 2021, 25, 175),
        ("litigation", 2019, 3, 15),
        ("litigation", 2021, 3, 15),
    ],
)
def test_each_form_has_the_official_number_of_rows_and_cells(
    table: str, template: int, rows: int, cells: int
) -> None:
    form = TABLES[table]
    there = [key for key in dict.fromkeys(row.key for row in form.rows) if form.columns_of(key, template)]
    assert tuple(there) == rows_of(table, template)
    assert len(there) == rows
    assert sum(len(form.columns_of(key, template)) for key in there) == cells
    assert all(form.columns_of(key, template) == columns_of(table, key, template) for key in there)


def test_types_and_units() -> None:
    types = {column.key: column.type for form in TABLES.values() for column in form.columns}
    assert {key for key, kind in types.items() if kind != "count"} == {"change", "amount"}
    assert (types["change"], types["amount"]) == ("signed", "amount")
    amounts = {template: TABLES["disclosure"].column("amount", template) for template in TEMPLATES}
    assert {key: column and column.unit for key, column in amounts.items()} == {2019: None, 2021: "万元"}


def test_identities_are_the_official_ones() -> None:
    found = {(key, identity.key): identity for key, form in TABLES.items() for identity in form.identities}
    assert set(found) == {
        ("applications", "balance"), ("applications", "result-total"), ("applications", "row-total"),
        ("litigation", "group-total"),
    }  # fmt: skip
    balance = found["applications", "balance"]
    assert (balance.each, balance.left, balance.right) == (
        "column", ("new", "carried_in"), ("total", "carried_out"),
    )  # fmt: skip
    sums = TABLES["applications"].sums
    assert len(sums["applicants"]) == 6
    assert TABLES["litigation"].sums["outcomes"] == ("upheld", "corrected", "other", "pending")


# Labels


@pytest.mark.parametrize("table", TABLES)
def test_every_official_row_and_column_is_found_by_its_label(table: str) -> None:
    form = TABLES[table]
    for way, items in ((row_labels(form), form.rows), (column_labels(form), form.columns)):
        wrong = {item.label: found for item in items if (found := find_exact(item.label, way)[0]) != item.key}
        assert wrong == {}


ROWS: Final[dict[str, tuple[str | None, str]]] = {
    "一、本年新收政府信息公开申请数量": ("new", ""),
    "本年新收政府信息公开申请数量": ("new", ""),
    " 一 、本年新收 政府信息公开申请数量\u3000": ("new", ""),
    "一.本年新收政府信息公开申请数量：": ("new", ""),
    "（二）部分公开": ("partial", ""),
    "（二）部分公开(区分处理的,只计这一情形,不计其他情形)": ("partial", ""),
    "２．其他法律、行政法规禁止公开": ("denied.law_forbidden", ""),
    "3.危及三安全一稳定": ("denied.safety_stability", ""),
    '3.危及"三安全一稳定"': ("denied.safety_stability", ""),
    "（六）其他处理": ("other_handling", ""),
    "3.其他": ("other_handling.other", ""),
    "（七）总计（件）": ("total", "件"),
    "（七）总计（各项之和": ("total", "各项之和"),
    "四、结转下年度继续办理(本机关)": ("carried_out", "本机关"),
    "（三）不予公开": (None, ""),
    "三、本年度办理结果": (None, ""),
    "本年新收": (None, ""),
    "": (None, ""),
    "（）": (None, ""),
}


@pytest.mark.parametrize("text", ROWS)
def test_a_row_is_found_without_number_punctuation_blanks_and_note(text: str) -> None:
    assert find_exact(text, row_labels(TABLES["applications"])) == ROWS[text]


COLUMNS: Final[dict[str, tuple[str | None, str]]] = {
    "本年收费金额（单位：万元）": ("amount", ""),
    "本年收费金额": ("amount", ""),
    "本年收费金额（万元）": ("amount", "万元"),
    "本年收费金额（单位：万元，保留4位小数）": ("amount", "单位：万元，保留4位小数"),
    "采购总金额（单位：元）": ("amount", "单位：元"),
    "本年增／减": ("change", ""),
    "本年增减": ("change", ""),
    "本年新\u3000制作数量": ("made", ""),
    "本年新公开数量": ("opened", ""),
    "处理决定数量": ("decisions", ""),
    "本年处理决定数量": ("decisions", ""),
}


@pytest.mark.parametrize("text", COLUMNS)
def test_a_column_is_found_with_or_without_a_note(text: str) -> None:
    assert find_exact(text, column_labels(TABLES["disclosure"])) == COLUMNS[text]


@pytest.mark.parametrize(
    ("text", "official", "expected"),
    [
        ("行政许可", ("行政许可",), True),
        ("1.行政许可（件）", ("行政许可",), True),
        ("行政许可事项", ("行政许可",), False),
        ("规范性文件", ("行政规范性文件",), False),
        ("2.其他法律法规禁止公开", ("2.其他法律行政法规禁止公开",), False),
        ("社会组织", ("社会公益组织",), False),
        ("本年新收政务公开申请数量", ("一、本年新收政府信息公开申请数量",), False),
    ],
)
def test_an_official_wording_may_differ_in_number_punctuation_and_note_only(
    text: str, official: tuple[str, ...], expected: bool
) -> None:
    assert wording_is_official(text, official) is expected


def aligned(table: TableForm, texts: Sequence[str], *, columns: bool = False) -> list[str | None]:
    """Printed labels in, their keys out."""
    way = column_labels(table) if columns else row_labels(table)
    return align(texts, [find_exact(text, way)[0] for text in texts], way)


OFFICIAL: Final = [row.label for row in APPLICATIONS[2021]]
KEYS: Final = [row.key for row in APPLICATIONS[2021]]


@pytest.mark.parametrize(
    ("key", "misprint"),
    [
        ("new", "一、本年新收政务公开申请数量"),
        ("denied.law_forbidden", "2.其他法律法规禁止公开"),
        ("denied.third_party", "4.保护第三方的合法权益"),
        ("denied.enforcement_file", "7.属于行政执法卷宗"),
        ("unavailable.not_held", "1.本机关不掌握有关信息"),
        ("not_processed.petition", "1.信访、举报、投诉申请"),
        ("not_processed.reconfirm", "5.要求确认或重新出具已获取的信息"),
        ("carried_out", "四、结转下年度办理"),
    ],
)
def test_a_misprint_is_known_by_its_place_among_the_others(key: str, misprint: str) -> None:
    at = KEYS.index(key)
    assert aligned(TABLES["applications"], [*OFFICIAL[:at], misprint, *OFFICIAL[at + 1 :]]) == KEYS


@pytest.mark.parametrize("other", ["行政检查", "网站访问量", "合计", "备注"])
@pytest.mark.parametrize("at", [0, 7, 25])
def test_a_label_like_no_official_one_stays_unknown(other: str, at: int) -> None:
    texts = [*OFFICIAL[:at], other, *OFFICIAL[at:]]
    assert aligned(TABLES["applications"], texts) == [*KEYS[:at], None, *KEYS[at:]]


def test_similar_official_labels_are_never_taken_for_each_other() -> None:
    assert aligned(TABLES["applications"], OFFICIAL) == KEYS
    swapped = [OFFICIAL[1], OFFICIAL[0], *OFFICIAL[2:]]
    assert aligned(TABLES["applications"], swapped) == [KEYS[1], KEYS[0], *KEYS[2:]]


@pytest.mark.parametrize(
    ("texts", "keys"),
    [
        (["自然人", "商业企业", "科研机构", "社会组织", "法律服务机构", "其他", "总计"],
         ["natural_person", "business", "research", "social", "legal", "other", "total"]),
        (["自然人", "企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"],
         ["natural_person", "business", "research", "social", "legal", "other", "total"]),
    ],
)  # fmt: skip
def test_a_misprinted_column_is_known_by_its_place(texts: list[str], keys: list[str]) -> None:
    assert aligned(TABLES["applications"], texts, columns=True) == keys


PARTIAL: Final = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"


def split_label(cut: int) -> str:
    """A report in tab-separated rows with one label that a page break cut in two, at a number of characters."""
    whole = "2.其他法律行政法规禁止公开"
    text = text_of(shape="tsv", applications={"denied.law_forbidden": {"business": 7, "total": 7}})
    (line,) = [line for line in text.split("\n") if whole in line]
    width = line.count("\t") + 1
    rest = "\t".join(["", "", whole[cut:], *[""] * (width - 3)])
    return text.replace(line, line.replace(whole, whole[:cut]) + "\n\n" + rest)


@pytest.mark.parametrize("cut", range(4, 13))
def test_a_label_that_a_page_break_cut_is_put_together(cut: int) -> None:
    report = api.parse(split_label(cut))
    figures = report.tables["applications"].figures
    assert figures["denied.law_forbidden", "business"].value == 7
    assert len(figures) == 175
    assert {finding.code for finding in api.lint(split_label(cut)).findings} <= {"GD401", "GD402"}


@pytest.mark.parametrize(
    ("official", "first", "rest"),
    [
        ("行政处罚", "行政处罚（各", "单位一律为0）"),
        (PARTIAL, "（二）部分公开（区分处理的，只计", "这一情形，不计其他情形）"),
    ],
)
def test_a_bracket_that_a_page_break_cut_belongs_to_its_label(official: str, first: str, rest: str) -> None:
    lines = text_of(shape="tsv").split("\n")
    at = next(n for n, line in enumerate(lines) if official in line.split("\t"))
    below = "\t".join(rest if cell == official else "" for cell in lines[at].split("\t"))
    broken = [*lines[:at], lines[at].replace(official, first), "", below, *lines[at + 1 :]]
    report = api.parse("\n".join(broken))
    entries = [entry for table in report.tables.values() for entry in table.entries]
    assert first + rest in [entry.label.text for entry in entries]
    assert not any(table.loose for table in report.tables.values())


# Figures

FIGURES: Final[list[tuple[str, Type, Any, Any, str | None, bool]]] = [
    # text, type, value, number, unit, plain
    ("0", "count", 0, 0, None, True),
    ("12", "count", 12, 12, None, True),
    ("007", "count", 7, 7, None, False),
    ("00", "count", 0, 0, None, False),
    ("1,234", "count", 1234, 1234, None, False),
    ("1，234", "count", 1234, 1234, None, False),
    ("1 234 567", "count", 1234567, 1234567, None, False),
    ("１２", "count", 12, 12, None, False),
    ("1２", "count", 12, 12, None, False),
    ("-1", "count", -1, -1, None, True),
    ("－1", "count", -1, -1, None, False),
    ("−1", "count", -1, -1, None, False),
    ("1.0", "count", 1, 1, None, False),
    ("1.5", "count", None, Decimal("1.5"), None, True),
    ("3件", "count", None, 3, "件", True),
    ("3 件", "count", None, 3, "件", True),
    ("766202元", "count", None, 766202, "元", True),
    ("1234567890123456789012", "count", 1234567890123456789012, 1234567890123456789012, None, True),
    ("9" * 50, "count", None, None, None, True),
    ("1,23", "count", None, None, None, True),
    ("1 2", "count", None, None, None, True),
    ("无", "count", None, None, None, True),
    ("/", "count", None, None, None, True),
    ("—", "count", None, None, None, True),
    ("", "count", None, None, None, True),
    ("十二", "count", None, None, None, True),
    ("约3", "count", None, None, None, True),
    ("3+4", "count", None, None, None, True),
    ("1.2.3", "count", None, None, None, True),
    ("½", "count", None, None, None, True),
    ("1e3", "count", None, None, None, True),
    ("5", "signed", 5, 5, None, True),
    ("-5", "signed", -5, -5, None, True),
    ("+5", "signed", 5, 5, None, True),
    ("增5", "signed", 5, 5, None, True),
    ("减5", "signed", -5, -5, None, True),
    ("增5", "count", None, None, None, True),
    ("0", "amount", "0", 0, None, True),
    ("0.5500", "amount", "0.5500", Decimal("0.5500"), None, True),
    ("12.00", "amount", "12.00", Decimal("12.00"), None, True),
    ("766202元", "amount", None, 766202, "元", True),
    ("0.5500万元", "amount", None, Decimal("0.5500"), "万元", True),
    ("０.５５", "amount", "0.55", Decimal("0.55"), None, False),
    ("无", "amount", None, None, None, True),
    ("", "amount", None, None, None, True),
]


@pytest.mark.parametrize(("text", "kind", "value", "number", "unit", "plain"), FIGURES, ids=repr)
def test_a_figure_says_never_more_than_is_printed(
    text: str, kind: Type, value: Any, number: Any, unit: str | None, plain: bool
) -> None:
    figure = read_figures(["x"], (kind,), [Cell(text, 3, 3 + len(text))])["x"]
    assert (figure.text, figure.start, figure.end) == (text, 3, 3 + len(text))
    assert (figure.value, figure.number, figure.unit) == (value, number, unit)
    assert type(figure.value) is type(value)
    assert figure.blank is (text == "")
    if number is not None and unit is None and kind != "signed":
        assert figure.plain is plain


@given(st.integers(-(10**18), 10**18), st.sampled_from(["count", "signed"]))
def test_a_printed_integer_is_itself(number: int, kind: Type) -> None:
    figure = read_figures(["x"], (kind,), [Cell(str(number), 0, 1)])["x"]
    assert (figure.value, figure.plain) == (number, True)


@given(st.decimals(0, 10**9, allow_nan=False, places=4))
def test_a_printed_amount_is_itself(number: Decimal) -> None:
    figure = read_figures(["x"], ("amount",), [Cell(f"{number:f}", 0, 1)])["x"]
    assert (figure.value, figure.number) == (f"{number:f}", number)


@given(st.text(max_size=12), st.sampled_from(["count", "signed", "amount"]))
def test_no_text_makes_a_float(text: str, kind: Type) -> None:
    figure = read_figures(["x"], (kind,), [Cell(text, 0, len(text))])["x"]
    assert figure.value is None or type(figure.value) is (str if kind == "amount" else int)


# Facts


def facts(**changes: Any) -> Facts:
    """What a report with these changes says of itself."""
    report: Report = api.parse(text_of(**changes))
    return report.facts


DAY: Final = date(2022, 1, 1), date(2022, 12, 31)
PERIODS: Final[dict[str, tuple[date | None, date | None] | None]] = {
    "统计期限为2022年1月1日至2022年12月31日。": DAY,
    "本报告所列数据的统计期限自2022年1月1日起，至2022年12月31日止。": DAY,
    "本报告所列数据的统计期限自2022年1月1日起至12月31日止。": DAY,
    "统计期限：2022年1月1日—12月31日。": DAY,
    "统计期限：2022年1月1日——2022年12月31日。": DAY,
    "数据统计时限为２０２２年１月１日至２０２２年１２月３１日。": DAY,
    "统计期限自二〇二二年一月一日至二〇二二年十二月三十一日。": DAY,
    "统计期限自二○二二年一月一日至十二月三十一日。": DAY,
    "统计期限为2022 年 1 月 1 日 至 2022 年 12 月 31 日。": DAY,
    "统计期限为2022年1月1日到当年12月31日。": DAY,
    "统计期限为2022年01月01日～2022年12月31日。": DAY,
    "本报告时间为2022年1月1日至2022年12月31日。": DAY,
    "统计期限为2021年1月1日至2021年12月30日。": (date(2021, 1, 1), date(2021, 12, 30)),
    "统计期限为2022年1月至12月。": (None, None),
    "统计期限为2022年1月1日至2022年12月。": (date(2022, 1, 1), None),
    "统计期限为2022年2月1日至2022年2月30日。": (date(2022, 2, 1), None),
    "本报告统计数据截至2022年12月31日。": (None, date(2022, 12, 31)),
    "会议于2022年3月1日至3月3日召开。": None,
    "本机关于2022年12月31日前完成整改。": None,
    "统计期限为全年。": None,
}


@pytest.mark.parametrize("intro", PERIODS)
def test_period(intro: str) -> None:
    period = facts(intro=intro).period
    assert (period and (period.begin, period.finish)) == PERIODS[intro]


@pytest.mark.parametrize("intro", [intro for intro in PERIODS if PERIODS[intro] == DAY])
def test_a_period_stands_where_it_is_printed(intro: str) -> None:
    text = text_of(intro=intro)
    period = api.parse(text).facts.period
    assert period
    assert text[period.start : period.end] in intro
    assert text[period.start] in "2２二"


NAME: Final = "青石县云溪镇人民政府"
SIGNED: Final = date(2023, 1, 20)
SIGNATURES: Final[dict[str, tuple[str | None, date | None] | None]] = {
    f"{NAME}\n2023年1月20日": (NAME, SIGNED),
    f"{NAME}\n\n2023年1月20日": (NAME, SIGNED),
    f"　　　　{NAME}\n　　　　2023年1月20日": (NAME, SIGNED),
    f"{NAME}\n2023 年 1 月 20 日": (NAME, SIGNED),
    f"{NAME}\n２０２３年１月２０日": (NAME, SIGNED),
    f"{NAME}\n二〇二三年一月二十日": (NAME, SIGNED),
    f"{NAME}\n二○二三年一月二十日": (NAME, SIGNED),
    f"{NAME}\n2023-01-20": (NAME, SIGNED),
    f"{NAME}\n2023.1.20": (NAME, SIGNED),
    f"{NAME}\n2023年1月20号": (NAME, SIGNED),
    f"{NAME}　2023年1月20日": (NAME, SIGNED),
    "云溪镇\n2023年1月20日": ("云溪镇", SIGNED),
    "2023年1月20日": (None, SIGNED),
    NAME: (NAME, None),
    f"{NAME}\n2023年2月30日": (NAME, None),
    "": None,
    "联系电话：12345": None,
    "会议于2023年1月20日召开。": None,
}


@pytest.mark.parametrize("printed", SIGNATURES)
def test_signature(printed: str) -> None:
    signature = api.parse(text_of(signature=None) + "\n" + printed + "\n").facts.signature
    assert (signature and (signature.body, signature.date)) == SIGNATURES[printed]


@pytest.mark.parametrize("between", ["\n", "　"])
@pytest.mark.parametrize(("titled", "signed"), [("青石县智慧云脑", "青石县智慧云脑"), ("云溪镇", None)])
def test_whatever_the_title_names_may_sign(between: str, titled: str, signed: str | None) -> None:
    text = text_of(title=f"{titled}2022年政府信息公开工作年度报告", signature=None)
    signature = api.parse(f"{text}\n青石县智慧云脑{between}2023年1月20日\n").facts.signature
    assert (signature and signature.body) == signed


TITLES: Final[dict[str, tuple[str | None, tuple[int, ...]]]] = {
    f"{NAME}2022年政府信息公开工作年度报告": (NAME, (2022,)),
    f"{NAME}2022年度政府信息公开工作年度报告": (NAME, (2022,)),
    f"{NAME}\n2022年政府信息公开工作年度报告": (NAME, (2022,)),
    f"{NAME}\n\n2022年\n\n政府信息公开工作年度报告": (NAME, (2022,)),
    f"{NAME}2022年政府信息公开\n工作年度报告": (NAME, (2022,)),
    f"# {NAME}2022年政府信息公开工作年度报告": (NAME, (2022,)),
    f"**{NAME}2022年政府信息公开工作年度报告**": (NAME, (2022,)),
    f"  {NAME}２０２２年政府信息公开工作年度报告": (NAME, (2022,)),
    f"{NAME}二〇二二年政府信息公开工作年度报告": (NAME, (2022,)),
    f"{NAME}政府信息公开工作年度报告": (NAME, ()),
    "2022年政府信息公开工作年度报告": (None, (2022,)),
    f"{NAME}2022年政务公开年报": (NAME, (2022,)),
    f"{NAME}2021年2022年政府信息公开工作年度报告": (NAME, (2021, 2022)),
}


@pytest.mark.parametrize("title", TITLES)
def test_title_gives_body_and_years(title: str) -> None:
    found = facts(title=title).title
    assert found
    assert (found.body, found.years) == TITLES[title]


BODIES: Final[dict[str, tuple[str | None, str | None]]] = {
    "青石县云溪镇人民政府": ("town", "镇"),
    "云溪镇": ("town", "镇"),
    "云溪镇政府": ("town", "镇"),
    "青石县白马乡人民政府": ("town", "乡"),
    "青石县白马回族乡": ("town", "乡"),
    "青石县白马民族乡人民政府": ("town", "乡"),
    "巴音苏木人民政府": ("town", "苏木"),
    "云澜市东城区新华街道办事处": ("street", "街道"),
    "新华街道": ("street", "街道"),
    "青石县林业局": ("department", "局"),
    "国家税务总局青石县税务局": ("department", "局"),
    "青石县发展和改革委员会": ("department", "委"),
    "山南省教育厅": ("department", "厅"),
    "青石县人民政府办公室": ("department", "办"),
    "青石县人民政府": ("county", "县"),
    "白马自治县人民政府": ("county", "县"),
    "云澜市东城区人民政府": ("county", "区"),
    "巴音旗人民政府": ("county", "旗"),
    "白马自治州人民政府": ("city", "州"),
    "山南省人民政府": ("province", "省"),
    "广西壮族自治区人民政府": ("province", "自治区"),
    "重庆市人民政府": ("province", "市"),
    "云澜市人民政府": (None, "市"),
    "云澜市": (None, "市"),
    "临江市人民政府": ("county", "市"),
    "九江市": ("city", "市"),
    "武侯区": ("county", "区"),
    "青石县水利局（县河长制办公室）": ("department", "局"),
    "喀什地区行政公署": ("city", "行署"),
    "青石县人民医院": ("other", "院"),
    "云澜市高新技术产业开发区管理委员会": ("other", "管委会"),
    "青石县经济开发区": ("other", "区"),
    "青石县残疾人联合会": ("other", "会"),
    "云溪": (None, None),
    "": (None, None),
}


@pytest.mark.parametrize("name", BODIES)
def test_the_end_of_a_name_tells_the_kind_of_body(name: str) -> None:
    assert body_kind(name, FORMS.bodies) == BODIES[name]


def test_no_name_no_kind() -> None:
    assert body_kind(None, FORMS.bodies) == (None, None)


@pytest.mark.parametrize(
    ("changes", "template"),
    [
        ({"template": 2021}, 2021),
        ({"template": 2019}, 2019),
        ({"template": 2019, "year": 2023}, 2019),
        ({"template": 2021, "handling": 2019}, 2021),
        ({"template": 2021, "no_table": ["disclosure"]}, 2021),
        ({"template": 2019, "no_table": ["disclosure"]}, 2019),
        ({"template": 2021, "no_table": ["disclosure", "applications"]}, None),
    ],
)
def test_the_template_is_that_of_the_columns_else_of_the_handling_rows(
    changes: dict[str, Any], template: int | None
) -> None:
    assert facts(**changes).template == template


@pytest.mark.parametrize("template", TEMPLATES)
def test_table_lines_of_one_width_do_not_join_the_title_to_the_paragraph_behind_it(template: int) -> None:
    assert facts(template=template).body == "青石县云溪镇人民政府"


SECTION_TITLES: Final = {
    "四、政府信息公开行政复议、行政诉讼情况": ("litigation", True),
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况": ("litigation", True),
    "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况": ("litigation", True),
    "四、政府信息公开行政复议和行政诉讼情况": ("litigation", True),
    "三、行政机关收到和处理政府信息公开申请情况": ("applications", True),
    "五、政府信息公开工作存在的主要问题及改进情况": ("problems", True),
    "5、存在的主要问题及改进情况": ("problems", True),
    "## 五、存在的主要问题及改进情况": ("problems", True),
    "五、存在问题及改进措施": ("problems", False),
    "三、收到和处理政务公开申请情况": ("applications", False),
    "四、行政复议和行政诉讼情况": ("litigation", False),
}


@pytest.mark.parametrize("heading", SECTION_TITLES)
def test_a_heading_stands_for_a_section(heading: str) -> None:
    key, exact = SECTION_TITLES[heading]
    report = api.parse(text_of(headings={key: heading}))
    assert [found.label.key for found in report.headings] == [form.key for form in FORMS.sections]
    (label,) = [found.label for found in report.headings if found.label.key == key]
    assert label.exact is exact
