"""Wordings that plugins add to the official forms: what they change, and what is refused."""

from pathlib import Path
from typing import Any

import pytest

from gdlint import api
from gdlint.config.chosen import Choice
from gdlint.forms.extend import extended
from gdlint.session import Session

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
    ("content", "place", "said"),
    [
        ("[]\n", "1:1", "/ is not of its kind: a mapping"),
        ("sections: {}\nsection: {}\n", "2:10", "unknown key section, did you mean sections?"),
        ("sections: []\n", "1:11", "sections is not of its kind: a mapping"),
        ("sections:\n  problem: []\n", "2:12", "unknown key problem, did you mean problems?"),
        ("tables: {fees: {}}\n", "1:16", "unknown key fees"),
        ("tables: {applications: []}\n", "1:24", "applications is not of its kind: a mapping"),
        (
            "tables:\n  applications:\n    partly: []\n",
            "3:13",
            "unknown key partly, did you mean partial?",
        ),
        ("bodies: [{ending: 管委会}]\n", "1:10", "the key suffix is missing"),
        ("bodies: [{end: 管委会}]\n", "1:16", "unknown key end, did you mean ending?"),
        ("sections: {\n", "2:1", "did not find"),
        ("sections: {problems: 问题}\n", "1:22", "problems is not of its kind: a list of texts"),
        ("tables: {applications: {partial: 部分}}\n", "1:34", "partial is not of its kind: a list of texts"),
        (
            "bodies: [{ending: 站, kind: twon, suffix: 站}]\n",
            "1:28",
            "kind is not of its kind: town, street, department",
        ),
        ("bodies: [{ending: 5, suffix: 站}]\n", "1:19", "ending is not of its kind: a text"),
    ],
)
def test_what_the_forms_do_not_have_is_told_with_its_place(
    tmp_path: Path, content: str, place: str, said: str
) -> None:
    file = tmp_path / "more.yaml"
    file.write_text(content, encoding="utf-8")
    plugin = tmp_path / "wordings.py"
    plugin.write_text(
        "from gdlint.plugins import hookimpl\nGDLINT_API = 2\n"
        f"@hookimpl\ndef gdlint_forms(): return [{str(file)!r}]\n",
        encoding="utf-8",
    )
    session = Session(Choice(plugins=(str(plugin),)))
    assert session.catalogue.forms == api.forms()
    (failure,) = session.plugins.failures
    assert failure.cause.startswith(f"{file}:{place}: {said}")
