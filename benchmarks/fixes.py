"""Print how fixes do on generated reports with one mistake each, and on the samples: `python benchmarks/fixes.py [REPORTS]`.

Each report is fixed twice, once with safe fixes alone and once with all. What was fixed must be gone, nothing else may be found, no
figure of a table may have changed where only safe fixes were made, and a second run must change nothing. Every tenth report is fixed
as a Word document and as a web page as well.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from gdlint.api import Session
from gdlint.fixes.file import FixedFile
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from generate.markup import MARKUPS, page
from generate.word import word
from support.catalogue import trial, tried
from support.samples import SAMPLES

TRACKED = "GD009"
"""said of every Word document that has tracked changes, and so of one that was fixed"""
SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx")


class File(NamedTuple):
    """The bytes of a report, and where they come from."""

    name: str
    data: bytes


def generated(reports: int) -> Iterator[File]:
    """Reports with a mistake each."""
    defects = tried()
    for number, defect in enumerate(islice(cycle(defects), reports)):
        one = trial(defect, number // len(defects))
        name = f"{defect.name} {number}"
        yield File(f"{name}.txt", one.wrong.encode("utf-8", "surrogatepass"))
        if number % 10 == 0:
            yield File(f"{name}.docx", word(one.spoilt.made))
            yield File(
                f"{name}.html",
                page(
                    one.spoilt.made,
                    list(MARKUPS.values())[number // 10 % len(MARKUPS)],
                    random.Random(number),
                ).encode(),
            )


def samples() -> Iterator[File]:
    """The reports of the samples."""
    for path in sorted(SAMPLES.rglob("*")) if SAMPLES.is_dir() else ():
        if path.suffix in SUFFIXES and path.name != "README.md":
            yield File(str(path.relative_to(SAMPLES)), path.read_bytes())


def figures(report: Report) -> dict[Any, Any]:
    """The numbers of all tables."""
    return {
        (key, *place): figure.number
        for key, table in report.tables.items()
        for place, figure in table.figures.items()
    }


def complaints(made: FixedFile, session: Session, file: File, *, unsafe: bool) -> Iterator[str]:
    """What is not as it should be."""
    before, after = (Counter(f.code for f in result.findings) for result in (made.before, made.after))
    for code in (after - before).keys() - {TRACKED}:
        yield f"new {code}"
    before, after = (_places(result) for result in (made.before, made.after))
    for code in {finding.code for finding in made.fixed} & before.keys():
        if after[code] >= before[code]:
            yield f"not gone {code}"
    if not unsafe and figures(made.before.report) != figures(made.after.report):
        yield "figures"
    if made.data is not None and session.fix(made.data, file.name, unsafe=unsafe).data is not None:
        yield "second run"


def _places(result: FileResult) -> Counter[str]:
    """How many places the findings of each rule have."""
    return Counter(finding.code for finding in result.findings for _ in finding.spots)


def measure(files: Iterator[File], title: str) -> int:
    """Print what came of some files; how many things were amiss."""
    session, amiss = Session(), 0
    count: Counter[str] = Counter()
    by_code: Counter[tuple[str, bool]] = Counter()
    for file in files:
        count["files"] += 1
        for unsafe in (False, True):
            made = session.fix(file.data, file.name, unsafe=unsafe)
            count["fixed unsafe" if unsafe else "fixed safe"] += len(made.fixed)
            count["refused"] += len(made.refused) if unsafe else 0
            count["held"] += len(made.held) if unsafe else 0
            for complaint in complaints(made, session, file, unsafe=unsafe):
                amiss += 1
                print(f"{file.name} ({'all' if unsafe else 'safe'}): {complaint}")
        for finding in made.before.findings:
            count["findings"] += 1
            if finding.fix:
                by_code[finding.code, finding.fix.safe] += 1
    for safe in (True, False):
        count["safe" if safe else "unsafe"] = sum(n for (_, is_safe), n in by_code.items() if is_safe is safe)
    count["amiss"] = amiss
    print(f"{title}: " + ", ".join(f"{name} {n}" for name, n in count.items()))
    told = (f"{code} {n}{'' if is_safe else ' (unsafe)'}" for (code, is_safe), n in sorted(by_code.items()))
    print("  " + ", ".join(told))
    return amiss


def main(arguments: list[str]) -> int:
    """The number of reports in, 1 out where anything is amiss."""
    reports = int(arguments[0]) if arguments else 1000
    return int(bool(measure(generated(reports), "generated") + measure(samples(), "samples")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
