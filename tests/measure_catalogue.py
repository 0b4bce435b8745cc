"""Print how the catalogue does on generated reports: `python tests/measure.py catalogue`.

`--reports N` sets how many reports are generated (2,000); `--only WORD` takes the classes whose name or code holds a
word; `--show CLASS NUMBER` prints the right and the spoilt report of one trial.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import cycle, islice

from generate.defects import DEFECTS, Defect
from support.catalogue import Verdict, codes, flat_complaints, judged, trial, tried
from support.judged_samples import WAYS, judged_samples


def main(arguments: Sequence[str]) -> None:
    """The arguments of the command in; prints the figures."""
    parser = argparse.ArgumentParser(prog="tests/measure.py catalogue", description=__doc__)
    parser.add_argument("--reports", type=int, default=2000, metavar="N")
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--show", nargs=2, metavar=("CLASS", "NUMBER"))
    chosen = parser.parse_args(arguments)
    if chosen.show:
        _show(chosen.show[0], int(chosen.show[1]))
    else:
        _measure([d for d in tried() if chosen.only in d.name or chosen.only == d.code], chosen.reports)


def _show(name: str, number: int) -> None:
    """Print one trial."""
    defect = next(defect for defect in DEFECTS if defect.name == name)
    one = trial(defect, number)
    print(one.before.report.source.text, "=" * 80, one.wrong, "=" * 80, sep="\n")
    print(f"{defect.code} {one.shape}: {one.spoilt.what}\n{judged(one)[1:]}")


def _measure(defects: Sequence[Defect], reports: int) -> None:
    """Try the classes in turn, as many reports in all, and print what came of it."""
    numbers: defaultdict[str, int] = defaultdict(int)
    verdicts = []
    for defect in islice(cycle(defects), reports):
        verdicts.append(judged(trial(defect, numbers[defect.name])))
        numbers[defect.name] += 1
    _exceptions(verdicts)
    _by_class(defects, verdicts)
    _missing()
    _samples()
    _flat(reports // 10)
    _in_all(verdicts)


def _exceptions(verdicts: Iterable[Verdict]) -> None:
    """Print whatever is not as it should be, with what reproduces it."""
    for verdict in verdicts:
        one = verdict.trial
        where = f"{one.name} ({one.shape})"
        for said in verdict.alarms:
            print(f"alarm {where}: {said}")
        if not verdict.found:
            how = "found elsewhere" if verdict.elsewhere else "missed"
            print(f"{how} {one.defect.code} {where}: {one.spoilt.what!r}")
        for said in verdict.unexplained:
            print(f"unexplained {where}, {one.defect.code} {one.spoilt.what!r}: {said}")


def _by_class(defects: Sequence[Defect], verdicts: Sequence[Verdict]) -> None:
    """Print a line for each class of mistakes."""
    for defect in sorted(defects, key=lambda defect: defect.code):
        mine = [verdict for verdict in verdicts if verdict.trial.defect is defect]
        found, alone = (
            sum(map(bool, column)) for column in ([v.found for v in mine], [not v.unexplained for v in mine])
        )
        print(
            f"class {defect.code} {defect.name}: {found} of {len(mine)} found, {alone} with nothing unexplained"
        )


def _missing() -> None:
    """Print the codes whose rule is not there, and the rules that no class tries."""
    wanted = {defect.code for defect in DEFECTS}
    print(f"no rule yet for: {', '.join(sorted(wanted - codes())) or 'none'}")
    print(f"rules without a class: {', '.join(sorted(codes() - wanted)) or 'none'}")


def _samples() -> None:
    """Print how each rule does on the real reports, and what is neither expected nor forbidden."""
    judged_ones = list(judged_samples())
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sample in judged_ones:
        for code, way in sample.ways.items():
            table[code][way] += 1
            if way in ("false", "open"):
                for said in sample.said[code]:
                    print(f"sample {sample.name} {way} {code}: {said}")
            if way == "missed":
                print(f"sample {sample.name} missed {code}{'' if code in codes() else ' (no rule yet)'}")
    print(f"samples: {len(judged_ones)} read\nrule   {'  '.join(f'{way:>6}' for way in WAYS)}")
    for code, ways in sorted(table.items()):
        print(f"{code}  {'  '.join(f'{ways[way]:6}' for way in WAYS)}")
    print(f"all    {'  '.join(f'{sum(ways[way] for ways in table.values()):6}' for way in WAYS)}")


def _flat(size: int) -> None:
    """Print what is said of right reports in shapes that lose what is a cell."""
    silent = 0
    for number in range(size):
        shape, _, said = flat_complaints(number)
        silent += not said
        for line in said:
            print(f"alarm flat {number} ({shape}): {line}")
    print(f"flattened: {silent} of {size} right reports without error or warning but GD320")


def _in_all(verdicts: Sequence[Verdict]) -> None:
    """Print the three figures."""
    size = len(verdicts)
    for what, good in (
        ("right reports without error or warning", sum(not verdict.alarms for verdict in verdicts)),
        ("mistakes found", sum(verdict.found for verdict in verdicts)),
        ("spoilt reports with nothing unexplained", sum(not verdict.unexplained for verdict in verdicts)),
    ):
        print(f"catalogue: {good} of {size} ({good / max(size, 1):.2%}) {what}")
