"""A third form is a folder: `tests/forms/2027`, invented, derives from 2021 with other columns in table two and a seventh group of
results. With it everything that the forms of gdlint serve for serves it as well; nothing else knows of it."""

from pathlib import Path
from shutil import copytree
from typing import Any, Final

import pytest

import gdlint
from gdlint.config.chosen import Choice
from gdlint.examples.sample import sample_text
from gdlint.model.result import FileResult
from gdlint.session import Session
from support.calls import Caller
from support.packs import FACE
from support.samples import SAMPLES

FOLDER: Final = Path(__file__).parent / "forms" / "2027"
SEVENTH: Final = ("transferred.archives", "transferred.merged")


@pytest.fixture(scope="module")
def session() -> Session:
    """A session in which the third form is there."""
    return Session(Choice(plugins=(str(FOLDER),)))


def text_of(session: Session, **changes: Any) -> str:
    """What an example changes in, its text on the third form out."""
    return sample_text({"template": "2027", **changes}, session.catalogue.forms)


def checked(session: Session, **changes: Any) -> FileResult:
    """What an example on the third form changes in, the checked report out."""
    return session.check(session.read(text_of(session, **changes)))


def codes(result: FileResult) -> set[str]:
    """A checked report in, the codes of its findings out."""
    return {finding.code for finding in result.findings}


def test_it_is_a_form_behind_the_two_of_gdlint(session: Session) -> None:
    assert [edition.name for edition in session.catalogue.forms.editions] == ["2019", "2021", "2027"]
    assert not session.plugins.failures


@pytest.mark.parametrize("shape", ["pipe", "tsv"])
@pytest.mark.parametrize(("form", "template"), [("2019", 2019), ("2021", 2021), ("2027", "2027")])
def test_each_form_is_told_by_its_tables(session: Session, form: str, template: Any, shape: str) -> None:
    result = checked(session, template=form, shape=shape)
    assert (result.report.facts.template, result.findings) == (template, ())


@pytest.mark.parametrize("table", ["disclosure", "applications"])
def test_it_is_told_by_either_table_alone(session: Session, table: str) -> None:
    assert checked(session, no_table=[table]).report.facts.template == "2027"


@pytest.mark.parametrize("table", ["disclosure", "applications"])
@pytest.mark.parametrize("form", [2019, 2021])
def test_a_table_of_another_form_is_not_taken_for_one_of_it(session: Session, form: int, table: str) -> None:
    assert checked(session, template=form, no_table=[table]).report.facts.template == form


def test_every_cell_is_bound(session: Session) -> None:
    tables = checked(session).report.tables
    assert {key: len(table.figures) for key, table in tables.items()} == {
        "disclosure": 15, "applications": 27 * 7, "litigation": 15,
    }  # fmt: skip
    assert all(not table.loose for table in tables.values())


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("其中予以公开2件，移送档案馆3件。", set()),
        ("移送其他机关3件。", set()),
        ("移送档案馆办理4件。", {"GD505"}),
        ("移送其他机关2件。", {"GD505"}),
    ],
)
def test_text_is_read_by_its_own_words(session: Session, said: str, found: set[str]) -> None:
    counts = {"new": 5, "granted": 2, "transferred.archives": 3, "total": 5}
    result = checked(
        session,
        text={"overall": f"收到政府信息公开申请5件，{said}"},
        applications={row: {"business": number, "total": number} for row, number in counts.items()},
    )
    assert codes(result) - {"GD112", "GD113"} == found


def test_its_own_rows_and_columns_are_bound_by_their_labels(session: Session) -> None:
    changes = {
        "applications": {"transferred.merged": {"research": 4}},
        "disclosure": {"regulations": {"reviewed": 7}},
    }
    tables = checked(session, **changes).report.tables
    assert tables["applications"].rows["transferred.merged"]["research"].value == 4
    assert tables["disclosure"].rows["regulations"]["reviewed"].value == 7


@pytest.mark.parametrize("key", SEVENTH)
def test_the_seventh_group_counts_in_the_total(session: Session, key: str) -> None:
    one = {"business": 1, "total": 1}
    assert "GD402" in codes(checked(session, applications={"new": one, key: one}))
    assert not codes(checked(session, applications={"new": one, key: one, "total": one}))


