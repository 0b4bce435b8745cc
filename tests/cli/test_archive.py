"""A copy of gdlint in an archive says so, instead of finding no rules and nothing wrong."""

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

import gdlint
from support.calls import environment
from support.extent import FULL
from support.reports import WRONG

CALLS: Final = [
    ["a.txt"],
    ["extract", "a.txt"],
    ["rules"],
    ["explain", "GD404"],
    ["config"],
    ["pack", "list"],
]
PACKAGE: Final = Path(gdlint.__file__).parent


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the package, and a report beside it."""
    path = tmp_path_factory.mktemp("zipped") / "app.zip"
    with zipfile.ZipFile(path, "w") as file:
        for part in PACKAGE.rglob("*.py"):
            file.write(part, part.relative_to(PACKAGE.parent))
    (path.parent / "a.txt").write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize("args", CALLS if FULL else CALLS[::3], ids=" ".join)
def test_it_is_one_line(archive: Path, args: list[str]) -> None:
    code = f"import sys; sys.path.insert(0, {str(archive)!r}); from gdlint.__main__ import main; main()"
    env = environment({"GDLINT_LANG": "en"})
    call = [sys.executable, "-P", "-c", code, *args]
    done = subprocess.run(call, capture_output=True, check=False, cwd=archive.parent, env=env)
    said = f"gdlint: gdlint cannot run inside the archive {archive}: install it with pip, or unpack it\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)
