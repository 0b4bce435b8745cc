"""Word documents with comments: nothing but the main part, its relations, the types and the part of comments changes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from gdlint.annotations.comment_ranges import CommentRange, range_of
from gdlint.annotations.comments_part import (
    Comments,
    free_number,
    others_comments,
    prefix_of,
    space_of,
    with_comments,
)
from gdlint.annotations.comments_relation import comments_part
from gdlint.annotations.notes import Note
from gdlint.model.page import UnreadableError
from gdlint.model.source import Source
from gdlint.readers.docx.trace import trace
from gdlint.wordfile.element_places import Elements, elements
from gdlint.wordfile.package_parts import Replaced, part, replaced, with_parts
from gdlint.wordfile.positions import Position, Positions

_MARKS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})


def annotated(data: bytes, source: Source, notes: Sequence[Note], when: datetime) -> bytes:
    """A document with a comment for each note, in place of those that gdlint wrote before. One without either stays as it is.

    Raises `UnreadableError` for what is no document, or has no paragraph to comment on.
    """
    traced = trace(data)
    tree = elements(part(data, traced.part) or b"")
    space = space_of(tree.all[0])
    found = comments_part(data, traced.part, space)
    comments = others_comments(found.content, space)
    if not notes and not comments.own:
        return data
    comments = comments._replace(free=max(comments.free, _free_in_text(tree, comments.own)))
    if comments.own:
        bare = replaced(tree.content, _own_marks(tree, comments.own))
        data = with_parts(data, {traced.part: bare})
        traced, tree = trace(data), elements(bare)
    ranges = _ranges([range_of(note, traced, Positions(tree)) for note in notes])
    main = replaced(tree.content, _marked(ranges, comments, prefix_of(tree, space)))
    written = with_comments(comments, notes, space, when)
    return with_parts(data, {traced.part: main, found.name: written, **found.changed})


def _ranges(found: Sequence[CommentRange | None]) -> list[CommentRange]:
    ranges = [each for each in found if each]
    if len(ranges) < len(found):
        raise UnreadableError("damaged")
    return ranges


def _free_in_text(tree: Elements, own: frozenset[str]) -> int:
    """A number that no mark of others has, not even one without a comment."""
    marks = (each.value("id") for each in tree.all if each.local in _MARKS)
    return free_number(key for key in marks if key not in own)


def _own_marks(tree: Elements, own: frozenset[str]) -> Iterator[Replaced]:
    """What the main part has of comments of certain numbers."""
    for number, element in enumerate(tree.all):
        if element.local in _MARKS and element.value("id") in own:
            gone = tree.all[_run_alone(tree, number)]
            yield Replaced(gone.start, gone.end, b"")


def _run_alone(tree: Elements, number: int) -> int:
    """The run that holds nothing but a reference, else the reference."""
    run = tree.all[number].parent
    others = [n for n in tree.children(run) if n != number and tree.all[n].local != "rPr"]
    return number if others or tree.all[run].local != "r" else run


class _Marks(NamedTuple):
    """The marks that stand at one position: ends before starts, and what begins and ends there behind both."""

    ends: list[bytes]
    starts: list[bytes]
    both: list[bytes]


def _marked(ranges: Sequence[CommentRange], comments: Comments, prefix: str) -> Iterator[Replaced]:
    """The changes that put the marks of comments into the main part."""
    marks: dict[int, _Marks] = defaultdict(lambda: _Marks([], [], []))
    positions: dict[int, Position] = {}
    for number, (first, last) in enumerate(ranges, comments.free):
        start, end = _start(number, prefix), _end(number, prefix)
        positions |= {first.start: first, last.start: last}
        if first.start == last.start:
            marks[first.start].both.append(start + end)
        else:
            marks[first.start].starts.append(start)
            marks[last.start].ends.append(end)
    changes = {
        change
        for place, position in positions.items()
        for change in position.with_markup(
            b"".join((*marks[place].ends, *marks[place].starts, *marks[place].both))
        )
    }
    yield from changes


def _start(number: int, prefix: str) -> bytes:
    return f'<{prefix}commentRangeStart {prefix}id="{number}"/>'.encode()


def _end(number: int, prefix: str) -> bytes:
    reference = f'<{prefix}commentReference {prefix}id="{number}"/>'
    return f'<{prefix}commentRangeEnd {prefix}id="{number}"/><{prefix}r>{reference}</{prefix}r>'.encode()
