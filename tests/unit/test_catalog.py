"""The built-in catalogue: its rules hold their own examples, say what they must, and are bundled as they are written."""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from gdlint import api
from gdlint.data import builtin, regexcode, resources, yamlfile
from gdlint.engine import bundle, catalog
from gdlint.engine.checks import Ready
from gdlint.engine.definition import Definition
from gdlint.engine.example_shape import KEYS
from gdlint.examples.outcomes import check_examples, examples_of
from gdlint.expressions import grammar
from gdlint.expressions.nodes import from_data
from gdlint.forms.official import forms_from

# Codes and names are fixed for ever: a code is never used again, and users write both into their configuration.
NAMES: Final = {
    "GD001": "unreadable-file", "GD002": "not-a-report", "GD003": "suspicious-encoding", "GD005": "truncated-report",
    "GD006": "traditional-script", "GD007": "several-reports", "GD008": "older-form", "GD009": "tracked-changes",
    "GD117": "other-body-named",
    "GD101": "missing-section", "GD102": "section-order", "GD103": "section-title", "GD104": "section-title-term",
    "GD105": "section-numbering", "GD106": "duplicate-section", "GD107": "extra-section", "GD108": "empty-section",
    "GD109": "empty-others", "GD110": "title-format", "GD111": "title-year", "GD112": "five-aspects",
    "GD113": "government-appraisal", "GD114": "outline-mismatch", "GD115": "thin-problems",
    "GD116": "problems-without-measures",
    "GD201": "wrong-template", "GD202": "mixed-template", "GD203": "abolished-row", "GD204": "other-handling-split",
    "GD205": "cited-format", "GD206": "misquoted-document", "GD207": "regulation-order-number", "GD208": "obsolete-structure",
    "GD209": "abolished-term",
    "GD301": "missing-table", "GD302": "missing-row", "GD303": "missing-column", "GD304": "row-length",
    "GD305": "label-wording", "GD306": "unknown-row", "GD307": "row-order", "GD308": "duplicate-row",
    "GD309": "duplicate-table", "GD310": "blank-cell", "GD311": "non-numeric-cell", "GD312": "invalid-count",
    "GD313": "unit-in-cell", "GD314": "implausible-amount", "GD315": "amount-decimals",
    "GD316": "amount-without-purchases", "GD317": "change-syntax", "GD318": "non-canonical-number",
    "GD319": "fee-unit", "GD320": "unreadable-rows", "GD321": "unknown-column",
    "GD401": "application-balance", "GD402": "result-total", "GD403": "row-total", "GD404": "litigation-total",
    "GD405": "group-row-values", "GD406": "open-total", "GD407": "made-not-opened", "GD408": "negative-stock",
    "GD409": "issued-not-in-force", "GD410": "suits-after-reconsideration", "GD411": "suit-without-reconsideration",
    "GD501": "received-count", "GD502": "none-received", "GD503": "completed-count", "GD504": "carried-count",
    "GD505": "result-counts", "GD506": "applicant-counts", "GD507": "litigation-count", "GD508": "no-litigation",
    "GD509": "document-counts", "GD510": "decision-counts", "GD511": "fee-amount", "GD512": "all-answered",
    "GD520": "parts-sum", "GD521": "percentage", "GD522": "conflicting-figures", "GD523": "done-exceeds-received",
    "GD524": "announced-list-length", "GD525": "exact-with-yu",
    "GD601": "period-range", "GD602": "period-missing", "GD603": "period-incomplete", "GD604": "impossible-date",
    "GD605": "year-mismatch", "GD606": "signature-date",
    "GD607": "signature-missing", "GD608": "late-department", "GD609": "late-government", "GD610": "late-town",
    "GD611": "stale-year", "GD612": "stale-work-points", "GD613": "open-tense",
    "GD701": "body-kind", "GD702": "generic-body", "GD703": "foreign-body", "GD704": "leftover-instruction",
    "GD705": "placeholder", "GD706": "wrong-word", "GD707": "doubled-word", "GD708": "doubled-punctuation",
    "GD709": "dangling-punctuation", "GD710": "half-width-punctuation", "GD711": "unbalanced-brackets",
    "GD712": "numbering-style", "GD713": "numbered-shi", "GD714": "phone-format", "GD715": "mixed-term",
    "GD716": "repeated-sentence", "GD717": "undefined-short-name", "GD718": "unresolved-alternative",
    "GD801": "regulation-competence", "GD802": "document-inflation", "GD803": "fee-statement",
    "GD804": "fee-arithmetic", "GD805": "fee-too-early", "GD806": "id-number", "GD807": "mobile-number",
    "GD808": "bank-card", "GD809": "applicant-identifiable",
}  # fmt: skip

