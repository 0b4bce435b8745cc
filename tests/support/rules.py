"""Small rules and invented reports, for tests of the language in which rules are written."""

from collections.abc import Sequence
from typing import Any

from gdlint import api
from gdlint.config.settings import NONE, Settings
from gdlint.engine.checks import Ready
from gdlint.engine.definition import define
from gdlint.engine.preparing import prepare
from gdlint.engine.run import run
from gdlint.examples.sample import sample_text
from gdlint.model.finding import Outcome
from gdlint.rules.offers import Offer
from gdlint.rules.ruleset import RuleSet
from gdlint.session import Session


def text_of(**changes: Any) -> str:
    """What an example changes in, its text out: the whole form filled with 0 (see `gdlint.examples.sample`)."""
    return sample_text(changes, api.forms())


def rule(**changes: Any) -> dict[str, Any]:
    """A small right rule as data, with some keys changed; a key that is None is left out."""
    data: dict[str, Any] = {
        "code": "XX001",
        "name": "invented-rule",
        "title": {"zh": "规则", "en": "rule"},
        "basis": "依据",
        "severity": "warning",
        "each": "report",
        "check": "true",
        **changes,
    }
    return {key: value for key, value in data.items() if value is not None}


def rule_set(settings: Settings = NONE, offers: Sequence[Offer] | None = None) -> RuleSet:
    """Settings in (and what is chosen among, if not all rules), the rules that they leave out."""
    return RuleSet(settings, Session().catalogue, offers=offers)


def ready(**changes: Any) -> Ready:
    """A small rule made ready to run."""
    forms = api.forms()
    return prepare(define(rule(**changes), forms), forms)


def outcome(text: str, **changes: Any) -> Outcome:
    """A text and a small rule in, what came of it out."""
    return run([ready(**changes)], api.parse(text))


def truth(check: str, text: str, **changes: Any) -> bool | None:
    """A condition that has one case in the text, its truth out (None: unknown)."""
    found = outcome(text, check=check, **changes)
    assert found.true + found.false + found.unknown == 1, found
    return None if found.unknown else bool(found.true)


def shown(expression: str, text: str, **changes: Any) -> str:
    """An expression in, its value as a message writes it out."""
    message = {"zh": f"{{{expression}}}", "en": f"{{{expression}}}"}
    (finding,) = outcome(text, check="false", message=message, **changes).findings
    return finding.message["zh"]
