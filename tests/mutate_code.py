"""Print which small changes of the code the tests do not notice: `python tests/mutate_code.py [FILE …]`.

Compared with != for ==, a bound moved by one, a condition that always holds, a statement or an argument removed, and the
like (`support.code_mutants`). All tests run once to learn which of them run which line; each mutant is then tried against
those that run its line, the fastest first, as far as the budget goes. Of each package a sample is tried, always the same one
for the same code. Tests that call gdlint as another process notice nothing.
"""

import argparse
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests")]

# What tests import and no mutant is of: once here instead of once a mutant.
import click  # noqa: E402, F401
import hypothesis  # noqa: E402, F401
import jsonschema  # noqa: E402, F401
import lark  # noqa: E402, F401
import re2  # noqa: E402, F401
import yaml  # noqa: E402, F401

from support.code_mutants import Mutant, mutants  # noqa: E402
from support.covering import Covering, measure  # noqa: E402
from support.trials import ARGUMENTS, outcome, quietly, untouched  # noqa: E402

PACKAGES: Final = ("gdlint/engine", "gdlint/lang", "gdlint/forms")
KILLED: Final = ("killed", "killed by time")


def covering_of(kept: Path | None) -> Covering:
    """Which tests run which line: as kept in a file, else measured (in another process), and kept there."""
    if kept and kept.exists():
        return Covering.read(kept.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        written = kept or Path(folder, "covering.json")
        child = os.fork()
        if not child:
            measure_into(written)
        _, status = os.waitpid(child, 0)
        if status:
            sys.exit("the tests do not pass without any mutant")
        return Covering.read(written.read_text(encoding="utf-8"))


def measure_into(written: Path) -> NoReturn:
    """Run all tests, write what came of it, and end the process."""
    status = 1
    try:
        found = measure(PACKAGES, ARGUMENTS)
        if found:
            written.write_text(found.written(), encoding="utf-8")
            status = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(status)


def sample(files: Sequence[Path], size: int, seed: int) -> list[Mutant]:
    """So many mutants of these files, in the order of their lines."""
    every = [mutant for path in files for mutant in mutants(path)]
    chosen = random.Random(seed).sample(range(len(every)), min(size, len(every)))
    return [every[n] for n in sorted(chosen)]


def report(name: str, chosen: Sequence[Mutant], covering: Covering, budget: float) -> None:
    """Try mutants; prints those that are not killed, and the score."""
    tally: Counter[str] = Counter()
    if chosen and outcome(untouched(chosen[0].path), covering, budget) != "survived":
        sys.exit(f"{name}: the tests fail without any mutant when they run as mutants are tried")
    for mutant in chosen:
        came = outcome(mutant, covering, budget)
        tally[came] += 1
        if came not in KILLED:
            print(f"{came} {mutant}", flush=True)
    killed = sum(tally[came] for came in KILLED)
    told = ", ".join(f"{came} {number}" for came, number in sorted(tally.items()))
    print(
        f"{name}: {killed} of {len(chosen)} killed ({killed / max(len(chosen), 1):.1%}): {told}", flush=True
    )


def main() -> None:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="files or folders (default: engine, lang, forms)")
    parser.add_argument("--sample", type=int, default=250, help="so many mutants of each (default 250)")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default 1)")
    parser.add_argument(
        "--budget", type=float, default=20, help="seconds of tests for each mutant (default 20)"
    )
    parser.add_argument(
        "--map", type=Path, help="a file that keeps which tests run which line, for further calls"
    )
    options = parser.parse_args()
    os.chdir(ROOT)
    quietly()
    covering = covering_of(options.map)
    for given in options.files or map(Path, PACKAGES):
        path = given.resolve()
        files = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        report(str(given), sample(files, options.sample, options.seed), covering, options.budget)


if __name__ == "__main__":
    main()
