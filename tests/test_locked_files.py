"""Files with a password are told in one line; a PDF that only its owner may change is read as any other."""

from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("pypdfium2")
pytest.importorskip("docx")

from gdlint import api
from generate.sheets import sheets
from generate.word import word
from support import pdf
from support.calls import Caller
from support.locked import locked_pdf, locked_text, locked_word, locked_zip
from support.ofd import packed
from support.stated import report_of

PRINTED: Final = pdf.from_sheets(sheets(report_of(1)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", locked_pdf(PRINTED, b"secret", b"owner")),
        ("a.docx", locked_word()),
        ("b.docx", locked_zip("word/document.xml", b"<a/>")),
        ("a.doc", locked_word()),
        ("a.odt", locked_text()),
        ("a.ofd", packed(OFD="<a/>", Encryptions="<a/>")),
    ],
)
@pytest.mark.parametrize(("language", "said"), [("en", "the file is encrypted"), ("zh", "文件已加密")])
def test_a_locked_file_is_one_line(
    name: str, data: bytes, language: str, said: str, call: Caller, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    called = call(tmp_path / name, "--format", "concise", "--lang", language)
    (line,) = called.out.splitlines()
    assert "GD001" in line
    assert said in line


def test_a_locked_file_in_an_archive_is_one_line(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(locked_zip("a.docx", word(report_of(1))))
    (line,) = call(tmp_path / "a.zip", "--format", "concise", "--lang", "en").out.splitlines()
    assert "a.zip/a.docx" in line
    assert "the file is encrypted" in line


def test_a_pdf_that_anyone_may_open_is_read(tmp_path: Path) -> None:
    locked = locked_pdf(PRINTED, b"", b"owner")
    assert locked != PRINTED
    assert (
        api.parse_source(api.Session().read(locked, "a.pdf")).source.text
        == api.Session().read(PRINTED, "a.pdf").text
    )
