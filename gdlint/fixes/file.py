"""A file with its fixes: what it would hold, and what is found in it then."""

from collections.abc import Callable
from typing import NamedTuple

from gdlint.fixes.rounds import Check, fix_of, fixed
from gdlint.fixes.writers import writer_of
from gdlint.model.finding import Finding
from gdlint.model.fix import Edit
from gdlint.model.result import FileResult
from gdlint.model.source import Source


class FixedFile(NamedTuple):
    """A file that was fixed: the results before and after, its new bytes (None: there is nothing to write), the edits of the
    canonical text that they come from, the findings that were fixed, those whose place cannot be written, and those whose fix would
    bring others."""

    before: FileResult
    after: FileResult
    data: bytes | None
    edits: tuple[Edit, ...]
    fixed: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    held: tuple[Finding, ...] = ()


def fixed_file(
    data: bytes, read: Callable[[bytes], Source], check: Check, *, unsafe: bool = False
) -> FixedFile:
    """Fix the bytes of a file. They are only given back where they read as the text that the edits lead to."""
    before = check(read(data))
    wanted = tuple(finding for finding in before.findings if fix_of(finding, unsafe=unsafe))
    if not wanted:
        return FixedFile(before, before, None, (), (), ())
    writer = writer_of(data, before.report.source)
    outcome = fixed(before, check, writer, unsafe=unsafe)
    if writer is None or not outcome.edits:
        return FixedFile(before, before, None, (), (), outcome.refused, outcome.held)
    written = writer.write(outcome.edits)
    again = read(written)
    if again.text != outcome.text:
        return FixedFile(before, before, None, (), (), wanted)
    return FixedFile(
        before, check(again), written, outcome.edits, outcome.fixed, outcome.refused, outcome.held
    )
