"""Texts of real reports that came out of PDF files and web pages: no cell is misread, what is read, what is said."""

from typing import Final

from gdlint import api
from support.findings import loud, told
from support.samples import Seed, misread_cells, unknown_cells

UNKNOWN: Final = {
    "0005.txt": 0, "0006.txt": 0, "0007.txt": 0,
    "0005.raw.txt": 85, "0006.raw.txt": 178, "0007.raw.txt": 178,
    "0010.txt": 19, "0011.txt": 16, "0012.txt": 3,
}  # fmt: skip
"""cells that cannot be bound with certainty"""

NOT_IN_RAW_ORDER: Final = {"GD204", "GD404"}
"""what speaks of rows and figures that the raw order of the same PDF leaves open"""

JUDGED: Final = {
    "GD320": "values before their labels, and joined cells that no sum decides, stay unread",
    "GD305": "2.其他法律行政止公开 is printed so in the PDF",
    "GD705": "of a list of permits, one has a counter and no figure",
}
"""errors and warnings that the expectations do not name, judged by hand"""


def test_no_cell_is_misread(report: Seed) -> None:
    assert misread_cells(report) == []


def test_as_many_cells_are_read_as_can_be_known(report: Seed) -> None:
    assert len(unknown_cells(report)) == UNKNOWN[report.path.name]


def test_every_table_with_unread_values_says_so_once(report: Seed) -> None:
    codes = [(f.code, f.table) for f in api.lint(report.path).findings if f.code == "GD320"]
    assert sorted(codes) == sorted({("GD320", place.table) for place in unknown_cells(report)})


def test_facts(report: Seed) -> None:
    facts, truth = report.report.facts, report.truth
    assert (facts.template, facts.year, facts.body) == (truth["template"], truth["year"], truth["body"])
    assert [heading.rank for heading in report.report.headings] == [1, 2, 3, 4, 5, 6]


def test_what_must_be_found_is_found(report: Seed) -> None:
    said = {finding.code for finding in api.lint(report.path).findings}
    must = {item["code"] for item in report.expected["must"]}
    if ".raw" in report.path.name:
        must -= NOT_IN_RAW_ORDER
    assert must & {rule.rule.code for rule in api.builtin_rules()} <= said


def test_nothing_is_said_that_must_not_be(report: Seed) -> None:
    result = api.lint(report.path)
    assert told(result, [f for f in loud(result) if f.code in report.expected["must_not"]]) == []


def test_every_other_error_or_warning_is_allowed_or_judged_by_hand(report: Seed) -> None:
    result, expected = api.lint(report.path), report.expected
    known = {*expected["may"], *(item["code"] for item in expected["must"]), *JUDGED}
    assert told(result, [finding for finding in loud(result) if finding.code not in known]) == []
