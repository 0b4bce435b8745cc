"""The way of a rule over a report is short enough to be read."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
MOST: Final = 40


def counted(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "tools/stations.py", *args], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_no_rule_runs_through_more_files_over_a_report_than_one_can_read() -> None:
    done = counted("--most", str(MOST))
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_rule_that_runs_through_more_is_named() -> None:
    done = counted("GD401", "--most", "3")
    assert done.returncode == 1
    assert "GD401: " in done.stdout.splitlines()[-1]
    assert "more than 3" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("code", ["GD113", "GD401", "GD604"])
def test_what_makes_rules_ready_is_not_in_the_way_of_one_that_is(code: str) -> None:
    way = counted(code, "--files").stdout
    assert "engine/run.py: " in way
    for file in ("engine/preparing.py", "expressions/compiler.py", "expressions/calls.py"):
        assert f"{file}: " not in way
