"""How the figures of a sentence go together: a sum behind its parts, a share of a whole, a growth from one year to the next."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from gdlint.claims.items import Item, unexplained
from gdlint.claims.quantities import Quantity
from gdlint.claims.tokens import Token
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_CHANGES = ("up", "down")
_STRAY = 2
_FROM = lazy(r"[由从自][^，。；]{0,12}$")
_RATE = lazy(r"([\u4e00-\u9fff]{2})率(?:为|达到|达|均为|均达)?$")
_MOST = 40
"""figures of one sentence that are held against each other"""


class Relation(NamedTuple):
    """Figures that must go together: `stated` is what the text says, `fits` whether the others allow it, `worked` what they give
    (None where they give several), `sure` whether nothing else may be meant. `start` and `end` are those of the figure."""

    kind: str
    stated: Number
    fits: bool
    worked: Number | None
    sure: bool
    figures: tuple[Number, ...]
    start: int
    end: int


class Figure(NamedTuple):
    """A number of a sentence with the relation that its words name (sum, share, up, down, to, before, rate, or none)."""

    item: Item
    quantity: Quantity
    cue: str
    token: Token | None
    words: str
    """the text of its item before it"""
    near: bool
    """nothing stands between the word and the number but what says nothing of its own"""

    @property
    def value(self) -> Number:
        """What it says."""
        return self.quantity.value or 0

    @property
    def plain(self) -> bool:
        """A count of something, and no change or share."""
        return not self.cue and self.quantity.unit != "%"


def relations(text: str, items: Sequence[Item], year: int | None) -> Iterator[Relation]:
    """The relations in a sentence of a report on a year."""
    figures = [figure for item in items if (figure := _figure(text, item, year))][:_MOST]
    if len(figures) < 2 or any(figure.quantity.value is None for figure in figures):
        return
    yield from _sums(figures)
    yield from _lists(figures)
    yield from _shares(figures)
    yield from _divisions(figures)
    for run in _runs(figures):
        yield from _change(run)


def _figure(text: str, item: Item, year: int | None) -> Figure | None:
    quantity = item.quantity
    if quantity is None:
        return None
    words = [token for token in item.before if token.kind == "relation" and token.names[0] != "part"]
    token = words[-1] if words else None
    cue = token.names[0] if token else ""
    if cue in ("compare", "open", "each", "part") or (
        token and token.text == "共" and not _opens_with(item, token)
    ):
        cue = ""
    compared = any(t.kind == "relation" and t.names[0] == "compare" for t in item.before)
    past = any(_is_past(t, year) for t in item.before)
    if not cue and past and (compared or quantity.unit != "%"):
        cue = "before" if compared or _says_value(item.before, year) else ""
    end = item.number.start if item.number else item.end
    said = text[item.start : end]
    if not cue and quantity.unit == "%" and _RATE.search(said):
        cue = "rate"
    place = token.end if token else item.start
    behind = [t for t in item.before if t.start >= place]
    content = any(t.kind in ("subject", "aspect", "foreign", "weak", "title") for t in behind)
    stray = unexplained(text, behind, place, end)
    return Figure(item, quantity, cue, token, said, (not content and stray < _STRAY) or cue == "rate")


def _opens_with(item: Item, token: Token) -> bool:
    """共510条, with nothing before it that is counted anew."""
    return all(t is token or t.kind in ("fillers", "period") for t in item.before)


def _is_past(token: Token, year: int | None) -> bool:
    if token.kind == "year":
        return year is not None and token.year == year - 1
    return token.kind == "period" and token.names[0] == "before"


def _says_value(words: Sequence[Token], year: int | None) -> bool:
    """上年为556条: the year before and its figure, and nothing that is counted anew behind it."""
    last = max(n for n, token in enumerate(words) if _is_past(token, year))
    return not any(token.kind in ("subject", "aspect", "foreign", "weak") for token in words[last:])


def _sums(figures: Sequence[Figure]) -> Iterator[Relation]:
    """A sum behind its parts: 网站300条、微信200条，共计500条."""
    for n, total in enumerate(figures):
        if total.cue != "sum" or not (total.near or _says_sum(total)) or not total.quantity.exact:
            continue
        parts = _parts_before(figures[:n], total)
        if len(parts) < 2:
            continue
        values = [part.value for part in parts]
        sure = all(part.quantity.exact for part in parts) and all(value <= total.value for value in values)
        yield Relation(
            "sum",
            total.value,
            _adds_up(values, total.value),
            sum(values),
            sure or sum(values) < total.value,
            tuple(values),
            total.quantity.start,
            total.quantity.end,
        )


def _says_sum(total: Figure) -> bool:
    """共计公开信息500条: the word says that it is a sum, whatever is named again."""
    return total.token is not None and total.token.text in ("共计", "合计", "总计")


def _lists(figures: Sequence[Figure]) -> Iterator[Relation]:
    """A total and all it is made of, right behind it: 500条，动态300条、公告120条、其他80条."""
    for n, total in enumerate(figures[:-2]):
        parts = _listed(figures[n + 1 :], total)
        if not total.plain or len(parts) < 2 or not any("rest" in t.names for t in parts[-1].item.words):
            continue
        values = [part.value for part in parts]
        if all(f.quantity.exact for f in (total, *parts)) and total.value not in values:
            earlier = [f.value for f in figures[:n] if f.quantity.unit == total.quantity.unit]
            fits = sum(values) == total.value or sum(values) in (e + total.value for e in earlier)
            yield Relation(
                "sum",
                total.value,
                fits,
                sum(values),
                True,
                tuple(values),
                total.quantity.start,
                total.quantity.end,
            )


def _listed(figures: Sequence[Figure], total: Figure) -> list[Figure]:
    """The items of a list that begins behind a comma and goes on with 、, of the unit of its total."""
    found: list[Figure] = []
    for figure in figures:
        mark = "pause" if found else "comma"
        opened = any(token.names == ("part",) for token in figure.item.before)
        if (
            figure.item.mark != mark
            or not figure.plain
            or figure.quantity.unit != total.quantity.unit
            or opened
        ):
            break
        found.append(figure)
    return found


def _parts_before(figures: Sequence[Figure], total: Figure) -> list[Figure]:
    """The figures right before a sum: plain counts of its unit at its depth."""
    found: list[Figure] = []
    for figure in reversed(figures):
        if figure.item.depth > total.item.depth:
            continue
        if not figure.plain or figure.quantity.unit != total.quantity.unit:
            break
        found.append(figure)
        if figure.item.mark == "semicolon":
            break
    return found[::-1]


def _adds_up(values: Sequence[Number], total: Number) -> bool:
    """Some of the last figures give the total, or one of them is it already."""
    added: Number = 0
    for value in reversed(values):
        added += value
        if added == total:
            return True
    return total in values


def _shares(figures: Sequence[Figure]) -> Iterator[Relation]:
    """A share or rate of figures before it: 公开500条，其中民生300条，占60%; or of a whole that it names: 占1290条的60%."""
    for n, share in enumerate(figures):
        if share.quantity.unit != "%" or not share.quantity.exact:
            continue
        if n > 1 and not share.cue and figures[n - 1].cue == "share" and figures[n - 1].quantity.unit != "%":
            yield from _share_of(share, figures[n - 2], [figures[n - 1]])
        elif share.cue == "share" and n + 1 < len(figures) and figures[n + 1].item.mark == "open" and n:
            yield from _share_of(share, figures[n + 1], figures[max(0, n - 1) : n])
        elif share.cue in ("share", "rate") and share.near and not _is_entangled(figures, n):
            yield from _share_before(share, figures, n)


def _is_entangled(figures: Sequence[Figure], n: int) -> bool:
    """Beside changes, and among several shares, it is not clear of what it is a share."""
    return _distributed(figures, n) or any(figure.cue in (*_CHANGES, "before") for figure in figures[:n])


def _share_before(share: Figure, figures: Sequence[Figure], n: int) -> Iterator[Relation]:
    # What has a share of its own is a part, and the whole of nothing.
    shared = {m for m in range(n) if figures[m + 1].quantity.unit == "%"}
    counts = [
        figure for m, figure in enumerate(figures[:n]) if figure.plain and (m == n - 1 or m not in shared)
    ]
    part = counts[-1] if counts else None
    if part is None or part.quantity.unit == "元" or (share.cue == "rate" and not _same_verb(share, part)):
        return
    yield from _share_of(share, part, counts[:-1])


def _share_of(share: Figure, part: Figure, others: Sequence[Figure]) -> Iterator[Relation]:
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
        any(_near(value, share.quantity) for value in given),
        given[-1].quantize(Decimal("0.01")),
        len(wholes) == len(others) == 1,
        (part.value, wholes[-1].value),
        share.quantity.start,
        share.quantity.end,
    )


def _divisions(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Percentages that divide a whole: with a rest (其他) among them they add up to 100, and without to no more."""
    shares = [f for f in figures if f.quantity.unit == "%" and f.cue in ("", "share") and f.quantity.exact]
    if len(shares) < 2 or not any(f.cue == "share" or _is_each(f) for f in shares):
        return
    if any(f.cue in (*_CHANGES, "rate", "before") for f in figures) or _nested(shares):
        return
    total = sum((Decimal(f.value) for f in shares), Decimal(0))
    slack = sum((Decimal(f.quantity.grain) for f in shares), Decimal(0)) / 2 + Decimal("0.01")
    rest = any("rest" in token.names for f in shares for token in f.item.words)
    fits = abs(total - 100) <= slack if rest else total <= 100 + slack
    last = shares[-1].quantity
    values = tuple(f.value for f in shares)
    yield Relation("division", 100, fits, total, True, values, last.start, last.end)


