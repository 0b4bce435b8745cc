"""What the members of a sum stand for: keys, named groups of the form, and the one of several alternatives that is printed."""

from collections.abc import Collection, Sequence
from functools import lru_cache

from gdlint.model.form import TableForm


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


def printed_keys(form: TableForm, alternatives: tuple[str, ...], there: Collection[str]) -> tuple[str, ...]:
    """The row keys of the alternative of which one is there; of the first where none is."""
    keys = [_alternative(text, form) for text in alternatives]
    return next((each for each in reversed(keys) if any(key in there for key in each)), keys[0])


def _alternative(text: str, form: TableForm) -> tuple[str, ...]:
    """The keys that an alternative stands for: `a+b.*` for several."""
    own = tuple(dict.fromkeys(row.key for row in form.rows))
    return tuple(
        key for part in text.split("+") for key in ([part] if part in own else own) if _is_below(key, part)
    )


def _is_below(key: str, part: str) -> bool:
    return key == part or (part.endswith(".*") and key.startswith(part[:-1]))


def keys_in(form: TableForm, names: Sequence[str], *, rows: bool, there: Collection[str]) -> tuple[str, ...]:
    """The keys of rows (or columns) that names add up, those of the printed alternative where there are several."""
    found: list[str] = []
    for name in names:
        for alternatives in members(form, name, rows) or ():
            found += alternatives if len(alternatives) == 1 else printed_keys(form, alternatives, there)
    return tuple(found)
