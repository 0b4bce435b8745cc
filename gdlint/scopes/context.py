"""What rules look at: a report, and one case of a rule, which knows what it is about and where that stands."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gdlint.lexicon import sentences
from gdlint.matching.passages import Passage, passages, places_with_text, prose_of
from gdlint.model.finding import Spot
from gdlint.model.form import TableForm
from gdlint.model.logic import UNKNOWN, Getter, exact
from gdlint.model.report import Entry, Figure, Label, Report
from gdlint.model.suppression import Notice
from gdlint.model.suppression import notices as notices_of
from gdlint.scopes.work import Work, work_on

if TYPE_CHECKING:
    from gdlint.scopes.cell_classes import CellClass
    from gdlint.scopes.claim_cases import ClaimCase, RelationCase

NO_LETS: dict[str, Any] = {}

LONGEST_KEPT = 200_000
"""characters of a report of which all joined texts are kept"""

MOST_KEPT = 2
"""so many times the text of a longer one is kept in joined texts"""

Line = tuple[str, str | None, str | None]
"""a row or a column: (table, row, None) or (table, None, column)"""


class Context:
    """A report as rules look at it, with what several of them need worked out once; one for each run."""

    def __init__(
        self, report: Report, notices: tuple[Notice, ...] | None = None, added_words: tuple[str, ...] = ()
    ) -> None:
        self.report = report
        self.added_words = added_words
        """what packs add to the words by which the text is read (see `gdlint.claims.added`)"""
        self.notices = notices_of(report.document.directives) if notices is None else notices
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
        self._passages: dict[tuple[str, ...], tuple[list[Passage], str | None]] = {}
        self._same: dict[frozenset[str], tuple[list[Passage], str | None]] = {}
        self._joined: dict[tuple[str, ...], str] = {}
        self.found: dict[tuple[str, tuple[str, ...]], list[Any]] = {}
        """what each finder found in some places: the checks of a rule often share one"""
        self.cell_classes: list[CellClass] = []
        self.alternatives: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._spent: frozenset[Line] | None = None
        self._is_long = len(report.source.text or "") > LONGEST_KEPT
        self.claims: list[ClaimCase] | None = None
        """what the text says in figures, once it was read"""
        self.relations: list[RelationCase] = []
        """how its figures go together"""

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
        return self._text(places)[0]

    def prose(self, places: tuple[str, ...]) -> str:
        """The passages of some places as the lines of one text."""
        found, text = self._text(places)
        return self._long(places, found) if text is None else text

    def _long(self, places: tuple[str, ...], found: Sequence[Passage]) -> str:
        """The same of a long report. Every case of a rule may ask for it, so some are kept."""
        if places not in self._joined:
            if sum(map(len, self._joined.values())) > MOST_KEPT * len(self.report.source.text or ""):
                self._joined.clear()
            self._joined[places] = _joined(found)
            self.work.spend(len(self._joined[places]))
        return self._joined[places]

    def _text(self, places: tuple[str, ...]) -> tuple[list[Passage], str | None]:
        if places not in self._passages:
            if self._prose is None:
                self._prose = prose_of(self.report)
                self._held = {passage.place for passage in self._prose}
            # Rules look at many sets of places: most hold the same, and each would keep a list of a long text.
            same = places_with_text(self._held, places)
            if same not in self._same:
                found = passages(self.report, self._prose, places)
                self._same[same] = found, None if self._is_long else _joined(found)
            self._passages[places] = self._same[same]
            self.work.spend(sum([len(passage.text) for passage in self._same[same][0]]))
        return self._passages[places]

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


class Lets(dict[str, Any]):
    """The values of `let` in a case, each worked out when it is first asked for: of many cases `when` decides without."""

    __slots__ = ("case", "getters")

    def __init__(self, case: "Case", getters: Mapping[str, Getter]) -> None:
        self.case, self.getters = case, getters

    def __missing__(self, name: str) -> Any:
        value = self[name] = self.getters[name](self.case)
        return value

    def all(self) -> dict[str, Any]:
        """All of them."""
        return {name: self[name] for name in self.getters}


class Case:
    """One case of a rule: the context, what it is about (`item`, `table`, `row`, `column`), and values of `let`."""

    __slots__ = ("column", "context", "item", "lets", "row", "table")

    def __init__(
        self,
        context: Context,
        item: Any,
        table: str | None = None,
        row: str | None = None,
        column: str | None = None,
    ) -> None:
        self.context = context
        self.item = item
        self.table = table
        self.row = row
        self.column = column
        self.lets: dict[str, Any] = NO_LETS

    @property
    def subject(self) -> tuple[str, ...]:
        """What the case is about, from the whole report () down to a cell (table, row, column)."""
        if self.table is None:
            return ()
        if self.row is None and self.column is None:
            return (self.table,)
        return (self.table, self.row or "", self.column) if self.column else (self.table, self.row or "")

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it stands: at the title, unless a kind of case knows better."""
        return (self.context.start(),)