def _is_each(figure: Figure) -> bool:
    return any(token.text.startswith("分别") for token in figure.item.before)


def _nested(shares: Sequence[Figure]) -> bool:
    """Shares at different depths, or behind 其中, may be of different wholes."""
    inner = any(token.names == ("part",) for f in shares[1:] for token in f.item.before)
    return inner or len({f.item.depth for f in shares}) > 1


def _distributed(figures: Sequence[Figure], n: int) -> bool:
    """占比分别为60%和10%, or another percentage beside it: whose it is, is not clear."""
    words = figures[n].item.before
    each = any(token.names == ("each",) for token in words)
    following = figures[n + 1] if n + 1 < len(figures) else None
    return each or bool(following and following.quantity.unit == "%" and not following.cue)


def _same_verb(rate: Figure, part: Figure) -> bool:
    """办结26件，办结率92.9%: the part is said with the verb of the rate."""
    found = _RATE.search(rate.words)
    return found is not None and found[1] in part.words


def _near(value: Decimal, printed: Quantity) -> bool:
    """A percentage as printed, rounded or cut off."""
    return abs(value - Decimal(printed.value or 0)) < max(Decimal(printed.grain), Decimal("0.11"))


def _runs(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures that may be of one change: a run ends where another count begins behind a change, and at a semicolon."""
    run: list[Figure] = []
    for figure in figures:
        changed = any(other.cue in (*_CHANGES, "before") for other in run)
        begins = figure.plain and changed and not _FROM.search(figure.words)
        if run and (figure.item.mark == "semicolon" or begins):
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _points(run: Sequence[Figure]) -> Iterator[Relation]:
    """由92%提高到96%，提高4个百分点."""
    shares = [f for f in run if f.quantity.unit == "%" and f.quantity.exact]
    steps = [
        f for f in run if f.quantity.unit == "个百分点" and f.cue in _CHANGES and f.near and f.quantity.exact
    ]
    if len(shares) != 2 or len(steps) != 1 or shares[1].cue != "to":
        return
    then, now = shares
    step = steps[0]
    worked: Number = now.value - then.value
    fits = worked == (step.value if step.cue == "up" else -step.value)
    span = (step.quantity.start, step.quantity.end)
    yield Relation(
        "change", step.value, fits, worked if worked > 0 else -worked, True, (then.value, now.value), *span
    )


def _change(run: Sequence[Figure]) -> Iterator[Relation]:
    """A change that two figures give and a third one states."""
    yield from _points(run)
    nows = [f for f in run if f.plain or f.cue in ("to", "sum")]
    thens = [f for f in run if f.cue == "before" and f.quantity.unit != "%"]
    deltas = [f for f in run if f.cue in _CHANGES and f.quantity.unit not in ("%", "个百分点")]
    rates = [f for f in run if f.cue in _CHANGES and f.quantity.unit == "%"]
    if (
        len(thens) > 1
        or len(deltas) > 1
        or len(rates) > 1
        or not all(f.quantity.exact for f in run)
        or not all(f.near for f in (*deltas, *rates))
    ):
        return
    unit = next((f.quantity.unit for f in (*thens, *deltas, *(f for f in nows if f.cue == "to"))), None)
    nows = [f for f in nows if f.quantity.unit == unit]
    then, delta, rate = (next(iter(found), None) for found in (thens, deltas, rates))
    if then is None and len(nows) > 1 and nows[-1].cue == "to" and _FROM.search(nows[-2].words):
        then, nows = nows[-2], [nows[-1]]
    if rate:
        yield from _rate(nows, then, delta, rate)
    elif then and delta and nows:
        yield from _difference(nows, then, delta)


def _rate(
    nows: Sequence[Figure], then: Figure | None, delta: Figure | None, rate: Figure
) -> Iterator[Relation]:
    grown = list(_growths(nows, then, delta))
    if not grown:
        return
    sign = 1 if rate.cue == "up" else -1
    fits = any(_near(sign * value, rate.quantity) for value, _ in grown)
    worked, figures = grown[-1]
    yield Relation(
        "change",
        rate.value,
        fits,
        worked.quantize(Decimal("0.01")),
        True,
        figures,
        rate.quantity.start,
        rate.quantity.end,
    )


def _growths(
    nows: Sequence[Figure], then: Figure | None, delta: Figure | None
) -> Iterator[tuple[Decimal, tuple[Number, ...]]]:
    """The growth in per cent that two of three figures give."""
    step = (delta.value if delta.cue == "up" else -delta.value) if delta else None
    if then and then.value:
        if delta and step is not None:
            yield Decimal(100) * step / then.value, (then.value, delta.value)
        for now in nows:
            yield Decimal(100) * (now.value - then.value) / Decimal(then.value), (then.value, now.value)
    elif delta and step is not None and then is None:
        for now in nows:
            if now.value - step > 0:
                yield Decimal(100) * step / Decimal(now.value - step), (now.value, delta.value)


def _difference(nows: Sequence[Figure], then: Figure, delta: Figure) -> Iterator[Relation]:
    step = delta.value if delta.cue == "up" else -delta.value
    fits = any(now.value - then.value == step for now in nows)
    worked: Number = nows[-1].value - then.value
    yield Relation(
        "change",
        delta.value,
        fits,
        worked if worked > 0 else -worked,
        True,
        (then.value, nows[-1].value),
        delta.quantity.start,
        delta.quantity.end,
    )


def changes(item: Item) -> bool:
    """The number says how much something changed, or what it was before: 增加6件, 较上年的32件."""
    relations = [token for token in item.before if token.kind in ("relation", "aspect", "subject")]
    names = [token.names[0] for token in relations if token.kind == "relation"]
    if relations and relations[-1].kind == "relation" and relations[-1].names[0] in ("up", "down", "compare"):
        return True
    return "compare" in names and "to" not in names
