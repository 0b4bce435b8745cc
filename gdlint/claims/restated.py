"""Quantities that a text states more than once: 通过政府网站公开信息12条 … 通过政府网站公开信息21条.

Equal words are no proof of an equal quantity: under two headings 全年公开信息12条 speaks of two matters. So only what names
its own subject counts (a channel, an event, applications, documents, cases), and what must speak of the whole body.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from gdlint.claims.figures import Relation
from gdlint.claims.items import Item
from gdlint.claims.setting import Sentence
from gdlint.claims.tokens import Token
from gdlint.claims.words import Again
from gdlint.lexicon.numerals import Number
from gdlint.lexicon.sentences import END_OR_LINE

Place = tuple[int, int]
"""passage, and place in it"""
_LONGEST = 60
"""letters before a figure; farther on, its sentence speaks of more than one thing"""
_GOVERNMENT = "政府"
_MOST = 8
"""statements of one quantity that are held against each other"""
_LONGEST_HEADING = 8
"""characters of the number of a heading"""
_ASIDE = frozenset(("year", "now", "own", "level", "agents"))


class Statement(NamedTuple):
    """A quantity as it is stated: its words (of an event with what was counted of it before), in one wording for those that say
    the same (`words`) and as printed (`said`), the kind of what they name, its figure and its place; `total`: it says that it
    is of the whole year or all there is."""

    words: str
    said: str
    kind: str
    unit: str
    value: Number
    nth: int
    start: int
    end: int
    total: bool


def statements(text: str, told: Iterable[Sentence], nth: int, again: Again) -> Iterator[Statement]:
    """The quantities that the passage with a number states."""
    for sentence in told:
        if sentence.counts:
            yield from _statements(text, sentence, nth, again)


def _statements(text: str, sentence: Sentence, nth: int, again: Again) -> Iterator[Statement]:
    items = sentence.items
    first = items[0].start if items else 0
    said: list[tuple[str, str]] = []
    """what the pieces before say, with their figures"""
    for item, own in zip(items, sentence.ours, strict=True):
        quantity = item.quantity
        words = _words(text, item, again)
        if quantity and quantity.exact and quantity.value is not None and own and not item.depth:
            whole = text[first : item.end]
            named = _named(words, said, again) if quantity.start - first <= _LONGEST else None
            if named and not again.other.search(whole):
                total = again.total.search(whole) is not None or any(t.kind == "year" for t in item.before)
                yield Statement(
                    *named, quantity.unit, quantity.value, nth, quantity.start, quantity.end, total
                )
        if words:
            said.append((words, f"{quantity.value}{quantity.unit}" if quantity else ""))


def _named(words: str, said: Sequence[tuple[str, str]], again: Again) -> tuple[str, str, str] | None:
    """The words of a quantity and the kind of what they name; None where they are not all that the sentence says."""
    if not said:
        kind = _kind(words, again)
        return (_same(words, again), words, kind) if kind and again.verb.search(words) else None
    if not any(count for _, count in said) and _kind(words, again) == "whole":
        # 一年来，工作扎实推进，全年主动公开政府信息500条.
        return (_same(words, again), words, "whole") if again.verb.search(words) else None
    ahead, count = said[0]
    # 举办培训4期，参训240人次: what goes on about an event, is of that event.
    goes_on = len(said) == 1 and words and count and again.event.search(ahead)
    same = f"{_same(ahead, again)}{count}，{_same(words, again)}"
    return (same, f"{ahead}{count}，{words}", "detail") if goes_on else None


def _words(text: str, item: Item, again: Again) -> str:
    """What an item says, without time, speaker and fillers, and without its number."""
    kept, place = "", item.start
    for token in (*item.before, item.number, *item.after):
        if token and (token is item.number or token.kind == "year" or _is_aside(token)):
            kept, place = kept + text[place : token.start], token.end
    return again.fillers.sub("", kept + text[place : item.end])


def _same(words: str, again: Again) -> str:
    """Words with one of those that say the same in place of the others."""
    for pattern, one in again.alike:
        words = pattern.sub(one, words)
    return words


def _kind(words: str, again: Again) -> str:
    """What words name: own_event, event, body, whole or channel; "" where it is nothing of its own."""
    for kind in ("own_event", "event", "body", "whole", "channel"):
        if getattr(again, kind).search(words):
            return kind
    return ""


def _is_aside(token: Token) -> bool:
    """When it was, or who did it: 全年, 我局, 市政府."""
    return not _ASIDE.isdisjoint(token.names) or (
        token.names == ("organs",) and token.text.endswith(_GOVERNMENT)
    )


class PlacedText(Protocol):
    """A paragraph with its section."""

    @property
    def text(self) -> str:
        """What it says."""
        ...

    @property
    def place(self) -> str:
        """overall, disclosure, …"""
        ...


class Topics:
    """Whether two places speak of one matter, by the headings of the passages: of an aspect of the work (（四）平台建设), which all of
    section one is about, or of a matter."""

    def __init__(self, passages: Sequence[PlacedText], again: Again) -> None:
        self.passages, self.again = passages, again
        self._under_aspect: list[bool] | None = None
        self._clear: dict[Place, int] = {}
        """how far no heading stands behind a place"""

    def are_one(self, one: Place, other: Place, total: bool) -> bool:
        """Two statements, one behind the other, may be held against each other; `total`: one of them says that it is of all."""
        if self.passages[one[0]].place != self.passages[other[0]].place:
            return True
        if one[0] == other[0]:
            return not self._is_headed(one, other[1])
        return self._adjoin(one, other) or (total and self._aspect(one) and self._aspect(other))

    def _is_headed(self, place: Place, end: int) -> bool:
        """A heading stands behind a place and before an end. What is known to hold none is not searched again."""
        clear = self._clear.get(place, 0)
        begin = max(place[1], clear - _LONGEST_HEADING)
        found = self.again.heading.search(self.passages[place[0]].text, begin, end)
        self._clear[place] = found.start() if found else max(clear, end)
        return found is not None

    def _adjoin(self, one: Place, other: Place) -> bool:
        """Two paragraphs, of which the second begins with the figure: it has no heading of its own."""
        nth, end = other
        goes_on = nth == one[0] + 1 and not END_OR_LINE.search(self.passages[nth].text, 0, end)
        return goes_on and not self._is_headed((nth, 0), end)

    def _aspect(self, place: Place) -> bool:
        """The heading that a place stands under is that of an aspect."""
        if self._under_aspect is None:
            self._under_aspect = self._read()
        nth, end = place
        if not self._under_aspect[nth]:
            return False
        begun = self.again.aspect.match(self.passages[nth].text, 0, end)
        return not self._is_headed((nth, begun.end() if begun else 0), end)

    def _read(self) -> list[bool]:
        found, now, place = [], False, ""
        for passage in self.passages:
            now = now and passage.place == place
            place = passage.place
            if self.again.aspect.match(passage.text):
                now = True
            elif self.again.heading.match(passage.text):
                now = False
            found.append(now)
        return found


def conflicts(
    stated: Sequence[Statement], passages: Sequence[PlacedText], again: Again
) -> Iterator[tuple[int, Relation]]:
    """Each further statement of a quantity, with the number of its passage."""
    first: dict[tuple[str, str], list[Statement]] = {}
    topics = Topics(passages, again)
    for one in stated:
        known = first.setdefault((one.words, one.unit), [])
        before = next((other for other in known[:_MOST] if _comparable(topics, other, one)), None)
        if before is None:
            known.append(one)
            continue
        yield (
            one.nth,
            Relation(
                "again",
                one.value,
                one.value == before.value,
                before.value,
                True,
                (),
                one.start,
                one.end,
                one.said,
            ),
        )


def _comparable(topics: Topics, one: Statement, other: Statement) -> bool:
    """Unless they say so, both speak of one matter: not of two under two headings of one section."""
    totals = one.total + other.total
    match one.kind:
        case "detail":
            # 培训4期，参训240人次 in both: the same ones, if one of them speaks of the whole year.
            return totals > 0
        case "body":
            return True
        case "whole":
            return totals > 0
        case "event" if totals == 2:
            return True
        case "own_event" if totals:
            return True
    return topics.are_one((one.nth, one.end), (other.nth, other.start), totals > 0)
