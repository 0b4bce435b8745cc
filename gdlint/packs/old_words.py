"""Words of the rule language that others have replaced: they still hold, and whoever loads a pack with them is told."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from gdlint.expressions.dialect import Dialect
from gdlint.expressions.form_functions import written_before
from gdlint.expressions.nodes import names_in
from gdlint.matching.expression_error import ExpressionError
from gdlint.model.form import Forms

_OLD = ("template", "only_")
"""what every old word holds"""
_NEW: Mapping[str, str] = {"template": "form"}


class OldWord(NamedTuple):
    """A rule by its code, the old word in it, and what is written today."""

    code: str
    old: str
    new: str


def old_words(documents: Iterable[Any], forms: Forms, dialect: Dialect) -> tuple[OldWord, ...]:
    """The old words in parsed files of rules, each once a rule."""
    rules = [rule for data in documents if isinstance(data, list) for rule in data if isinstance(rule, dict)]
    return tuple(dict.fromkeys(word for rule in rules for word in _of_rule(rule, forms, dialect)))


def _of_rule(rule: Mapping[str, Any], forms: Forms, dialect: Dialect) -> Iterator[OldWord]:
    code = str(rule.get("code", ""))
    if "template" in rule.get("applies", {}):
        yield OldWord(code, "applies: {template: …}", "applies: {forms: […]}")
    for part in (rule, *rule.get("cases", ())):
        for text in _expressions(part):
            if any(old in text for old in _OLD):
                yield from (OldWord(code, old, new) for old, new in _in_expression(text, forms, dialect))


def _expressions(part: Mapping[str, Any]) -> Iterator[str]:
    """The expressions of a rule, or of one of its cases."""
    level, places = part.get("severity"), part.get("at", ())
    values = [part.get("check"), part.get("when"), *part.get("let", {}).values()]
    values += (
        [item.get("when") for item in level if isinstance(item, dict)] if isinstance(level, list) else []
    )
    values += places if isinstance(places, list | tuple) else [places]
    yield from (value for value in values if isinstance(value, str))


def _in_expression(text: str, forms: Forms, dialect: Dialect) -> Iterator[tuple[str, str]]:
    try:
        names = names_in(dialect.parse(text))
    except ExpressionError:
        return
    for name in sorted(names):
        if written_before(name, forms):
            yield name, f'only_in("{name.removeprefix("only_")}")'
        elif name in _NEW:
            yield name, _NEW[name]
