"""The vocabulary of the forms: what the syntax needs to know to tell a label from a heading or a sentence."""

from collections import defaultdict

from gdlint.model.form import Forms, TableForm
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import plain, unnumbered, without_note

_HEAD = 4
_TELLING = 5
"""characters; a shorter label is an ordinary word in a longer text"""


def vocabulary_of(forms: Forms) -> Vocabulary:
    """All titles and labels of both templates, as they are compared."""
    titles = {
        plain(title): rank
        for rank, section in enumerate(forms.sections, 1)
        for title in (section.title, *section.aliases)
    }
    labels: dict[str, int] = defaultdict(int)
    for table in forms.tables.values():
        for text, role in _words(table):
            labels[plain(text)] |= role
            if role & (Role.ROW | Role.GROUP | Role.COLUMN):
                labels[unnumbered(plain(text))] |= role
                labels[plain(without_note(text)[0])] |= role
    telling = tuple(word for word in labels if len(word) >= _TELLING)
    heads = tuple(
        text
        for table in forms.tables.values()
        for text, role in _words(table)
        if role & Role.HEADING and len(text) == _HEAD
    )
    keys = tuple(section.key for section in forms.sections)
    return Vocabulary(
        titles, dict(labels), telling, heads, forms.portal, keys, _orders(forms), forms.traditional
    )


def _orders(forms: Forms) -> tuple[tuple[int, ...], ...]:
    """The ranks of the sections of each form; one of no form in particular is in all."""
    ranks = [(rank, section.templates) for rank, section in enumerate(forms.sections, 1)]
    return tuple(
        dict.fromkeys(
            tuple(rank for rank, templates in ranks if not templates or template in templates)
            for template in forms.templates
        )
    )


def _words(table: TableForm) -> list[tuple[str, int]]:
    row = Role.HEAD if table.one_row else Role.ROW
    return [
        *((text, Role.HEAD) for text in table.heads),
        *((part.clause, Role.CLAUSE) for part in table.parts),
        *((column.label, Role.COLUMN) for column in table.columns),
        *((group.label, Role.HEAD) for group in table.column_groups),
        *((group.label, Role.GROUP) for group in table.row_groups),
        *((text, row) for form in table.rows for text in (form.label, *form.aliases)),
    ]
