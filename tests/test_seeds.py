"""The five real reports that the project started from: every cell, every fact, every finding."""

import re
from collections.abc import Mapping
from typing import Final

from gdlint import api
from gdlint.model.finding import Finding
from support.findings import lines, loud, told
from support.samples import Seed, loose_rows, places, wrong_cells

KNOWN_CELLS: Final = 943
BLANK_CELLS: Final = 142
ROWS_OF_SIX: Final = 7

# Errors and warnings that the expectations do not name, judged by hand: (seed, code, line) and why it is right.
JUDGED: Final[Mapping[tuple[str, str, int], str]] = {}


def _joined(text: str | None) -> str:
    """A text without any blanks."""
    return re.sub(r"\s", "", text or "")


def test_every_value_cell_is_read_as_a_careful_reader_does(seed: Seed) -> None:
    assert wrong_cells(seed) == []


def test_rows_that_lost_a_column_stay_loose(seed: Seed) -> None:
    assert loose_rows(seed.report) == seed.short_rows


def test_the_seeds_hold_what_is_counted(seeds: tuple[Seed, ...]) -> None:
    values = [value for seed in seeds for _, value in places(seed.cells)]
    assert len(values) == KNOWN_CELLS
    assert values.count("") == BLANK_CELLS
    short = [row for seed in seeds for row in seed.short_rows.values()]
    assert [len(row) for row in short] == [6] * ROWS_OF_SIX


def test_facts(seed: Seed) -> None:
    facts, truth = seed.report.facts, seed.truth
    assert (facts.template, facts.year, facts.body) == (truth["template"], truth["year"], truth["body"])
    assert _joined(facts.title.text if facts.title else None) == _joined(truth["title"])


def test_what_must_be_found_is_found_at_its_lines(seed: Seed) -> None:
    result = api.lint(seed.path)
    missing = []
    for item in seed.expected["must"]:
        found = [finding for finding in result.findings if finding.code == item["code"]]
        touched = set[int]().union(*(lines(result, finding) for finding in found))
        absent = set(item["lines"]) - touched
        if item["code"] in _catalogue() and (not found or absent):
            missing.append(f"{item['code']} is not found" + (f" at lines {sorted(absent)}" if absent else ""))
    assert missing == [], "\n".join(told(result))


def test_nothing_is_found_that_must_not_be(seed: Seed) -> None:
    result = api.lint(seed.path)
    wrong = [finding for finding in result.findings if finding.code in seed.expected["must_not"]]
    assert told(result, wrong) == []


def test_every_other_error_or_warning_is_allowed_or_judged_by_hand(seed: Seed) -> None:
    result = api.lint(seed.path)
    other = [finding for finding in loud(result) if not _is_known(seed, finding, lines(result, finding))]
    assert told(result, other) == []


def test_judgements_are_still_needed(seeds: tuple[Seed, ...]) -> None:
    spoken = {
        (seed.path.name[:3], finding.code, line)
        for seed in seeds
        for result in [api.lint(seed.path)]
        for finding in loud(result)
        for line in lines(result, finding)
    }
    assert set(JUDGED) <= spoken


def test_blanks_of_a_table_are_one_finding_with_all_cells(seeds: tuple[Seed, ...]) -> None:
    found = {f.table: len(f.spots) for f in api.lint(seeds[0].path).findings if f.code == "GD310"}
    assert found == {"disclosure": 4, "applications": 138}


def _is_known(seed: Seed, finding: Finding, touched: set[int]) -> bool:
    """The expectations name the finding, or someone has judged it by hand."""
    expected = seed.expected
    here = [item["lines"] for item in expected["must"] if item["code"] == finding.code]
    if finding.code in expected["may"] or any(not at or touched & set(at) for at in here):
        return True
    return any((seed.path.name[:3], finding.code, line) in JUDGED for line in touched)


def _catalogue() -> set[str]:
    """The codes of all built-in rules."""
    return {rule.rule.code for rule in api.builtin_rules()}
