"""Holding an edited report against its original: the right rule at the right place, and nothing else."""

import random
from collections import Counter
from dataclasses import dataclass, field

from gdlint import api
from generate import MUTATIONS

from .edits import EDITS, PER_KIND, Edit
from .findings import Fact, facts
from .generated import made_from, printed
from .oracle import SUMS, depends
from .samples import Seed

SHAPES = ("tab_cell", "tsv", "pipe", "bar_padded")


@dataclass
class Tally:
    """How many edits were answered rightly, and what was wrong.

    Among the right ones, `undecided` counts GD320 in place of GD310, `silent` those of which nothing is to be said.
    """

    total: int = 0
    undecided: int = 0
    silent: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def right(self) -> int:
        """The edits that were answered rightly."""
        return self.total - len(self.wrong)

    def add(self, what: str, problems: list[str], *, undecided: bool = False, silent: bool = False) -> None:
        """Count one edit."""
        self.total += 1
        self.undecided += undecided and not problems
        self.silent += silent and not problems
        if problems:
            self.wrong.append(f"{what}: {'; '.join(problems)}")


def tally_seed(seed: Seed, kind: str) -> Tally:
    """A seed and a kind of edit in, what came of fifty such edits (always the same ones) out."""
    rng = random.Random(f"{seed.path.name[:3]} {kind}")
    before = facts(api.lint(seed.text))
    tally = Tally()
    for _ in range(PER_KIND):
        edit = EDITS[kind](seed, rng)
        problems, undecided = judged(edit, before, facts(api.lint(edit.text)))
        tally.add(edit.what, problems, undecided=undecided, silent=not edit.must)
    return tally


def judged(edit: Edit, before: Counter[Fact], after: Counter[Fact]) -> tuple[list[str], bool]:
    """An edit and the facts before and after in, what is wrong (and whether the place was left undecided) out."""
    new, gone = after - before, before - after
    undecided = bool(edit.instead) and set(new) >= edit.instead
    must = edit.instead if undecided else edit.must
    problems = [f"not said: {_told(fact)}" for fact in sorted(_untold(must, set(new)))]
    for fact, count in sorted(new.items()):
        if fact in must or fact in edit.may:
            problems += [f"said {count} times: {_told(fact)}"] if count > 1 else []
        elif fact.code in SUMS or not depends(fact.code, edit.touched):
            problems.append(f"said: {_told(fact)}")
    problems += [f"said no more: {_told(fact)}" for fact in sorted(gone) if not _may_cease(fact, edit)]
    return problems, undecided


def _untold(must: frozenset[Fact] | set[Fact], said: set[Fact]) -> set[Fact]:
    """What is to be said and is not; one wrong figure of a table is told by one of the sums that it is part of."""
    told = must & said
    return {fact for fact in must - said if not any(_share_a_figure(fact, other) for other in told)}


def _share_a_figure(one: Fact, other: Fact) -> bool:
    """Two sums over the same column, or over a row and a column."""
    if not (one.code in SUMS and other.code in SUMS and one.table == other.table == "applications"):
        return False
    return one.column == other.column != "" or (bool(one.row) != bool(other.row))


def _may_cease(fact: Fact, edit: Edit) -> bool:
    """The fact is about a figure that was touched."""
    if depends(fact.code, edit.touched):
        return True
    return any(
        fact.table == place.table and fact.row in ("", place.row) and fact.column in ("", place.column)
        for place in edit.touched
    )


def _told(fact: Fact) -> str:
    """A fact in words."""
    return " ".join(filter(None, fact))


def tally_generated(kind: str, shape: str) -> Tally:
    """A kind of mutation and a shape in, what came of fifty mutated reports out."""
    tally = Tally()
    for number in range(PER_KIND):
        rng = random.Random(f"{number} {kind}")
        mutation = MUTATIONS[kind](made_from(number), rng)
        said = facts(api.lint(printed(mutation.made, shape, number)))
        must = {Fact(*expected) for expected in mutation.expected}
        problems = [f"not said: {_told(fact)}" for fact in sorted(_untold(must, set(said)))]
        extra = {
            fact for fact in said if fact not in must and not (kind == "swap_labels" and fact.code == "GD307")
        }
        problems += [f"said: {_told(fact)}" for fact in sorted(extra)]
        tally.add(f"report {number} in {shape}, {mutation.description}", problems)
    return tally
