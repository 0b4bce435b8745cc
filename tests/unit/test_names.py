"""The same word means one thing in the whole package."""

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


def test_no_two_public_types_and_no_two_modules_share_a_name_that_is_not_explained() -> None:
    done = subprocess.run(
        [sys.executable, "tools/names.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "has no namesake" in done.stdout) == (0, False), done.stdout
