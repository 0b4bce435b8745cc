"""How many files one rule runs through over one report: `python tools/stations.py [CODE…] [--files] [--most N]`.

A report of the official form is read and held against one rule (and those that nothing turns off), when all that is compiled once is
compiled. Counted are the files of gdlint in which a function was called, and how often the way changed from one room into another.
Without codes the way of the median rule and the longest one are told: for each room how many files, and how often it was entered.
With `--most` the exit status is 1 where a rule runs through more files, and each that does is named.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gdlint.api import Choice, Session  # noqa: E402

PACKAGE = str(ROOT / "gdlint") + "/"
LEAVES = ("model", "lexicon")
"""rooms of which a function calls nothing above it, so that whoever reads need not follow"""
REPORT = ROOT / "examples" / "report.txt"


def stations(work: Callable[[], Any]) -> list[str]:
    """The files of gdlint that a piece of work calls into, in the order of the calls."""
    way: list[str] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(PACKAGE):
            way.append(file.removeprefix(PACKAGE))

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return way


def ways(codes: list[str]) -> dict[str, list[str]]:
    """The way of each rule over the report."""
    found = {}
    for code in codes:
        session = Session(Choice(many={"select": (code,)}))
        session.check(session.read(REPORT))
        found[code] = stations(lambda session=session: session.check(session.read(REPORT)))  # type: ignore[misc]
    return found


def told(code: str, way: list[str], *, files: bool) -> Iterator[str]:
    """The lines on one way."""
    visited = list(dict.fromkeys(way))
    entered = Counter(room for room, _ in groupby(map(_room, way)))
    through = Counter(room for room, _ in groupby(room for room in map(_room, way) if room not in LEAVES))
    lines = sum(len((ROOT / "gdlint" / file).read_text(encoding="utf-8").splitlines()) for file in visited)
    yield f"{code}: {len(visited)} files of {lines} lines, {entered.total()} changes of room"
    for room, number in Counter(map(_room, visited)).items():
        besides = f", {through[room]} if leaves are left out" if room in through else ""
        yield f"  {room}: {number} files, entered {entered[room]} times{besides}"
    if files:
        calls = Counter(way)
        yield from (f"    {file}: {calls[file]} calls" for file in visited)


def _room(file: str) -> str:
    return file.split("/", maxsplit=1)[0]


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--files", action="store_true", help="name them")
    parser.add_argument("--most", type=int, metavar="N", help="files that a rule may run through")
    asked = parser.parse_args()
    codes = asked.codes or [offer.face.code for offer in Session().catalogue.builtin]
    found = ways(codes)
    order = sorted(found, key=lambda code: len(set(found[code])))
    median = order[len(order) // 2]
    for code in asked.codes or [median, order[-1]]:
        print("\n".join(told(code, found[code], files=asked.files)))
    counts = [len(set(found[code])) for code in (median, order[-1])]
    print(f"{len(order)} rules: median {counts[0]}, most {counts[1]} files")
    longer = [code for code in order if asked.most is not None and len(set(found[code])) > asked.most]
    for code in longer:
        print(f"{code}: {len(set(found[code]))} files, more than {asked.most}")
    return 1 if longer else 0


if __name__ == "__main__":
    sys.exit(main())
