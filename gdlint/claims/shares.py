"""Shares and rates of a whole, and percentages that divide one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gdlint.claims.figures import CHANGES, RATE, Relation, TextFigure, is_near

_TWO = 2
_ALL = 100


def shares(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A share or rate of figures before it: 公开500条，其中民生300条，占60%; or of a whole that it names: 占1290条的60%."""
    for n, share in enumerate(figures):
        if share.quantity.unit != "%" or not share.quantity.exact:
            continue
        if n > 1 and not share.cue and figures[n - 1].cue == "share" and figures[n - 1].quantity.unit != "%":
            yield from _share_of(share, figures[n - 2], [figures[n - 1]])
        elif share.cue == "share" and n + 1 < len(figures) and figures[n + 1].item.mark == "open" and n:
            yield from _share_of(share, figures[n + 1], figures[max(0, n - 1) : n])
        elif share.cue == "rate" and share.value <= _ALL and _opens_pair(figures[n + 1 :]):
            yield from _share_of(share, *_pair(figures[n + 1 :]))
        elif share.cue in ("share", "rate") and share.near and not _is_entangled(figures, n):
            yield from _share_before(share, figures, n)


def _opens_pair(behind: Sequence[TextFigure]) -> bool:
    """解读率98%（应解读40件，已解读38件）: two counts in brackets."""
    return (
        len(behind) == _TWO
        and behind[0].item.mark == "open"
        and all(figure.plain for figure in behind)
        and behind[0].quantity.unit == behind[1].quantity.unit
        and behind[0].item.depth == behind[1].item.depth
    )


def _pair(behind: Sequence[TextFigure]) -> tuple[TextFigure, list[TextFigure]]:
    part, whole = sorted(behind, key=lambda figure: figure.value)
    return part, [whole]


def _is_entangled(figures: Sequence[TextFigure], n: int) -> bool:
    """Beside changes, and among several shares, it is not clear of what it is a share."""
    return _distributed(figures, n) or any(figure.cue in (*CHANGES, "before") for figure in figures[:n])


def _share_before(share: TextFigure, figures: Sequence[TextFigure], n: int) -> Iterator[Relation]:
    # What has a share of its own is a part, and the whole of nothing; a rate may be of what has one: 收回285份，有效率95%，满意271份.
    shared = {m for m in range(n) if figures[m + 1].quantity.unit == "%" and share.cue != "rate"}
    counts = [
        figure
        for m, figure in enumerate(figures[:n])
        if (figure.plain or (not m and figure.cue == "sum")) and (m == n - 1 or m not in shared)
    ]
    part = counts[-1] if counts else None
    if (
        part is None
        or part.quantity.unit == "元"
        or (share.cue == "rate" and not (_same_verb(share, part) or _is_among(counts)))
    ):
        return
    yield from _share_of(share, part, counts[:-1])


def _share_of(share: TextFigure, part: TextFigure, others: Sequence[TextFigure]) -> Iterator[Relation]:
    """What a part is of one of the figures that may be its whole, or of all of them together."""
    alike = [f for f in others if f.quantity.unit == part.quantity.unit and f.quantity.exact and f.value]
    wholes = [figure for figure in alike if figure.value >= part.value]
    if not wholes or not part.quantity.exact:
        return
    together = sum(figure.value for figure in alike)
    given = [Decimal(100) * part.value / Decimal(whole) for whole in (together, *(w.value for w in wholes))]
    yield Relation(
        "share",
        share.value,
        any(is_near(value, share.quantity) for value in given),
        given[-1].quantize(Decimal("0.01")),
        len(wholes) == len(others) == 1,
        (part.value, wholes[-1].value),
        share.quantity.start,
        share.quantity.end,
    )


def _distributed(figures: Sequence[TextFigure], n: int) -> bool:
    """占比分别为60%和10%, or another percentage beside it: whose it is, is not clear."""
    words = figures[n].item.before
    each = any(token.names == ("each",) for token in words)
    following = figures[n + 1] if n + 1 < len(figures) else None
    return each or bool(following and following.quantity.unit == "%" and not following.cue)


def _is_among(counts: Sequence[TextFigure]) -> bool:
    """12个村中有9个村设立专区，覆盖率75%: a part of a whole that is named."""
    whole = counts[0].item
    return len(counts) == _TWO and any(token.text == "中" for token in (*whole.after, *counts[1].item.before))


def _same_verb(rate: TextFigure, part: TextFigure) -> bool:
    """办结26件，办结率92.9%: the part is said with the verb of the rate."""
    found = RATE.search(rate.words)
    return found is not None and (found[1] in part.words or found[1][::-1] in part.words)


def divisions(figures: Sequence[TextFigure], *, announced: bool) -> Iterator[Relation]:
    """Percentages that divide a whole: with a rest (其他) among them they add up to 100, and without to no more. `announced`:
    占比 stands before them all."""
    shares = [f for f in figures if f.quantity.unit == "%" and f.cue in ("", "share") and f.quantity.exact]
    if len(shares) < 2 or not (announced or any(f.cue == "share" or _is_each(f) for f in shares)):
        return
    if any(f.cue in (*CHANGES, "rate", "before") for f in figures) or _nested(shares):
        return
    total = sum((Decimal(f.value) for f in shares), Decimal(0))
    slack = sum((Decimal(f.quantity.grain) for f in shares), Decimal(0)) / 2 + Decimal("0.01")
    rest = any("rest" in token.names for f in shares for token in f.item.words)
    fits = abs(total - 100) <= slack if rest else total <= 100 + slack
    last = shares[-1].quantity
    values = tuple(f.value for f in shares)
    yield Relation("division", 100, fits, total, True, values, last.start, last.end)


def _is_each(figure: TextFigure) -> bool:
    return any(token.text.startswith("分别") for token in figure.item.before)


def _nested(shares: Sequence[TextFigure]) -> bool:
    """Shares at different depths, or behind 其中, may be of different wholes."""
    inner = any(token.names == ("part",) for f in shares[1:] for token in f.item.before)
    return inner or len({f.item.depth for f in shares}) > 1
