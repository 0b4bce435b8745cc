"""The wheel holds all it needs: installed where no checkout is, it says what the checkout says."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from support.calls import environment
from support.extent import dear

ROOT: Final = Path(__file__).resolve().parents[1]
LEFT_OUT: Final = (
    ".*cache*",
    ".git",
    ".venv",
    ".hypothesis",
    "__pycache__",
    "tests",
    "docs",
    "_bundle.jsonl",
    "dist",
)


class Installed(NamedTuple):
    """A virtual environment with the wheel in it, and the wheel."""

    folder: Path
    wheel: Path

    @property
    def scripts(self) -> Path:
        """Where its commands are."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the checkout that has no bundle yet."""
    folder = tmp_path_factory.mktemp("build")
    shutil.copytree(ROOT, folder / "source", ignore=shutil.ignore_patterns(*LEFT_OUT))
    isolation = ["--no-isolation"] if find_spec("hatchling") else []
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        *isolation,
        "--outdir",
        str(folder),
        str(folder / "source"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A fresh virtual environment with the wheel; what gdlint depends on comes from this interpreter."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    done = subprocess.run([*pip, str(wheel)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (site,) = (path.parent for path in folder.rglob("gdlint/__init__.py"))
    lines = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (site.parent / "dependencies.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Installed(folder, wheel)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """An empty folder, with nothing but a copy of the example report."""
    shutil.copy(ROOT / "examples" / "report.txt", tmp_path)
    return tmp_path


def ran(command: Sequence[str | Path], folder: Path, path: str = "") -> tuple[int, str, str]:
    """A command, a folder and a path of modules in, its exit status and what it wrote out."""
    variables = {**environment(), "PYTHONPATH": path}
    done = subprocess.run(
        list(map(str, command)), cwd=folder, capture_output=True, encoding="utf-8", check=False, env=variables
    )
    return done.returncode, done.stdout, done.stderr


def test_the_forms_rules_and_grammars_are_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name: archive.read(name) for name in archive.namelist() if name.startswith("gdlint/_data/")}
    there = [
        *(ROOT / "rules").rglob("*.yaml"),
        *(ROOT / "rules").rglob("*.txt"),
        *(ROOT / "grammars").glob("*.lark"),
    ]
    assert inside == {
        f"gdlint/_data/{path.relative_to(ROOT).as_posix()}": path.read_bytes() for path in there
    }


@pytest.mark.parametrize(
    "name", ["gdlint/py.typed", "gdlint/data/_bundle.jsonl", "gdlint/reporters/check.schema.json",
             "gdlint/reporters/extract.schema.json", "gdlint/engine/rules.schema.json",
             "gdlint/reporters/rule_list.schema.json", "gdlint/_data/rules/patterns.yaml", "gdlint/__main__.py"]
)  # fmt: skip
def test_all_else_is_inside(wheel: Path, name: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert name in archive.namelist()


def test_nothing_else_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"gdlint"}
    assert [name for name in names if "__pycache__" in name or "test" in name] == []


def test_it_is_the_installed_package_that_runs(installed: Installed, empty: Path) -> None:
    code = "import gdlint, gdlint.data.resources as r; print(gdlint.__file__); print(r.root())"
    status, out, err = ran([installed.scripts / "python", "-c", code], empty)
    assert (status, err) == (0, "")
    assert all(Path(line).is_relative_to(installed.folder) for line in out.splitlines())


def test_the_bundle_is_current(installed: Installed, empty: Path) -> None:
    code = (
        "import sys; from gdlint import api; from gdlint.data import builtin; rules = api.rules_for();"
        "assert builtin.expressions(); assert rules; assert 'yaml' not in sys.modules;"
        "assert 'gdlint.expressions.grammar' not in sys.modules"
    )
    assert ran([installed.scripts / "python", "-c", code], empty) == (0, "", "")


@pytest.mark.parametrize(
    "head",
    ["", "索引号：A1 发布机构：某镇人民政府\n\n", "索引号 A1 发布机构 某镇人民政府 发布日期 2024-01-20\n\n", "# 年度报告\n\n"],
    ids=["plain", "portal", "portal-without-colons", "markdown"],
)  # fmt: skip
def test_a_report_is_read_without_compiling_a_regular_expression(
    installed: Installed, empty: Path, head: str
) -> None:
    code = (
        "import re, sys, types; from gdlint.cli.main import run; from gdlint.data import regexcode; made = []\n"
        "compiled = lambda pattern, flags=0: made.append(pattern) or re.compile(pattern, flags)\n"
        "regexcode.re = types.SimpleNamespace(compile=compiled)\n"
        "run(['report.txt', '--quiet']); print('made:', *made, file=sys.stderr)"
    )
    report = empty / "report.txt"
    report.write_text(head + report.read_text(encoding="utf-8"), encoding="utf-8")
    status, out, err = ran([installed.scripts / "python", "-c", code], empty)
    assert (status, err) == (0, "made:\n")
    assert out


UNNEEDED: Final = {
    # Rooms that an ordinary report does not come through, and readers of other formats.
    "gdlint.annotations", "gdlint.emptyforms", "gdlint.examples", "gdlint.fixes", "gdlint.packs", "gdlint.wordfile",
    "gdlint.readers.docx", "gdlint.readers.drawn", "gdlint.readers.html", "gdlint.readers.ofd", "gdlint.readers.pdf",
    # What is looked at when a bundle is made, and not again.
    "gdlint.claims.written_words", "gdlint.data.yamlfile", "gdlint.expressions.grammar", "gdlint.expressions.known_texts",
    "gdlint.matching.literals", "gdlint.matching.written_patterns",
    # What only some calls need.
    "gdlint.api", "gdlint.cli.files_from", "gdlint.cli.gitignore", "gdlint.cli.missing", "gdlint.cli.templates",
    "gdlint.config.read_settings", "gdlint.words.setting_faults",
    # Libraries of others.
    "lark", "lxml", "packaging", "pathspec", "pypdfium2", "turbohtml", "xlsxwriter", "yaml",
    "bz2", "concurrent", "hashlib", "logging", "lzma", "multiprocessing", "pickle", "random", "shutil", "subprocess", "tempfile",
    "zipfile",
}  # fmt: skip
"""what a check of one text loads none of"""
# click asks shutil how wide a line of the help may be.
UNNEEDED_FOR_HELP: Final = (UNNEEDED - {"bz2", "lzma", "shutil"}) | {
    "gdlint.cli.check", "gdlint.claims", "gdlint.engine", "gdlint.expressions", "gdlint.forms", "gdlint.matching",
    "gdlint.readers", "gdlint.rules", "gdlint.scopes", "gdlint.session", "gdlint.syntax", "decimal", "json", "re2",
}  # fmt: skip


@pytest.mark.parametrize(
    ("args", "unneeded"), [(["report.txt"], UNNEEDED), (["--help"], UNNEEDED_FOR_HELP)], ids=["check", "help"]
)
def test_a_start_loads_nothing_that_it_does_not_need(
    installed: Installed, empty: Path, args: list[str], unneeded: set[str]
) -> None:
    code = "import sys; from gdlint.cli.main import run; run(sys.argv[1:]); print('loaded:', *sorted(sys.modules), file=sys.stderr)"
    _, out, err = ran([installed.scripts / "python", "-c", code, *args], empty)
    assert out
    assert unneeded & set(err.rpartition("loaded:")[2].split()) == set()


def test_to_import_the_library_loads_no_rules(installed: Installed, empty: Path) -> None:
    code = "import sys; import gdlint.api; print(*sorted(sys.modules))"
    rooms = ("claims", "cli", "engine", "expressions", "forms", "matching", "rules", "scopes", "syntax")
    status, out, err = ran([installed.scripts / "python", "-c", code], empty)
    assert (status, err) == (0, "")
    assert {"click", "lark", "re2", "yaml", *(f"gdlint.{room}" for room in rooms)} & set(out.split()) == set()


@cache
def said_by_the_checkout(*args: str) -> tuple[int, str, str]:
    """The same for a call of the checkout, beside the example report."""
    return ran([sys.executable, "-m", "gdlint", *args], ROOT / "examples", str(ROOT))


@pytest.mark.parametrize(
    "command",
    [["gdlint"], ["python", "-m", "gdlint"], pytest.param(["gdlint-report"], marks=dear)],
    ids=" ".join,
)
@pytest.mark.parametrize(
    "args",
    [
        ["report.txt"],
        ["report.txt", "--format", "json", "--select", "ALL"],
        ["extract", "report.txt"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_every_command_says_what_the_checkout_says(
    installed: Installed, empty: Path, command: list[str], args: list[str]
) -> None:
    there = ran([installed.scripts / command[0], *command[1:], *args], empty)
    assert there == said_by_the_checkout(*args)
    assert there[0] == (1 if args[0] == "report.txt" else 0)
    assert there[1]
