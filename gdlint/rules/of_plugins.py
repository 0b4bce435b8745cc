"""What plugins add to rules: functions, wordings of the forms, rules in Python. What cannot be used is a failure of theirs."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from gdlint.config.select import Selectable
from gdlint.config.taken import Taken, claim
from gdlint.data import builtin
from gdlint.data.builtin import Documents
from gdlint.engine.checks import Once
from gdlint.expressions.calls import CALLS
from gdlint.expressions.functions import FUNCTIONS, LanguageFunction
from gdlint.forms.form_error import FormError
from gdlint.forms.official import forms_from
from gdlint.model.form import Forms
from gdlint.model.logic import UNKNOWN
from gdlint.plugins.discovery import Offered
from gdlint.plugins.manager import Plugins
from gdlint.plugins.types import Function, PythonRule
from gdlint.rules.offers import OWN_PREFIX, Offer, Owner, official_forms
from gdlint.words.fault import FaultError, fault

_TYPES: Mapping[str, tuple[type, ...]] = {
    "text": (str,), "number": (int, float, Decimal), "truth": (bool,), "date": (date,), "list": (tuple, list),
}  # fmt: skip


def added_functions(plugins: Plugins) -> Mapping[str, LanguageFunction]:
    """The functions that plugins add to the rule language."""
    added: dict[str, LanguageFunction] = {}
    for name, (function, plugin) in plugins.functions.items():
        if name in FUNCTIONS or name in CALLS:
            plugins.fail(plugin, f"function {name}", fault("same-function", {}))
            continue
        checked = partial(_result, function)
        call = plugins.guarded(plugin, f"function {name}", checked, UNKNOWN)
        added[name] = LanguageFunction(function.arguments, function.result, call, function.doc)
    return added


def _result(function: Function, *arguments: Any) -> Any:
    """What a function returns; a list as one that does not change.

    Raises `TypeError` for what is of another type than it says.
    """
    found = function.call(*arguments)
    kind = function.result.partition(" ")[0]
    wrong = not isinstance(found, _TYPES[kind]) or (kind == "number" and isinstance(found, bool))
    if found is not UNKNOWN and wrong:
        raise TypeError(f"returned {type(found).__name__}, not a {function.result}")
    return tuple(found) if isinstance(found, list) else found


GuestForm = tuple[Path, Offered]
"""the folder of a form, or a file of more wordings, and whose it is"""


def extended_forms(plugins: Plugins, forms: Sequence[GuestForm] = ()) -> Forms:
    """The official forms, those that plugins add and some more, and then the wordings that plugins add to any of them."""
    found, guests = official_forms(), (*plugins.forms, *forms)
    documents = builtin.documents("forms") if guests else []
    for path, plugin in guests:
        if path.is_dir():
            more, found = plugins.guarded(plugin, f"form {path.name}", _with_form, ((), found))(
                documents, path
            )
            documents = [*documents, *more]
    for path, plugin in guests:
        if not path.is_dir():
            found = plugins.guarded(plugin, f"forms {path.name}", _extended, found)(found, path)
    return found


def _with_form(documents: Documents, folder: Path) -> tuple[Documents, Forms]:
    """The files of one more form, and all forms with it."""
    from gdlint.forms.folder import documents_in, in_its_file
    from gdlint.packs.claim_words import check_file

    more = documents_in(folder, documents)
    try:
        found = forms_from([*documents, *more])
    except FaultError as error:
        raise in_its_file(error, folder, more) from None
    for path in (path for path, _ in more if path.name == builtin.CLAIMS):
        check_file(path, found)
    return more, found


def _extended(found: Forms, path: Path) -> Forms:
    from gdlint.data import yamlfile
    from gdlint.forms.extend import extended
    from gdlint.forms.folder import located

    data = yamlfile.load(path)
    try:
        return extended(found, data)
    except FormError as error:
        raise located(path, error.keys, error.words) from None


def python_offers(plugins: Plugins, forms: Forms, taken: Taken) -> tuple[Offer, ...]:
    """The rules in Python that plugins hand in; their names are added to those that are taken."""
    offers = (_python_offer(plugins, rule, plugin, forms, taken) for rule, plugin in plugins.rules)
    return tuple(offer for offer in offers if offer)


def _python_offer(
    plugins: Plugins, rule: PythonRule, plugin: Offered, forms: Forms, taken: Taken
) -> Offer | None:
    from gdlint.engine.python_rules import definition_of, judgements, ready_of
    from gdlint.engine.shape import RuleError

    try:
        definition = definition_of(rule, forms)
        if rule.code.startswith(OWN_PREFIX):
            raise RuleError("own-codes", ("code",), prefix=OWN_PREFIX)
    except (ValueError, TypeError) as error:
        plugins.fail(plugin, f"rule {rule.code}", error.words if isinstance(error, RuleError) else error)
        return None
    face = Selectable(rule.code, rule.name, plugin.name, rule.default)
    if clash := claim(taken, face, plugin.name):
        plugins.fail(plugin, f"rule {rule.code}", fault("same-name", clash._asdict()))
        return None
    judge = plugins.guarded(plugin, f"rule {rule.code}", lambda report: judgements(rule.check(report)), [])
    owner = Owner("plugin", plugin.distribution or plugin.module, plugin.version)
    return Offer(face, definition, Once(lambda: ready_of(definition, judge)), owner)
