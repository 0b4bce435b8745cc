"""Which lines are headings, and which section each stands for."""

from functools import cache
from typing import Final

import pytest

from gdlint import api
from gdlint.data import builtin, resources
from gdlint.forms.bind import section_keys
from gdlint.forms.official_words import vocabulary_of
from gdlint.model.form import SectionForm
from gdlint.syntax import parse, report_table
from support.rules import text_of

TITLE: Final = "青石县水利局2022年政府信息公开工作年度报告\n"
NAMES: Final = tuple(form.title for form in api.forms().sections)
ALL: Final = [form.key for form in api.forms().sections]


def keys(text: str) -> list[str | None]:
    """A text in, the sections that its headings stand for out (None for a seventh one)."""
    return [heading.label.key for heading in api.parse(text).headings]


def codes(text: str) -> set[str]:
    """A text in, the codes of its findings out."""
    return {finding.code for finding in api.lint(text).findings}


def numbered(numbers: str, after: str = "、") -> str:
    """A report whose headings are numbered with these characters."""
    sections = (f"{number}{after}{name}\n无。\n" for number, name in zip(numbers, NAMES, strict=True))
    return TITLE + "".join(sections)


@pytest.mark.parametrize("numbers", ["一二三四五六", "123456"])
def test_numbers_of_the_usual_kind(numbers: str) -> None:
    assert keys(numbered(numbers)) == ALL


@pytest.mark.parametrize(("numbers", "after"), [("①②③④⑤⑥", ""), ("ⅠⅡⅢⅣⅤⅥ", "、"), ("ⅠⅡⅢⅣⅤⅥ", " ")])
def test_other_numbers_are_read_where_no_section_is_numbered_as_usual(numbers: str, after: str) -> None:
    assert keys(numbered(numbers, after)) == ALL
    assert "GD105" in codes(numbered(numbers, after))


def test_numbers_in_brackets_are_those_of_sections_or_of_what_is_below_them() -> None:
    bracketed = TITLE + "".join(
        f"（{number}）{name}\n无。\n" for number, name in zip("一二三四五六", NAMES, strict=True)
    )
    assert keys(bracketed) == ALL
    below = numbered("一二三四五六").replace(
        "一、总体情况\n", "一、总体情况\n（一）主动公开政府信息情况\n公开30条。\n"
    )
    assert keys(below) == ALL


@pytest.mark.parametrize(
    "line",
    [
        "2.无其他需要报告的事项。",
        "2、没有其他需要报告的事项",
        "2.暂无其他需要报告的事项",
        "1.其他需要报告事项没有。",
    ],
)
def test_an_answer_is_no_heading(line: str) -> None:
    text = numbered("一二三四五六") + f"1.本年度未收取信息处理费。\n{line}\n"
    assert keys(text) == ALL
    assert not codes(text) & {"GD103", "GD105", "GD106"}


def test_what_resembles_a_section_that_is_there_is_a_seventh_one() -> None:
    text = text_of(headings={"others": "六、其他需要报告的事项\n\n无。\n\n七、主动公开重点领域信息情况"})
    assert keys(text) == [*ALL, None]
    assert codes(text) & {"GD103", "GD106", "GD107"} == {"GD107"}


def test_of_two_lines_that_resemble_a_section_the_nearer_one_is_its_heading() -> None:
    text = text_of(
        headings={
            "problems": "五、存在的主要问题和改进情况\n\n六、存在问题的改进\n\n将加强培训。\n\n七、整改"
        }
    )
    assert keys(text)[4] == "problems"
    assert keys(text).count("problems") == 1


def test_a_misprinted_heading_stands_for_its_section() -> None:
    text = text_of(headings={"applications": "三、收到及处理政府信息公开申请的情况"})
    assert keys(text) == ALL
    assert "GD103" in codes(text)


@pytest.mark.parametrize("between", ["", "\n", "根据条例编制。\n"])
@pytest.mark.parametrize("page", ["", " 1", "  12", "\t3", "……1", ".......1", "（1）"])
def test_a_table_of_contents_is_none(page: str, between: str) -> None:
    lines = zip("一二三四五六", NAMES, strict=True)
    contents = "".join(f"{number}、{name}{page}\n" for number, name in lines)
    text = numbered("一二三四五六").replace(TITLE, f"{TITLE}{contents}{between}")
    assert keys(text) == ALL
    assert codes(text) == codes(numbered("一二三四五六"))


def test_a_section_more_is_an_entry_of_the_grammar_and_one_of_the_forms(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grammar = resources.grammar("report.lark")
    grammar = grammar.replace("others | seventh)*", "others | plans | seventh)*").replace(
        "OTHERS SEVENTH", "OTHERS PLANS SEVENTH"
    )
    grammar += "plans: PLANS (_text | other_table)* -> section\n"
    monkeypatch.setattr(resources, "grammar", lambda name: grammar)
    monkeypatch.setattr(builtin, "parser_table", lambda name: None)
    monkeypatch.setattr(parse, "table", cache(report_table.table.__wrapped__))
    forms = api.forms()
    forms = forms._replace(sections=(*forms.sections, SectionForm("plans", "七", "下一年度工作计划")))
    text = numbered("一二三四五六") + "七、下一年度工作计划\n加强培训。\n八、附则\n无。\n"
    document = parse.parse(text, vocabulary_of(forms))
    assert section_keys(document, forms) == [*ALL, "plans", None]


HEADED_TABLE: Final = "| {} | | |\n|---|---|---|\n| 信息内容 | 本年处理决定数量 | |\n| 行政处罚 | 3 | |\n"


@pytest.mark.parametrize(
    ("cell", "is_heading"),
    [
        (f"二、{NAMES[1]}", True),
        (f"{NAMES[1]}", True),
        ("二、统计情况表", False),
        (f"二、{NAMES[1]} | 3", False),
    ],
)
def test_the_title_of_a_section_alone_in_a_row_of_a_table_is_its_heading(cell: str, is_heading: bool) -> None:
    text = f"{TITLE}一、{NAMES[0]}\n无。\n{HEADED_TABLE.format(cell)}三、{NAMES[2]}\n"
    assert ("disclosure" in keys(text)) is is_heading
    if is_heading:
        (heading,) = [found.label for found in api.parse(text).headings if found.label.key == "disclosure"]
        assert text[heading.start : heading.end] == cell
