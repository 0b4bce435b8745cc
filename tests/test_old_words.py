"""Old words of the rule language: a pack with them is used as before, and what to write is said."""

from pathlib import Path
from typing import Final

import pytest

from gdlint import api
from support.calls import Caller
from support.packs import FACE, RULE
from support.reports import RIGHT

OLD: Final = [
    ("applies: {template: 2021}\n  check: year > 0", "applies: {template: …} → applies: {forms: […]}"),
    ("check: count(only_2019) >= 0", 'only_2019 → only_in("2019")'),
    ("check: template > 0", "template → form"),
    ("when: template == 2021\n  check: year > 0", "template → form"),
    ("let: {form_number: template}\n  check: form_number > 0", "template → form"),
    ("check: year > 0\n  severity: [{when: template == 2019, is: info}, warning]", "template → form"),
]
NEW: Final = [
    "applies: {forms: [2021]}\n  check: year > 0",
    'check: count(only_in("2019")) >= 0',
    'check: body != "template"',
    "check: year > 0\n  help: {zh: template, en: template}",
]


def pack_with(folder: Path, check: str) -> Path:
    """A pack of one rule with other lines in the place of its check."""
    pack = folder / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text(FACE, encoding="utf-8")
    rule = RULE.replace("check: year > 2030", check)
    if "severity: [" in check:
        rule = rule.replace("  severity: warning\n", "")
    (pack / "rules.yaml").write_text(rule, encoding="utf-8")
    return pack


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a right report; nothing is kept of packs but for this test."""
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "a.txt"
    path.write_text(RIGHT, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("check", "change"), OLD, ids=[change.split()[0] + str(n) for n, (_, change) in enumerate(OLD)]
)
def test_an_old_word_is_named_with_what_replaces_it(
    call: Caller, tmp_path: Path, report: str, check: str, change: str
) -> None:
    pack = pack_with(tmp_path, check)
    for _ in range(2):  # compiled, and from the cache
        called = call("--pack", str(pack), "--lang", "en", report)
        assert f"the pack mine has 1 old word(s), which still hold: MY001: {change}" in called.err
        assert called.status == 0


@pytest.mark.parametrize("check", NEW)
def test_words_of_today_are_not_named(call: Caller, tmp_path: Path, report: str, check: str) -> None:
    called = call("--pack", str(pack_with(tmp_path, check)), "--lang", "en", report)
    assert ("old word" in called.err, called.status) == (False, 0)


def test_the_test_of_a_pack_names_them(call: Caller, tmp_path: Path, report: str) -> None:
    called = call("pack", "test", "--lang", "en", str(pack_with(tmp_path, OLD[1][0])))
    assert "MY001: only_2019" in called.err


@pytest.mark.parametrize(
    "words",
    [("baseline", "-o", "known.json"), ("check",), ("rules",), ("explain", "MY001"), ("config",)],
    ids=lambda words: words[0],
)
def test_each_command_that_uses_a_pack_names_them(
    call: Caller, tmp_path: Path, report: str, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    files = (report,) if words[0] in ("baseline", "check") else ()
    called = call(*words, "--pack", str(pack_with(tmp_path, OLD[1][0])), "--lang", "en", *files)
    assert called.err.count("MY001: only_2019") == 1


def test_the_library_warns_of_them_and_goes_on(tmp_path: Path, report: str) -> None:
    pack = str(pack_with(tmp_path, OLD[1][0]))
    with pytest.warns(FutureWarning, match=r"the pack mine has old words.*MY001: only_2019") as warned:
        result = api.lint(Path(report), packs=[pack])
    assert [each.filename for each in warned] == [__file__]
    assert not result.findings


def test_a_session_holds_them(tmp_path: Path, report: str) -> None:
    session = api.Session(api.Choice(many={"packs": (str(pack_with(tmp_path, OLD[0][0])),)}))
    assert not session.old_words
    session.check(session.read(Path(report)))
    assert [word.new for word in session.old_words["mine"]] == ["applies: {forms: […]}"]


def test_no_shipped_pack_has_any(call: Caller, report: str) -> None:
    assert "old word" not in call("--pack", "gansu-wuwei", "--lang", "en", report).err
