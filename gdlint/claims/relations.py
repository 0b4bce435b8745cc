"""How the figures of a passage go together, sentence by sentence."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from gdlint.claims.figures import Relation, TextFigure, figure_of
from gdlint.claims.items import Item
from gdlint.claims.setting import Sentence
from gdlint.claims.words import Words

_SCORED = "分，"
_MOST_EARLIER = 16
"""figures of sentences before that a sentence may speak of"""
_MOST = 40
"""figures of one sentence that are held against each other"""


def relations(text: str, told: Iterable[Sentence], year: int | None, words: Words) -> Iterator[Relation]:
    """How the figures of a passage of a report on a year go together, sentence by sentence."""
    before: Sequence[Item] = ()
    earlier: deque[TextFigure] = deque(maxlen=_MOST_EARLIER)
    for sentence in told:
        if sentence.counts:
            figures = _figures(text, sentence.pieces, year)
            if (len(figures) > 1 or (figures and earlier)) and _are_known(figures):
                from gdlint.claims.together import among, to_earlier

                yield from to_earlier(text, figures, earlier)
                led = _figures(text, before, year) if sentence.goes_on else ()
                yield from among(text, sentence.pieces, figures, led, words)
            earlier.extend(figures)
        if sentence.pieces and _SCORED in text[sentence.pieces[0].start : sentence.pieces[-1].end]:
            from gdlint.claims.scores import scores

            yield from scores(text, sentence.pieces[0].start, sentence.pieces[-1].end)
        before = sentence.pieces


def _are_known(figures: Sequence[TextFigure]) -> bool:
    return all(figure.quantity.value is not None for figure in figures)


def _figures(text: str, items: Sequence[Item], year: int | None) -> list[TextFigure]:
    return [figure for item in _led(items) if (figure := figure_of(text, item, year))][:_MOST]


def _led(items: Sequence[Item]) -> Iterator[Item]:
    """The items, a bare number in brackets with the comparison before them: 比2022年（80件）增长."""
    before: Item | None = None
    for item in items:
        opened = item.mark == "open" and not item.before and before is not None and before.number is None
        compared = opened and before is not None and any(t.names == ("compare",) for t in before.before)
        yield item._replace(before=before.before, mark=before.mark) if compared and before else item
        before = item
