"""Labels over several columns, and misprints of them."""

from functools import lru_cache

from gdlint.forms.labels import column_labels, find_exact
from gdlint.lexicon.likeness import is_group, likeness, one_edit_apart
from gdlint.model.form import TableForm
from gdlint.model.wording import plain

_LONG = 4
"""letters of a label of which a resembling one is taken for a misprint"""


@lru_cache(maxsize=16)
def group_words(form: TableForm) -> frozenset[str]:
    """The labels over several columns, as they are compared."""
    return frozenset(plain(group.label) for group in form.column_groups)


def resembles_group(text: str, official: str, form: TableForm) -> bool:
    """A text that heads no column is a misprint of the label of a group, which is given as it is compared."""
    word = plain(text)
    if find_exact(text, column_labels(form))[0]:
        return False
    return one_edit_apart(word, official) or (len(word) >= _LONG and is_group(likeness(word, official)))
