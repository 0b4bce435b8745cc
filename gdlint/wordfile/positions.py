"""Places between the elements of a document at which markup may stand: in a paragraph, outside of whatever others have put around
runs (changes, content controls, links), and in a run where it is parted in two."""

from collections.abc import Iterator
from typing import NamedTuple

from gdlint.readers.docx.trace import Stretch
from gdlint.wordfile.element_places import Elements
from gdlint.wordfile.package_parts import Replaced

_SPACE = b' xml:space="preserve"'
_KEEPS_SPACE = "space"


class Position(NamedTuple):
    """A place in the bytes. What stands from `start` to `end` gives way to `before`, the markup, and `behind`; `other` is what
    else is to be changed so that nothing looks other than before."""

    start: int
    end: int
    before: bytes = b""
    behind: bytes = b""
    other: tuple[Replaced, ...] = ()

    def with_markup(self, markup: bytes) -> Iterator[Replaced]:
        """The changes that put markup there."""
        yield Replaced(self.start, self.end, self.before + markup + self.behind)
        yield from self.other


def _at(place: int) -> Position:
    return Position(place, place)


class Positions:
    """The places of one document."""

    def __init__(self, tree: Elements) -> None:
        self.tree = tree

    def paragraph_of(self, element: int) -> int | None:
        """The outermost paragraph that holds an element; None where none does."""
        found = [n for n in self.tree.around(element) if self.tree.all[n].local == "p"]
        return found[-1] if found else None

    def before(self, stretch: Stretch, place: int) -> Position | None:
        """Before a letter of the text that a stretch prints."""
        return self._beside(stretch.element, place - stretch.start, stretch.end - stretch.start, behind=False)

    def behind(self, stretch: Stretch, place: int) -> Position | None:
        """Behind the last letter before a place of the text."""
        return self._beside(stretch.element, place - stretch.start, stretch.end - stretch.start, behind=True)

    def around(self, element: int) -> tuple[Position, Position] | None:
        """Before and behind all that an element prints; a paragraph's own bounds lie within it."""
        first = self._beside(element, 0, 0, behind=False)
        last = self._beside(element, 0, 0, behind=True)
        return (first, last) if first and last else None

    def _beside(self, element: int, letter: int, length: int, *, behind: bool) -> Position | None:
        paragraph = self.paragraph_of(element)
        if paragraph is None:
            return None
        if paragraph == element:
            return self._bound(paragraph, behind=behind)
        path = list(self.tree.around(element))
        top = path[path.index(paragraph) - 1]
        if self.tree.all[top].local == "r" and self.tree.all[element].parent == top:
            return self._in_run(top, element, letter, length, behind=behind)
        return self._outside(top, behind=behind)

    def _outside(self, element: int, *, behind: bool) -> Position:
        return _at(self.tree.all[element].end if behind else self.tree.all[element].start)

    def _bound(self, paragraph: int, *, behind: bool) -> Position:
        """The beginning or end of what a paragraph holds; one without an end tag gets one."""
        own = self.tree.all[paragraph]
        if own.is_empty_tag:
            return Position(own.end - 2, own.end, b">", f"</{own.name}>".encode())
        if behind:
            return _at(own.close)
        properties = self._properties(paragraph, "pPr")
        return _at(own.inner if properties is None else self.tree.all[properties].end)

    def _in_run(self, run: int, element: int, letter: int, length: int, *, behind: bool) -> Position:
        if 0 < letter < length and (parted := self._in_text(run, element, letter)):
            return parted
        properties = self._properties(run, "rPr")
        printed = [child for child in self.tree.children(run) if child != properties]
        if element == printed[-1 if behind else 0]:
            return self._outside(run, behind=behind)
        place = self._outside(element, behind=behind).start
        return Position(place, place, self._end_tag(run), self._reopened(run))

    def _in_text(self, run: int, element: int, letter: int) -> Position | None:
        """A place in a text, whose run is parted there; None where the text cannot be."""
        own = self.tree.all[element]
        place = self.tree.place_in_text(element, letter)
        if place is None or own.local != "t":
            return None
        text = "".join(letters.text for letters in self.tree.letters[element])
        needs = text[letter - 1].isspace() and _KEEPS_SPACE not in "".join(own.attributes)
        other = (Replaced(own.inner - 1, own.inner - 1, _SPACE),) if needs else ()
        reopened = self._reopened(run) + f"<{own.name}".encode() + _SPACE + b">"
        return Position(place, place, self._end_tag(element) + self._end_tag(run), reopened, other)

    def _properties(self, element: int, name: str) -> int | None:
        first = next(self.tree.children(element), None)
        return first if first is not None and self.tree.all[first].local == name else None

    def _end_tag(self, element: int) -> bytes:
        return f"</{self.tree.all[element].name}>".encode()

    def _reopened(self, run: int) -> bytes:
        """The start of a run with its properties, as printed."""
        own, properties = self.tree.all[run], self._properties(run, "rPr")
        end = own.inner if properties is None else self.tree.all[properties].end
        start = own.inner if properties is None else self.tree.all[properties].start
        return self.tree.content[own.start : own.inner] + self.tree.content[start:end]
