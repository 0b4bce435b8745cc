"""The words by which sentences are read, from `rules/claims.yaml` with what forms and packs add: each with its kind and what it
says."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, reduce
from typing import Any, NamedTuple

from gdlint.claims.again import Again, again_from
from gdlint.claims.announced import Announced, announced_from
from gdlint.claims.spelling import any_of, spelled
from gdlint.data import builtin
from gdlint.data.joined import joined
from gdlint.model.regex import lazy


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


class Words(NamedTuple):
    """All words by their text, the lengths of those that begin with a character (the longest first), subjects, aspects."""

    known: Mapping[str, Word]
    lengths: Mapping[str, tuple[int, ...]]
    subjects: Mapping[str, Subject]
    aspects: Mapping[str, Aspect]
    again: Again
    """the words by which one quantity is told again"""
    announced: Announced
    """the words that announce the length of a list"""
    unsettling: Mapping[str, re.Pattern[str]]
    """by table, what finds the words that leave open what a figure of their sentence takes in"""
    taken: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    """verbs of what came in, and of what was done with it"""
    plain: frozenset[str] = frozenset()
    """the words right before a subject that make it no special one"""
    ways: re.Pattern[str] = re.compile("(?!)")
    """what finds the ways in which one matter is done, each apart from the others"""
    overlapping: re.Pattern[str] = re.compile("(?!)")
    """what finds that parts were counted more than once"""
    channels: re.Pattern[str] = re.compile("(?!)")
    """what finds a way of publishing"""
    beside: re.Pattern[str] = re.compile("(?!)")
    """what finds that a part of a list is counted beside the others"""
    goes_on: re.Pattern[str] = re.compile("(?!)")
    """what a sentence goes on with behind a list"""
    every: tuple[str, ...] = ()
    """the words right before cases that make them those of every kind"""


@cache
def words() -> Words:
    """The words of the built-in lexicon."""
    return words_from(builtin.claims())


def words_from(data: Mapping[str, Any]) -> Words:
    """The words of a lexicon; where two entries spell one word, the first says what it is, but aspects share it."""
    made = data.get("known")
    known = {text: Word(kind, tuple(names)) for text, (kind, names) in made.items()} if made else _known(data)
    lengths: dict[str, set[int]] = {}
    for text in known:
        lengths.setdefault(text[0], set()).add(len(text))
    return Words(
        known,
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
        {name: _subject(name, item) for name, item in data["subjects"].items()},
        {name: _aspect(name, item) for name, item in data["aspects"].items()},
        again_from(data),
        announced_from(data),
        {table: lazy("|".join(map(re.escape, entries))) for table, entries in data["unsettling"].items()},
        tuple(data["steps"]["taken"]),
        tuple(data["steps"]["passed"]),
        _spelled_all(data["plain"]),
        any_of(data["ways"]),
        any_of(data["overlapping"]),
        any_of(data["channels"]),
        any_of(data["beside"]),
        any_of(data["goes_on"]),
        tuple(data["every"]),
    )


def _spelled_all(entries: list[str]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in spelled(entry))


def spelled_out(data: Mapping[str, Any]) -> dict[str, Any]:
    """A lexicon with its words spelled out, as JSON: to do that takes longer than to read a report."""
    return {**data, "known": {text: [word.kind, word.names] for text, word in _known(data).items()}}


def _known(data: Mapping[str, Any]) -> dict[str, Word]:
    known: dict[str, Word] = {}
    for text, kind, name in _entries(data):
        before = known.get(text)
        if before is None:
            known[text] = Word(kind, (name,))
        elif before.kind == kind == "aspect" and name not in before.names:
            known[text] = Word(kind, (*before.names, name))
    return known


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each word with its kind and name, in the order in which they count."""
    for kind, name, entries in _lists(data):
        for entry in entries:
            yield from ((text, kind, name) for text in spelled(entry) if text)


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    for name, item in data["subjects"].items():
        yield "subject", name, item["words"]
        yield "weak", name, item.get("weak", [])
    for name, item in data["aspects"].items():
        yield "aspect", name, item["words"]
    for kind in ("relations", "scopes", "periods"):
        for name, entries in data[kind].items():
            yield kind[:-1], name, entries
    for kind in ("denial", "all", "none_of", "narrowing", "foreign", "causes", "fillers"):
        yield kind, kind, data[kind]


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
    base = {key: value for key, value in builtin.claims().items() if key != "known"}
    return words_from(reduce(joined, map(json.loads, additions), base))
