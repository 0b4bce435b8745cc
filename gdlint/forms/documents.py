"""The basis of a rule: which documents it cites, in general and in a reporting year."""

from collections.abc import Sequence
from functools import lru_cache

from gdlint.model.form import DocumentForm, Forms, Template

_FORMAT = "{format}"
_BETWEEN = "；"
"""between what a basis cites"""


@lru_cache(maxsize=4096)
def basis_of(basis: str, year: int | None, template: Template | None, forms: Forms) -> str:
    """A basis as it is in the year of a report; where that is not known, in the first year of its form."""
    edition = forms.edition(template)
    first = edition.first if edition else None
    return basis_in(basis, year or first, forms.documents)


def basis_in(basis: str, year: int | None, documents: Sequence[DocumentForm]) -> str:
    """A basis as it is in a reporting year (the newest form, where the year is not known): `{format}` is the document of
    that year, and what cites that of another year is left out, unless nothing would be left."""
    if not documents:
        return basis
    fitting = [document for document in documents if _is_for(document, year)]
    own = (fitting or documents)[-1]
    others = [document.number for document in documents if document is not own]
    whole = basis.replace(_FORMAT, own.number).split(_BETWEEN)
    kept = [part for part in whole if not any(number in part for number in others)]
    return _BETWEEN.join(kept or whole)


def basis_in_general(basis: str, documents: Sequence[DocumentForm]) -> str:
    """A basis with all documents for `{format}`."""
    return basis.replace(_FORMAT, "、".join(document.number for document in documents))


def _is_for(document: DocumentForm, year: int | None) -> bool:
    last = document.last or (year or document.first)
    return year is None or document.first <= year <= last
