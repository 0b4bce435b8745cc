"""Rows that stand twice, tables that do, and tables whose columns stand in several parts one below the other."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gdlint.model.report import Entry, Label


def without_copy(entries: Sequence[Entry], labels: list[Label]) -> tuple[list[Label], int | None]:
    """The column labels of the first copy of a table, and where a second one begins."""
    doubled = [entry for entry in entries if entry.doubled]
    if not doubled:
        return labels, None
    kept = [entry for entry in entries if not entry.doubled]
    last = max((e.cells[-1].start if e.cells else e.label.end for e in kept), default=doubled[0].label.start)
    copied = [label.start for label in labels if label.start > last]
    return [label for label in labels if label.start <= last], min([*copied, doubled[0].label.start])


def count_copies(entries: list[Entry]) -> list[Entry]:
    """Number the rows of one key; where most of the table comes again, the whole table stands twice."""
    counts: Counter[str] = Counter()
    counted = []
    for entry in _side_by_side(entries):
        key = entry.label.key if not entry.group else None
        copy = counts[key] if key else 0
        if key:
            counts[key] += 1
        problem = entry.problem
        if copy and problem not in ("unknown-row", "group-row"):
            problem = "duplicate"
        counted.append(entry._replace(copy=copy, problem=problem) if copy else entry)
    twice = sum(1 for number in counts.values() if number > 1)
    if not twice or twice * 2 < len(counts):
        return counted
    first = next(n for n, entry in enumerate(counted) if entry.copy)
    while first and counted[first - 1].label.key is None:
        # A misprinted label of the copy cannot be told from the first copy's own; it stands before its first known row.
        first -= 1
    return [
        entry._replace(doubled=True, problem="duplicate-table") if n >= first and _again(entry) else entry
        for n, entry in enumerate(counted)
    ]


def _side_by_side(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The rows of a table whose columns stand in several parts one below the other: what a row has in each of them is one."""
    rows: dict[str | int, Entry] = {}
    for n, entry in enumerate(entries):
        above = rows.get(entry.label.key or n)
        if above is None or not _adds_columns(entry, above):
            rows[(entry.label.key or n) if above is None else n] = entry
        else:
            rows[entry.label.key or n] = above._replace(
                cells=(*above.cells, *entry.cells),
                figures={**above.figures, **entry.figures},
                width=above.width + entry.width,
                unread=above.unread or entry.unread,
                unplaced=(*above.unplaced, *entry.unplaced),
            )
    yield from rows.values()


def _adds_columns(entry: Entry, above: Entry) -> bool:
    """A row has figures in other columns than the one above of the same key, and they are printed in the same way."""
    bound = bool(entry.figures and above.figures) and not (entry.problem or above.problem)
    alike = entry.group == above.group and entry.is_cut == above.is_cut
    return bound and alike and entry.figures.keys().isdisjoint(above.figures)


def _again(entry: Entry) -> bool:
    """A row behind the begin of a second copy that belongs to it: one that came before, or none of the form."""
    return bool(entry.copy) or entry.label.key is None or entry.group
