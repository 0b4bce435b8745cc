"""Packs, settings, baselines, caches and documents that were written to do harm are refused in one line with their place, or run.

A short run tries every sixth of them. What each takes of time and memory is measured by `python tests/measure_hostile.py`.
"""

import os
from pathlib import Path

import pytest

from support.calls import Caller
from support.extent import extent
from support.hostile import HOSTILE, Hostile, write
from support.terminal import harms

LONGEST_LINE = 1_000
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and devices by name here")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the cache of the user or of another test."""
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("case", HOSTILE[:: extent(1, 6)], ids=lambda case: case.name)
def test_it_is_refused_with_its_place_or_runs(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: Hostile
) -> None:
    write(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    called = call(*case.args, "--lang", "en")
    assert all(len(line) < LONGEST_LINE for line in called.said)
    assert harms(called.out + called.err) == []
    assert "s3cret" not in called.err
    if case.place:
        assert (called.status, called.out, len(called.said)) == (2, "", 1), called
        said = called.err.removeprefix("gdlint: ").replace(f"{tmp_path}/", "")
        assert said.startswith(case.place), said
        assert case.says in said
    elif case.fails:
        assert called.status == 2, called
        assert case.fails in called.err
        assert "1 file(s) checked" in called.err
    else:
        assert called.status in (0, 1), called
    assert "internal" not in called.err


def test_there_are_at_least_a_hundred_and_twenty() -> None:
    assert len({case.name for case in HOSTILE}) == len(HOSTILE) >= 120
