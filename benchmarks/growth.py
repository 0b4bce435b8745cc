"""How time and memory grow with the text: `python benchmarks/growth.py [NAME…] [--seconds S] [--list] [--markdown]`.

Each kind of text (see `kinds.py`) is read, checked and written out as text and as both JSON documents, at a size and at twice that
size: half a MB and a MB (UTF-8), more where that takes less than `--seconds` of CPU, less where it takes more than two seconds. Each
run has a process of its own. Exit status 1 where

- twice the text takes more than 2.3 times the CPU (and more than a second),
- a kind takes more than 8 s or 40 MB for each MB of its file (UTF-8),
- or the command takes more than 200 MB for an ordinary file of 10 MB: a yearbook of reports, or a report of so much text.

Where a text is larger than a report may be (see `gdlint/syntax/bounds.py`), the kind is measured right below the size from which
on it is refused: there it may take 8 s and 40 MB in all, however small the file is, and so may the refusal of the larger text.

Needs a system that can fork. A kind that is too slow is measured up to three times: other work on the machine makes a run
longer, never shorter.
"""

import argparse
import gc
import math
import multiprocessing
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from kinds import Kind, kinds  # noqa: E402
from run import peak_mb  # noqa: E402

from gdlint import api  # noqa: E402
from gdlint.model.result import FileResult  # noqa: E402
from gdlint.plugins.reporting import RunInfo  # noqa: E402
from gdlint.readers.text import read_bytes  # noqa: E402
from gdlint.reporters.formats import own_reporter  # noqa: E402

MOST_GROWTH = 2.3
MOST_SECONDS = 8.0
MOST_MB = 40.0
MOST_WHOLE_MB = 200.0
SMALLEST, LARGEST = 4_000, 4_000_000
"""bytes of the smaller text"""
LONG = 2.0
"""seconds of CPU of the smaller text at which it is large enough, however small"""
TELLING = 1.0
"""seconds of CPU of the larger text; what takes less, however large it may be, tells nothing about growth"""
LONGEST_RUN = 120
"""seconds of CPU after which a run is stopped"""
SMALLER = 0.8
"""by so much a text that is refused is made smaller"""
TOO_LARGE = ("too-large", "too-many-lines", "large-report")
WHOLE_FILE = 10_000_000
"""bytes"""
WHOLE_KINDS = ("report: tsv", "text: long paragraphs")
MB = 1_000_000


class Cost(NamedTuple):
    """What one run took."""

    size: int
    seconds: float
    mb: float
    refused: bool = False
    """the text is larger than a report may be"""


class Growth(NamedTuple):
    """What a kind took at a size and at twice that size."""

    kind: Kind
    one: Cost
    two: Cost
    refused: Cost | None = None
    """what a larger text took that was refused"""

    @property
    def ratio(self) -> float:
        """How many times the CPU twice the text takes."""
        return self.two.seconds / max(self.one.seconds, 0.001) * (2 * self.one.size / self.two.size)

    @property
    def exponent(self) -> float:
        """The power of the size with which the CPU grows."""
        return math.log2(max(self.ratio, 0.01))

    @property
    def seconds(self) -> float:
        """Seconds for each MB."""
        return self.two.seconds / self.megabytes

    @property
    def mb(self) -> float:
        """MB for each MB."""
        return self.two.mb / self.megabytes

    @property
    def megabytes(self) -> float:
        """The size of the larger text, at least one MB where that is the largest that is read."""
        return max(self.two.size / MB, 1.0 if self.refused else 0.0)

    @property
    def complaints(self) -> list[str]:
        """What is too much."""
        found = {
            "growth": self.ratio > MOST_GROWTH and self.two.seconds > TELLING,
            "time": self.seconds > MOST_SECONDS,
            "memory": self.mb > MOST_MB,
            "refusal": self.refused is not None and _is_too_much(self.refused),
        }
        return [name for name, too_much in found.items() if too_much]


def _is_too_much(cost: Cost) -> bool:
    megabytes = max(cost.size / MB, 1.0)
    return cost.seconds > MOST_SECONDS * megabytes or cost.mb > MOST_MB * megabytes


def work(content: bytes) -> bool:
    """All that commands do with one file. Answers whether it is larger than a report may be."""
    result = api.lint_source(read_bytes(content, "-"))
    with open(os.devnull, "wb") as out:
        for style in ("text", "json", "sarif"):
            writer = own_reporter(style)
            writer.begin(out, RunInfo("zh"))
            writer.file(FileResult(result.report, result.outcome))
    api.extracted(result.report)
    return result.report.source.problem in TOO_LARGE


def content_of(kind: Kind, size: int) -> bytes:
    """A text of a kind as it stands in a file."""
    made = kind.make(size)
    return made.encode() if isinstance(made, str) else made


def memory() -> float:
    """The MB that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / MB


def measure_here(kind: Kind, size: int, out: Connection) -> None:
    """Measure one run in this process and send the cost."""
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST_RUN, LONGEST_RUN))
    content = content_of(kind, size)
    held = memory()
    begin = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    refused = work(content)
    used = resource.getrusage(resource.RUSAGE_SELF)
    grown = max(0.0, used.ru_maxrss * 1024 / MB - held)
    out.send(Cost(len(content), used.ru_utime - begin, grown, refused))


def measured(kind: Kind, size: int) -> Cost:
    """The cost of one run in a process of its own; infinite where it was stopped."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=measure_here, args=(kind, size, there))
    process.start()
    there.close()
    try:
        cost: Cost = here.recv()
    except EOFError:
        cost = Cost(size, math.inf, math.inf)
    process.join()
    return cost


