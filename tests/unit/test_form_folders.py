"""The folder of a form that a guest adds: what is wrong in it is told with its file and line, and all other forms go on."""

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
GROUPED: Final = TABLE + (
    "instead: {{rows: {{granted: [{{group: {}, label: 移送, rows: [{{key: {}, label: 移送}}]}},"
    " {{key: granted, label: （一）予以公开}}]}}}}\n"
)
ASPECT: Final = "aspects:\n  handed: {{of: [requests], rows: {}, words: {}}}\n"
WRONG: Final = [
    ("form.yaml", "years: [2027, null]\nderives: 2012\n", "2:10", "derives 2012"),
    ("form.yaml", "years: [2027, null]\nderives: new\n", "2:10", "derives itself"),
    ("form.yaml", "derives: 2021\n", "1:1", "years is missing"),
    ("form.yaml", FACE.replace("2027, null", "null, 2027"), "2:8", "years is not of its kind"),
    ("form.yaml", FACE.replace("2027, null", "2027, 2020"), "2:8", "years is not of its kind"),
    ("form.yaml", FACE + "derive: 2019\n", "3:9", "unknown key derive, did you mean derives?"),
    ("form.yaml", FACE + "told_by: [titles of disclosure]\n", "3:10", "told_by is not of its kind"),
    ("form.yaml", FACE + "label: new\n", "3:8", "label is not of its kind"),
    ("form.yaml", FACE + "template: 2021\n", "3:11", "2021 already"),
    ("form.yaml", "[]\n", "1:1", "/ is not of its kind"),
    ("form.yaml", "a: [\n", "2:1", "did not find"),
    ("disclosure.yaml", "table: disclosure\nrows: []\n", "1:1", "section is missing"),
    ("disclosure.yaml", "- 5\n", "1:1", "/ is not of its kind"),
    ("applications.yaml", TABLE + "instead: {rows: {totl: []}}\n", "2:24", "no rows totl in applications"),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: [{key: a}]}}\n",
        "2:26",
        "instead.rows.total[0].label is missing",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: 5}}\n",
        "2:25",
        "instead.rows.total is not of its kind",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: [5]}}\n",
        "2:26",
        "instead.rows.total[0] is not of its kind",
    ),
    ("applications.yaml", TABLE + "instead: 5\n", "2:10", "instead is not of its kind"),
    (
        "applications.yaml",
        TABLE + "instead: {}\ngroups: {rows: {results: [lost]}}\n",
        "3:27",
        "a sum has lost",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {}\nidentities: [{key: balance}]\n",
        "3:14",
        "identities[0].each is missing",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {}\nidentities: [{key: balance, each: column, left: [new], right: [total]}]\n",
        "3:13",
        "the sum balance differs",
    ),
    (
        "form.yaml",
        FACE + "rules_of: [2020]\n",
        "3:12",
        "there is no 2020 for rules_of to name, did you mean 2021?",
    ),
    (
        "form.yaml",
        FACE + "told_by: [rows of aplications]\n",
        "3:11",
        "there is no aplications for told_by to name, did you mean applications?",
    ),
    (
        "form.yaml",
        FACE + "told_by: [cells of applications]\n",
        "3:10",
        "told_by is not of its kind: a list of `rows of TABLE`",
    ),
    (
        "litigation.yaml",
        LITIGATION.format("{key: mediated, label: 结果纠正, type: count}"),
        "2:31",
        "the label “结果纠正” has two keys in columns: corrected and mediated",
    ),
    (
        "litigation.yaml",
        LITIGATION.format("{key: corrected, label: 调解结案, type: count}"),
        "2:31",
        "the key corrected stands twice in columns",
    ),
    (
        "disclosure.yaml",
        PARTS.format("[issued, repealed, in_forse]"),
        "4:101",
        "there is no in_forse for parts.columns to name, did you mean in_force?",
    ),
    (
        "disclosure.yaml",
        PARTS.format("[issued, repealed]"),
        "4:3",
        "in_force of columns stands in no part",
    ),
    (
        "sections.yaml",
        "sections: [{key: plans, number: 一, title: 计划}, {key: overall, number: 二, title: 总体情况}]\n",
        "1:12",
        "the sections of 2019 keep their order, and the first stays first (see plans)",
    ),
    (
        "sections.yaml",
        "sections: [{key: overall, number: 二, title: 总体情况}]\n",
        "1:35",
        "the number of overall is 一, its place in the form",
    ),
    (
        "sections.yaml",
        "sections: [{key: overall, number: 一, title: 总体情况}, {key: litigation, number: 二, title: 行政复议}, "
        "{key: applications, number: 三, title: 申请}]\n",
        "1:52",
        "the sections of 2019 keep their order, and the first stays first (see litigation)",
    ),
    *(
        (
            "sections.yaml",
            f"sections: [{{key: overall, number: 一, title: 总体情况, outline: {phrases}}}]\n",
            "1:60",
            "sections[0].outline is not of its kind",
        )
        for phrases in ("总体", "[(总体]", "[总)体(]", "['[总体]+']", "[总()体]", f"[{'总' * 51}]")
    ),
    ("sections.yaml", "sections: [{key: plans}]\n", "1:12", "sections[0].number is missing"),
    ("claims.yaml", "[]\n", "1:1", "/ is not of its kind"),
    ("form.yaml", "years: [2027, null]\n", "1:1", "a form that derives none has to state its sections"),
    (
        "aplications.yaml",
        "table: aplications\ninstead: {}\n",
        "1:8",
        "there is no aplications for table to name, did you mean applications?",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: []}}\n",
        "2:17",
        "a sum has total, which is no row, column or group of the table",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {}\ngroups: {rows: {result: [granted]}}\n",
        "3:25",
        "there is no result for groups.rows to name, did you mean results?",
    ),
    (
        "applications.yaml",
        GROUPED.format("moved", "archives"),
        "2:61",
        "archives stands in the group moved: call it moved.…",
    ),
    (
        "applications.yaml",
        GROUPED.format("denied", "denied.moved"),
        "2:28",
        "the key denied stands twice in rows",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {granted: [{key: in-part, label: 公开}]}}\n",
        "2:34",
        "instead.rows.granted[0].key is not of its kind: a word of small letters",
    ),
    (
        "litigation.yaml",
        LITIGATION.format("{key: mediated, label: 调解结案, type: count}"),
        "2:31",
        "no sum has mediated: name it in a group (outcomes), or in one of its own",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {rows: {total: [{key: a, label: 甲}, {key: total, label: （七）总计}]}}\n",
        "2:26",
        "no sum has a: name it in a group (results, other_results), or in one of its own",
    ),
    (
        "applications.yaml",
        TABLE + "instead: {}\ngroups: {rows: {results: [granted, total]}}\n",
        "3:26",
        "the sum result-total has total on both sides",
    ),
    (
        "form.yaml",
        FACE + "hints: {overal: [写]}\n",
        "3:17",
        "there is no overal for hints to name, did you mean overall?",
    ),
    ("form.yaml", FACE + "sample: {plans: [写]}\n", "3:17", "there is no plans for sample to name"),
    (
        "sections.yaml",
        "sections: [{key: overall, number: 一, title: 总体情况}, {key: overall, number: 二, title: 其他}]\n",
        "1:52",
        "the key overall stands twice in sections",
    ),
    (
        "sections.yaml",
        "sections: [{key: overall, number: 一, title: 总体情况}, {key: plans, number: 二, title: 总体情况}]\n",
        "1:83",
        "the label “总体情况” has two keys in sections: overall and plans",
    ),
    ("form.yaml", FACE, "1:1", "nothing tells the forms 2021 and new apart"),
]


