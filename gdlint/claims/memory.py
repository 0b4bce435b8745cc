"""What carries over in a passage from item to item: the subject, the setting, of cases that they are about information."""

from collections.abc import Sequence
from enum import StrEnum
from functools import reduce

from gdlint.claims.items import Item
from gdlint.claims.naming import OTHER, Named
from gdlint.claims.setting import Setting
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words
from gdlint.model.claim import Claim
from gdlint.model.regex import lazy

LITIGATION = "litigation"
APPLICATIONS = "applications"
DISCLOSURE = "disclosure"
TABLES = (DISCLOSURE, APPLICATIONS, LITIGATION)
_ATTRIBUTES = lazy(
    r"(?:文件|公文|发文|制发|印发|属性)[^。；]{0,60}依申请公开的?\s{0,3}[0-9０-９一二三四五六七八九十]"
    r"|主动公开[^。；，、]{0,12}[，、][^。；，、]{0,4}依申请公开[^。；，、]{0,12}[，、][^。；，、]{0,4}不(?:予)?公开"
)
"""how the attributes of documents are told apart: 主动公开80件、依申请公开12件、不予公开25件"""
_RESULTS = 3
"""so many results of the form in one sentence are those of requests, whatever stood before"""
_LONG = 4
Meant = tuple[tuple[str, ...], tuple[Aspect, ...]]
"""subjects and aspects"""
_CASES = frozenset(("reconsideration", "suits", "direct_suit", "suit_after_reconsideration"))
_TOPIC = frozenset(("方面", "中", "来看", "看", "情况", "情况看", "来说", "上", "领域"))
_LED = ("引起", "引发", "导致", "产生", "被")
_OPENERS = ("因", "由", "就", "对", "不服", "针对", "围绕", "关于", "涉及", "有关")


class Reach(StrEnum):
    """Whether the cases of an item are about information: it says so, none says so, or they are of every kind."""

    SAID = "said"
    NONE = "none"
    EVERY = "every"


class Memory:
    """The subject and the setting of what is said; of the sentence so far its last claim and total, and whether it lists parts."""

    def __init__(self, place: str, words: Words) -> None:
        self.place, self.words = place, words
        self.known: set[str] = set()
        """the subjects that the passage has named in full"""
        # `mixed`: no word of the sentence says that its cases are about information.
        self.subject = ""
        self.together: tuple[str, ...] = ()
        """the subjects that were named last, joined to each other"""
        self.setting = Setting()
        self.foreign = self.implied = self.mixed = False
        self.reaches: list[tuple[int, Reach]] = []
        self.unsettled: set[str] = set()
        """the tables of whose figures the sentence leaves open what they take in"""
        self.begin()

    def begin(self, *, goes_on: bool = False) -> None:
        """A sentence begins; one that opens with 其中 goes on with what the one before it spoke of."""
        self.setting = self.setting if goes_on else self.setting.after_stop()
        self.last: Claim | None = None
        self.total: Claim | None = None
        self.aspect: Aspect | None = None
        self.listing = self.locked = self.counted = False
        self.head: Claim | None = None
        """the claim of the number before; None where that counts something else"""
        self.unit = ""
        """that of the number before"""
        self.of_some = False
        """what the sentence goes on to speak of is some of its subject"""
        self.spread: list[Meant] = []
        """what 分别 leaves for the numbers that follow"""

    def mention(self, items: Sequence[Item]) -> None:
        """A sentence without figures: what it speaks of, the next one may go on with."""
        for item in items:
            for token in item.before:
                if token.kind == "subject":
                    self.subject = token.names[0]
                    self.known.add(self.subject)
                elif token.kind == "foreign":
                    self.foreign = True

    def look_ahead(self, items: Sequence[Item], sentence: str) -> None:
        """What the words of a sentence tell about all of its figures."""
        words = [token for item in items for token in item.words]
        causes = any(map(_is_cause, words))
        self.reaches = _reaches(items, self.words.every)
        self.mixed = self.place == LITIGATION and not causes
        foreign = any(token.kind == "foreign" for token in words)
        self.foreign = self.foreign or foreign
        told = sum(1 for token in words if token.kind == "aspect" and self._is_of_requests(token))
        # Two such words tell it whatever the sentences before spoke of.
        clear = told > 0 and not self.foreign
        self.implied = self.place == APPLICATIONS or clear or (told > 1 and not foreign)
        if len({name for token in words for name in token.names if self._is_result(token)}) >= _RESULTS:
            self.subject = "requests"
        # 清理废止 says what became of documents, and unsettles nothing.
        said = _without_asides(items, sentence)
        bare = reduce(lambda text, token: text.replace(token.text, "、"), filter(_is_aspect, words), said)
        self.unsettled = {table for table, found in self.words.unsettling.items() if found.search(bare)}
        if _ATTRIBUTES.search(sentence):
            self.unsettled.add(APPLICATIONS)

    def reach(self, place: int) -> Reach:
        """Whether cases at a place of the sentence are about information; in section four they are unless it says otherwise."""
        begun = [reach for start, reach in self.reaches if start <= place]
        told = begun[-1] if begun else Reach.NONE
        return Reach.SAID if told is Reach.NONE and self.place == LITIGATION else told

    def _is_result(self, token: Token) -> bool:
        return token.kind == "aspect" and self.words.aspects[token.names[0]].group == "results"

    def _is_of_requests(self, token: Token) -> bool:
        """A word that only goes with requests: 结转, a result, a kind of applicants."""
        return "carried" in token.names or self.words.aspects[token.names[0]].group in (
            "results",
            "applicants",
        )

    def open_list(self, item: Item) -> None:
        """其中 and a colon begin the parts of what was counted last; those of something else are that, too."""
        opens = any(token.names == ("part",) for token in item.before)
        self.listing = self.listing or opens
        if item.mark == "semicolon":
            self.locked = False
        elif (opens or item.mark in ("colon", "open")) and self.subject == OTHER and self.counted:
            self.locked = True

    def note(self, claim: Claim) -> None:
        """A claim was read."""
        if claim.cells and not claim.whole:
            self.last = claim
        if claim.cells and claim.cells.columns == ("total",):
            self.total = claim

    def remember(self, found: Named) -> None:
        """What a number counted, the next one may go on with."""
        self.subject = found.subjects[-1]
        self.together = found.subjects
        if found.strong:
            self.known.update(found.subjects)
        if found.anchor and not self.listing:
            self.of_some = found.narrowed or found.stray > 0

    def lose(self) -> None:
        """Something else was counted."""
        self.subject = OTHER
        self.aspect = None


