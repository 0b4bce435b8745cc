"""The command: `gdlint`, or `python -m gdlint`."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn


def main() -> None:
    """Run a command and exit with 0, 1 or 2."""
    # Nearly all that a start makes is there to stay, and what a report leaves frees itself: with Python's threshold of 700
    # objects a tenth of a short run would go to looking for garbage.
    gc.set_threshold(200_000)
    from gdlint.cli.host import Host
    from gdlint.cli.main import run

    host = Host()
    leave(run(sys.argv[1:], host), guests=host.has_loaded)


def leave(status: int, *, guests: bool) -> NoReturn:
    """End the process. To free every object takes as long as to check a report, so that is left to the system, as mypy
    does, unless a plugin (`guests`) may have something to do at the end."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
        sys.stderr.flush()
    if guests:
        # What a plugin prints at the end must not stand behind our own output.
        sys.stdout = sys.stderr
        sys.exit(status)
    os._exit(status)


if __name__ == "__main__":
    main()
