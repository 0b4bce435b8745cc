"""What documents that have a password look like: OLE files, in which Word keeps them, and OpenDocument files."""

from io import BytesIO

MAGIC = b"\xd0\xcf\x11\xe0"
"""how an OLE file begins: the container of Word before 2007, and of a later document that has a password"""
# Written out, since the first use of a codec costs a start as much as a module.
_LOCKED = "".join(f"{letter}\0" for letter in "EncryptedPackage").encode()
"""the name of the stream that holds such a document, in UTF-16"""
_ZIPPED = b"PK"
_MANIFEST = "META-INF/manifest.xml"
"""the part of an OpenDocument file that lists the others, and says which of them are locked"""
_LOCKED_PART = b"encryption-data"
_MOST = 1_000_000
"""bytes of that part; it has some thousands"""


def is_container(data: bytes) -> bool:
    """A file is an OLE file."""
    return data.startswith(MAGIC)


def is_locked(data: bytes) -> bool:
    """A file is a document that has a password."""
    if is_container(data):
        return _LOCKED in data
    return data.startswith(_ZIPPED) and _MANIFEST.encode() in data and _LOCKED_PART in _manifest(data)


def _manifest(data: bytes) -> bytes:
    # A text needs none of it.
    from zipfile import BadZipFile, ZipFile
    from zlib import error as ZlibError  # noqa: N812 - it is a class

    try:
        with ZipFile(BytesIO(data)) as archive, archive.open(_MANIFEST) as part:
            return part.read(_MOST)
    except (
        BadZipFile,
        ZlibError,
        EOFError,
        KeyError,
        NotImplementedError,
        OSError,
        RuntimeError,
        ValueError,
    ):
        return b""
