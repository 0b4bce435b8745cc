"""What was done of what came in: no more than came in."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.words import Words
from gdlint.model.regex import lazy

_ELSEWHEN = lazy("结转|转结|上年|去年|往年|历年|累计|积压|积存|留存|遗留|顺延|存量|结余|跨年|往期")
_LEAD = (
    "(?:其中|完成|目前|已经|已|均|全部|全都|都|按[期时]|依法|及时|现场?|共计|共|实际|经核|当场|最终|有|分别|年底前|截至目前|督促|年[末内底]|"
    "期末){0,5}"
)
_TAIL = "(?:了|的|有|为|达|到位|到|意见|建议|数量|数|完毕|完成){0,3}"
_LONGEST_NOUN = 6
_SENT_BACK = lazy("退回|驳回|退稿")


def excess(text: str, figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """A figure of what was done behind one, of the same unit, of what came in, with no third one of that unit between them
    (检查股室5个，发现问题8个，整改8个) but a sum of it (建议12件、提案9件，合计21件，办复21件); those of several years apart."""
    taken, passed = _patterns(words.taken, words.passed)
    received: TextFigure | None = None
    unit = ""
    mixed = _ELSEWHEN.search(text[figures[0].item.start : figures[-1].item.end])
    for figure in _outer(figures):
        quantity = figure.quantity
        summed = figure.cue == "sum" and figure.near and quantity.unit == unit
        if figure.item.mark == "semicolon" or not ((figure.plain or summed) and quantity.exact):
            received = None
        elif received and _SENT_BACK.match(figure.words.strip()) and quantity.unit == received.quantity.unit:
            # 退回18条，通过482条: what follows is of all that came in.
            yield _more_than(received, figure)
        elif received and not mixed and _is_done(text, figure, received, passed):
            yield _more_than(received, figure)
            received = None
        elif summed or taken.search(figure.words):
            received, unit = figure, quantity.unit
        elif received and received.quantity.unit == quantity.unit:
            received = None


def _more_than(received: TextFigure, figure: TextFigure) -> Relation:
    fits = figure.value <= received.value
    span = (figure.quantity.start, figure.quantity.end)
    return Relation("excess", figure.value, fits, received.value, True, (received.value,), *span)


def _outer(figures: Sequence[TextFigure]) -> Iterator[TextFigure]:
    """The figures without parts that give the one before them: 抽查94家，其中省级37家、市级57家，合格90家."""
    place = 0
    while place < len(figures):
        figure = figures[place]
        parts = _parts_of(figures, place + 1)
        yield figure
        place += 1 + (len(parts) if parts and sum(part.value for part in parts) == figure.value else 0)


def _parts_of(figures: Sequence[TextFigure], start: int) -> Sequence[TextFigure]:
    """The list behind 其中 that begins at a place."""
    if start >= len(figures) or not any(token.names == ("part",) for token in figures[start].item.before):
        return ()
    end = start + 1
    while end < len(figures) and figures[end].item.mark == "pause":
        end += 1
    return figures[start:end]


def larger_part(totals: Sequence[TextFigure], parts: Sequence[TextFigure]) -> Iterator[Relation]:
    """参训108人，其中市县135人: one part alone is more than all that stands before it comes to."""
    part = parts[0]
    wholes = [figure for figure in totals if figure.quantity.unit == part.quantity.unit]
    exact = all(figure.quantity.exact for figure in (part, *wholes))
    whole = sum(figure.value for figure in wholes)
    if exact and part.plain and wholes and part.value > whole:
        span = (part.quantity.start, part.quantity.end)
        yield Relation("sum", whole, False, part.value, True, (part.value,), *span)


def _is_done(text: str, figure: TextFigure, received: TextFigure, passed: re.Pattern[str]) -> bool:
    """It says of some of what was received that it was done, before its number (整改17个) or behind it (17家单位均已整改)."""
    if received.quantity.unit != figure.quantity.unit or received.item.depth != figure.item.depth:
        return False
    said = text[received.item.start : received.item.end]
    if not figure.item.after:
        found = passed.match(figure.words.strip())
        return found is not None and _is_named(figure.words.strip()[found.end() :], said)
    behind = text[figure.quantity.end : figure.item.end].strip()
    noun = next((n for n in range(_LONGEST_NOUN, -1, -1) if n <= len(behind) and behind[:n] in said), 0)
    return bool(_ASIDE.fullmatch(figure.words.strip())) and passed.fullmatch(behind[noun:]) is not None


def _is_named(noun: str, said: str) -> bool:
    """What was done is named again, or it is not."""
    return len(noun) <= _LONGEST_NOUN and noun in said


_ASIDE = lazy("(?:其中|年底前|截至目前|目前|年内|现|该|这)?")


@lru_cache(maxsize=8)
def _patterns(taken: tuple[str, ...], passed: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells that something came in, and that all a piece says is that it was done."""
    done = "|".join(map(re.escape, sorted(passed, key=len, reverse=True)))
    return (
        lazy(f"(?<![不未])(?<!不予)(?:{'|'.join(map(re.escape, taken))})"),
        lazy(f"{_LEAD}(?:{done})(?:[并且和、]?(?:全部|公开|及时)?(?:{done}))?{_TAIL}"),
    )
