"""Body and date at the end of a report."""

import re
from collections.abc import Sequence

from gdlint.forms import dates
from gdlint.forms.names import is_name, unsealed
from gdlint.model.document import Document, Paragraph, Subheading
from gdlint.model.form import Forms
from gdlint.model.report import Signature

Text = Paragraph | Subheading

_DATE_LENGTH = 12
_DAY = re.compile(r"[号\d]")
_LAST_LINES = 6


def find_signature(document: Document, forms: Forms, body: str | None) -> Signature | None:
    """Body and date in the last lines of the last section, in either order, on one line or two."""
    if not document.sections:
        return None
    lines = [block for block in document.sections[-1].blocks if isinstance(block, Text)][-_LAST_LINES:]
    for i in range(len(lines) - 1, -1, -1):
        if not _DAY.search(lines[i].text[-_DATE_LENGTH:]) and "日" not in lines[i].text:
            continue
        signed = _on_one_line(lines[i], forms, body) or _dated(lines, i, forms, body)
        if signed:
            return signed
    last = lines[-1] if lines else None
    if last and is_name(last.text, forms, body):
        return Signature(unsealed(last.text), None, last.start, last.end, last.start, last.end)
    return None


def _dated(lines: Sequence[Text], i: int, forms: Forms, body: str | None) -> Signature | None:
    """A line that is a date, and the body above or below it."""
    line = lines[i]
    day, whole = dates.whole_date(dates.normal(line.text))
    if not whole:
        return None
    near = [lines[n] for n in (i - 1, i + 1) if 0 <= n < len(lines)]
    named = next((other for other in near if is_name(other.text, forms, body)), None)
    start = min(named.start, line.start) if named else line.start
    end = max(named.end, line.end) if named else line.end
    return Signature(unsealed(named.text) if named else None, day, start, end, line.start, line.end)


def _on_one_line(line: Text, forms: Forms, body: str | None) -> Signature | None:
    """Body and date side by side."""
    folded = dates.normal(line.text)
    found = dates.DATE.search(folded)
    if found is None or (found.start() and found.end() < len(folded)):
        return None
    name = (line.text[: found.start()] + line.text[found.end() :]).strip()
    if not is_name(name, forms, body):
        return None
    day = dates.as_date(found["year"], found["month"], found["day"])
    return Signature(unsealed(name), day, line.start, line.end, *line.span(found.start(), found.end()))
