"""Tables that nothing separates: one cell a line, or cells joined, labels and figures that touch each other."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from gdlint.lexicon.sentences import MARK
from gdlint.lexicon.table_cells import roles_of
from gdlint.model.document import Cell, Grid
from gdlint.model.regex import lazy
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain
from gdlint.syntax.bounds import MOST_CELLS
from gdlint.syntax.label_spans import FIGURES, joined_tables, label_words, marks_in
from gdlint.syntax.lines import Line, cell_at, cell_of
from gdlint.syntax.shapes.scan import Found, Scan, is_piece, looks_like_table, may_be_cell

_TEXT = itemgetter(0)
"""of a cell"""
_ANY_LINES = 2
_MOST_LINES = 6
"""lines without a known cell between two that are known; more than `_ANY_LINES` must all be pieces of labels"""
_MOST_PIECES = 4
"""lines over which one label may run"""
_LONGEST_LABEL = 50
"""letters"""
_NUMBER_OF_LABEL = lazy(r"(?=(?<!\.)[1-9][.．、][^\d\s])")
_PIECE = lazy(
    r"[1-9][.．、][^\d]+|[-+−]?\d+(?:\.\d+)*(?:[^\W\d]{1,2}(?=[\s\d]|$))?|[^\d\s+−-][^\d+−-]*|[-+−]"
)
_LONGEST_LINE = 300
_LONGEST_FRAGMENT = 60
"""characters of a text that is no label and touches the table in its line: a spoilt label or cell"""
_SEVERAL = 2
_MANY_DIGITS = 5
"""in a line of their own; fewer are one figure"""


def plain_cells(scan: Scan, i: int) -> Found | None:
    """One cell a line without any separator: official labels and values, and what stands between them."""
    if not _begins_plain(scan, i):
        return None
    cells: list[Cell] = []
    end = i
    while i < len(scan.lines) and len(cells) <= MOST_CELLS:
        line = scan.lines[i]
        if i in scan.headings:
            break
        if line.content:
            known = max(end, i + 1 if _plain_cell(scan, i) else _broken_label(scan, i))
            if known <= i:
                break
            end = known
            cells.append(cell_of(line))
        i += 1
    scan.extent.allow(0, len(cells))
    rows = scan.rows([(join_pieces([cells], scan.vocabulary)[0], next(scan.runs))], Grid.NONE)
    return (rows if looks_like_table(scan, rows) else [], end)


def _broken_label(scan: Scan, i: int) -> int:
    """Behind the lines that are an official label together, from line i on; 0 where they are none."""
    text = ""
    for _ in range(_MOST_PIECES):
        if i >= len(scan.lines) or i in scan.headings or not is_piece(scan.lines[i].content, scan.vocabulary):
            return 0
        text += scan.lines[i].content
        if plain(text) in scan.vocabulary.labels:
            return i + 1
        i = scan.next_filled(i + 1)
    return 0


def _begins_plain(scan: Scan, i: int) -> bool:
    role = scan.role(scan.lines[i].content)
    if not role & (Role.OFFICIAL | Role.FIGURE) or (role & Role.VALUE and not role & Role.FIGURE):
        return False
    if i in scan.headings:
        return False
    ahead = scan.next_filled(i + 1)
    return ahead < len(scan.lines) and ahead not in scan.headings and _plain_cell(scan, ahead)


def _plain_cell(scan: Scan, i: int) -> bool:
    line = scan.lines[i]
    if (scan.tabbed and "\t" in line.text.strip("\t")) or (scan.barred and scan.bars.stand_in(line.content)):
        return False
    if scan.role(line.content):
        return True
    if not may_be_cell(line.content, scan.vocabulary):
        return False
    ahead, pieces = scan.next_filled(i + 1), is_piece(line.content, scan.vocabulary)
    for n in range(_MOST_LINES):
        if ahead >= len(scan.lines) or ahead in scan.headings or (n >= _ANY_LINES and not pieces):
            return False
        content = scan.lines[ahead].content
        if scan.role(content) & (Role.FIGURE | Role.OFFICIAL):
            return True
        if not may_be_cell(content, scan.vocabulary):
            return False
        pieces = pieces and is_piece(content, scan.vocabulary)
        ahead = scan.next_filled(ahead + 1)
    return False


def join_pieces(groups: Sequence[list[Cell]], vocabulary: Vocabulary) -> Sequence[list[Cell]]:
    """Groups of cells in which labels are put together that run over several lines, where only the whole is an official label."""
    roles = roles_of(vocabulary)
    texts = set(map(_TEXT, chain.from_iterable(groups))) - {""}
    # What is known by itself is no piece.
    known = all(map(roles.__getitem__, texts))
    return groups if known else [_with_whole_labels(cells, vocabulary, roles) for cells in groups]


def _with_whole_labels(cells: list[Cell], vocabulary: Vocabulary, roles: Mapping[str, int]) -> list[Cell]:
    joined: list[Cell] = []
    i = 0
    while i < len(cells):
        length = _piece_count(cells, i, vocabulary, roles)
        joined.append(cells[i] if length == 1 else _as_one(cells[i : i + length]))
        i += length
    return joined


def _as_one(pieces: Sequence[Cell]) -> Cell:
    return Cell("".join(piece.text for piece in pieces), pieces[0].start, pieces[-1].end)


def _piece_count(cells: list[Cell], i: int, vocabulary: Vocabulary, roles: Mapping[str, int]) -> int:
    text = cells[i].text
    whole = bool(roles[text])
    for length in range(2, _MOST_PIECES + 1):
        last = cells[i + length - 1].text if text and i + length <= len(cells) else ""
        role = roles[last]
        if not last or role & Role.FIGURE or (whole and role):
            return 1
        text += last
        if plain(text) in vocabulary.labels:
            return length
    return 1


def joined(scan: Scan, i: int) -> Found | None:
    """A table in one line, or lines of labels and figures that touch each other."""
    if not _is_joined(scan, scan.lines[i]):
        return None
    end = i + 1
    for n in range(end, len(scan.lines)):
        line = scan.lines[n]
        if n in scan.headings:
            break
        if line.blank:
            continue
        touches = n == end and line.start == scan.lines[n - 1].start + len(scan.lines[n - 1].text)
        goes_on = touches and len(line.content) <= _LONGEST_FRAGMENT and not MARK.search(line.content)
        if not (goes_on or _is_joined(scan, line) or _goes_with(scan, line)):
            break
        end = n + 1
    lines = (line for line in scan.lines[i:end] if not line.blank)
    cells = scan.extent.taken(cell for line in lines for cell in _cells(scan, line))
    rows = scan.rows([(cells, next(scan.runs))], Grid.JOINED)
    return (rows if looks_like_table(scan, rows) else [], end)


def _is_joined(scan: Scan, line: Line) -> bool:
    """Nothing but official labels and figures, at least two of them."""
    content = line.content
    if not content or content[-1] in "。；" or "\t" in content:
        return False
    if scan.barred and scan.bars.stand_in(content):
        return False
    if not _begins_with_label(content, scan.vocabulary):
        return False
    if len(content) > _LONGEST_LINE:
        return list(joined_tables(content, scan.vocabulary)) == [(0, len(content))]
    marks, last, figures = list(marks_in(content, scan.vocabulary)), 0, 0
    for start, end in [*marks, (len(content), len(content))]:
        if not FIGURES.fullmatch(content, last, start):
            return False
        figures += any(map(str.isdigit, content[last:start]))
        last = end
    return len(marks) + figures >= _SEVERAL and bool(marks)


def _goes_with(scan: Scan, line: Line) -> bool:
    """A label or the figures of a row by themselves, below such a line."""
    content = line.content
    figures = scan.role(content) & Role.FIGURE or (content[:1].isdigit() and FIGURES.fullmatch(content))
    return bool(scan.role(content) & Role.OFFICIAL) or (bool(figures) and len(content) >= _MANY_DIGITS)


def _cells(scan: Scan, line: Line) -> Iterator[Cell]:
    """Labels, and what stands between them: figures (in pieces, where blanks or signs part them) or other labels."""
    last = 0
    for start, end in chain(marks_in(line.text, scan.vocabulary), [(len(line.text), len(line.text))]):
        # The number of a label may have lost its digit.
        between = line.text[last:start].rstrip(".．、")
        offset = last
        for piece in _NUMBER_OF_LABEL.split(between):
            for found in _PIECE.finditer(piece):
                yield cell_at(found.group(), line.start + offset + found.start())
            offset += len(piece)
        if end > start:
            yield cell_at(line.text[start:end], line.start + start)
        last = end


def _begins_with_label(text: str, vocabulary: Vocabulary) -> bool:
    """An official label stands at the begin of a text."""
    return plain(text[:_LONGEST_LABEL]).startswith(label_words(vocabulary))
