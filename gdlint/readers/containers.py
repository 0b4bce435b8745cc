"""OLE files: the container of Word before 2007, and of a later document that has a password."""

MAGIC = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""the name of the stream that holds such a document"""


def is_container(data: bytes) -> bool:
    """A file is such a container."""
    return data.startswith(MAGIC)


def is_locked(data: bytes) -> bool:
    """A file is a container of a document that has a password."""
    return is_container(data) and _LOCKED in data
