"""Growths and differences from one year to the next."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gdlint.claims.figures import CHANGES, FROM, OLDER, Relation, TextFigure, is_near
from gdlint.claims.tokens import Token
from gdlint.lexicon.numerals import Number

_CONTENT = frozenset(("subject", "weak", "aspect", "foreign", "narrowing", "title"))
_WHEN = frozenset("年度今本则只仅共有为是达到了的")
_EACH = "每"


def runs(figures: Sequence[TextFigure]) -> Iterator[list[TextFigure]]:
    """The figures that may be of one change: a run ends where another count begins behind a change, and at a semicolon."""
    run: list[TextFigure] = []
    for figure in figures:
        begins = figure.plain and _is_complete(run) and not FROM.search(figure.words)
        begins = begins and not _are_years([*run, figure])
        if run and (figure.item.mark == "semicolon" or begins):
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _is_complete(run: Sequence[TextFigure]) -> bool:
    """It has a change, or both figures of one; 与2022年的21件相比 waits for its second."""
    compared = any(figure.cue == "before" for figure in run) and any(figure.plain for figure in run)
    return compared or any(figure.cue in CHANGES for figure in run)


def _points(run: Sequence[TextFigure]) -> Iterator[Relation]:
    """由92%提高到96%，提高4个百分点."""
    shares = [f for f in run if f.quantity.unit == "%" and f.quantity.exact]
    steps = [
        f for f in run if f.quantity.unit == "个百分点" and f.cue in CHANGES and f.near and f.quantity.exact
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


def change(run: Sequence[TextFigure]) -> Iterator[Relation]:
    """A change that two figures give and a third one states."""
    yield from _points(run)
    nows = [f for f in run if f.plain or f.cue in ("to", "sum")]
    thens = [f for f in run if f.cue == "before" and f.quantity.unit != "%"]
    deltas = [f for f in run if f.cue in CHANGES and f.quantity.unit not in ("%", "个百分点")]
    rates = [f for f in run if f.cue in CHANGES and f.quantity.unit == "%"]
    if (
        len(thens) > 1
        or len(deltas) > 1
        or len(rates) > 1
        or not all(f.quantity.exact for f in run)
        or any(f.cue == OLDER for f in run)
        or not all(f.near for f in (*deltas, *rates))
        # 年初14件，新增2件、减少1件: what went beside what came.
        or any(delta.item.mark == "pause" for delta in deltas)
    ):
        return
    if not thens and _are_years(nows):
        thens, nows = [f for f in nows if f.past], [f for f in nows if f.present]
    unit = next((f.quantity.unit for f in (*thens, *deltas, *(f for f in nows if f.cue == "to"))), None)
    nows = [f for f in nows if f.quantity.unit == unit]
    then, delta, rate = (next(iter(found), None) for found in (thens, deltas, rates))
    if then is None and len(nows) > 1 and nows[-1].cue == "to" and FROM.search(nows[-2].words):
        then, nows = nows[-2], [nows[-1]]
    # 由每季1次提高到每月1次: how often, and not how many.
    if any(_EACH in f.words for f in (then, *nows) if f):
        return
    if rate:
        yield from _rate(nows, then, delta, rate)
    if then and delta and nows and not (rate and _is_of_part(delta)):
        yield from _difference(nows, then, delta)


def _is_of_part(delta: TextFigure) -> bool:
    """其中企业申请增加1件: a change of something that is named anew."""
    return any(token.kind in _CONTENT or token.names == ("part",) for token in delta.item.before)


def _are_years(nows: Sequence[TextFigure]) -> bool:
    """2022年收到32件，2023年26件, in either order: two figures that name their years, of which the second says nothing of its own."""
    if len(nows) != 2:
        return False
    one, other = nows
    years = (one.past and other.present) or (one.present and other.past)
    alike = one.quantity.unit == other.quantity.unit
    whole = not any(_is_part_of_year(token) for figure in nows for token in figure.item.before)
    said = {letter for letter in other.words if letter.isalpha()} - _WHEN
    return years and alike and whole and said <= set(one.words)


def _is_part_of_year(token: Token) -> bool:
    return token.kind in ("month", "range") or (token.kind == "period" and token.names[0] == "part")


def _rate(
    nows: Sequence[TextFigure], then: TextFigure | None, delta: TextFigure | None, rate: TextFigure
) -> Iterator[Relation]:
    grown = list(_growths(nows, then, delta))
    if not grown:
        return
    sign = 1 if rate.cue == "up" else -1
    fits = any(is_near(sign * value, rate.quantity) for value, _ in grown)
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
    nows: Sequence[TextFigure], then: TextFigure | None, delta: TextFigure | None
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


def _difference(nows: Sequence[TextFigure], then: TextFigure, delta: TextFigure) -> Iterator[Relation]:
    # 增加 where it is less: what the two give is below nothing.
    sign = 1 if delta.cue == "up" else -1
    fits = any(now.value - then.value == sign * delta.value for now in nows)
    worked: Number = sign * (nows[-1].value - then.value)
    yield Relation(
        "change",
        delta.value,
        fits,
        worked,
        True,
        (then.value, nows[-1].value),
        delta.quantity.start,
        delta.quantity.end,
    )
