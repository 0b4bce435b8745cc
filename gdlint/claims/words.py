"""The words by which sentences are read, from `rules/claims.yaml` with what forms and packs add: each with its kind and what it
says."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce
from typing import Any, NamedTuple

from gdlint.claims.announced import Announced
from gdlint.claims.families import Family, families
from gdlint.claims.years import Years
from gdlint.data import builtin
from gdlint.data.joined import joined
from gdlint.model.regex import lazy

NAMING = frozenset(("subject", "weak", "aspect", "foreign"))
"""kinds of words that name something"""
CARRIED = frozenset(("carried", "carried_in", "carried_out"))
"""what is said of cases that one year leaves to another"""


class Word(NamedTuple):
    """What a word says: its kind (subject, aspect, scope, …) and the names it has in that kind."""

    kind: str
    names: tuple[str, ...]


class Subject(NamedTuple):
    """What is counted: the cells of a table that every aspect of it shares, and what is meant where no aspect is named."""

    name: str
    table: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    default: str = ""
    money: bool = False
    counters: frozenset[str] = frozenset()
    whole: tuple[str, ...] = ()
    """aspects that are all of it together"""


class Aspect(NamedTuple):
    """What became of a subject: rows or columns, the group of the form that it belongs to, whether it means the rest."""

    name: str
    of: tuple[str, ...]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    group: str = ""
    rest: bool = False
    chiefly: tuple[str, ...] = ()
    """those of its subjects that are meant where others stand beside them"""


class Again(NamedTuple):
    """The words by which one quantity is told again, as patterns, and which of them say the same."""

    fillers: re.Pattern[str]
    other: re.Pattern[str]
    """what makes a quantity another one"""
    total: re.Pattern[str]
    verb: re.Pattern[str]
    event: re.Pattern[str]
    own_event: re.Pattern[str]
    channel: re.Pattern[str]
    body: re.Pattern[str]
    whole: re.Pattern[str]
    aspect: re.Pattern[str]
    """a heading of one of the aspects of the work"""
    alike: tuple[tuple[re.Pattern[str], str], ...]
    heading: re.Pattern[str]


class Unfilled(NamedTuple):
    """Words by which a figure is missed."""

    counted: tuple[str, ...]
    """behind which a mark holds the place of a number"""
    bare: tuple[str, ...]
    """behind which a counter has a number"""
    totals: tuple[str, ...]
    """the same of counters in which words end: 文件"""
    notes: tuple[str, ...]
    """what is written in brackets where a number is to stand"""
    endings: tuple[str, ...]
    """letters behind which 条 is no counter"""


class Words(NamedTuple):
    """All words by their text, the lengths of those that begin with a character (the longest first), subjects, aspects."""

    known: Mapping[str, Mapping[str, Word]]
    """by the character that they begin with"""
    lengths: Mapping[str, Sequence[int]]
    subjects: Mapping[str, Subject]
    aspects: Mapping[str, Aspect]
    again: Again
    """the words by which one quantity is told again"""
    announced: Announced
    """the words that announce the length of a list"""
    years: Years
    """the words by which another year is named for a reason"""
    unfilled: Unfilled
    """the words by which a figure is missed"""
    unsettling: Mapping[str, re.Pattern[str]]
    """by table, what finds the words that leave open what a figure of their sentence takes in"""
    taken: tuple[str, ...]
    passed: tuple[str, ...]
    """verbs of what came in, and of what was done with it"""
    plain: frozenset[str]
    """the words right before a subject that make it no special one"""
    ways: re.Pattern[str]
    """what finds the ways in which one matter is done, each apart from the others"""
    overlapping: re.Pattern[str]
    """what finds that parts were counted more than once"""
    channels: re.Pattern[str]
    """what finds a way of publishing"""
    beside: re.Pattern[str]
    """what finds that a part of a list is counted beside the others"""
    goes_on: re.Pattern[str]
    """what a sentence goes on with behind a list"""
    every: tuple[str, ...]
    """the words right before cases that make them those of every kind"""
    opposites: tuple[tuple[str, ...], ...]
    """words of which two are all there is"""
    families: tuple[Family, ...]
    """classes of which one excludes the others"""
    classes: re.Pattern[str]
    """what finds each of these"""


class _Known(dict[str, Mapping[str, Word]]):
    """The words by the character that they begin with: those of one are looked at when a text holds it, for there are thousands."""

    def __init__(self, written: Mapping[str, Iterable[tuple[str, Sequence[str], str]]]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, letter: str) -> Mapping[str, Word]:
        known: dict[str, Word] = {}
        for kind, names, texts in self._written.get(letter, ()):
            known |= dict.fromkeys(texts.split("\n"), Word(kind, tuple(names)))
        self[letter] = known
        return known


@cache
def words() -> Words:
    """The words of the built-in lexicon."""
    return words_from(builtin.claims(), builtin.claim_words())


def words_from(data: Mapping[str, Any], written: Mapping[str, Any] | None = None) -> Words:
    """The words of a lexicon, which may have been `written` out before; where two entries spell one word, the first says what it
    is, but aspects share it."""
    if written is None:
        from gdlint.claims.written_words import written_out

        written = written_out(data)
    return Words(
        _Known(written[builtin.KNOWN]),
        written["lengths"],
        {name: _subject(name, item) for name, item in data["subjects"].items()},
        {name: _aspect(name, item) for name, item in data["aspects"].items()},
        Again(
            **_patterns(written["again"]),
            alike=tuple((lazy(pattern), one) for pattern, one in written["alike"]),
        ),
        Announced(**_patterns(written["announced"])),
        Years(**_patterns(written["years"])),
        Unfilled(**{name: tuple(entries) for name, entries in data["unfilled"].items()}),
        _patterns(written["unsettling"]),
        tuple(data["steps"]["taken"]),
        tuple(data["steps"]["passed"]),
        frozenset(written["plain"].split("\n")),
        every=tuple(data["every"]),
        opposites=tuple(tuple(entry.split("|")) for entry in data["opposites"]),
        families=families(written["families"]),
        classes=lazy(written["classes"]),
        **_patterns(written["any"]),
    )


def _patterns(written: Mapping[str, str]) -> dict[str, Any]:
    return {name: lazy(pattern) for name, pattern in written.items()}


def _subject(name: str, item: Mapping[str, Any]) -> Subject:
    return Subject(
        name,
        item["table"],
        tuple(item.get("rows", ())),
        tuple(item.get("columns", ())),
        item.get("default", ""),
        item.get("money", False),
        frozenset(item.get("counters", "件 份 次 条 宗 起 例 项 个 件次").split()),
        tuple(item.get("whole", ())),
    )


def _aspect(name: str, item: Mapping[str, Any]) -> Aspect:
    return Aspect(
        name,
        tuple(item["of"]),
        tuple(item.get("rows", ())),
        tuple(item.get("columns", ())),
        item.get("group", ""),
        item.get("rest", False),
        tuple(item.get("chiefly", ())),
    )


@lru_cache(maxsize=8)
def words_with(additions: tuple[str, ...]) -> Words:
    """The built-in words with additions, each the JSON of a mapping of the same shape as `rules/claims.yaml`."""
    if not additions:
        return words()
    return words_from(reduce(joined, map(json.loads, additions), builtin.claims()))
