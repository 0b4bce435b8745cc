"""A rule as it is written: YAML data with its expressions parsed, not yet resolved against anything."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from gdlint.engine.applies import Applies
from gdlint.engine.case_form import CaseForm, case_form, parsed
from gdlint.engine.shape import SCOPE_KEYS, RuleError, check_shape, template_of
from gdlint.expressions.dialect import PLAIN, Dialect
from gdlint.expressions.messages import split_message
from gdlint.forms.documents import basis_in_general
from gdlint.model.form import Forms, Template
from gdlint.model.frozen import FrozenDict
from gdlint.model.rule import Rule


class Definition(NamedTuple):
    """A whole rule: its face, where it applies, its cases, and how findings are put together."""

    rule: Rule
    applies: Applies
    per: str
    cases: tuple[CaseForm, ...]
    examples: Any
    options: Mapping[str, Any] = MappingProxyType({})
    origin: tuple[Path, int] | None = None
    """the file, and the number of the rule in it"""
    instead_of: tuple[str, ...] = ()
    """codes or their beginnings: rules that are not run on a report of which this one has something to say"""
    basis: str = ""
    """the basis as it is written, `{format}` and all: see `gdlint.forms.documents`"""
    dialect: Dialect = PLAIN
    claims: str = ""
    """what its pack adds to the words by which the text is read, as JSON"""


def define(data: Any, forms: Forms, dialect: Dialect = PLAIN, *, thorough: bool = True) -> Definition:
    """A rule from its YAML mapping. Where that was done before (`thorough` is false), its shape and messages are not looked
    at again.

    Raises `RuleError` for unknown keys, wrong types and expressions that cannot be parsed.
    """
    if thorough:
        check_shape(data)
    if data.get("examples"):
        from gdlint.engine.example_shape import check_examples_shape

        check_examples_shape(data["examples"], forms)
    cases = _cases(data, forms, dialect)
    if thorough:
        _check_messages(cases, "cases" in data, dialect)
    applies = data.get("applies", {})
    rule = _face(data, forms)
    if not rule.sure and any(level == "error" for case in cases for _, level in case.severity):
        raise RuleError("unsure-error", ("severity",))
    first, last = applies.get("years", (None, None))
    kinds, regions = tuple(applies.get("kinds", ())), tuple(applies.get("regions", ()))
    return Definition(
        rule,
        Applies(_templates(applies, forms), (first, last), kinds, regions),
        data.get("per", "place"),
        cases,
        data.get("examples", {}),
        data.get("options", {}),
        instead_of=tuple(data.get("instead_of", ())),
        basis=data["basis"],
        dialect=dialect,
    )


def _templates(applies: Mapping[str, Any], forms: Forms) -> tuple[Template, ...]:
    """The templates of the forms that a rule names in a list; `template` names one, as it was done before."""
    if "forms" in applies:
        return tuple(
            template_of(name, forms, ("applies", "forms", n)) for n, name in enumerate(applies["forms"])
        )
    one = applies.get("template")
    return () if one is None else (template_of(one, forms, ("applies", "template")),)


def _face(data: Mapping[str, Any], forms: Forms) -> Rule:
    state = data.get("state", "stable")
    return Rule(
        data["code"],
        data["name"],
        FrozenDict(data["title"]),
        basis_in_general(data["basis"], forms.documents),
        data.get("sure", True),
        FrozenDict(data.get("help", {"zh": "", "en": ""})),
        tuple(data.get("yields_to", ())),
        not data.get("off", state != "stable"),
        data.get("derives"),
        state,
        tuple(data.get("aliases", ())),
        data.get("locked", False),
        data.get("since"),
        data.get("unfilled", False),
    )


def _cases(data: Mapping[str, Any], forms: Forms, dialect: Dialect) -> tuple[CaseForm, ...]:
    variants = data.get("cases")
    if not variants:
        return (case_form(data, forms, dialect, ()),)
    shared = _shared(data)
    return tuple(
        case_form({**shared, **item}, forms, dialect, ("cases", n)) for n, item in enumerate(variants)
    )


def _check_messages(cases: Sequence[CaseForm], several: bool, dialect: Dialect) -> None:
    """The fields of messages can be parsed."""
    for n, case in enumerate(cases):
        for key, words in (("message", case.message), ("remedy", case.remedy)):
            for language, text in words.items():
                path = (*(("cases", n) if several else ()), key, language)
                split_message(text, partial(parsed, dialect, path=path))


def _shared(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key in SCOPE_KEYS or key == "title"}
