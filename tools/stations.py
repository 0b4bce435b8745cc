"""How many files one rule runs through over one report: `python tools/stations.py [CODE…] [--files]`.

A report of the official form is read and held against one rule, when all that is compiled once is compiled. Counted are the files of
gdlint in which a function was called, and how often the way went back into a room that it had left.
"""

import argparse
import sys
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from gdlint.api import Choice, Session  # noqa: E402

PACKAGE = str(ROOT / "gdlint") + "/"
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


def main() -> None:
    """Print the number of files of the longest way, and of each that was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--files", action="store_true", help="name them")
    asked = parser.parse_args()
    codes = asked.codes or [offer.face.code for offer in Session().catalogue.builtin]
    found = ways(codes)
    longest = max(found, key=lambda code: len(set(found[code])))
    for code in codes if asked.codes else [longest]:
        way = found[code]
        returns = len([room for room, _ in groupby(file.split("/")[0] for file in way)])
        print(f"{code}: {len(set(way))} files, {returns} changes of room")
        if asked.files:
            print("\n".join(f"  {file}" for file in dict.fromkeys(way)))
    counts = sorted(len(set(way)) for way in found.values())
    print(f"{len(counts)} rules: median {counts[len(counts) // 2]}, most {counts[-1]} files")


if __name__ == "__main__":
    main()
