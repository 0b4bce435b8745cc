"""One table for all forms: what each has in it, and which have what. Reports are bound to it, so that rows of another form
are read as what they are."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from gdlint.forms.form_error import FormError
from gdlint.model.form import ColumnForm, GroupForm, Identity, PartForm, RowForm, TableForm
from gdlint.words.fault import fault

Line = TypeVar("Line", RowForm, ColumnForm, GroupForm, PartForm)


def united(tables: Sequence[TableForm]) -> TableForm:
    """One table of the same table in each form, the oldest first.

    Raises `FormError` for sums of one name that differ.
    """
    first = tables[0]
    found = TableForm(
        first.key,
        first.section,
        first.name,
        _merged([table.columns for table in tables]),
        _rows([table.rows for table in tables]),
        _merged([table.row_groups for table in tables]),
        _merged([table.column_groups for table in tables]),
        _merged([table.parts for table in tables]),
        tuple(dict.fromkeys(chain.from_iterable(table.heads for table in tables))),
        first.one_row,
        _sums([table.sums for table in tables]),
        tuple(dict.fromkeys(chain.from_iterable(table.identities for table in tables))),
        next((table.corner for table in tables if table.corner), ""),
    )
    _check_identities(found.identities, found.key)
    return found


def _merged(several: Sequence[tuple[Line, ...]]) -> tuple[Line, ...]:
    """The lines of all forms; what only a later form has stands before the next line that was there already."""
    found = list(several[0])
    for lines in several[1:]:
        places = {_face(line): n for n, line in enumerate(found)}
        merged: list[Line] = []
        taken = 0
        new: list[Line] = []
        for line in lines:
            at = places.get(_face(line))
            if at is None or at < taken:
                new.append(line)
                continue
            known = found[at]._replace(templates=found[at].templates | line.templates)
            merged += found[taken:at]
            merged += new
            merged.append(known)
            taken, new = at + 1, []
        found = merged + found[taken:] + new
    return tuple(found)


def _face(line: tuple[Any, ...]) -> tuple[Any, ...]:
    """All that a line says but the forms that have it."""
    return tuple([value for value in line if value.__class__ is not frozenset])


def _rows(several: Sequence[tuple[RowForm, ...]]) -> tuple[RowForm, ...]:
    """The rows of all forms; one that a later form words otherwise stands beside the one that it was, so that keys keep their
    order."""
    rows = _merged(several)
    last = {row.key: n for n, row in enumerate(rows)}
    return tuple(sorted(rows, key=lambda row: last[row.key]))


def _sums(several: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """The groups of all forms; members that not all of them have are alternatives."""
    names = dict.fromkeys(chain.from_iterable(several))
    return {name: _alternatives([sums[name] for sums in several if name in sums]) for name in names}


def _alternatives(several: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    first = several[0]
    common = [member for member in first if all(member in other for other in several)]
    own = ["+".join(member for member in members if member not in common) for members in several]
    own = [members for members in dict.fromkeys(own) if members]
    if not own:
        return first
    place = next((n for n, member in enumerate(first) if member not in common), len(common))
    return (*common[:place], "|".join(own), *common[place:])


def _check_identities(identities: Sequence[Identity], table: str) -> None:
    keys = [identity.key for identity in identities]
    for key in keys:
        if keys.count(key) > 1:
            raise FormError(fault("form-identity", {"key": key}), table, ("identities",))
