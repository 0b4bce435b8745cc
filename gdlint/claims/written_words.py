"""The words of a lexicon written out as data: every spelling with what it says, and the patterns of those that are looked for.

To do that takes longer than to read a report, so it is done when the bundle is made, and again only with the words of packs.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gdlint.claims.announced import written_announced
from gdlint.claims.families import written_families
from gdlint.claims.spelling import alternatives, spelled
from gdlint.data.builtin import KNOWN

Known = dict[str, tuple[str, tuple[str, ...]]]
"""kind and names by the word"""
_NUMBERED = (
    r"(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]\s{0,2}[.．、]|[一二三四五六七八九十]{1,2}(?:是|、))"
)
_ANY = ("ways", "overlapping", "channels", "beside", "goes_on")
"""lists of words of which one is looked for"""
_ANY_AGAIN = {"other": "other", "total": "total", "verb": "verbs", "channel": "channels", "body": "body"}
_ENDINGS = {"event": "events", "own_event": "own_events", "whole": "whole"}
"""of `again`: patterns of one of the words, and of one at the end of a text, with the names of their lists"""


def written_out(data: Mapping[str, Any]) -> dict[str, Any]:
    """A lexicon, as it stands in `rules/claims.yaml`, written out as JSON."""
    known = _known(data)
    return {
        KNOWN: _by_letter(known),
        "lengths": _lengths(known),
        "plain": "\n".join(sorted({word for entry in data["plain"] for word in spelled(entry)})),
        "any": {name: alternatives(data[name]) for name in _ANY},
        "unsettling": {
            table: "|".join(map(re.escape, entries)) for table, entries in data["unsettling"].items()
        },
        "again": _again(data["again"]),
        "families": written_families(data),
        "classes": alternatives(entry for entries in data["apart"].values() for entry in entries),
        "announced": written_announced(data["announced"]),
        "years": {name: alternatives(entries) for name, entries in data["years"].items()},
        "alike": [[alternatives(entries), one] for one, entries in data["alike"].items()],
    }


def _by_letter(known: Known) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    """The words by the character that they begin with, those that say the same as the lines of one text: that is read in no time."""
    found: dict[str, dict[tuple[str, tuple[str, ...]], list[str]]] = {}
    for text, meaning in known.items():
        found.setdefault(text[0], {}).setdefault(meaning, []).append(text)
    return {
        letter: [(kind, names, "\n".join(texts)) for (kind, names), texts in meanings.items()]
        for letter, meanings in found.items()
    }


def _lengths(known: Iterable[str]) -> dict[str, list[int]]:
    """The lengths of the words that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for text in known:
        found.setdefault(text[0], set()).add(len(text))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _again(data: Mapping[str, Any]) -> dict[str, str]:
    """The patterns by which one quantity is told again."""
    aspects = alternatives(data["aspects"])
    return {
        "fillers": rf"[\s“”]|{alternatives(data['fillers'])}|(?:达到?|为|有)$",
        **{name: alternatives(data[key]) for name, key in _ANY_AGAIN.items()},
        **{name: f"(?:{alternatives(data[key])})$" for name, key in _ENDINGS.items()},
        "aspect": rf"\s{{0,4}}{_NUMBERED}?\s{{0,4}}(?:{aspects})[^，。；]{{0,8}}(?:[。：\n]|$)",
        "heading": _NUMBERED,
    }


def _known(data: Mapping[str, Any]) -> dict[str, tuple[str, tuple[str, ...]]]:
    known: dict[str, tuple[str, tuple[str, ...]]] = {}
    for text, kind, name in _entries(data):
        before = known.get(text)
        if before is None:
            known[text] = (kind, (name,))
        elif before[0] == kind == "aspect" and name not in before[1]:
            known[text] = (kind, (*before[1], name))
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
