"""The sentences of a passage, and of each of their items whose figures it speaks of, and of which time: told by its words, held
against the body and the year of the report."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdlint.claims.items import (
    JOINS,
    TIMES,
    Item,
    is_compared,
    is_part_of_year,
    is_when_done,
    name_before,
    opens_with_part_of_year,
    opens_with_parts,
    says_figures,
    sentences,
)
from gdlint.claims.merging import merged, with_carried
from gdlint.claims.opened import with_opened
from gdlint.claims.own_names import with_own_name
from gdlint.claims.tokens import Token, tokens
from gdlint.claims.words import CARRIED, Words
from gdlint.model.regex import lazy
from gdlint.model.report import Facts

_SAYS_SOMETHING = lazy(
    "[0-9０-９〇未没无均皆都零]|全部|不存在|[一二两三四五六七八九十百千万]{1,12}[件份次条宗起例个部项元]"
)
"""what every text with a figure, a year or a denial holds"""
_LEVELS = "省市县区州旗盟"
_ZONES = ("新区", "开发区", "实验区", "试验区", "示范区", "园区", "高新区", "度假区", "保税区")
_OFFICES = ("办", "执法队", "执法中队", "执法大队")
_WIDE = ("level", "agents")
_CASES = frozenset(("reconsideration", "suits", "direct_suit", "suit_after_reconsideration"))
_OUTCOMES = frozenset(("upheld", "corrected", "lost", "other_outcome", "pending"))
_COURT = "法院"
_HELPED = lazy("^(?:依托|借助|经|按照|根据|依据|对照|围绕|结合|会同|联合|配合|落实)|^在[^，。；]{0,40}下$")
"""how a clause begins that says by whom or by what something was done, and not whose it is"""
_ALL_OF_THEM = ("各级", "部门", "单位")
_REASONS = ("因", "由于")
"""因部分申请于12月收到，有5件结转: when it came to be so is not when they are counted"""
_UNTIL = ("截至", "截止")
"""up to then, 累计 is more than a year"""
_THIS_YEAR = frozenset(("今年", "本年", "本年度"))
_AFRESH = {"before": _THIS_YEAR, "part": _THIS_YEAR | {"全年", "全年共", "全年度", "整年"}}
"""which words end that another year, or a part of this one, is spoken of"""


class Setting(NamedTuple):
    """Scope (own, part, other, unknown) and period (year, before, next, part, several) of what is said."""

    scope: str = "own"
    period: str = "year"
    named: bool = False
    """the sentence names the year (全年, 2023年), so that 累计 is within it"""
    wide: bool = False
    """the scope is a region or system, of which the next sentence may go on to speak"""
    stale: bool = False
    """scope and period are those of the sentence before"""

    def after_stop(self) -> "Setting":
        """What is left of it for the next sentence: another body or year may go on for one."""
        scope = self.scope if self.wide and not self.stale else "own"
        period = self.period if self.period in ("before", "several") and not self.stale else "year"
        return Setting(scope, period, False, scope != "own", (scope, period) != ("own", "year"))

    @property
    def may_be_ours(self) -> bool:
        """It is of the body in its year, or of a government, which may be the body."""
        return self.scope in ("own", "unknown") and self.period == "year"

    @property
    def ours(self) -> bool:
        """It may be held against the tables."""
        return self.scope == "own" and self.period == "year"


class Speaker(NamedTuple):
    """The body whose report it is, as far as its name tells: the letter of its level (县) where it is a government."""

    body: str
    level: str
    year: int | None
    bare: str = ""
    """its name without 人民政府"""

    @classmethod
    def of(cls, facts: Facts) -> "Speaker":
        """The speaker of a report."""
        body = facts.body or ""
        bare = body.removesuffix("人民政府").removesuffix("政府")
        government = bare != body and bare[-1:] in _LEVELS
        zone = body.removesuffix("管委会").removesuffix("管理委员会")
        # 全区 is that of a zone, unless the zone lies in a district.
        alone = zone.count("区") == 1 and zone.endswith(_ZONES)
        return cls(body, bare[-1:] if government else "区" if alone else "", facts.year, bare)

    def scope_of(self, token: Token, before: str) -> str | None:
        """The scope that a word names, or None; `before` is what stands right before it."""
        name = token.names[0]
        if name == "level":
            return self._of_level(token.text[1])
        if name == "agents":
            return "own" if self.level else "other"
        if name == "part" and not self.level and token.text.removesuffix("公室").endswith(_OFFICES):
            # 镇党政办 and 局办公室 handle what the body itself does.
            return None
        if name == "organs":
            return self._of_organ(before + token.text)
        return name

    def _of_level(self, letter: str) -> str:
        if self.level:
            same = letter == self.level or (
                self.level in "县区旗" and letter in "县区旗" and letter in self.body
            )
            return "own" if same else "other"
        return "other"

    def _of_organ(self, name: str) -> str | None:
        """An organ named in front of its kind (县水利局); the kind alone (局) says nothing."""
        if len(name) < 2 or (name[-2:] == "政府" and len(name) == 2):
            return None
        if name[-2:] == "政府":
            own = f"{self.bare}政府".endswith(name.replace("人民", ""))
            return "unknown" if self.level else ("own" if own else "other")
        return "own" if self.body.endswith(name) else "part" if self.level else "other"


class Sentence(NamedTuple):
    """A sentence: its pieces as they are printed, its items (the pieces put together where it says figures), the setting that each
    item leaves, whether it says figures, and whether it opens with 其中, so that it goes on with the one before it."""

    pieces: Sequence[Item]
    items: Sequence[Item]
    settings: Sequence[Setting]
    counts: bool
    goes_on: bool

    @property
    def ours(self) -> list[bool]:
        """Of each item whether it speaks of the body in its year."""
        return [setting.may_be_ours for setting in self.settings]


def sentences_of(text: str, speaker: Speaker, words: Words) -> Iterator[Sentence]:
    """The sentences of a passage in order; none where it holds neither a figure nor a denial."""
    if not _SAYS_SOMETHING.search(text):
        return
    now = Setting()
    named = bool(speaker.body) and (speaker.bare or speaker.body)[-2:] in text
    said = tokens(text, words)
    for pieces in sentences(with_own_name(said, text, speaker.body, speaker.bare) if named else said, text):
        goes_on, counts = opens_with_parts(pieces), says_figures(pieces)
        now = now if goes_on else now.after_stop()
        items: Sequence[Item] = with_carried(merged(pieces)) if counts else pieces
        if counts and any("partial" in token.names for item in items for token in item.words):
            items = with_opened(items, text)
        settings: list[Setting] = []
        opened = opens_with_part_of_year(items)
        for item in items:
            now = _setting_after(now, item, text, speaker, opened=opened)
            settings.append(now)
        yield Sentence(pieces, items, settings, counts, goes_on)


def _setting_after(now: Setting, item: Item, text: str, speaker: Speaker, *, opened: bool) -> Setting:
    """The setting that an item leaves: its words change what those before it said. `opened`: a part of the year opens the
    sentence."""
    scope, period, named, wide, stale = now
    words = item.words
    carried = any(CARRIED.intersection(token.names) for token in words if token.kind == "aspect")
    several = len({token.year for token in item.before if token.kind == "year"}) > 1 and not is_compared(item)
    caused = item.number is None and words[0].text.startswith(_REASONS)
    helped = item.number is None and _HELPED.search(text[item.start : item.end].strip()) is not None
    for n, token in enumerate(words):
        if token.kind == "scope" and (helped or _goes_on(words, n) or _takes_part(words, n)):
            continue
        if token.kind == "scope":
            told = speaker.scope_of(token, name_before(text, words, n, item))
            if told:
                scope, wide, stale = told, told == "other" and token.names[0] in _WIDE, False
        elif (opened or item.number is None) and is_part_of_year(token):
            # 三季度因征地，收到14件: the figures that follow are of it.
            period, stale = "part", False
        elif token.kind in TIMES and not (carried or caused or _compared(words, n) or is_when_done(item, n)):
            # 全年 says nothing new inside a sentence that named its year, and ends what the one before it named.
            until = n > 0 and words[n - 1].text in _UNTIL
            begun = "year" if stale or (n < len(item.before) and _begins_anew(token, period)) else period
            period, named = _period(token, begun, named and not until, speaker.year)
            period = "several" if several else period
            named = named and not until and token.text not in _UNTIL
            stale = False
    return Setting(scope, period, named, wide, stale)


def _goes_on(words: Sequence[Token], n: int) -> bool:
    """全县各级各部门, 全县各乡镇、各部门 are all of 全县; 全县各乡镇 are not."""
    if words[n].names[0] != "other" or not any(
        mark in word.text for word in words[max(0, n - 2) : n + 3] for mark in _ALL_OF_THEM
    ):
        return False
    ahead = [word for word in words[:n] if word.kind != "fillers"]
    while ahead and ahead[-1].kind == "scope" and ahead[-1].names[0] == "other":
        ahead.pop()
    return bool(ahead) and ahead[-1].kind == "scope" and ahead[-1].names[0] in _WIDE


def _takes_part(words: Sequence[Token], n: int) -> bool:
    """向县政府申请行政复议, 法院判决维持: whom a case is brought to, and who decides it, is not whose it is."""
    names = {name for word in words[n:] if word.kind in ("subject", "aspect") for name in word.names}
    addressed = n > 0 and words[n - 1].text == "向" and not names.isdisjoint(_CASES)
    return addressed or (words[n].text == _COURT and not names.isdisjoint(_OUTCOMES))


def _compared(words: Sequence[Token], n: int) -> bool:
    """较上年, or 与上年的20件相比 as a whole."""
    whole = words[-1].names == ("compare",) and words[0].text in JOINS
    return whole or (n > 0 and words[n - 1].names == ("compare",))


def _begins_anew(token: Token, period: str) -> bool:
    return token.text in _AFRESH.get(period, ())


def _period(token: Token, now: str, named: bool, year: int | None) -> tuple[str, bool]:
    match token.kind:
        case "year":
            this = year is None or token.year == year
            return ("year" if this else "before" if token.year < (year or 0) else "next"), this
        case "range":
            return "several", False
        case "month":
            return "part", named
        case "period":
            name = token.names[0]
            if name == "now":
                return now, True
            return (now if name == "several" and named else name), named
    return now, named
