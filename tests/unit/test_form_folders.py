"""The folder of a form that a guest adds: what is wrong in it is told with its file, and all other forms go on."""

import shutil
from pathlib import Path
from typing import Final

import pytest

from gdlint.config.chosen import Choice
from gdlint.session import Session

GOOD: Final = Path(__file__).parents[1] / "forms" / "2027"
FACE: Final = "derives: 2021\nyears: [2027, null]\n"
TABLE: Final = "table: applications\n"
LITIGATION: Final = "table: litigation\ninstead: {{columns: {{pending: [{}, {{key: pending, label: 尚未审结, type: count}}]}}}}\n"
PARTS: Final = (
    "table: disclosure\ninstead: {{}}\nparts:\n"
    "  - {{clause: 第二十条第（一）项, rows: [regulations, normative_documents, fees], columns: {}}}\n"
    "  - {{clause: 第二十条第（五）项, rows: [licensing, penalties, coercion], columns: [decisions, amount]}}\n"
)
WRONG: Final = [
    ("form.yaml", "years: [2027, null]\nderives: 2012\n", "derives 2012"),
    ("form.yaml", "years: [2027, null]\nderives: new\n", "derives itself"),
    ("form.yaml", "derives: 2021\n", "years is missing"),
    ("form.yaml", FACE.replace("2027, null", "null, 2027"), "years is not of its kind"),
    ("form.yaml", FACE.replace("2027, null", "2027, 2020"), "years is not of its kind"),
    ("form.yaml", FACE + "derive: 2019\n", "unknown key derive, did you mean derives?"),
    ("form.yaml", FACE + "told_by: [titles of disclosure]\n", "told_by is not of its kind"),
    ("form.yaml", FACE + "label: new\n", "label is not of its kind"),
    ("form.yaml", FACE + "template: 2021\n", "2021 already"),
    ("form.yaml", "[]\n", "/ is not of its kind"),
    ("form.yaml", "a: [\n", "form.yaml:"),
    ("disclosure.yaml", "table: disclosure\nrows: []\n", "section is missing"),
    ("disclosure.yaml", "- 5\n", "/ is not of its kind"),
    ("applications.yaml", TABLE + "instead: {rows: {totl: []}}\n", "no rows totl in applications"),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: [{key: a}]}}\n",
        "instead.rows.total[0].label is missing",
    ),
    ("applications.yaml", TABLE + "instead: {rows: {total: 5}}\n", "instead.rows.total is not of its kind"),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: [5]}}\n",
        "instead.rows.total[0] is not of its kind",
    ),
    ("applications.yaml", TABLE + "instead: 5\n", "instead is not of its kind"),
    ("applications.yaml", TABLE + "instead: {}\ngroups: {rows: {results: [lost]}}\n", "a sum has lost"),
    (
        "applications.yaml",
        TABLE + "instead: {}\nidentities: [{key: balance}]\n",
        "identities[0].each is missing",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {}\nidentities: [{key: balance, each: column, left: [new], right: [total]}]\n",
        "the sum balance differs",
    ),
    (
        "form.yaml",
        FACE + "rules_of: [2020]\n",
        "form.yaml: there is no 2020 for rules_of to name, did you mean 2021?",
    ),
    (
        "form.yaml",
        FACE + "told_by: [rows of aplications]\n",
        "form.yaml: there is no aplications for told_by to name, did you mean applications?",
    ),
    (
        "form.yaml",
        FACE + "told_by: [cells of applications]\n",
        "told_by is not of its kind: a list of `rows of TABLE`",
    ),
    (
        "litigation.yaml",
        LITIGATION.format("{key: mediated, label: 结果纠正, type: count}"),
        "litigation.yaml: the label “结果纠正” has two keys in columns: corrected and mediated",
    ),
    (
        "litigation.yaml",
        LITIGATION.format("{key: corrected, label: 调解结案, type: count}"),
        "litigation.yaml: the key corrected stands twice in columns",
    ),
    (
        "disclosure.yaml",
        PARTS.format("[issued, repealed, in_forse]"),
        "disclosure.yaml: there is no in_forse for parts.columns to name, did you mean in_force?",
    ),
    (
        "disclosure.yaml",
        PARTS.format("[issued, repealed]"),
        "disclosure.yaml: in_force of columns stands in no part",
    ),
    (
        "sections.yaml",
        "sections: [{key: plans, number: 一, title: 计划}, {key: overall, number: 二, title: 总体情况}]\n",
        "sections.yaml: a new section (plans) stands behind those of 2019",
    ),
    (
        "sections.yaml",
        "sections: [{key: overall, number: 二, title: 总体情况}]\n",
        "sections.yaml: the number of overall stays 一",
    ),
    ("sections.yaml", "sections: [{key: plans}]\n", "sections[0].number is missing"),
    ("form.yaml", FACE, "nothing tells the forms 2021 and new apart"),
]


def told(folder: Path) -> tuple[str, ...]:
    """A folder of a form in, what is said of it out; the forms of gdlint must be there all the same."""
    session = Session(Choice(plugins=(str(folder),)))
    assert [edition.name for edition in session.catalogue.forms.editions] == ["2019", "2021"]
    return tuple(failure.cause for failure in session.plugins.failures)


@pytest.mark.parametrize(("file", "content", "said"), WRONG, ids=[said for _, _, said in WRONG])
def test_a_wrong_form_is_told_and_left_out(tmp_path: Path, file: str, content: str, said: str) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "form.yaml").write_text(FACE, encoding="utf-8")
    (folder / file).write_text(content, encoding="utf-8")
    (cause,) = told(folder)
    assert said in cause
    assert "\n" not in cause


def test_the_name_of_a_form_is_taken_once(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "2021")
    (cause,) = told(tmp_path / "2021")
    assert "there is a form 2021 already" in cause


def test_a_folder_may_hold_several_forms(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "2027")
    session = Session(Choice(plugins=(str(tmp_path),)))
    assert session.catalogue.forms.edition("2027") is not None


def test_a_form_that_rewords_no_row_keeps_those_of_its_base(tmp_path: Path) -> None:
    session = Session(Choice(plugins=(str(GOOD),)))
    forms = session.catalogue.forms
    table = forms.tables["applications"]
    own, base = ([row.key for row in table.rows if template in row.templates] for template in ("2027", 2021))
    assert own == [*base[:-2], "transferred.archives", "transferred.merged", *base[-2:]]
    assert forms.tables["litigation"].rows[0].templates == {2019, 2021, "2027"}
