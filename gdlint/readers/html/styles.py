"""What styles of a page do to its text: those of an element, and rules in the page's own style sheets."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from gdlint.readers.html.selectors import Selector, Selectors, names_in, selector_of

_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_BRACES = re.compile(r"[{}]")
_ZERO = re.compile(r"0+(?:\.0*)?(?:px|pt|em|rem|%)?")
_FAR = re.compile(r"-\d{3,6}(?:px|em|rem|pt|%)")
_CLIPPED = re.compile(r"rect\((?:0|1px)(?:px)?(?:[ ,]{1,3}(?:0|1px)(?:px)?){3}\)")
_BLOCKS = frozenset({"block", "flex", "grid", "list-item", "table", "table-row", "table-cell"})
_LONGEST = 2_000
"""letters of a style that are looked at"""
_LARGEST_SHEET = 200_000
"""letters of all style sheets that are looked at"""


class Look(NamedTuple):
    """What a style does to the text of an element: it hides or strikes it out, shows it, leaves it no size (unless elements in it
    have one of their own), raises it, sets it in lines of its own."""

    hides: bool = False
    shows: bool = False
    is_sizeless: bool = False
    raises: bool = False
    is_block: bool = False


PLAIN = Look()


@lru_cache(maxsize=1024)
def look_of(style: str) -> Look:
    """What a list of declarations does; of several of one property the last counts."""
    found = dict(_declarations(style[:_LONGEST]))
    display, visibility = found.get("display", ""), found.get("visibility", "")
    lines = found.get("text-decoration", "") + found.get("text-decoration-line", "")
    hides = display == "none" or visibility in ("hidden", "collapse") or _is_out_of_sight(found)
    return Look(
        hides or "line-through" in lines,
        not hides and bool(display or visibility),
        _ZERO.fullmatch(found.get("font-size", "")) is not None,
        found.get("vertical-align") == "super",
        display in _BLOCKS,
    )


def _is_out_of_sight(found: Mapping[str, str]) -> bool:
    """Declarations leave nothing of an element to be seen: text for screen readers, which says again what is shown."""
    if found.get("position") not in ("absolute", "fixed"):
        return False
    is_far = any(_FAR.fullmatch(found.get(side, "")) for side in ("left", "top"))
    return is_far or bool(_CLIPPED.fullmatch(found.get("clip", ""))) or found.get("clip-path") == "inset(50%)"


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        yield name.strip(), value.replace("!important", "").strip()


def hiding_selectors(sheets: Iterable[str]) -> Selectors:
    """What the style sheets of a page hide or strike out, but for what another rule shows that names the same, as tabs are shown."""
    hiding: list[Selector | None] = []
    showing = set[str]()
    for selectors, style in _rules("\n".join(sheets)[:_LARGEST_SHEET]):
        look = look_of(style)
        if look.shows:
            showing.update(names_in(selectors))
        elif look.hides:
            hiding += map(selector_of, selectors.split(","))
    return Selectors(
        each for each in hiding if each and showing.isdisjoint(each[-1].names or (each[-1].tag,))
    )


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors of each rule with its declarations; rules for print and the like, which stand in braces of others, are none."""
    depth, begin, selectors = 0, 0, ""
    sheet = _COMMENT.sub(" ", sheet)
    for brace in _BRACES.finditer(sheet):
        if brace[0] == "{":
            if not depth:
                selectors = sheet[begin : brace.start()]
            depth += 1
            begin = brace.end() if depth == 1 else -1
        elif depth:
            depth -= 1
            if not depth:
                if begin >= 0:
                    yield selectors, sheet[begin : brace.start()]
                begin = brace.end()
