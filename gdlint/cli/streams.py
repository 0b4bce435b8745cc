"""Standard output and standard error: always there, always UTF-8."""

import os
import sys
from io import TextIOWrapper


def prepare_streams() -> None:
    """Make both streams UTF-8, whatever the locale says; where one is closed, put in its place what refuses to be written."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Open for reading: to write is an error like any other, and no file opened later gets the number of the stream.
            setattr(sys, name, open(os.devnull, encoding="utf-8"))  # noqa: SIM115 - it stays open
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
