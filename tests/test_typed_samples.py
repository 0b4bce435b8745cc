"""The samples of README.md, docs/library.md, docs/model.md and docs/extending.md as a program with strict types has them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from test_extending import FILES
from test_library import ROOT, SAMPLES

STRICT: Final = ("--strict", "--config-file=", "--cache-dir", str(ROOT / ".mypy_cache" / "samples"))


def mypy(folder: Path) -> str:
    """What mypy --strict says of the files of a folder, "" where nothing is wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *STRICT, *sorted(map(str, folder.glob("*.py")))],
        cwd=folder, env={**os.environ, "MYPYPATH": str(ROOT)}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_samples_pass_mypy_strict_and_a_wrong_key_does_not(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    for n, sample in enumerate(SAMPLES):
        (tmp_path / f"sample_{n}.py").write_text(str(sample.values[0]), encoding="utf-8")
    for name, text in FILES.items():
        if name.endswith(".py"):
            (tmp_path / name).write_text(text, encoding="utf-8")
    assert mypy(tmp_path) == ""
    wrong = 'import gdlint\n\ngdlint.extract("")["yaer"]\n'
    (tmp_path / "wrong.py").write_text(wrong, encoding="utf-8")
    assert "yaer" in mypy(tmp_path)
