"""The places of `rules/places`, read when somebody asks for the first time: provinces, cities, counties, and their towns."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from gdlint.data import resources

Path = tuple[str, ...]
"""the names of a place from the province down"""


class Division(NamedTuple):
    """A place: its names from the province down, and its level (province, city, county, town or street)."""

    path: Path
    level: str


@cache
def divisions() -> Mapping[str, tuple[Division, ...]]:
    """All provinces, cities and counties by their own name; a name may be that of several."""
    named: dict[str, list[Division]] = defaultdict(list)
    for division in _read_divisions():
        named[division.path[-1]].append(division)
    return {name: tuple(several) for name, several in named.items()}


@lru_cache(maxsize=1024)
def towns(name: str) -> tuple[Division, ...]:
    """All towns and streets of a name."""
    text, starts = _town_lines()
    level = "street" if name.endswith("街道") else "town"
    found = re.finditer(rf"(?<= ){re.escape(name)}(?=[ \n])", text)
    counties = _counties()
    return tuple(
        Division((*counties[bisect_right(starts, match.start()) - 1].path, name), level) for match in found
    )


@cache
def _counties() -> tuple[Division, ...]:
    """The counties in the order of the file."""
    return tuple(division for division in _read_divisions() if division.level == "county")


@cache
def _town_lines() -> tuple[str, tuple[int, ...]]:
    """The towns as one text, in which a line belongs to each county, and where these lines begin: to search it for a name
    takes a hundredth of the time that it takes to make them all places."""
    lines = [f"{line}\n" for line in _lines("towns")]
    return "".join(lines), tuple(accumulate(map(len, lines[:-1]), initial=0))


def _read_divisions() -> Iterator[Division]:
    """A province a line, below it a line for each city with its counties; `-` is no city."""
    province: Path = ()
    for line in _lines("divisions"):
        first, *counties = line.split()
        if line[0] != " ":
            province = (first,)
            yield Division(province, "province")
            continue
        city = province if first == "-" else (*province, first)
        if city != province:
            yield Division(city, "city")
        yield from (Division((*city, county), "county") for county in counties)


def _lines(name: str) -> Iterator[str]:
    text = (resources.root() / "rules" / "places" / f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))
