"""A format of a plugin, run so that what it does wrong is told as the plugin's; the others go on."""

from io import BytesIO
from typing import Any, BinaryIO

from gdlint.model.result import FileResult
from gdlint.plugins.discovery import Offered
from gdlint.plugins.manager import Plugins
from gdlint.plugins.reporting import Reporter, RunInfo, Summary

_FAILED = object()


class GuestReporter(Reporter):
    """Hands all on to a reporter of a plugin, until that fails."""

    def __init__(self, plugins: Plugins, plugin: Offered, kind: type[Reporter]) -> None:
        self.plugins, self.plugin, self.kind = plugins, plugin, kind
        self.suffix = kind.suffix
        self.guest: Reporter | None = None
        self.written = BytesIO()
        """while code of a plugin runs, standard output is not ours (see `gdlint.plugins.stdout`)"""

    def begin(self, out: BinaryIO, run: RunInfo) -> None:
        """Make the reporter, and let it begin."""
        self.out = out
        made = self._called(self.kind)
        self.guest = None if made is _FAILED else made
        self._do("begin", self.written, run)

    def file(self, result: FileResult) -> None:
        """Let it write one file."""
        self._do("file", result)

    def end(self, summary: Summary) -> None:
        """Let it end."""
        self._do("end", summary)

    def _do(self, method: str, *arguments: Any) -> None:
        if self.guest and self._called(getattr(self.guest, method), *arguments) is _FAILED:
            self.guest = None
        elif self.guest:
            self.out.write(self.written.getvalue())
            self.written.seek(0)
            self.written.truncate()

    def _called(self, call: Any, *arguments: Any) -> Any:
        where = f"reporter {self.kind.name}"
        return self.plugins.guarded(self.plugin, where, call, _FAILED)(*arguments)
