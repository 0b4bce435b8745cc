"""What a case on a part of the form is about: a section, a row or a column, printed or not."""

from typing import Any

from gdlint.forms.section_places import official_heading
from gdlint.model.finding import Spot
from gdlint.model.form import SectionForm
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import BoundHeading, Entry, Label
from gdlint.scopes.case_types import Case, PlacedCase, entry_spot, label_spot
from gdlint.scopes.context import Context


class SectionCase(PlacedCase):
    """A section of a form. `item` is the section, and its heading or None; `before` is the one before it that is there."""

    __slots__ = ("before",)

    def __init__(
        self,
        context: Context,
        form: SectionForm,
        heading: BoundHeading | None,
        spot: Spot,
        before: SectionForm | None,
    ) -> None:
        super().__init__(context, (form, heading), ("section", form.key), spot)
        self.before = before

    @property
    def title(self) -> str:
        """Its heading as the form of the report has it."""
        return self._official(self.item[0])

    @property
    def title_before(self) -> Any:
        """The same of the section before it; unknown where none is there."""
        return UNKNOWN if self.before is None else self._official(self.before)

    def _official(self, section: SectionForm) -> str:
        return official_heading(section, self.context.report.forms, self.context.template)


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
            entry_spot(self.item, self.row) if isinstance(self.item, Entry) else label_spot(self.item, self),
        )
