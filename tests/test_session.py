"""A session: one object that holds all that checking needs; two in one process know nothing of each other."""

import gc
import os
import weakref
from pathlib import Path
from typing import Any, Final

import pytest

from gdlint.api import Choice, Options, Session
from gdlint.config.errors import ConfigError
from gdlint.rules.catalogue import Catalogue
from support.packs import FACE, RULE
from support.reports import RIGHT, WRONG
from support.rules import text_of

PLUGIN: Final = """
from gdlint.plugins import Function, Judgement, PythonRule, Reader, hookimpl

GDLINT_API = 2

def check(report):
    yield Judgement(False, 0, 1)

@hookimpl
def gdlint_rules():
    return [PythonRule("MY001", "mine", {"zh": "a", "en": "a"}, "b", "info", check)]

@hookimpl
def gdlint_functions():
    return {"twice": Function(("number",), "number", lambda number: 2 * number, "twice a number")}

@hookimpl
def gdlint_readers():
    return [Reader("mine", (".mine",), lambda data, name: data.decode())]
"""
OWN: Final = """
- code: {prefix}001
  name: {name}-rule
  title: {{zh: 规则, en: rule}}
  basis: 示例
  severity: info
  check: {check}
  examples: {{good: {{}}, bad: {{year: 2000}}}}
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another one kept of a pack."""
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))


def pack(folder: Path, name: str, prefix: str, check: str = "year > 2030") -> str:
    """Write a pack of one rule; its path."""
    (folder / name).mkdir()
    face = f'schema: 1\nname: {name}\nprefix: {prefix}\nversion: "1"\nsources: [示例]\n'
    (folder / name / "pack.yaml").write_text(face, encoding="utf-8")
    rule = OWN.format(prefix=prefix, name=name, check=check)
    (folder / name / "rules.yaml").write_text(rule, encoding="utf-8")
    return str(folder / name)


def plugin(folder: Path) -> str:
    """Write the plugin; its path."""
    path = folder / "mine.py"
    path.write_text(PLUGIN, encoding="utf-8")
    return str(path)


def codes(session: Session, text: str = RIGHT, path: Path | None = None) -> list[str]:
    """What a session says of a text."""
    return [finding.code for finding in session.check(session.read(text), path).findings]


def test_two_sessions_with_packs_of_their_own_run_side_by_side(tmp_path: Path) -> None:
    one = Session(Choice(many={"packs": (pack(tmp_path, "one", "AA"),)}))
    other = Session(Choice(many={"packs": (pack(tmp_path, "other", "BB"),)}))
    neither = Session()
    assert [codes(each) for each in (one, other, neither, one)] == [["AA001"], ["BB001"], [], ["AA001"]]


