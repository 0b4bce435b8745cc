"""Lists of all that is named before their total: 许可、处罚、强制决定共377件，其中许可346件、处罚28件、强制3件."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gdlint.claims.figures import Relation, TextFigure
from gdlint.claims.openings import OPENERS
from gdlint.claims.words import Words
from gdlint.model.regex import lazy

_CLAUSE = 60
"""letters before a total in which its parts are named"""
_JOIN = lazy("[、和及与]")
_OPEN = lazy("等")
_LEVELS = lazy("[两二三四]级")
_MARKS = "，；。：（）"


def named_before(text: str, figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """Each total before which all parts of the list that follows are named, and nothing else."""
    for n, total in enumerate(figures[:-2]):
        if total.cue not in ("", "sum") or not total.quantity.exact:
            continue
        parts = _parts(figures[n + 1 :], total)
        labels = [_label(part) for part in parts]
        if len(parts) < 2 or any(words.channels.search(label) for label in labels):
            continue
        if _names_all(_clause(text, total), labels):
            values = tuple(part.value for part in parts)
            summed = sum(values)
            span = (total.quantity.start, parts[-1].quantity.end)
            yield Relation("sum", total.value, summed == total.value, summed, True, values, *span)


def _parts(behind: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    first = behind[0]
    opened = first.item.mark in ("colon", "open") or any(t.text in OPENERS for t in first.item.before)
    alike = takewhile(lambda part: _is_alike(part, first, total), behind)
    return list(alike) if opened else []


def _is_alike(part: TextFigure, first: TextFigure, total: TextFigure) -> bool:
    quantity = part.quantity
    listed = part is first or part.item.mark in ("pause", "comma")
    counts = part.plain and quantity.exact and quantity.unit == total.quantity.unit
    return listed and counts and part.item.depth == first.item.depth


def _label(part: TextFigure) -> str:
    opener = next((token for token in part.item.before if token.text in OPENERS), None)
    return part.words[opener.end - part.item.start if opener else 0 :].strip()


def _clause(text: str, total: TextFigure) -> str:
    """What stands before a total, back to the next mark but 、."""
    said = text[max(0, total.quantity.start - _CLAUSE) : total.quantity.start]
    return said[max(said.rfind(mark) for mark in _MARKS) + 1 :]


def _names_all(clause: str, labels: Sequence[str]) -> bool:
    """The labels stand in a clause in their order, each joined to the next one, and to no others."""
    levels = _LEVELS.search(clause) is not None
    names = [label.removesuffix("级") if levels else label for label in labels]
    places: list[int] = []
    for name in names:
        place = clause.find(name, places[-1] + 1 if places else 0) if len(name) > 1 or levels else -1
        if place < 0 or not name:
            return False
        places.append(place)
    joins = len(_JOIN.findall(clause[places[0] : places[-1]]))
    before, after = clause[: places[0]], clause[places[-1] :]
    return joins == len(labels) - 1 and not _JOIN.search(before[-1:] + after) and not _OPEN.search(after)
