"""What every format is given, and how it writes: the head, one file after the other, the end."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from gdlint.model.finding import Outcome
from gdlint.model.report import Report

Summary = Mapping[str, Any]
"""`files`, the number of findings by severity, and `rules` where statistics were asked for"""
Packs = Sequence[Mapping[str, str]]
"""name, version and origin of each"""


class CheckedFile(NamedTuple):
    """One file as it was checked: what was read, what is to be said, the packs, and the levels at which the call fails."""

    report: Report
    outcome: Outcome
    packs: Packs = ()
    fatal: tuple[str, ...] = ("error",)


class RunInfo(NamedTuple):
    """What a format may know of a run. `rules` are those that ran, as `gdlint rules --format json` has them, and all of them
    only at the end; `columns` is the width of the terminal, None where the output goes elsewhere."""

    language: str
    rules: Callable[[], Sequence[Mapping[str, Any]]] = tuple
    columns: int | None = None
    colour: bool = False
    template: str | None = None
    """of a notice, in place of the own one"""


class Writer:
    """A format: it keeps nothing of a file that it has written. `suffix` is the ending of its files."""

    suffix = ".txt"
    binary = False
    """it is nothing for a terminal"""

    def begin(self, out: BinaryIO, run: RunInfo) -> None:
        """Take the output, and write what stands before all files."""
        self.out, self.run, self.language = out, run, run.language
        self.head()

    def head(self) -> None:
        """Write what stands before all files."""

    def file(self, checked: CheckedFile) -> None:
        """Write one file."""

    def end(self, summary: Summary) -> None:
        """Write what stands behind all files."""

    def index(self, rows: Sequence[tuple[Any, str]], statistics: Any) -> str:
        """A file that leads to the files of many reports, each a `Row` with its name; "" where the format has none."""
        return ""

    def write(self, text: str) -> None:
        """Write a text in UTF-8."""
        self.out.write(text.encode("utf-8", "backslashreplace"))
