"""Holding the catalogue against generated reports: right ones are silent, a mistake is found, and nothing else is said."""

import random
import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from gdlint import api
from gdlint.engine.checks import Ready
from gdlint.model.finding import Finding, Severity
from generate import FLATTENED, SHAPES
from generate.defects import DEFECTS, Defect, Spoilt
from generate.whole import Whole, whole_report

from .findings import loud, told

NEAR: Final = 40
"""letters between a mistake and the place at which it is reported, at most"""
_ATTEMPTS: Final = 300
_ANY: Final = tuple(SHAPES)
_CLAIMED: Final = {"received": "GD502", "cases": "GD508", "answered": "GD512"}


class Trial(NamedTuple):
    """A report in a shape: what is said of the right one, and the text of the one with a mistake in it."""

    defect: Defect
    number: int
    shape: str
    whole: Whole
    spoilt: Spoilt
    before: api.Result
    wrong: str

    @property
    def name(self) -> str:
        """What reproduces it."""
        return f"{self.defect.name!r} {self.number}"


class Verdict(NamedTuple):
    """What came of a trial: what was said of the right report, whether the mistake was found, whether only elsewhere,
    and what else was said."""

    trial: Trial
    alarms: tuple[str, ...]
    found: bool
    elsewhere: bool
    unexplained: tuple[str, ...]


@cache
def codes() -> frozenset[str]:
    """The codes of all rules that are there."""
    return frozenset(rule.rule.code for rule in api.builtin_rules())


def tried() -> tuple[Defect, ...]:
    """The classes of mistakes whose rule is there."""
    return tuple(defect for defect in DEFECTS if defect.code in codes())


def trial(defect: Defect, number: int) -> Trial:
    """A class and a number in, the trial (always the same) out.

    Reports in which the mistake has no room, or of which its rule speaks already, are passed over.
    """
    shapes = defect.shapes or _ANY
    shape = shapes[number % len(shapes)]
    for attempt in range(_ATTEMPTS):
        rng = random.Random(f"{defect.name} {number} {attempt}")
        kind = rng.choice(sorted(defect.kinds)) if defect.kinds else None
        whole = whole_report(rng, defect.template, kind)
        spoilt = defect.spoil(whole, rng)
        if spoilt is None:
            continue
        clean, wrong = (SHAPES[shape](made, random.Random(number)) for made in (whole.made, spoilt.made))
        before = api.lint(clean)
        if not _noted(before, defect.code):
            changed = spoilt.after(wrong) if spoilt.after else wrong
            return Trial(defect, number, shape, whole, spoilt, before, changed)
    raise AssertionError(f"no room for {defect.name!r} in {_ATTEMPTS} reports")


def _noted(before: api.Result, code: str) -> bool:
    """Whether a rule notes something in a right report, as one of level info may."""
    return any(f.code == code and f.severity is Severity.INFO for f in before.findings)


def judged(one: Trial) -> Verdict:
    """A trial in, what came of it out."""
    after = api.lint(one.wrong, rules=_rules(one.defect))
    wanted = {one.defect.code} | one.spoilt.instead
    findings = [finding for finding in after.findings if finding.code in wanted]
    allowed = wanted | one.defect.follows | one.spoilt.follows | _contradicted(one)
    said = Counter(finding.code for finding in loud(one.before))
    extra = [f for f in loud(after) if f.code not in allowed and f.code not in said]
    placed = any(_near(one, finding) for finding in findings)
    return Verdict(
        one, tuple(told(one.before)), placed, bool(findings) and not placed, tuple(told(after, extra))
    )


@cache
def _rules_with(code: str) -> tuple[Ready, ...]:
    return (*api.rules_for(), *api.rules_for((code,)))


def _rules(defect: Defect) -> tuple[Ready, ...]:
    """The rules that run by default, and that of the class where it is off."""
    return _rules_with(defect.code) if defect.selected else api.rules_for()


def _contradicted(one: Trial) -> set[str]:
    """The rules on figures in prose that may speak because the tables were changed."""
    if one.spoilt.made.tables == one.whole.made.tables:
        return set()
    phrases = [spoken.phrase for spoken in one.whole.spoken]
    return {code for phrase in phrases for code in (*phrase.claims.values(), _CLAIMED.get(phrase.topic, ""))}


def flat_complaints(number: int) -> tuple[str, str, list[str]]:
    """A number in, a shape that loses what is a cell, a right report in it, and what is said of it besides GD320 out."""
    shape = tuple(FLATTENED)[number % len(FLATTENED)]
    made = whole_report(random.Random(f"flat {number}")).made
    text = FLATTENED[shape](made, random.Random(number))
    result = api.lint(text)
    return shape, text, told(result, [finding for finding in loud(result) if finding.code != "GD320"])


def _near(one: Trial, finding: Finding) -> bool:
    """Whether a finding speaks of a place near the mistake, as far as that has a place."""
    letters = [match.start() for match in re.finditer(r"\w", one.wrong)]
    plain, mark = "".join(one.wrong[at] for at in letters), re.sub(r"\W", "", one.spoilt.mark)
    begins = [match.start() for match in re.finditer(re.escape(mark), plain)] if mark else []
    if not begins:
        return True
    spots = [(bisect_left(letters, spot.start), bisect_left(letters, spot.end)) for spot in finding.spots]
    return any(
        start - NEAR <= begin + len(mark) and begin <= end + NEAR for begin in begins for start, end in spots
    )
