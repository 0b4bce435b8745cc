"""What must hold for any text whatever: each invariant is given a report with its findings and says what is wrong."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from gdlint import api
from gdlint.model.report import Figure, Report
from gdlint.reporters.check_json import file_data
from gdlint.reporters.extract import report_data
from gdlint.reporters.text import finding_lines

from .conserved import faults
from .schemas import schema

Invariant = Callable[["Run"], Iterator[str]]

_UNSEEN: Final = re.compile(r"[\s|｜│┃\u200b-\u200d\u2060\ufeff\x1c-\x1f]+")
_LETTERS: Final = re.compile(r"[^\W\d]")
_SEPARATORS: Final = re.compile(r"[,，\s]")


class Run(NamedTuple):
    """A content, and what came of it."""

    content: str | bytes
    result: api.Result
    file: str | None = None
    """the name of the file that holds it"""

    @property
    def report(self) -> Report:
        """The report."""
        return self.result.report

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.report.source.text or ""


def run(content: str | bytes, name: str | None = None) -> Run:
    """Lint a content, or one that a file of some name holds."""
    return Run(content, api.lint(content, name) if name else api.lint(content), name)


def spans(found: Run) -> Iterator[str]:
    """Every place lies in the text, and findings stand in order."""
    starts = [finding.spots[0].start for finding in found.result.findings]
    if starts != sorted(starts):
        yield "findings out of order"
    for finding in found.result.findings:
        for spot in finding.spots:
            if not 0 <= spot.start <= spot.end <= len(found.text):
                yield f"{finding.code} at {spot.start}:{spot.end} of {len(found.text)}"
    for key, table in found.report.tables.items():
        places = [(entry.label.start, entry.label.end) for entry in table.entries]
        places += [(figure.start, figure.end) for figure in table.figures.values()]
        places += [(loose.start, loose.end) for loose in table.loose]
        for start, end in places:
            if not 0 <= start <= end <= len(found.text):
                yield f"{key} at {start}:{end} of {len(found.text)}"


def written(found: Run) -> Iterator[str]:
    """Every finding can be written out in both languages, and with its line."""
    for finding in found.result.findings:
        for language in ("zh", "en"):
            if not finding.message[language] or not "".join(
                finding_lines(finding, found.report.source, language)
            ):
                yield f"{finding.code} says nothing in {language}"


def same_again(found: Run) -> Iterator[str]:
    """Another run says the same."""
    if _as_json(found) != _as_json(run(found.content, found.file)):
        yield "another run says something else"


def in_place(found: Run) -> Iterator[str]:
    """What a cell is said to print stands at its place."""
    text = _without_comments(found)
    for where, figure in _figures(found.report):
        if figure.text and _bare(figure.text) != _bare(text[figure.start : figure.end]):
            yield f"{where}: {figure.text!r} but {text[figure.start : figure.end]!r} stands there"
    for table in found.report.tables.values():
        for loose in table.loose:
            there = _bare(text[loose.start : loose.end])
            for printed in loose.texts:
                # The pieces of a label may stand on either side of its figures.
                if not _LETTERS.search(printed) and _bare(printed) not in there:
                    yield f"{loose.table}: {printed[:60]!r} does not stand in {there[:60]!r}"


def as_printed(found: Run) -> Iterator[str]:
    """A value is what is printed."""
    for where, figure in _figures(found.report):
        if figure.value is not None and not _says(figure.text or "", figure.value):
            yield f"{where}: {figure.text!r} read as {figure.value!r}"


def bound_once(found: Run) -> Iterator[str]:
    """No printed figure is two cells, or a cell and unassigned as well."""
    places = Counter((figure.start, figure.end) for _, figure in _figures(found.report) if figure.text)
    for (start, end), number in places.items():
        if number > 1:
            yield f"{found.text[start:end]!r} at {start} is {number} cells"


def conserved(found: Run) -> Iterator[str]:
    """Each figure in the region of a table stands exactly once in a table, or among what could not be assigned."""
    yield from faults(found.report)


def valid_json(found: Run) -> Iterator[str]:
    """Both JSON documents are as their schemas say."""
    summary = {"files": 1, "error": 0, "warning": 0, "info": 0}
    tool = {"name": "gdlint", "version": "0"}
    check, extract = _as_json(found)
    documents = {
        "check": {"schema": 1, "tool": tool, "files": [check], "summary": summary},
        "extract": {"schema": 1, "files": [extract]},
    }
    for name, document in documents.items():
        error = next(iter(_schema(name).iter_errors(json.loads(json.dumps(document)))), None)
        if error:
            yield f"{name}: {error.json_path}: {error.message[:200]}"


INVARIANTS: Final[dict[str, Invariant]] = {
    "spans": spans,
    "written": written,
    "same-again": same_again,
    "in-place": in_place,
    "as-printed": as_printed,
    "bound-once": bound_once,
    "conserved": conserved,
    "valid-json": valid_json,
}


def _as_json(found: Run) -> tuple[Any, Any]:
    return file_data(found.report, found.result.outcome, "zh"), report_data(found.report)


def _figures(report: Report) -> Iterator[tuple[str, Figure]]:
    for key, table in report.tables.items():
        for (row, column), figure in table.figures.items():
            yield f"{key}.{row}.{column}", figure


def _without_comments(found: Run) -> str:
    """The text with blanks in place of comments to gdlint, which may part a cell."""
    text = found.text
    for comment in found.report.document.directives:
        text = text[: comment.start] + " " * (comment.end - comment.start) + text[comment.end :]
    return text


def _bare(text: str) -> str:
    """A text without blanks, line ends and bars, which may part the pieces of a cell."""
    return _UNSEEN.sub("", text)


def _says(printed: str, value: int | str) -> bool:
    """A printed figure says a value: the same digits, with separators, a sign in words, or in full width."""
    plain = _SEPARATORS.sub("", unicodedata.normalize("NFKC", printed)).replace("−", "-")
    plain = plain.replace("增", "+").replace("减", "-").lstrip("+")
    if isinstance(value, str):
        return plain == value
    try:
        return float(plain) == value if "." in plain else int(plain) == value
    except ValueError:
        return False


_SCHEMAS: Final[dict[str, Any]] = {}


def _schema(name: str) -> Any:
    if name not in _SCHEMAS:
        _SCHEMAS[name] = schema(name)
    return _SCHEMAS[name]
