"""A report as rules look at it, with what several of them need worked out once, and the work that they may still take: steps, counted
the same on every machine, of which each report has so many for the rules of packs."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from gdlint.claims.setting import Sentence, Speaker, sentences_of
from gdlint.claims.words import words_with
from gdlint.matching.passages import Passage, passages, places_with_text, prose_of
from gdlint.model.finding import Spot
from gdlint.model.form import TableForm
from gdlint.model.logic import UNKNOWN, exact
from gdlint.model.report import Figure, Report
from gdlint.model.suppression import Notice
from gdlint.model.suppression import notices as notices_of

if TYPE_CHECKING:
    from gdlint.scopes.cell_classes import CellClass
    from gdlint.scopes.claim_cases import ClaimCase
    from gdlint.scopes.relation_cases import RelationCase

STEPS = 10_000_000
"""for each report; a step is about a tenth of a microsecond"""
PER_LETTER = 500
"""more, for each character of it; all rules of gdlint together take a third of what there is, or less"""
PER_VERDICT = 1_000
"""for each case that becomes a finding"""
PER_CALL = 20

_NOT_READ = ("title", "signature", "headings", "labels", "strays", "problems")
"""places that speak of no figures of the tables"""

LONGEST_KEPT = 50_000
"""characters of a report of which all joined texts are kept"""

MOST_KEPT = 2
"""so many times the text of a longer one is kept in joined texts"""

Line = tuple[str, str | None, str | None]
"""a row or a column: (table, row, None) or (table, None, column)"""


class TooMuchWorkError(Exception):
    """The steps are used up."""


class Work:
    """The steps that are left."""

    __slots__ = ("left",)

    def __init__(self, left: float) -> None:
        self.left = left

    def spend(self, steps: float) -> None:
        """Take some steps.

        Raises `TooMuchWorkError` where there are no more.
        """
        self.left -= steps
        if self.left < 0:
            raise TooMuchWorkError


def work_on(report: Report) -> Work:
    """The steps that the rules of all packs together may take on a report."""
    return Work(STEPS + PER_LETTER * len(report.source.text or ""))


class _Text(NamedTuple):
    """The passages of those of some places that hold anything, and their text as one where the report is not long."""

    held: frozenset[str]
    passages: list[Passage]
    joined: str | None


class ToldText:
    """The passages of a report that may speak of its tables, who speaks, the words that are known, and the sentences: of a report
    that is not long, they are read once."""

    def __init__(self, context: "Context") -> None:
        self.passages = [p for p in context.passages(("text", "front")) if p.place not in _NOT_READ]
        self.speaker = Speaker.of(context.report.facts)
        self.words = words_with((*context.report.forms.claims, *context.added_words))
        self._kept: dict[int, list[Sentence]] | None = None if context.is_long else {}

    def sentences(self, nth: int) -> Iterable[Sentence]:
        """Those of the passage with a number."""
        if self._kept is None:
            return sentences_of(self.passages[nth].text, self.speaker, self.words)
        if nth not in self._kept:
            self._kept[nth] = list(sentences_of(self.passages[nth].text, self.speaker, self.words))
        return self._kept[nth]


class Context:
    """One for each run of rules over a report."""

    def __init__(
        self, report: Report, notices: tuple[Notice, ...] | None = None, added_words: tuple[str, ...] = ()
    ) -> None:
        self.report = report
        self.added_words = added_words
        """what packs add to the words by which the text is read (see `gdlint.claims.words`)"""
        self._notices = notices
        self.template = report.facts.template
        self.cells: dict[str, Mapping[str, Mapping[str, Figure]]] = {
            key: report.tables[key].rows if key in report.tables else {} for key in report.forms.tables
        }
        self.is_report = report.is_report
        self.own, self.of_packs = Work(math.inf), work_on(report)
        self.work = self.own
        """what is left to whose rule is being judged: those of gdlint itself are trusted"""
        self.facts: dict[str, Any] = {}
        self._prose: list[Passage] | None = None
        self._held: set[str] = set()
        self._texts: dict[tuple[str, ...], _Text] = {}
        self._same: dict[frozenset[str], _Text] = {}
        self._joined: dict[frozenset[str], str] = {}
        self.found: dict[tuple[str, tuple[str, ...]], list[Any]] = {}
        """what each finder found in some places: the checks of a rule often share one"""
        self.cell_classes: list[CellClass] = []
        self.alternatives: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._spent: frozenset[Line] | None = None
        self.is_long = len(report.source.text or "") > LONGEST_KEPT
        self.claims: list[ClaimCase] | None = None
        """what the text says in figures, once it was read"""
        self.related: list[RelationCase] | None = None
        """how its figures go together, once they were read"""
        self._told: ToldText | None = None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is said of the comments to gdlint: what became of them, where that is known."""
        return notices_of(self.report.document.directives) if self._notices is None else self._notices

    def value(self, table: str, row: str | None, column: str | None) -> Any:
        """The number in a cell; unknown where it is blank, unreadable or not there."""
        cells = self.cells[table].get(row or "")
        return number_of(cells.get(column or "") if cells else None)

    @property
    def spent(self) -> frozenset["Line"]:
        """The rows and columns with a figure that was found by their own sum, so that the sum says nothing of it."""
        if self._spent is None:
            self._spent = frozenset(
                (table, row, None) if figure.inferred == "row-sum" else (table, None, column)
                for table, rows in self.cells.items()
                for row, cells in rows.items()
                for column, figure in cells.items()
                if figure.inferred in ("row-sum", "column-sum")
            )
        return self._spent

    def form(self, table: str) -> TableForm:
        """The official form of a table."""
        return self.report.forms.tables[table]

    def passages(self, places: tuple[str, ...]) -> list[Passage]:
        """The passages of some places (see `gdlint.matching.passages`)."""
        return self._text(places).passages

    def prose(self, places: tuple[str, ...]) -> str:
        """The passages of some places as the lines of one text."""
        text = self._text(places)
        return self._long(text) if text.joined is None else text.joined

    def _long(self, text: _Text) -> str:
        """The same of a long report. Every case of a rule may ask for it, so some are kept."""
        if text.held not in self._joined:
            if sum(map(len, self._joined.values())) > MOST_KEPT * len(self.report.source.text or ""):
                self._joined.clear()
            self._joined[text.held] = _joined(text.passages)
            self.work.spend(len(self._joined[text.held]))
        return self._joined[text.held]

    def _text(self, places: tuple[str, ...]) -> _Text:
        if places not in self._texts:
            if self._prose is None:
                self._prose = prose_of(self.report)
                self._held = {passage.place for passage in self._prose}
            # Rules look at many sets of places: most hold the same, and each would keep a list of a long text.
            same = places_with_text(self._held, places)
            if same not in self._same:
                found = passages(self.report, self._prose, places)
                self._same[same] = _Text(same, found, None if self.is_long else _joined(found))
            self._texts[places] = self._same[same]
            self.work.spend(sum([len(passage.text) for passage in self._same[same].passages]))
        return self._texts[places]

    def told_text(self) -> ToldText:
        """What its text tells, read once."""
        if self._told is None:
            self._told = ToldText(self)
        return self._told

    def start(self) -> Spot:
        """Where a finding on the whole report is shown: at its title, else at its first character."""
        title = self.report.facts.title
        return Spot(title.start, title.end) if title else Spot(0, 0)


def _joined(passages: Sequence[Passage]) -> str:
    return "\n".join([passage.text for passage in passages])


def number_of(figure: Figure | None) -> Any:
    """The number of a figure; unknown where there is none."""
    value = None if figure is None else figure.value
    if value is None:
        return UNKNOWN
    return value if type(value) is int else exact(value)
