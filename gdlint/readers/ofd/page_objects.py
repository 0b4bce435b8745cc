"""The objects of a page of OFD as glyphs and rules."""

from collections.abc import Iterator

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import Polyline, rules_of
from gdlint.readers.drawn.sheet import Box, Glyph, Point, Sheet
from gdlint.readers.elements import Node, child, local
from gdlint.readers.ofd.letters import glyphs_of
from gdlint.readers.ofd.numbers import number, placement

MOST_OBJECTS = 45_000
"""of all pages; a long report, letter by letter, has some ten thousands"""
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
        self.off_page = 0
        """letters of all pages that no page shows"""

    def sheet(self, width: float, height: float) -> Sheet:
        """All that was drawn on a sheet of that size; what is drawn next is of another one."""
        whole = Box(0, 0, width, height)
        glyphs = tuple(glyph for glyph in self._glyphs if whole.holds(*glyph.box.middle))
        self.off_page += len(self._glyphs) - len(glyphs)
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
            if each.get("Visible", "") == "false":
                continue
            if name in _HOLDERS:
                self.layers(each)
            elif name == "TextObject":
                self._glyphs += glyphs_of(each)
            elif name == "PathObject":
                self._paths += _paths(each)


def _paths(node: Node) -> Iterator[Polyline]:
    """The straight stretches of a path; a curve ends a stretch."""
    placed = placement(node.get("Boundary", ""), node.get("CTM", ""))
    filled, stroked = node.get("Fill", "") == "true", node.get("Stroke", "") != "false"
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
