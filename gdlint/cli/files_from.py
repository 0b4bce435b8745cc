"""Lists of files, as `--files-from` names them."""

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from gdlint.data.filebytes import too_large

LARGEST = 10_000_000
"""bytes"""


def listed(path: str) -> list[str]:
    """The paths in a file, a pipe or standard input, one a line, or parted by null bytes; in UTF-8, UTF-16 or GB18030.

    Raises `OSError`, `UnicodeDecodeError` for what is in none of these, and `FileError` for what is larger than a list may be.
    """
    if path == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with open(path, "rb") as stream:
            data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(len(data), LARGEST)
    lines = _decoded(data).replace("\0", "\n").split("\n")
    return [line.strip() for line in lines if line.strip()]


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Lists that Windows writes are in the encoding of the system.
        return data.decode("gb18030")
