"""Edits of a text as a unified diff of its lines."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.model.fix import Edit, applied
from gdlint.model.source import Source

CONTEXT = 3
"""lines that are shown around a change"""


class _Change(NamedTuple):
    first: int
    """number of its first line, from 0"""
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def behind(self) -> int:
        return self.first + len(self.old)


def unified(source: Source, edits: Sequence[Edit]) -> Iterator[str]:
    """The lines of the diff that edits of a canonical text make, without line ends."""
    if not edits:
        return
    lines = (source.text or "").split("\n")
    yield f"--- {source.path}"
    yield f"+++ {source.path}"
    moved = 0
    for hunk in _hunks(list(_changes(source, edits))):
        yield from _hunk_lines(hunk, lines, moved)
        moved += sum(len(change.new) - len(change.old) for change in hunk)


def _changes(source: Source, edits: Sequence[Edit]) -> Iterator[_Change]:
    """The lines that edits change, those of one line together."""
    text, waiting, last = source.text or "", list[Edit](), -1
    for edit in edits:
        if waiting and _line(source, edit.start) > last:
            yield _change(source, text, waiting, last)
            waiting = []
        waiting.append(edit)
        last = _line(source, max(edit.end - 1, edit.start))
    yield _change(source, text, waiting, last)


def _change(source: Source, text: str, edits: Sequence[Edit], last: int) -> _Change:
    first = _line(source, edits[0].start)
    begin = source.starts[first]
    end = source.starts[last + 1] if last + 1 < len(source.starts) else len(text)
    within = [Edit(edit.start - begin, edit.end - begin, edit.text) for edit in edits]
    return _Change(first, _lines(text[begin:end]), _lines(applied(text[begin:end], within)))


def _line(source: Source, place: int) -> int:
    return source.place_in_text(place, place).line - 1


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.removesuffix("\n").split("\n")) if text else ()


def _hunks(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.first - hunk[-1].behind > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _hunk_lines(hunk: Sequence[_Change], lines: Sequence[str], moved: int) -> Iterator[str]:
    begin = max(hunk[0].first - CONTEXT, 0)
    end = min(hunk[-1].behind + CONTEXT, len(lines) - (not lines[-1]))
    more = sum(len(change.new) - len(change.old) for change in hunk)
    yield f"@@ -{begin + 1},{end - begin} +{begin + 1 + moved},{end - begin + more} @@"
    at = begin
    for change in hunk:
        yield from (f" {line}" for line in lines[at : change.first])
        yield from (f"-{line}" for line in change.old)
        yield from (f"+{line}" for line in change.new)
        at = change.behind
    yield from (f" {line}" for line in lines[at:end])
