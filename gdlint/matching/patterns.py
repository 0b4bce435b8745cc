"""Regular expressions of rules, and what they match in a text: RE2, so that no pattern of anybody can take more than linear time."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from gdlint.data import builtin
from gdlint.matching.expression_error import ExpressionError

if TYPE_CHECKING:
    from gdlint.matching.literals import OneOf

_LONGEST_LABEL = 100
_INSIDE = frozenset(bytes([byte]) for byte in range(0x80, 0xC0))
"""bytes inside of a character, where a pattern that fits nothing fits, too"""


class Pattern(NamedTuple):
    """A pattern with its named ones written out: the expression, what each capture reads (see `value_parsers`; None for a
    text), and sets of texts of each of which a match must hold one (see `literals`)."""

    regex: str
    captures: Mapping[str, str | None]
    needed: "tuple[OneOf, ...]"

    def possible(self, text: str) -> bool:
        """The text may hold a match."""
        # Loops: generators cost more than the few searches.
        for texts in self.needed:
            for part in texts:
                if part in text:
                    break
            else:
                return False
        return True


@lru_cache(maxsize=4096)
def pattern(text: str) -> Pattern:
    """A pattern as a rule writes it; those of the built-in rules were written out when the bundle was made.

    Raises `ExpressionError` for a named pattern that does not exist and for a capture that is named twice.
    """
    bundled = builtin.patterns()
    if text in bundled:
        regex, captures, needed = bundled[text]
        return Pattern(regex, captures, tuple(map(tuple, needed)))
    from gdlint.matching.written_patterns import made

    return made(text)


@lru_cache(maxsize=1024)
def compiled(text: str) -> Any:
    """The compiled expression of a pattern.

    Raises `ExpressionError` for what RE2 does not know (look-around, back-references) and for broken patterns.
    """
    import re2

    regex = pattern(text).regex
    try:
        return re2.compile(regex, _options())
    except re2.error as error:
        reason = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        from gdlint.words.faults import pattern_words

        # What nobody wrote, named patterns written out, helps nobody.
        raise ExpressionError("bad-pattern", reason=pattern_words(reason.replace(regex, text))) from None


@cache
def _options() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    return options


class Match:
    """A match in a text: its places and those of its captures, in characters."""

    __slots__ = ("_data", "_found", "_groups", "_text", "end", "start")

    def __init__(self, text: str, data: bytes, start: int, found: Any, groups: Mapping[str, int]) -> None:
        self._text = text
        self._data = data
        self._found = found
        self._groups = groups
        self.start = start
        self.end = self._place(found.end())

    def _place(self, place: int) -> int:
        return self.start + len(self._data[self._found.start() : place].decode())

    @property
    def text(self) -> str:
        """All that was matched."""
        return self._text[self.start : self.end]

    def span(self, name: str) -> tuple[int, int] | None:
        """Where a capture stands; None where it took no part in the match."""
        first, last = self._found.span(self._groups[name])
        return (self._place(first), self._place(last)) if first >= 0 else None

    def __getitem__(self, name: str) -> str | None:
        span = self.span(name)
        return self._text[span[0] : span[1]] if span else None


def steps(text: str, where: str) -> int:
    """What a search costs: hardly anything where no match is possible, else more the larger the pattern is."""
    if not pattern(text).possible(where):
        return 1 + len(where) // 100
    return 1 + len(where) * int(compiled(text).programsize) // 100


def found(text: str, where: str) -> bool:
    """A pattern matches somewhere in a text."""
    # Labels and cells are the same in all reports; longer texts would only fill the memory.
    return _found_in_label(text, where) if len(where) <= _LONGEST_LABEL else _found(text, where)


def _found(text: str, where: str) -> bool:
    return pattern(text).possible(where) and compiled(text).search(where.encode()) is not None


_found_in_label = lru_cache(maxsize=8192)(_found)


def matches(text: str, where: str) -> Iterator[Match]:
    """The matches of a pattern in a text, one after the other."""
    return each_match(text, where) if pattern(text).possible(where) else iter(())


def each_match(text: str, where: str) -> Iterator[Match]:
    """The same without the question whether there may be any, which costs as much as a paragraph without one."""
    groups = _groups(text)
    # RE2 works on bytes; its wrapper for texts takes twice the time.
    data = where.encode()
    at = characters = 0
    empty = -1
    for found in compiled(text).finditer(data):
        first, last = found.span()
        # Behind an empty match it goes on one byte further, and may find the same again.
        if data[first : first + 1] in _INSIDE or first == last == empty:
            continue
        characters += len(data[at:first].decode())
        at, empty = first, last if first == last else -1
        yield Match(where, data, characters, found, groups)


@lru_cache(maxsize=1024)
def _groups(text: str) -> Mapping[str, int]:
    """The numbers of the captures of a pattern by their names."""
    groups: Mapping[str, int] = compiled(text).groupindex
    return groups
