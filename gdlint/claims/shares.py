"""Shares and rates of a whole, and percentages that divide one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gdlint.claims.figures import CHANGES, Relation, TextFigure, is_near
from gdlint.claims.named_wholes import wholes_of
from gdlint.claims.rates import is_of_due, opened_pair, rated
from gdlint.model.regex import lazy

_BRACKET = 2
"""letters of a bracket that opens, with a blank before it"""
_ALL = 100
_KIND = "组织"
_RATE = "率"
_AMONG = ("中", "里", "内")
_OVERLAPPING = lazy("各(?:占|为)?$|[多选挑勾]选|选择|提到|提及")
"""before a percentage: it is that of several, or of answers of which one may give several"""
_ANAPHORS = ("前者", "后者")


def shares(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A share or rate of figures before it: 公开500条，其中民生300条，占60%; or of a whole that it names: 占1290条的60%."""
    for n, share in enumerate(figures):
        if share.quantity.unit != "%":
            continue
        if n > 1 and not share.cue and figures[n - 1].cue == "share" and figures[n - 1].quantity.unit != "%":
            yield from _share_of(share, _part_before(figures[: n - 1]), [figures[n - 1]])
        elif share.cue == "share" and n and _opens_one(share, figures[n + 1 :]):
            yield from _share_of(share, figures[n + 1], figures[max(0, n - 1) : n])
        elif share.cue == "rate" and share.value <= _ALL and (pair := opened_pair(text, figures[n + 1 :])):
            yield from _share_of(share, *pair)
        elif n > 1 and is_of_due(figures[n - 2 : n], share):
            yield from _share_of(share, figures[n - 1], [figures[n - 2]])
        elif share.cue in ("share", "rate") and not _is_entangled(figures, n):
            yield from _share_before(text, share, figures, n)


def _part_before(figures: Sequence[TextFigure]) -> TextFigure:
    """7件，占无法提供8件的87.5%，占办结26件的26.9%: what has the second share has the first one too."""
    of_another = (f for f in reversed(figures) if f.quantity.unit != "%" and not _is_whole(f))
    return figures[-1] if figures[-1].quantity.unit != "%" else next(of_another, figures[-1])


def _opens_one(share: TextFigure, behind: Sequence[TextFigure]) -> bool:
    """占60%（共10件）: what has the share stands in brackets right behind it; several figures there are parts of something."""
    return (
        len(behind) > 0
        and behind[0].item.mark == "open"
        and behind[0].item.start - share.quantity.end <= _BRACKET
        and (len(behind) == 1 or behind[1].item.depth < behind[0].item.depth)
    )


def _is_entangled(figures: Sequence[TextFigure], n: int) -> bool:
    """Beside changes, and among several shares, it is not clear of what it is a share."""
    return _distributed(figures, n) or any(figure.cue in (*CHANGES, "before") for figure in figures[:n])


def _share_before(text: str, share: TextFigure, figures: Sequence[TextFigure], n: int) -> Iterator[Relation]:
    # What has a share of its own is a part, and the whole of nothing; a rate may be of what has one: 收回285份，有效率95%，满意271份.
    shared = set() if share.cue == "rate" else _shared(figures[:n])
    counts = [
        figure
        for m, figure in enumerate(figures[:n])
        if _is_whole(figure)
        or (_is_count(figure, first=not m, last=m == n - 1) and (m == n - 1 or m not in shared))
    ]
    if share.words.lstrip().startswith(_ANAPHORS) or (shared and _is_inner(figures[n - 1])):
        return
    if share.together:
        yield from _share_of_several(share, counts)
        return
    if not counts or _is_whole(counts[-1]) or counts[-1].quantity.unit == "元":
        return
    if share.cue == "share":
        found_of = _share_of(share, counts[-1], wholes_of(text, share, counts[:-1]))
        yield from (_or_of(one, share, counts[-1], figures[:n]) for one in found_of)
    elif share.near and (found := rated(share, counts)):
        yield from _share_of(share, *found)


def _or_of(
    relation: Relation, share: TextFigure, part: TextFigure, figures: Sequence[TextFigure]
) -> Relation:
    """回收有效问卷920份，回收率92%；满意644份，占70%，基本满意230份，占25%: of any figure before it of which it can be."""
    others = [f for f in figures if f is not part and f.quantity.exact and f.value]
    may_be = (f.value for f in others if f.quantity.unit == part.quantity.unit)
    near = any(is_near(Decimal(100) * part.value / Decimal(value), share.quantity) for value in may_be)
    return relation._replace(fits=relation.fits or near)


def _is_inner(figure: TextFigure) -> bool:
    """公开10件（占38.5%），其中涉企5件（占19.2%）: of the figure before it, or of what that is a part of."""
    return any(token.names == ("part",) for token in figure.item.before)


def _is_count(figure: TextFigure, *, first: bool, last: bool) -> bool:
    """A count, or a sum that opens the sentence or stands right before its share: 予以公开和部分公开合计13件，占50%."""
    return figure.plain or (figure.cue == "sum" and (first or last))


def _shared(figures: Sequence[TextFigure]) -> set[int]:
    """The places of the figures that have a share of their own, or one together with others."""
    found: set[int] = set()
    for m, share in enumerate(figures):
        if share.quantity.unit == "%" and m:
            counts = m if share.together else 1
            found.update(range(m - min(share.how_many or counts, counts), m))
    return found


