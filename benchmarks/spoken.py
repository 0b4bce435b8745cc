"""Generated reports with claims in every relation: how many wrong phrases are said, and how many right reports are blamed.

    python benchmarks/spoken.py [--half develop|held] [--reports N] [--seed N] [-v]

The phrases are those of tests/generate/spoken. Of the half `held` only totals are shown. Said: an error or warning on the
report with one wrong phrase that the right one does not have. Blamed: a right report with one that it lacks without phrases.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from gdlint.api import lint
from gdlint.model.finding import Severity

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from generate.spoken import HALVES, Item, Spoken, spoken_report, with_wrong
from generate.tabbed import tsv

PROSE = ("GD5", "GD6", "GD7", "GD8", "GD117")
Loud = frozenset[tuple[str, str]]


class Judged(NamedTuple):
    """A report: the phrases that were blamed, with why, and the wrong phrase (None: none has one) with whether it was said."""

    items: int
    blamed: tuple[tuple[Item, Loud], ...]
    why: Loud
    wrong: Item | None
    said: bool


def loud(spoken: Spoken, wrong: Item | None = None, *, only: Item | None = None) -> Loud:
    """The warnings and errors about prose."""
    found = lint(tsv(with_wrong(spoken, wrong, only=only), random.Random(0))).findings
    return frozenset(
        (f.code, f.message["zh"]) for f in found if f.severity != Severity.INFO and f.code.startswith(PROSE)
    )


def judge(spoken: Spoken, rng: random.Random, *, each: bool) -> Judged:
    """A report, right and with one of its phrases wrong; `each`: blamed phrases are sought one by one."""
    right = loud(spoken)
    if right:
        right -= loud(spoken._replace(items=()))
    alone = [(item, loud(spoken, only=item)) for item in spoken.items] if right and each else []
    twins = [item for item in spoken.items if item.wrong]
    wrong = rng.choice(twins) if twins else None
    said = bool(wrong and loud(spoken, wrong) - right)
    blamed = tuple((item, found & right) for item, found in alone if found & right)
    return Judged(len(spoken.items), blamed or tuple((item, right) for item, _ in alone), right, wrong, said)


def shown(half: str, judged: list[Judged], *, verbose: bool) -> Iterable[str]:
    """The lines of the report; phrases only where they may be seen."""
    twins = [(one.wrong, one.said) for one in judged if one.wrong]
    if half == "develop" and verbose:
        yield from (f"  missed {item.line.topic}: {item.wrong}" for item, said in twins if not said)
        yield from (f"  false {item.right} {sorted(why)}" for one in judged for item, why in one.blamed)
    every, hit = Counter(i.line.topic for i, _ in twins), Counter(i.line.topic for i, said in twins if said)
    yield from (f"  {topic}: {hit[topic]} of {number}" for topic, number in sorted(every.items()))
    codes = Counter(code for one in judged for code in {code for code, _ in one.why})
    yield from (f"  blamed by {code}: {number}" for code, number in sorted(codes.items()))
    sure = [said for item, said in twins if not item.line.likely]
    yield (
        f"{half}: wrong phrases said {sum(said for _, said in twins)} of {len(twins)} = "
        f"{sum(said for _, said in twins) / max(1, len(twins)):.0%} (certain ones {sum(sure)} of {len(sure)}); "
        f"right reports blamed {sum(bool(one.why) for one in judged)} of {len(judged)}, of {sum(one.items for one in judged)} phrases"
    )


def main() -> None:
    """Read the arguments, make and judge the reports, print the counts."""
    options = argparse.ArgumentParser()
    options.add_argument("--half", choices=HALVES, default="develop")
    options.add_argument("--reports", type=int, default=400)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("-v", "--verbose", action="store_true")
    given = options.parse_args()
    rng = random.Random(f"{given.seed} {given.half}")
    judged = [
        judge(spoken_report(rng, given.half), rng, each=given.verbose and given.half == "develop")
        for _ in range(given.reports)
    ]
    for line in shown(given.half, judged, verbose=given.verbose):
        print(line)


if __name__ == "__main__":
    main()
