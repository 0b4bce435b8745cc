"""The parts of a document as bytes: reading one, and replacing some while all others stay byte for byte."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from shutil import copyfileobj
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is a class

from gdlint.model.page import UnreadableError
from gdlint.readers.packages import MOST_BYTES

MOST_TOGETHER = 1_000_000_000
"""bytes of all parts, unpacked"""
_FAULTS = (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


class Replaced(NamedTuple):
    """Bytes in place of `content[start:end]`."""

    start: int
    end: int
    new: bytes


def replaced(content: bytes, changes: Iterable[Replaced]) -> bytes:
    """A part with changes that do not overlap."""
    pieces: list[bytes] = []
    at = 0
    for change in sorted(changes):
        pieces += (content[at : change.start], change.new)
        at = change.end
    return b"".join([*pieces, content[at:]])


def part(data: bytes, name: str) -> bytes | None:
    """A part of a document; None where it has no such part. Raises `UnreadableError`."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if name not in archive.NameToInfo:
                return None
            with archive.open(name) as stream:
                content = stream.read(MOST_BYTES + 1)
    except _FAULTS:
        raise UnreadableError("damaged") from None
    if len(content) > MOST_BYTES:
        raise UnreadableError("unpacked", f"> {MOST_BYTES // 1_000_000} MB")
    return content


def with_parts(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A document with other parts, or more of them. Raises `UnreadableError`."""
    made = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as archive, ZipFile(made, "w", ZIP_DEFLATED) as new:
            there = {info.filename: info for info in archive.infolist()}
            if sum(info.file_size for info in there.values()) > MOST_TOGETHER:
                raise UnreadableError("unpacked", f"> {MOST_TOGETHER // 1_000_000} MB")
            for name, info in there.items():
                if name in changed:
                    new.writestr(_entry(info), changed[name])
                else:
                    with archive.open(info) as old, new.open(_entry(info), "w") as stream:
                        copyfileobj(old, stream)
            for name in sorted(changed.keys() - there.keys()):
                new.writestr(ZipInfo(name), changed[name], ZIP_DEFLATED)
            new.comment = archive.comment
    except _FAULTS:
        raise UnreadableError("damaged") from None
    return made.getvalue()


def _entry(info: ZipInfo) -> ZipInfo:
    """What the archive says of a part, but for its sizes and its place."""
    made = ZipInfo(info.filename, info.date_time)
    made.compress_type, made.external_attr, made.comment = (
        info.compress_type,
        info.external_attr,
        info.comment,
    )
    return made
