"""Single sentences in whole reports: how many wrong ones are said, and how many right ones are blamed.

    python benchmarks/prose.py SAMPLES [--half develop|held] [-v]
    python benchmarks/prose.py SAMPLES --pairs tests/prose/kinds.jsonl [--half develop|held] [-v]

SAMPLES is the folder with `pairs.jsonl` and `base.py`. Half of the items, told by a hash of their ids, is for the work on
rules (`develop`); of the other half only counts are shown. Said: an error or warning on the wrong twin that the right one
does not have. Blamed: one on a right one that the report without the sentence lacks. `--pairs` takes the items of another
file instead, over the same tables: all of them, or an even half.
"""

import argparse
import hashlib
import json
import runpy
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.api import lint
from gdlint.model.finding import Severity

HALVES = ("develop", "held")
PROSE = ("GD5", "GD6", "GD7", "GD8", "GD117")
_NEXT = "五、存在的主要问题"
Item = Mapping[str, Any]
Loud = frozenset[tuple[str, str]]


class Judged(NamedTuple):
    """One item: the findings on its right twin and on its wrong one (None where there is none)."""

    item: Item
    false: Loud
    said: Loud | None


def half_of(item: Item) -> str:
    """Which half an item belongs to: a half of what was held first has been opened since."""
    digest = hashlib.sha256(item["id"].encode()).digest()
    return HALVES[digest[0] % 2 and digest[1] % 2]


def even_half_of(item: Item) -> str:
    """Which half an item of another file belongs to."""
    return HALVES[hashlib.sha256(item["id"].encode()).digest()[0] % 2]


def placed(item: Item, sentence: str, report: Any) -> str:
    """The report with a sentence in its place; `report` knows no text of section four."""
    known = item["where"] != "litigation"
    text: str = report(
        item["kind"],
        item["where"] if known else "overall",
        sentence if known else "",
        item.get("also"),
        item.get("others"),
    )
    return text if known else text.replace(_NEXT, f"{sentence}\n\n{_NEXT}")


def judge(item: Item, report: Any) -> Judged:
    """An item in the report around it."""

    def loud(sentence: str) -> Loud:
        found = lint(placed(item, sentence, report)).findings
        return frozenset(
            (f.code, f.message["zh"])
            for f in found
            if f.severity != Severity.INFO and f.code.startswith(PROSE)
        )

    right = loud(item["right"])
    said = None if item["wrong"] is None else loud(item["wrong"]) - right
    return Judged(item, right - loud(""), said)


def shown(half: str, judged: Sequence[Judged], *, verbose: bool) -> Iterable[str]:
    """The lines of the report; items only where they may be seen."""
    twins = [one for one in judged if one.said is not None]
    if verbose and half == "develop":
        yield from (
            f"  missed {one.item['id']} {one.item['kind']} {one.item['wrong']}"
            for one in twins
            if not one.said
        )
        yield from (
            f"  false {one.item['id']} {one.item['right']} {sorted(one.false)}" for one in judged if one.false
        )
    for key in ("topic", "certain"):
        every = Counter(str(one.item[key]) for one in twins)
        hit = Counter(str(one.item[key]) for one in twins if one.said)
        yield from (f"  {key} {name}: {hit[name]} of {number}" for name, number in sorted(every.items()))
    codes = Counter(code for one in judged for code in {code for code, _ in one.false})
    yield from (f"  blamed by {code}: {number}" for code, number in sorted(codes.items()))
    said = sum(1 for one in twins if one.said)
    sure = [one for one in twins if one.item["certain"] >= 0.9]
    yield (
        f"{half}: wrong ones said {said} of {len(twins)} = {said / max(1, len(twins)):.0%} (certain ones "
        f"{sum(1 for one in sure if one.said)} of {len(sure)}); right ones blamed {sum(1 for one in judged if one.false)} "
        f"of {len(judged)}"
    )


def main() -> None:
    """Read the arguments, judge the items, print the counts."""
    options = argparse.ArgumentParser()
    options.add_argument("samples", type=Path)
    options.add_argument("--half", choices=HALVES)
    options.add_argument("-v", "--verbose", action="store_true")
    options.add_argument("--pairs", type=Path, help="another file of items")
    given = options.parse_args()
    report = runpy.run_path(str(given.samples / "base.py"))["report"]
    lines = (given.pairs or given.samples / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    every = [json.loads(line) for line in lines]
    half = given.half or (None if given.pairs else "develop")
    told = even_half_of if given.pairs else half_of
    items = [item for item in every if half in (None, told(item))]
    for line in shown(
        half or given.pairs.stem,
        [judge(item, report) for item in items],
        verbose=given.verbose,
    ):
        print(line)


if __name__ == "__main__":
    main()
