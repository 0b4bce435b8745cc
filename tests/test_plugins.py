"""Plugins: the example is installed with pip and used through the command; broken ones are named and the others go on."""

# ruff: noqa: E501 - one broken plugin a line

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from inspect import Signature, formatannotation, signature
from pathlib import Path
from typing import Final

import pluggy
import pytest

from gdlint.config.chosen import Choice
from gdlint.model.logic import UNKNOWN
from gdlint.plugins import (
    Edit,
    FileResult,
    Fix,
    Function,
    Judgement,
    Located,
    Location,
    Page,
    PythonRule,
    Reader,
    RunInfo,
    SourceLines,
    StatedCell,
    StatedGrid,
)
from gdlint.plugins.specs import PROJECT, Hooks
from gdlint.readers.text import REASONS
from gdlint.session import Session
from support.calls import Called, Caller, process
from support.pip import install
from support.reports import RIGHT, WRONG
from support.rules import text_of

EXAMPLE: Final = Path(__file__).parent / "plugins" / "example"
PAGE: Final = (Path(__file__).parents[1] / "docs" / "plugins.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip installed the example."""
    source = tmp_path_factory.mktemp("source") / "example"
    shutil.copytree(EXAMPLE, source)
    target = tmp_path_factory.mktemp("site")
    install(source, target)
    return target


Command = Callable[..., Called]
"""calls the command where a folder of distributions is on the path: the folder, then the arguments"""


def in_a_process(site: str | Path, *args: str | Path) -> Called:
    """The command in a process of its own."""
    return process(*args, "--lang", "en", env={"PYTHONPATH": str(site)})


@pytest.fixture
def gdlint(call: Caller, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command in this process."""

    def called(site: str | Path, *args: str | Path) -> Called:
        for folder in str(site).split(os.pathsep):
            monkeypatch.syspath_prepend(folder)
        return call(*args, "--lang", "en")

    return called


@pytest.fixture(autouse=True)
def _forgotten_plugins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No plugin of one test is there for the next."""
    yield
    base = str(tmp_path_factory.getbasetemp())
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(base):
            del sys.modules[name]


def put(path: Path, text: str) -> Path:
    """Write a file."""
    path.write_text(text, encoding="utf-8")
    return path


def test_an_installed_plugin_is_listed_with_its_distribution(gdlint: Command, installed: Path) -> None:
    (plugin,) = in_a_process(installed, "plugins", "--format", "json").data["plugins"]
    assert (plugin["name"], plugin["distribution"], plugin["version"]) == (
        "example",
        "gdlint-example",
        "1.2.3",
    )
    assert plugin["path"].startswith(str(installed))
    assert plugin["hooks"] == sorted(name for name in vars(Hooks) if name.startswith("gdlint_"))
    called = gdlint(installed, "plugins")
    assert (called.status, called.err) == (0, "")
    assert called.out.startswith("example  gdlint-example 1.2.3  gdlint_example.plugin")


def test_its_rule_runs_and_can_be_selected(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", RIGHT)
    called = in_a_process(installed, path, "--format", "json")
    (found,) = called.data["files"][0]["findings"]
    assert (found["code"], found["severity"], found["line"], found["values"]) == (
        "EX001",
        "info",
        1,
        {"length": 27},
    )
    assert found["message"] == "the title has 27 characters"
    for option in ("EX001", "short-title", "EX", "example"):
        called = gdlint(installed, path, "--ignore", option, "--format", "json")
        assert called.data["files"][0]["findings"] == []
    (found,) = gdlint(installed, path, "--select", "EX", "--format", "json").data["files"][0]["findings"]
    assert found["code"] == "EX001"


def test_its_rule_is_silenced_like_any_other(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", "<!-- gdlint: ignore[short-title] 示例 -->\n" + RIGHT)
    assert gdlint(installed, path, "--format", "json").data["files"][0]["findings"] == []


def test_its_wordings_of_the_form_are_right(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    heading = "五、存在的不足及改进措施"
    path = put(
        tmp_path / "a.txt",
        text_of(headings={"problems": heading}, labels={"applications": {"partial": "（二）公开一部分"}}),
    )
    codes = [
        found["code"] for found in gdlint(installed, path, "--format", "json").data["files"][0]["findings"]
    ]
    assert codes == ["EX001"]


def test_its_reader_reads_its_files_in_folders_too(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    put(tmp_path / "a.quoted", "\n".join(f"> {line}" for line in WRONG.split("\n")))
    (file,) = gdlint(installed, tmp_path, "--format", "json", "--select", "GD4").data["files"]
    assert [found["code"] for found in file["findings"]] == ["GD404"]
    (file,) = gdlint(installed, "extract", tmp_path).data["files"]
    assert file["year"] == 2022


def test_its_format_is_on_offer(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", WRONG)
    called = gdlint(installed, path, "--format", "lines", "--select", "GD404")
    (line,) = called.out.splitlines()
    assert line.split("\t")[::2] == [str(path), "GD404", "^"]
    called = gdlint(installed, path, "--format", "line")
    assert called.status == 2


def test_its_format_is_in_the_help(gdlint: Command, installed: Path) -> None:
    for command, is_there in (("check", True), ("extract", True), ("rules", True), ("config", False)):
        assert ("lines" in gdlint(installed, command, "--help").out) is is_there


def test_extract_and_rules_take_its_format(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", RIGHT)
    assert gdlint(installed, "extract", path, "--format", "lines").out.startswith(f"{path}\t2022\t")
    assert "GD404\n" in gdlint(installed, "rules", "--format", "lines").out


def test_each_report_has_a_file_of_its_format(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    put(tmp_path / "a.txt", WRONG)
    called = gdlint(installed, tmp_path, "--format", "lines", "--output-dir", tmp_path / "out")
    assert called.status == 1
    assert "GD404" in (tmp_path / "out" / "a.tsv").read_text(encoding="utf-8")


def test_it_sees_each_finding(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", text_of(litigation={"reconsideration": {"upheld": ""}}))
    called = gdlint(installed, path, "--format", "json", "--select", "GD310")
    assert (called.status, called.data["summary"]["warning"]) == (0, 1)


def test_without_the_plugin_nothing_of_it_is_there(call: Caller, tmp_path: Path) -> None:
    path = put(tmp_path / "a.txt", RIGHT)
    assert call(path, "--format", "json").data["files"][0]["findings"] == []
    assert call("plugins", "--lang", "en").out == "no plugins\n"


def test_every_hook_of_the_example_is_specified() -> None:
    sys.path.insert(0, str(EXAMPLE))
    try:
        from gdlint_example import plugin  # type: ignore[import-not-found, unused-ignore]
    finally:
        sys.path.remove(str(EXAMPLE))
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(plugin)
    manager.check_pending()


IMPORTS: Final = "GDLINT_API = 2\nfrom gdlint.plugins import *\nfrom pathlib import Path\nfrom gdlint.plugins import hookimpl\n"
RULE: Final = (
    IMPORTS + "def check(report):\n    {body}\n"
    "@hookimpl\ndef gdlint_rules():\n    return [PythonRule({code!r}, {code!r}.lower() + '-broken', {{'zh': 'a', 'en': 'a'}}, 'b', {level!r}, check)]\n"
)
BROKEN: Final[dict[str, tuple[str, str]]] = {
    "import": ("import nothing_of_this_name", "load: ModuleNotFoundError: "),
    "syntax": ("def", "load: SyntaxError: "),
    "exit": ("raise SystemExit(0)", "load: SystemExit: 0"),
    "empty": ("", "load: ImportError: implements no hook of gdlint and has no pack.yaml"),
    "version": (IMPORTS + "GDLINT_API = 3\n@hookimpl\ndef gdlint_rules(): return []", "made for version 3 of the plugin interface, this is 2"),
    "old": (IMPORTS + "GDLINT_API = 1\n@hookimpl\ndef gdlint_reporters(): return []", "gdlint_reporters: written for version 1 of the plugin interface, this is 2: return classes"),
    "old-reader": (IMPORTS + "GDLINT_API = 1\n@hookimpl\ndef gdlint_readers(): return []", "gdlint_readers: written for version 1 of the plugin interface, this is 2: let read return a Page"),
    "no-reporter": (IMPORTS + "@hookimpl\ndef gdlint_reporters(): return [Reporter()]", "gdlint_reporters: TypeError: expected a class of Reporter with a name"),
    "no-name": (IMPORTS + "@hookimpl\ndef gdlint_reporters(): return [Reporter]", "gdlint_reporters: TypeError: expected a class of Reporter with a name"),
    "unhashable": (IMPORTS + "@hookimpl\ndef gdlint_finding(finding): return finding._replace(values={'a': [1]})", "gdlint_finding: TypeError: unhashable"),
    "misspelt": (IMPORTS + "@hookimpl\ndef gdlint_rulez(): return []", "load: there is no hook gdlint_rulez, did you mean gdlint_rules?"),
    "arguments": (IMPORTS + "@hookimpl\ndef gdlint_finding(finding, file): return None", "load: PluginValidationError: "),
    "one-rule": (RULE.format(body="return []", code="BR005", level="info").replace("[PythonRule", "PythonRule").replace(")]", ")"), "gdlint_rules: expected a list of PythonRule, not PythonRule"),
    "one-format": (IMPORTS + "class R(Reporter):\n    name = 'r'\n@hookimpl\ndef gdlint_reporters(): return R", "gdlint_reporters: expected a list of type[Reporter], not R"),
    "functions": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return [1]", "gdlint_functions: expected a mapping of names to Function, not list"),
    "one-path": (IMPORTS + "@hookimpl\ndef gdlint_forms(): return 'forms'", "gdlint_forms: expected a list of Path, not str"),
    "suffixes": (IMPORTS + "@hookimpl\ndef gdlint_readers(): return [Reader('r', '.odd', str)]", "gdlint_readers: the suffixes of the Reader r are a tuple of endings with a dot"),
    "no-dot": (IMPORTS + "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('odd',), str)]", "gdlint_readers: the suffixes of the Reader r are a tuple of endings with a dot"),
    "no-read": (IMPORTS + "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('.odd2',), 'read')]", "gdlint_readers: Reader.read (r) is a function, not str"),
    "sniff": (IMPORTS + "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('.odd3',), str, True)]", "gdlint_readers: Reader.sniff (r) is a function, not bool"),
    "method": (IMPORTS + "class R(Reporter):\n    name = 'r'\n    def fiel(self, result): pass\n@hookimpl\ndef gdlint_reporters(): return [R]", "gdlint_reporters: nobody calls the method fiel of the format r, did you mean file?"),
    "suffix": (IMPORTS + "class R(Reporter):\n    name, suffix = 'r', 'txt'\n@hookimpl\ndef gdlint_reporters(): return [R]", "gdlint_reporters: the suffix of the format r is an ending with a dot"),
    "command": (IMPORTS + "class R(Reporter):\n    name, commands = 'r', ('chek',)\n@hookimpl\ndef gdlint_reporters(): return [R]", "gdlint_reporters: the commands of the format r are a tuple of check, extract, rules"),
    "commands": (IMPORTS + "class R(Reporter):\n    name, commands = 'r', 'check'\n@hookimpl\ndef gdlint_reporters(): return [R]", "gdlint_reporters: the commands of the format r are a tuple of check, extract, rules"),
    "place": (RULE.format(body="yield Judgement(False, '0', 1)", code="BR006", level="info"), "rule BR006: Judgement.start cannot be '0'"),
    "truth": (RULE.format(body="yield Judgement('no', 0, 1)", code="BR007", level="info"), "rule BR007: Judgement.truth cannot be 'no'"),
    "fix": (RULE.format(body="yield Judgement(False, 0, 1, fix=Fix((Edit(0, 1, 5),)))", code="BR008", level="info"), "rule BR008: Judgement.fix is a Fix with an Edit(start, end, text) for each place"),
    "fix-of-lines": (RULE.format(body="yield Judgement(False, 0, 1, fix=Fix((Edit(0, 1, chr(10)),)))", code="BR013", level="info"), "rule BR013: the text of an Edit, "),
    "capital-method": (IMPORTS + "class R(Reporter):\n    name = 'r'\n    def End(self, summary): pass\n@hookimpl\ndef gdlint_reporters(): return [R]", "gdlint_reporters: nobody calls the method End of the format r, did you mean end?"),
    "no-text-name": (IMPORTS + "class R(Reporter):\n    name = 5\n@hookimpl\ndef gdlint_reporters(): return [R]", "gdlint_reporters: TypeError: expected a class of Reporter with a name"),
    "template": (RULE.format(body="yield Judgement(False, 0, 1, {'zh': '{n}', 'en': '{n}'}, values={'n': 1})", code="BR009", level="info"), "rule BR009: a Judgement.message is said as it is, {n} is not filled in"),
    "returned": (RULE.format(body="return Judgement(False, 0, 1)", code="BR010", level="info"), "rule BR010: a check yields Judgements, or returns a list of them, not Judgement"),
    "nothing": (RULE.format(body="return None", code="BR011", level="info"), "rule BR011: a check yields Judgements, or returns a list of them, not NoneType"),
    "no-check": (RULE.format(body="pass", code="BR012", level="info").replace(", check)", ", check(None))"), "gdlint_rules: PythonRule.check (BR012) is a function, not NoneType"),
    "function-type": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return {'mine': Function(('nummer',), 'number', int, '')}", "gdlint_functions: the function mine has a type 'nummer', which is none of text, number"),
    "function-result": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return {'mine': Function(('number',), 'int', int, '')}", "gdlint_functions: the function mine has a type 'int', which is none of"),
    "function-arguments": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return {'mine': Function('number', 'number', int, '')}", "gdlint_functions: Function.arguments (mine) cannot be 'number'"),
    "function-call": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return {'mine': Function((), 'number', 5, '')}", "gdlint_functions: Function.call (mine) is a function, not int"),
    "function-letters": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return {'Mine': Function((), 'number', int, '')}", "gdlint_functions: Mine is no name of a function: small letters"),
    "hook": (IMPORTS + "@hookimpl\ndef gdlint_readers(): 1 / 0", "gdlint_readers: ZeroDivisionError: "),
    "type": (IMPORTS + "@hookimpl\ndef gdlint_rules(): return [1]", "gdlint_rules: TypeError: expected PythonRule, not int"),
    "no-list": (IMPORTS + "@hookimpl\ndef gdlint_rules(): return 1", "gdlint_rules: expected a list of PythonRule, not int"),
    "code": (RULE.format(body="return []", code="GD999", level="info"), "rule GD999: codes that begin with GD are those of gdlint itself"),
    "no-code": (RULE.format(body="return []", code="x", level="info"), "rule x: 'x' is no code"),
    "level": (RULE.format(body="return []", code="BR001", level="fatal"), "rule BR001: "),
    "rule": (RULE.format(body="return [1 / 0]", code="BR002", level="info"), "rule BR002: ZeroDivisionError: "),
    "generator": (RULE.format(body="yield Judgement(True, 0, 1); 1 / 0", code="BR003", level="info"), "rule BR003: ZeroDivisionError"),
    "judgement": (RULE.format(body="return [True]", code="BR004", level="info"), "rule BR004: TypeError: expected Judgement, not bool"),
    "function-name": (IMPORTS + "@hookimpl\ndef gdlint_functions(): return {'count': Function((), 'number', int, '')}", "function count: the name is that of a built-in function"),
    "forms": (IMPORTS + "@hookimpl\ndef gdlint_forms(): return [Path('nothing.yaml')]", "forms nothing.yaml: nothing.yaml: cannot be read"),
    "reader": (IMPORTS + "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('.odd',), lambda data, name: 1 / 0)]", "reader r: ZeroDivisionError"),
    "finding": (IMPORTS + "@hookimpl\ndef gdlint_finding(finding): 1 / 0", "gdlint_finding: ZeroDivisionError"),
    "no-finding": (IMPORTS + "@hookimpl\ndef gdlint_finding(finding): return 1", "gdlint_finding: returned int, not a Finding"),
}  # fmt: skip


PRINTS: Final = (
    IMPORTS + "import atexit\nprint('at import')\natexit.register(print, 'at exit')\n"
    "def check(report):\n    print('in a rule')\n    yield Judgement(True, 0, 1)\n"
    "@hookimpl\ndef gdlint_rules():\n    print('in a hook')\n"
    "    return [PythonRule('PR001', 'printing', {'zh': 'a', 'en': 'a'}, 'b', 'info', check)]\n"
    "@hookimpl\ndef gdlint_finding(finding):\n    print('at a finding')\n"
    "    import subprocess, sys\n    subprocess.run([sys.executable, '-c', 'print(\"in a program\")'], check=True)\n"
)


def test_what_a_plugin_prints_goes_to_standard_error(tmp_path: Path) -> None:
    put(tmp_path / "prints.py", PRINTS)
    path = put(tmp_path / "a.txt", WRONG)
    called = in_a_process(tmp_path, path, "--plugin", "prints", "--format", "json")
    assert (called.status, called.data["summary"]["error"]) == (1, 1)
    for said in ("at import", "in a hook", "in a rule", "at a finding", "in a program", "at exit"):
        assert said in called.said


def test_a_library_leaves_the_streams_of_its_program_alone(tmp_path: Path) -> None:
    put(tmp_path / "prints.py", PRINTS)
    path = put(tmp_path / "a.txt", WRONG)
    program = (
        "import sys; from pathlib import Path; from gdlint.api import Choice, Session\n"
        "session = Session(Choice(plugins=('prints',))); before = sys.stdout\n"
        f"session.check(session.read(Path({str(path)!r}))); print(sys.stdout is before)"
    )
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, env=env)
    assert b"True" in done.stdout
    assert b"in a rule" in done.stdout


@pytest.mark.parametrize(
    "style", [["--format", "json"], ["--format", "r"], ["--format", "text"]], ids=" ".join
)
def test_an_exit_in_a_plugin_does_not_end_the_run(gdlint: Command, tmp_path: Path, style: list[str]) -> None:
    put(tmp_path / "leaves.py", IMPORTS + "import sys\ndef check(report): sys.exit(0)\n"
        "@hookimpl\ndef gdlint_rules(): return [PythonRule('EX001', 'leaving', {'zh': 'a', 'en': 'a'}, 'b', 'info', check)]\n"
        "@hookimpl\ndef gdlint_finding(finding): sys.exit(0)\n"
        "@hookimpl\ndef gdlint_reporters(): return [R]\n"
        "class R(Reporter):\n    name = 'r'\n    def file(self, result): sys.exit(0)\n")  # fmt: skip
    called = gdlint(tmp_path, put(tmp_path / "a.txt", WRONG), "--plugin", "leaves", *style)
    assert called.status == 2
    assert "leaves (--plugin) failed: rule EX001: SystemExit: 0" in called.err
    assert "leaves (--plugin) failed: gdlint_finding: SystemExit: 0" in called.err
    assert ("GD404" in called.out) is (style[1] != "r")


NAMED: Final = (
    IMPORTS
    + "@hookimpl\ndef gdlint_rules(): return [PythonRule({code!r}, {name!r}, {{'zh': 'a', 'en': 'a'}}, 'b', 'info', "
    "lambda report: [])]\n"
    "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('.r',), lambda data, name: '')]\n"
    "class Mine(Reporter):\n    name = {format!r}\n"
    "@hookimpl\ndef gdlint_reporters(): return [Mine]\n"
    "@hookimpl\ndef gdlint_functions(): return {{{function!r}: Function((), 'number', int, '')}}\n"
)
FIRST: Final = {"code": "AA001", "name": "first", "format": "lines", "function": "mine"}
CLASHES: Final[dict[str, tuple[dict[str, str], str]]] = {
    "code": ({"code": "AA001"}, "rule AA001: the code or name AA001 is that of one"),
    "name": ({"name": "first"}, "rule BB001: the code or name first is that of one"),
    "name of a built-in rule": ({"name": "litigation-total"}, "rule BB001: the code or name litigation-total is that of gdlint"),
    "name of a built-in group": ({"name": "arithmetic"}, "rule BB001: the code or name arithmetic is that of gdlint"),
    "format": ({"format": "lines"}, "reporter lines: one offers reporter lines already"),
    "own format": ({"format": "json"}, "reporter json: gdlint offers reporter json already"),
    "function": ({"function": "mine"}, "function mine: one offers function mine already"),
    "reader": ({}, "reader .r: one offers reader .r already"),
}  # fmt: skip


@pytest.mark.parametrize("kind", CLASHES)
def test_a_name_that_is_taken_is_said(gdlint: Command, tmp_path: Path, kind: str) -> None:
    changed, says = CLASHES[kind]
    put(tmp_path / "one.py", NAMED.format(**FIRST))
    second = {"code": "BB001", "name": "second", "format": "rows", "function": "other"}
    put(tmp_path / "two.py", NAMED.format(**{**second, **changed}))
    path = put(tmp_path / "a.txt", WRONG)
    called = gdlint(tmp_path, path, "--plugin", "one", "--plugin", "two")
    assert called.status == 2
    assert f"plugin two (--plugin) failed: {says}; the others went on" in called.err
    assert "GD404" in called.out


def test_two_plugins_of_one_name_are_said(gdlint: Command, installed: Path, tmp_path: Path) -> None:
    put(tmp_path / "other_plugin.py", NAMED.format(**FIRST))
    (tmp_path / "other-0.7.dist-info").mkdir()
    put(tmp_path / "other-0.7.dist-info" / "METADATA", "Metadata-Version: 2.1\nName: zother\nVersion: 0.7\n")
    put(tmp_path / "other-0.7.dist-info" / "entry_points.txt", "[gdlint]\nexample = other_plugin\n")
    called = gdlint(Path(f"{tmp_path}{os.pathsep}{installed}"), put(tmp_path / "a.txt", RIGHT))
    assert called.status == 2
    assert (
        "plugin example (zother 0.7) failed: load: a plugin of this name is there already (gdlint-example 1.2.3)"
        in called.err
    )


@pytest.fixture(scope="module")
def with_broken_ones(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Called:
    """A call where all broken plugins are installed beside the right one."""
    site = tmp_path_factory.mktemp("broken")
    for name, (code, _) in BROKEN.items():
        put(site / f"{name.replace('-', '_')}_broken.py", code)
        info = site / f"{name}-0.7.dist-info"
        info.mkdir()
        put(info / "METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.7\n")
        put(info / "entry_points.txt", f"[gdlint]\nbad-{name} = {name.replace('-', '_')}_broken\n")
    folder = tmp_path_factory.mktemp("reports")
    put(folder / "a.txt", WRONG)
    put(folder / "b.odd", WRONG)
    return in_a_process(Path(f"{site}{os.pathsep}{installed}"), folder, "--format", "json")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_named_in_one_line(with_broken_ones: Called, name: str) -> None:
    (line,) = [line for line in with_broken_ones.said if line.startswith(f"gdlint: plugin bad-{name} ")]
    begin, end = f"gdlint: plugin bad-{name} ({name} 0.7) failed: ", "; the others went on"
    assert line.startswith(begin)
    assert line.endswith(end)
    told = line.removeprefix(begin).removesuffix(end)
    assert BROKEN[name][1] in told if name == "version" else told.startswith(BROKEN[name][1])


def test_the_others_go_on(with_broken_ones: Called) -> None:
    read, unread = with_broken_ones.data["files"]
    assert with_broken_ones.status == 2
    assert [found["code"] for found in read["findings"]] == ["EX001", "GD404"]
    assert [found["code"] for found in unread["findings"]] == ["GD001"]


WRONG_FORMATS: Final = {
    "make": ("def __init__(self): 1 / 0", "ZeroDivisionError"),
    "begin": ("def begin(self, out, run): 1 / 0", "ZeroDivisionError"),
    "file": ("def file(self, result): 1 / 0", "ZeroDivisionError"),
    "end": ("def end(self, summary): 1 / 0", "ZeroDivisionError"),
    "text": (
        "def file(self, result): self.out.write('a text')",
        "TypeError: a bytes-like object is required",
    ),
    "number": ("def file(self, result): self.write(5)", "TypeError: write takes a text, not int"),
    "exit": ("def file(self, result): raise SystemExit(0)", "SystemExit: 0"),
}


@pytest.mark.parametrize("kind", WRONG_FORMATS)
def test_a_format_that_fails_writes_no_more_and_is_told_once(
    gdlint: Command, tmp_path: Path, kind: str
) -> None:
    body, cause = WRONG_FORMATS[kind]
    raising = (
        f"class Mine(Reporter):\n    name = 'r'\n    {body}\n@hookimpl\ndef gdlint_reporters(): return [Mine]"
    )
    put(tmp_path / "mine.py", f"{IMPORTS}{raising}")
    put(tmp_path / "a.txt", WRONG)
    put(tmp_path / "b.txt", WRONG)
    called = gdlint(tmp_path, tmp_path, "--plugin", "mine", "--format", "r")
    assert (called.status, called.out) == (2, "")
    (line,) = [line for line in called.said if "failed" in line]
    assert line.startswith(f"gdlint: plugin mine (--plugin) failed: reporter r: {cause}")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wrong_format_is_told_with_those_of_plugins(call: Caller, tmp_path: Path, language: str) -> None:
    code = "class Mine(Reporter):\n    name = 'of-a-guest'\n@hookimpl\ndef gdlint_reporters(): return [Mine]"
    plugin = put(tmp_path / "mine.py", f"{IMPORTS}{code}")
    path = put(tmp_path / "a.txt", RIGHT)
    called = call(path, "--plugin", plugin, "--format", "of-a-gest", "--lang", language)
    assert called.status == 2
    assert "of-a-guest" in called.err


def test_a_format_may_have_methods_of_its_own(gdlint: Command, tmp_path: Path) -> None:
    methods = "def file(self, result): self.files(result)\n    def files(self, result): self.write('one')\n    def send(self): pass\n    def header(self): pass"
    code = f"class Mine(Reporter):\n    name = 'r'\n    {methods}\n@hookimpl\ndef gdlint_reporters(): return [Mine]"
    put(tmp_path / "mine.py", f"{IMPORTS}{code}")
    called = gdlint(tmp_path, put(tmp_path / "a.txt", RIGHT), "--plugin", "mine", "--format", "r")
    assert (called.status, called.out) == (0, "one")


def test_a_format_for_another_command_is_told(gdlint: Command, tmp_path: Path) -> None:
    code = "class Mine(Reporter):\n    name = 'r'\n@hookimpl\ndef gdlint_reporters(): return [Mine]"
    put(tmp_path / "mine.py", f"{IMPORTS}{code}")
    called = gdlint(tmp_path, "extract", put(tmp_path / "a.txt", RIGHT), "--plugin", "mine", "--format", "r")
    assert (called.status, called.out) == (2, "")
    assert (
        "the format r of the plugin mine is for check alone; for extract, its `commands` have to name it"
        in called.err
    )


def test_a_reader_that_returns_a_source_is_told(tmp_path: Path) -> None:
    plugin = tmp_path / "guest.py"
    plugin.write_text(
        f"{IMPORTS}from gdlint.model.source import Source\n"
        "@hookimpl\ndef gdlint_readers():\n"
        "    return [Reader('r', ('.odd',), lambda data, name: Source(name, 'a'))]\n",
        encoding="utf-8",
    )
    session = Session(Choice(plugins=(str(plugin),)))
    assert session.read(b"", "a.odd").problem == "reader"
    (failure,) = session.plugins.failures
    assert (failure.where, failure.cause) == ("reader r", "TypeError: expected Page or str, not Source")


PAGES: Final[dict[str, tuple[str, str]]] = {
    "text": ("Page(b'a')", "Page.text cannot be b'a'"),
    "grids": ("Page('a', (1,))", "Page.grids cannot be (1,)"),
    "cells": ("Page('a', (StatedGrid((1,), 0, 1),))", "StatedGrid.cells cannot be (1,)"),
    "grid beyond the text": ("Page('a', (StatedGrid((), 0, 9),))", "a StatedGrid from 0 to 9"),
    "grid within a line": ("Page('ab', (StatedGrid((), 1, 2),))", "a StatedGrid from 1 to 2"),
    "cell beyond the grid": ("Page('ab', (StatedGrid((StatedCell(0, 0, 0, 2),), 0, 1),))", "StatedCell(row=0,"),
    "cell without a column": ("Page('ab', (StatedGrid((StatedCell(0, '0', 0, 1),), 0, 1),))", "StatedCell(row=0, column='0'"),
    "cell over no row": ("Page('ab', (StatedGrid((StatedCell(0, 0, 0, 1, 0),), 0, 1),))", "StatedCell(row=0,"),
    "origin": ("Page('a', (), [0])", "Page.origin cannot be [0]"),
    "starts without offsets": ("Page('a', (), SourceLines([0, 1], [0], [0]))", "the starts of SourceLines (2) ascend"),
    "starts that descend": ("Page('a', (), SourceLines([1, 0], [0, 1], [0]))", "the starts of SourceLines (2) ascend"),
    "no lines": ("Page('a', (), SourceLines([0], [0], []))", "SourceLines.line_starts cannot be []"),
    "starts without locations": ("Page('a', (), Located([0], []))", "the starts of Located (1) ascend"),
    "facts": ("Page('a', (), None, {'title': 1})", "Page.facts cannot be {'title': 1}"),
    "unknown fact": ("Page('a', (), None, {'titel': 'a'})", "Page.facts has no 'titel', only title, body, published, did you mean title?"),
    "cell that is cut off": ("Page('ab', (StatedGrid((StatedCell(0, 0, 0, 1),), 0, 2),))", "StatedCell(row=0, column=0, start=0, end=1, rows=1, columns=1) has lines of its own"),
    "cell that goes on in the next": (
        "Page('a\\nb', (StatedGrid((StatedCell(0, 0, 0, 3), StatedCell(0, 1, 2, 3)), 0, 3),))",
        "StatedCell(row=0, column=1, start=2, end=3, rows=1, columns=1) has lines of its own",
    ),
    "cells in another order than the text": (
        "Page('a\\nb', (StatedGrid((StatedCell(0, 0, 2, 3), StatedCell(0, 1, 0, 1)), 0, 3),))",
        "StatedCell(row=0, column=1, start=0,",
    ),
    "starts beyond the text": ("Page('a', (), SourceLines([0, 5], [0, 1], [0]))", "the starts of SourceLines are places in the text, which has 1 characters, not 5"),
    "offsets that are texts": ("Page('a', (), SourceLines([0], ['0'], [0]))", "SourceLines.offsets cannot be ['0']"),
    "two cells in one place": (
        "Page('a\\nb', (StatedGrid((StatedCell(0, 0, 0, 1), StatedCell(0, 0, 2, 3)), 0, 3),))",
        "StatedCell(row=0, column=0, start=2,",
    ),
    "cell below one over two rows": (
        "Page('a\\nb', (StatedGrid((StatedCell(0, 0, 0, 1, 2), StatedCell(1, 0, 2, 3)), 0, 3),))",
        "StatedCell(row=1, column=0, start=2, end=3, rows=1, columns=1) begins where another cell",
    ),
    "location of no kind": ("Page('a', (), Located([0], [Location('zone', ())]))", "there is no Location(kind='zone'"),
    "location without its numbers": (
        "Page('a', (), Located([0], [Location('cell', (('table', 1), ('line', 1)))]))",
        "there is no Location(kind='cell'",
    ),
    "numbers that are no pairs": ("Page('a', (), Located([0], [Location('paragraph', ('index', 1))]))", "there is no Location("),
    "no location": ("Page('a', (), Located([0], [1]))", "Located.locations cannot be 1"),
}  # fmt: skip


def reading(tmp_path: Path, body: str) -> Session:
    """A session with a reader of which this is what it does."""
    plugin = put(
        tmp_path / "guest.py",
        f"{IMPORTS}def read(data, name):\n    {body}\n"
        "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('.odd',), read)]\n",
    )
    return Session(Choice(plugins=(str(plugin),)))


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_that_does_not_hold_together_is_the_reader_s_mistake(tmp_path: Path, kind: str) -> None:
    made, told = PAGES[kind]
    session = reading(tmp_path, f"return {made}")
    assert session.read(b"", "a.odd").problem == "reader"
    (failure,) = session.plugins.failures
    assert failure.where == "reader r"
    assert failure.cause.startswith(told)


def test_a_file_that_a_reader_cannot_read_is_never_right(tmp_path: Path) -> None:
    session = reading(tmp_path, "raise UnreadableError('damage')")
    (found,) = session.check(session.read(b"", "a.odd")).findings
    assert found.code == "GD001"
    assert found.message["en"].startswith("the plugin that reads .odd files failed")
    (failure,) = session.plugins.failures
    assert failure.cause.endswith("did you mean damaged?")
    session = reading(tmp_path, "raise UnreadableError('damaged')")
    (found,) = session.check(session.read(b"", "a.odd")).findings
    assert found.message["en"] == "the file is damaged or incomplete"
    assert not session.plugins.failures


def test_cells_beside_one_over_two_rows_are_right(tmp_path: Path) -> None:
    cells = "(StatedCell(0, 0, 0, 1, 2), StatedCell(0, 1, 2, 3), StatedCell(1, 1, 4, 5))"
    session = reading(tmp_path, f"return Page('a\\nb\\nc', (StatedGrid({cells}, 0, 5),))")
    assert session.read(b"", "a.odd").problem is None
    assert not session.plugins.failures


@pytest.mark.parametrize("command", [["extract"], ["explain", "GD404"]])
def test_each_command_says_that_a_reader_failed(gdlint: Command, tmp_path: Path, command: list[str]) -> None:
    reading(tmp_path, "raise KeyError('odd')")
    report = put(tmp_path / "a.odd", "x")
    called = gdlint(tmp_path, *command, report, "--plugin", tmp_path / "guest.py")
    assert called.status == 2
    assert "the plugin that reads .odd files failed" in called.err
    assert "KeyError: 'odd' (guest.py:" in called.err
    assert "internal fault" not in called.err


def test_a_failure_names_the_line_of_the_plugin(tmp_path: Path) -> None:
    session = reading(tmp_path, "return helped()\nimport json\ndef helped(): return json.loads('{')")
    session.read(b"", "a.odd")
    (failure,) = session.plugins.failures
    line = (
        (tmp_path / "guest.py")
        .read_text(encoding="utf-8")
        .splitlines()
        .index("def helped(): return json.loads('{')")
    )
    assert failure.cause.endswith(f" (guest.py:{line + 1})")


def test_a_reader_is_asked_of_files_with_an_ending_that_nobody_knows(tmp_path: Path) -> None:
    plugin = put(
        tmp_path / "guest.py",
        f"{IMPORTS}def read(data, name): return data.decode().removeprefix('%ODD')\n"
        "@hookimpl\ndef gdlint_readers(): return [Reader('r', ('.odd',), read, lambda head: head.startswith(b'%ODD'))]\n",
    )
    session = Session(Choice(plugins=(str(plugin),)))
    odd = ("%ODD" + WRONG).encode()
    assert [session.read(odd, name).text == WRONG for name in ("a.odd", "a.unknown", "a", "a.txt")] == [
        True,
        True,
        True,
        False,
    ]
    assert session.read(WRONG.encode(), "a.unknown").text == WRONG
    assert not session.plugins.failures


def test_a_hook_may_be_implemented_under_another_name_or_be_one_of_later_versions(tmp_path: Path) -> None:
    plugin = put(
        tmp_path / "guest.py",
        f"{IMPORTS}@hookimpl(specname='gdlint_readers')\ndef mine(): return []\n"
        "@hookimpl(optionalhook=True)\ndef gdlint_of_later(): return []\n",
    )
    session = Session(Choice(plugins=(str(plugin),)))
    assert not session.plugins.failures
    assert "gdlint_readers" in session.plugins.loaded[0].hooks


def test_a_folder_that_is_no_form_is_told(tmp_path: Path) -> None:
    session = Session(Choice(plugins=(str(tmp_path),)))
    (failure,) = session.plugins.failures
    assert failure.cause.startswith(f"there is no form.yaml in the folder {tmp_path}")


def test_a_function_that_returns_another_type_is_told(tmp_path: Path) -> None:
    from gdlint.api import Choice, Session

    code = "@hookimpl\ndef gdlint_functions(): return {'mine': Function(('number',), 'number', str, '')}"
    plugin = put(tmp_path / "mine.py", f"{IMPORTS}{code}")
    session = Session(Choice(plugins=(str(plugin),)))
    call = session.catalogue.dialect.added["mine"].call
    assert call(1) is UNKNOWN
    (failure,) = session.plugins.failures
    assert (failure.where, failure.cause) == ("function mine", "TypeError: returned str, not a number")


def test_a_module_can_be_named_in_the_call(gdlint: Command, tmp_path: Path) -> None:
    body = "yield Judgement(False, 0, 3)"
    put(tmp_path / "mine.py", RULE.format(body=body, code="MY001", level="warning"))
    path = put(tmp_path / "a.txt", RIGHT)
    called = gdlint(tmp_path, path, "--plugin", "mine", "--plugin", "mine", "--format", "json")
    assert [found["code"] for found in called.data["files"][0]["findings"]] == ["MY001"]
    called = gdlint(tmp_path, path, "--plugin", "nothing_here")
    assert called.status == 2
    assert "gdlint: plugin nothing_here (--plugin) failed: load: ModuleNotFoundError" in called.err


def test_a_file_can_be_named_in_the_call(gdlint: Command, tmp_path: Path) -> None:
    body = "yield Judgement(False, 0, 3)"
    plugin = put(tmp_path / "mine.py", RULE.format(body=body, code="MY001", level="warning"))
    called = gdlint(Path(), put(tmp_path / "a.txt", RIGHT), "--plugin", plugin, "--format", "json")
    assert [found["code"] for found in called.data["files"][0]["findings"]] == ["MY001"]
    called = gdlint(Path(), tmp_path / "a.txt", "--plugin", tmp_path / "none.py")
    assert called.status == 2
    assert "gdlint: plugin none (--plugin) failed: load: FileNotFoundError: no such file" in called.err


def test_what_a_plugin_fails_at_is_said_before_what_lacks_for_it(gdlint: Command, tmp_path: Path) -> None:
    plugin, report = put(tmp_path / "mine.py", "import nothing_here"), put(tmp_path / "a.txt", RIGHT)
    for option, lacks in (("--select", "MY001"), ("--format", "mine")):
        called = gdlint(Path(), report, "--plugin", plugin, option, lacks)
        failed, lacking = called.said
        assert (called.status, called.out) == (2, "")
        assert failed.startswith("gdlint: plugin mine (--plugin) failed: load: ModuleNotFoundError: ")
        assert lacks in lacking or option in lacking


def block(kind: str, number: int) -> str:
    """A block of code of docs/plugins.md."""
    found: str = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)[number]
    return found


def test_the_first_example_of_the_page_works_in_its_folder(tmp_path: Path) -> None:
    put(tmp_path / "my_plugin.py", block("python", 0))
    put(tmp_path / "report.txt", RIGHT)
    commands = re.findall(r"^\$ gdlint (.*)$", block("console", 0), re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "gdlint", *command.split()],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert (done.returncode, [line for line in done.stderr.split("\n") if "plugin" in line]) == (0, [])
        assert "EX001" in done.stdout or "my_plugin" in done.stdout


def signatures() -> str:
    """The hooks as a plugin writes them."""
    hooks = [(name, signature(hook)) for name, hook in vars(Hooks).items() if name.startswith("gdlint_")]
    lines = [f"def {name}{_without_self(found)}: ..." for name, found in hooks]
    return "\n".join(lines) + "\n"


def _without_self(found: Signature) -> str:
    parameters = [each for name, each in found.parameters.items() if name != "self"]
    return _unqualified(str(found.replace(parameters=parameters)))


def _unqualified(annotation: str) -> str:
    return re.sub(r"\b(?:\w+\.)+(?=\w)", "", annotation)


def fields(kind: type) -> str:
    """A type as the page shows it."""
    defaults = getattr(kind, "_field_defaults", {})
    shown = [
        f"{name}: {_unqualified(formatannotation(hint))}{' = …' if name in defaults else ''}"
        for name, hint in kind.__annotations__.items()
    ]
    return f"{kind.__name__}({', '.join(shown)})\n"


def test_the_page_shows_the_signatures_of_all_hooks() -> None:
    assert block("python", 1) == signatures()


SHOWN: Final[tuple[type, ...]] = (
    PythonRule, Judgement, Function, Reader, Page, StatedGrid, StatedCell, SourceLines, Located, Location, Fix, Edit, FileResult, RunInfo,
)  # fmt: skip


def test_the_page_shows_what_the_types_are_made_of() -> None:
    assert block("text", 0) == "".join(map(fields, SHOWN))


def test_the_page_names_all_reasons_for_which_a_reader_cannot_read() -> None:
    (told,) = re.findall(r"raises `UnreadableError`, with a reason: (.*?)\. A whole reader", PAGE, re.DOTALL)
    of_gdlint_alone = {"office", "reader"}
    assert set(re.findall(r"`([a-z-]+)`", told)) - {"detail"} == set(REASONS) - of_gdlint_alone


NO_NETWORK: Final = """
import sys, socket, json
events = []
sys.addaudithook(lambda event, args: events.append(event) if event.startswith(("socket.", "urllib.", "http.")) else None)
socket.socket().close()
assert events, "the watch sees nothing"
events.clear()
from gdlint.cli.main import run
for args in json.loads(sys.argv[1]):
    run(args)
import pkgutil, importlib, gdlint
for module in pkgutil.walk_packages(gdlint.__path__, "gdlint."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
sys.exit(f"sockets: {events}" if events else 0)
"""


def test_nothing_opens_a_socket(installed: Path, tmp_path: Path) -> None:
    put(tmp_path / ".gdlint.yaml", "ignore: [GD6]")
    path = str(put(tmp_path / "a.txt", WRONG))
    calls = [[path], [path, "--format", "json"], ["extract", path], ["config", path], ["plugins"], ["--help"],
             ["baseline", path, "-o", str(tmp_path / "b.json")], [path, "--baseline", str(tmp_path / "b.json")]]  # fmt: skip
    env = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", NO_NETWORK, json.dumps(calls)], capture_output=True, env=env, check=False
    )
    assert (done.returncode, done.stderr.decode().count("sockets")) == (0, 0), done.stderr.decode()
