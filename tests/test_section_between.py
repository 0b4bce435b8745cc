"""A form of a guest may have a section between those of other forms: each report has the places and numbers of its own form."""

from pathlib import Path
from shutil import copytree
from typing import Any, Final

import pytest

from gdlint.config.chosen import Choice
from gdlint.examples.sample import sample_text
from gdlint.model.result import FileResult
from gdlint.session import Session

FOLDER: Final = Path(__file__).parent / "forms" / "2031"
OLD: Final = ["overall", "disclosure", "applications", "litigation", "problems", "others"]
KEYS: Final = [*OLD[:3], "plans", *OLD[3:]]
TITLES: Final = {
    "overall": "总体情况",
    "disclosure": "主动公开政府信息情况",
    "applications": "收到和处理政府信息公开申请情况",
    "plans": "下一年工作计划",
    "litigation": "政府信息公开行政复议、行政诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "others": "其他需要报告的事项",
}
NUMBERED: Final = [f"{number}、{TITLES[key]}" for number, key in zip("一二三四五六七", KEYS, strict=True)]
MISWORDED: Final = "四、上级交办工作落实"
"""of the title of no section"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A session in which a form has a section behind the third one of the others."""
    folder = tmp_path_factory.mktemp("forms") / "2035"
    copytree(FOLDER, folder)
    lines = [
        f"  - {{key: {key}, number: {number}, title: {TITLES[key]}}}\n"
        for number, key in zip("一二三四五六七", KEYS, strict=True)
    ]
    (folder / "sections.yaml").write_text("".join(["sections:\n", *lines]), encoding="utf-8")
    session = Session(Choice(plugins=(str(folder),)))
    assert not session.plugins.failures
    return session


def checked(session: Session, form: str, **changes: Any) -> FileResult:
    """What an example on a form changes in, the checked report out."""
    text = sample_text({"template": form, **changes}, session.catalogue.forms)
    return session.check(session.read(text))


def sections(result: FileResult) -> list[str | None]:
    """The keys of the headings that were read."""
    return [heading.label.key for heading in result.report.headings]


def codes(result: FileResult) -> list[str]:
    """The codes of the findings."""
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize(("form", "keys"), [("2019", OLD), ("2021", OLD), ("2035", KEYS)])
@pytest.mark.parametrize("shape", ["pipe", "tsv"])
def test_a_right_report_on_each_form_is_right(
    session: Session, form: str, keys: list[str], shape: str
) -> None:
    result = checked(session, form, shape=shape)
    assert (sections(result), codes(result)) == (keys, [])
    assert [heading.rank for heading in result.report.headings] == list(range(1, len(keys) + 1))


def test_an_example_has_the_numbers_of_its_form(session: Session) -> None:
    lines = sample_text({"template": "2035"}, session.catalogue.forms).splitlines()
    assert [line for line in lines if line in NUMBERED] == NUMBERED


@pytest.mark.parametrize(
    ("form", "missing", "message"),
    [
        (
            "2021",
            "litigation",
            "缺少“四、政府信息公开行政复议、行政诉讼情况”，应在“三、收到和处理政府信息公开申请情况”之后",
        ),
        ("2035", "litigation", "缺少“五、政府信息公开行政复议、行政诉讼情况”，应在“四、下一年工作计划”之后"),
        ("2035", "plans", "缺少“四、下一年工作计划”，应在“三、收到和处理政府信息公开申请情况”之后"),
        ("2021", "overall", "缺少“一、总体情况”"),
    ],
)
def test_a_missing_section_is_called_as_its_form_numbers_it(
    session: Session, form: str, missing: str, message: str
) -> None:
    messages = [found.message["zh"] for found in checked(session, form, without=[missing]).findings]
    assert message in messages


@pytest.mark.parametrize(
    ("form", "heading", "right"),
    [
        ("2021", "三、政府信息公开行政复议、行政诉讼情况", "四、"),
        ("2035", "三、政府信息公开行政复议、行政诉讼情况", "五、"),
    ],
)
def test_a_wrong_number_is_held_against_the_form(
    session: Session, form: str, heading: str, right: str
) -> None:
    result = checked(session, form, headings={"litigation": heading})
    (found,) = [found for found in result.findings if found.code == "GD105"]
    assert right in found.message["zh"]


@pytest.mark.parametrize(("form", "key"), [("2019", "litigation"), ("2021", "litigation"), ("2035", "plans")])
def test_a_section_without_its_title_is_told_by_the_number_that_its_form_gives_it(
    session: Session, form: str, key: str
) -> None:
    assert sections(checked(session, form, headings={key: MISWORDED}))[3] == key


def test_sections_out_of_order_are_told_by_the_order_of_the_form(session: Session) -> None:
    assert "GD102" in codes(checked(session, "2035", order=[*OLD[:4], "plans", *OLD[4:]]))
    assert "GD102" in codes(checked(session, "2021", order=[*OLD[:2], *OLD[3:4], *OLD[2:3], *OLD[4:]]))


def test_a_section_of_another_form_moves_none_of_those_of_the_form(session: Session) -> None:
    text = sample_text({"template": "2021"}, session.catalogue.forms)
    text = text.replace("四、政府", "四、下一年工作计划\n将继续公开。\n四、政府")
    result = session.check(session.read(text))
    assert sections(result) == KEYS
    assert "GD102" not in codes(result)
