"""The examples of a rule as its tests.

A good one must come out true somewhere and never false or unknown, a bad one false; on a silent one, the rule has
nothing to say. `judged` says besides how many cases the rule is to judge.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from gdlint.engine.checks import Ready
from gdlint.engine.run import run
from gdlint.examples.sample import sample_text
from gdlint.model.finding import Outcome
from gdlint.model.fix import applied
from gdlint.model.report import Report
from gdlint.model.source import Source
from gdlint.model.suppression import notices
from gdlint.words.example_failures import (
    GOT,
    NO_CLAIM,
    NO_EXAMPLE,
    NOT_FIXED,
    NOTHING_JUDGED,
    SUCH_AS,
    UNKNOWN_JUDGED,
)
from gdlint.words.fault import Words, worded

Bind = Callable[[str | bytes], Report]


class ExampleFailure(NamedTuple):
    """An example that did not come out as it should: the rule, its kind, its number from 1, and what happened."""

    code: str
    kind: str
    number: int
    got: Words


def check_examples(ready: Ready, bind: Bind) -> Iterator[ExampleFailure]:
    """Run all examples of a rule; yields those that fail. A rule without a good and a bad example fails, too."""
    for kind in ("good", "bad", "silent"):
        examples = examples_of(ready.definition.examples, kind)
        if not examples and kind != "silent":
            yield ExampleFailure(ready.rule.code, kind, 0, NO_EXAMPLE)
        for number, example in enumerate(examples, 1):
            report = _report_of(example, bind)
            outcome = _outcome(ready, example, report)
            existence = any(case.check is None for case in ready.definition.cases)
            if not (_fits(kind, outcome, existence) and _counted(example, outcome)):
                yield ExampleFailure(ready.rule.code, kind, number, _got(outcome, ready))
            elif "fixed" in example and not _is_fixed(example["fixed"], outcome, report.source.text or ""):
                yield ExampleFailure(
                    ready.rule.code, kind, number, worded(NOT_FIXED, {"text": example["fixed"]})
                )


def _got(outcome: Outcome, ready: Ready) -> Words:
    """How many cases came out how, and what was said of the first that is false."""
    counts = worded(GOT, outcome._asdict())
    if outcome.findings:
        message = outcome.findings[0].message
        more: Words = {language: SUCH_AS[language].format(message=text) for language, text in message.items()}
    else:
        of_claims = any((case.each or "").startswith("claim") for case in ready.definition.cases)
        nothing = NO_CLAIM if of_claims else NOTHING_JUDGED
        more = UNKNOWN_JUDGED if outcome.unknown else {} if outcome.true else nothing
    return {language: words + more.get(language, "") for language, words in counts.items()}


def _fits(kind: str, outcome: Outcome, existence: bool) -> bool:
    """A rule that only looks whether something is there has no true cases."""
    if kind == "bad":
        return outcome.false > 0
    if kind == "silent":
        return not outcome.true and not outcome.false
    return not outcome.false and not outcome.unknown and (outcome.true > 0 or existence)


def _counted(example: Mapping[str, Any], outcome: Outcome) -> bool:
    """As many cases were judged as the example says, if it does."""
    judged = outcome.true + outcome.false + outcome.unknown
    return bool(example.get("judged", judged) == judged)


def _is_fixed(wanted: str, outcome: Outcome, text: str) -> bool:
    """A text stands in the report once the fixes of the findings are made, and not before."""
    edits = sorted({edit for finding in outcome.findings if finding.fix for edit in finding.fix.edits})
    return wanted not in text and wanted in applied(text, edits)


def outcome_of(ready: Ready, example: Mapping[str, Any], bind: Bind) -> Outcome:
    """What a rule says of an example."""
    return _outcome(ready, example, _report_of(example, bind))


def _report_of(example: Mapping[str, Any], bind: Bind) -> Report:
    report = bind(content_of(example, bind))
    if "unreadable" in example:
        report = report._replace(source=Source("-", None, problem=example["unreadable"]))
    if "tracked" in example:
        report = report._replace(source=report.source._replace(tracked=example["tracked"]))
    return report


def _outcome(ready: Ready, example: Mapping[str, Any], report: Report) -> Outcome:
    became = example.get("comments", {})
    found = [notice._replace(**became.get(notice.name, {})) for notice in notices(report.document.directives)]
    return run([ready], report, notices=tuple(found))


def examples_of(examples: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    """The examples of a kind as a list."""
    found = examples.get(kind, [])
    return found if isinstance(found, list) else [found]


def content_of(example: Mapping[str, Any], bind: Bind) -> str | bytes:
    """The text or bytes of an example."""
    if "bytes" in example:
        return bytes.fromhex(example["bytes"])
    if "unreadable" in example:
        return ""
    forms = bind("").forms
    return sample_text(example, forms)