def grown(kind: Kind, least: float, usual: int) -> Growth:
    """The growth of a kind from the first size that is large enough and takes long enough, or to the largest that is read."""
    size = SMALLEST
    one = measured(kind, size)
    while not one.refused and one.seconds < LONG and one.size < (LARGEST if one.seconds < least else usual):
        wanted = min(LONG / max(one.seconds, 0.001), LARGEST / one.size, max(2.0, usual / one.size))
        size = int(size * max(1.1, wanted))
        one = measured(kind, size)
    two, refused = measured(kind, 2 * size), None
    if (
        two.mb > MOST_MB * two.size / MB
        and two.size < MB
        and measured(kind, 2 * size * MB // two.size).refused
    ):
        # The largest text that is read is shorter than a MB: that is the one to measure.
        size = size * MB // two.size
        two = measured(kind, 2 * size)
    while two.refused:
        refused = max(refused or two, two)
        size = int(size * SMALLER)
        two = measured(kind, 2 * size)
    growth = Growth(kind, measured(kind, size) if refused else one, two, refused)
    for _ in range(2):
        if not growth.complaints or math.isinf(growth.two.seconds):
            break
        one, two = measured(kind, size), measured(kind, 2 * size)
        growth = growth._replace(one=min(one, growth.one), two=min(two, growth.two))
    return growth


def whole_mb(name: str) -> float:
    """The MB that the command takes for a file of 10 MB of a kind; without end where it is refused."""
    kind = next(kind for kind in kinds() if kind.name == name)
    content = content_of(kind, WHOLE_FILE // 2)[:WHOLE_FILE]
    if work(content):
        return math.inf
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_bytes(content)
        return peak_mb([sys.executable, "-m", "gdlint", str(path)])


def line(growth: Growth) -> str:
    """One line of the table."""
    return (
        f"{growth.kind.name:58} {growth.two.size / 1000:7.0f} kB {growth.two.seconds:7.2f} s  n^{growth.exponent:4.2f}"
        f" {growth.seconds:8.2f} s/MB {growth.mb:8.1f} MB/MB  "
        f"{'(the largest that is read) ' if growth.refused else ''}{', '.join(growth.complaints)}"
    )


_PAGE_HEAD = f"""\
<!-- Written by `python benchmarks/growth.py --markdown`. -->
# How time and memory grow with the text

Each kind of text is read, checked and written out at a size and at twice that size; the columns are those of the larger one.
Wanted: time grows by at most n^{math.log2(MOST_GROWTH):.1f}, and takes at most {MOST_SECONDS:.0f} s and {MOST_MB:.0f} MB for each MB.
"Largest" marks a kind whose next larger text is refused, for which the seconds and MB are those of one whole MB.

| Kind | kB | Seconds | Growth | Seconds a MB | MB a MB | Largest | Too much |
|---|---:|---:|---:|---:|---:|:-:|---|"""


def row(growth: Growth) -> str:
    """One row of the table as a page."""
    name = growth.kind.name.replace("|", "\\|")
    return (
        f"| {name} | {growth.two.size / 1000:.0f} | {growth.two.seconds:.2f} | n^{growth.exponent:.2f}"
        f" | {growth.seconds:.2f} | {growth.mb:.1f} | {'yes' if growth.refused else ''} | {', '.join(growth.complaints)} |"
    )


def chosen(names: Sequence[str]) -> list[Kind]:
    """The kinds whose names hold one of some words; all where there are none."""
    return [kind for kind in kinds() if not names or any(name in kind.name for name in names)]


def main() -> int:
    """Measure, print, and say by the exit status whether anything is too much."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="only kinds whose name holds one of these")
    parser.add_argument("--seconds", type=float, default=0.2, help="the least CPU of the smaller run")
    parser.add_argument("--size", type=int, default=500_000, help="bytes of the smaller text")
    parser.add_argument("--list", action="store_true", help="print the names of the kinds")
    parser.add_argument("--markdown", action="store_true", help="print a page")
    arguments = parser.parse_args()
    found = chosen(arguments.names)
    if arguments.list:
        print("\n".join(kind.name for kind in found))
        return 0
    work(b"")
    for kind in found:
        work(content_of(kind, 1000))
    gc.collect()
    gc.freeze()
    bad = 0
    if arguments.markdown:
        print(_PAGE_HEAD)
    for kind in found:
        growth = grown(kind, arguments.seconds, arguments.size)
        bad += bool(growth.complaints)
        print((row if arguments.markdown else line)(growth), flush=True)
    whole = 0.0 if arguments.names else max(map(whole_mb, WHOLE_KINDS))
    print(f"\n{len(found)} kinds, {bad} of them too much; an ordinary file of 10 MB: {whole:.0f} MB")
    return int(bad > 0 or whole > MOST_WHOLE_MB)


if __name__ == "__main__":
    sys.exit(main())
