"""Two edits on one table: what may be read cannot be told as closely as for one, but no figure may stand in another cell."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from gdlint import api
from generate import Made, grid, tables
from generate.forms import TABLES, TEMPLATES
from support.conserved import faults
from support.edited.cases import PRINTERS, made_for
from support.edited.label_edits import LABEL_EDITS, label_of
from support.edited.labels import spots, values
from support.edited.value_edits import VALUE_EDITS, value_of, with_grid
from support.samples import Where, bound, places

SHAPES: Final = tuple(shape for shape in PRINTERS if shape != "folded")
"""where cells run together, figures come more than once"""
_AS_THEY_SAY: Final = frozenset({"swapped", "overwritten"})
"""edits by which a figure stands under another official label, and is read so"""
_LABELS: Final = tuple(name for name in LABEL_EDITS if name not in _AS_THEY_SAY)
Printed = Callable[[str], str]
Done = tuple[Made, str, Printed | None]
"""the report behind an edit, what was edited, and what is still to be done to its text"""
Edit = Callable[[Made, str, str, random.Random], Done | None]


class Pair(NamedTuple):
    """A report with two edits: its number and shape, the report before them, its text, and what was edited."""

    number: int
    shape: str
    made: Made
    text: str
    about: tuple[str, ...]


def pairs(first: int) -> Iterator[Pair]:
    """Reports with two edits, from a number on."""
    while True:
        if found := _pair(first):
            yield found
        first += 1


def _pair(seed: int) -> Pair | None:
    """The report of a number; None where one of its edits cannot be done."""
    rng = random.Random(f"pair {seed}")
    shape, table, template = rng.choice(SHAPES), rng.choice(TABLES), rng.choice(TEMPLATES)
    made = made_for(template, shape, seed)
    edits = rng.choice(((_label, _label), (_label, _value), (_value, _label)))
    try:
        found = _edited(made, table, shape, edits, rng)
    except (ValueError, RuntimeError):
        # What the first edit left has not the rows or the cells of the form, or cannot be printed.
        return None
    return Pair(seed, shape, made, *found) if found else None


def _edited(
    made: Made, table: str, shape: str, edits: Sequence[Edit], rng: random.Random
) -> tuple[str, tuple[str, ...]] | None:
    """The text of a report behind some edits on a table, and what they are."""
    after: list[Printed] = []
    about: list[str] = []
    for edit in edits:
        found = edit(made, table, shape, rng)
        if found is None:
            return None
        made, told, printed = found
        about.append(told)
        after += [printed] if printed else []
    text = PRINTERS[shape](made, rng)
    for printed in after:
        text = printed(text)
    return text, tuple(about)


def _label(made: Made, table: str, shape: str, rng: random.Random) -> tuple[Made, str, Printed | None] | None:
    name, number = rng.choice(_LABELS), len(spots(grid(made, table), table, made.template))
    label = label_of(made, table, rng.randrange(number), rng)
    done = LABEL_EDITS[name](label)
    return done and (with_grid(made, table, done.grid), f"{name} {label.spot.role} {label.spot.text}", None)


def _value(made: Made, table: str, shape: str, rng: random.Random) -> tuple[Made, str, Printed | None] | None:
    number = len(list(values(grid(made, table), table, made.template)))
    name, value = rng.choice(tuple(VALUE_EDITS)), value_of(made, table, rng.randrange(number), shape, rng)
    done = VALUE_EDITS[name](value)
    return done and (done.made, f"{name} {'.'.join(value.place)}", done.after)


def wrong(pair: Pair) -> list[str]:
    """A report with two edits in, the figures that stand in another cell than before, or nowhere, out."""
    home: dict[str, set[Where]] = {}
    for place, value in places(tables(pair.made)):
        home.setdefault(str(value), set()).add(place)
    report = api.parse(pair.text)
    moved = [
        f"moved: {figure.text} to {'.'.join(place)}"
        for place, figure in bound(report).items()
        if place not in home.get(figure.text or "", {place})
    ]
    return [*moved, *faults(report)]
