"""What the members of a sum stand for: keys, named groups of the form, and the one of several alternatives that is printed."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from gdlint.model.form import ColumnForm, RowForm, TableForm, Template


@lru_cache(maxsize=256)
def members(form: TableForm, name: str, rows: bool) -> tuple[tuple[str, ...], ...] | None:
    """The keys that a name stands for, each with its alternatives; None where it stands for nothing."""
    own = tuple(dict.fromkeys(item.key for item in (form.rows if rows else form.columns)))
    if name in own:
        return ((name,),)
    if name not in form.sums:
        below = tuple((key,) for key in own if key.startswith(name + "."))
        return below or None
    members: list[tuple[str, ...]] = []
    for member in form.sums[name]:
        if "|" in member:
            members.append(tuple(member.split("|")))
        elif member.endswith(".*"):
            members += [(key,) for key in own if key.startswith(member[:-1])]
        else:
            members.append((member,))
    return (
        tuple(members)
        if all(_exists(key, own) for keys in members for text in keys for key in text.split("+"))
        else None
    )


def _exists(key: str, own: Sequence[str]) -> bool:
    return key in own or (key.endswith(".*") and any(other.startswith(key[:-1]) for other in own))


def printed_keys(
    form: TableForm, alternatives: tuple[str, ...], there: Collection[str], template: Template | None = None
) -> tuple[str, ...]:
    """The keys of the alternative of a form (`template`), where one is there or none of any; else of the one of which most are
    there, and of several such the one that lacks fewest."""
    several, own = _keys_of(form, alternatives), _own_keys(form, alternatives, template)
    printed = [keys for keys in several if any(key in there for key in keys)]
    if own is not None and (own in printed or not printed):
        return own
    return max(reversed(printed), key=lambda keys: _fit(keys, there), default=several[0])


def _fit(keys: Sequence[str], there: Collection[str]) -> tuple[int, int]:
    printed = sum(key in there for key in keys)
    return printed, printed - len(keys)


@lru_cache(maxsize=64)
def _own_keys(
    form: TableForm, alternatives: tuple[str, ...], template: Template | None
) -> tuple[str, ...] | None:
    """The largest alternative that a form has all of."""
    own = {line.key for line in _lines(form) if template in line.templates}
    return max((keys for keys in _keys_of(form, alternatives) if own.issuperset(keys)), key=len, default=None)


@lru_cache(maxsize=64)
def _keys_of(form: TableForm, alternatives: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The keys of each alternative (`a+b.*` is several)."""
    lines = tuple(dict.fromkeys(line.key for line in _lines(form)))
    return tuple(
        tuple(key for part in text.split("+") for key in lines if _is_below(key, part))
        for text in alternatives
    )


def _lines(form: TableForm) -> list[RowForm | ColumnForm]:
    return [*form.rows, *form.columns]


def _is_below(key: str, part: str) -> bool:
    return key == part or (part.endswith(".*") and key.startswith(part[:-1]))


def keys_in(
    form: TableForm,
    names: Sequence[str],
    *,
    rows: bool,
    there: Collection[str],
    template: Template | None = None,
) -> tuple[str, ...]:
    """The keys of rows (or columns) that names add up, those of the printed alternative where there are several."""
    found: list[str] = []
    for name in names:
        for alternatives in members(form, name, rows) or ():
            found += (
                alternatives if len(alternatives) == 1 else printed_keys(form, alternatives, there, template)
            )
    return tuple(found)
