"""Print how edited reports are read: `python tests/measure_edits.py` from the root of the checkout.

Each label and each value of a report in which no figure stands twice is edited in turn, in both forms and every shape.
`wrong` figures are bound to another cell, `lost` ones stand neither in a table nor among what could not be assigned,
`doubled` ones more than once, `dear` counts cells that the edit should not have cost, `marks` page marks that stand
nowhere. Where nothing is limited, all edits of labels are tried, and a quarter as many of values.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from generate.forms import TEMPLATES  # noqa: E402
from support.edited import pairs  # noqa: E402
from support.edited.cases import (  # noqa: E402
    EDITS,
    PRINTERS,
    Case,
    edited,
    label_cases,
    unedited,
    value_cases,
    verdict,
)

PROCESSES = 2
CHUNK = 50
SEED = 20
UNEDITED = 4


class Outcome(NamedTuple):
    """What came of one edited report: numbers, and the failures in words."""

    case: Case
    about: str
    wrong: tuple[str, ...]
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    marks: tuple[str, ...]
    dear: tuple[str, ...]
    read: int
    expected: int

    @property
    def failures(self) -> list[str]:
        """What is not as it should be."""
        kinds = ("wrong", "lost", "doubled", "marks", "dear")
        return [f"{kind}: {', '.join(getattr(self, kind)[:6])}" for kind in kinds if getattr(self, kind)]


def outcome(case: Case) -> Outcome | None:
    """An edit in, what came of it (None where it cannot be done) out."""
    found = verdict(case)
    if found is None:
        return None
    report, v = found
    numbers = len(v.read & v.expected), len(v.expected)
    return Outcome(case, report.about, v.wrong, v.lost, v.doubled, v.marks, v.dear, *numbers)


def chosen(options: argparse.Namespace) -> list[Case]:
    """The edits that are to be tried, a seeded sample of all."""
    rng = random.Random(options.first or SEED)
    every = (label_cases(options.first), value_cases(options.first))
    labels, others = (_sample(_fitting(cases, options), rng) for cases in every)
    if options.sample is None:
        return labels + others[: max(len(labels) // 4, len(others) if not labels else 0)]
    some = min(len(others), options.sample // 5 if labels else options.sample)
    return labels[: options.sample - some] + others[:some]


def _fitting(cases: Iterable[Case], options: argparse.Namespace) -> list[Case]:
    wanted = {"shape": options.shape, "template": options.form, "edit": options.edit, "table": options.table}
    return [case for case in cases if all(not v or getattr(case, k) in v for k, v in wanted.items())]


def _sample(cases: list[Case], rng: random.Random) -> list[Case]:
    return rng.sample(cases, len(cases))


def measure(cases: Sequence[Case], processes: int = PROCESSES) -> list[Outcome]:
    """Edits in, what came of those that can be done, in their order, out."""
    if processes == 1:
        return [done for done in map(outcome, cases) if done]
    with ProcessPoolExecutor(processes) as pool:
        return [done for done in pool.map(outcome, cases, chunksize=CHUNK) if done]


def print_table(title: str, outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> None:
    """Print the numbers of each group of outcomes and of all."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        groups[key(one)].append(one)
    print(
        f"\n{title:20}{'reports':>8}{'wrong':>14}{'lost':>14}{'doubled':>14}{'dear':>14}{'marks':>7}{'read':>8}"
    )
    for name, group in [*sorted(groups.items()), ("all", list(outcomes))]:
        columns = [
            _number([len(getattr(one, kind)) for one in group])
            for kind in ("wrong", "lost", "doubled", "dear")
        ]
        marks = sum(bool(one.marks) for one in group)
        print(f"{name:20}{len(group):8}{''.join(columns)}{marks:7}{_share(group):8.1%}")


def _number(counts: Sequence[int]) -> str:
    """How many figures, and in how many reports."""
    return f"{sum(counts):7} in{sum(map(bool, counts)):4}" if any(counts) else f"{0:14}"


