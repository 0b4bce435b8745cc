"""The types of what `gdlint extract` and `gdlint.extract` give (see extract.schema.json)."""

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from gdlint.model.form import Template


class PlaceData(TypedDict):
    """Where something stands: line and column, both None and an `origin` in their place where the file has no lines."""

    line: int | None
    column: int | None
    origin: NotRequired[Mapping[str, Any]]


class FigureMore(TypedDict, total=False):
    """An amount as a number with its unit; what a value was inferred from that was not printed as one cell."""

    number: str
    unit: str
    inferred: str


class FigureData(PlaceData, FigureMore):
    """A value cell: as it is printed, and its value, which is None where it is none for certain."""

    text: str | None
    value: int | str | None


class LooseData(PlaceData):
    """What could not be assigned to a row and a column, and why."""

    table: str
    row: str | None
    texts: list[str]
    problem: str
    reason: str


class ClaimData(PlaceData):
    """What the text says in a figure."""

    cells: str | None
    value: str | None
    exact: bool
    unit: str
    denied: bool
    scope: str
    period: str
    relation: str
    certainty: str
    words: str
    unit_at: PlaceData | None
    subject_at: PlaceData | None
    cue_at: PlaceData | None


class SectionData(TypedDict):
    """A heading: its key, or None where it heads none of the official sections."""

    key: str | None
    title: str
    line: int | None


class PeriodData(TypedDict):
    """The statistical period, with days as YYYY-MM-DD."""

    start: str | None
    end: str | None
    line: int | None


class SignatureData(TypedDict):
    """Who signed, and when."""

    body: str | None
    date: str | None
    line: int | None


class KnownData(TypedDict):
    """A fact, how it is known, and where it stands."""

    value: Any
    how: str
    line: int | None


class Inferred(TypedDict, total=False):
    """What the facts that are not printed as such were inferred from."""

    year_inferred: str
    body_inferred: str


class Extracted(Inferred):
    """One report. Tables hold a figure by row and column: `tables["applications"]["new"]["total"]`."""

    path: str
    template: Template | None
    year: int | None
    body: str | None
    body_kind: str | None
    body_suffix: str | None
    title: str | None
    period: PeriodData | None
    signature: SignatureData | None
    sections: list[SectionData]
    tables: dict[str, dict[str, dict[str, FigureData]]]
    unassigned: list[LooseData]
    claims: list[ClaimData]
    known: dict[str, KnownData]
