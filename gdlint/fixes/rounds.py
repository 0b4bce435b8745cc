"""Fixing a report round by round: each round makes the fixes that go together, and checks what came of them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from gdlint.fixes.edits import History, Taken, moved
from gdlint.fixes.writers import Writer
from gdlint.model.finding import Finding
from gdlint.model.fix import Edit, Fix, applied
from gdlint.model.origin import LINES
from gdlint.model.page import StatedGrid
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.readers.text import line_starts

ROUNDS = 20
"""a report that goes on to change after so many is left as it is then"""

ALONE = 50
"""fixes that are tried one by one where those of a round bring findings"""

Check = Callable[[Source], FileResult]


class FixOutcome(NamedTuple):
    """What came of the rounds: the text, the edits of the first text that lead to it, what was fixed, the findings whose place in
    the file cannot be written, and those whose fix would bring others."""

    text: str
    edits: tuple[Edit, ...]
    fixed: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    held: tuple[Finding, ...]


class _State(NamedTuple):
    """Where a report is on its way: what is found in it, the edits so far, and what was fixed."""

    result: FileResult
    history: History = History()
    fixed: tuple[Finding, ...] = ()


class _Choice(NamedTuple):
    """The fixes of a round, and the findings whose place cannot be written."""

    fixes: list[tuple[Finding, Fix]]
    refused: list[Finding]


def fixed(result: FileResult, check: Check, writer: Writer | None, *, unsafe: bool) -> FixOutcome:
    """Fix what was found in a report, again and again, until nothing more is to be fixed."""
    first = result.report.source.text or ""
    state, held = _State(result), dict[str, Finding]()
    choice = _chosen(state, writer, held, unsafe=unsafe)
    for _ in range(ROUNDS):
        if not choice.fixes:
            break
        made = _made(state, choice.fixes, check)
        if _is_worse(state.result, made.result):
            made = _one_by_one(state, check, writer, held, unsafe=unsafe)
        state = made
        choice = _chosen(state, writer, held, unsafe=unsafe)
    edits = tuple(edit for edit in state.history.edits if first[edit.start : edit.end] != edit.text)
    text = state.result.report.source.text or ""
    return FixOutcome(text, edits, state.fixed, tuple(choice.refused), tuple(held.values()))


def fix_of(finding: Finding, *, unsafe: bool) -> Fix | None:
    """The fix of a finding, if it may be made."""
    return finding.fix if finding.fix and (finding.fix.safe or unsafe) else None


def _one_by_one(
    state: _State, check: Check, writer: Writer | None, held: dict[str, Finding], *, unsafe: bool
) -> _State:
    """The report with fixes that were made each by itself; one that brings findings is held."""
    for _ in range(ALONE):
        alone = _chosen(state, writer, held, unsafe=unsafe).fixes[:1]
        if not alone:
            break
        made = _made(state, alone, check)
        if _is_worse(state.result, made.result):
            held[alone[0][0].fingerprint] = alone[0][0]
        else:
            state = made
    return state


def _made(state: _State, fixes: Sequence[tuple[Finding, Fix]], check: Check) -> _State:
    edits = sorted(edit for _, fix in fixes for edit in fix.edits)
    result = check(edited(state.result.report.source, edits))
    done = (*state.fixed, *(finding for finding, _ in fixes))
    return _State(result, state.history.with_edits(edits), done)


def _is_worse(before: FileResult, after: FileResult) -> bool:
    """Rules speak more often than before."""
    said, says = (Counter(finding.code for finding in result.findings) for result in (before, after))
    return bool(says - said)


def _chosen(state: _State, writer: Writer | None, held: Mapping[str, Finding], *, unsafe: bool) -> _Choice:
    """The fixes of a round: of those that overlap the first, the others in a later round."""
    taken, choice = Taken(), _Choice([], [])
    for finding in state.result.findings:
        fix = fix_of(finding, unsafe=unsafe)
        if fix is None or (held and finding.fingerprint in held):
            continue
        places = [state.history.in_first(edit)[0] for edit in fix.edits]
        if writer is None or not all(map(writer.fits, places)):
            choice.refused.append(finding)
        elif all(taken.is_free(edit.start, edit.end) for edit in places):
            for edit in places:
                taken.take(edit.start, edit.end)
            choice.fixes.append((finding, fix))
    return choice


def edited(source: Source, edits: Sequence[Edit]) -> Source:
    """A source with another text, in which the tables of the file stand where they are now. Its places are those of the text."""
    text = applied(source.text or "", edits)
    grids = tuple(_moved_grid(grid, edits) for grid in source.grids)
    bad = tuple(moved(source.bad, edits))
    return source._replace(text=text, starts=line_starts(text), grids=grids, origin=LINES, bad=bad)


def _moved_grid(whole: StatedGrid, edits: Sequence[Edit]) -> StatedGrid:
    grid = _without_rows(whole, edits)
    start, end = moved((grid.start, grid.end), edits)
    starts = moved([cell.start for cell in grid.cells], edits)
    ends = moved([cell.end for cell in grid.cells], edits)
    # What is put into an empty cell stands between its two ends.
    put = {edit.start: len(edit.text) for edit in edits if edit.start == edit.end}
    cells = [
        cell._replace(start=begin, end=stop + (put.get(cell.start, 0) if cell.start == cell.end else 0))
        for cell, begin, stop in zip(grid.cells, starts, ends, strict=True)
    ]
    return StatedGrid(tuple(cells), start, end)


def _without_rows(grid: StatedGrid, edits: Sequence[Edit]) -> StatedGrid:
    """A table without the rows that are taken out: all their cells with the ends of their lines."""
    taken = [edit for edit in edits if not edit.text and grid.start <= edit.start < edit.end <= grid.end + 1]
    kept = {
        cell.row
        for cell in grid.cells
        if not any(edit.start <= cell.start and cell.end < edit.end for edit in taken)
    }
    gone = sorted({cell.row for cell in grid.cells} - kept) if taken else []
    cells = [
        cell._replace(row=cell.row - bisect_left(gone, cell.row)) for cell in grid.cells if cell.row in kept
    ]
    return grid._replace(cells=tuple(cells)) if gone else grid
