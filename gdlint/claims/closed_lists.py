"""Whether a list of parts is all there is of its whole, so that it must add up to it."""

from collections.abc import Sequence
from typing import NamedTuple

from gdlint.claims.figures import TextFigure, is_rest
from gdlint.claims.items import RESULTS
from gdlint.claims.neighbours import kinds_of
from gdlint.claims.openings import Opened
from gdlint.claims.words import Words
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_APART = ("个", "家", "户", "人", "名")
"""counters of what no two channels share"""
_REQUESTS = ("requests",)
_APPLICANTS = frozenset(("natural_person", "organisations", "business"))
_SMALL = 20
"""one part in so many is a small difference"""
_OPPOSED = lazy("[未不没停]|逾期|待办|在办|一般|较差|合格")
_PUBLIC = "公开"
_PENALTIES = lazy("罚款|警告|没收|吊销|暂扣|责令|拘留")
_NAMED = lazy("[^其中有共约，、：； ]")
_TRAITS = tuple(map(lazy, ("[男女]", "[党团]员|群众", "岁|青年", "少数民族|汉族", "研究生|本科|专科")))
"""by what persons are told: one of each may be said of the same person"""


class Listed(NamedTuple):
    """A list: the figures before it that may be its total (the nearest last), its parts, all figures behind its opening, and by
    what it opens."""

    totals: Sequence[TextFigure]
    parts: Sequence[TextFigure]
    behind: Sequence[TextFigure]
    opened: Opened


def is_closed(listed: Listed, summed: Number, words: Words) -> bool:
    """All there is is listed, or more: by its words, by its sum, or since what is amiss is a slip of the pen."""
    rest = any(is_rest(part) for part in listed.parts)
    each = any(token.text.startswith("分别") for part in listed.parts for token in part.item.before)
    channels = are_channels(listed, words)
    total = listed.totals[-1].value
    named = {name for part in listed.parts for token in part.item.words for name in token.names}
    every = named >= set(RESULTS) or _is_published(listed, named)
    if listed.opened is Opened.AMONG and not (
        summed > total and len(listed.behind) == len(listed.parts) and _are_apart(listed)
    ):
        # 43人中，党员30名、女性21名.
        return False
    every = every or _are_opposites(listed.parts, words) or _are_ways_behind_colon(listed, words)
    if rest or each or every or listed.opened is Opened.WHOLE:
        return True
    if summed > total and not channels:
        return not _are_crossed(listed.parts, words)
    reasons = any("." in name for part in listed.parts for token in part.item.words for name in token.names)
    return not reasons and is_slip(total, summed)


def _are_crossed(parts: Sequence[TextFigure], words: Words) -> bool:
    """网上提交17件，自然人20件; 女性40人，党员60人: told by several things, so that one may be counted in two parts."""
    kinds = [bool(kinds_of(part.item.words, words)) for part in parts]
    traits = {n for part in parts for n, trait in enumerate(_TRAITS) if trait.search(part.words)}
    # 其中70家公开目标，65家公开结果: what each did, and not what it is.
    did = all(not _NAMED.search(part.words) and part.item.after for part in parts)
    did = did and any(part.item.mark == "comma" for part in parts[1:])
    # One decision may both fine and warn.
    punished = all(_PENALTIES.search(part.words) for part in parts)
    return punished or (any(kinds) and not all(kinds)) or len(traits) > 1 or (did and not all(kinds))


def _are_ways_behind_colon(listed: Listed, words: Words) -> bool:
    """解读19篇：文字14篇，图解3篇，视频2篇: nothing else stands behind the colon."""
    whole = len(listed.parts) == len(listed.behind)
    return whole and are_ways_apart(listed, words) and listed.parts[0].item.mark == "colon"


def _are_apart(listed: Listed) -> bool:
    """达标39家、未达标4家, 企业6件、公民20件: what is one of them is none of the others."""
    named = [
        _APPLICANTS.intersection(*(t.names for t in part.item.words if t.kind == "aspect"))
        for part in listed.parts
    ]
    return any(_OPPOSED.search(part.words) for part in listed.parts) or (
        all(named) and len(set(map(frozenset, named))) == len(named)
    )


def _is_published(listed: Listed, named: set[str]) -> bool:
    """公开13件（予以公开10件、部分公开3件）: there is no third way to publish."""
    return {"granted", "partial"} <= named and len(listed.parts) == 2 and _PUBLIC in listed.totals[-1].words


def _are_opposites(parts: Sequence[TextFigure], words: Words) -> bool:
    """其中线上18件、线下8件: there is no third."""
    texts = [part.words for part in parts]
    return any(
        len(texts) == len(pair) and all(word in text for word, text in zip(order, texts, strict=True))
        for pair in words.opposites
        for order in (pair, pair[::-1])
    )


def are_channels(listed: Listed, words: Words) -> bool:
    """The same may be counted in several of them; a request comes in by one."""
    unit = listed.totals[-1].quantity.unit
    return (
        unit not in _APART
        and not _are_requests(listed)
        and sum(1 for part in listed.parts if words.channels.search(part.words)) > 1
    )


def is_slip(total: Number, summed: Number) -> bool:
    """The difference is small, and one that a slip of the pen makes: a digit times a power of ten, or nine times that. Where all
    lower digits agree, it need not be small: 1286 and 1186."""
    difference: Number = total - summed if total > summed else summed - total
    if total % 100 and difference % 100 == 0 and len(str(difference).rstrip("0")) == 1 and difference < total:
        return True
    digits = str(difference).rstrip("0") if difference == int(difference) else ""
    nines = str(int(difference) // 9).rstrip("0") if difference % 9 == 0 else ""
    return difference * _SMALL < total and 1 in (len(digits), len(nines))


def are_ways_of_requests(listed: Listed, words: Words) -> bool:
    """网上17件、邮寄7件、现场2件: each part of the requests came in by a way of its own."""
    named = [words.ways.search(part.words) for part in listed.parts]
    ways = [found[0] for found in named if found]
    whole = len(listed.parts) == len(listed.behind) and _are_requests(listed)
    return whole and len(set(ways)) == len(listed.parts)


def are_ways_apart(listed: Listed, words: Words) -> bool:
    """文字14篇、图解3篇、视频2篇: each part is done in a way of its own."""
    named = [words.ways.search(part.words) for part in listed.parts]
    ways = {found[0] for found in named if found}
    return len(ways) == len(listed.parts) > 1


def is_all_behind_colon(text: str, listed: Listed) -> bool:
    """168条：政务动态82条、民生实事86条。: a list with 、 that ends its sentence, in which nothing is left open."""
    parts = listed.parts
    listing = len(parts) == len(listed.behind) > 1 and parts[0].item.mark == "colon"
    pauses = all(part.item.mark == "pause" for part in parts[1:])
    end = parts[-1].quantity.end if parts else 0
    return listing and pauses and text[end : end + 1] in ("。", "")


def _are_requests(listed: Listed) -> bool:
    return any(token.names == _REQUESTS for token in listed.totals[-1].item.words)