ERRORS: Final = {
    "GD001", "GD002", "GD101", "GD102", "GD104", "GD108", "GD111", "GD201", "GD202", "GD203", "GD204", "GD301", "GD302",
    "GD303", "GD304", "GD310", "GD312", "GD401", "GD402", "GD403", "GD404", "GD601", "GD605", "GD606", "GD608",
    "GD609", "GD117", "GD701", "GD704", "GD705", "GD801", "GD806",
}  # fmt: skip
INFOS: Final = {
    "GD008", "GD009",
    "GD113", "GD115", "GD315", "GD318", "GD319", "GD410", "GD411", "GD524", "GD525", "GD602", "GD603",
    "GD607", "GD613", "GD710", "GD714", "GD715", "GD716", "GD717", "GD809",
}  # fmt: skip
SHIFTING: Final = {
    "GD112": {"info", "warning"}, "GD207": {"error", "warning"}, "GD610": {"info", "warning"},
    "GD601": {"error", "info"}, "GD608": {"error", "warning", "info"},
    "GD117": {"error", "warning"}, "GD317": {"info", "warning"}, "GD706": {"info", "warning"},
    "GD503": {"info", "warning"},
    "GD612": {"info", "warning"}, "GD803": {"info", "warning"}, "GD807": {"info", "warning"},
}  # fmt: skip
"""rules with a severity that depends on the case"""


@cache
def written() -> dict[str, Definition]:
    """The catalogue as it is written in YAML, with examples, by code."""
    files: list[tuple[Path, Any]] = [(path, yamlfile.load(path)) for path in resources.rule_files("catalog")]
    return {definition.rule.code: definition for definition in catalog.definitions(files, api.forms())}


@cache
def ready(code: str) -> Ready:
    """A rule, ready to run."""
    return catalog.ready(written()[code], api.forms())


def test_the_rules_are_there_under_their_codes_and_names() -> None:
    names = {code: definition.rule.name for code, definition in written().items()}
    assert {code: names.get(code) for code in NAMES} == NAMES


def test_no_name_is_used_twice() -> None:
    names = [definition.rule.name for definition in written().values()]
    assert len(set(names)) == len(names)


def test_rules_stand_in_the_order_of_their_codes_in_the_file_of_their_group() -> None:
    for path in resources.rule_files("catalog"):
        codes = [item["code"] for item in yamlfile.load(path)]
        assert codes == sorted(codes), path
        assert {code[:3].lower() for code in codes} == {path.name[:3]}, path


@pytest.mark.parametrize("code", sorted(written()))
def test_every_example_comes_out_as_it_should(code: str) -> None:
    assert list(check_examples(ready(code), api.parse)) == []


@pytest.mark.parametrize("code", sorted(written()))
def test_every_key_of_an_example_means_something(code: str) -> None:
    examples = written()[code].examples
    assert set(examples) <= {"good", "bad", "silent"}
    assert all(set(item) <= KEYS for kind in examples for item in examples_of(examples, kind))


@pytest.mark.parametrize("code", sorted(written()))
def test_every_rule_says_what_it_is_in_both_languages(code: str) -> None:
    definition = written()[code]
    faces = [definition.rule.title, definition.rule.help, *(case.message for case in definition.cases)]
    for words in faces:
        assert set(words) == {"zh", "en"}
        assert all(words[language] for language in words)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in definition.rule.title["zh"])
    assert definition.rule.basis


