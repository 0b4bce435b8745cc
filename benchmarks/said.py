"""What was read in the text of reports, to be judged by hand: `python benchmarks/said.py FILE…`.

A line for each claim, each relation of figures, and each other number with a unit, so that what was missed is seen as well, in
the order of the text: the line, a mark, what was read, and the words around.

    =   a claim that fits the table      ≠   one that does not
    ·   one that is not held against it, with the reason
    ~   figures that go together         ≁   figures that do not
    ?   a number of which nothing was made
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gdlint.claims.tokens import tokens
from gdlint.model.report import Report
from gdlint.scopes.case_types import TextCase
from gdlint.scopes.claim_cases import ClaimCase, RelationCase, claims_of, of_relations, passed_over, told_text
from gdlint.scopes.claim_names import CLAIM
from gdlint.scopes.context import Context
from gdlint.session import Session

KINDS = ("sum", "share", "division", "excess", "again", "notices", "fee", "change")
AROUND = 20
"""characters before and behind a number"""


class Said(NamedTuple):
    """What was read at a place of a passage."""

    nth: int
    start: int
    end: int
    mark: str
    reading: str


def lines(report: Report) -> Iterator[str]:
    """All that was read in a report, a line each."""
    context = Context(report)
    found = [*claimed(context), *related(context)]
    for each in sorted([*found, *unread(context, found)]):
        passage = told_text(context).passages[each.nth]
        text = passage.text
        before, behind = text[max(each.start - AROUND, 0) : each.start], text[each.end : each.end + AROUND]
        words = f"{before}[{text[each.start : each.end]}]{behind}".replace("\n", " ")
        line = report.source.place(*passage.spot(each.start, each.end)[:2]).line
        yield f"{line:4} {each.mark} {each.reading:60} {words}"


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
            figures = ", ".join(map(str, relation.figures))
            sure = "" if relation.sure else " unsure"
            yield _said(case, "~" if relation.fits else "≁", f"{kind} {relation.stated} of {figures}{sure}")


def _said(case: TextCase, mark: str, reading: str) -> Said:
    return Said(case.nth, case.start, case.end, mark, reading)


def unread(context: Context, found: list[Said]) -> Iterator[Said]:
    """The numbers with a unit of which nothing was made."""
    known = {(each.nth, place) for each in found for place in range(each.start, each.end)}
    told = told_text(context)
    for nth, passage in enumerate(told.passages):
        for token in tokens(passage.text, told.words):
            if token.quantity and (nth, token.start) not in known:
                yield Said(nth, token.start, token.end, "?", "")


def main(paths: list[str]) -> None:
    """Print the lines of each report below its name."""
    session = Session()
    for path in map(Path, paths):
        report = session.check(session.read(path), path).report
        print(f"## {path.name}: {report.facts.body} {report.facts.year}")
        print(*lines(report), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
