"""A page for people: the report as in print, its tables redrawn, what is wrong marked, and the findings beside it."""

from collections.abc import Iterator, Sequence

from gdlint.model.document import Block, Directive, TableBlock
from gdlint.model.finding import Finding, Severity
from gdlint.model.report import Report, Table
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.reporters.fix_words import fix_words
from gdlint.reporters.html_marks import Marks
from gdlint.reporters.html_page import badge
from gdlint.reporters.html_tables import table_html
from gdlint.reporters.places import where
from gdlint.reporters.safe import html_text, masked, masked_lines
from gdlint.reporters.text import causes
from gdlint.words.file_results import SEVERITY
from gdlint.words.pages import said

MOST_LISTED = 100
"""findings of one cause that are listed; of the others only their places are marked"""
_LONGEST_NUMBER = 40
"""characters of an identity or card number, with blanks and ends of lines"""


def report_html(checked: FileResult, language: str, prefix: str = "") -> Iterator[str]:
    """A report with its findings beside it."""
    report = checked.report
    blocks = causes(checked.outcome.findings)
    every = [finding for block in blocks for finding in block]
    marks = Marks(every, language, prefix, list(_listed(blocks)))
    name = html_text(report.source.path)
    yield f'<div class="pair"><article class="report" id="{prefix}report" aria-label="{name}">\n'
    drawn = Drawn(report)
    yield from _blocks(report, report.document.front, marks, drawn)
    for section in report.document.sections:
        heading = section.heading
        yield f"<h2>{_stretch(report, heading.start, heading.end, marks)}</h2>\n"
        yield from _blocks(report, section.blocks, marks, drawn)
    yield f'</article>\n<aside id="{prefix}findings" aria-label="{said("findings", language)} {name}">'
    yield f"<h2>{said('findings', language)}</h2>"
    yield from _list(blocks, report.source, marks)
    yield "</aside></div>\n"


def counts_html(findings: Sequence[Finding], language: str) -> str:
    """How many findings there are of each severity."""
    counts = {level: sum(finding.severity is level for finding in findings) for level in Severity}
    return " ".join(
        badge(level.value, f"{SEVERITY[level][language]} {n}") for level, n in counts.items() if n
    )


class Drawn:
    """Which tables of a report are drawn already."""

    def __init__(self, report: Report) -> None:
        self.left = list(report.tables.values())

    def at(self, start: int, end: int) -> list[Table]:
        """The tables that stand in a stretch and are not drawn yet; they are, from now on."""
        found = [table for table in self.left if table.start < end and start < table.end]
        self.left = [table for table in self.left if table not in found]
        return found


def _blocks(report: Report, blocks: Sequence[Block], marks: Marks, drawn: Drawn) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from _table_block(report, block, marks, drawn)
        elif not isinstance(block, Directive):
            yield f"<p{_kind(report, block.start, block.end)}>{_stretch(report, block.start, block.end, marks)}</p>\n"


def _kind(report: Report, start: int, end: int) -> str:
    title, signature = report.facts.title, report.facts.signature
    if title and title.start < end and start < title.end:
        return ' class="title"'
    return ' class="sign"' if signature and signature.start <= start < signature.end else ""


def _stretch(report: Report, start: int, end: int, marks: Marks) -> str:
    """A stretch of the source with its marks. Personal numbers are masked, also those that go on before or behind it."""
    text, first = report.source.text or "", max(0, start - _LONGEST_NUMBER)
    masked_text = masked_lines(text[first : end + _LONGEST_NUMBER])
    return marks.text(masked_text[start - first : end - first], start)


def _table_block(report: Report, block: TableBlock, marks: Marks, drawn: Drawn) -> Iterator[str]:
    """The official tables that stand here; as it is printed where it is none of them."""
    rows = [row for part in block.parts for row in (*part.heads, *part.rows)]
    start, end = min(row.start for row in rows), max(row.end for row in rows)
    known = any(table.start < end and start < table.end for table in report.tables.values())
    for table in drawn.at(start, end):
        yield table_html(report, table, marks)
    if not known:
        yield '<div class="wide" tabindex="0" role="group"><table>'
        for row in rows:
            cells = (f"<td>{marks.text(masked(cell.text), cell.start)}</td>" for cell in row.cells)
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</table></div>\n"


def _list(blocks: Sequence[Sequence[Finding]], source: Source, marks: Marks) -> Iterator[str]:
    """The findings by their cause: the first of one in full, of the others what is another."""
    if not blocks:
        yield f"<p>{said('none', marks.language)}</p>"
    yield "<ol>"
    number = 0
    for block in blocks:
        before = None
        for n, finding in enumerate(block[:MOST_LISTED]):
            more = len(block) - MOST_LISTED if n == MOST_LISTED - 1 else 0
            yield _item(number + n, finding, source, marks, before, more)
            before = finding
        number += len(block)
    yield "</ol>"


def _listed(blocks: Sequence[Sequence[Finding]]) -> Iterator[int]:
    """For each finding the number of the one under which it is listed: of very many of one cause the last stands for the rest."""
    start = 0
    for block in blocks:
        yield from (start + min(n, MOST_LISTED - 1) for n in range(len(block)))
        start += len(block)


def _item(
    number: int, finding: Finding, source: Source, marks: Marks, before: Finding | None, more: int
) -> str:
    """A finding; `before` is the one before it of the same cause, `more` how many of it are not listed."""
    language, prefix = marks.language, marks.prefix
    there = f"p{number + 1}" if number in marks.shown else "report"
    places = said("places", language, n=len(finding.spots)) if len(finding.spots) > 1 else ""
    words = html_text(fix_words(finding, source, language))
    mend = f"<p>{words}</p>" if words else ""
    rest = f"<p>{said('more', language, n=more)}</p>" if more > 0 else ""
    return (
        f'<li id="{prefix}f{number + 1}" class="{finding.severity.value}">'
        f"<p>{badge(finding.severity.value, SEVERITY[finding.severity][language])} {html_text(finding.code)} "
        f'<a href="#{prefix}{there}">{html_text(where(finding, source, language))}</a>{places}</p>'
        f"<p>{html_text(finding.message[language])}</p>{_advice(finding, before, language)}{mend}{rest}</li>\n"
    )


def _advice(finding: Finding, before: Finding | None, language: str) -> str:
    """How to mend it and on what basis, where that is not said of the finding before, which has the same cause."""
    text = html_text(finding.help[language])
    again = before is not None and before.help[language] == finding.help[language]
    advice = "" if again or not text else f"<p><b>{said('help', language)}</b> {text}</p>"
    basis = "" if before else f'<p class="basis">{said("basis", language)} {html_text(finding.basis)}</p>'
    return advice + basis
