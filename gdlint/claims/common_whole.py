"""Shares of one list that can be of no common whole: 20件，占67.9%；4件，占15.4%."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.items import Item
from gdlint.claims.words import Words

_ALL = 100
_CENT = Decimal("0.01")
_PARTS = ("results", "applicants", "outcomes")
"""groups of aspects; a list is of one of them"""
_WHOLE, _KINDS = "organisations", frozenset(("business", "research", "social", "legal"))
_INNER = ("pause", "close")
_LIST = (*_INNER, "semicolon", "comma")


class _Pair(NamedTuple):
    part: TextFigure
    share: TextFigure

    @property
    def least(self) -> Decimal:
        """The smallest whole number of which the part has that share, as it is printed."""
        most = Decimal(self.share.value) + Decimal(self.share.quantity.grain)
        return (_ALL * Decimal(self.part.value) / most).to_integral_value(ROUND_CEILING)

    @property
    def most(self) -> Decimal:
        """The largest one; below the least where there is none."""
        least = Decimal(self.share.value) - Decimal(self.share.quantity.grain)
        return _ALL * Decimal(self.part.value) // least if least > 0 else Decimal("Infinity")


def common_whole(items: Sequence[Item], figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """The share that goes with no whole of which the others of its list are shares."""
    for pairs in _lists(figures):
        if len(pairs) < 2 or not _are_parallel(items, pairs, words) or _have_common(pairs):
            continue
        odd = [n for n in range(len(pairs)) if _have_common([*pairs[:n], *pairs[n + 1 :]])]
        if len(pairs) == 2:
            odd = [n for n in odd if pairs[n].least > pairs[n].most] or [1]
        if len(odd) == 1:
            yield _relation(pairs[odd[0]], [*pairs[: odd[0]], *pairs[odd[0] + 1 :]])


def _lists(figures: Sequence[TextFigure]) -> Iterator[list[_Pair]]:
    """Counts of one unit with their shares, one pair right behind the other."""
    pairs: list[_Pair] = []
    place = 0
    while place + 1 < len(figures):
        pair = _Pair(figures[place], figures[place + 1])
        alike = _is_pair(pair)
        if pairs and not (alike and _goes_on(pairs[0], pair)):
            yield pairs
            pairs = []
        if alike:
            pairs.append(pair)
        place += 2 if alike else 1
    yield pairs


def _is_pair(pair: _Pair) -> bool:
    part, share = pair
    words = share.words.strip()
    bare = not words and share.item.mark == "open" and not share.cue
    said = share.cue == "share" and share.token is not None and words.startswith(share.token.text)
    counts = part.plain and part.quantity.exact and part.value > 0 and part.quantity.unit != "元"
    close = share.item.start - part.item.end <= 1 or share.item.mark == "open"
    # 合格23家（95.8%），整改1家（100%）: of another whole.
    percentage = share.quantity.unit == "%" and share.quantity.exact and share.value < _ALL
    return counts and close and (said or bare) and percentage


def _goes_on(first: _Pair, pair: _Pair) -> bool:
    inner = any(token.names == ("part",) for token in first.part.item.before)
    name = _name(pair.share)
    return (
        name in ("", _name(first.share))
        and pair.part.quantity.unit == first.part.quantity.unit
        and pair.part.item.depth == first.part.item.depth
        and pair.share.item.depth == first.share.item.depth
        and pair.part.item.mark in (_INNER if inner else _LIST)
        and not any(token.names == ("part",) for token in pair.part.item.before)
    )


def _name(share: TextFigure) -> str:
    """What a share says that it is of."""
    return share.words.strip()[len(share.token.text) :] if share.token else ""


def _are_parallel(items: Sequence[Item], pairs: Sequence[_Pair], words: Words) -> bool:
    """All are results, or kinds of applicants, or outcomes, none of them a part of another; or none is any of these."""
    names: list[str] = []
    groups: list[str] = []
    begin = items[0].start
    for pair in pairs:
        ahead = (item for item in items if begin <= item.start <= pair.part.item.start)
        told = [name for item in ahead for t in item.words if t.kind == "aspect" for name in t.names]
        found = [name for name in told if words.aspects[name].group in _PARTS]
        groups.append(words.aspects[found[-1]].group if found else "")
        names += found[-1:]
        begin = pair.share.quantity.end
    nested = (_WHOLE in names and not _KINDS.isdisjoint(names)) or any("." in name for name in names)
    return len(set(groups)) == 1 and not nested


def _have_common(pairs: Sequence[_Pair]) -> bool:
    return max(pair.least for pair in pairs) <= min(pair.most for pair in pairs)


def _relation(odd: _Pair, others: Sequence[_Pair]) -> Relation:
    best = max(others, key=lambda pair: Decimal(pair.share.value) / Decimal(pair.share.quantity.grain))
    whole = (_ALL * Decimal(best.part.value) / Decimal(best.share.value)).to_integral_value()
    worked = (_ALL * Decimal(odd.part.value) / whole).quantize(_CENT)
    figures = (odd.part.value, int(whole))
    span = (odd.share.quantity.start, odd.share.quantity.end)
    return Relation("share", odd.share.value, False, worked, True, figures, *span)
