"""Print what the tests measure: `python tests/measure.py` (or `python -m tests.measure`) from the root of the checkout.

`python tests/measure.py catalogue` measures the catalogue instead (see measure_catalogue.py)."""

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ["GDLINT_TESTS"] = "full"

from generate import FLATTENED, MUTATIONS, SHAPES  # noqa: E402
from support.edits import EDITS  # noqa: E402
from support.flattened import read  # noqa: E402
from support.generated import REPORTS, complaints, differences, made_from, printed  # noqa: E402
from support.metamorphic import SHAPES as MUTATED_SHAPES  # noqa: E402
from support.metamorphic import Tally, tally_generated, tally_seed  # noqa: E402
from support.profile import EXAMPLES, load_profile  # noqa: E402
from support.samples import REPORTS as REPORT_NAMES  # noqa: E402
from support.samples import (  # noqa: E402
    SAMPLES,
    SEEDS,
    Seed,
    load,
    load_report,
    loose_rows,
    misread_cells,
    places,
    unknown_cells,
    wrong_cells,
)

load_profile()

import test_robustness as robustness  # noqa: E402


def main() -> None:
    """Print all figures; those of the seeds only where the samples are there."""
    seeds = [load(name) for name in SEEDS] if (SAMPLES / "seeds").is_dir() else []
    if seeds:
        _cells(seeds)
    else:
        print(f"no samples at {SAMPLES}: the figures of the seeds are left out")
    _shapes()
    _reports()
    _flattened()
    _mutations(seeds)
    _robustness(seeds)


def _cells(seeds: list[Seed]) -> None:
    """Print how many cells of the seeds are read as a careful reader does."""
    values = [value for seed in seeds for _, value in places(seed.cells)]
    wrong = sum(len(wrong_cells(seed)) for seed in seeds)
    short = [(seed, key, row) for seed in seeds for key, row in seed.short_rows.items()]
    kept = sum(loose_rows(seed.report).get(key) == row for seed, key, row in short)
    print(f"seeds: {len(values) - wrong} of {len(values)} cells right ({values.count('')} of them blank)")
    print(f"seeds: {kept} of {len(short)} rows that lost a column kept loose, with their values")


def _shapes() -> None:
    """Print how many generated reports are read without a difference, and without a complaint, by shape."""
    for shape in SHAPES:
        texts = [(made_from(seed), printed(made_from(seed), shape, seed)) for seed in range(REPORTS)]
        same = sum(not differences(made, text) for made, text in texts)
        silent = sum(not complaints(text) for _, text in texts)
        print(
            f"shape {shape}: {same} of {REPORTS} reports read identically, {silent} without error or warning"
        )


def _reports() -> None:
    """Print how the texts of real PDF files and web pages are read."""
    for name in REPORT_NAMES if (SAMPLES / "reports").is_dir() else ():
        report = load_report(name)
        cells = sum(len(row) for rows in report.truth["tables"].values() for row in rows.values())
        unknown, misread = len(unknown_cells(report)), len(misread_cells(report))
        print(f"report {name}: {cells - unknown} of {cells} cells read, {misread} of them wrong")


def _flattened() -> None:
    """Print how generated reports are read in shapes that lose cells or rows."""
    for shape in FLATTENED:
        result = read(shape, REPORTS)
        print(
            f"flattened {shape}: {result.read} of {result.cells} cells of {REPORTS} reports read "
            f"({result.read / result.cells:.1%}), {len(result.misread)} wrong, "
            f"{len(result.complaints)} errors or warnings but GD320"
        )


def _mutations(seeds: list[Seed]) -> None:
    """Print how many mistakes are found, by seed or shape and kind."""
    for seed in seeds:
        for kind in EDITS:
            _tally(f"seed {seed.path.name[:3]} {kind}", tally_seed(seed, kind))
    for shape in MUTATED_SHAPES:
        for kind in MUTATIONS:
            _tally(f"generated {shape} {kind}", tally_generated(kind, shape))


def _tally(name: str, tally: Tally) -> None:
    """Print one tally."""
    undecided = f", {tally.undecided} of them GD320 instead of GD310" if tally.undecided else ""
    silent = f", {tally.silent} of them with nothing to say" if tally.silent else ""
    print(f"{name}: {tally.right} of {tally.total} right{undecided}{silent}")


def _robustness(seeds: list[Seed]) -> None:
    """Print which kinds of text pass, and with how many examples."""
    tests: dict[str, Callable[[], None]] = {
        name.removeprefix("test_"): test
        for name, test in vars(robustness).items()
        if name.startswith("test_")
    }
    real = robustness.test_broken_real_reports
    tests["broken_real_reports"] = lambda: real(seeds=tuple(seeds))
    for name, test in tests.items():
        if seeds or name != "broken_real_reports":
            print(f"robustness {name.replace('_', ' ')}: {_outcome(test)}")


def _outcome(test: Callable[[], None]) -> str:
    """A test in, whether all its examples pass, or what the first failure is, out."""
    try:
        with redirect_stderr(StringIO()):
            test()
    except Exception as failure:  # whatever went wrong is the figure
        return f"fails with {failure!r}"
    return f"{EXAMPLES} examples pass"


if __name__ == "__main__":
    if sys.argv[1:2] == ["catalogue"]:
        import measure_catalogue

        measure_catalogue.main(sys.argv[2:])
    else:
        main()
