"""What a report costs in each format: `python benchmarks/readers.py [--reports N] [FORMAT…]`.

Prints milliseconds of CPU a report for reading alone and for reading and checking, and how many times those of text that is. All
formats hold the same generated reports; each is read once to warm up.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from gdlint.session import Session  # noqa: E402
from generate import SHAPES, Made  # noqa: E402
from generate.markup import MARKUPS, page  # noqa: E402
from generate.sheets import sheets  # noqa: E402
from generate.word import word  # noqa: E402
from support import ofd, pdf  # noqa: E402
from support.stated import report_of  # noqa: E402

FORMATS: dict[str, Callable[[Made], bytes]] = {
    "txt": lambda made: SHAPES["tsv"](made, random.Random(0)).encode(),
    "html": lambda made: page(made, MARKUPS["cms"], random.Random(0)).encode(),
    "docx": word,
    "pdf": lambda made: pdf.from_sheets(sheets(made)),
    "ofd": lambda made: ofd.from_sheets(sheets(made)),
}


def measured(suffix: str, reports: Sequence[Made]) -> tuple[float, float]:
    """Seconds that reports take in a format, to be read, and to be read and checked."""
    session, reading, checking = Session(), 0.0, 0.0
    for n, made in enumerate((reports[0], *reports)):
        data = FORMATS[suffix](made)
        begin = process_time()
        source = session.read(data, f"a.{suffix}")
        middle = process_time()
        session.check(source)
        if n:
            reading += middle - begin
            checking += process_time() - begin
    return reading, checking


def main() -> None:
    """Print a line a format."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--reports", type=int, default=1000)
    arguments = parser.parse_args()
    reports = [report_of(seed) for seed in range(arguments.reports)]
    least = 0.0
    for suffix in ["txt", *(each for each in arguments.formats or FORMATS if each != "txt")]:
        reading, checking = (1000 * taken / len(reports) for taken in measured(suffix, reports))
        least = least or checking
        print(
            f"{suffix:5} read {reading:7.1f} ms, checked {checking:7.1f} ms a report, {checking / least:5.1f} of text",
            flush=True,
        )


if __name__ == "__main__":
    main()
