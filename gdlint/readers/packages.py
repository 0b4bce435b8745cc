"""The parts of a document that is XML in a zip, of which nobody knows who wrote it: Word documents, OFD files."""

from io import BytesIO
from typing import Protocol
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is a class

from lxml import etree

from gdlint.model.page import UnreadableError
from gdlint.readers.containers import is_container, is_locked
from gdlint.readers.elements import Node

MOST_BYTES = 40_000_000
"""unpacked; the text of the largest report that is known has 3,000,000"""
MOST_PARTS = 5_000
MOST_TAGS = 150_000
"""of one part; that of a long report has some ten thousands"""
MOST_TAGS_TOGETHER = 600_000
"""of all parts that are read, each as often as it is; MOST_BYTES is for all of them, too"""
_ENTRY = b"PK\x01\x02"


class Parts(Protocol):
    """The parts of a document by their names."""

    def has(self, name: str) -> bool:
        """There is a part of that name."""

    def part(self, name: str) -> Node | None:
        """A part as a tree; None where there is no such part."""


class Package:
    """The parts of a document by their names. Raises `UnreadableError` for what is no such document."""

    def __init__(self, data: bytes) -> None:
        if is_container(data):
            raise UnreadableError("encrypted" if is_locked(data) else "damaged")
        if data.count(_ENTRY) > MOST_PARTS:
            raise UnreadableError("damaged")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, OSError):
            raise UnreadableError("damaged") from None
        self._bytes = self._tags = 0

    def has(self, name: str) -> bool:
        """There is a part of that name."""
        return name in self._zip.NameToInfo

    def part(self, name: str) -> Node | None:
        """A part as a tree; None where there is no such part."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise UnreadableError("encrypted")
        try:
            with self._zip.open(info) as stream:
                content = stream.read(MOST_BYTES + 1)
        except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
            raise UnreadableError("damaged") from None
        self._count(content)
        return tree_of(content)

    def _count(self, content: bytes) -> None:
        """Raise `UnreadableError` where there is more in a part, or in all that were read, than in any report."""
        tags = content.count(b"<")
        self._bytes += len(content)
        self._tags += tags
        if self._bytes > MOST_BYTES:
            raise UnreadableError("unpacked", f"> {MOST_BYTES // 1_000_000} MB")
        if tags > MOST_TAGS or self._tags > MOST_TAGS_TOGETHER:
            raise UnreadableError("large-report")


def tree_of(content: bytes) -> Node:
    """The tree of a part. Documents declare no types and no entities; one that does is not read. Raises `UnreadableError`."""
    parser = etree.XMLParser(
        resolve_entities=False,
        huge_tree=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableError("damaged") from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError("damaged")
    return root
