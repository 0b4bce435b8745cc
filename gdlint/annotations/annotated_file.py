"""From a checked report and the bytes of its file to the same file with the findings in it."""

from datetime import datetime
from importlib import import_module
from pathlib import Path

from gdlint.annotations.notes import notes_of
from gdlint.model.page import UnreadableError
from gdlint.model.result import FileResult
from gdlint.readers.read_file import format_of

_MODULES = {
    "docx": "gdlint.annotations.word_comments",
    "html": "gdlint.annotations.page_comments",
    "markdown": "gdlint.annotations.line_comments",
}
_MARKDOWN = (".md", ".markdown")


def annotated(data: bytes, result: FileResult, language: str, when: datetime) -> bytes:
    """The file of a result with its findings as comments.

    Raises `UnreadableError`, with the problem `no-comments` for a format that takes none.
    """
    source = result.report.source
    suffix = Path(source.path).suffix.lower()
    found = format_of(suffix, data[:200])
    own = "markdown" if suffix in _MARKDOWN else "text"
    module = _MODULES.get(found.reader.name if found else own)
    if module is None or (found is None and source.encoding is None):
        raise UnreadableError("no-comments", suffix)
    made: bytes = import_module(module).annotated(data, source, notes_of(result, language), when)
    return made
