"""Where a body is: the places that its name begins with, where they are certain."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from gdlint.forms.divisions import Division, Path, divisions, towns

_HEADS = ("国家税务总局", "国家统计局", "中国共产党", "中共")
"""what may stand before the place in the name of a body"""
_BETWEEN = ("人民政府",)
_GOVERNMENT = ("人民政府", "政府")
_TOWNS = ("镇", "乡", "街道", "苏木")
_LONGEST, _SHORTEST = 15, 2
"""letters in the name of a place"""


@lru_cache(maxsize=1024)
def region_of(body: str) -> Path | None:
    """The names of the place of a body from the province down; of several places of that name what they have in common;
    None where the name does not begin with a place that is known."""
    found, _ = _walk(body)
    levels = zip(*(division.path for division in found), strict=False)
    return tuple(names[0] for names in takewhile(lambda names: len(set(names)) == 1, levels)) or None


@lru_cache(maxsize=1024)
def level_of(body: str) -> str | None:
    """The level of the place that a name consists of, without 人民政府 (province, city, county, town, street); None where
    it is no place that is known, or the name of places of several levels."""
    name = next((body.removesuffix(end) for end in _GOVERNMENT if body.endswith(end)), body)
    found, rest = _walk(name)
    levels = {division.level for division in found}
    return levels.pop() if not rest and len(levels) == 1 else None


@lru_cache(maxsize=1024)
def is_elsewhere(text: str, region: Path) -> bool | None:
    """The place whose name a text ends with neither lies in a region nor holds it; None where it is no place that is
    known, or one of several of that name."""
    path = _path_at_end(text)
    return path[: len(region)] != region[: len(path)] if path else None


def _path_at_end(text: str) -> Path | None:
    """The path of the place with the longest name that a text ends with, of three letters at least: 城区 may be any."""
    for name in (text[start:] for start in range(max(0, len(text) - _LONGEST), len(text) - _SHORTEST)):
        if named := _named(name):
            return named[0].path if len(named) == 1 else None
    return None


def _walk(body: str) -> tuple[Sequence[Division], str]:
    """The places that a name begins with, one inside the other (all that have the innermost name), and what follows."""
    rest = next((body.removeprefix(head) for head in _HEADS if body.startswith(head)), body)
    found: Sequence[Division] = ()
    while step := _step(found, rest):
        found, rest = step
    return found, rest


def _step(outer: Sequence[Division], text: str) -> tuple[Sequence[Division], str] | None:
    """The places inside the outer ones (anywhere, where there are none) with the longest name that a text begins with."""
    for start in ("", *_BETWEEN) if outer else ("",):
        rest = text.removeprefix(start)
        for name in _beginnings(rest):
            inner = [division for division in _named(name) if _is_inside(division, outer)]
            if inner:
                return inner, rest[len(name) :]
    return None


def _beginnings(text: str) -> Iterator[str]:
    return (text[:length] for length in range(min(_LONGEST, len(text)), _SHORTEST - 1, -1))


def _named(name: str) -> Sequence[Division]:
    """The places of a name; towns are read only where it has the form of one."""
    return divisions(name) or (towns(name) if name.endswith(_TOWNS) else ())


def _is_inside(division: Division, outer: Sequence[Division]) -> bool:
    path = division.path
    return not outer or any(path[: len(o.path)] == o.path != path for o in outer)
