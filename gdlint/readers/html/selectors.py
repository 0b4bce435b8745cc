"""Selectors of style sheets, as far as they name elements by tag, class, id and what is around them: `td .x`, `p.a > i#b`."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gdlint.readers.html.node import Node

_PARTS = re.compile(r"[^\s>]+|>")
_COMPOUND = re.compile(r"(\*|[A-Za-z][A-Za-z0-9]*)?((?:[.#][A-Za-z_][\w-]*)*)")
_NAMES = re.compile(r"[.#]?[A-Za-z_][\w-]*")
_MOST_COMPOUNDS = 8
_MOST_STEPS = 200_000
"""that are taken on one page to compare elements with selectors; beyond, no element is known to be named"""


class Compound(NamedTuple):
    """What an element is to be: its tag ("" for any) and its names, `.class` and `#id`; and whether it is to stand right in what the
    compound before it names."""

    tag: str
    names: frozenset[str]
    is_child: bool = False

    def fits(self, node: Node) -> bool:
        """An element is that."""
        return self.tag in ("", node.tag) and (not self.names or self.names <= names_of(node))

    @property
    def key(self) -> str:
        """One of the names of each element that it fits."""
        return min(self.names, default=self.tag)


Selector = tuple[Compound, ...]
"""from the outermost element to the one that is named"""


def selector_of(text: str) -> Selector | None:
    """A selector; None for one that says more, or names no tag, class or id at its end."""
    found: list[Compound] = []
    is_child = False
    for part in _PARTS.findall(text):
        compound = _COMPOUND.fullmatch(part)
        if part == ">" and found:
            is_child = True
        elif compound is None or len(found) == _MOST_COMPOUNDS:
            return None
        else:
            tag = "" if compound[1] in (None, "*") else compound[1].lower()
            found.append(Compound(tag, frozenset(_NAMES.findall(compound[2])), is_child))
            is_child = False
    return tuple(found) if found and found[-1].key and not is_child else None


def names_in(text: str) -> list[str]:
    """Whatever a selector names."""
    return _NAMES.findall(text)


def names_of(node: Node) -> frozenset[str]:
    """The names of an element: `.class` and `#id`."""
    classes, own = node.attr("class"), node.attr("id")
    found = [f".{name}" for name in classes.split()] if classes else []
    return frozenset((*found, f"#{own}") if own else found)


class Selectors:
    """Some selectors, by which the elements of one page are looked up."""

    def __init__(self, selectors: Iterable[Selector]) -> None:
        self._by_key: dict[str, list[Selector]] = {}
        for selector in selectors:
            self._by_key.setdefault(selector[-1].key, []).append(selector)
        self._steps = _MOST_STEPS

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def name(self, node: Node, around: Sequence[Node]) -> bool:
        """Whether any of them names an element, which stands in others, the outermost first."""
        if self._steps <= 0:
            return False
        keys = (node.tag, *names_of(node))
        return any(
            self._names(selector, node, around) for key in keys for selector in self._by_key.get(key, ())
        )

    def _names(self, selector: Selector, node: Node, around: Sequence[Node]) -> bool:
        """The nearest element around that fits a compound is taken for it: of several, no other is tried."""
        self._steps -= 1
        if self._steps < 0 or not selector[-1].fits(node):
            return False
        wanted, is_child = len(selector) - 2, selector[-1].is_child
        for outer in reversed(around):
            if wanted < 0 or self._steps <= 0:
                break
            self._steps -= 1
            if selector[wanted].fits(outer):
                is_child = selector[wanted].is_child
                wanted -= 1
            elif is_child:
                return False
        return wanted < 0