def _share_of_several(share: TextFigure, counts: Sequence[TextFigure]) -> Iterator[Relation]:
    """发布信息100条，其中动态30条、公告20条，两项合计占50%: what the last ones are together."""
    number = share.how_many
    if number is None or len(counts) <= number or not all(figure.quantity.exact for figure in counts):
        return
    parts, whole = counts[-number:], counts[-number - 1]
    if len({figure.quantity.unit for figure in (whole, *parts)}) > 1:
        return
    together = sum(figure.value for figure in parts)
    if not 0 < together <= whole.value:
        return
    given = Decimal(100) * together / Decimal(whole.value)
    yield Relation(
        "share",
        share.value,
        is_near(given, share.quantity),
        given.quantize(Decimal("0.01")),
        True,
        (together, whole.value),
        share.quantity.start,
        share.quantity.end,
    )


def _share_of(share: TextFigure, part: TextFigure, others: Sequence[TextFigure]) -> Iterator[Relation]:
    """What a part is of one of the figures that may be its whole, or of all of them together."""
    alike = [f for f in others if f.quantity.unit == part.quantity.unit and f.quantity.exact and f.value]
    wholes = [figure for figure in alike if figure.value >= part.value]
    if not wholes or not part.quantity.exact:
        return
    together = sum(figure.value for figure in alike)
    # 自然人20件，企业4件，其余2件占7.7%: of all that are listed.
    may_be = [together, *(whole.value for whole in wholes)]
    if len(others) > 1 or part.item.mark == "pause":
        may_be.append(together + part.value)
    # 办结26件，结转2件，结转率7.1%: of both.
    may_be += [whole.value + part.value for whole in wholes if share.cue == "rate"]
    given = [Decimal(100) * part.value / Decimal(whole) for whole in may_be]
    yield Relation(
        "share",
        share.value,
        any(is_near(value, share.quantity) for value in given),
        given[len(wholes)].quantize(Decimal("0.01")),
        len(wholes) == len(others) == 1,
        (part.value, wholes[-1].value),
        share.quantity.start,
        share.quantity.end,
    )


def _is_whole(figure: TextFigure) -> bool:
    """占总数14件的64.3%: the whole of a share."""
    return figure.quantity.unit != "%" and any(t.names == ("share",) for t in figure.item.before)


def _distributed(figures: Sequence[TextFigure], n: int) -> bool:
    """占比分别为60%和10%, or another percentage beside it: whose it is, is not clear."""
    words = figures[n].item.before
    each = any(token.names == ("each",) for token in words)
    following = figures[n + 1] if n + 1 < len(figures) else None
    return each or bool(following and following.quantity.unit == "%" and not following.cue)


def divisions(figures: Sequence[TextFigure], *, announced: bool) -> Iterator[Relation]:
    """Percentages that divide a whole: with a rest (其他) among them they add up to 100, and without to no more. `announced`:
    占比 stands before them all."""
    shares = [
        f
        for f in figures
        if f.quantity.unit == "%" and f.cue in ("", "share") and f.quantity.exact and not f.together
    ]
    if (
        len(shares) < 2
        or _are_of_several(shares)
        or not (announced or any(f.cue == "share" or _is_each(f) for f in shares))
    ):
        return
    # 结果维持的分别为5件、3件，分别占56%和60%: each of its own whole.
    if sum(map(_is_each, figures)) > 1:
        return
    if any(f.cue in (*CHANGES, "rate", "before") for f in figures) or _nested(shares):
        return
    if any(_OVERLAPPING.search(f.words) or f.words.rstrip().endswith(_RATE) for f in shares):
        return
    if any(_is_each(f) and f.quantity.unit != "%" for f in figures):
        # 复议9件、诉讼5件，维持的分别为5件、3件，分别占55.6%和60%
        return
    total = sum((Decimal(f.value) for f in shares), Decimal(0))
    slack = sum((Decimal(f.quantity.grain) for f in shares), Decimal(0)) / 2 + Decimal("0.01")
    rest = any(_names_rest(f) for f in shares)
    fits = abs(total - 100) <= slack if rest else total <= 100 + slack
    last = shares[-1].quantity
    values = tuple(f.value for f in shares)
    yield Relation("division", 100, fits, total, True, values, last.start, last.end)


def _are_of_several(shares: Sequence[TextFigure]) -> bool:
    """占无法提供类的87.5%，占办结总数的26.9%: of several wholes, or one part of each."""
    wholes = {f.words[f.token.end - f.item.start :].strip("的约为") for f in shares if f.token}
    again = any(f.token and f.token.start == f.item.start for f in shares[1:])
    again = again or any(f.words.lstrip("的").startswith(_AMONG) for f in shares[1:])
    # 移动端占64%；从栏目看，政策文件占41%: another whole is named between them.
    again = again or any(other.item.start - one.item.end > 1 for one, other in pairwise(shares))
    return again or len(wholes - {""}) > 1


def _names_rest(figure: TextFigure) -> bool:
    """其他; 其他组织 are a kind."""
    return any(
        "rest" in token.names and not token.text.endswith(_KIND) and not figure.words.startswith(_KIND, place)
        for token in figure.item.words
        for place in (token.end - figure.item.start,)
    )


def _is_each(figure: TextFigure) -> bool:
    return any(token.text.startswith("分别") for token in figure.item.before)


def _nested(shares: Sequence[TextFigure]) -> bool:
    """Shares at different depths, or behind 其中, may be of different wholes."""
    return any(map(_is_inner, shares[1:])) or len({f.item.depth for f in shares}) > 1
