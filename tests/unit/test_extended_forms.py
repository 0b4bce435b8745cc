"""Wordings that plugins add to the official forms: what they change, and what is refused."""

from typing import Any

import pytest

from gdlint import api
from gdlint.forms.extend import extended

ADDED = {
    "sections": {"problems": ["存在的不足及改进措施"]},
    "tables": {"applications": {"partial": ["（二）部分予以公开"], "social": ["公益组织"]}},
    "bodies": [{"ending": "管委会", "kind": "other", "suffix": "管委会"}],
}


def wordings(data: Any) -> dict[str, set[str]]:
    """The other wordings of everything in forms that were extended, by key."""
    forms = extended(api.forms(), data)
    tables = forms.tables.values()
    found = [(section.key, section.aliases) for section in forms.sections]
    found += [(row.key, row.aliases) for form in tables for row in form.rows]
    found += [(column.key, column.aliases) for form in tables for column in form.columns]
    return {key: {alias for other, aliases in found if other == key for alias in aliases} for key, _ in found}


def test_wordings_come_to_those_that_are_there() -> None:
    before, after = wordings({}), wordings(ADDED)
    assert {key: after[key] - before[key] for key in before if after[key] != before[key]} == {
        "problems": {"存在的不足及改进措施"},
        "partial": {"（二）部分予以公开"},
        "social": {"公益组织"},
    }
    assert all(before[key] <= after[key] for key in before)


def test_all_else_is_left_as_it_is() -> None:
    before, after = api.forms()._asdict(), extended(api.forms(), ADDED)._asdict()
    named = {"sections", "tables", "bodies"}
    assert {key: value for key, value in after.items() if key not in named} == {
        key: value for key, value in before.items() if key not in named
    }
    assert before["portal"]


def test_an_ending_of_names_counts_before_those_that_are_there() -> None:
    added, *rest = extended(api.forms(), ADDED).bodies
    assert (added.ending, added.kind, added.suffix) == ("管委会", "other", "管委会")
    assert tuple(rest) == api.forms().bodies


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "expected a mapping"),
        ({"section": {}}, "unknown key 'section'"),
        ({"sections": []}, "expected a mapping"),
        ({"sections": {"problem": []}}, "unknown key 'problem'"),
        ({"tables": {"fees": {}}}, "unknown key 'fees'"),
        ({"tables": {"applications": []}}, "expected a mapping"),
        ({"tables": {"applications": {"partly": []}}}, "unknown key 'partly'"),
    ],
    ids=repr,
)
def test_what_the_forms_do_not_have_is_refused(data: Any, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        extended(api.forms(), data)
