"""A form of a guest may have a section more: `tests/forms/2031`, a folder of data, and nothing outside it knows of that section."""

from pathlib import Path
from shutil import copytree
from typing import Any, Final

import pytest

from gdlint.config.chosen import Choice
from gdlint.examples.sample import sample_text
from gdlint.model.result import FileResult
from gdlint.session import Session
from support.calls import Caller
from support.packs import FACE

FOLDER: Final = Path(__file__).parent / "forms" / "2031"
KEYS: Final = ["overall", "disclosure", "applications", "litigation", "problems", "others", "plans"]


@pytest.fixture(scope="module")
def session() -> Session:
    """A session in which the form is there."""
    return Session(Choice(plugins=(str(FOLDER),)))


def checked(session: Session, **changes: Any) -> FileResult:
    """What an example on the form changes in, the checked report out."""
    text = sample_text({"template": "2031", **changes}, session.catalogue.forms)
    return session.check(session.read(text))


def sections(result: FileResult) -> list[str | None]:
    """The keys of the headings that were read."""
    return [heading.label.key for heading in result.report.headings]


def test_a_report_on_it_is_right(session: Session) -> None:
    result = checked(session)
    assert not session.plugins.failures
    assert (result.report.facts.template, result.findings) == ("2031", ())
    assert sections(result) == KEYS


def test_the_section_is_demanded_of_reports_on_the_form_alone(session: Session) -> None:
    (found,) = checked(session, without=["plans"]).findings
    assert (found.code, found.message["zh"]) == (
        "GD101",
        "缺少“七、下一年工作计划”，应在“六、其他需要报告的事项”之后",
    )
    assert not checked(session, template="2021").findings


def test_the_section_is_out_of_order_like_any_other(session: Session) -> None:
    result = checked(session, order=[*KEYS[:5], "plans", "others"])
    assert sections(result)[-2:] == ["plans", "others"]
    assert "GD102" in {finding.code for finding in result.findings}


@pytest.mark.parametrize(("last", "codes"), [("和下一步工作计划", []), ("和其他需要报告的事项", ["GD114"])])
def test_an_outline_lists_it_in_the_words_of_the_form(session: Session, last: str, codes: list[str]) -> None:
    every = "总体情况、主动公开情况、申请办理情况、复议诉讼情况、存在的主要问题、其他事项"
    result = checked(session, intro=f"本报告由{every}{last}组成，统计期限为2032年1月1日至12月31日。")
    assert [found.code for found in result.findings] == codes


def test_without_the_form_it_is_an_extra_section(session: Session) -> None:
    text = sample_text({"template": "2031"}, session.catalogue.forms)
    other = Session()
    assert sections(other.check(other.read(text)))[-1] is None


def test_a_section_may_be_called_like_anything_in_the_grammar(tmp_path: Path) -> None:
    folder = tmp_path / "2031"
    folder.mkdir()
    for path in FOLDER.iterdir():
        content = path.read_text(encoding="utf-8").replace("plans", "rows")
        (folder / path.name).write_text(content, encoding="utf-8")
    result = checked(Session(Choice(plugins=(str(folder),))))
    assert sections(result)[-1] == "rows"


RULES: Final = """\
- code: MY001
  name: plans-in-figures
  title: {zh: 计划写明条数, en: plans say how many}
  basis: 无
  severity: info
  in: plans
  find: '计划[^。]{0,10}公开'
  check: matches(sentence, '{number}条')
  examples:
    good: {template: 2031, text: {plans: 计划公开100条。}}
    silent: {template: 2021}
    bad: {template: 2031, text: {plans: 计划公开若干条。}}
"""


def test_rules_of_a_pack_that_carries_the_form_name_the_section(call: Caller, tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    copytree(FOLDER, pack / "forms" / "2031")
    (pack / "pack.yaml").write_text(FACE, encoding="utf-8")
    (pack / "rules.yaml").write_text(RULES, encoding="utf-8")
    called = call("pack", "test", str(pack))
    assert called.status == 0, called
