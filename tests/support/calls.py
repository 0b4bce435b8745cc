"""Calls of the command line: inside this process for most tests, as a process of its own for a few."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from gdlint.cli.main import run

LOCALE: Final = ("GDLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "GDLINT_DEBUG")


class Called(NamedTuple):
    """What a call left: its exit status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def said(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


class Caller:
    """Calls the command line inside this process, with a locale that says nothing (so Chinese)."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch
        for name in LOCALE:
            monkeypatch.delenv(name, raising=False)

    def __call__(self, *args: str | Path, stdin: bytes = b"") -> Called:
        """Arguments and standard input in, what the call left out."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capsys.readouterr()
        status = run([str(arg) for arg in args])
        return Called(status, *self._capsys.readouterr())


def process(*args: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Called:
    """Arguments of `python -m gdlint` in, what the process left out."""
    done = subprocess.run(
        [sys.executable, "-m", "gdlint", *map(str, args)],
        input=stdin,
        capture_output=True,
        check=False,
        env=environment(env),
    )
    return Called(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process without any locale but what is given."""
    kept = {name: value for name, value in os.environ.items() if name not in LOCALE}
    return {**kept, "PYTHONUTF8": "1", **(extra or {})}
