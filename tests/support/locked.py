"""Files that somebody locked: PDF with a password for users or for owners (40 bits of RC4), Word in its
container, OpenDocument, archives."""

import hashlib
import re
from io import BytesIO
from typing import Final
from zipfile import ZipFile

_PADDING: Final = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_IDENTITY: Final = bytes(16)
_ALLOWED: Final = -44
"""what may be done with the file: all but changing it"""
_OBJECT: Final = re.compile(rb"(?s)(\d+) 0 obj\n.*?\nendobj\n")
_STREAM: Final = re.compile(rb"(?s)(?<=stream\n).*(?=\nendstream)")


def locked_pdf(data: bytes, user: bytes, owner: bytes) -> bytes:
    """A PDF file whose strings stand in its streams alone, and two passwords in, the file locked with them out."""
    entry = _rc4(_md5(_padded(owner))[:5], _padded(user))
    key = _md5(_padded(user) + entry + _ALLOWED.to_bytes(4, "little", signed=True) + _IDENTITY)[:5]
    locked = _OBJECT.sub(lambda found: _locked_object(found[0], int(found[1]), key), data)
    said = f"/Filter/Standard/V 1/R 2/P {_ALLOWED}/O<{entry.hex()}>/U<{_rc4(key, _PADDING).hex()}>"
    trailer = f"/Encrypt<<{said}>>/ID[<{_IDENTITY.hex()}><{_IDENTITY.hex()}>]/Root".encode()
    return locked.replace(b"/Root", trailer)


def _locked_object(content: bytes, number: int, key: bytes) -> bytes:
    own = _md5(key + number.to_bytes(3, "little") + bytes(2))[:10]
    return _STREAM.sub(lambda found: _rc4(own, found[0]), content)


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def locked_text() -> bytes:
    """An OpenDocument file of which a password locks the text."""
    data = BytesIO()
    entry = (
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="99">'
        '<manifest:encryption-data manifest:checksum-type="SHA256/1K" manifest:checksum="AA=="/></manifest:file-entry>'
    )
    with ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", bytes(range(256)))
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entry}</manifest:manifest>',
        )
    return data.getvalue()


def locked_word() -> bytes:
    """The container in which Word keeps a document with a password: an OLE file whose folder names its two streams."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    words = [0xFFFE0003, *[0] * 3, 1, 1, 0, 4096, end, 0, end, 0, 0, *[free] * 108]
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + bytes.fromhex("3E000300FEFF0900060000000000")
    header = (head + b"".join(n.to_bytes(4, "little") for n in words[4:]))[:sector].ljust(sector, b"\0")
    table = b"".join(n.to_bytes(4, "little") for n in (0xFFFFFFFD, end, *[free] * 126))
    return (
        header + table + _entry("Root Entry", 5) + _entry("EncryptionInfo", 2) + _entry("EncryptedPackage", 2)
    )


def _entry(name: str, kind: int) -> bytes:
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\0") + (len(written) + 2).to_bytes(2, "little") + bytes([kind]) + bytes(61)


def locked_zip(name: str, content: bytes) -> bytes:
    """An archive with one file of which both headers say that it is encrypted."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    data = bytearray(stream.getvalue())
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)