def told(folder: Path) -> tuple[str, ...]:
    """A folder of a form in, what is said of it out; the forms of gdlint must be there all the same."""
    session = Session(Choice(plugins=(str(folder),)))
    assert [edition.name for edition in session.catalogue.forms.editions] == ["2019", "2021"]
    return tuple(failure.cause for failure in session.plugins.failures)


@pytest.mark.parametrize(("file", "content", "place", "said"), WRONG, ids=[said for *_, said in WRONG])
def test_a_wrong_form_is_told_with_its_place_and_left_out(
    tmp_path: Path, file: str, content: str, place: str, said: str
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "form.yaml").write_text(FACE, encoding="utf-8")
    (folder / file).write_text(content, encoding="utf-8")
    (cause,) = told(folder)
    assert cause.startswith(f"{folder / file}:{place}: ")
    assert said in cause
    assert "\n" not in cause


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("aspects: {}\nspoken: {}\n", "unknown key spoken"),
        (ASPECT.format("[transferred]", "[(手交|]"), "手交"),
        (ASPECT.format("[transfered]", "[移交]"), "did you mean transferred"),
    ],
)
def test_wrong_words_of_a_form_are_told_with_their_line(tmp_path: Path, words: str, said: str) -> None:
    folder = tmp_path / "new"
    shutil.copytree(GOOD, folder)
    (folder / "claims.yaml").write_text(words, encoding="utf-8")
    (cause,) = told(folder)
    assert cause.startswith(f"{folder / 'claims.yaml'}:2: ")
    assert said in cause


def test_the_name_of_a_form_is_taken_once(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "2021")
    (cause,) = told(tmp_path / "2021")
    assert "there is a form 2021 already" in cause


def test_a_file_that_is_never_read_is_told(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "2027")
    (tmp_path / "2027" / "disclosure.yaml").rename(tmp_path / "2027" / "disclosure.yml")
    (cause,) = told(tmp_path / "2027")
    assert cause == f"{tmp_path}/2027/disclosure.yml: is never read: call it disclosure.yaml"


def test_a_change_to_a_form_that_is_not_named_is_told(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "2027")
    (tmp_path / "2027" / "form.yaml").write_text("years: [2027, null]\n", encoding="utf-8")
    (cause,) = told(tmp_path / "2027")
    assert "`instead` changes a table of another form" in cause


def test_a_group_may_name_its_rows_itself(tmp_path: Path) -> None:
    folder = tmp_path / "2027"
    shutil.copytree(GOOD, folder)
    text = GROUPED.format("moved", "archives") + "groups: {rows: {moved: [archives]}}\n"
    (folder / "applications.yaml").write_text(text, encoding="utf-8")
    (folder / "claims.yaml").unlink()
    assert not Session(Choice(plugins=(str(folder),))).plugins.failures


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
