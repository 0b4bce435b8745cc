"""What a number counts by the parts that are told right behind it: 公开13件（予以公开10件、部分公开3件） is the sum of these."""

from collections.abc import Iterator, Sequence

from gdlint.claims.items import RESULTS, Item, lists_parts
from gdlint.model.claim import Certainty, Claim

_OTHER_RESULTS = "other_handling"
_APPLICATIONS = "applications"
_PUBLIC = "公开"
_KNOWN = ("aspect", "narrowing", "subject")
Read = tuple[int, Claim]
"""the number of an item in its sentence, and a claim of it"""


def with_parts(found: Sequence[Read], items: Sequence[Item]) -> Iterator[Claim]:
    """The claims of a sentence in order, those on results with the rows of parts that are none of theirs."""
    for nth, (place, claim) in enumerate(found):
        behind = found[nth + 1 :]
        parts = _parts(behind, items, place) if _is_head(claim) else []
        whole = _of_parts(claim, parts) if parts else claim
        yield _of_others(whole, behind, items, place)


def _is_head(claim: Claim) -> bool:
    cells = claim.cells
    return cells is not None and cells.table == _APPLICATIONS and claim.exact and not claim.denied


def _is_result(claim: Claim) -> bool:
    cells = claim.cells
    counted = claim.value is not None and not claim.whole and not claim.denied
    if cells is None or cells.table != _APPLICATIONS or not counted:
        return False
    tops = {row.partition(".")[0] for row in cells.rows}
    return tops <= set(RESULTS) or tops == {_OTHER_RESULTS}


def _parts(behind: Sequence[Read], items: Sequence[Item], place: int) -> list[Claim]:
    """The results that a bracket, a colon or 其中 right behind an item lists; [] where it lists something else, too."""
    within = _within(items, place)
    depth = items[place + 1].depth if within else 0
    listed = [claim for n, claim in behind if n in within and items[n].depth == depth]
    return listed if all(map(_is_result, listed)) else []


def _of_others(claim: Claim, behind: Sequence[Read], items: Sequence[Item], place: int) -> Claim:
    """A result, unsure where a bracket splits it in parts of which not all are understood: 准予公开13件（全文公开10件、…3件）."""
    within = _within(items, place)
    if not within or not _is_result(claim) or items[within[0]].depth <= items[place].depth:
        return claim
    depth = items[within[0]].depth
    counted = {n for n in within if items[n].depth == depth and _publishes(items[n])}
    listed = (items[n].quantity for n in within if items[n].depth == depth)
    total = sum(q.value or 0 for q in listed if q and q.unit == claim.unit)
    understood = counted <= {n for n, _ in behind}
    return (
        claim
        if understood or total != claim.value
        else claim._replace(certainty=Certainty.UNSURE, why="parts")
    )


def _publishes(item: Item) -> bool:
    """It says something of publishing, or nothing that the lexicon knows."""
    known = any(token.kind in _KNOWN for token in item.words)
    return not known or any(_PUBLIC in token.text for token in item.words)


def _within(items: Sequence[Item], place: int) -> range:
    """The places of the items of a list that begins right behind one."""
    first = place + 1
    if first >= len(items):
        return range(0)
    depth, opened = items[place].depth, items[first]
    bracket = opened.depth > depth
    if not (bracket or opened.mark == "colon" or lists_parts(opened)):
        return range(0)
    last = first
    while last < len(items) and items[last].depth >= opened.depth:
        if last > first and not bracket and items[last].mark == "semicolon":
            break
        last += 1
    return range(first, last)


def _of_parts(claim: Claim, parts: Sequence[Claim]) -> Claim:
    """A claim with what its parts count; where these do not give its number, it may be all of both, or itself alone."""
    own = claim.cells.rows if claim.cells else ()
    total, rows = 0, list[str]()
    for part in parts:
        total += part.value or 0  # type: ignore[assignment]
        rows += part.cells.rows if part.cells else ()
        if total == claim.value:
            return _summed(claim, rows)
    others = [row for row in rows if not any(row == one or row.startswith(f"{one}.") for one in own)]
    if not others or not _is_result(claim):
        return claim
    return _with_rows(claim, (*own, *others))._replace(relation="part")


def _summed(claim: Claim, rows: Sequence[str]) -> Claim:
    """A number that is the sum of parts: of results it counts these, of requests perhaps no others than these."""
    own = claim.cells.rows if claim.cells else ()
    if _is_result(claim):
        inside = all(any(row == one or row.startswith(f"{one}.") for one in own) for row in rows)
        return claim if inside else _with_rows(claim, rows)
    every = {row.partition(".")[0] for row in rows} >= set(RESULTS) - {"other_results"}
    return claim if every else claim._replace(certainty=Certainty.UNSURE, why="parts")


def _with_rows(claim: Claim, rows: Sequence[str]) -> Claim:
    unique = tuple(dict.fromkeys(rows))
    return claim._replace(cells=claim.cells._replace(rows=unique) if claim.cells else None)
