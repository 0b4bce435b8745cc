"""Paths as other programs want them: below the folder of the call, with slashes."""

import os
from pathlib import PurePath


def relative_path(path: str) -> str:
    """A path from the folder of the call on, with slashes; one that lies elsewhere is absolute; standard input keeps its name."""
    if path == "-":
        return path
    try:
        below = os.path.relpath(path)
    except ValueError:
        below = os.pardir
    there = os.path.abspath(path) if below.startswith(os.pardir) else below
    return PurePath(there).as_posix()


def uri(path: str) -> str:
    """The same as a reference in a URI, absolute or relative; what has no place in one is escaped."""
    from urllib.parse import quote

    there = relative_path(path)
    absolute = PurePath(there).is_absolute()
    quoted = quote(there, errors="surrogatepass")
    return f"file://{'' if there.startswith('/') else '/'}{quoted}" if absolute else quoted
