"""What a finding is known by when lines have moved: see `Finding.fingerprint`."""

from collections import Counter
from collections.abc import Iterable, Sequence

from gdlint.model.finding import Finding, Spot
from gdlint.scopes.context import Case

_LONGEST_PLACE = 500
"""characters of a place by which a finding is known; of a longer one its begin, its length and its hash"""


def content_of(code: str, case: Case, spots: Iterable[Spot]) -> str:
    """What a finding is known by: its rule, what it is about, and the text of its places."""
    text = case.context.report.source.text or ""
    places = [_known_by(text[spot.start : spot.end]) for spot in spots]
    if case.subject[:1] == ("directive",):
        subject = case.subject[:1]
    else:
        subject = case.subject[:3] if case.subject[2:3] == ("text",) else case.subject
    return "\x1f".join((code, *subject, *places))


def _known_by(place: str) -> str:
    """What a place is known by: its text, which may be as long as a file."""
    text = place.strip()
    if len(text) <= _LONGEST_PLACE:
        return text
    from hashlib import sha256

    return f"{text[:_LONGEST_PLACE]}…{len(text)} {sha256(text.encode()).hexdigest()}"


def numbered(findings: Sequence[Finding]) -> list[Finding]:
    """Findings that look the same are told apart by their order."""
    seen: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        seen[finding.content] += 1
        copy = seen[finding.content]
        numbered.append(finding if copy == 1 else finding._replace(content=f"{finding.content}\x1f{copy}"))
    return numbered
