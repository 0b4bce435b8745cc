"""Figures that were not filled in: 公开信息XX条, 收到申请（）件, 召开会议  次, 资质条、施工许可证76条、排水许可证5条."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from gdlint.claims.figures import Relation
from gdlint.claims.items import Item
from gdlint.claims.setting import Sentence
from gdlint.claims.words import Unfilled, Words
from gdlint.lexicon.sentences import begin
from gdlint.model.regex import lazy

_HAN = "[\u4e00-\u9fff]"
_COUNTER = "(?:人次|批次|件次|场次|[件条次份宗起项篇期人部场家户页类批封则例名张台册处幅]|个(?![人体别性案])|本(?=[，。；、])|[万亿]?元)"
_FEW = "(?:人次|场次|[条件次份篇场期]|个(?![人体别性案]))"
"""those that stand behind no name of a person: 原告王×等3人"""
_END = "(?=[，。；、])"
_MARK = lazy("[XxＸ×Nn?？_＿…○〇□*＊.．（(【\\[{ \u3000]")
"""what the place of a number may be held by"""
_HELD = lazy(
    rf"(?P<gap>[XＸ×](?={_FEW})|[XＸ×]{{2,3}}(?={_FEW}|{_COUNTER}{_END}))|(?P<line>[_＿]{{1,60}})\s{{0,4}}(?={_COUNTER})|(?P<dots>…{{1,20}})\s{{0,4}}(?={_COUNTER}{_END})"
    rf"|(?P<blank>[ \u3000]{{2,40}})(?=(?:{_FEW}|[家人项户]){_END})|(?P<round>○{{2,20}}|□{{2,20}}|\*{{2,20}}|＊{{2,20}})"
    rf"\s{{0,4}}(?={_COUNTER})"
)
"""behind any letter"""
_COUNTED = lazy(
    rf"(?P<gap>[XＸ×xNn?？*＊_＿]{{1,3}}|[○〇]|…{{1,20}}|[.．]{{3,20}}|\{{[^{{}}\n]{{1,20}}\}}|[（(【\[]\s{{0,4}}[)）】\]])\s{{0,4}}(?={_COUNTER})"
    rf"|(?P<blank>[ \u3000]{{1,40}})(?=[条件次份篇场期个]{_END})"
)
"""behind a word of counting"""
_NOTE = lazy(rf"[（(【\[](?P<note>[^（(【\[）)】\]\n]{{1,8}})[）)】\]]\s{{0,4}}(?={_COUNTER})")
_IN_FORCE = "有效"
_BARE = lazy("(?P<often>[条次篇场期])(?=[，。；])|(?P<seldom>[件份个])(?=[，。；])")
_LISTED = lazy(r"条(?=(?:[、，][^，。；、0-9]{1,20}[0-9]{1,9}\s{0,4}条){2})")
_LONGEST = 4
"""letters of a word of counting"""
_BOLD = ("**", "＊＊")
_STAGES, _STATE = "stages", "in_force"
"""what became of documents, and what is no act: 废止规范性文件 may say all that it is to say"""


def gaps(text: str, words: Unfilled) -> Iterator[Relation]:
    """The places of a passage at which a figure is to stand, and none does."""
    last = 0
    for start, end in sorted({*_marked(text, words), *_bare(text, words)}):
        if start >= last:
            yield _gap(text, start, end)
            last = end


def _gap(text: str, start: int, end: int) -> Relation:
    return Relation("gap", 0, False, None, True, (), start, end, words=text[start:end])


def _marked(text: str, words: Unfilled) -> Iterator[tuple[int, int]]:
    """Marks and blanks before a counter."""
    for found in _MARK.finditer(text):
        start = found.start()
        before = text[start - 1 : start]
        if before == found[0] or not "\u4e00" <= before <= "\u9fff":
            continue
        note = _NOTE.match(text, start)
        if note and note["note"] in words.notes:
            yield start, note.end("note") + 1
        held = _HELD.match(text, start)
        if held is None and text.endswith(words.counted, max(0, start - _LONGEST), start):
            held = _COUNTED.match(text, start)
        if held and held.lastgroup and not _is_bold(text, start, held.end()):
            yield held.span(held.lastgroup)


def _is_bold(text: str, start: int, end: int) -> bool:
    """Stars may be the mark of bold letters: then others stand before them, or the counter is a word: **件件有回音**."""
    stars = text[start] in "*＊"
    return stars and (
        _BOLD[0] in text[begin(text, start) : start] or text[end : end + 1] == text[end + 1 : end + 2]
    )


def _bare(text: str, words: Unfilled) -> Iterator[tuple[int, int]]:
    """Counters alone: 公开信息条。 Or before others that have their figures."""
    for found in _BARE.finditer(text):
        behind = words.bare if found["often"] else words.totals
        if text.endswith(behind, max(0, found.start() - _LONGEST), found.start()):
            yield found.span()
    for found in _LISTED.finditer(text):
        before = text[found.start() - 1 : found.start()] if found.start() else ""
        if "\u4e00" <= before <= "\u9fff" and before not in words.endings:
            yield found.span()


def left_out(text: str, told: Iterable[Sentence], words: Words) -> Iterator[Relation]:
    """Documents in force without how many, behind figures of others: 制定规范性文件1件，废止0件，现行有效的规范性文件。"""
    for sentence in told if _IN_FORCE in text else ():
        for before, item in pairwise(sentence.pieces):
            if (
                before.quantity
                and _stage(before, words)
                and _names_state(item)
                and item.mark in ("comma", "pause")
            ):
                yield _gap(text, item.start, item.end)


def _stage(item: Item, words: Words) -> bool:
    names = (name for token in item.words if token.kind == "aspect" for name in token.names)
    return any(words.aspects[name].group == _STAGES for name in names)


def _names_state(item: Item) -> bool:
    """Nothing but documents and that they are in force."""
    kinds = [token.kind for token in item.before if token.kind not in ("fillers", "period")]
    ends = bool(item.before) and item.before[-1].end == item.end
    in_force = any(_STATE in token.names for token in item.before)
    return item.number is None and kinds == ["aspect", "subject"] and ends and in_force
