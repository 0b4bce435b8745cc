"""The generator itself: consistent figures, whole grids, the same figures in every shape."""

import random
import re
from dataclasses import replace

import pytest

from support.extent import extent

from . import MUTATIONS, SHAPES, Made, Merged, Row, failed, grid, random_report, tables
from .forms import APPLICATIONS, DISCLOSURE, TABLES, TEMPLATES, columns_of, rows_of

SEEDS = range(extent(50, 20))
CELLS = {2019: 22 + 161 + 15, 2021: 10 + 175 + 15}
WIDTHS = {"disclosure": 4, "applications": 10, "litigation": 15}


def made_from(seed: int, template: int | None = None) -> Made:
    """The report of a seed."""
    return random_report(random.Random(seed), template)


def rendered(made: Made, shape: str, seed: int) -> str:
    """The text of a report in a shape."""
    return SHAPES[shape](made, random.Random(seed))


def printed_values(made: Made) -> list[str]:
    """The values of a report in the order in which they are printed."""
    values: list[str] = []
    for table in TABLES:
        for row in grid(made, table):
            values += [str(cell) for at, cell in enumerate(row.cells) if row.is_value(at)]
    return values


def numbers_in(text: str) -> list[str]:
    """The cells of a text that are nothing but a number, in order."""
    cells = re.split(r"[\t\n|]", text)
    return [cell.strip() for cell in cells if re.fullmatch(r"-?\d+(\.\d+)?", cell.strip())]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("seed", SEEDS)
def test_identities_hold(seed: int, template: int) -> None:
    made = made_from(seed, template)
    assert failed(made) == frozenset()
    found = tables(made)
    assert sum(len(row) for table in found.values() for row in table.values()) == CELLS[template]
    for row in ("regulations", "normative_documents"):
        documents = {column: int(value) for column, value in found["disclosure"][row].items()}
        assert _documents_agree(documents)
        if row == "regulations" and made.body_kind not in ("city", "province"):
            assert set(documents.values()) == {0}
    for figures in found["disclosure"].values():
        assert int(figures.get("last_year", 0)) + int(figures.get("change", 0)) >= 0


def _documents_agree(row: dict[str, int]) -> bool:
    if "made" in row:
        return row["open_total"] >= row["opened"] and (row["opened"] > 0 or row["made"] == 0)
    before = row["in_force"] - row["issued"] + row["repealed"]
    return before >= 0 and (row["in_force"] > 0 or row["issued"] == 0)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("table", TABLES)
def test_keys_and_grids(table: str, template: int) -> None:
    made = made_from(1, template)
    assert tuple(tables(made)[table]) == rows_of(table, template)
    assert all(tuple(row) == columns_of(table, key, template) for key, row in tables(made)[table].items())
    rows = grid(made, table)
    assert {len(row.cells) for row in rows} == {WIDTHS[table]}
    assert all(_merged_cells_have_a_beginning(row) for row in rows)


def _merged_cells_have_a_beginning(row: Row) -> bool:
    return row.cells[0] is not Merged.LEFT


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", SEEDS)
def test_shapes_state_the_same_figures(shape: str, seed: int) -> None:
    made = made_from(seed)
    text = rendered(made, shape, seed)
    assert numbers_in(text) == printed_values(made)
    assert text == rendered(made_from(seed), shape, seed)
    assert all(section.heading in text for section in made.sections)
    assert made.body in text
    assert all(paragraph in text for section in made.sections for paragraph in section.paragraphs)


@pytest.mark.parametrize("shape", sorted(set(SHAPES) - {"tsv"}))
@pytest.mark.parametrize("template", TEMPLATES)
def test_labels_are_printed(shape: str, template: int) -> None:
    text = rendered(made_from(7, template), shape, 7).replace("本年新\n", "本年新")
    labels = [row.label for row in APPLICATIONS[template]]
    labels += [label for clause in DISCLOSURE[template] for _, label in clause.rows]
    assert all(label in text for label in labels)


@pytest.mark.parametrize("seed", SEEDS)
def test_mutations_say_what_they_did(seed: int) -> None:
    made, rng = made_from(seed), random.Random(seed)
    for kind, mutate in MUTATIONS.items():
        mutation = mutate(made, rng)
        assert mutation.kind == kind
        assert mutation.expected
        assert mutation.made != made
        if kind != "change_figure":
            assert failed(mutation.made) == frozenset()
        for shape in SHAPES:
            values = printed_values(mutation.made)
            assert numbers_in(rendered(mutation.made, shape, seed)).count("0") >= values.count("0")


@pytest.mark.parametrize("seed", SEEDS)
def test_changed_figures_break_their_row_or_group(seed: int) -> None:
    mutation = MUTATIONS["change_figure"](made_from(seed), random.Random(seed))
    assert mutation.codes <= {"GD401", "GD402", "GD403", "GD404"}
    assert ("GD404" in mutation.codes) != ("GD403" in mutation.codes)


def test_first_row_of_a_group_may_be_dropped() -> None:
    made = replace(made_from(3, 2019), dropped=frozenset({("applications", "denied.state_secret")}))
    row = next(row for row in grid(made, "applications") if row.key == "denied.law_forbidden")
    assert row.cells[1] == "（三）不予公开"
    assert "denied.state_secret" not in tables(made)["applications"]


def test_swapped_labels_move_the_figures() -> None:
    made = made_from(5, 2021)
    first, second = "denied.state_secret", "denied.law_forbidden"
    swapped = replace(made, relabelled={("applications", first): second, ("applications", second): first})
    before, after = tables(made)["applications"], tables(swapped)["applications"]
    assert (after[first], after[second]) == (before[second], before[first])


def test_doubled_tables_are_printed_twice() -> None:
    made = replace(made_from(5, 2021), doubled=frozenset({"litigation"}))
    assert all(rendered(made, shape, 5).count("复议后起诉") == 2 for shape in SHAPES)
