"""Where the cases of a check come from in a report."""

from collections.abc import Iterable, Iterator

from gdlint.engine.case_form import OF_TEXTS, CaseForm
from gdlint.engine.checks import Check
from gdlint.matching import search
from gdlint.scopes import claim_cases, text_cases
from gdlint.scopes.case_types import Case, TextCase
from gdlint.scopes.cases import of_cells
from gdlint.scopes.context import Context
from gdlint.scopes.scope import SCOPES

OF_FILES = ("file", "directive")
"""scopes of which there are cases in a file that is no report"""


def cases_of(
    check: Check, context: Context, known: dict[tuple[str, str | None], list[Case]]
) -> Iterable[Case]:
    """The cases of a check in a report; `known` keeps those of each scope for the next rule. Those of
    paragraphs and sentences, of which a report may hold any number, are found as they are asked for."""
    if check.source is not None:
        return check.source(context)
    if check.scope in OF_TEXTS:
        if check.steps:
            _count_texts(check.form, context)
        return _of_texts(check.form, context)
    if not (context.is_report or check.scope in OF_FILES):
        return ()
    if check.form.about is not None:
        return claim_cases.about(claim_cases.claims_of(context), check.form.about, context.report.forms)
    key = (check.scope, check.table)
    if key not in known:
        if check.scope == "cell":
            # There are too many cells to make them all for a rule that looks at one table.
            known[key] = list(of_cells(context, check.table))
        else:
            whole = known.get((check.scope, None)) or list(SCOPES[check.scope].cases(context))
            known[check.scope, None] = whole
            if check.table is not None:
                known[key] = [case for case in whole if case.table == check.table]
    return known[key]


def excluded_of(check: Check, context: Context) -> Iterator[tuple[Case, str]]:
    """What a check would have looked at, and why it did not: its `unless`, or how a claim was read."""
    form = check.form
    if check.scope in OF_TEXTS and form.unless is not None:
        found = _of_texts(form._replace(unless=None), context)
        yield from ((case, "unless") for case in found if search.found(form.unless, _sentence(case)))
    elif form.about is not None and context.is_report:
        yield from claim_cases.passed_over(claim_cases.claims_of(context), form.about, context.report.forms)


def _of_texts(form: CaseForm, context: Context) -> Iterable[TextCase]:
    """The cases of a rule on running text that its `unless` leaves."""
    if not (context.is_report or "source" in form.places):
        return ()
    if form.find is not None:
        found = text_cases.of_pattern(context, form.find, form.places)
    elif form.python is not None:
        found = text_cases.of_finder(context, form.python, form.places)
    elif form.each == "paragraph":
        found = text_cases.of_paragraphs(context, form.places)
    else:
        found = text_cases.of_sentences(context, form.places)
    unless = form.unless
    left = found if unless is None else _left(found, unless)
    return left if form.each in ("paragraph", "sentence") else list(left)


def _left(found: Iterable[TextCase], unless: str) -> Iterator[TextCase]:
    return (case for case in found if not search.found(unless, _sentence(case)))


def _count_texts(form: CaseForm, context: Context) -> None:
    """Count what it costs to find the cases of a rule on running text, and what excludes some of them."""
    text = context.prose(form.places)
    context.work.spend(search.steps(form.find, text) if form.find is not None else 1 + len(text))
    if form.unless is not None:
        context.work.spend(search.steps(form.unless, text))


def _sentence(case: TextCase) -> str:
    first, last = case.sentence
    return case.passage.text[first:last]
