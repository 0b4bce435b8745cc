"""What is written at a place of a report: a finding in a few lines."""

from collections.abc import Iterator
from typing import NamedTuple

from gdlint.model.finding import Finding
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.reporters.safe import shown
from gdlint.reporters.text import other_places
from gdlint.words.file_results import SEVERITY
from gdlint.words.finding_text import BASIS, HELP

AUTHOR = "gdlint"


class Note(NamedTuple):
    """What is said at `text[start:end]` of the canonical text, in lines, and the rule that says it."""

    start: int
    end: int
    lines: tuple[str, ...]
    code: str = ""


def notes_of(result: FileResult, language: str) -> tuple[Note, ...]:
    """A note for each finding at its first place, in the order of the text."""
    source = result.report.source
    return tuple(
        Note(
            finding.spots[0].start,
            finding.spots[0].end,
            tuple(map(shown, _lines(finding, source, language))),
            finding.code,
        )
        for finding in result.findings
    )


def _lines(finding: Finding, source: Source, language: str) -> Iterator[str]:
    yield f"{SEVERITY[finding.severity][language]} {finding.code} {finding.name}"
    yield finding.message[language]
    if len(finding.spots) > 1:
        yield other_places(finding.spots, source, language)
    if finding.help[language]:
        yield f"{HELP[language]}{finding.help[language]}"
    if finding.basis:
        yield f"{BASIS[language]}{finding.basis}"
