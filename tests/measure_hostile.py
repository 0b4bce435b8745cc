"""What each hostile pack, settings file, baseline and document takes of time and memory, in a process of its own that is limited.

    python tests/measure_hostile.py [WORD]      only those whose name holds the word

Prints processor seconds, megabytes at most, and the exit status of each, the dearest last; ends with 1 where one takes more
than it may, or is ended by its limits.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from support.hostile import HOSTILE, Hostile, write

SECONDS: Final = 2.0
MEGABYTES: Final = 200


class Taken(NamedTuple):
    """Processor seconds, megabytes at most, and the exit status."""

    seconds: float
    megabytes: float
    status: int

    @property
    def too_much(self) -> bool:
        """It took more than it may, or ended otherwise than by saying what there is to say."""
        return self.seconds > SECONDS or self.megabytes > MEGABYTES or self.status not in (0, 1, 2)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))


def measured(case: Hostile) -> Taken:
    """A case in, what the call took out."""
    with tempfile.TemporaryDirectory() as folder:
        write(case, Path(folder))
        # One that takes long to start a process from must not be counted for what it starts.
        with subprocess.Popen(
            [sys.executable, "-m", "gdlint", *case.args],
            cwd=folder,
            env={
                **os.environ,
                "GDLINT_CACHE": f"{folder}/.cache",
                "PYTHONPATH": str(Path(__file__).parents[1]),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=_limit,  # noqa: PLW1509 - there are no threads here
        ) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
    return Taken(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode)


def main() -> int:
    """Measure all cases; the exit status."""
    word = " ".join(sys.argv[1:])
    cases = [case for case in HOSTILE if word in case.name]
    taken = sorted((measured(case), case.name) for case in cases)
    for used, name in taken:
        mark = " !" if used.too_much else ""
        print(f"{used.seconds:7.2f} s {used.megabytes:7.1f} MB {used.status:3}  {name}{mark}")
    failed = [name for used, name in taken if used.too_much]
    seconds, megabytes = (max((used[n] for used, _ in taken), default=0) for n in (0, 1))
    print(f"{len(taken)} cases, at most {seconds:.2f} s and {megabytes:.0f} MB; {len(failed)} took too much")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
