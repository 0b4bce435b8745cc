"""The public API: read, parse and check reports, without files, output or command line."""

import errno
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from gdlint.config.form import template_named
from gdlint.config.load import NONE, load
from gdlint.config.settings import Settings, called
from gdlint.engine.checks import Ready
from gdlint.engine.suppress import Terms, run_and_silence
from gdlint.forms.bind import bind
from gdlint.forms.vocabulary import vocabulary_of
from gdlint.model.claim import Claim
from gdlint.model.document import Document
from gdlint.model.finding import Finding, Outcome
from gdlint.model.form import Template
from gdlint.model.report import Report
from gdlint.model.source import Source
from gdlint.model.vocabulary import Vocabulary
from gdlint.readers import text as text_reader
from gdlint.reading import read_bytes, read_path
from gdlint.rulebook import Rulebook, builtin_rules, forms

if TYPE_CHECKING:
    from gdlint.syntax.parse import Pieces

__all__ = [
    "Options", "Result", "builtin_rules", "claims", "extract", "extracted", "forms", "lint", "lint_report", "lint_source", "parse",
    "parse_source", "parse_timed", "rules_for",
]  # fmt: skip

Content = str | bytes | Path
Times = dict[str, float]


class Options(NamedTuple):
    """What overrules a report's own word: the name of a form (one that is a year may be a number), year, body."""

    template: Template | None = None
    year: int | None = None
    body: str | None = None


class Result(NamedTuple):
    """A checked report: what was read, and what is to be said of it."""

    report: Report
    outcome: Outcome

    @property
    def is_report(self) -> bool:
        """It is an annual report of an administrative body."""
        return self.report.is_report

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of their place."""
        return self.outcome.findings


def parse(content: Content, name: str = "-", options: Options | None = None) -> Report:
    """Read one report from a path, bytes or a text, and bind it to the official forms.

    A file that cannot be read as a report is one without text; its `source.problem` says why. Nothing is raised for what
    stands in the content; `OSError` for a path at which there is no file, `ValueError` for a text that is the name of one.
    """
    return parse_source(_source(content, name), options)


def parse_source(source: Source, options: Options | None = None) -> Report:
    """Bind a text that a reader has read to the official forms."""
    options = options or Options()
    source, document = _document(source)
    return bind(source, document, forms(), template=options.template, year=options.year, body=options.body)


def lint(
    content: Content,
    name: str = "-",
    options: Options | None = None,
    rules: Sequence[Ready] | None = None,
    *,
    settings: Path | None = None,
    packs: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Result:
    """Parse one report and hold it against rules: the default ones, those that a settings file (no other is looked for),
    packs and selectors leave, or `rules` (see `rules_for`) and no others. Comments in it that silence findings count.

    Raises what `parse` raises, and `gdlint.config.errors.ConfigError` for mistakes in the settings, for packs that are
    not there and for selectors that fit no rule.
    """
    source = _source(content, name)
    if rules is not None:
        return lint_source(source, options, rules)
    lists = (_texts("packs", packs), _texts("select", select), _texts("ignore", ignore))
    choice = _Choice(settings, *lists)
    book = _book(choice)
    report = parse_source(source, overruled(book.settings, options or Options()))
    if book.is_open and report.is_report:
        book = _book(choice, _folders_asked(report, book.settings))
    path = Path(os.path.abspath(content)) if isinstance(content, Path) else None
    return lint_report(report, book.rules(path), book.terms)


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
    return extracted(parse(content, name, options))


def extracted(report: Report, language: str = "zh") -> dict[str, object]:
    """The tables, facts and claims of a report that was parsed, with reasons in a language."""
    from gdlint.reporters.extract import report_data

    return report_data(report, claims(report), language)


def claims(report: Report) -> list[tuple[Claim, int]]:
    """What the text of a report says in figures, each with the place of its number in the source."""
    from gdlint.lang.claims import claims_of
    from gdlint.lang.context import Context

    return [(case.claim, case.spots[0].start) for case in claims_of(Context(report))]


def _document(source: Source) -> tuple[Source, Document]:
    """A source and its syntax tree; one in which a report is larger than any is a file that cannot be read."""
    if source.text is None:
        return source, Document((), ())
    from gdlint.syntax.bounds import TooLargeError
    from gdlint.syntax.parse import parse as parse_text

    try:
        return source, parse_text(source.text, _vocabulary(), _up_to_second)
    except TooLargeError:
        return Source(source.path, None, problem="large-report"), Document((), ())


def _up_to_second(pieces: "Pieces") -> "Pieces":
    from gdlint.forms.several import up_to_second

    return up_to_second(pieces, forms())


@cache
def _vocabulary() -> Vocabulary:
    return vocabulary_of(forms())


@cache
def _own() -> Rulebook:
    return Rulebook(NONE)


class _Choice(NamedTuple):
    """What a call of the library chooses its rules by."""

    settings: Path | None
    packs: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]


@cache
def _book(choice: _Choice, auto: frozenset[Path] = frozenset()) -> Rulebook:
    """The rules of a choice, with those of the packs in the folders `auto`, for which a report asked."""
    many = {"packs": choice.packs, "select": choice.select, "ignore": choice.ignore}
    settings = called(load(choice.settings) if choice.settings else NONE, {}, many)
    if not auto:
        return Rulebook(settings)
    from gdlint.packs.find import packs_on_offer

    return Rulebook(settings, auto=tuple(pack for pack in packs_on_offer().values() if pack.folder in auto))


def _folders_asked(report: Report, settings: Settings) -> frozenset[Path]:
    """The folders of the packs that a report asks for."""
    from gdlint.packs.find import packs_on_offer
    from gdlint.packs.region import packs_asked

    known = packs_on_offer().values()
    return frozenset(pack.folder for pack in packs_asked(settings.value("region"), report, known))


def _texts(what: str, given: Sequence[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise TypeError(f"{what} is a list of texts, not a text: [{given!r}]")
    return tuple(given)


def overruled(settings: Settings, asked: Options) -> Options:
    """What overrules a report's own word: what a call asks for, else what settings say."""
    return Options(
        asked.template or template_named(settings, forms()),
        asked.year or settings.value("year"),
        asked.body,
    )


@cache
def rules_for(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> tuple[Ready, ...]:
    """The rules that a selection by code, name, group or prefix leaves, ready to run. Those that say that a file could not be
    checked are always among them.

    Raises `gdlint.config.errors.ConfigError` for a selector that fits no rule.
    """
    return Rulebook(called(NONE, {}, {"select": select, "ignore": ignore})).rules()


def _source(content: Content, name: str) -> Source:
    if isinstance(content, Path):
        if not content.exists() or content.is_dir():
            kind = errno.EISDIR if content.is_dir() else errno.ENOENT
            raise OSError(kind, os.strerror(kind), str(content))
        return read_path(content)
    if isinstance(content, str) and "\n" not in content and os.path.isfile(content):
        raise ValueError(f"this is the name of a file, not a text; for the file pass Path({content!r})")
    return read_bytes(content, name) if isinstance(content, bytes) else text_reader.from_string(content, name)
