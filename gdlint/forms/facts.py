"""What a report says of itself: title, year, body, statistical period, signature."""

from collections.abc import Mapping, Sequence
from datetime import date

from gdlint.forms import dates
from gdlint.forms.names import body_kind, is_name
from gdlint.forms.periods import find_period
from gdlint.forms.signatures import find_signature
from gdlint.forms.titles import Text, find_title
from gdlint.model.document import Block, Document, Metadata, Paragraph
from gdlint.model.form import Forms
from gdlint.model.page import NO_FACTS
from gdlint.model.report import Facts, Period, Publication, Signature, Title


def find_facts(document: Document, forms: Forms, told: Mapping[str, str] = NO_FACTS) -> Facts:
    """The facts of a document; what it does not say is None. `told` is what the file says of itself beside its text."""
    printed, portal = _titles(document.front, forms, told)
    period = find_period(document)
    body, body_inferred = _body(printed, portal, document, forms)
    signature = find_signature(document, forms, body)
    year, inferred = _year(printed, portal, period, signature)
    kind, suffix = body_kind(body, forms.bodies)
    return Facts(
        printed or portal, body, kind, suffix, year, inferred, None, period, signature, body_inferred,
        _publication(document) or _told_publication(told),
    )  # fmt: skip


def main_title(front: Sequence[Block], forms: Forms) -> Title | None:
    """The title of a report, from what stands before its first heading: the printed one, else what the portal calls it."""
    printed, portal = _titles(front, forms, NO_FACTS)
    return printed or portal


def _titles(
    front: Sequence[Block], forms: Forms, told: Mapping[str, str]
) -> tuple[Title | None, Title | None]:
    """The title that is printed, and the one that the portal gives the page, where it is that of a report."""
    lines = [
        Paragraph(block.text, block.start, block.end)
        for block in front
        if isinstance(block, Metadata) and block.key == "title"
    ]
    if not lines and "title" in told:
        lines = [Paragraph(told["title"], 0, 0)]
    return find_title([block for block in front if isinstance(block, Text)], forms), find_title(lines, forms)


def _publication(document: Document) -> Publication | None:
    """When the portal says that it published the page."""
    for block in document.front:
        if isinstance(block, Metadata) and block.key == "published":
            day = dates.first_date(block.text)
            if day:
                return Publication(day, block.start, block.end)
    return None


def _told_publication(told: Mapping[str, str]) -> Publication | None:
    day = dates.first_date(told.get("published", ""))
    return Publication(day, 0, 0) if day else None


def _body(
    printed: Title | None, portal: Title | None, document: Document, forms: Forms
) -> tuple[str | None, str | None]:
    if printed and printed.body:
        return printed.body, None
    named = [
        block.text
        for block in document.front
        if isinstance(block, Metadata) and block.key == "body" and is_name(block.text, forms)
    ]
    body = portal.body if portal and portal.body else next(iter(named), None)
    return body, "portal" if body else None


def _year(
    printed: Title | None, portal: Title | None, period: Period | None, signature: Signature | None
) -> tuple[int | None, str | None]:
    for title, inferred in ((printed, None), (portal, "portal")):
        if title and len(set(title.years)) == 1:
            return title.years[0], inferred
    ends: tuple[date | None, ...] = (period.finish, period.begin) if period else ()
    for day in ends:
        if day:
            return day.year, "period"
    if signature and signature.date:
        return signature.date.year - 1, "signature"
    return None, None
