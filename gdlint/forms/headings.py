"""Which section a printed heading stands for."""

from collections import Counter
from functools import lru_cache

from gdlint.lexicon.likeness import is_section, likeness
from gdlint.lexicon.numerals import ordinal
from gdlint.model.document import Document
from gdlint.model.form import Forms
from gdlint.model.report import BoundHeading, Label
from gdlint.model.wording import plain


def section_keys(document: Document, forms: Forms) -> list[str | None]:
    """The key of each section of a document: by its title, else by the number that is missing among its neighbours."""
    keys = [_by_title(section.heading.title, forms) for section in document.sections]
    order = [section.key for section in forms.sections]
    for i, section in enumerate(document.sections):
        rank = (ordinal(section.heading.number.strip("第部分章节")) or 0) - 1
        if keys[i] is None and 0 <= rank < len(order) and order[rank] not in keys:
            keys[i] = order[rank]
    return keys


@lru_cache(maxsize=1024)
def _by_title(title: str, forms: Forms) -> str | None:
    word = plain(title)
    scores = {
        section.key: max(likeness(word, plain(text)) for text in (section.title, *section.aliases))
        for section in forms.sections
    }
    best = max(scores, key=lambda key: scores[key])
    return best if is_section(scores[best]) else None


def bind_headings(document: Document, forms: Forms) -> tuple[BoundHeading, ...]:
    """The headings with their sections, their order, and how often each occurred."""
    ranks = {section.key: rank for rank, section in enumerate(forms.sections, 1)}
    counts: Counter[str] = Counter()
    after = 0
    bound = []
    for nth, (section, key) in enumerate(
        zip(document.sections, section_keys(document, forms), strict=True), 1
    ):
        heading = section.heading
        official, exact = _official(heading.title, key, forms)
        label = Label(heading.title, heading.start, heading.end, key, official, exact)
        counts[key or ""] += 1
        rank = ranks.get(key or "", 0)
        bound.append(BoundHeading(label, heading.number, rank, nth, counts[key or ""], after))
        after = max(after, rank)
    return tuple(bound)


@lru_cache(maxsize=1024)
def _official(title: str, key: str | None, forms: Forms) -> tuple[str | None, bool]:
    """The official title of a section, and whether a printed one is that or one that is right, too."""
    form = next((form for form in forms.sections if form.key == key), None)
    titles = (form.title, *form.aliases) if form else ()
    return form.title if form else None, plain(title) in map(plain, titles)
