"""Seconds and bytes that each format takes for 10,000 findings in 100 files: `python benchmarks/formats.py [FORMAT…]`."""

import sys
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))


from gdlint import api  # noqa: E402
from gdlint.model.result import FileResult  # noqa: E402
from gdlint.plugins.reporting import RunInfo  # noqa: E402
from gdlint.reporters.formats import FORMATS, own_reporter  # noqa: E402
from gdlint.rules.description import described_rules  # noqa: E402

FILES = 100
FINDINGS = 100
"""in each file"""


def many() -> list[FileResult]:
    """The example, with its findings repeated, under many names."""
    result = api.lint(ROOT / "examples" / "report.txt")
    report, outcome = result.report, result.outcome
    findings = tuple(islice(cycle(outcome.findings), FINDINGS))
    outcome = outcome._replace(findings=findings)
    sources = (report.source._replace(path=f"{n % 10}/{n}.txt") for n in range(FILES))
    return [FileResult(report._replace(source=source), outcome) for source in sources]


def measure(style: str, files: list[FileResult]) -> tuple[float, int]:
    """The seconds of CPU and the bytes of a format."""
    out, begin = BytesIO(), process_time()
    writer, rules = own_reporter(style), api.Session().rules_at(None)
    writer.begin(out, RunInfo("zh", lambda: described_rules(rules)))
    for file in files:
        writer.file(file)
    counts = {"error": 0, "warning": 0, "info": 0}
    writer.end({"files": len(files), **counts})
    return process_time() - begin, len(out.getvalue())


def main() -> None:
    """Print a line a format."""
    files = many()
    for style in sys.argv[1:] or FORMATS:
        seconds, size = measure(style, files)
        print(f"{style:12} {seconds:6.2f} s {size:12,} bytes")


if __name__ == "__main__":
    main()
