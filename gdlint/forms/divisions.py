"""The places of `rules/places`, read when somebody asks for the first time: provinces, cities, counties, and their towns."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from gdlint.data import resources

Path = tuple[str, ...]
"""the names of a place from the province down"""


class Division(NamedTuple):
    """A place: its names from the province down, and its level (province, city, county, town or street)."""

    path: Path
    level: str


@lru_cache(maxsize=1024)
def divisions(name: str) -> tuple[Division, ...]:
    """All provinces, cities and counties of a name."""
    # To make all of them places takes as long as to read a report, and hardly one is asked for.
    if name not in _names():
        return ()
    return tuple(found for path, counties in _cities() for found in _called(name, path, counties))


@lru_cache(maxsize=1024)
def towns(name: str) -> tuple[Division, ...]:
    """All towns and streets of a name."""
    level = "street" if name.endswith("街道") else "town"
    return tuple(Division((*_counties()[line], name), level) for line in _lines_with(name))


@cache
def _names() -> frozenset[str]:
    return frozenset(_text("divisions").split())


def _called(name: str, path: Path, counties: Sequence[str]) -> Iterator[Division]:
    """The province or city of a line and its counties, as far as they have a name."""
    is_city = len(path) > 1
    if path[-1] == name and (is_city or not counties):
        yield Division(path, "city" if is_city else "province")
    if name in counties:
        yield Division((*path, name), "county")


def _lines_with(name: str) -> Iterator[int]:
    """The numbers of the lines with a town: one belongs to each county."""
    text, line, behind = _text("towns"), 0, 0
    while (place := text.find(f" {name}", behind)) >= 0:
        line += text.count("\n", behind, place)
        behind = place + len(name) + 1
        if text[behind] in " \n":
            yield line


@cache
def _cities() -> tuple[tuple[Path, Sequence[str]], ...]:
    """The provinces, without counties, and behind each its cities with theirs; counties of no city are those of the province."""
    found: list[tuple[Path, Sequence[str]]] = []
    province: Path = ()
    for line in _text("divisions").splitlines():
        first, *counties = line.split()
        if line[0] != " ":
            province = (first,)
        found.append(((*province, first) if line[0] == " " and first != "-" else province, counties))
    return tuple(found)


@cache
def _counties() -> list[Path]:
    """The counties in the order of the file."""
    return [(*path, county) for path, counties in _cities() for county in counties]


@cache
def _text(name: str) -> str:
    """The lines of a file without those that say what it is: a province a line, below it a line for each city with its counties
    (`-` is no city); or a county a line, with its towns behind it."""
    text = (resources.root() / "rules" / "places" / f"{name}.txt").read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text
