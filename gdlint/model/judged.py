"""What a rule looked at in a report, case by case, with its verdict on each."""

from collections.abc import Mapping
from typing import NamedTuple

from gdlint.model.finding import Spot

VERDICTS = ("false", "unknown", "true", "passed")
"""`passed`: the rule has nothing to say of the case"""


class Gap(NamedTuple):
    """Why a value is unknown: the place of a figure in official words ("" for what is no figure), the reason (`blank`,
    `missing`, `unreadable`, or `untold` for what is no figure), and what is printed there."""

    place: str
    why: str
    text: str = ""


class Value(NamedTuple):
    """A name of a rule in a case: its value in each language; where it is unknown, the gaps that make it so."""

    name: str
    text: Mapping[str, str]
    gaps: tuple[Gap, ...] = ()


class JudgedCase(NamedTuple):
    """One case: the verdict, where it stands, its official name ("" where it is no cell, row or column), the text there, what
    the rule saw, why it was passed over (`when`, `unless`, or the part of a claim that says so), what is said of a false one
    and how bad it is, and the rules that it yields to."""

    verdict: str
    spots: tuple[Spot, ...]
    name: str
    text: str
    values: tuple[Value, ...]
    why: str = ""
    message: Mapping[str, str] | None = None
    severity: str | None = None
    yields: tuple[str, ...] = ()


class Judged(NamedTuple):
    """All cases of a rule: how many there are of each verdict, the first of them, and, where the rule was not run, what is
    not known of the report (see `NotRun`), or `other` where it is for other reports."""

    counts: Mapping[str, int]
    cases: tuple[JudgedCase, ...]
    not_run: str = ""
