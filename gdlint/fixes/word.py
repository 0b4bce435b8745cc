"""Edits of a Word document as tracked changes: whoever accepts them has the fixed text, whoever rejects them the first one."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple

from gdlint.fixes.word_rows import rows_between, taken_out
from gdlint.model.fix import Edit
from gdlint.model.page import UnreadableError
from gdlint.model.source import Source
from gdlint.readers.docx.trace import Stretch, Trace, TracedBlock, trace
from gdlint.wordfile.element_places import Elements, elements
from gdlint.wordfile.package_parts import Replaced, part, replaced, with_parts

AUTHOR = "gdlint"
_AROUND_TEXT = frozenset(
    "p r tc tr tbl body document hyperlink sdt sdtContent smartTag customXml".split()  # noqa: SIM905 - names, one after the other
)
"""elements in which text may be changed; what others track, draw or work out is theirs"""
_TRACKED = (b"rPrChange", b"trPrChange", b":ins ", b":del ", b":moveFrom ", b":moveTo ")


class _Part(NamedTuple):
    """The letters of one text element that an edit takes out, and what it writes behind them."""

    element: int
    first: int
    behind: int
    new: str


class WordWriter(NamedTuple):
    """Writes into a Word document."""

    data: bytes
    trace: Trace
    tree: Elements
    when: str

    def fits(self, edit: Edit) -> bool:
        """What an edit replaces is plain text of one paragraph, letter by letter, or an empty cell."""
        if edit.start == edit.end:
            return self._empty_paragraph(edit) is not None
        return bool(self._rows(edit)) or self._parts(edit) is not None

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The document with edits of the canonical text as tracked changes; all parts but its main one stay."""
        numbers = iter(range(self._free_number(), 2**31))
        texts: dict[int, list[_Part]] = defaultdict(list)
        changes: list[Replaced] = []
        for edit in edits:
            if edit.start == edit.end:
                changes += self._filled(edit, numbers)
            changes += (taken_out(self.tree, row, self._mark("del", numbers)) for row in self._rows(edit))
            for each in self._parts(edit) or self._row_parts(edit):
                texts[each.element].append(each)
        changes += (self._rewritten(element, parts, numbers) for element, parts in texts.items())
        return with_parts(self.data, {self.trace.part: replaced(self.tree.content, changes)})

    def _block(self, edit: Edit) -> TracedBlock:
        return self.trace.blocks[self.trace.block_at(edit.start)]

    def _parts(self, edit: Edit) -> list[_Part] | None:
        """The text elements that print what an edit replaces; None where something else does."""
        block, found, at = self._block(edit), [], edit.start
        first = max(bisect_right(block.stretches, at, key=lambda stretch: stretch.start) - 1, 0)
        for stretch in block.stretches[first:]:
            if at >= edit.end:
                break
            if not stretch.start <= at < stretch.end or not self._is_plain(stretch):
                return None
            end = min(edit.end, stretch.end)
            found.append(_Part(stretch.element, at - stretch.start, end - stretch.start, ""))
            at = end
        if at < edit.end or not found:
            return None
        return [found[0]._replace(new=edit.text), *found[1:]]

    def _rows(self, edit: Edit) -> list[int]:
        """The rows of a table that an edit takes out; none where it takes out anything else."""
        if edit.text or edit.end - edit.start < 2:
            return []
        rows = rows_between(self.tree, self.trace, edit.start, edit.end)
        outer = {self.tree.all[n].local for row in rows for n in self.tree.around(row)}
        return rows if outer <= _AROUND_TEXT and not any(map(self._is_tracked_row, rows)) else []

    def _row_parts(self, edit: Edit) -> list[_Part]:
        """What is printed in the rows that an edit takes out: programs want both marked, the row and what it holds."""
        if not self._rows(edit):
            return []
        first, last = (self.trace.block_at(place) for place in (edit.start, edit.end - 1))
        stretches = (each for block in self.trace.blocks[first : last + 1] for each in block.stretches)
        return [
            _Part(each.element, 0, each.end - each.start, "") for each in stretches if self._is_plain(each)
        ]

    def _is_tracked_row(self, row: int) -> bool:
        first = next(self.tree.children(row), None)
        own = self.tree.all[first if first is not None else row]
        return own.local == "trPr" and self._is_tracked(self.tree.content[own.start : own.end])

    def _mark(self, kind: str, numbers: Iterator[int]) -> Callable[[str], bytes]:
        """The mark of a tracked change without content, for a prefix."""
        return lambda prefix: self._opened(kind, prefix, numbers, "/")

    def _opened(self, kind: str, prefix: str, numbers: Iterator[int], end: str = "") -> bytes:
        marks = "".join(
            f' {prefix}{key}="{value}"'
            for key, value in (("id", next(numbers)), ("author", AUTHOR), ("date", self.when))
        )
        return f"<{prefix}{kind}{marks}{end}>".encode()

    def _is_plain(self, stretch: Stretch) -> bool:
        """Letters of a text element whose run may be parted."""
        all_, path = self.tree.all, list(self.tree.around(stretch.element))
        own = all_[stretch.element]
        if own.local != "t" or all_[own.parent].local != "r" or own.is_empty_tag or ":" not in own.name:
            return False
        outer = {all_[number].local for number in path[1:]}
        whole = self.tree.length(stretch.element) == stretch.end - stretch.start
        cut = self.tree.place_in_text(stretch.element, 0) is None or b"<" in self._inner(stretch.element)
        return (
            outer <= _AROUND_TEXT and whole and not cut and not self._is_tracked(self._properties(own.parent))
        )

    def _is_tracked(self, properties: bytes) -> bool:
        return any(mark in properties for mark in _TRACKED)

    def _inner(self, element: int) -> bytes:
        own = self.tree.all[element]
        return self.tree.content[own.inner : own.close]

    def _properties(self, element: int, name: str = "rPr") -> bytes:
        """The properties of a run, as printed; of a paragraph, those of its mark."""
        first = next(self.tree.children(element), None)
        if first is None or self.tree.all[first].local not in ("rPr", "pPr"):
            return b""
        if self.tree.all[first].local == "pPr":
            inner = [n for n in self.tree.children(first) if self.tree.all[n].local == name]
            first = inner[0] if inner else None
        return (
            b"" if first is None else self.tree.content[self.tree.all[first].start : self.tree.all[first].end]
        )

    def _rewritten(self, element: int, parts: Sequence[_Part], numbers: Iterator[int]) -> Replaced:
        """A text element whose run is parted at each change."""
        own = self.tree.all[element]
        run = self.tree.all[own.parent]
        prefix = own.name.removesuffix("t")
        properties = self._properties(own.parent)
        opened, closed = f'<{own.name} xml:space="preserve">'.encode(), f"</{own.name}>".encode()
        again = self.tree.content[run.start : run.inner] + properties
        pieces, at = [opened], 0
        for each in sorted(parts, key=lambda each: each.first):
            old = self._letters(element, each.first, each.behind)
            pieces += (self._letters(element, at, each.first), closed, f"</{run.name}>".encode())
            pieces.append(self._change("del", f"{prefix}delText", old, properties, prefix, numbers))
            if each.new:
                new = escape(each.new, quote=False).encode()
                pieces.append(self._change("ins", f"{prefix}t", new, properties, prefix, numbers))
            pieces += (again, opened)
            at = each.behind
        pieces += (self._letters(element, at, self.tree.length(element)), closed)
        return Replaced(own.start, own.end, b"".join(pieces))

    def _letters(self, element: int, first: int, behind: int) -> bytes:
        own, tree = self.tree.all[element], self.tree
        start, end = (tree.place_in_text(element, letter) for letter in (first, behind))
        return tree.content[own.inner if start is None else start : own.close if end is None else end]

    def _change(
        self, kind: str, text: str, content: bytes, properties: bytes, prefix: str, numbers: Iterator[int]
    ) -> bytes:
        """A run in a tracked change."""
        begin, end = self._opened(kind, prefix, numbers), f"</{prefix}r></{prefix}{kind}>"
        inner = f'<{text} xml:space="preserve">'.encode() + content + f"</{text}>".encode()
        return begin + f"<{prefix}r>".encode() + properties + inner + end.encode()

    def _empty_paragraph(self, edit: Edit) -> int | None:
        """The paragraph of a cell in which nothing is printed."""
        block = self._block(edit)
        number = block.paragraph
        if (
            block.stretches
            or number is None
            or not block.in_cell
            or not block.start == block.end == edit.start
        ):
            return None
        outer = {self.tree.all[n].local for n in self.tree.around(number)}
        return number if outer <= _AROUND_TEXT and self.tree.all[number].name.endswith(":p") else None

    def _filled(self, edit: Edit, numbers: Iterator[int]) -> Iterator[Replaced]:
        number = self._empty_paragraph(edit)
        if number is None:
            return
        own = self.tree.all[number]
        prefix, properties = own.name.removesuffix("p"), self._properties(number)
        new = escape(edit.text, quote=False).encode()
        properties = b"" if self._is_tracked(properties) else properties
        run = self._change("ins", f"{prefix}t", new, properties, prefix, numbers)
        if own.is_empty_tag:
            yield Replaced(own.end - 2, own.end, b">" + run + f"</{own.name}>".encode())
        else:
            yield Replaced(own.close, own.close, run)

    def _free_number(self) -> int:
        """A number that nothing in the document has."""
        known = (each.value("id") for each in self.tree.all)
        return (
            max((int(key) for key in known if key.isascii() and key.isdigit() and len(key) < 10), default=0)
            + 1
        )


def writer(data: bytes, source: Source) -> WordWriter | None:
    """The writer of a document; None for one whose parts cannot be taken apart."""
    try:
        traced = trace(data)
        tree = elements(part(data, traced.part) or b"")
    except UnreadableError:
        return None
    if traced.text != source.text:
        return None
    return WordWriter(data, traced, tree, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
