"""What every format of output is, gdlint's own as those of plugins: it begins, is given one file after the other, and ends."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from gdlint.model.claim import Claim
from gdlint.model.finding import Finding
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source

COMMANDS = ("check", "extract", "rules")
"""the commands that may take a format"""
CALLED = ("begin", "head", "file", "end")
"""the methods of a format that a run calls, and that a format makes its own"""
Summary = Mapping[str, Any]
"""`files`, the number of findings by severity, and `rules` where statistics were asked for"""


def _nothing(*_: Any) -> tuple[()]:
    return ()


class RunInfo(NamedTuple):
    """What a format may know of a run.

    `rules` gives the rules that ran as `gdlint rules --format json` has them, and all of them only at the end; `excerpt` the
    lines of a text around a finding, with its place marked; `claims` what the text of a report says in figures, each with the
    place of its number; `what` is the part that was asked for, where a format has several. `columns` is the width of the
    terminal, None where the output goes elsewhere.
    """

    language: str
    rules: Callable[[], Sequence[Mapping[str, Any]]] = _nothing
    columns: int | None = None
    colour: bool = False
    excerpt: Callable[[Source, Finding], Sequence[str]] = _nothing
    claims: Callable[[Report], Sequence[tuple[Claim, int]]] = _nothing
    what: str = ""
    template: str | None = None
    """of a notice, in place of the own one"""


class Reporter:
    """A format. One is made for each output, without arguments, and keeps nothing of a file that it has written.

    `name` is what `--format` calls it, `suffix` the ending of its files, `commands` are those that take it: `check` and
    `extract` give it files (`extract` without findings), `rules` none.
    """

    name = ""
    suffix = ".txt"
    commands: tuple[str, ...] = ("check",)
    binary = False
    """it is nothing for a terminal"""

    def begin(self, out: BinaryIO, run: RunInfo) -> None:
        """Take the output, and write what stands before all files."""
        self.out, self.run, self.language = out, run, run.language
        self.head()

    def head(self) -> None:
        """Write what stands before all files."""

    def file(self, result: FileResult) -> None:
        """Write one file."""

    def end(self, summary: Summary) -> None:
        """Write what stands behind all files."""

    def index(self, rows: Sequence[tuple[Any, str]], statistics: Any) -> str:
        """A file that leads to the files of many reports, each a `Row` with its name; "" where the format has none."""
        return ""

    def write(self, text: str) -> None:
        """Write a text in UTF-8. Raises `TypeError` for anything else."""
        if not isinstance(text, str):
            raise TypeError(f"write takes a text, not {type(text).__name__}")
        self.out.write(text.encode("utf-8", "backslashreplace"))
