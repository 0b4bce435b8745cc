"""Of which two figures something is the rate: what carries its name, of all before it (审核500条，通过480条，通过率96%)."""

from collections.abc import Sequence

from gdlint.claims.figures import CHANGES, RATE, TextFigure
from gdlint.claims.openings import INCLUDE, says_again
from gdlint.model.regex import lazy

_TWO = 2
_ALL = 100
_DUE = lazy("^(?:当年|全年|本年|年内|期内)?应(.)")
_NAME = lazy("([\u4e00-\u9fff]{2,8})率[^率]{0,3}$")
_IN_TIME = ("按时", "按期", "及时", "如期", "限时", "提前", "到期")


def rated(rate: TextFigure, counts: Sequence[TextFigure]) -> tuple[TextFigure, Sequence[TextFigure]] | None:
    """The part and what may be its whole, of the counts before a rate; None where no count is of what it names."""
    whole = [figure for figure in counts if not _is_included(figure, rate)]
    if not whole:
        return None
    named = [n for n, figure in enumerate(whole) if _carries_name(rate, figure)]
    if len(named) == 1:
        return whole[named[0]], whole[: named[0]]
    return (whole[-1], whole[:-1]) if _same_verb(rate, whole[-1]) or _is_among(whole) else None


def is_of_due(pair: Sequence[TextFigure], share: TextFigure) -> bool:
    """应办28件，已办26件，办理完毕的比例92.9%: what was done of what was due."""
    due, done = pair
    counts = due.plain and done.plain and due.quantity.unit == done.quantity.unit and done.value <= due.value
    words = due.words.strip(), done.words.strip()
    owed = _DUE.search(words[0])
    named = owed is not None and words[1].startswith(("已", "实")) and owed[1] == words[1][1:2]
    return counts and named and share.cue not in CHANGES and share.value <= _ALL


def opened_pair(text: str, behind: Sequence[TextFigure]) -> tuple[TextFigure, list[TextFigure]] | None:
    """解读率98%（应解读40件，已解读38件）: two counts in brackets, or behind 即, the part and its whole."""
    if (
        len(behind) != _TWO
        or not (behind[0].item.mark == "open" or says_again(text, behind[0].item))
        or not all(figure.plain for figure in behind)
        or behind[0].quantity.unit != behind[1].quantity.unit
        or behind[0].item.depth != behind[1].item.depth
    ):
        return None
    part, whole = sorted(behind, key=lambda figure: figure.value)
    return part, [whole]


def _is_included(figure: TextFigure, rate: TextFigure) -> bool:
    """28件（含结转2件）: what is counted in what stands before the bracket is no other whole."""
    inner = figure.item.depth > rate.item.depth and figure.item.mark == "open"
    return inner and any(token.text in (*INCLUDE, "含", "内含") for token in figure.item.before)


def _carries_name(rate: TextFigure, figure: TextFigure) -> bool:
    """主动公开96件、依申请公开64件，主动公开率60%: the part is not the last figure."""
    found = _NAME.search(rate.words)
    return found is not None and figure.words.strip().removeprefix("其中") == found[1]


def _is_among(counts: Sequence[TextFigure]) -> bool:
    """12个村中有9个村设立专区，覆盖率75%: a part of a whole that is named."""
    whole = counts[0].item
    return len(counts) == _TWO and any(token.text == "中" for token in (*whole.after, *counts[1].item.before))


def _same_verb(rate: TextFigure, part: TextFigure) -> bool:
    """办结26件，办结率92.9%: the part is said with the verb of the rate; 按时办结率100% may be of those that were due."""
    found = RATE.search(rate.words)
    if any(token.kind == "narrowing" and token.text not in rate.words for token in part.item.before):
        return False
    timely = [word for word in _IN_TIME if word in rate.words]
    if timely and not any(word in part.words for word in _IN_TIME):
        return False
    return found is not None and (found[1] in part.words or found[1][::-1] in part.words)
