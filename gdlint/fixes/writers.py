"""The way from edits of the canonical text back to the bytes of the file: one writer for each format that can be written."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol

from gdlint.model.fix import Edit
from gdlint.model.origin import Located, SourceLines
from gdlint.model.source import Source
from gdlint.readers.read_file import format_of

_MODULES = {"html": "gdlint.fixes.html", "docx": "gdlint.fixes.word"}
_ORIGINS = {"html": SourceLines, "docx": Located}


class Writer(Protocol):
    """Writes edits into the file that a source was read from."""

    def fits(self, edit: Edit) -> bool:
        """The place of an edit of the canonical text can be written."""

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The bytes of the file with edits that fit; every other byte stays."""


def writer_of(data: bytes, source: Source, suffix: str | None = None) -> Writer | None:
    """The writer for the bytes that a source was read from; None for a format that cannot be written, and for a file whose bytes
    do not come out again as they are."""
    suffix = Path(source.path).suffix.lower() if suffix is None else suffix
    if source.text is None or (source.encoding is None and source.origin is None):
        return None
    found = format_of(suffix, data[:200])
    if found is None:
        from gdlint.fixes.text import TextWriter

        return TextWriter.of(data, source) if source.origin is None else None
    name = found.reader.name
    if not isinstance(source.origin, _ORIGINS.get(name, ())):
        return None
    writer: Writer | None = import_module(_MODULES[name]).writer(data, source)
    return writer
