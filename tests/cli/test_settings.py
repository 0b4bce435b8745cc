"""Settings files as users write them: which one counts, what it does, and what `gdlint config` says of it."""

from pathlib import Path

import pytest

from support.calls import Called, Caller
from support.reports import NOTED, RIGHT, WRONG
from support.rules import text_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which gdlint is called."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder: Path, **files: str) -> None:
    """Write files: `a__b_txt` is a/b.txt, `settings` is .gdlint.yaml, `a__settings` the one in a."""
    for name, text in files.items():
        *parents, last = name.split("__")
        known = {"settings": ".gdlint.yaml", "pyproject": "pyproject.toml"}
        path = folder.joinpath(*parents, known.get(last, ".".join(last.rsplit("_", 1))))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def codes(called: Called) -> dict[str, list[str]]:
    """A call with JSON in, the codes of the findings by path out."""
    return {file["path"]: [found["code"] for found in file["findings"]] for file in called.data["files"]}


IGNORE = "ignore: [GD404]"


def test_the_settings_of_the_folder_count(call: Caller, folder: Path) -> None:
    put(folder, a_txt=WRONG, settings=IGNORE)
    assert codes(call(".", "--format", "json")) == {"./a.txt": []}


def test_each_file_has_the_settings_nearest_to_it(call: Caller, folder: Path) -> None:
    put(
        folder,
        a_txt=WRONG,
        settings=IGNORE,
        sub__b_txt=WRONG,
        sub__deep__c_txt=WRONG,
        sub__settings="select: [GD4]",
    )
    found = codes(call(".", "--format", "json"))
    assert found == {"./a.txt": [], "./sub/b.txt": ["GD404"], "./sub/deep/c.txt": ["GD404"]}


@pytest.mark.parametrize(
    ("files", "shielded"),
    [
        ({"settings": IGNORE}, False),
        ({"pyproject": '[tool.gdlint]\nignore = ["GD404"]'}, False),
        ({"settings": IGNORE, "sub__settings": "root: true"}, True),
        ({"settings": IGNORE, "sub__pyproject": "[tool.gdlint]\nroot = true"}, True),
        ({"settings": IGNORE, "sub__pyproject": "[project]\nname = 'gdlint'"}, False),
        ({"settings": IGNORE, "sub__pyproject": "# tool.gdlint\n[tool.other]"}, False),
        ({"settings": "root: true", "pyproject": '[tool.gdlint]\nignore = ["GD404"]'}, True),
        ({"settings": IGNORE, "sub___git__x_y": ""}, False),
    ],
)
def test_the_search_goes_upward(call: Caller, folder: Path, files: dict[str, str], shielded: bool) -> None:
    put(folder, sub__a_txt=WRONG, **files)
    assert codes(call("sub/a.txt", "--format", "json")) == {"sub/a.txt": ["GD404"] if shielded else []}


def test_the_search_ends_at_the_root_of_a_repository(call: Caller, folder: Path) -> None:
    put(folder, settings=IGNORE, sub__a_txt=WRONG)
    (folder / "sub" / ".git").mkdir()
    assert codes(call("sub/a.txt", "--format", "json")) == {"sub/a.txt": ["GD404"]}


@pytest.mark.parametrize(("name", "found"), [("sub/x.txt", []), ("x.txt", ["GD404"]), (None, ["GD404"])])
def test_standard_input_has_the_settings_of_the_folder_in_its_name(
    call: Caller, folder: Path, name: str | None, found: list[str]
) -> None:
    put(folder, sub__settings=IGNORE)
    args = ["--stdin-filename", name] if name else []
    assert list(codes(call("-", "--format", "json", *args, stdin=WRONG.encode())).values()) == [found]


def test_a_level_can_be_changed_and_decides_the_status(call: Caller, folder: Path) -> None:
    put(folder, a_txt=WRONG, settings="severity: {litigation-total: info}")
    called = call("a.txt", "--format", "json")
    assert called.status == 0
    assert [found["severity"] for found in called.data["files"][0]["findings"]] == ["info"]


@pytest.mark.parametrize(
    ("path", "runs"),
    [("drafts/a.txt", False), ("drafts/x/a.txt", False), ("a.txt", True), ("x/drafts.txt", True)],
)
def test_rules_are_left_out_on_some_files_whatever_selects_them(
    call: Caller, folder: Path, path: str, runs: bool
) -> None:
    put(folder, settings="per-file-ignores: {drafts: [GD4]}\nselect: [GD404]")
    put(folder, **{path.replace("/", "__").replace(".txt", "_txt"): WRONG})
    assert codes(call(path, "--select", "GD404", "--format", "json")) == {path: ["GD404"] if runs else []}


def test_globs_are_relative_to_the_file_they_stand_in(call: Caller, folder: Path) -> None:
    put(folder, base_yaml="per-file-ignores: {'a/*.txt': [GD404]}", a__x_txt=WRONG, a__a__x_txt=WRONG)
    put(folder, a__settings="extends: ../base.yaml")
    assert codes(call("a", "--format", "json")) == {"a/x.txt": [], "a/a/x.txt": ["GD404"]}


