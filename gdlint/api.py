"""The public API: read, parse and check reports, without files, output or command line. Each function is a few lines over a
`Session`, which whoever checks many reports opens himself."""

import errno
import os
import warnings
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdlint.config.chosen import Choice, Options
from gdlint.model.claim import Claim
from gdlint.model.form import Forms
from gdlint.model.frozen import NOTHING, FrozenDict
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.reporters.extracted import Extracted
from gdlint.session import Session, Times

if TYPE_CHECKING:
    from gdlint.engine.checks import Ready
    from gdlint.engine.definition import Definition
    from gdlint.engine.suppress import Terms

__all__ = [
    "Choice", "Extracted", "Options", "Result", "Session", "builtin_rules", "claims", "extract", "extracted", "forms", "lint",
    "lint_report", "lint_source", "parse", "parse_source", "rules_for",
]  # fmt: skip

Content = str | bytes | Path
Result = FileResult


def parse(content: Content, name: str = "-", options: Options | None = None) -> Report:
    """Read one report from a path, bytes or a text, and bind it to the official forms.

    A file that cannot be read as a report is one without text; its `source.problem` says why. Nothing is raised for what
    stands in the content; `OSError` for a path at which there is no file, `ValueError` for a text that is the name of one, and
    for a form that there is not.
    """
    return parse_source(_source(content, name, _session()), options)


def parse_source(source: Source, options: Options | None = None) -> Report:
    """Bind a text that a reader has read to the official forms."""
    return _session().parse(source, options or Options())


def lint(
    content: Content,
    name: str = "-",
    options: Options | None = None,
    rules: "Sequence[Ready] | None" = None,
    *,
    settings: Path | None = None,
    packs: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Result:
    """Parse one report and hold it against rules: the default ones, those that a settings file (no other is looked for),
    packs and selectors leave, or `rules` (see `rules_for`) and no others. Comments in it that silence findings count.

    Raises what `parse` raises, and `gdlint.config.errors.ConfigError` for mistakes in the settings, for packs that are
    not there and for selectors that fit no rule. Warns (`FutureWarning`) of packs with words of the rule language that others have
    replaced.
    """
    lists = {"packs": packs, "select": select, "ignore": ignore}
    many = FrozenDict({key: _texts(key, given) for key, given in lists.items()})
    session = _session(settings, many)
    source = _source(content, name, session)
    if rules is not None:
        return lint_source(source, options, rules)
    path = Path(os.path.abspath(content)) if isinstance(content, Path) else None
    result = session.check(source, path, options or Options())
    _warn_of_old_words(session)
    return result


def lint_source(
    source: Source,
    options: Options | None = None,
    rules: "Sequence[Ready] | None" = None,
    terms: "Terms | None" = None,
    times: Times | None = None,
) -> Result:
    """Hold a text that a reader has read against rules. `terms` say what comments and a baseline may silence.

    The seconds that each rule took are added to `times` by its code, and those for reading the report by "".
    """
    return lint_report(_session().parse(source, options or Options(), times), rules, terms, times)


def lint_report(
    report: Report,
    rules: "Sequence[Ready] | None" = None,
    terms: "Terms | None" = None,
    times: Times | None = None,
) -> Result:
    """Hold a parsed report against rules."""
    from gdlint.engine.run import outcome_of

    own = _session().rules_at(None)
    return Result(
        report, outcome_of(own.rules() if rules is None else rules, report, terms or own.terms, times)
    )


def extract(content: Content, name: str = "-", options: Options | None = None) -> Extracted:
    """The tables and facts of one report, as one item of `files` in the JSON of `gdlint extract`."""
    return extracted(parse(content, name, options))


def extracted(report: Report, language: str = "zh") -> Extracted:
    """The tables, facts and claims of a report that was parsed, with reasons in a language."""
    from gdlint.reporters.extract import report_data

    return report_data(report, claims(report), language)


def claims(report: Report, added_words: tuple[str, ...] = ()) -> list[tuple[Claim, int]]:
    """What the text of a report says in figures, each with the place of its number in the source. The spans of the claims are
    those of the source, too. `added_words` are those of packs."""
    from gdlint.scopes.claim_cases import claims_of
    from gdlint.scopes.context import Context

    return [(case.placed, case.spots[0].start) for case in claims_of(Context(report, None, added_words))]


def forms() -> Forms:
    """The official forms, with what plugins add to them."""
    return _session().catalogue.forms


def builtin_rules() -> "tuple[Definition, ...]":
    """All rules of the built-in catalogue, selected or not."""
    return tuple(offer.definition for offer in _session().catalogue.builtin)


def rules_for(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> "tuple[Ready, ...]":
    """The rules that a selection by code, name, group or prefix leaves, ready to run. Those that say that a file could not be
    checked are always among them.

    Raises `gdlint.config.errors.ConfigError` for a selector that fits no rule.
    """
    return _session(None, FrozenDict({"select": select, "ignore": ignore})).rules_at(None).rules()


@lru_cache(maxsize=8)
def _session(settings: Path | None = None, many: Mapping[str, Any] = NOTHING) -> Session:
    """The session that calls with equal choices share."""
    return Session(Choice(many=many, config=settings, baselines=False))


def _warn_of_old_words(session: Session) -> None:
    """Warn whoever called the library, once a place and pack."""
    for pack, words in session.old_words.items():
        changes = ", ".join(f"{word.code}: {word.old} → {word.new}" for word in words)
        warnings.warn(
            f"the pack {pack} has old words, which still hold: {changes}", FutureWarning, stacklevel=3
        )


def _texts(what: str, given: Sequence[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise TypeError(f"{what} is a list of texts, not a text: [{given!r}]")
    return tuple(given)


def _source(content: Content, name: str, session: Session) -> Source:
    if isinstance(content, Path):
        if not content.exists() or content.is_dir():
            kind = errno.EISDIR if content.is_dir() else errno.ENOENT
            raise OSError(kind, os.strerror(kind), str(content))
        return session.read(content)
    if isinstance(content, str) and "\n" not in content and os.path.isfile(content):
        raise ValueError(f"this is the name of a file, not a text; for the file pass Path({content!r})")
    if not isinstance(content, str | bytes):
        raise TypeError(f"a report is a Path, bytes or a text, not {type(content).__name__}")
    return session.read(content, str(name))
