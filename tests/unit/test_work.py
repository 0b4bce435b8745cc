"""What the rules of packs do is counted, and a report has so many steps for all of them."""

import itertools
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from gdlint import api
from gdlint.engine.checks import Ready
from gdlint.engine.definition import define
from gdlint.engine.preparing import prepare
from gdlint.engine.run import run
from gdlint.expressions.functions import FUNCTIONS
from gdlint.expressions.text_functions import OF_LIST
from gdlint.model import logic
from gdlint.model.finding import NotRun
from gdlint.model.logic import DIGITS, UNKNOWN
from gdlint.scopes.case_types import Case, Lets
from gdlint.scopes.context import STEPS, Context, TooMuchWorkError, Work
from support.reports import RIGHT
from support.rules import rule, shown, text_of, truth

DISTANCE: Final = {f"a{n}": "distance(prose(overall, problems), prose(problems, overall))" for n in range(50)}


def ready(code: str, *, counted: bool = True, **changes: Any) -> Ready:
    """A rule, counted as those of packs are."""
    definition = define(rule(code=code, name=code.lower(), **changes), api.forms())
    return prepare(definition, api.forms(), counted=counted)


def test_a_rule_of_a_pack_that_takes_too_many_steps_is_stopped_and_so_are_those_behind_it() -> None:
    rules = [
        ready("XX001", each="cell", check="false"),
        ready("XX002", each="cell", let=DISTANCE, check="false"),
        ready("XX003", each="report", check="false"),
        ready("XX004", counted=False, each="report", check="false"),
    ]
    outcome = run(rules, api.parse(RIGHT))
    assert outcome.not_run == (NotRun("XX002", "work"), NotRun("XX003", "work"))
    assert {finding.code for finding in outcome.findings} == {"XX001", "XX004"}
    assert outcome.false == len(outcome.findings)
    assert (outcome.true, outcome.unknown) == (0, 0)


def test_a_value_of_let_is_worked_out_once_and_when_it_is_asked_for() -> None:
    asked: list[str] = []

    def value(case: Case) -> int:
        asked.append("asked")
        return 3

    lets = Lets(Case(Context(api.parse(RIGHT)), None), {"a": value, "b": value})
    assert asked == []
    assert (lets["a"], lets["a"], len(asked)) == (3, 3, 1)
    assert (lets.all(), len(asked)) == ({"a": 3, "b": 3}, 2)


def test_a_rule_of_gdlint_is_not_counted() -> None:
    near = " and ".join(f"{name} >= 0" for name in list(DISTANCE)[:30])
    rule = ready("XX001", counted=False, each="row in litigation", let=DISTANCE, check=near)
    outcome = run([rule], api.parse(RIGHT))
    assert (outcome.true, outcome.not_run) == (3, ())


@pytest.mark.parametrize(
    "changes",
    [
        {
            "each": "cell",
            "let": {f"a{n}": "counted(prose(text), '[^。]{0,150}申请')" for n in range(30)},
            "check": " and ".join(f"a{n} > 0" for n in range(30)),
        },
        {
            "find": "[^。]{0,150}申请|[^。]{0,50}公开",
            "in": ["source"],
            "each": None,
        },
    ],
    ids=["searches", "find"],
)
def test_searches_are_counted_by_the_text_and_the_size_of_the_pattern(changes: dict[str, Any]) -> None:
    long = text_of(text={"overall": "公开政府信息，受理申请。" * 9000})
    outcome = run([ready("XX001", **changes)] * 20, api.parse(long))
    assert NotRun("XX001", "work") in outcome.not_run


def test_a_message_that_takes_too_many_steps_is_the_name_of_its_rule() -> None:
    field = "{counted(prose(text), '[^。]{0,150}申请')}"
    found = run(
        [ready("XX001", each="report", check="false", message={"zh": field * 45, "en": "a"})],
        api.parse(text_of(text={"overall": "公开政府信息，受理申请。" * 5000})),
    ).findings
    assert [found[0].message["zh"], found[0].message["en"]] == ["xx001", "a"]


def test_steps_are_spent_until_there_are_none() -> None:
    work = Work(STEPS)
    work.spend(STEPS)
    with pytest.raises(TooMuchWorkError):
        work.spend(1)


LARGE: Final = f"1{'0' * (DIGITS - 1)}"


@pytest.mark.parametrize(
    "expression",
    [f"{LARGE} * 10", f"{LARGE} * 9 + {LARGE}", f"0 - {LARGE} * 9 - {LARGE}", f"{LARGE} / 0.01",
     f"1 / {LARGE} / {LARGE} / {LARGE}"],
)  # fmt: skip
def test_a_number_of_more_digits_than_any_figure_has_is_unknown(expression: str) -> None:
    assert truth(f"known({expression})", RIGHT) is False
    assert shown(expression, RIGHT) == "？"


def test_numbers_up_to_that_are_exact() -> None:
    assert shown(f"{LARGE} * 9 + 1", RIGHT) == f"9{'0' * (DIGITS - 2)}1"
    assert truth("1 / 3 * 3 > 0.99", RIGHT) is True


def test_a_value_in_a_message_is_cut() -> None:
    long = text_of(text={"overall": "公开" * 5000})
    said = shown("prose(overall)", long)
    assert (len(said), said[-1]) == (501, "…")


NUMBERS: Final = (0, 1, -1, 10**39, -(10**39), Decimal("0.5"), Decimal("-1.5"), Decimal("1E+39"), Decimal("1E-79"),
                  Decimal("1." + "3" * 60), Decimal("-0"))  # fmt: skip
HOSTILE: Final[dict[str, tuple[Any, ...]]] = {
    "number": NUMBERS,
    "text": (
        "",
        "a" * 5000,
        "\ud800",
        "\0",
        "9" * 5000,
        "９" * 30,
        "٣",
        "-",
        "亿" * 50,
        "一二",
        "1.5.5",
        "²",
        "①",
    ),
    "date": (date(1, 1, 1), date(9999, 12, 31)),
    "list": ((), (1,) * 1000, ("a",), (UNKNOWN,), (Decimal(1), 1)),
    "list of truth": ((), (True,), (UNKNOWN,), (True, False)),
    "list of text": ((), ("a",), ("a", "b"), (UNKNOWN,)),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_has_a_value_or_none_for_whatever_it_is_given(name: str) -> None:
    function = FUNCTIONS[name]
    kinds = {"number": int | Decimal, "text": str, "truth": bool, "date": date, "list of text": tuple}
    for arguments in itertools.product(*(HOSTILE[kind] for kind in function.arguments)):
        value = function.call(*arguments)
        assert value is UNKNOWN or isinstance(value, kinds[function.result])


@pytest.mark.parametrize("name", OF_LIST)
def test_every_function_of_lists_has_a_value_or_none(name: str) -> None:
    for items in HOSTILE["list"]:
        assert OF_LIST[name][0](items) in (UNKNOWN, 1, "a")


@pytest.mark.parametrize("operation", [logic.add, logic.subtract, logic.multiply, logic.divide])
def test_every_operation_has_a_value_or_none(operation: Any) -> None:
    for one, other in itertools.product(NUMBERS, repeat=2):
        value = operation(one, other)
        assert value is UNKNOWN or abs(value) < 10**DIGITS