def _without_asides(items: Sequence[Item], sentence: str) -> str:
    """A sentence without what it ends with of all that it counted: …28件，均按规定公示."""
    last = items[-1] if items else None
    aside = (
        last is not None
        and last.number is None
        and any(token.kind == "all" or token.text.startswith("均") for token in last.before)
    )
    counted = any(item.number for item in items)
    return sentence[: last.start - items[0].start] if last and aside and counted else sentence


def _is_aspect(token: Token) -> bool:
    return token.kind == "aspect" and len(token.text) >= _LONG


def _reaches(items: Sequence[Item], every: tuple[str, ...]) -> list[tuple[int, Reach]]:
    """Where the items of a sentence begin, each with whether its cases are about information; `every` are words for cases of
    every kind. 行政诉讼22件，其中涉及政府信息公开5件: the 22 are of every kind."""
    found: list[tuple[int, Reach]] = []
    named = [n for n, item in enumerate(items) if any(map(_is_cause, item.words))]
    last, reach = max(named, default=-1), Reach.NONE
    for n, item in enumerate(items):
        own = any(map(_is_cause, item.words))
        # 收到申请26件，引发行政复议9件.
        own = own or (bool(named) and named[0] < n and any(token.text in _LED for token in item.before))
        if _is_of_every(item, every) or _is_parted(items, n):
            reach = Reach.EVERY
        elif own:
            reach = Reach.SAID
        found.append((item.start, Reach.EVERY if reach is Reach.NONE and n < last else reach))
        if own and reach is Reach.SAID and not _carries(item, items[n + 1 : n + 2]):
            reach = Reach.NONE
    return found


def _is_cause(token: Token) -> bool:
    """A word says that what is spoken of is about information."""
    return token.kind == "causes" or (token.kind == "subject" and token.names == ("requests",))


def _is_of_every(item: Item, every: tuple[str, ...]) -> bool:
    """各类行政复议; 占全部行政复议: cases of every kind, unless the cause stands right before them."""
    words = item.words
    for n, token in enumerate(words):
        if token.kind == "subject" and _CASES & set(token.names) and n and words[n - 1].text.endswith(every):
            return True
    return False


def _is_parted(items: Sequence[Item], n: int) -> bool:
    """因依申请公开引起的7件，因主动公开引起的2件: neither cause is that of all."""
    return any(_is_other_cause(items[m - 1], items[m]) for m in (n, n + 1) if 0 < m < len(items))


def _is_other_cause(ahead: Item, item: Item) -> bool:
    counted = ahead.number is not None and item.number is not None and ahead.depth == item.depth
    led = bool(item.before) and item.before[0].text[:1] in ("因", "由")
    return counted and led and _cases(item) <= _cases(ahead)


def _cases(item: Item) -> set[str]:
    return {name for token in item.before if token.kind == "subject" for name in token.names} & _CASES


def _carries(item: Item, following: Sequence[Item]) -> bool:
    """What an item says of the cause, the next one goes on with: it speaks of cases, or of nothing but the cause."""
    if _cases(item._replace(before=item.words)):
        return True
    first = next(iter(item.words), None)
    opened = first is not None and first.text.startswith(_OPENERS)
    topic = bool(item.words) and item.words[-1].text in _TOPIC
    return opened or topic or any(behind.mark in ("colon", "open") for behind in following)
