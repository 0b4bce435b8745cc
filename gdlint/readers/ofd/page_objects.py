"""The objects of a page of OFD as glyphs and rules."""

from collections.abc import Iterator

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import Point, Polyline, rules_of
from gdlint.readers.drawn.sheet import Box, Glyph, Sheet, around
from gdlint.readers.elements import Node, child, children, local, value
from gdlint.readers.ofd.numbers import Placement, distances, number, placement

MOST_OBJECTS = 60_000
"""of all pages; a long report, letter by letter, has some ten thousands"""
_ASCENT = 0.88
"""of the size of a font, above the line on which letters stand"""
_WIDE = "\u2e80"
_HOLDERS = frozenset({"Layer", "PageBlock"})
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""how many numbers each command of a path takes"""


class PageObjects:
    """Glyphs and paths that grow object by object, page by page."""

    def __init__(self) -> None:
        self._glyphs: list[Glyph] = []
        self._paths: list[Polyline] = []
        self._drawn = 0
        """objects of all pages"""

    def sheet(self, width: float, height: float) -> Sheet:
        """All that was drawn on a sheet of that size; what is drawn next is of another one."""
        whole = Box(0, 0, width, height)
        glyphs = tuple(glyph for glyph in self._glyphs if whole.holds(*glyph.box.middle))
        paths, self._glyphs, self._paths = self._paths, [], []
        return Sheet(width, height, glyphs, *rules_of(paths))

    def layers(self, node: Node | None) -> None:
        """The objects in an element; the depth is that of the tree, which the parser bounds. Raises `UnreadableError` for more than
        any report has, since a template may be drawn on each page."""
        for each in node if node is not None else ():
            self._drawn += 1
            if self._drawn > MOST_OBJECTS:
                raise UnreadableError("large-report")
            name = local(each)
            if value(each, "Visible") == "false":
                continue
            if name in _HOLDERS:
                self.layers(each)
            elif name == "TextObject":
                self._glyphs += _glyphs(each)
            elif name == "PathObject":
                self._paths += _paths(each)


def _placed(node: Node) -> Placement:
    return placement(value(node, "Boundary"), value(node, "CTM"))


def _glyphs(node: Node) -> Iterator[Glyph]:
    placed = _placed(node)
    size = number(value(node, "Size"))
    x = y = 0.0
    for code in children(node, "TextCode"):
        text = code.text or ""
        x, y = number(value(code, "X"), x), number(value(code, "Y"), y)
        across = distances(value(code, "DeltaX"), len(text))
        down = distances(value(code, "DeltaY"), len(text))
        for n, letter in enumerate(text):
            width = size if letter >= _WIDE else size / 2
            if n < len(across) and across[n] > 0:
                width = min(width, across[n])
            if letter.isprintable() and not letter.isspace() and size > 0:
                corners = (
                    placed.point(x, y - _ASCENT * size),
                    placed.point(x + width, y + (1 - _ASCENT) * size),
                )
                yield Glyph(letter, around([Box(*corner, *corner) for corner in corners]))
            x += across[n] if n < len(across) else (0.0 if down else width)
            y += down[n] if n < len(down) else 0.0


def _paths(node: Node) -> Iterator[Polyline]:
    """The straight stretches of a path; a curve ends a stretch."""
    placed = _placed(node)
    filled, stroked = value(node, "Fill") == "true", value(node, "Stroke") != "false"
    data = child(node, "AbbreviatedData")
    points: list[Point] = []
    for command, operands in _commands((data.text or "") if data is not None else ""):
        if command not in "LC" and points:
            yield Polyline(tuple(points), filled, stroked)
            points = []
        if command == "C" and points:
            points.append(points[0])
        elif command in "SML":
            points.append(placed.point(*operands))
    if points:
        yield Polyline(tuple(points), filled, stroked)


def _commands(text: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The commands of a path with their numbers; what is none is passed over."""
    parts = iter(text.split())
    for part in parts:
        if (count := _OPERANDS.get(part)) is not None:
            yield part, tuple(number(next(parts, "")) for _ in range(count))
