"""All benchmarks in one run: `python benchmarks/run.py [--quick]`.

a  the floor: for each report read bytes, decode, split lines and tabs, strip, match a number
n  how often a label is compared in a report of a process that has read none: asked for, and made
p  parse and bind alone, in process, on the same reports
b  parse, bind and all default rules, in process, on the same reports; was to be at most 20 a with the first 47 rules, see r
r  all default rules alone on the longest of the reports; to take at most 5 ms on 3,700 characters, none more than a tenth of that
c  the command on one report, against `python -c pass`; to be at most 15 times as long, and at most 60 MB
d  the command on 1,000 files in one process; to take at most 6 s
e  cost per character of parse, bind and rules from 4 kB to 10 MB; to be flat

The reports are those of ../shared/samples/seeds where that folder is there, else generated ones.
"""

import argparse
import gc
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from gdlint import api  # noqa: E402
from gdlint.engine.checks import Ready  # noqa: E402
from gdlint.engine.run import run  # noqa: E402
from gdlint.model.report import Report  # noqa: E402
from gdlint.model.wording import plain  # noqa: E402
from gdlint.readers.text import read_bytes  # noqa: E402
from generate import SHAPES, random_report  # noqa: E402

NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
SEEDS = ROOT.parent / "shared" / "samples" / "seeds"


def reports(folder: Path) -> list[Path]:
    """The reports to measure on."""
    if SEEDS.is_dir():
        return sorted(SEEDS.glob("*.txt"))
    return generated(folder, 20)


def generated(folder: Path, number: int) -> list[Path]:
    """So many generated reports, in all shapes in turn."""
    shapes = list(SHAPES.values())
    paths = []
    for n in range(number):
        rng = random.Random(n)
        path = folder / f"{n:04d}.txt"
        path.write_text(shapes[n % len(shapes)](random_report(rng), rng), encoding="utf-8")
        paths.append(path)
    return paths


def medians_ms(works: Sequence[Callable[[], object]], passes: int) -> list[float]:
    """The medians of some passes, in turn so that a drift of the machine meets all alike, with the garbage collector at
    rest (as `timeit` does)."""
    times: list[list[float]] = [[] for _ in works]
    gc.collect()
    gc.disable()
    for _ in range(passes):
        for work, taken in zip(works, times, strict=True):
            begin = time.perf_counter()
            work()
            taken.append(time.perf_counter() - begin)
    gc.enable()
    return [statistics.median(taken) * 1000 for taken in times]


def median_ms(work: Callable[[], object], passes: int) -> float:
    """The median of some passes of one work."""
    return medians_ms([work], passes)[0]


def floor(paths: list[Path]) -> None:
    for path in paths:
        for line in path.read_bytes().decode("utf-8").splitlines():
            for cell in line.split("\t"):
                NUMBER.match(cell.strip())


def comparisons(sources: Sequence[bytes]) -> tuple[float, float]:
    """How often a report asks for a wording as it is compared, and how often that must be made: the means over some reports,
    none of which was read before."""
    api.parse("", "-")
    before = plain.cache_info()
    for data in sources:
        api.parse_source(read_bytes(data, "-"))
    after = plain.cache_info()
    made = after.misses - before.misses
    return (after.hits - before.hits + made) / len(sources), made / len(sources)


def slowest_rule(report: Report, rules: Sequence[Ready], passes: int) -> tuple[str, float]:
    """The rule that takes longest (the median of some passes), and its milliseconds."""
    taken: dict[str, list[float]] = {}
    for _ in range(passes):
        times: dict[str, float] = {}
        run(rules, report, times)
        for code, seconds in times.items():
            taken.setdefault(code, []).append(seconds)
    medians = {code: statistics.median(each) * 1000 for code, each in taken.items()}
    code = max(medians, key=lambda code: medians[code])
    return code, medians[code]


def command_ms(command: list[str], passes: int) -> float:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

    def once() -> None:
        subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment
        )

    once()
    return median_ms(once, passes)


def peak_mb(command: list[str]) -> float:
    """The peak memory of a command, measured by a process that has no other child."""
    code = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    return int(out.stdout) / 1024


def per_character(size: int) -> float:
    """Nanoseconds per character on one text of about that size: reports joined end to end."""
    rng = random.Random(size)
    pieces: list[str] = []
    length = 0
    while length < size:
        shape = SHAPES[("tsv", "tab_cell", "pipe")[len(pieces) % 3]]
        pieces.append(shape(random_report(rng), rng))
        length += len(pieces[-1])
    text = "\n\n".join(pieces)
    rules = api.rules_for()
    passes = 15 if size < 100_000 else 3 if size < 5_000_000 else 1
    return median_ms(lambda: api.lint(text, rules=rules), passes) * 1e6 / len(text)


def in_process(paths: list[Path], passes: int) -> None:
    """Measure and print a, p, b, r."""
    rules = api.rules_for()
    sources = [path.read_bytes() for path in paths]
    asked, made = comparisons(sources)
    print(f"n  wordings compared              {asked:8.0f} asked for, {made:.0f} made, a report")

    def parse_all() -> None:
        for data in sources:
            api.parse_source(read_bytes(data, "-"))

    def lint_all() -> None:
        for data in sources:
            api.lint_source(read_bytes(data, "-"), None, rules)

    lint_all()
    works = [lambda: floor(paths), parse_all, lint_all]
    a, p, b = (each / len(paths) for each in medians_ms(works, passes))
    print(f"a  floor                          {a:8.3f} ms a report ({len(paths)} reports)")
    print(f"p  parse + bind                   {p:8.3f} ms a report = {p / a:.1f} a")
    print(f"b  parse + bind + {len(rules)} rules        {b:8.3f} ms a report = {b / a:.1f} a")
    report = max((api.parse(path) for path in paths), key=lambda report: len(report.source.text or ""))
    length = len(report.source.text or "")
    alone = median_ms(lambda: run(rules, report), passes)
    code, most = slowest_rule(report, rules, passes)
    print(f"r  the rules on {length:,} characters    {alone:8.3f} ms, the slowest {code} {most:.3f} ms")


def commands(paths: list[Path], folder: Path, passes: int, *, quick: bool) -> None:
    """Measure and print c and d."""
    bare = command_ms([sys.executable, "-c", "pass"], passes)
    one = [sys.executable, "-m", "gdlint", str(paths[0])]
    c = command_ms(one, passes)
    print(f"c  python -c pass                 {bare:8.1f} ms")
    print(f"   the command on one file        {c:8.1f} ms = {c / bare:.1f} bare, {peak_mb(one):.1f} MB")
    corpus = folder / "corpus"
    corpus.mkdir()
    for n in range(1000):
        (corpus / f"{n:04d}.txt").write_bytes(paths[n % len(paths)].read_bytes())
    d = command_ms([sys.executable, "-m", "gdlint", str(corpus)], 1 if quick else 3)
    print(f"d  the command on 1,000 files     {d / 1000:8.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="fewer passes, sizes up to 400 kB")
    quick = parser.parse_args().quick
    passes = 10 if quick else 40
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = reports(folder)
        in_process(paths, passes)
        commands(paths, folder, passes, quick=quick)
    sizes = (4_000, 40_000, 400_000) if quick else (4_000, 40_000, 400_000, 4_000_000, 10_000_000)
    costs = {size: per_character(size) for size in sizes}
    print("e  " + ", ".join(f"{size:,}: {cost:.0f} ns" for size, cost in costs.items()) + " a character")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"   peak memory of this process    {peak:8.1f} MB")


if __name__ == "__main__":
    main()
