"""Findings for people: place, message, the line with the place marked, basis and mend."""

import unicodedata
from collections.abc import Iterator

from gdlint.fault import Words
from gdlint.model.finding import Finding, Spot
from gdlint.model.source import Place, Source
from gdlint.reporters.safe import harmless, masked, shown
from gdlint.reporters.words import SEVERITY
from gdlint.reporters.writing import CheckedFile, Writer

SHOWN_PLACES = 5
WINDOW = 30
"""characters of the line shown on either side of the place"""

_LONGEST_NUMBER = 24
"""characters of an identity or card number, with blanks"""

_BASIS: Words = {"zh": "依据：", "en": "basis: "}
_HELP: Words = {"zh": "改法：", "en": "mend:  "}
_MORE: Words = {"zh": "共 {n} 处，另见第 {lines} 行", "en": "{n} places, see also line {lines}"}
_SAME_LINE: Words = {"zh": "本行共 {n} 处", "en": "{n} places in this line"}
_AND_SO_ON: Words = {"zh": " 等", "en": " and more"}


def finding_lines(finding: Finding, source: Source, language: str) -> Iterator[str]:
    """The lines of one finding."""
    yield from map(harmless, _lines(finding, source, language))


def _lines(finding: Finding, source: Source, language: str) -> Iterator[str]:
    place = Place(finding.line, finding.column, finding.end_line, finding.end_column)
    severity = SEVERITY[finding.severity][language]
    yield f"{masked(source.path)}:{finding.line}:{finding.column}: {severity} {finding.code} {finding.name}"
    yield f"  {masked(finding.message[language])}"
    yield from excerpt(source, place)
    if len(finding.spots) > 1:
        yield f"  {_others(finding.spots, source, place.line, language)}"
    yield f"  {_BASIS[language]}{finding.basis}"
    if finding.help[language]:
        yield f"  {_HELP[language]}{finding.help[language]}"


def _others(spots: tuple[Spot, ...], source: Source, first: int, language: str) -> str:
    lines = [source.place(spot.start, spot.start).line for spot in spots[1:]]
    named = [line for line in dict.fromkeys(lines) if line != first][: SHOWN_PLACES - 1]
    if not named:
        return _SAME_LINE[language].format(n=len(spots))
    more = _AND_SO_ON[language] if len(spots) > SHOWN_PLACES else ""
    separator = "、" if language == "zh" else ", "
    return _MORE[language].format(n=len(spots), lines=separator.join(map(str, named)) + more)


def excerpt(source: Source, place: Place) -> Iterator[str]:
    """The line of a place, cut to a window around it, and a line that marks it; wide characters count twice."""
    if source.text is None:
        return
    whole = source.line_text(place.line)
    if not whole or whole.isspace():
        return
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(whole)
    begin, stop = max(0, start - WINDOW), min(len(whole), max(end, start) + WINDOW)
    if end - start > 2 * WINDOW:
        stop = end = start + 2 * WINDOW
    line = _visible(_masked_stretch(source, place.line, whole, begin, stop))
    before = ("…" if begin else "") + line[: start - begin]
    marked = line[start - begin : end - begin]
    after = line[end - begin :] + ("…" if stop < len(whole) else "")
    number = str(place.line)
    yield f"  {number} │ {before}{marked}{after}".rstrip()
    yield f"  {' ' * len(number)} │ {' ' * width(before)}{'^' * max(1, width(marked))}"


def _masked_stretch(source: Source, number: int, line: str, start: int, end: int) -> str:
    """A stretch of a line with numbers masked, even one that begins before it or goes on behind it, in the line above or
    below. The rest of the line, which may be as long as a file, is not looked at."""
    first, last = max(0, start - _LONGEST_NUMBER), end + _LONGEST_NUMBER
    part = line[first:last]
    above = source.line_text(number - 1).rstrip()[-_LONGEST_NUMBER:] if number > 1 and not first else ""
    ends_here = last >= len(line) and number < len(source.starts)
    below = source.line_text(number + 1).lstrip()[:_LONGEST_NUMBER] if ends_here else ""
    inner = part.strip()
    begin = part.find(inner)
    across = masked(above + inner + below)[len(above) : len(above) + len(inner)]
    return (part[:begin] + across + part[begin + len(inner) :])[start - first : end - first]


def _visible(text: str) -> str:
    """The line with numbers masked, and every character as one of a known width: a tab is an arrow. It keeps its length."""
    return shown(text.replace("\t", "→"))


def width(text: str) -> int:
    """The columns that a text takes on a terminal: East Asian wide and full-width characters two, marks none."""
    return sum(
        0 if unicodedata.combining(letter) or letter in "\u200b\u200c\u200d\ufeff"
        else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )  # fmt: skip


class TextWriter(Writer):
    """Lines for people."""

    def file(self, checked: CheckedFile) -> None:
        """The findings of one file."""
        for finding in checked.outcome.findings:
            lines = finding_lines(finding, checked.report.source, self.language)
            self.write("\n".join(lines) + "\n\n")
