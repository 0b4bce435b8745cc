"""What a finding cites as its basis: the document of the reporting year, and none that did not exist yet."""

from typing import Final

import pytest

from gdlint import api
from gdlint.forms.documents import basis_in, basis_in_general
from gdlint.model.form import DocumentForm
from support.rules import text_of

DOCUMENTS: Final = (DocumentForm("甲号", 2019, 2020), DocumentForm("乙号", 2021))
OLD, NEW = "国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    ("basis", "year", "cited"),
    [
        ("{format} 表三", 2019, "甲号 表三"),
        ("{format} 表三", 2020, "甲号 表三"),
        ("{format} 表三", 2021, "乙号 表三"),
        ("{format} 表三", None, "乙号 表三"),
        ("{format} 表三", 2017, "乙号 表三"),
        ("条例；乙号（四）", 2020, "条例"),
        ("条例；乙号（四）", 2022, "条例；乙号（四）"),
        ("甲号 表二；乙号 表二", 2022, "乙号 表二"),
        ("乙号 表二", 2020, "乙号 表二"),
        ("条例", 2020, "条例"),
    ],
)
def test_a_basis_is_that_of_the_year(basis: str, year: int | None, cited: str) -> None:
    assert basis_in(basis, year, DOCUMENTS) == cited
    assert basis_in(basis, year, ()) == basis


def test_a_basis_in_general_names_all_documents() -> None:
    assert basis_in_general("{format} 表三；条例", DOCUMENTS) == "甲号、乙号 表三；条例"


def _may_speak_of(year: int) -> list[str]:
    """A year in, what the rules that apply to it cite then out."""
    rules = (
        definition
        for definition in api.builtin_rules()
        if definition.applies.templates in ((), (2019,)) and (definition.applies.years[0] or 0) <= year
    )
    documents = api.forms().documents
    return [f"{rule.rule.code} {basis_in(rule.basis, year, documents)}" for rule in rules]


ONLY_NEW: Final = ("GD202", "GD203", "GD319", "GD408", "GD409", "GD803")
"""rules that by their own words speak of the form of 2021"""


@pytest.mark.parametrize("year", [2019, 2020])
def test_no_rule_cites_a_document_of_later_years(year: int) -> None:
    assert [cited for cited in _may_speak_of(year) if NEW in cited and not cited.startswith(ONLY_NEW)] == []


def test_a_finding_cites_the_document_of_its_report() -> None:
    for template, number in ((2019, OLD), (2021, NEW)):
        text = text_of(template=template, applications={"new": {"natural_person": 3, "total": 4}})
        findings = api.lint(text).findings
        assert {finding.basis for finding in findings if finding.code == "GD403"} == {f"{number} 表三"}
