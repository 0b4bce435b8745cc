"""Rules in Python: their judgements become cases like those of any other rule."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from gdlint.engine.checks import Body, Check, Once, Ready
from gdlint.engine.definition import Definition, define
from gdlint.model.finding import Spot
from gdlint.model.fix import Edit, Fix
from gdlint.model.form import Forms
from gdlint.model.language import LANGUAGES
from gdlint.model.logic import UNKNOWN
from gdlint.plugins.contracts import check_judgement
from gdlint.plugins.types import Judgement, PythonRule
from gdlint.scopes.case_types import Case, PlacedCase
from gdlint.scopes.context import Context
from gdlint.words.fault import FaultError, fault

Judge = Callable[[Any], Sequence[Judgement]]


def definition_of(rule: PythonRule, forms: Forms) -> Definition:
    """The definition of a rule, checked as if it were written in YAML.

    Raises `RuleError`.
    """
    return define(
        {
            "code": rule.code,
            "name": rule.name,
            "title": dict(rule.title),
            "basis": rule.basis,
            "severity": rule.severity,
            "help": dict(rule.help),
            "sure": rule.sure,
            "off": not rule.default,
        },
        forms,
    )


def ready_of(definition: Definition, judge: Judge) -> Ready:
    """The rule ready to run; `judge` takes a report and must not raise."""
    form = definition.cases[0]

    def cases(context: Context) -> Sequence[Case]:
        return [_case(context, judgement) for judgement in judge(context.report)] if context.is_report else []

    message = {language: _message(language, definition.rule.title) for language in LANGUAGES}
    severity = tuple((None, level) for _, level in form.severity)
    body = Body(None, {}, _truth, Once(lambda: None), Once(lambda: severity), message)
    return Ready(
        definition.rule, definition, (Check("report", None, form, Once(lambda: body), False, cases),)
    )


def judgements(items: Any) -> list[Judgement]:
    """What a rule said, all of it.

    Raises `TypeError` for anything but judgements in it, `FaultError` for one with a field of the wrong kind and for what holds none.
    """
    if isinstance(items, Judgement) or not isinstance(items, Iterable):
        raise FaultError(fault("judgement-returned", {"found": type(items).__name__}))
    found = list(items)
    for item in found:
        if not isinstance(item, Judgement):
            raise TypeError(f"expected Judgement, not {type(item).__name__}")
        check_judgement(item)
        if item.fix is not None and not _is_fix(item.fix):
            raise FaultError(fault("wrong-fix", {"name": "Judgement.fix", "found": repr(item.fix)}))
        for edit in item.fix.edits if item.fix else ():
            if "\n" in edit.text:
                raise FaultError(fault("fix-of-lines", {"found": repr(edit.text)}))
    return found


def _is_fix(fix: Any) -> bool:
    return isinstance(fix, Fix) and all(
        isinstance(edit, Edit) and list(map(type, edit)) == [int, int, str] for edit in fix.edits
    )


def _case(context: Context, judgement: Judgement) -> Case:
    table = judgement.subject[0] if judgement.subject and judgement.subject[0] in context.cells else None
    length = len(context.report.source.text or "")
    start = min(max(judgement.start, 0), length)
    case = PlacedCase(
        context, judgement, judgement.subject, Spot(start, min(max(judgement.end, start), length)), table
    )
    case.lets = dict(judgement.values)
    return case


def _truth(case: Case) -> Any:
    truth: bool | None = case.item.truth
    return UNKNOWN if truth is None else truth


def _message(language: str, title: Mapping[str, str]) -> Callable[[Case], str]:
    return lambda case: str(case.item.message.get(language) or title[language])
