"""What a number counts: the subject and the aspects that its words name, and what stands in the way of being sure."""

from collections.abc import Sequence
from typing import NamedTuple

from gdlint.claims.items import ENDINGS, Item, gap, unexplained
from gdlint.claims.memory import OTHER, Memory, carried_over, stage_of
from gdlint.claims.neighbours import (
    aspects_of,
    behind_kinds,
    first_named,
    gap_between,
    is_modified,
    is_narrowed,
    is_some_cause,
    joined,
    strays_of,
)
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Span

STRAY = 2
"""letters that no word explains; fewer are taken for an ending (申请量)"""
_CLOSED = "办结"
_CASES = ("案件",)


class Named(NamedTuple):
    """Subjects and aspects of a number, whether something narrows it, whether it is something else, letters unexplained."""

    subjects: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    narrowed: bool = False
    foreign: bool = False
    stray: int = 0
    strong: bool = False
    bare: bool = False
    """no word says what is counted"""
    anchor: Span | None = None
    """where the subject is named, if it is"""
    spread: bool = False
    """it was found by its place behind 分别"""


class Namer:
    """Reads the words around numbers."""

    def __init__(self, text: str, words: Words) -> None:
        self.text, self.words = text, words

    def named(self, item: Item, spoken: Memory) -> Named:
        """What an item counts, where a passage has spoken of something so far."""
        item = behind_kinds(item)
        before, after = item.before, self._reached(item)
        found = self._strong(before) or self._strong(first_named(after))
        if found and self._leads(item, found[1]):
            return Named(found[0], foreign=True)
        if found and self._is_cause(item, found[1], spoken):
            found = None
        anchor: Token | None = None
        if found:
            subjects, anchor = found
        else:
            weak = next((token for token in (*reversed(before), *after) if token.kind == "weak"), None)
            anchor = weak
            subjects = self._weak(item, weak, spoken) if weak else carried_over(item, after, spoken)
            subjects = stage_of(item.before, subjects, spoken.topic, self.words)
        if not subjects or OTHER in subjects:
            return Named(foreign=True)
        if anchor and anchor in after and self._goes_on(item, anchor):
            return Named(subjects, foreign=True)
        aspects = aspects_of(self.text, before, subjects, self.words) or aspects_of(
            self.text, after, subjects, self.words
        )
        cases = self.words.subjects[subjects[0]].table == "litigation"
        some = is_some_cause(self.text, item.before, of_cases=cases)
        over = any("carried" in aspect.name for aspect in aspects)
        # 行政复议办结8件: those that are closed.
        some = some or (cases and any("total" in token.names for token in before if token.kind == "aspect"))
        narrowed = some or is_narrowed(item, after) or (self._told_more(item, anchor) and not over)
        content = [t for t in before if t.kind in ("subject", "weak", "aspect")]
        last = content[-1].end if content else None
        foreign = self._foreign(item, last, anchor, subjects)
        inner = gap_between(self.text, before, last, item) if last is not None else 0
        ahead = [t for t in before if t.end <= (last or 0)]
        edge = last or (item.number.start if item.number else item.start)
        strays = strays_of(self.text, ahead if last else before, item.start, edge)
        bare = not content and not (aspects_of(self.text, after, subjects, self.words) or found or anchor)
        place = (anchor.start, anchor.end) if anchor else None
        if found and anchor in before:
            strays += 10 * self._modified(item, found[1])
        if not over and is_modified(self.text, item, anchor, self.words.plain):
            narrowed, strays = True, strays + 1
        foreign = foreign or inner >= STRAY
        # One letter more may make a word another one: 申请表50份.
        strays += 10 * (
            inner == 1 and item.number is not None and self._ends_strangely(last, item.number.start)
        )
        return Named(subjects, aspects, narrowed, foreign, strays, bool(found), bare and not narrowed, place)

    def _leads(self, item: Item, subject: Token) -> bool:
        """引发行政复议的申请6件: the last noun is what is counted."""
        behind = item.before[item.before.index(subject) + 1 :] if subject in item.before else ()
        return [token.text for token in behind[:1]] == ["的"] and any(
            token.kind == "weak" for token in behind
        )

    def _is_cause(self, item: Item, subject: Token, spoken: Memory) -> bool:
        """行政复议方面，因依申请公开收到3件: the requests are what these cases come of."""
        owner = self.words.subjects.get(spoken.subject)
        n = item.before.index(subject) if subject in item.before else 0
        led = n > 0 and item.before[n - 1].text in ("因", "由")
        return led and owner is not None and owner.table == "litigation" and subject.names == ("requests",)

    def _ends_strangely(self, last: int | None, start: int) -> bool:
        return not any(letter in ENDINGS for letter in self.text[last:start])

    def _goes_on(self, item: Item, subject: Token) -> bool:
        """Letters or another noun right behind a subject make it a part of a longer name: 3件规范性文件草案."""
        n = item.after.index(subject) + 1
        behind = item.after[n] if n < len(item.after) else None
        letters = gap(self.text, subject.end, behind.start if behind else item.end)
        return letters >= STRAY or (behind is not None and behind.kind == "foreign" and not letters)

    def _modified(self, item: Item, subject: Token) -> bool:
        """Letters right before a subject may name a kind of it: 取水许可."""
        n = item.before.index(subject)
        return gap(self.text, item.before[n - 1].end if n else item.start, subject.start) >= STRAY

    def _reached(self, item: Item) -> tuple[Token, ...]:
        """The words behind a number up to the first letters that no word explains."""
        if item.number is None:
            return ()
        place, found = item.number.end, []
        over = max((n for n, token in enumerate(item.after) if "carried" in token.names), default=-1)
        for n, token in enumerate(item.after):
            # Why it is carried over may be told before that it is.
            if gap(self.text, place, token.start) and n > over:
                break
            found.append(token)
            place = token.end
        return tuple(found)

    def _strong(self, tokens: Sequence[Token]) -> tuple[tuple[str, ...], Token] | None:
        """The subjects named in full, joined ones together, and the last of them. A request that leads to a case is its cause."""
        found = [token for token in tokens if token.kind == "subject"]
        if not found:
            return None
        table = self.words.subjects[found[-1].names[0]].table
        names = [self._inner(found)]
        for one, following in zip(reversed(found[:-1]), reversed(found), strict=False):
            if self.words.subjects[one.names[0]].table != table or not joined(self.text, one, following):
                break
            names.append(one)
        return tuple(dict.fromkeys(token.names[0] for token in reversed(names))), found[-1]

    def _inner(self, found: Sequence[Token]) -> Token:
        """未经复议直接起诉的行政诉讼 are the first of these words, which is a part of the second."""
        last, before = found[-1], found[-2] if len(found) > 1 else None
        rows = set(self.words.subjects[last.names[0]].rows)
        narrow = set(self.words.subjects[before.names[0]].rows) if before else set[str]()
        return before if before and narrow and narrow < rows and not joined(self.text, before, last) else last

    def _weak(self, item: Item, weak: Token, spoken: Memory) -> tuple[str, ...]:
        """申请 alone: the requests that the passage has named, unless what stands right before it makes it another kind."""
        if weak in item.before and self._qualified(item, weak):
            return (OTHER,)
        words = item.words
        n = words.index(weak)
        edge = max(words[n - 1].end if n else item.start, item.start)
        if item.number and item.number.end <= weak.start:
            edge = max(edge, item.number.end)
        if gap(self.text, edge, weak.start) or (n and words[n - 1].kind == "foreign"):
            return (OTHER,)
        return weak.names if weak.names[0] in spoken.known or spoken.implied else (OTHER,)

    def _qualified(self, item: Item, weak: Token) -> bool:
        """收到要求公开水价的申请: what stands between the verb and 申请 makes it a kind of its own."""
        ahead = [token for token in item.before if token.end <= weak.start]
        verbs = [token.end for token in ahead if token.kind == "aspect"]
        start = verbs[-1] if verbs else item.start
        between = [token for token in ahead if token.start >= start]
        foreign = any(token.kind == "foreign" for token in between)
        return foreign or unexplained(self.text, between, start, weak.start) >= STRAY

    def _told_more(self, item: Item, anchor: Token | None) -> bool:
        """3件申请引发行政复议: what is told of some of them behind their number makes them a part."""
        if item.number is None:
            return False
        if item.before and item.before[-1].text == "的" and any(t.kind == "aspect" for t in item.after):
            return True
        if anchor is not None and anchor in item.before:
            return False
        if any(token.kind == "aspect" for token in item.before) or anchor is None:
            return False
        others = any(token.kind in ("subject", "foreign") and token is not anchor for token in item.after)
        return others or unexplained(self.text, item.after, item.number.end, item.end) >= STRAY

    def _foreign(self, item: Item, last: int | None, anchor: Token | None, subjects: Sequence[str]) -> bool:
        """Something else is counted: another noun behind the last word that names this, or right behind the number."""
        edge = anchor.end if anchor and anchor in item.before else -1
        table = self.words.subjects[subjects[0]].table
        limit = -1 if table == "disclosure" else edge
        # 复议后起诉的政府信息公开案件2件 are cases.
        known = _CASES if table == "litigation" else ()
        if any(t.kind == "foreign" and t.start >= limit and t.text not in known for t in item.before):
            return True
        mismatched = [
            token
            for token in item.before
            if token.kind == "aspect"
            and not any(set(self.words.aspects[n].of) & set(subjects) for n in token.names)
        ]
        # 维持3件 is none of requests.
        if mismatched and table == "applications":
            return True
        if table == "litigation" and any("carried" in token.names for token in mismatched):
            return True
        # 办结行政许可346件 are decisions.
        if table == "disclosure" and mismatched and mismatched[-1].text == _CLOSED:
            return False
        handled = bool(mismatched) and "handled" in mismatched[-1].names
        caused = table == "litigation" and any(token.kind == "causes" for token in item.before)
        if mismatched and handled == (table == "litigation") and not caused:
            return True
        if item.number is None or edge >= 0:
            return False
        behind = item.after[0] if item.after else None
        end = behind.start if behind else item.end
        return gap(self.text, item.number.end, end) >= STRAY or (
            behind is not None and behind.kind == "foreign"
        )