def _share(group: Sequence[Outcome]) -> float:
    return sum(one.read for one in group) / max(sum(one.expected for one in group), 1)


def failed(outcomes: Sequence[Outcome], kind: str) -> list[Outcome]:
    """The outcomes with a failure of a kind ("": of any)."""
    return [one for one in outcomes if (getattr(one, kind) if kind else one.failures)]


def print_failures(outcomes: Sequence[Outcome], number: int) -> None:
    """Print the first failures."""
    for one in outcomes[:number]:
        template, shape, seed, table, at, edit = one.case
        print(f"{template} {shape} #{seed} {table} {at} {edit}: {one.about}")
        for line in one.failures:
            print(f"    {line}")


def print_text(outcomes: Sequence[Outcome]) -> str | None:
    """Print the text of each edited report; what is wrong where there is none out."""
    for one in outcomes:
        report = edited(one.case)
        print(report.text if report else "")
    return None if outcomes else "no such failure"


def print_pairs(number: int, first: int) -> int:
    """Print what is wrong with reports with two edits on one table; whether anything is out."""
    failures = 0
    for pair in islice(pairs.pairs(first), number):
        if found := pairs.wrong(pair):
            failures += 1
            print(f"{pair.made.template} {pair.shape} #{pair.number}: {' and '.join(pair.about)}")
            print(f"    {', '.join(found[:6])}")
    print(f"{number} reports with two edits, {failures} with a figure that is moved, lost or doubled")
    return int(failures > 0)


def print_unedited(shapes: Sequence[str], forms: Sequence[int], first: int) -> None:
    """Print how reports without an edit are read."""
    for shape in shapes:
        numbers = range(first, first + UNEDITED)
        found = [unedited(template, shape, seed) for template in forms for seed in numbers]
        read, expected = (sum(len(getattr(v, kind)) for v in found) for kind in ("read", "expected"))
        failed = [
            f"{sum(len(getattr(v, kind)) for v in found)} {kind}" for kind in ("wrong", "lost", "doubled")
        ]
        print(
            f"unedited {shape}: {read} of {expected} cells read ({read / expected:.1%}), {', '.join(failed)}"
        )


def arguments() -> argparse.ArgumentParser:
    """The options of the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sample", type=int, help="so many reports (default: all)")
    parser.add_argument(
        "--first", type=int, default=0, metavar="N", help="edit the reports from number N on (other figures)"
    )
    parser.add_argument("--shape", action="append", choices=PRINTERS)
    parser.add_argument("--form", action="append", type=int, choices=(2019, 2021))
    parser.add_argument("--edit", action="append", choices=EDITS)
    parser.add_argument("--table", action="append", choices=("disclosure", "applications", "litigation"))
    parser.add_argument("--show", type=int, default=0, metavar="K", help="print the first K failures")
    parser.add_argument(
        "--kind", default="", choices=("wrong", "lost", "doubled", "marks", "dear"), help="of this kind"
    )
    parser.add_argument(
        "--text", metavar="N", type=int, help="print the text of the Nth failure, and nothing else"
    )
    parser.add_argument(
        "--pairs", metavar="N", type=int, help="try N reports with two edits each, and nothing else"
    )
    parser.add_argument("--processes", type=int, default=PROCESSES)
    return parser


def main() -> None:
    """Print a table by edit and one by shape."""
    options = arguments().parse_args()
    if options.pairs:
        sys.exit(print_pairs(options.pairs, options.first))
    outcomes = measure(chosen(options), options.processes)
    failures = failed(outcomes, options.kind)
    if options.text is not None:
        sys.exit(print_text(failures[options.text : options.text + 1]))
    print_failures(failures, options.show)
    print_unedited(options.shape or list(PRINTERS), options.form or TEMPLATES, options.first)
    print_table("edit", outcomes, lambda one: one.case.edit)
    print_table("shape", outcomes, lambda one: one.case.shape)


if __name__ == "__main__":
    main()
