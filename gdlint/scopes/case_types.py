"""What one case of a rule is about, where that stands (a cell, a row, a sentence, the report as a whole), and what a name of the
rule language says of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from gdlint.lexicon import sentences
from gdlint.matching.passages import Passage
from gdlint.model.document import extent_of
from gdlint.model.finding import Spot
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.model.report import Entry, Label
from gdlint.scopes.context import Context

NO_LETS: dict[str, Any] = {}


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

    @classmethod
    def whole(cls, context: Context) -> Iterator["Case"]:
        """The one case of the whole report, or of a file, readable or not."""
        yield cls(context, None)

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
        return (label_spot(self.item, self),)


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
        return (entry_spot(self.item, self.row),)


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
    def sentence_text(self) -> str:
        """That sentence."""
        return self.passage.text[slice(*self.sentence)]

    @property
    def subject(self) -> tuple[str, ...]:
        """The section, and the stretch of the source."""
        spot = self.spots[0]
        return ("section", self.passage.place, "text", str(spot.start), str(spot.end))

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The place of the stretch."""
        return (self.passage.spot(self.start, self.end),)


def label_spot(label: Label, case: Case) -> Spot:
    """Where a label stands."""
    return Spot(label.start, label.end, case.row, case.column)


def entry_spot(entry: Entry, row: str | None) -> Spot:
    """Where the label of an entry stands, or its cells where it has none."""
    if entry.label.text or not entry.cells:
        return Spot(entry.label.start, entry.label.end, row)
    return Spot(*extent_of(entry.cells), row)


class Name(NamedTuple):
    """A name that a rule may use: its type, how to get its value from a case, and what it says."""

    type: str
    get: Callable[[Case], Any]
    doc: str


def once(name: str, get: Callable[[Case], Any]) -> Callable[[Case], Any]:
    """A fact that takes some work, worked out once for each report."""

    def value(case: Case) -> Any:
        facts = case.context.facts
        if name not in facts:
            facts[name] = get(case)
        return facts[name]

    return value


def let(name: str) -> Callable[[Case], Any]:
    """A value of `let`."""
    return lambda case: case.lets[name]


def item(path: str) -> Callable[[Case], Any]:
    """An attribute of what the case is about; one that is not there is unknown."""
    get = attrgetter(path)

    def value(case: Case) -> Any:
        found = get(case.item)
        return UNKNOWN if found is None else found

    return value
