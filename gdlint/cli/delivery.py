"""Where findings are delivered: all to one output, or those of each report to a file of its own."""

from typing import IO, Protocol

from gdlint.cli.formats import begun, given_output
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import RunInfo, Summary
from gdlint.words.commands import SAID

LINES = ("text", "table", "concise")
"""formats behind which other lines may stand"""


class Delivery(Protocol):
    """Takes one file after the other."""

    def file(self, checked: FileResult) -> None:
        """Deliver one file."""

    def end(self, summary: Summary) -> None:
        """Deliver what stands behind all."""


class ToNobody:
    """Findings that are only counted."""

    def file(self, checked: FileResult) -> None:
        """Nothing."""

    def end(self, summary: Summary) -> None:
        """Nothing."""


def last_line(summary: Summary, language: str) -> str:
    """The line with which a file tells by itself what was checked, and that nothing was found."""
    return f"gdlint: {SAID['summary'][language].format(**summary)}\n"


def delivery(
    style: str, out: IO[str], run: RunInfo, folder: str | None, first: str | None, *, counted_only: bool
) -> Delivery:
    """To whom the findings of a call go.

    Raises `ConfigError` where the file of a first run is none.
    """
    if first:
        from gdlint.cli.first_run_file import against

        return given_output(against(style, first), out, run)
    if folder:
        from gdlint.cli.folder_delivery import ToFolder

        return ToFolder(folder, style, run)
    return ToNobody() if counted_only and style == "text" else begun(style, out, run)
