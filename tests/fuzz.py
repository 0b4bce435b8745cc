"""Spoil reports by chance and see whether anything breaks: `python tests/fuzz.py [--executions N] [--seed S] [--processes P]`.

Each text (see `support/mutations.py`), or with `--reader FORMAT` each file (`support/spoilt_files.py`), is linted and held against
the invariants of `support/invariants.py`; besides, no run may raise, or take more than two seconds. What is found is written to
`--finds`, one file for each kind of find, a text made as small as it can be. Exit status 1 where there is any.
"""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gdlint.readers.text import read_bytes  # noqa: E402
from support.invariants import INVARIANTS, run  # noqa: E402
from support.mutations import spoilt  # noqa: E402
from support.spoilt_files import READERS  # noqa: E402

LONGEST_RUN = 2.0
"""seconds of CPU"""
SELDOM = {"valid-json": 20, "same-again": 10, "written": 4}
"""invariants that take long are tried on each so many texts"""
_PATIENCE = 30.0
"""seconds in which a find is made smaller"""


class Find(NamedTuple):
    """Something that must not be: the invariant (or `raises`, `slow`), a kind by which finds are told apart, what was said,
    and the content."""

    invariant: str
    kind: str
    said: str
    content: str | bytes


def finds_in(content: str | bytes, names: tuple[str, ...], file: str | None = None) -> Iterator[Find]:
    """What is wrong with the run of a content, by some invariants; of one that a file of some name holds."""
    begin = time.process_time()
    try:
        found = run(content, file)
        taken = time.process_time() - begin
        if taken > LONGEST_RUN:
            yield Find("slow", "slow", f"{taken:.1f} s", content)
        for name in names:
            for said in INVARIANTS[name](found):
                yield Find(name, f"{name} {said.split(' ')[0].split('.')[0]}", said, content)
                break
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {Path(frame.filename).name} {frame.name}"
        yield Find("raises", f"raises {place}", f"{error!r} in {frame.filename}:{frame.lineno}", content)


def fuzzed(seed: int, executions: int, reader: str = "text") -> tuple[int, list[Find]]:
    """So many contents from a seed, and the first find of each kind."""
    found: dict[str, Find] = {}
    spoil, file = (spoilt, None) if reader == "text" else (READERS[reader], f"a.{reader}")
    for number in range(executions):
        content = spoil(random.Random(f"{seed} {number}"))
        names = tuple(name for name in INVARIANTS if not number % SELDOM.get(name, 1))
        for find in finds_in(content, names, file):
            found.setdefault(find.kind, find)
    return executions, list(found.values())


def smaller(find: Find) -> Find:
    """The same find with as little text as is found in some seconds: lines, then letters, are left out while it stays."""
    until = time.monotonic() + _PATIENCE
    names = tuple(name for name in INVARIANTS if name == find.invariant)

    def holds(content: str | bytes) -> bool:
        return any(other.kind == find.kind for other in finds_in(content, names))

    text = read_bytes(find.content, "-").text if isinstance(find.content, bytes) else find.content
    if text is None or not holds(text):
        return find
    lines = _reduced(text.split("\n"), lambda kept: holds("\n".join(kept)), until)
    letters = _reduced(list("\n".join(lines)), lambda kept: holds("".join(kept)), until)
    return find._replace(content="".join(letters))


def _reduced(items: list[str], holds: Callable[[list[str]], bool], until: float) -> list[str]:
    """As few items as are found for which something still holds."""
    size = len(items) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(items) and time.monotonic() < until:
            rest = items[:at] + items[at + size :]
            if holds(rest):
                items = rest
            else:
                at += size
        size //= 2
    return items


def written(find: Find, folder: Path, suffix: str = "txt") -> Path:
    """Where a find was written to."""
    name = "".join(letter if letter.isalnum() else "-" for letter in find.kind)[:80]
    path = folder / f"{name}.{suffix}"
    data = find.content.encode("utf-8", "surrogatepass") if isinstance(find.content, str) else find.content
    path.write_bytes(data)
    return path


def main() -> int:
    """Fuzz, and say what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--reader", choices=("text", *READERS), default="text", help="the format of the files"
    )
    parser.add_argument("--executions", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--batch", type=int, default=500, help="texts of one seed")
    parser.add_argument("--finds", type=Path, default=Path("finds"), help="the folder for what is found")
    arguments = parser.parse_args()
    batches = -(-arguments.executions // arguments.batch)
    seeds = range(arguments.seed, arguments.seed + batches)
    suffix = "txt" if arguments.reader == "text" else arguments.reader
    known: dict[str, Find] = {}
    done = 0
    with ProcessPoolExecutor(arguments.processes) as pool:
        for number, found in pool.map(
            fuzzed, seeds, [arguments.batch] * batches, [arguments.reader] * batches
        ):
            done += number
            for find in found:
                if find.kind not in known:
                    known[find.kind] = small = smaller(find) if suffix == "txt" else find
                    arguments.finds.mkdir(parents=True, exist_ok=True)
                    print(
                        f"{small.kind}: {small.said}: {written(small, arguments.finds, suffix)}", flush=True
                    )
            print(f"{done} texts, {len(known)} kinds of finds", file=sys.stderr, flush=True)
    print(f"{done} texts, {len(known)} kinds of finds")
    return int(bool(known))


if __name__ == "__main__":
    sys.exit(main())
