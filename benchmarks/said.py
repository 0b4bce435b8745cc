"""What was read in the text of reports, to be judged by hand: `python benchmarks/said.py FILE…`.

A line for each claim, each relation of figures, and each other number with a unit, so that what was missed is seen as well, in
the order of the text: the line, a mark, what was read, and the words around.

    =   a claim that fits the table      ≠   one that does not
    ·   one that is not held against it, with the reason
    ~   figures that go together         ≁   figures that do not
    ?   a number of which nothing was made
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gdlint.claims.tokens import tokens
from gdlint.matching.passages import Passage
from gdlint.model.report import Report
from gdlint.scopes.case_types import TextCase
from gdlint.scopes.claim_cases import ClaimCase, claims_of, passed_over
from gdlint.scopes.claim_names import CLAIM
from gdlint.scopes.context import Context
from gdlint.scopes.relation_cases import RelationCase, of_relations
from gdlint.session import Session

KINDS = ("list", "sum", "share", "division", "excess", "again", "notices", "fee", "change")
AROUND = 20
"""characters before and behind a number"""


class Said(NamedTuple):
    """What was read at a place of the source, and the words around it."""

    start: int
    end: int
    mark: str
    reading: str
    words: str


def lines(report: Report) -> Iterator[str]:
    """All that was read in a report, a line each."""
    context = Context(report)
    found = [*claimed(context), *related(context)]
    for each in sorted([*found, *unread(context, found)]):
        line = report.source.place(each.start, each.end).line
        yield f"{line:4} {each.mark} {each.reading:60} {each.words}"


def claimed(context: Context) -> Iterator[Said]:
    """The claims, and which of them fit."""
    cases = claims_of(context)
    tables = ", ".join(context.report.forms.tables)
    aside = {id(case): why for case, why in passed_over(cases, tables, context.report.forms)}
    for case in cases:
        why = aside.get(id(case), "" if case.claim.cells else "no cells")
        agrees = CLAIM["agrees"].get(case)
        mark = "·" if why or agrees not in (True, False) else "=" if agrees else "≠"
        yield _said(case, mark, _claim_words(case, why))


def _claim_words(case: ClaimCase, why: str) -> str:
    claim = case.claim
    value = "none" if claim.denied else f"{claim.value}{claim.unit}"
    notes = (
        "" if claim.exact else "about",
        "" if claim.scope == "own" else f"of {claim.scope}",
        "" if claim.period == "year" else f"in {claim.period}",
        "" if claim.relation == "all" else claim.relation,
        "" if claim.certainty == "certain" else f"{claim.certainty} {claim.why}".strip(),
        f"not held: {why}" if why else "",
    )
    return " ".join([str(claim.cells), value, *filter(None, notes)])


def related(context: Context) -> Iterator[Said]:
    """The relations of figures, and which of them fit."""
    for kind in KINDS:
        for case in of_relations(kind)(context):
            assert isinstance(case, RelationCase)
            relation = case.item
            figures = ", ".join(map(str, relation.figures)) or relation.worked
            sure = "" if relation.sure else " unsure"
            yield _said(case, "~" if relation.fits else "≁", f"{kind} {relation.stated} of {figures}{sure}")


def _said(case: TextCase, mark: str, reading: str) -> Said:
    return _at(case.passage, (case.start, case.end), mark, reading)


def _at(passage: Passage, place: tuple[int, int], mark: str, reading: str) -> Said:
    text, (first, last) = passage.text, place
    words = f"{text[max(first - AROUND, 0) : first]}[{text[first:last]}]{text[last : last + AROUND]}"
    start, end, *_ = passage.spot(first, last)
    return Said(start, end, mark, reading, words.replace("\n", " "))


def unread(context: Context, found: Sequence[Said]) -> Iterator[Said]:
    """The numbers with a unit of which nothing was made."""
    known = {place for each in found for place in range(each.start, each.end)}
    told = context.told_text()
    for passage in told.passages:
        for token in tokens(passage.text, told.words):
            said = _at(passage, (token.start, token.end), "?", "") if token.quantity else None
            if said and said.start not in known:
                yield said


def main(paths: list[str]) -> None:
    """Print the lines of each report below its name."""
    session = Session()
    for path in map(Path, paths):
        report = session.check(session.read(path), path).report
        print(f"## {path.name}: {report.facts.body} {report.facts.year}")
        print(*lines(report), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