def test_a_seventh_group_that_is_not_there_makes_the_total_unknown(session: Session) -> None:
    one = {"business": 1, "total": 1}
    found = codes(
        checked(
            session, applications={"new": one, "total": one}, drop={"applications": ["transferred.merged"]}
        )
    )
    assert "GD402" not in found
    assert "GD302" in found


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"year": 2024}, "GD201"),
        ({"template": 2021, "year": 2027}, "GD201"),
        ({"template": 2019, "year": 2028}, "GD201"),
        ({"labels": {"disclosure": {"reviewed": "对外公开总数量"}}}, "GD202"),
        ({"drop": {"applications": ["transferred.archives"]}}, "GD302"),
        ({"drop_columns": {"disclosure": ["reviewed"]}}, "GD303"),
        ({"labels": {"applications": {"transferred.archives": "1.移送档案馆承办"}}}, "GD305"),
        ({"labels": {"disclosure": {"reviewed": "本年评估数"}}}, "GD305"),
        ({"disclosure": {"regulations": {"reviewed": "七件"}}}, "GD311"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_rules_speak_of_it_as_of_any_form(session: Session, changes: dict[str, Any], code: str) -> None:
    assert code in codes(checked(session, **changes))


def test_rules_of_the_form_that_it_names_hold_for_it(session: Session) -> None:
    """`rules_of: [2021]`: GD408 is for that form."""
    assert "GD408" in codes(
        checked(session, disclosure={"regulations": {"issued": 9, "repealed": 0, "in_force": 4}})
    )


def test_a_message_names_it_and_its_document(session: Session) -> None:
    found = checked(session, template=2021, year=2027).findings
    message = next(finding.message for finding in found if finding.code == "GD201")
    assert message["zh"].startswith(
        "2027 年度应使用 2027 年格式（国办公开办函〔2027〕1号），报告用的是 2021 年格式"
    )
    assert "2027 form" in message["en"]


def test_a_call_names_it(call: Caller, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text_of(session), encoding="utf-8")
    called = call("extract", "--plugin", str(FOLDER), "--template", "2027", str(path))
    assert called.data["files"][0]["template"] == "2027"
    called = call("--plugin", str(FOLDER), "--template", "2019", "--format", "json", str(path))
    assert called.data["files"][0]["template"] == 2019
    called = call("--template", "2027", str(path))
    assert (called.status, "auto、2019、2021" in called.err, called.out) == (2, True, "")


def test_output_has_its_name(call: Caller, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text_of(session), encoding="utf-8")
    wanted = ("--plugin", str(FOLDER), str(path))
    assert call("--format", "json", *wanted).data["files"][0]["template"] == "2027"
    (file,) = call("extract", *wanted).data["files"]
    assert file["template"] == "2027"
    assert file["tables"]["applications"]["transferred.archives"]["total"]["value"] == 0
    rows = call("extract", "--format", "csv", *wanted).out.splitlines()
    assert {row.split(",")[2] for row in rows[1:]} == {"2027"}


def test_settings_name_it(
    call: Caller, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".gdlint.yaml").write_text("template: '2027'\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(text_of(session, template=2021), encoding="utf-8")
    called = call("--plugin", str(FOLDER), "--format", "json", "a.txt")
    assert called.data["files"][0]["template"] == "2027"
    assert call("a.txt").status == 2


def named_by_settings(folder: Path, settings: str = "packs: [./mine]\n") -> Path:
    """Write a pack that carries the form, and settings that name its folder; the folder of both."""
    copytree(FOLDER, folder / "mine" / "forms" / "2027")
    (folder / "mine" / "pack.yaml").write_text(FACE, encoding="utf-8")
    (folder / "mine" / "rules.yaml").write_text(RULES, encoding="utf-8")
    (folder / ".gdlint.yaml").write_text(settings, encoding="utf-8")
    return folder


def test_a_pack_that_settings_name_by_its_folder_carries_it(
    call: Caller, session: Session, tmp_path: Path
) -> None:
    path = named_by_settings(tmp_path) / "a.txt"
    path.write_text(text_of(session, applications={"transferred.merged": {"business": 1}}), encoding="utf-8")
    (file,) = call("--format", "json", "--select", "MY", str(path)).data["files"]
    assert (file["template"], [each["code"] for each in file["findings"]]) == ("2027", ["MY001"])


def test_such_a_form_is_there_only_where_these_settings_count(
    call: Caller, session: Session, tmp_path: Path
) -> None:
    inside, outside = named_by_settings(tmp_path / "with") / "a.txt", tmp_path / "a.txt"
    for path in (inside, outside):
        path.write_text(text_of(session), encoding="utf-8")
    files = call("--format", "json", str(inside), str(outside)).data["files"]
    assert [file["template"] for file in files] == ["2027", 2021]
    called = call("--template", "2027", "--config", str(tmp_path / "with" / ".gdlint.yaml"), str(outside))
    assert "2027" not in called.err


def test_settings_that_begin_to_name_the_pack_are_seen(session: Session, tmp_path: Path) -> None:
    path = named_by_settings(tmp_path, "ignore: [GD113]\n") / "a.txt"
    path.write_text(text_of(session), encoding="utf-8")
    own = Session(Choice(nearest=True))
    assert own.check(own.read(path), path).report.facts.template == 2021
    (tmp_path / ".gdlint.yaml").write_text("packs: [./mine]\ntemplate: '2027'\n", encoding="utf-8")
    assert own.check(own.read(path), path).report.facts.template == "2027"


@pytest.mark.parametrize("settings", ["packs: [./mine]\n", "packs: [./mine]\ntemplate: '2027'\n"])
def test_a_call_may_name_the_form_of_a_pack_of_its_settings(
    call: Caller, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    monkeypatch.chdir(named_by_settings(tmp_path, settings))
    (tmp_path / "a.txt").write_text(text_of(session, template=2021), encoding="utf-8")
    called = call("--template", "2027", "--format", "json", "a.txt")
    assert called.data["files"][0]["template"] == "2027"
    called = call("--template", "2027", "--isolated", "a.txt")
    assert (called.status, "auto、2019、2021" in called.err) == (2, True)


def test_a_form_that_lies_outside_its_pack_is_not_read(
    call: Caller, session: Session, tmp_path: Path
) -> None:
    folder = named_by_settings(tmp_path / "with")
    (folder / "mine" / "forms" / "2027" / "form.yaml").unlink()
    (folder / "mine" / "forms" / "2027" / "form.yaml").symlink_to(FOLDER / "form.yaml")
    (folder / "a.txt").write_text(text_of(session), encoding="utf-8")
    called = call("--lang", "en", str(folder / "a.txt"))
    assert (called.status, "leads out of the pack" in called.err) == (2, True)


RULES: Final = """\
- code: MY001
  name: nothing-merged
  title: {zh: 规则, en: rule}
  basis: 无
  severity: warning
  applies: {forms: [2027]}
  each: column in applications
  check: 「2.移送机构改革后承接机关办理」 == 0 and sum(transferred) == transferred.archives
  at: transferred.merged
  examples:
    good: {template: 2027}
    silent: {template: 2021}
    bad: {template: 2027, applications: {transferred.merged: {business: 1}}}
- code: MY002
  name: of-that-form
  title: {zh: 规则, en: rule}
  basis: 无
  severity: info
  each: report
  when: form in ["2027"]
  check: year > 2027
  at: only_in("2027")
  examples:
    good: {template: 2027}
    silent: {year: 2027}
    bad: {template: 2027, year: 2027}
"""


def test_a_pack_names_it(call: Caller, session: Session, tmp_path: Path) -> None:
    pack, path = tmp_path / "mine", tmp_path / "a.txt"
    pack.mkdir()
    (pack / "pack.yaml").write_text(FACE, encoding="utf-8")
    (pack / "rules.yaml").write_text(RULES, encoding="utf-8")
    path.write_text(
        text_of(session, year=2027, applications={"transferred.merged": {"business": 1}}), encoding="utf-8"
    )
    tested = call("pack", "test", "--plugin", str(FOLDER), str(pack))
    assert tested.status == 0, tested
    called = call(
        "--plugin", str(FOLDER), "--pack", str(pack), "--select", "MY", "--format", "json", str(path)
    )
    assert [finding["code"] for finding in called.data["files"][0]["findings"]] == ["MY002", "MY001"]
    without = call("--pack", str(pack), str(path))
    assert without.status == 2
    assert "2027" in without.err


def test_a_pack_carries_it(call: Caller, session: Session, tmp_path: Path) -> None:
    pack, path = tmp_path / "mine", tmp_path / "a.txt"
    copytree(FOLDER, pack / "forms" / "2027")
    (pack / "pack.yaml").write_text(FACE, encoding="utf-8")
    (pack / "rules.yaml").write_text(RULES, encoding="utf-8")
    path.write_text(text_of(session, applications={"transferred.merged": {"business": 1}}), encoding="utf-8")
    tested = call("pack", "test", str(pack))
    assert tested.status == 0, tested
    for template in ((), ("--template", "2027")):
        (file,) = call("--pack", str(pack), *template, "--format", "json", str(path)).data["files"]
        assert file["template"] == "2027"
        assert "MY001" in [finding["code"] for finding in file["findings"]]
    assert gdlint.lint(path, packs=[str(pack)]).report.facts.template == "2027"


@pytest.mark.skipif(not (SAMPLES / "cases").is_dir(), reason="needs the samples")
def test_reports_on_other_forms_are_read_and_checked_as_without_it(session: Session) -> None:
    plain = Session()
    paths = [path for folder in ("cases", "seeds") for path in sorted((SAMPLES / folder).rglob("*.txt"))]
    assert paths
    for path in paths:
        before, after = plain.check(plain.read(path)), session.check(session.read(path))
        assert (before.report.facts, before.findings) == (after.report.facts, after.findings), path.name


def test_nothing_but_its_folder_and_these_tests_knows_it() -> None:
    root = Path(__file__).parent.parent
    texts = [
        path
        for folder in ("gdlint", "rules", "grammars")
        for path in (root / folder).rglob("*.*")
        if path.suffix in (".py", ".yaml", ".lark")
    ]
    assert [path.name for path in texts if "transferred" in path.read_text(encoding="utf-8")] == []