@pytest.mark.parametrize("code", sorted(NAMES))
def test_severity_is_that_of_the_catalogue(code: str) -> None:
    levels = {level for case in written()[code].cases for _, level in case.severity}
    expected = "error" if code in ERRORS else "info" if code in INFOS else "warning"
    assert levels == SHIFTING.get(code, {expected})


def test_rules_yield_only_to_codes_and_never_in_a_circle() -> None:
    yields = {code: set(definition.rule.yields_to) for code, definition in written().items()}

    def reached(code: str, seen: frozenset[str] = frozenset()) -> set[str]:
        assert code not in seen, f"{code} yields to itself"
        return yields.get(code, set()).union(
            *(reached(other, seen | {code}) for other in yields.get(code, ()))
        )

    for code in yields:
        assert all(
            other.startswith("GD") and other[2:].isdigit() and len(other) == 5 for other in reached(code)
        )


def test_an_unsure_rule_is_no_error() -> None:
    unsure = [definition for definition in written().values() if not definition.rule.sure]
    assert unsure
    assert not {level for definition in unsure for case in definition.cases for _, level in case.severity} & {
        "error"
    }


# The bundle


def current() -> bool:
    """Whether the bundle of this checkout is there and current."""
    return builtin._bundle() is not None


def test_a_bundle_gives_the_same_rules_as_yaml(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(builtin, "BUNDLE", tmp_path / "bundle.json")
    bundle.make_bundle()
    builtin._bundle.cache_clear()
    try:
        assert current()
        documents = builtin.documents("catalog")
        forms = forms_from(builtin.documents("forms"))
        expressions = builtin.expressions()
        regexes = builtin.regexes.__wrapped__()
    finally:
        builtin._bundle.cache_clear()
    bundled = {each.rule.code: each for each in catalog.definitions(documents, api.forms())}
    assert bundled == {code: each._replace(examples={}) for code, each in written().items()}
    assert repr(forms) == repr(
        forms_from([(path, yamlfile.load(path)) for path in resources.rule_files("forms")])
    )
    assert len(expressions) > 100
    assert [text for text, data in expressions.items() if from_data(data) != grammar.parse(text)] == []
    assert len(regexes.patterns) > 200
    patterns = [
        (pattern, int(flags)) for flags, _, pattern in (key.partition(" ") for key in regexes.patterns)
    ]
    assert [one for one in patterns if regexcode.compiled(*one, regexes) != re.compile(*one)] == []


def test_a_bundle_holds_every_expression_of_a_rule() -> None:
    written = {
        "when": "year > 1", "check": "year > 2", "let": {"a": "year > 3"}, "at": ["year", "period"],
        "severity": [{"when": "year > 4", "is": "error"}, "info"], "title": {"zh": "{year + 5}", "en": ""},
        "message": {"zh": "{year + 6}", "en": "{year + 7}"}, "cases": [{"check": "year > 8", "at": "title"}],
    }  # fmt: skip
    assert sorted(bundle.expressions_of(written)) == [
        "period", "title", "year", "year + 5", "year + 6", "year + 7", "year > 1", "year > 2", "year > 3", "year > 4", "year > 8",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"digest": 0}', f'{{"format": {builtin.FORMAT}, "digest": 0}}', "\ufeff{}"],
    ids=repr,
)
def test_a_bundle_that_does_not_fit_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    monkeypatch.setattr(builtin, "BUNDLE", tmp_path / "bundle.json")
    (tmp_path / "bundle.json").write_text(content, encoding="utf-8")
    builtin._bundle.cache_clear()
    try:
        assert builtin.expressions() == {}
        assert len(builtin.documents("catalog")) == len(resources.rule_files("catalog"))
    finally:
        builtin._bundle.cache_clear()


def test_the_built_in_rules_are_those_that_are_written() -> None:
    assert [definition.rule for definition in api.builtin_rules()] == [
        each.rule for each in written().values()
    ]


def test_every_default_rule_runs_unless_it_is_ignored() -> None:
    default = {code for code, each in written().items() if each.rule.default}
    assert {each.rule.code for each in api.rules_for()} == default
    assert {each.rule.code for each in api.rules_for((), ("GD3",))} == {
        code for code in default if not code.startswith("GD3")
    }
