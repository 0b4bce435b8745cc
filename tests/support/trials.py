"""Trying mutants of code: each in a process of its own, forked before anything of gdlint was imported."""

import ast
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Final

import pytest

from support.code_mutants import Mutant
from support.covering import ROOT, Covering

ARGUMENTS: Final = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
EXAMPLES: Final = 20
"""so many texts hypothesis tries, always the same ones"""
FIRST: Final = 1.0
"""so many seconds of tests are tried before the others are collected"""
MEMORY: Final = 4 << 30
PASSED: Final = 0
UNTRIED: Final = 70
"""the status of a process that could not try; pytest says 5 where it finds none of the tests"""


class Chosen:
    """A plugin of pytest that runs some tests, in the order in which they are given."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.order = {test: n for n, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Drop the others."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


class Changed(MetaPathFinder, Loader):
    """Imports one file as a mutant has it."""

    def __init__(self, path: Path, code: CodeType) -> None:
        self.path, self.code = path, code
        self.name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")

    def find_spec(self, fullname: str, path: Any, target: ModuleType | None = None) -> ModuleSpec | None:
        """The changed module by its name."""
        return spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def create_module(self, spec: ModuleSpec) -> None:
        """As usual."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        exec(self.code, module.__dict__)  # noqa: S102 (the code of this checkout, changed by us)


def outcome(mutant: Mutant, covering: Covering, budget: float) -> str:
    """A mutant and seconds of tests in; killed, killed by time, survived, untested, or not tried (a fault of these tools) out."""
    tests = covering.tests(mutant.path, mutant.lines if mutant.function else ())
    if not tests:
        return "untested"
    for part in _parts(tests, covering, budget):
        limit = 10 + 4 * sum(covering.seconds[test] for test in part)
        status = _status(mutant, part, limit)
        if status in (UNTRIED, pytest.ExitCode.NO_TESTS_COLLECTED):
            return "not tried"
        if status != PASSED:
            return "killed" if status is not None else "killed by time"
    return "survived"


def untouched(path: Path) -> Mutant:
    """A mutant of a file that is no other than the file: it has to survive."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return Mutant(path, tree, range(0), "", 0, "nothing changed", lambda: None)


def quietly() -> None:
    """Make hypothesis try few examples, and keep what is written out of the checkout."""
    from support import profile

    profile.EXAMPLES = EXAMPLES  # type: ignore[misc]
    os.environ["GDLINT_CACHE"] = tempfile.mkdtemp(prefix="gdlint-mutants-")


def _parts(tests: Sequence[str], covering: Covering, budget: float) -> Iterator[list[str]]:
    """The fastest tests, file by file: first those of a second, then those that the budget allows."""
    spent = 0.0
    within: dict[bool, list[str]] = {True: [], False: []}
    for test in tests:
        spent += covering.seconds[test]
        if spent > budget and (within[True] or within[False]):
            break
        within[spent <= FIRST].append(test)
    for part in (within[True], within[False]):
        if part:
            yield sorted(part, key=lambda test: test.split("::")[0])


def _status(mutant: Mutant, tests: Sequence[str], limit: float) -> int | None:
    """The exit status of pytest; None when it took too long."""
    child = os.fork()
    if not child:
        _try(mutant, tests)
    end = time.monotonic() + limit
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _try(mutant: Mutant, tests: Sequence[str]) -> None:
    """Run tests with a mutant, and end the process with what came of it."""
    status = UNTRIED
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silence, stream)
        mutant.make()
        code = compile(mutant.tree, str(mutant.path), "exec")
        sys.meta_path.insert(0, Changed(mutant.path, code))
        files = [str(ROOT / file) for file in dict.fromkeys(test.split("::")[0] for test in tests)]
        status = int(pytest.main([*files, *ARGUMENTS], plugins=[Chosen(tests)]))
    finally:
        os._exit(status)
