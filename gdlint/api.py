"""The public API: read, parse and check reports, without files, output or command line."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from gdlint.config.load import NONE
from gdlint.config.settings import called
from gdlint.engine.checks import Ready
from gdlint.engine.suppress import Terms, run_and_silence
from gdlint.forms.bind import bind
from gdlint.forms.vocabulary import vocabulary_of
from gdlint.model.document import Document
from gdlint.model.finding import Finding, Outcome
from gdlint.model.report import Report
from gdlint.model.source import Source
from gdlint.model.vocabulary import Vocabulary
from gdlint.readers import text as text_reader
from gdlint.reading import read_bytes, read_path
from gdlint.rulebook import Rulebook, builtin_rules, forms

__all__ = [
    "Options", "Result", "builtin_rules", "extract", "forms", "lint", "lint_report", "lint_source", "parse",
    "parse_source", "parse_timed", "rules_for",
]  # fmt: skip

Content = str | bytes | Path
Times = dict[str, float]


class Options(NamedTuple):
    """What overrules a report's own word: template (2019 or 2021), year, body."""

    template: int | None = None
    year: int | None = None
    body: str | None = None


class Result(NamedTuple):
    """A checked report: what was read, and what is to be said of it."""

    report: Report
    outcome: Outcome

    @property
    def is_report(self) -> bool:
        """A section or an official table was found."""
        return self.report.is_report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of their place."""
        return self.outcome.findings


def parse(content: Content, name: str = "-", options: Options | None = None) -> Report:
    """Read one report from a path, bytes or a text, and bind it to the official forms.

    A file that cannot be read is a report without text; its `source.problem` says why. Nothing is raised for what
    stands in the content.
    """
    return parse_source(_source(content, name), options)


def parse_source(source: Source, options: Options | None = None) -> Report:
    """Bind a text that a reader has read to the official forms."""
    options = options or Options()
    document = Document((), ())
    if source.text is not None:
        from gdlint.syntax.parse import parse as parse_text

        document = parse_text(source.text, _vocabulary())
    return bind(source, document, forms(), template=options.template, year=options.year, body=options.body)


def lint(
    content: Content,
    name: str = "-",
    options: Options | None = None,
    rules: Sequence[Ready] | None = None,
) -> Result:
    """Parse one report and hold it against rules (all default ones, unless given: see `rules_for`).

    Comments in it that silence findings count; settings files do not.
    """
    return lint_source(_source(content, name), options, rules)


def lint_source(
    source: Source,
    options: Options | None = None,
    rules: Sequence[Ready] | None = None,
    terms: Terms | None = None,
    times: Times | None = None,
) -> Result:
    """Hold a text that a reader has read against rules. `terms` say what comments and a baseline may silence.

    The seconds that each rule took are added to `times` by its code, and those for reading the report by "".
    """
    return lint_report(parse_timed(source, options, times), rules, terms, times)


def parse_timed(source: Source, options: Options | None, times: Times | None) -> Report:
    """Bind a text to the official forms; the seconds that it took are added to `times` by ""."""
    begin = perf_counter()
    report = parse_source(source, options)
    if times is not None:
        times[""] = times.get("", 0) + perf_counter() - begin
    return report


def lint_report(
    report: Report,
    rules: Sequence[Ready] | None = None,
    terms: Terms | None = None,
    times: Times | None = None,
) -> Result:
    """Hold a parsed report against rules."""
    rules = rules_for() if rules is None else rules
    return Result(report, run_and_silence(rules, report, terms or _own().terms, times))


def extract(content: Content, name: str = "-", options: Options | None = None) -> dict[str, object]:
    """The tables and facts of one report, as one item of `files` in the JSON of `gdlint extract`."""
    from gdlint.reporters.extract import report_data

    return report_data(parse(content, name, options))


@cache
def _vocabulary() -> Vocabulary:
    return vocabulary_of(forms())


@cache
def _own() -> Rulebook:
    return Rulebook(NONE)


@cache
def rules_for(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Ready, ...]:
    """The rules that a selection by code, name, group or prefix leaves, ready to run.

    Raises `gdlint.config.errors.ConfigError` for a selector that fits no rule.
    """
    return Rulebook(called(NONE, {}, {"select": select, "ignore": ignore})).rules()


def _source(content: Content, name: str) -> Source:
    if isinstance(content, Path):
        return read_path(content)
    return read_bytes(content, name) if isinstance(content, bytes) else text_reader.from_string(content, name)
