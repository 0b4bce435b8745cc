"""Places as programs read them: line and column, or the location in a file that has no lines."""

from typing import TYPE_CHECKING

from gdlint.forms.place_words import place_words
from gdlint.model.finding import Finding
from gdlint.model.source import Source

if TYPE_CHECKING:
    from gdlint.reporters.extracted import PlaceData


def place_data(source: Source, start: int) -> "PlaceData":
    """`line` and `column` of a letter of the text; both null, and `origin`, where the file has no lines."""
    if location := source.location(start):
        return {"line": None, "column": None, "origin": location.data()}
    place = source.place(start, start)
    return {"line": place.line, "column": place.column}


def line_of(source: Source, start: int) -> int | None:
    """The line of a letter of the text; None where the file has no lines."""
    return place_data(source, start)["line"]


def where(finding: Finding, source: Source, language: str) -> str:
    """The place of a finding in words: its line, or what there is in a file that has none."""
    return place_words(source, finding.spots[0].start, language)


def placed_message(finding: Finding, source: Source, language: str) -> str:
    """The message of a finding, with its place in front where the file has no lines: for formats that say lines alone."""
    message = finding.message[language]
    return f"{where(finding, source, language)}: {message}" if finding.origin else message
