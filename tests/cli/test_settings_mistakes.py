"""Mistakes in settings: each is one line with file, line and the nearest valid word, and exit status 2."""

# ruff: noqa: E501 - one mistake a line, so that the table can be read

import os
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from support.calls import Caller
from support.reports import RIGHT


class Mistake(NamedTuple):
    """Files by name, what the line must begin with (in the folder of the call), what it says, and further arguments."""

    name: str
    files: dict[str, str | bytes]
    place: str
    says: str
    args: tuple[str, ...] = ()


def yaml(name: str, text: str, place: str, says: str) -> Mistake:
    """A mistake in one .gdlint.yaml; the place is its line."""
    return Mistake(name, {".gdlint.yaml": text}, f".gdlint.yaml:{place}", says)


def toml(name: str, text: str, place: str, says: str) -> Mistake:
    """A mistake in one pyproject.toml."""
    return Mistake(name, {"pyproject.toml": text}, f"pyproject.toml:{place}", says)


MISTAKES: Final = (
    # words that do not exist
    yaml("unknown-key", "root: true\nselct: [GD4]", "2", "unknown key selct, did you mean select?"),
    yaml("unknown-key-with-nothing-near", "zzzzzz: 1", "1", "unknown key zzzzzz"),
    yaml("key-with-underscore", "fail_on: info", "1", "fail_on is no longer a key, use fail-on instead"),
    yaml("replaced-disable", "disable: [GD4]", "1", "disable is no longer a key, use ignore instead"),
    yaml("replaced-enable", "enable: [GD4]", "1", "use select instead"),
    yaml("replaced-rules", "root: true\nrules: {}", "2", "use select, severity, options instead"),
    yaml("unknown-rule-in-select", "select: [GD999]", "1", "no rule GD999"),
    yaml("unknown-name-in-select", "select:\n  - GD4\n  - aplication-balance", "3", "did you mean application-balance?"),
    yaml("unknown-rule-in-ignore", "ignore: [blank-cel]", "1", "no rule blank-cel, did you mean blank-cell?"),
    yaml("unknown-group", "ignore: [arithmetics]", "1", "did you mean arithmetic?"),
    yaml("unknown-rule-in-locked", "locked: [GD999]", "1", "no rule GD999"),
    yaml("unknown-rule-in-severity", "severity:\n  GD4: info\n  blnk-cell: info", "3", "did you mean blank-cell?"),
    yaml("unknown-rule-per-file", "per-file-ignores:\n  '*.txt': [GD888]", "2", "no rule GD888"),
    yaml("unknown-rule-in-options", "options:\n  blank-cel: {least: 1}", "2", "did you mean blank-cell?"),
    yaml("prefix-in-options", "options:\n  GD3: {least: 1}", "2", "no rule GD3"),
    yaml("unknown-option", "options:\n  blank-cell:\n    least: 1", "3", "the rule blank-cell has no options"),
    yaml("option-that-there-is-not", "options:\n  GD802:\n    mot: 1", "3", "has no option mot, only most, did you mean most?"),
    yaml("option-of-the-command", "min-severity: warning", "1", "min-severity is no key of settings but an option of the command line (--min-severity)"),
    yaml("option-of-the-command-with-underscore", "output_dir: out", "1", "option of the command line (--output-dir)"),
    yaml("all-in-small-letters", "select: [all]", "1", "no rule all"),
    yaml("selectors-in-one-text", "select: ['GD4, GD6']", "1", "no rule GD4, GD6"),
    Mistake("unknown-rule-in-call", {}, "no rule GD77", "no rule GD77", ("--select", "GD77")),
    Mistake("unknown-ignore-in-call", {}, "no rule", "did you mean blank-cell?", ("--ignore", "blank-cel")),
    # wrong values
    yaml("select-is-a-text", "select: GD4", "1", "select is a list of texts, not 'GD4'"),
    yaml("select-is-a-map", "select: {GD4: true}", "1", "select is a list of texts"),
    yaml("select-holds-a-number", "select: [401]", "1", "select is a list of texts, not [401]"),
    yaml("select-holds-an-empty-text", "select: ['']", "1", "select is a list of texts"),
    yaml("ignore-is-null", "ignore:", "1", "ignore is a list of texts, not null"),
    yaml("root-is-a-text", "root: 'yes'", "1", "root is true or false, not 'yes'"),
    yaml("root-is-a-number", "root: 1", "1", "root is true or false, not 1"),
    yaml("extends-is-a-list", "extends: [a.yaml, b.yaml]", "1", "extends is a text"),
    yaml("severity-is-a-list", "severity: [GD4]", "1", "severity is a mapping of rules to levels"),
    yaml("unknown-level", "severity:\n  GD4: eror", "2", "GD4 cannot be 'eror', it is one of error, warning, info, did you mean error?"),
    yaml("level-off", "severity: {GD4: 'off'}", "1", "it is one of error, warning, info"),
    yaml("level-is-a-truth", "severity: {GD4: true}", "1", "severity is a mapping of rules to levels"),
    yaml("options-of-a-rule-are-no-map", "options: {GD310: 3}", "1", "options is a mapping of rules to options"),
    yaml("unknown-fail-on", "fail-on: warn", "1", "did you mean warning?"),
    yaml("fail-on-is-a-number", "fail-on: 1", "1", "fail-on is a text"),
    yaml("template-is-no-form", "template: 2020", "1", "template cannot be 2020, it is one of auto, 2019, 2021"),
    yaml("template-is-a-list", "template: [2021]", "1", "template is auto or the name of a form, not [2021]"),
    yaml("year-is-a-text", "year: '2021'", "1", "year is a year from 2008 to 2100, not '2021'"),
    yaml("year-is-too-early", "year: 1999", "1", "year is a year from 2008 to 2100, not 1999"),
    yaml("year-is-a-truth", "year: true", "1", "year is a year from 2008 to 2100, not true"),
    yaml("region-is-a-list", "region: [甘肃]", "1", "region is a text"),
    yaml("baseline-is-a-truth", "baseline: true", "1", "baseline is a text, not true"),
    yaml("packs-is-a-text", "packs: auto", "1", "packs is a list of texts"),
    yaml("per-file-ignores-is-a-list", "per-file-ignores: ['*.txt']", "1", "a mapping of globs to lists of rules"),
    yaml("per-file-ignores-holds-a-text", "per-file-ignores: {'*.txt': GD4}", "1", "a mapping of globs to lists of rules"),
    # globs
    yaml("glob-with-open-bracket", "exclude:\n  - 'a'\n  - '[ab.txt'", "3", "a bracket is not closed"),
    yaml("glob-with-empty-bracket", "exclude: ['a[].txt']", "1", "a bracket is not closed"),
    yaml("glob-with-wrong-range", "exclude: ['[z-a].txt']", "1", "a range in brackets is none"),
    yaml("absolute-glob", "exclude: ['/tmp/a.txt']", "1", "it must be relative"),
    yaml("glob-of-windows", "per-file-ignores:\n  'a\\b.txt': [GD4]", "2", "folders are parted by /"),
    yaml("glob-negated", "exclude: ['!a']", "1", "a glob cannot be negated with !"),
    yaml("glob-negated-per-file", "per-file-ignores: {'!a.txt': [GD4]}", "1", "a glob cannot be negated with !"),
    yaml("glob-to-above", "exclude: ['../*.txt']", "1", "it cannot lead to a folder above"),
    yaml("glob-of-blanks", "per-file-ignores: {' ': [GD4]}", "1", "globs to lists of rules"),
    yaml("glob-with-three-stars", "exclude: ['***/a']", "1", "too many stars"),
    # the file itself
    yaml("no-mapping", "- GD4", "1", "expected keys with values"),
    yaml("a-text", "GD4", "1", "expected keys with values"),
    yaml("open-bracket", "select: [GD4\nignore: []", "2", "syntax error"),
    yaml("tab", "severity:\n\tGD4: info", "2", "syntax error"),
    yaml("key-twice", "select: [GD4]\nignore: []\nselect: [GD6]", "3", "the key 'select' is given twice"),
    yaml("inner-key-twice", "severity:\n  GD4: info\n  GD4: error", "3", "the key 'GD4' is given twice"),
    yaml("two-documents", "root: true\n---\nroot: true", "2", "syntax error"),
    yaml("python-tag", "select: !!python/object/apply:os.system [ls]", "1", "syntax error"),
    yaml("alias", "select: &a [GD4]\nignore: *a", "1", "anchors and aliases"),
    yaml("deep", "select: " + "[" * 3000 + "]" * 3000, "1", "nested deeper than 20"),
    Mistake("not-utf8", {".gdlint.yaml": "region: 甘肃".encode("gb18030")}, ".gdlint.yaml:1", "not UTF-8"),
    Mistake("huge", {".gdlint.yaml": "# " + "x" * 1_000_001}, ".gdlint.yaml:1", "bytes are too many"),
    # extends and versions
    yaml("extends-missing", "root: true\nextends: none.yaml", "2", "extends names a file that does not exist: none.yaml"),
    yaml("extends-itself", "extends: .gdlint.yaml", "1", "extends leads in a circle"),
    Mistake("extends-in-a-circle", {".gdlint.yaml": "extends: b.yaml", "b.yaml": "root: true\nextends: .gdlint.yaml"}, "b.yaml:2", "extends leads in a circle"),
    Mistake("mistake-in-extended-file", {".gdlint.yaml": "extends: b.yaml", "b.yaml": "\n\nignor: [GD4]"}, "b.yaml:3", "did you mean ignore?"),
    Mistake("unknown-rule-in-extended-file", {".gdlint.yaml": "extends: b.yaml", "b.yaml": "severity: {GD999: info}"}, "b.yaml:1", "no rule GD999"),
    Mistake("extends-without-table", {".gdlint.yaml": "extends: a.toml", "a.toml": "[tool.other]"}, "a.toml", "has no [tool.gdlint]"),
    yaml("version-not-met", "requires: '>=99'", "1", "gdlint >=99 is required"),
    Mistake("version-not-met-in-extended-file", {".gdlint.yaml": "requires: '>=0'\nextends: b.yaml", "b.yaml": "root: true\nrequires: '>=99'"}, "b.yaml:2", "gdlint >=99 is required"),
    Mistake("version-not-met-at-the-end-of-the-chain", {".gdlint.yaml": "extends: b.yaml", "b.yaml": "extends: sub/c.toml\nrequires: '>=0.1'", "sub/c.toml": "[tool.gdlint]\n\nrequires = '<0'"}, "sub/c.toml:3", "gdlint <0 is required"),
    Mistake("version-not-met-in-the-middle-of-the-chain", {".gdlint.yaml": "extends: b.yaml", "b.yaml": "extends: c.yaml\n\nrequires: '>=99'", "c.yaml": "requires: '>=0'"}, "b.yaml:3", "gdlint >=99 is required"),
    yaml("no-version", "requires: 'newest'", "1", "'newest' is no version requirement"),
    yaml("version-is-a-number", "requires: 0.1", "1", "requires is a text"),
    yaml("newer-schema", "schema: 2", "1", "schema 2 is newer than this version, which reads 1"),
    yaml("schema-is-a-text", "schema: '1'", "1", "schema is a whole number"),
    # pyproject.toml
    toml("toml-unknown-key", "[project]\nname = 'a'\n[tool.gdlint]\nroot = true\nselct = ['GD4']", "5", "did you mean select?"),
    toml("toml-unknown-rule", "[tool.gdlint]\nselect = [\n  'GD4',\n  'GD999',\n]", "4", "no rule GD999"),
    toml("toml-inner-table", "[tool.gdlint]\n[tool.gdlint.severity]\nGD4 = 'eror'", "3", "did you mean error?"),
    toml("toml-dotted", "[tool]\ngdlint.severity.GD4 = 'eror'", "2", "did you mean error?"),
    toml("toml-wrong-type", "[tool.gdlint]\nselect = 'GD4'", "2", "select is a list of texts"),
    toml("toml-key-twice", "[tool.gdlint]\nyear = 2021\nyear = 2022", "3", "syntax error"),
    toml("toml-broken", "[tool.gdlint]\nselect = [", "2", "syntax error"),
    toml("toml-no-table", "[tool]\ngdlint = 1", "2", "expected keys with values"),
)  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_mistake_is_one_line_that_names_its_place(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: Mistake, lang: str
) -> None:
    for name, text in mistake.files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (tmp_path / "report.txt").write_text(RIGHT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    called = call("check", "report.txt", "--lang", lang, *mistake.args)
    assert (called.status, called.out, len(called.said)) == (2, "", 1), called
    if lang == "en":
        assert called.err.startswith(f"gdlint: {mistake.place}"), called.err
        assert mistake.says in called.err


def test_there_are_at_least_sixty() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 60


@pytest.mark.parametrize("name", [".gdlint.yml", ".gdlint.toml", ".gdlint.json"])
def test_a_name_that_is_nearly_right_is_said(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "report.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / name).write_text("ignore: [GD4]", encoding="utf-8")
    called = call("sub/report.txt", "--lang", "en")
    assert called.status == 2
    assert called.said == [f"gdlint: {name}: is never read; a settings file is called .gdlint.yaml"]


@pytest.mark.parametrize("kind", ["folder", "dangling", "pipe"])
def test_what_only_has_the_name_of_a_settings_file_is_said(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(RIGHT, encoding="utf-8")
    path = tmp_path / ".gdlint.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to("none")
    else:
        os.mkfifo(path)
    called = call("report.txt", "--lang", "en")
    assert (called.status, called.out) == (2, "")
    assert called.said == [
        "gdlint: .gdlint.yaml: is no settings file, but a folder or a link that leads nowhere"
    ]