def test_two_packs_of_one_name_are_each_its_session_s_own(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    one = Session(Choice(many={"packs": (pack(tmp_path, "same", "AA"),)}))
    other = Session(Choice(many={"packs": (pack(tmp_path / "b", "same", "AA", "year < 2030"),)}))
    assert (codes(one), codes(other), codes(one)) == (["AA001"], [], ["AA001"])


def test_a_plugin_is_there_in_its_session_alone(tmp_path: Path) -> None:
    guest, without = Session(Choice(plugins=(plugin(tmp_path),))), Session()
    assert (codes(guest), codes(without)) == (["MY001"], [])
    assert guest.read(WRONG.encode(), "a.mine").text == WRONG
    assert without.read(WRONG.encode(), "a.mine").encoding == "utf-8"
    assert without.plugins.loaded == []


def test_a_function_of_a_plugin_is_known_in_its_session_alone(tmp_path: Path) -> None:
    packs = {"packs": (pack(tmp_path, "one", "AA", "twice(year) < 2030"),)}
    guest = Session(Choice(many=packs, plugins=(plugin(tmp_path),)))
    assert "AA001" in codes(guest)
    with pytest.raises(ValueError, match="twice"):
        codes(Session(Choice(many=packs)))


def test_an_edited_settings_file_is_seen(tmp_path: Path) -> None:
    session, path = Session(Choice(nearest=True)), tmp_path / "a.txt"
    settings = tmp_path / ".gdlint.yaml"
    settings.write_text("root: true\n", encoding="utf-8")
    assert codes(session, WRONG, path) == ["GD404"]
    settings.write_text("root: true\nignore: [GD404]\n", encoding="utf-8")
    assert codes(session, WRONG, path) == []
    settings.write_text("root: true\nignore: [GD404\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        codes(session, WRONG, path)
    settings.unlink()
    assert codes(session, WRONG, path) == ["GD404"]


def test_an_edited_file_that_settings_extend_is_seen(tmp_path: Path) -> None:
    session, path = Session(Choice(nearest=True)), tmp_path / "a.txt"
    (tmp_path / ".gdlint.yaml").write_text("extends: base.yaml\n", encoding="utf-8")
    (tmp_path / "base.yaml").write_text("ignore: [GD404]\n", encoding="utf-8")
    assert codes(session, WRONG, path) == []
    (tmp_path / "base.yaml").write_text("ignore: [GD405]\n", encoding="utf-8")
    assert codes(session, WRONG, path) == ["GD404"]


def test_an_edit_within_one_tick_of_the_clock_is_seen_by_its_size(tmp_path: Path) -> None:
    session, settings = Session(Choice(config=tmp_path / "a.yaml")), tmp_path / "a.yaml"
    settings.write_text("ignore: [GD404]\n", encoding="utf-8")
    before = settings.stat()
    assert codes(session, WRONG) == []
    settings.write_text("ignore: []\n", encoding="utf-8")
    os.utime(settings, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert codes(session, WRONG) == ["GD404"]


def kept(session: Session, rules: Any) -> list[Any]:
    """What a session made, by references that keep nothing."""
    offers = [offer.ready for offer in rules.offers if offer.owner.kind != "gdlint"]
    held = [session, session.catalogue, session.plugins, session.catalogue.packs, rules, *offers]
    return [weakref.ref(each) for each in held]


def test_a_session_that_is_dropped_frees_what_it_held(tmp_path: Path) -> None:
    many = {"packs": (pack(tmp_path, "one", "AA"),)}
    session = Session(Choice(many=many, plugins=(plugin(tmp_path),)))
    assert "AA001" in codes(session)
    held = kept(session, session.rules_at(None))
    assert len(held) == 7
    del session
    gc.collect()
    assert [each() for each in held if each() is not None] == []


def test_the_rules_of_gdlint_are_compiled_once_for_all_sessions() -> None:
    one, other = Session().catalogue, Session().catalogue
    assert one.builtin is other.builtin
    assert isinstance(one, Catalogue)


def test_what_a_report_was_checked_with_stands_in_its_result(tmp_path: Path) -> None:
    session = Session(
        Choice(one={"fail-on": "warning"}, many={"packs": (pack(tmp_path, "one", "AA"), "auto")})
    )
    result = session.check(session.read(text_of(body="河南省青石县人民政府", signature=None)))
    assert [each["name"] for each in result.packs] == ["henan", "one"]
    assert (result.asked, result.fatal) == (("henan",), ("error", "warning"))
    assert "AA001" in result.ran


def test_a_pack_of_a_face_and_a_rule_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.yaml").write_text(FACE, encoding="utf-8")
    (tmp_path / "mine" / "rules.yaml").write_text(RULE, encoding="utf-8")
    packs = {"packs": (str(tmp_path / "mine"),)}
    first, second = (codes(Session(Choice(many=packs))) for _ in range(2))
    assert first == second == ["MY001"]


MISTAKES: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "no key": ({"one": {"yer": 2022}}, "unknown key yer, did you mean year?"),
    "no key of a list": ({"many": {"selekt": ("GD4",)}}, "unknown key selekt, did you mean select?"),
    "a key of files": ({"one": {"extends": "a.yaml"}}, "unknown key extends"),
    "a text for a list": ({"many": {"select": "GD4"}}, "select is a list of texts, not 'GD4'"),
    "a text for a year": ({"one": {"year": "2022"}}, "year is a year from 2008 to 2100, not '2022'"),
    "no level": ({"one": {"fail-on": "all"}}, "fail-on cannot be 'all'"),
    "no level of a rule": ({"by_name": {"severity": {"GD401": "fatal"}}}, "GD401 cannot be 'fatal'"),
    "a list among single values": ({"one": {"select": ["GD4"]}}, "select belongs into `many` of a Choice, not into `one`"),
    "a mapping among single values": ({"one": {"severity": {"GD401": "info"}}}, "severity belongs into `by_name` of a Choice"),
    "no settings file": ({"config": Path("nothing.yaml")}, "settings names a file that does not exist: nothing.yaml"),
}  # fmt: skip


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_in_a_choice_is_told(kind: str) -> None:
    choice, told = MISTAKES[kind]
    with pytest.raises(ConfigError) as raised:
        Session(Choice(**choice)).rules_at(None)
    assert raised.value.told("en").startswith(told)


def test_plugins_are_a_list() -> None:
    with pytest.raises(TypeError, match="plugins is a list of modules or files"):
        Session(Choice(plugins="my_plugin.py"))  # type: ignore[arg-type]


def test_levels_and_options_of_rules_can_be_chosen_without_a_file() -> None:
    text = text_of(disclosure={"normative_documents": {"in_force": 20}})
    by_name: dict[str, dict[str, Any]] = {"severity": {"GD802": "info"}, "options": {"GD802": {"most": 10}}}
    session = Session(Choice(many={"select": ("GD802",)}, by_name=by_name))
    (found,) = session.check(session.read(text)).findings
    assert found.severity == "info"
    assert not Session(Choice(many={"select": ("GD802",)})).check(session.read(text)).findings
    with pytest.raises(ConfigError, match="no rule GD4044"):
        Session(Choice(by_name={"severity": {"GD4044": "info"}})).rules_at(None)


def test_what_is_chosen_by_name_meets_what_a_file_says_key_by_key(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("severity: {GD404: warning, GD401: warning}\n", encoding="utf-8")
    session = Session(Choice(config=file, by_name={"severity": {"GD404": "info"}}))
    levels = session.rules_at(None).settings.entries("severity")
    assert {code: given.value for code, given in levels.items()} == {"GD404": "info", "GD401": "warning"}


def test_a_year_that_overrules_is_a_number() -> None:
    session = Session()
    with pytest.raises(TypeError, match="is a whole number"):
        session.parse(session.read(RIGHT), Options(year="2022"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"Options\.year is a year from 2008 to 2100, not 23"):
        session.parse(session.read(RIGHT), Options(year=23))
    with pytest.raises(TypeError, match=r"Options\.body is a text, not 5"):
        session.check(session.read(RIGHT), options=Options(body=5))  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["nearest", "silences", "baselines"])
def test_a_truth_of_a_choice_is_true_or_false(field: str) -> None:
    with pytest.raises(TypeError, match=f"Choice.{field} is true or false, not 'no'"):
        Session(Choice(**{field: "no"}))  # type: ignore[arg-type]


def test_what_is_of_the_wrong_type_is_told_by_what_is_wanted() -> None:
    session = Session()
    given: Any = Path("a.txt")
    for use in (session.check, session.parse):
        with pytest.raises(TypeError, match=r"a report is what read\(\) of a session gives, not "):
            use(given)
        with pytest.raises(TypeError, match="options are an Options, not dict"):
            use(session.read(RIGHT), options={"year": 2022})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the path of a report is a Path, not str"):
        session.check(session.read(RIGHT), "a.txt")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a report is a Path, bytes or a text, not int"):
        session.read(5)  # type: ignore[call-overload, unused-ignore, arg-type]
    wrong: Any = {"select": ["GD4"]}
    with pytest.raises(TypeError, match="a session takes a Choice, not dict"):
        Session(wrong)
