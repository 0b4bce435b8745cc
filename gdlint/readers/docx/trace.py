"""Which element of a document prints which letters of its text, for whoever writes into it."""

from bisect import bisect_right
from typing import NamedTuple

from gdlint.readers.docx.main_part import main_name, main_part
from gdlint.readers.docx.page import written
from gdlint.readers.docx.writing import WrittenBlock
from gdlint.readers.packages import Package


class Stretch(NamedTuple):
    """Letters of the text that one element of the main part prints, letter by letter where it is a `t`. Elements are counted
    from 0 in the order of the document. An automatic number is printed by its paragraph, a note by what refers to it."""

    start: int
    end: int
    element: int


class TracedBlock(NamedTuple):
    """A paragraph or cell: where it stands in the text, without the line end behind it, the element of its first paragraph (None:
    it has none), what prints its letters, and whether it is a cell."""

    start: int
    end: int
    paragraph: int | None
    stretches: tuple[Stretch, ...]
    in_cell: bool


class Trace(NamedTuple):
    """The text of a document block by block, and the name of its main part."""

    text: str
    part: str
    blocks: tuple[TracedBlock, ...]

    def block_at(self, place: int) -> int:
        """The number of the block in which a place of the text stands."""
        return max(bisect_right(self.blocks, place, key=lambda block: block.start) - 1, 0)


def trace(data: bytes) -> Trace:
    """Read a document once more. Raises `UnreadableError`."""
    package = Package(data)
    main = main_part(package)
    writing = written(package, main)
    numbers = {node: n for n, node in enumerate(main.iter("*"))}
    return Trace(
        writing.text, main_name(package), tuple(_traced(block, numbers) for block in writing.written)
    )


def _traced(block: WrittenBlock, numbers: dict[object, int]) -> TracedBlock:
    place, stretches = block.start, []
    for piece in block.pieces:
        end = place + len(piece.text)
        if end > place and piece.node is not None:
            stretches.append(Stretch(place, end, numbers[piece.node]))
        place = end
    paragraph = numbers.get(block.paragraph)
    return TracedBlock(block.start, place, paragraph, tuple(stretches), block.in_cell)
