"""Further wordings of the official forms that are right, too, from YAML files of plugins.

```yaml
sections: {problems: [存在的不足及改进措施]}
tables: {applications: {partial: [（二）部分予以公开]}}
bodies: [{ending: 管委会, kind: other, suffix: 管委会}]
```
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gdlint.forms.form_error import FormError, Keys
from gdlint.forms.form_keys import KINDS, is_kind, is_map, is_text, is_texts
from gdlint.lexicon.suggestions import nearest
from gdlint.model.form import BodyForm, ColumnForm, Forms, RowForm, TableForm
from gdlint.words.fault import fault


def extended(forms: Forms, data: Any) -> Forms:
    """The forms with the wordings of one file.

    Raises `FormError` for keys and words that the forms do not have.
    """
    _known(data, ("sections", "tables", "bodies"), ())
    sections = data.get("sections", {})
    _known(sections, [section.key for section in forms.sections], ("sections",))
    _check_lists(sections, ("sections",))
    tables = data.get("tables", {})
    _known(tables, forms.tables, ("tables",))
    bodies = [_body(item, ("bodies", n)) for n, item in enumerate(data.get("bodies", ()))]
    return forms._replace(
        sections=tuple(
            form._replace(aliases=(*form.aliases, *sections.get(form.key, ()))) for form in forms.sections
        ),
        tables={key: _table(form, tables.get(key, {})) for key, form in forms.tables.items()},
        bodies=(*bodies, *forms.bodies),
    )


def _body(item: Any, place: Keys) -> BodyForm:
    _known(item, ("ending", "kind", "suffix"), place)
    for key in ("ending", "suffix"):
        if key not in item:
            raise FormError(fault("missing-key", {"key": key}), keys=place)
    for key, fits in (("ending", is_text), ("suffix", is_text), ("kind", is_kind)):
        if not fits(item.get(key)):
            raise FormError(fault("form-kind", {"key": key, "kind": KINDS[fits]}), keys=(*place, key))
    return BodyForm(item["ending"], item.get("kind"), item["suffix"])


def _table(form: TableForm, words: Mapping[str, Sequence[str]]) -> TableForm:
    keys = [*(row.key for row in form.rows), *(column.key for column in form.columns)]
    _known(words, keys, ("tables", form.key))
    _check_lists(words, ("tables", form.key))
    return form._replace(rows=_with(form.rows, words), columns=_with_columns(form.columns, words))


def _with(rows: Sequence[RowForm], words: Mapping[str, Sequence[str]]) -> tuple[RowForm, ...]:
    return tuple(row._replace(aliases=(*row.aliases, *words.get(row.key, ()))) for row in rows)


def _with_columns(
    columns: Sequence[ColumnForm], words: Mapping[str, Sequence[str]]
) -> tuple[ColumnForm, ...]:
    return tuple(column._replace(aliases=(*column.aliases, *words.get(column.key, ()))) for column in columns)


def _check_lists(words: Mapping[str, Any], place: Keys) -> None:
    """Raise `FormError` for wordings that are no list of texts: a text would be as many as it has letters."""
    for key, value in words.items():
        if not is_texts(value):
            raise FormError(fault("form-kind", {"key": key, "kind": KINDS[is_texts]}), keys=(*place, key))


def _known(data: Any, known: Iterable[str], place: Keys) -> None:
    if not isinstance(data, dict):
        raise FormError(
            fault("form-kind", {"key": place[-1] if place else "/", "kind": KINDS[is_map]}), keys=place
        )
    for key in data:
        if key not in known:
            words = fault("unknown-key", {"key": key, "near": nearest(str(key), known)})
            raise FormError(words, keys=(*place, key))
