"""Where in a Word document the words or the cell of a note begin and end."""

from typing import NamedTuple

from gdlint.annotations.notes import Note
from gdlint.readers.docx.trace import Stretch, Trace, TracedBlock
from gdlint.wordfile.positions import Position, Positions


class CommentRange(NamedTuple):
    """The place before the first and behind the last letter of what a comment is about."""

    first: Position
    last: Position


def range_of(note: Note, trace: Trace, positions: Positions) -> CommentRange | None:
    """The range of a note, in one cell or in paragraphs that follow each other; None where the document has no paragraph.

    A note on nothing, as on what is missing, is about the whole paragraph or cell in which its place is.
    """
    number = _nearest(trace, trace.block_at(note.start))
    if number is None:
        return None
    block = trace.blocks[number]
    chosen = _chosen(note, trace, number, positions)
    if not chosen:
        paragraph = block.paragraph
        bounds = positions.around(paragraph) if paragraph is not None else None
        return CommentRange(*bounds) if bounds else None
    exact = note.start < note.end
    first = positions.before(chosen[0], max(note.start, chosen[0].start) if exact else chosen[0].start)
    last = positions.behind(chosen[-1], min(note.end, chosen[-1].end) if exact else chosen[-1].end)
    return _in_order(first, last, chosen[0], positions)


def _in_order(
    first: Position | None, last: Position | None, stretch: Stretch, positions: Positions
) -> CommentRange | None:
    """The range; where boxes and notes have turned it about, that of its first stretch."""
    if first and last and last.start < first.start:
        last = positions.behind(stretch, stretch.end)
    return CommentRange(first, last) if first and last else None


def _nearest(trace: Trace, number: int) -> int | None:
    """The block, or the nearest one before or behind it, that has a paragraph to write in."""
    around = (*range(number, -1, -1), *range(number, len(trace.blocks)))
    return next((n for n in around if _can_be_written(trace.blocks[n])), None)


def _can_be_written(block: TracedBlock) -> bool:
    return block.paragraph is not None or bool(block.stretches)


def _chosen(note: Note, trace: Trace, number: int, positions: Positions) -> list[Stretch]:
    """What prints the letters of a note."""
    block = trace.blocks[number]
    if note.start >= note.end or block.in_cell:
        return _overlapping(note, block) or list(block.stretches)
    found = _overlapping(note, block)
    for other in trace.blocks[number + 1 :]:
        if other.start >= note.end or other.in_cell:
            break
        if _is_beside(block, other, positions):
            found += _overlapping(note, other)
    return found or list(block.stretches)


def _overlapping(note: Note, block: TracedBlock) -> list[Stretch]:
    if note.start >= note.end:
        return []
    return [each for each in block.stretches if each.start < note.end and each.end > note.start]


def _is_beside(block: TracedBlock, other: TracedBlock, positions: Positions) -> bool:
    """Two paragraphs stand in the same part of the document."""
    parents = [
        positions.tree.all[paragraph].parent
        for each in (block, other)
        if each.paragraph is not None and (paragraph := positions.paragraph_of(each.paragraph)) is not None
    ]
    return len(parents) == 2 and parents[0] == parents[1]
