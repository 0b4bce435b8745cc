"""The running text of a report in passages that patterns are searched in, and the way back to places of the source."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from gdlint.model.document import Block, Stray
from gdlint.model.finding import Spot
from gdlint.model.report import Label, Report
from gdlint.syntax.lines import Text, place_in

PLACES = {
    "text": "all prose: title, front, sections and signature",
    "title": "the title",
    "front": "what stands before section one, without the title",
    "signature": "body and date at the end",
    "headings": "the headings of the sections",
    "labels": "the printed labels of rows and columns",
    "strays": "figures of tables that could not be cut into cells",
    "source": "the whole file as one text",
}
"""what `in` may name besides the keys of sections"""


_NOT_PROSE = frozenset({"headings", "labels", "source"})


class Passage(NamedTuple):
    """One paragraph, heading or label: where it belongs (a key of `PLACES` or of a section, "" under a heading that is none
    of the six), its text, and the block that it was made of (None: the text stands in the source as it is)."""

    place: str
    text: str
    start: int
    block: Text | None = None

    def spot(self, start: int, end: int) -> Spot:
        """Where a stretch of the text stands in the source."""
        if end <= start:
            begin = self._at(start)
            return Spot(begin, begin)
        return Spot(self._at(start), self._at(end - 1) + 1)

    def _at(self, offset: int) -> int:
        return place_in(self.block, offset) if self.block is not None else self.start + offset


def passages(report: Report, prose: Sequence[Passage], places: Sequence[str]) -> list[Passage]:
    """The passages of some places (keys of `PLACES` and of sections), in the order of the text within each place; `prose`
    are all its blocks of text (see `prose_of`)."""
    whole = "text" in places
    found = [passage for passage in prose if passage.place in places or (whole and passage.place != "strays")]
    if "headings" in places:
        found += _printed(report, "headings", (heading.label for heading in report.headings))
    if "labels" in places:
        labels = (
            (*(entry.label for entry in table.entries), *table.labels) for table in report.tables.values()
        )
        found += _printed(report, "labels", (label for table in labels for label in table if label.text))
    if "source" in places and report.source.text:
        found.append(Passage("source", report.source.text, 0))
    return found


def places_with_text(held: Set[str], places: Sequence[str]) -> frozenset[str]:
    """Those of some places that hold anything, where `held` are the places of all prose: two sets of places that come to the
    same have the same passages."""
    wanted = held - {"strays"} if "text" in places else frozenset[str]()
    return frozenset(wanted | ((held | _NOT_PROSE) & set(places)))


def prose_of(report: Report) -> list[Passage]:
    """All blocks of text; `strays` are told apart, and so are the lines of title and signature."""
    prose = list(_blocks(report, "front", report.document.front))
    for section, heading in zip(report.document.sections, report.headings, strict=True):
        prose += _blocks(report, heading.label.key or "", section.blocks)
    return prose


def _blocks(report: Report, place: str, blocks: Sequence[Block]) -> Iterator[Passage]:
    title, signature = report.facts.title, report.facts.signature
    for block in blocks:
        if not isinstance(block, Text):
            continue
        where = place
        if isinstance(block, Stray):
            where = "strays"
        elif place == "front" and title and title.start < block.end and block.start < title.end:
            where = "title"
        elif signature and signature.start <= block.start and block.end <= signature.end:
            where = "signature"
        yield Passage(where, block.text, block.start, block)


def _printed(report: Report, place: str, labels: Iterable[Label]) -> Iterator[Passage]:
    """Headings or labels as they are printed, with their numbers."""
    source = report.source.text or ""
    for label in labels:
        yield Passage(place, source[label.start : label.end], label.start)
