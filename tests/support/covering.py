"""Which tests run which line, and how long each takes."""

import functools
import gc
import json
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, Final, NamedTuple, Self

import coverage
import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
TESTS: Final = str(ROOT / "tests")


class Covering(NamedTuple):
    """Seconds of each test, and the tests that run each line of each file; line 0 is any line of a function in it."""

    seconds: Mapping[str, float]
    lines: Mapping[str, Mapping[int, frozenset[str]]]

    def tests(self, path: Path, lines: Collection[int]) -> list[str]:
        """The tests that run one of the lines of a file (none: any line of it), the fastest first."""
        by_line = self.lines.get(str(path.relative_to(ROOT)), {})
        found = set().union(*(by_line.get(line, ()) for line in lines or (0,)))
        return sorted(found, key=lambda test: self.seconds[test])

    def written(self) -> str:
        """As JSON."""
        numbers = {test: n for n, test in enumerate(self.seconds)}
        lines = {
            path: {line: sorted(numbers[test] for test in tests) for line, tests in by_line.items()}
            for path, by_line in self.lines.items()
        }
        return json.dumps({"seconds": self.seconds, "lines": lines})

    @classmethod
    def read(cls, text: str) -> Self:
        """JSON that `written` wrote in."""
        data = json.loads(text)
        names = list(data["seconds"])
        lines = {
            path: {int(line): frozenset(names[n] for n in numbers) for line, numbers in by_line.items()}
            for path, by_line in data["lines"].items()
        }
        return cls(data["seconds"], lines)


class Recorder:
    """A plugin of pytest that tells coverage which test runs, and clocks it.

    What was kept from an earlier test is forgotten before each, else only the first of them would run the code behind it.
    """

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Around each test."""
        forget()
        self.measured.switch_context(item.nodeid)
        begin = perf_counter()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = perf_counter() - begin
            self.measured.switch_context("")


def forget() -> None:
    """Empty every cache of a function of this checkout."""
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper):
            code = getattr(kept.__wrapped__, "__code__", None)
            if code and code.co_filename.startswith(str(ROOT)):
                kept.cache_clear()


def measure(folders: Sequence[str], arguments: Sequence[str]) -> Covering | None:
    """Run all tests once, in this process; None unless all pass."""
    measured = coverage.Coverage(data_file=None, include=[f"{ROOT}/{folder}/*" for folder in folders])
    recorder = Recorder(measured)
    measured.start()
    status = pytest.main([TESTS, *arguments], plugins=[recorder])
    measured.stop()
    if status:
        return None
    data = measured.get_data()
    lines = {
        str(Path(path).relative_to(ROOT)): _by_line(data.contexts_by_lineno(path))
        for path in data.measured_files()
    }
    return Covering(recorder.seconds, lines)


def _by_line(contexts: Mapping[int, Iterable[str]]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for line, tests in contexts.items():
        named = {test for test in tests if test}
        found[line] |= named
        found[0] |= named
    return {line: frozenset(tests) for line, tests in found.items()}