class PlacedCase(Case):
    """A case whose subject and spots are known when it is made."""

    __slots__ = ("_spots", "_subject")

    def __init__(
        self, context: Context, item: Any, subject: tuple[str, ...], spot: Spot, table: str | None = None
    ) -> None:
        super().__init__(context, item, table)
        self._subject = subject
        self._spots = (spot,)

    @property
    def subject(self) -> tuple[str, ...]:
        """As given."""
        return self._subject

    @property
    def spots(self) -> tuple[Spot, ...]:
        """As given."""
        return self._spots


class LineCase(Case):
    """A row or column: its official label, whether it is printed, whether the template has it, how many rows of its
    table could not be assigned. `item` is its first printed entry or label, or None."""

    __slots__ = ("expected", "label", "present", "unassigned")

    def __init__(
        self, context: Context, item: Entry | Label | None, table: str, row: str | None, column: str | None
    ) -> None:
        super().__init__(context, item, table, row, column)
        self.label = ""
        self.present: Any = False
        self.expected = False
        self.unassigned = 0

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of its label, or the begin of its table."""
        if self.item is None:
            start = self.context.report.tables[self.table or ""].start
            return (Spot(start, start),)
        return (
            _entry_spot(self.item, self.row)
            if isinstance(self.item, Entry)
            else _label_spot(self.item, self),
        )


class CellCase(Case):
    """A value cell. `item` is a `Figure`."""

    __slots__ = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of the cell."""
        return (Spot(self.item.start, self.item.end, self.row, self.column),)


class LabelCase(Case):
    """A printed label of a row or column. `item` is a `Label`."""

    __slots__ = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of the label."""
        return (_label_spot(self.item, self),)


class EntryCase(Case):
    """A printed row, its official place, and the highest place above it. `item` is an `Entry`."""

    __slots__ = ("after", "rank")

    def __init__(
        self, context: Context, item: Entry, table: str, row: str | None, rank: int, after: int
    ) -> None:
        super().__init__(context, item, table, row)
        self.rank = rank
        self.after = after

    @property
    def subject(self) -> tuple[str, ...]:
        """The row, by its key or else by what is printed."""
        return (self.table or "", self.row or f"#{self.item.label.text}")

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of its label, or of its cells where it has none."""
        return (_entry_spot(self.item, self.row),)


class TextCase(Case):
    """A stretch of a passage: a paragraph, a sentence, or what a pattern or a finder found. `item` holds the values that
    it was found with: of a pattern the spans of its captures, of a finder the values themselves."""

    __slots__ = ("_sentence", "end", "nth", "passages", "start")

    def __init__(
        self, context: Context, passages: Sequence[Passage], nth: int, start: int, end: int, item: Any = None
    ) -> None:
        super().__init__(context, item)
        self.passages = passages
        self.nth = nth
        self.start = start
        self.end = end
        self._sentence: tuple[int, int] | None = None

    @property
    def passage(self) -> Passage:
        """The passage that it stands in."""
        return self.passages[self.nth]

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.passage.text[self.start : self.end]

    @property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence around it begins and ends."""
        if self._sentence is None:
            self._sentence = sentences.around(self.passage.text, self.start, self.end)
        return self._sentence

    @property
    def subject(self) -> tuple[str, ...]:
        """The section, and the stretch of the source."""
        spot = self.spots[0]
        return ("section", self.passage.place, "text", str(spot.start), str(spot.end))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of the stretch."""
        return (self.passage.spot(self.start, self.end),)


def _label_spot(label: Label, case: Case) -> Spot:
    return Spot(label.start, label.end, case.row, case.column)


def _entry_spot(entry: Entry, row: str | None) -> Spot:
    if entry.label.text or not entry.cells:
        return Spot(entry.label.start, entry.label.end, row)
    return Spot(entry.cells[0].start, entry.cells[-1].end, row)
