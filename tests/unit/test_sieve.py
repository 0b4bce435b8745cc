"""Cells that `when` rules out by their content are passed over at once; what is said of the others is the same."""

import pytest

from gdlint import api
from gdlint.engine.checks import Check, Once, Ready
from gdlint.engine.definition import define
from gdlint.engine.preparing import prepare
from gdlint.engine.run import run
from support.rules import rule, text_of

REPORT = api.parse(
    text_of(
        disclosure={"penalties": {"decisions": "3件"}, "fees": {"amount": "20元"}},
        applications={"new": {"business": "3件", "legal": ""}},
    )
)


def without_sieve(ready: Ready) -> Ready:
    """The same rule, which looks at each cell by itself."""

    def looking(check: Check) -> Check:
        body = check.body.made._replace(sieve=None)
        return check._replace(body=Once(lambda: body), by_class=False)

    return ready._replace(checks=tuple(map(looking, ready.checks)))


@pytest.mark.parametrize(
    ("when", "sieved"),
    [
        ("unit != ''", True),
        ("unit != '' and column_text != ''", True),
        ("column_text != '' and (unit == '元' or empty)", True),
        ("row_key == 'new' and column_key == 'business' and unit == '件'", True),
        ("unit == '元' or column_text == '总计'", False),
        ("column_text != ''", False),
    ],
)
def test_what_is_said_of_cells_is_the_same(when: str, sieved: bool) -> None:
    ready = prepare(
        define(rule(each="cell", when=when, let={"v": "number"}, check="v == 3"), api.forms()), api.forms()
    )
    assert (ready.checks[0].body.made.sieve is not None) is sieved
    found, expected = run([ready], REPORT), run([without_sieve(ready)], REPORT)
    assert (found.true, found.false, found.unknown) == (expected.true, expected.false, expected.unknown)
    assert [finding.spots for finding in found.findings] == [finding.spots for finding in expected.findings]


def test_the_label_of_a_column_is_not_that_of_a_cell_with_the_same_content_elsewhere() -> None:
    ready = prepare(define(rule(each="cell", check="column_text != '总计'"), api.forms()), api.forms())
    found, expected = run([ready], REPORT), run([without_sieve(ready)], REPORT)
    assert found.false == expected.false > 0