def test_excluded_files_are_left_out_of_folders_and_checked_when_named(call: Caller, folder: Path) -> None:
    put(folder, settings="exclude: ['old/**', '*.bak.txt']", a_txt=RIGHT, b_bak_txt="", old__c_txt=WRONG)
    (folder / "b.bak.txt").write_text(WRONG, encoding="utf-8")
    assert codes(call(".", "--format", "json")) == {"./a.txt": []}
    assert codes(call("old/c.txt", "--format", "json")) == {"old/c.txt": ["GD404"]}


def test_a_folder_of_which_all_is_excluded_has_nothing_to_check(call: Caller, folder: Path) -> None:
    put(folder, settings="exclude: ['*']", a_txt=RIGHT)
    assert call(".").status == 2


@pytest.mark.parametrize(
    ("settings", "args", "status"),
    [
        ("", [], 0),
        ("fail-on: info", [], 1),
        ("fail-on: info", ["--fail-on", "never"], 0),
        ("fail-on: never", ["--fail-on", "info"], 1),
    ],
)
def test_fail_on_is_a_setting_that_a_call_replaces(
    call: Caller, folder: Path, settings: str, args: list[str], status: int
) -> None:
    put(folder, a_txt=NOTED, settings=settings)
    assert call("a.txt", *args).status == status


def test_each_file_fails_at_the_level_of_its_own_settings(call: Caller, folder: Path) -> None:
    put(folder, a_txt=NOTED, sub__b_txt=RIGHT, sub__settings="fail-on: info")
    assert call(".").status == 0
    put(folder, sub__b_txt=NOTED)
    assert call(".").status == 1


@pytest.mark.parametrize("name", ["2019", "'2019'"])
def test_form_and_year_are_settings_that_a_call_replaces(call: Caller, folder: Path, name: str) -> None:
    put(folder, a_txt=text_of(), settings=f"template: {name}\nyear: 2020")
    (file,) = call("a.txt", "--format", "json").data["files"]
    assert (file["template"], file["year"]) == (2019, 2020)
    (file,) = call("a.txt", "--format", "json", "--template", "2021", "--year", "2022").data["files"]
    assert (file["template"], file["year"]) == (2021, 2022)


def test_a_mistake_in_the_settings_of_one_file_stops_the_call_before_anything_is_written(
    call: Caller, folder: Path
) -> None:
    put(folder, a_txt=WRONG, sub__settings="selct: []")
    for name in ("sub__b_docx", "sub__b_txt"):
        put(folder, **{name: WRONG})
        called = call(".", "--format", "json", "--output", "out.json")
        assert (called.status, called.out) == (2, "")
        assert not (folder / "out.json").exists()


def test_config_says_what_is_in_force_and_where_it_was_written(call: Caller, folder: Path) -> None:
    put(
        folder,
        base_yaml="region: 甘肃\nignore: [GD6]",
        settings="extends: base.yaml\nseverity:\n  GD404: info",
    )
    out = call("config", "--lang", "en", "--ignore", "GD101").out.split("\n")
    lines = [" ".join(line.split()) for line in out]
    assert lines[0] == f"settings from {folder}/.gdlint.yaml < {folder}/base.yaml"
    assert 'region "甘肃" base.yaml:1' in lines
    assert 'ignore ["GD6", "GD101"] base.yaml:2' in lines
    assert 'severity GD404 "info" .gdlint.yaml:3' in lines
    assert "on GD404 litigation-total → info by default" in lines
    assert "off GD601 period-range ignore GD6 base.yaml:2" in lines
    assert "off GD101 missing-section ignore GD101 command line" in lines


def test_config_as_json_says_the_same(call: Caller, folder: Path) -> None:
    put(folder, settings="per-file-ignores: {'*.md': [GD404]}\nselect: [GD4]", a_md=RIGHT)
    data = call("config", "a.md", "--format", "json").data
    assert data["files"] == [f"{folder}/.gdlint.yaml"]
    rules = {rule["code"]: rule for rule in data["rules"]}
    assert rules["GD404"] == {
        "code": "GD404", "name": "litigation-total", "group": "arithmetic", "runs": False, "key": "per-file-ignores",
        "selector": None, "origin": ".gdlint.yaml:1", "severity": None,
    }  # fmt: skip
    assert (rules["GD401"]["runs"], rules["GD401"]["key"], rules["GD401"]["origin"]) == (
        True,
        "select",
        ".gdlint.yaml:2",
    )
    assert (rules["GD101"]["runs"], rules["GD101"]["key"]) == (False, "select")
    assert {"key": "select", "value": ["GD4"], "origin": ".gdlint.yaml:2"} in data["settings"]


def test_config_of_a_path_that_is_not_there_is_refused(call: Caller, folder: Path) -> None:
    called = call("config", "none.txt", "--lang", "en")
    assert (called.status, called.said) == (2, ["gdlint: none.txt: no such file or folder"])


def test_config_without_settings_says_so(call: Caller, folder: Path) -> None:
    (folder / ".git").mkdir()
    called = call("config", "--lang", "en")
    assert called.status == 0
    assert called.out.startswith("no settings file")
