"""Cases that are all said to be closed (行政复议均已审结): none of them is pending."""

from collections.abc import Iterator, Mapping, Sequence

from gdlint.claims.items import unexplained
from gdlint.claims.tokens import Token
from gdlint.claims.words import Subject
from gdlint.model.claim import Claim
from gdlint.model.regex import lazy

LITIGATION = "litigation"
CLOSES = ("审结", "结案")
"""words that else tell of some cases"""
_CLOSED = lazy(
    "(?:全部|全都|全数|悉数|均|都|皆|也|已经?|依法|年内|予以){1,4}(?:审结|结案|办结|了结|审理完毕|审理终结|办理完毕)(?:完毕|了)?"
)
_STRAY = 2
_SOME = frozenset(("carried", "carried_in", "before", "part", "next"))
_LATER = lazy("目前|现[在已均]|[至如]今|[公发]布")
"""words of the day on which the report was written"""
Subjects = Mapping[str, Subject]


def closed_cases(
    text: str, start: int, ahead: Sequence[Token], end: int, last: Claim | None, subjects: Subjects
) -> tuple[str, ...]:
    """The cases of which a piece says that all are closed: those that it names in `ahead`, the words before 均 (it begins at
    `start`), or those counted `last`. The piece ends at `end`."""
    begin = ahead[-1].end if ahead else start
    if not _CLOSED.fullmatch(text[begin:end].strip()) or _are_some(text, start, ahead):
        return ()
    named = [token.names[0] for token in ahead if token.kind == "subject"]
    if named:
        cases = all(subjects[name].table == LITIGATION for name in named)
        return tuple(dict.fromkeys(named)) if cases else ()
    return tuple(_counted(last, subjects)) if last else ()


def _are_some(text: str, start: int, ahead: Sequence[Token]) -> bool:
    """Words before the cases tell which of them are meant, or that they were closed when the report was written."""
    some = any(
        token.kind in ("narrowing", "foreign", "month", "aspect", "all") or not _SOME.isdisjoint(token.names)
        for token in ahead
    )
    end = ahead[-1].end if ahead else start
    return (
        some or _LATER.search(text, start, end) is not None or unexplained(text, ahead, start, end) >= _STRAY
    )


def _counted(last: Claim, subjects: Subjects) -> Iterator[str]:
    cells = last.cells
    if cells is None or cells.table != LITIGATION or cells.columns != ("total",) or last.relation != "all":
        return
    yield from (name for name, subject in subjects.items() if subject.rows == cells.rows and not last.denied)
