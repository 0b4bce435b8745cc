"""One mistake is one finding: a rule is silent where one that it yields to spoke of the same thing."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

Subject = tuple[str, ...]


class Yielding(NamedTuple):
    """A false verdict: the code of its rule, those that the rule yields to, and what it is about."""

    code: str
    yields_to: Sequence[str]
    subject: Subject


class SpokenOf(NamedTuple):
    """What a rule spoke of: the subjects, and the stretches of text among them by their starts, each with the furthest end so
    far."""

    subjects: frozenset[Subject]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, subjects: Iterable[Subject]) -> "SpokenOf":
        """Made from the subjects of a rule."""
        subjects = frozenset(subjects)
        stretches = sorted(_stretch(subject) for subject in subjects if _is_text(subject))
        ends = list(accumulate((end for _, end in stretches), max))
        return cls(subjects, [start for start, _ in stretches], ends)

    def covers(self, subject: Subject) -> bool:
        """One of the things spoken of is the subject, contains it, or is a stretch of text that overlaps it."""
        if any(subject[:length] in self.subjects for length in range(len(subject) + 1)):
            return True
        if not self.starts or not _is_text(subject):
            return False
        start, end = _stretch(subject)
        before = bisect_left(self.starts, end)
        return before > 0 and start < self.ends[before - 1]


def unyielding(claims: Sequence[Yielding]) -> list[int]:
    """The numbers of the claims that are heard: those of rules that yield to none that spoke of the same thing or of what
    contains it."""
    asked = {code for claim in claims for code in claim.yields_to}
    subjects: dict[str, list[Subject]] = {}
    for claim in claims:
        if claim.code in asked:
            subjects.setdefault(claim.code, []).append(claim.subject)
    spoken = {code: SpokenOf.of(found) for code, found in subjects.items()}
    return [
        n
        for n, claim in enumerate(claims)
        if not any(spoken[code].covers(claim.subject) for code in claim.yields_to if code in spoken)
    ]


def _is_text(subject: Subject) -> bool:
    return subject[2:3] == ("text",)


def _stretch(subject: Subject) -> tuple[int, int]:
    return int(subject[3]), int(subject[4])
