"""Findings for people: a block a cause, the worst first; at the end, what to fix first."""

from collections.abc import Iterable, Iterator, Sequence

from gdlint.forms.place_words import place_words
from gdlint.model.finding import Finding, Spot
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.advice import Advice
from gdlint.reporters.colour import Line, plain_line, shown_lines
from gdlint.reporters.excerpt import excerpt_lines
from gdlint.reporters.fix_words import fix_words
from gdlint.reporters.levels import worst_first
from gdlint.reporters.safe import masked
from gdlint.words.file_results import SEVERITY
from gdlint.words.finding_text import (
    AND_SO_ON,
    BASIS,
    COMMA,
    HELP,
    MORE_ELSEWHERE,
    MORE_LINES,
    OTHERS,
    OTHERS_ELSEWHERE,
    SAME_LINE,
)

SHOWN_PLACES = 5
"""places of a finding, and findings of a block, that are shown"""
SHOWN_LINES = 20
"""lines of the other findings of a block that are named"""


def finding_lines(finding: Finding, source: Source, language: str) -> Iterator[str]:
    """The lines of one finding alone."""
    return map(plain_line, block_lines([finding], source, language))


def causes(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings by what is to be done about them, the worst first, then in the order of the text."""
    blocks: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in worst_first(findings):
        key = (finding.severity.value, finding.code, finding.basis)
        blocks.setdefault(key, []).append(finding)
    return list(blocks.values())


def block_lines(
    block: Sequence[Finding], source: Source, language: str, columns: int | None = None
) -> Iterator[Line]:
    """The lines of the findings of one cause: the first in full, the others with place and message."""
    first = block[0]
    one_help = len({finding.help[language] for finding in block}) == 1
    yield _head(first, source, language)
    yield (("", f"  {masked(first.message[language])}"),)
    yield from excerpt_of(first, source, columns)
    if len(first.spots) > 1:
        yield (("", f"  {other_places(first.spots, source, language)}"),)
    if not one_help:
        yield from _help(first, language)
    yield from _others(block, source, language, one_help=one_help)
    yield from _fix(block, source, language)
    yield (("dim", f"  {BASIS[language]}{first.basis}"),)
    if one_help:
        yield from _help(first, language)


def excerpt_of(finding: Finding, source: Source, columns: int | None = None) -> Iterator[Line]:
    """The line of a finding with its place marked."""
    place = source.place_in_text(finding.spots[0].start, finding.spots[0].end)
    return excerpt_lines(source, place, columns, "" if finding.origin else str(finding.line))


def _head(finding: Finding, source: Source, language: str) -> Line:
    place = f"{masked(source.path)}:{_where(finding, source, language)}"
    severity = SEVERITY[finding.severity][language]
    return (
        ("place", place),
        ("", ": "),
        (finding.severity.value, severity),
        ("", f" {finding.code} {finding.name}"),
    )


def _where(finding: Finding, source: Source, language: str) -> str:
    """Line and column, or the words for the place in a file without lines."""
    if finding.origin is None:
        return f"{finding.line}:{finding.column}"
    return masked(f" {place_words(source, finding.spots[0].start, language)}")


def _help(finding: Finding, language: str) -> Iterator[Line]:
    text = masked(finding.help[language])
    if text:
        yield (("", f"  {HELP[language]}{text}"),)


def _fix(block: Sequence[Finding], source: Source, language: str) -> Iterator[Line]:
    """What `--fix` would do about the first finding of a block for which it would do anything."""
    words = next(filter(None, (fix_words(finding, source, language) for finding in block)), "")
    if words:
        yield (("", f"  {words}"),)


def _others(block: Sequence[Finding], source: Source, language: str, *, one_help: bool) -> Iterator[Line]:
    """The other findings of a block: some in a line each, the rest by their lines."""
    for finding in block[1:SHOWN_PLACES]:
        place = _where(finding, source, language).strip()
        yield ("place", f"  {place} "), ("", masked(finding.message[language]))
        if not one_help:
            yield from _help(finding, language)
    rest = block[SHOWN_PLACES:]
    if rest:
        places = _places((finding.spots[0] for finding in rest), source, language)
        words = OTHERS_ELSEWHERE if rest[0].origin else OTHERS
        yield (("", f"  {words[language].format(n=len(rest), lines=_named(places, SHOWN_LINES, language))}"),)


def other_places(spots: Sequence[Spot], source: Source, language: str) -> str:
    """Where a finding stands beside its first place."""
    others = _places(spots, source, language)[1:]
    if not others:
        return SAME_LINE[language].format(n=len(spots))
    words = MORE_ELSEWHERE if source.location(spots[0].start) else MORE_LINES
    return words[language].format(n=len(spots), lines=_named(others, SHOWN_PLACES - 1, language))


def _places(spots: Iterable[Spot], source: Source, language: str) -> list[str]:
    """The lines of some spots, or the words for their places in a file without lines, each once."""
    places = (
        masked(place_words(source, spot.start, language))
        if source.location(spot.start)
        else str(source.place(spot.start, spot.start).line)
        for spot in spots
    )
    return list(dict.fromkeys(places))


def _named(places: Sequence[str], most: int, language: str) -> str:
    more = AND_SO_ON[language] if len(places) > most else ""
    return COMMA[language].join(places[:most]) + more


class TextReporter(Reporter):
    """Blocks for people, each with an empty line behind it."""

    def head(self) -> None:
        """Nothing is written, and nothing known yet."""
        self.advice = Advice()

    def file(self, checked: FileResult) -> None:
        """The blocks of one file."""
        source = checked.report.source
        self.advice.add(source, checked.outcome.findings, self.language)
        for block in causes(checked.outcome.findings):
            self._lines(block_lines(block, source, self.language, self.run.columns))
            self.write("\n")

    def end(self, summary: Summary) -> None:
        """What to fix first."""
        self._lines(self.advice.lines(self.language))

    def _lines(self, lines: Iterable[Line]) -> None:
        self.write(shown_lines(lines, colour=self.run.colour))
