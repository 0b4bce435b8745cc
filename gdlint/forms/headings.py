"""The headings of a report, held against the official titles."""

from collections import Counter
from functools import lru_cache

from gdlint.model.document import Document
from gdlint.model.form import Forms
from gdlint.model.report import BoundHeading, Label
from gdlint.model.wording import plain


def section_keys(document: Document, forms: Forms) -> list[str | None]:
    """The key of each section of a document, None for one that is none of the form's."""
    order = [None, *(section.key for section in forms.sections)]
    return [order[section.heading.rank] for section in document.sections]


def bind_headings(document: Document, forms: Forms) -> tuple[BoundHeading, ...]:
    """The headings with their sections, their order, and how often each occurred."""
    counts: Counter[str] = Counter()
    after = 0
    bound = []
    keys = section_keys(document, forms)
    for ordinal, (section, key) in enumerate(zip(document.sections, keys, strict=True), 1):
        heading = section.heading
        official, exact = _official(heading.title, key, forms)
        label = Label(heading.title, heading.start, heading.end, key, official, exact)
        counts[key or ""] += 1
        bound.append(BoundHeading(label, heading.number, heading.rank, ordinal, counts[key or ""], after))
        after = max(after, heading.rank)
    return tuple(bound)


@lru_cache(maxsize=1024)
def _official(title: str, key: str | None, forms: Forms) -> tuple[str | None, bool]:
    """The official title of a section, and whether a printed one is that or one that is right, too."""
    form = next((form for form in forms.sections if form.key == key), None)
    titles = (form.title, *form.aliases) if form else ()
    return form.title if form else None, plain(title) in map(plain, titles)
