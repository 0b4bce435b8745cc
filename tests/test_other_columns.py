"""A form with other columns in sections three and four: `tests/forms/2029`, invented, has one more in each and is a folder only."""

from pathlib import Path
from typing import Any, Final

import pytest

from gdlint.config.chosen import Choice, Options
from gdlint.examples.sample import sample_text
from gdlint.model.result import FileResult
from gdlint.session import Session

FOLDER: Final = Path(__file__).parent / "forms" / "2029"
SHAPES: Final = ("pipe", "tsv")


@pytest.fixture(scope="module")
def session() -> Session:
    """A session in which the form is there."""
    return Session(Choice(plugins=(str(FOLDER),)))


def checked(session: Session, **changes: Any) -> FileResult:
    """What an example on the form changes in, the checked report out."""
    text = sample_text({"template": "2029", **changes}, session.catalogue.forms)
    return session.check(session.read(text))


def codes(result: FileResult) -> set[str]:
    """A checked report in, the codes of its findings out."""
    return {finding.code for finding in result.findings}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("form", "template"), [("2019", 2019), ("2021", 2021), ("2029", "2029")])
def test_each_form_is_told_by_its_tables(session: Session, form: str, template: Any, shape: str) -> None:
    result = checked(session, template=form, shape=shape)
    assert (result.report.facts.template, result.findings) == (template, ())


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("form", "numbers"), [("2021", (25 * 7, 15)), ("2029", (25 * 8, 18))])
def test_each_form_has_its_own_cells(
    session: Session, form: str, numbers: tuple[int, int], shape: str
) -> None:
    tables = checked(session, template=form, shape=shape).report.tables
    assert tuple(len(tables[key].figures) for key in ("applications", "litigation")) == numbers
    assert not any(table.loose for table in tables.values())


@pytest.mark.parametrize("shape", SHAPES)
def test_every_column_has_its_value(session: Session, shape: str) -> None:
    applicants = ("natural_person", "business", "research", "social", "legal", "other", "foreign", "total")
    outcomes = ("upheld", "corrected", "other", "mediated", "pending", "total")
    new, suit = ({key: n for n, key in enumerate(keys, 1)} for keys in (applicants, outcomes))
    result = checked(
        session, shape=shape, applications={"new": new}, litigation={"direct_suit": suit}
    ).report.tables
    for table, row, wanted in (("applications", "new", new), ("litigation", "direct_suit", suit)):
        assert {key: figure.value for key, figure in result[table].rows[row].items()} == wanted


@pytest.mark.parametrize("table", ["applications", "litigation"])
def test_it_is_told_by_either_table_alone(session: Session, table: str) -> None:
    other = "litigation" if table == "applications" else "applications"
    assert checked(session, no_table=["disclosure", other]).report.facts.template == "2029"


@pytest.mark.parametrize(
    ("key", "of", "code"), [("foreign", "new", "GD403"), ("mediated", "direct_suit", "GD404")]
)
def test_the_column_counts_in_the_sum_of_its_row(session: Session, key: str, of: str, code: str) -> None:
    table = "applications" if key == "foreign" else "litigation"
    assert code in codes(checked(session, **{table: {of: {key: 1}}}))
    assert code not in codes(checked(session, **{table: {of: {key: 1, "total": 1}}}))


def test_a_column_that_is_not_there_is_missing_where_the_form_is_named(session: Session) -> None:
    text = sample_text(
        {"template": "2029", "drop_columns": {"applications": ["foreign"]}}, session.catalogue.forms
    )
    found = session.check(session.read(text), options=Options(template="2029")).findings
    assert [(finding.code, finding.table, finding.columns) for finding in found] == [
        ("GD303", "applications", ("foreign",))
    ]
