"""What a run says of a report: findings, and what was checked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from gdlint.model.fix import Fix
from gdlint.model.frozen import FrozenDict
from gdlint.model.origin import Location


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Spot(NamedTuple):
    """One place of a finding in the canonical text, with the cell it is, where it is one. (A tuple: there are many.)"""

    start: int
    end: int
    row: str | None = None
    column: str | None = None


class Finding(NamedTuple):
    """One thing that is wrong: data alone, which can be hashed, pickled and written as JSON, and holds nothing of the run.

    Texts are mappings with `zh` and `en`. `spots` is never empty, and `line` to `end_column` say where the first of them
    stands in the user's file (from 1, in characters, `end_column` exclusive); `subject` is what the finding is about, from
    the report down to a cell.
    """

    code: str
    name: str
    severity: Severity
    title: Mapping[str, str]
    message: Mapping[str, str]
    line: int
    column: int
    end_line: int
    end_column: int
    spots: tuple[Spot, ...]
    subject: tuple[str, ...]
    table: str | None
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Mapping[str, object]
    basis: str
    help: Mapping[str, str]
    content: str
    """what it is known by when lines have moved: see `fingerprint`"""
    origin: Location | None = None
    """where it stands in a file that has no lines"""
    fix: Fix | None = None
    """what would mend it"""

    @property
    def fingerprint(self) -> str:
        """A hash of the rule, of what the finding is about, and of the text of its places."""
        from hashlib import sha256

        return sha256(self.content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def as_data(finding: Finding) -> Finding:
    """The finding with mappings that do not change, as those have that gdlint makes itself.

    Raises `TypeError` for one that holds what cannot be hashed.
    """
    made = Finding._make(FrozenDict(part) if isinstance(part, dict) else part for part in finding)
    hash(made)
    return made


class NotRun(NamedTuple):
    """A rule that came to no verdict: the reason, and in how many cases.

    The reason is `figures` (a figure is blank, unreadable or not there), or the fact that the rule needs to know whether
    it applies and that the report does not tell: `template`, `year`, `kind`, `region`; or `work`, for a rule of a pack that
    took more steps than such rules have.
    """

    code: str
    reason: str
    cases: int = 0


class Outcome(NamedTuple):
    """All findings of one report in the order of their place, and how many cases were true, false and unknown."""

    findings: tuple[Finding, ...]
    true: int
    false: int
    unknown: int
    not_run: tuple[NotRun, ...]
    sums: int = 0
    """cases among the true and false ones in which a sum of the official form was worked out"""
    silenced: int = 0
    """findings that a comment or a baseline took out"""
