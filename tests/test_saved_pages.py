"""Pages that are saved with their pictures in one file (MHTML) are read as the page in them."""

import base64
import quopri
from typing import Final

import pytest

pytest.importorskip("turbohtml")

from gdlint.session import Session

OWN: Final = Session()
PAGE: Final = "<html><body><p>一、总体情况</p><table><tr><td>规章</td><td>12</td></tr></table></body></html>"


def saved(page: bytes, encoding: str = "8bit", kind: str = "text/html", boundary: str = '"=_x"') -> bytes:
    """A page as it is encoded, the name of that encoding, its kind, and how the boundary is written, in, the file out."""
    field = f"Content-Type: multipart/related;\r\n\tboundary={boundary}\r\n"
    picture = (
        "\r\n--=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    )
    head = f"--=_x\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    begin = f"MIME-Version: 1.0\r\n{field}\r\nsaved\r\n{picture}{head}"
    return begin.encode() + page + b"\r\n--=_x--\r\n"


ENCODED: Final = {
    "8bit": saved(PAGE.encode()),
    "quoted-printable": saved(quopri.encodestring(PAGE.encode()), "quoted-printable"),
    "base64": saved(base64.encodebytes(PAGE.encode()), "Base64"),
    "in GBK": saved(quopri.encodestring(PAGE.encode("gbk")), "quoted-printable"),
    "bare boundary": saved(PAGE.encode(), boundary="=_x"),
    "one part": b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE.encode(),
    "by a browser": saved(PAGE.encode()).replace(b"MIME-Version: 1.0", b"From: <Saved by Blink>"),
}


@pytest.mark.parametrize("kind", ENCODED)
@pytest.mark.parametrize("name", ["a.mht", "a.doc", "a"])
def test_the_page_in_the_file_is_read(kind: str, name: str) -> None:
    source = OWN.read(ENCODED[kind], name)
    assert (source.problem, source.text) == (None, "一、总体情况\n规章\n12\n")
    assert len(source.grids) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"", b"MIME-Version: 1.0", b"MIME-Version: 1.0\r\n\r\n", saved(b"x", kind="text/plain"), saved(b"abcde", "base64"),
        saved(PAGE.encode(), boundary='"other"'),
    ],
    ids=["nothing", "a line", "no kind", "no page", "no base64", "another boundary"],
)  # fmt: skip
def test_a_file_without_a_page_is_damaged(data: bytes) -> None:
    assert OWN.read(data, "a.mht").problem == "damaged"


def test_such_a_file_is_not_written() -> None:
    from gdlint.fixes.writers import writer_of

    data = ENCODED["8bit"]
    assert writer_of(data, OWN.read(data, "a.mht")) is None
