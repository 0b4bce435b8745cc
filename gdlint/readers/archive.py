"""Archives of reports (.zip): what they hold, each under a name that a person can read. Nothing is ever unpacked to a disk."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from gdlint.model.page import UnreadableError
from gdlint.readers.text import LIMIT

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

SUFFIX = ".zip"

MOST_FILES = 50_000
MOST_UNPACKED = 4_000_000_000
"""bytes, as the archive states them; and no more than a hundred times its own size, if that is more than one large file"""
_RATIO = 100
_UTF8 = 0x800
_ENCRYPTED = 0x1


class Member(NamedTuple):
    """A file in an archive: its name as a path below the archive, and its entry there."""

    name: str
    entry: "ZipInfo"


class Archives:
    """Opens archives, one at a time: a folder may hold more of them than a process may have open."""

    def __init__(self) -> None:
        self._open: tuple[Path, ZipFile] | None = None

    def members(self, path: Path) -> tuple[Member, ...]:
        """The files in one in the order of their names, without hidden ones and those that systems add.

        Raises `UnreadableError` for what is no archive or cannot be an honest one, `OSError` where it cannot be opened.
        """
        entries = [entry for entry in self._opened(path).infolist() if not entry.is_dir()]
        _refuse(entries, path.stat().st_size)
        members = (Member(_name(entry), entry) for entry in entries)
        return tuple(sorted(member for member in members if _is_wanted(member.name)))

    def is_document(self, path: Path) -> bool:
        """One is a document of an office program, whatever its name ends with."""
        return "[Content_Types].xml" in self._opened(path).NameToInfo

    def read(self, path: Path, member: Member) -> bytes:
        """The content of a file, and of one that is too large as much as shows it.

        Raises `UnreadableError` for what is encrypted or damaged.
        """
        if member.entry.flag_bits & _ENCRYPTED:
            raise UnreadableError("encrypted")
        try:
            with self._opened(path).open(member.entry) as stream:
                return stream.read(LIMIT + 1)
        except _broken():
            raise UnreadableError("damaged") from None

    def _opened(self, path: Path) -> "ZipFile":
        from zipfile import ZipFile

        if self._open and self._open[0] == path:
            return self._open[1]
        if self._open:
            self._open[1].close()
            self._open = None
        try:
            self._open = path, ZipFile(path)
        except _broken():
            raise UnreadableError("damaged") from None
        return self._open[1]


def _broken() -> tuple[type[Exception], ...]:
    """What is raised where an archive cannot be read."""
    from zipfile import BadZipFile
    from zlib import error as ZlibError  # noqa: N812 - it is a class

    return BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, ValueError


def _refuse(entries: Sequence["ZipInfo"], size: int) -> None:
    """Raise `UnreadableError` for the entries of an archive of so many bytes that cannot be an honest one."""
    if len(entries) > MOST_FILES:
        raise UnreadableError("many-files", f"> {MOST_FILES:,}")
    if sum(entry.compress_size for entry in entries) > size:
        # Entries that share their bytes: a bomb.
        raise UnreadableError("damaged")
    if sum(entry.file_size for entry in entries) > min(MOST_UNPACKED, max(LIMIT, size * _RATIO)):
        raise UnreadableError("unpacked", f"> {_RATIO} × {size:,}")


def _name(entry: "ZipInfo") -> str:
    """The name of a file. Where an archive does not say that its names are UTF-8, Chinese systems wrote GBK."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        name = _decoded(entry.orig_filename) or name
    parts = (part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", "."))
    return "/".join(parts) or "-"


def _decoded(name: str) -> str | None:
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return None
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            pass
    return None


def _is_wanted(name: str) -> bool:
    parts = name.split("/")
    return not any(part.startswith((".", "~$")) or part == "__MACOSX" for part in parts)
