"""Fixing a report round by round: each round makes the fixes that go together, and checks what came of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from gdlint.fixes.edits import History, Taken, applied, moved
from gdlint.fixes.writers import Writer
from gdlint.model.finding import Finding
from gdlint.model.fix import Edit, Fix
from gdlint.model.origin import LINES
from gdlint.model.page import StatedGrid
from gdlint.model.result import FileResult
from gdlint.model.source import Source, line_starts

ROUNDS = 20
"""a report that goes on to change after so many is left as it is then"""

Check = Callable[[Source], FileResult]


class FixOutcome(NamedTuple):
    """What came of the rounds: the text, the edits of the first text that lead to it, what was fixed, and the findings whose
    place in the file cannot be written."""

    text: str
    edits: tuple[Edit, ...]
    fixed: tuple[Finding, ...]
    refused: tuple[Finding, ...]


def fixed(result: FileResult, check: Check, writer: Writer | None, *, unsafe: bool) -> FixOutcome:
    """Fix what was found in a report, again and again, until nothing more is to be fixed."""
    source, history = result.report.source, History()
    done: list[Finding] = []
    refused: list[Finding] = []
    for _ in range(ROUNDS):
        refused.clear()
        chosen = list(_chosen(result.findings, history, writer, refused, unsafe=unsafe))
        if not chosen:
            break
        edits = sorted(edit for _, fix in chosen for edit in fix.edits)
        done += (finding for finding, _ in chosen)
        history = history.with_edits(edits)
        source = edited(source, edits)
        result = check(source)
    return FixOutcome(source.text or "", history.edits, tuple(done), tuple(refused))


def fix_of(finding: Finding, *, unsafe: bool) -> Fix | None:
    """The fix of a finding, if it may be made."""
    return finding.fix if finding.fix and (finding.fix.safe or unsafe) else None


def _chosen(
    findings: Iterable[Finding],
    history: History,
    writer: Writer | None,
    refused: list[Finding],
    *,
    unsafe: bool,
) -> Iterator[tuple[Finding, Fix]]:
    """The fixes of a round: of those that overlap the first, the others in a later round."""
    taken = Taken()
    for finding in findings:
        fix = fix_of(finding, unsafe=unsafe)
        if fix is None:
            continue
        places = [history.in_first(edit) for edit in fix.edits]
        if writer is None or not all(writer.fits(edit) for edit, _ in places):
            refused.append(finding)
            continue
        stretches = [(edit.start, edit.end) for edit, _ in places]
        if all(taken.is_free(*stretch) for stretch in stretches):
            for stretch in stretches:
                taken.take(*stretch)
            yield finding, fix


def edited(source: Source, edits: Sequence[Edit]) -> Source:
    """A source with another text, in which the tables of the file stand where they are now. Its places are those of the text."""
    text = applied(source.text or "", edits)
    grids = tuple(_moved_grid(grid, edits) for grid in source.grids)
    bad = tuple(moved(source.bad, edits))
    return source._replace(text=text, starts=line_starts(text), grids=grids, origin=LINES, bad=bad)


def _moved_grid(grid: StatedGrid, edits: Sequence[Edit]) -> StatedGrid:
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
