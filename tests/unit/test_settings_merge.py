"""How settings meet: every cell of the tables in docs/configuration.md."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from gdlint import api
from gdlint.config.read_settings import load
from gdlint.config.schema import KEYS
from gdlint.config.settings import called, merge_of
from support.rules import rule_set

PAGE: Final = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


def table(heading: str) -> list[list[str]]:
    """The head of a table in, its rows of cells out."""
    rows = []
    for line in PAGE[PAGE.index(heading) :].splitlines()[2:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def words(cell: str) -> str:
    """A cell without its quotes."""
    return cell.replace("`", "")


MERGES: Final = table("| key | over the file")
CHOICES: Final = table("| in the file |")

VALUES: Final[dict[str, tuple[Any, Any]]] = {
    "select": (["GD4"], ["GD6"]),
    "ignore": (["GD4"], ["GD6"]),
    "locked": (["GD4"], ["GD6"]),
    "exclude": (["a"], ["b"]),
    "packs": (["a"], ["b"]),
    "severity": ({"GD4": "info", "GD6": "info"}, {"GD6": "error", "GD7": "error"}),
    "options": ({"a": {"x": 1, "y": 1}, "b": {"x": 1}}, {"a": {"y": 2, "z": 2}, "c": {"x": 2}}),
    "per-file-ignores": ({"a": ["GD4"], "b": ["GD4"]}, {"b": ["GD6"], "c": ["GD6"]}),
    "schema": (1, 1),
    "root": (False, True),
    "requires": (">=0", ">=0.1"),
    "region": ("甘肃", "湖南"),
    "baseline": ("a.json", "b.json"),
    "template": (2019, 2021),
    "year": (2019, 2022),
    "profile": ("draft", "final"),
    "fail-on": ("info", "never"),
}
MERGED: Final = {
    "severity": {"GD4": "info", "GD6": "error", "GD7": "error"},
    "options": {"a": {"x": 1, "y": 2, "z": 2}, "b": {"x": 1}, "c": {"x": 2}},
    "per-file-ignores": {"a": ["GD4"], "b": ["GD6"], "c": ["GD6"]},
}


def given(folder: Path, key: str, base: Any, over: Any) -> Any:
    """A key and its values in two files (None: not there) in, its value in force out."""
    named = {"base.yaml": base, ".gdlint.yaml": over}
    for name, value in named.items():
        data = {} if value is None else {key: value}
        extends = {"extends": "base.yaml"} if name == ".gdlint.yaml" else {}
        (folder / name).write_text(yaml.safe_dump({**extends, **data}, allow_unicode=True), encoding="utf-8")
    settings = load(folder / ".gdlint.yaml")
    if key in settings.one:
        return settings.one[key].value
    if key in settings.many:
        return [item.value for item in settings.many[key]]
    entries = settings.by_name[key]
    if key == "options":
        return {rule: {name: v.value for name, v in item.value.items()} for rule, item in entries.items()}
    return {name: item.value for name, item in entries.items()}


def test_the_table_names_every_key() -> None:
    assert sorted(words(row[0]) for row in MERGES) == sorted(KEYS)


@pytest.mark.parametrize(
    "row", [row for row in MERGES if words(row[0]) != "extends"], ids=lambda row: words(row[0])
)
def test_a_file_meets_the_file_that_it_extends_as_the_table_says(tmp_path: Path, row: list[str]) -> None:
    key = words(row[0])
    base, over = VALUES[key]
    expected = {"replaces": over, "merged": MERGED.get(key)}[row[1]]
    assert given(tmp_path, key, base, over) == expected
    assert merge_of(key)[0] == row[1]


@pytest.mark.parametrize("key", sorted(VALUES))
@pytest.mark.parametrize("place", [0, 1], ids=["extended-file", "own-file"])
def test_a_value_that_stands_in_one_file_alone_is_in_force(tmp_path: Path, key: str, place: int) -> None:
    value = VALUES[key][place]
    assert given(tmp_path, key, *((value, None) if place == 0 else (None, value))) == value


def test_extends_leads_down_one_chain(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("year: 2019\nregion: 甘肃\nselect: [GD4]", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("extends: c.yaml\nyear: 2020\nregion: 湖南", encoding="utf-8")
    (tmp_path / ".gdlint.yaml").write_text("extends: b.yaml\nyear: 2021", encoding="utf-8")
    settings = load(tmp_path / ".gdlint.yaml")
    assert [Path(file).name for file in settings.files] == [".gdlint.yaml", "b.yaml", "c.yaml"]
    values = (settings.value("year"), settings.value("region"), settings.many["select"][0].value)
    assert values == (2021, "湖南", "GD4")
    assert settings.value("extends") == "b.yaml"


@pytest.mark.parametrize("row", [row for row in MERGES if row[2] != "–"], ids=lambda row: words(row[0]))
@pytest.mark.parametrize("written", [True, False], ids=["in-the-file", "nowhere-else"])
def test_a_call_meets_the_file_as_the_table_says(tmp_path: Path, row: list[str], written: bool) -> None:
    key = words(row[0])
    base, over = VALUES[key]
    path = tmp_path / ".gdlint.yaml"
    path.write_text(yaml.safe_dump({key: base} if written else {}), encoding="utf-8")
    is_list = isinstance(over, list)
    settings = called(load(path), {} if is_list else {key: over}, {key: over} if is_list else {})
    found = [item.value for item in settings.many[key]] if is_list else settings.value(key)
    assert found == ([*base, *over] if written and row[2] == "added" else over)
    assert row[2] == merge_of(key)[1] or not is_list


@pytest.mark.parametrize("row", CHOICES, ids=lambda row: f"{words(row[0])} {words(row[1])}")
def test_a_selection_comes_out_as_the_table_says(tmp_path: Path, row: list[str]) -> None:
    in_file, call = words(row[0]), words(row[1])
    path = tmp_path / ".gdlint.yaml"
    path.write_text("" if in_file == "nothing" else in_file.replace("], ", "]\n"), encoding="utf-8")
    option = re.fullmatch(r"--(select|ignore) (\w+)", call)
    many = {option[1]: (option[2],)} if option else {}
    running = {ready.rule.code for ready in rule_set(called(load(path), {}, many)).rules()}
    assert ("GD401" in running) is {"runs": True, "does not run": False}[row[2]]


def test_a_level_goes_to_the_closest_selector(tmp_path: Path) -> None:
    path = tmp_path / ".gdlint.yaml"
    path.write_text("severity: {GD4: info, arithmetic: warning, result-total: error}", encoding="utf-8")
    levels = {item.offer.face.code: item.level.value for item in rule_set(load(path)).chosen if item.level}
    assert levels.pop("GD402") == "error"
    assert set(levels.values()) == {"warning"}
    group = {rule.rule.code for rule in api.builtin_rules() if rule.rule.code.startswith("GD4")}
    assert set(levels) == group - {"GD402"}
