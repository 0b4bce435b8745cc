"""Regular expressions that were compiled when the bundle was made are those that `re.compile` makes."""

import json
import re

import pytest

from gdlint.data import builtin, regexcode
from gdlint.model import regex

PATTERNS = [
    ("", 0),
    ("[。！？]", 0),
    ("(?P<year>[〇零一二三四五六七八九]{4})年(?:度)?(月)?", 0),
    (r"^\s*(\d+)(?!\d)|(?<=[省市])人民$", re.MULTILINE),
    ("page", re.IGNORECASE),
    (r"\d+", re.ASCII),
    (r"([\u4e00-\u9fff]{1,6})\1", 0),
    (r"[\ud800-\udfff]", 0),
]


def kept(pattern: str, flags: int) -> regexcode.Kept:
    """A pattern written out, and read again as it stands in a bundle."""
    others = [("[甲乙丙]+", 0), ("z", 0)]
    return regexcode.kept(json.loads(json.dumps(regexcode.written_out([(pattern, flags), *others]))))


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS, ids=repr)
def test_what_was_kept_is_what_is_compiled(pattern: str, flags: int) -> None:
    own, made = re.compile(pattern, flags), regexcode.compiled(pattern, flags, kept(pattern, flags))
    assert made == own
    assert (made.flags, made.groups, made.groupindex) == (own.flags, own.groups, own.groupindex)


def test_what_was_kept_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    written = kept("[。！？]", 0)
    monkeypatch.setattr(re, "compile", None)
    assert regexcode.compiled("[。！？]", 0, written).split("好。好！") == ["好", "好", ""]


@pytest.mark.parametrize("other", [("[。]", 0), ("[。！？]", re.MULTILINE)], ids=repr)
def test_what_was_not_kept_is_compiled(other: tuple[str, int]) -> None:
    assert regexcode.compiled(*other, kept("[。！？]", 0)) == re.compile(*other)


def test_a_broken_pattern_is_not_kept() -> None:
    with pytest.raises(re.error):
        regexcode.written_out([("(", 0)])


def test_where_this_python_compiles_in_other_ways_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("re._compiler._code", lambda tree: [])
    assert regexcode.kept(regexcode.written_out([("a", 0)])) == regexcode.NOTHING


def test_what_another_engine_compiled_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = {"regexes": {regexcode.engine(): regexcode.written_out([("a", 0)])}}
    monkeypatch.setattr(builtin, "_bundle", lambda: bundle)
    own = builtin.regexes.__wrapped__
    assert list(own().patterns) == ["0 a"]
    monkeypatch.setattr(regexcode, "engine", lambda: "pypy311 1 4 little")
    assert own() == regexcode.NOTHING


def test_what_is_in_use_is_known_with_its_flags() -> None:
    lazy = regex.lazy("[ a]b", re.ASCII)
    assert ("[ a]b", int(re.ASCII)) in regex.in_use()
    assert lazy.fullmatch("ab")
