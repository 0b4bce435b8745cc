"""Documents of other office programs (.doc, .wps, .rtf, .odt): LibreOffice makes .docx of them, where it is installed.

It is called without a window, with a profile of its own in which nothing in a document may run or be loaded from elsewhere, on
copies, so that nothing is left beside the files. A call takes seconds, and many files take little longer than one.
What that needs is only imported then: a run over texts does without.
"""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import finalize

from gdlint.model.page import Page, UnreadableError
from gdlint.readers import containers
from gdlint.readers.text import LIMIT

if TYPE_CHECKING:
    from subprocess import Popen

SUFFIXES: Final = (".doc", ".wps", ".rtf", ".odt")
AT_ONCE: Final = 40
"""files a call"""
_START, _EACH = 60, 15
"""seconds that a call may take, and each file in it"""
_MAGIC = (containers.MAGIC, b"{\\rtf")
_WORD_XML = b'progid="Word.Document"'
_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableOLEAutomation" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


@cache
def program() -> str | None:
    """Where LibreOffice is, or None."""
    import shutil

    found = (shutil.which(name) for name in _PROGRAMS)
    return next(filter(None, found), None) or next(filter(os.path.isfile, _ELSEWHERE), None)


def is_office(suffix: str, head: bytes) -> bool:
    """A file is such a document by its ending; one without an ending, and Word XML of 2003, by its first bytes."""
    return suffix in SUFFIXES or (not suffix and head.startswith(_MAGIC)) or _WORD_XML in head


class Conversions:
    """Converts files when the first of them is asked for, some of those that will be asked for later with it."""

    def __init__(self) -> None:
        self._waiting: dict[Path, None] = {}
        self._made: dict[Path, Path | None] = {}
        self._folder: Path | None = None

    def announce(self, paths: Sequence[Path]) -> None:
        """Files that will be asked for, in this order."""
        self._waiting |= dict.fromkeys(path for path in paths if path.suffix.lower() in SUFFIXES)

    def page(self, path: Path, name: str) -> Page:
        """The page of a file. Raises `UnreadableError`, also where LibreOffice is missing."""
        from gdlint.readers.docx.page import read

        return read(self._docx(path), name)

    def page_of_bytes(self, data: bytes, suffix: str, name: str) -> Page:
        """The page of what a file with some ending holds. Raises `UnreadableError`."""
        from tempfile import TemporaryDirectory

        with TemporaryDirectory(prefix="gdlint-") as folder:
            path = Path(folder, f"report{suffix or '.doc'}")
            path.write_bytes(data)
            return self.page(path, name)

    def _docx(self, path: Path) -> bytes:
        if path not in self._made:
            self._convert(path)
        made = self._made.pop(path)
        if made is None:
            raise UnreadableError("conversion")
        content = made.read_bytes()
        made.unlink()
        return content

    def _convert(self, path: Path) -> None:
        """Convert a file and those that wait behind it; where a call fails, the files for which it made nothing one by one."""
        soffice = program()
        if soffice is None:
            raise UnreadableError("office")
        self._waiting.pop(path, None)
        batch = [path, *list(self._waiting)[: AT_ONCE - 1]]
        self._waiting = {other: None for other in self._waiting if other not in batch}
        folder = self._home()
        self._made |= _converted(soffice, batch, folder)
        for other in batch:
            if self._made[other] is None and len(batch) > 1:
                self._made |= _converted(soffice, [other], folder)

    def _home(self) -> Path:
        """A folder that goes with this object."""
        import shutil
        from tempfile import mkdtemp

        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="gdlint-"))
            finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
            profile = self._folder / "profile" / "user"
            profile.mkdir(parents=True)
            (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        return self._folder


def _converted(soffice: str, paths: Sequence[Path], home: Path) -> dict[Path, Path | None]:
    """Where the .docx of each file is; None for one that could not be converted."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(dir=home) as folder:
        copies = {path: Path(folder, f"{n}{path.suffix.lower()}") for n, path in enumerate(paths)}
        made = Path(folder, "made")
        there = [copy for path, copy in copies.items() if _is_copied(path, copy)]
        if there:
            _call(soffice, there, home / "profile", made)
        return {path: _kept(made / f"{copy.stem}.docx", home) for path, copy in copies.items()}


def _is_copied(path: Path, copy: Path) -> bool:
    """A file was copied; one that is gone by now, locked, or too large to be read, is told when its turn comes."""
    try:
        if path.stat().st_size <= LIMIT and not containers.is_locked(content := path.read_bytes()):
            copy.write_bytes(content)
            return True
    except OSError:
        pass
    return False


def _call(soffice: str, copies: Sequence[Path], profile: Path, made: Path) -> None:
    """Run the program. That it failed or was too slow shows in what it made."""
    import subprocess

    command = [soffice, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
               "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), *map(str, copies)]  # fmt: skip
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(_START + _EACH * len(copies))
    except subprocess.TimeoutExpired:
        _kill(process)


def _kill(process: "Popen[bytes]") -> None:
    """End the program and what it started."""
    if os.name == "posix":
        os.killpg(process.pid, 9)
    process.kill()
    process.wait()


def _kept(result: Path, home: Path) -> Path | None:
    """A converted file, moved to where it stays until it is asked for."""
    if not result.is_file():
        return None
    return result.rename(home / f"{result.parent.parent.name}-{result.name}")
