"""Documents of other office programs are read through LibreOffice, where it is installed; where it is not, a line says so."""

import os
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from gdlint import api
from gdlint.readers import office
from gdlint.session import Session
from generate.word import word
from support.calls import Caller
from support.libreoffice import converted, needs_libreoffice
from support.stated import report_of, sayings, wrong_cells

FORMATS: Final = {".doc": "doc:MS Word 97", ".odt": "odt:writer8", ".wps": "doc:MS Word 97"}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same report in each format, made by LibreOffice from a Word document."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "report.docx").write_bytes(word(report_of(1)))
    for suffix, kind in FORMATS.items():
        if suffix == ".wps":
            (folder / "report.wps").write_bytes((folder / "report.doc").read_bytes())
        else:
            converted([folder / "report.docx"], kind, folder)
    return folder


@needs_libreoffice
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_document_says_what_the_same_report_in_word_says(documents: Path, suffix: str) -> None:
    made = report_of(1)
    result = api.lint(documents / f"report{suffix}")
    assert not wrong_cells(made, result.report)
    assert sayings(result) == sayings(api.lint(word(made), "a.docx"))


@needs_libreoffice
def test_many_are_converted_in_one_call(
    documents: Path, call: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    original = office._call

    def counted(*args: object) -> None:
        calls.append(args)
        original(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(office, "_call", counted)
    paths = [documents / f"report{suffix}" for suffix in FORMATS]
    assert len(call(*paths, "--format", "json").data["files"]) == len(FORMATS)
    assert len(calls) == 1


@needs_libreoffice
def test_a_file_that_cannot_be_converted_does_not_spoil_the_others(
    documents: Path, call: Caller, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.doc"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    data = call(broken, documents / "report.odt", "--format", "json").data
    codes = [[finding["code"] for finding in file["findings"]] for file in data["files"]]
    assert "GD001" in codes[0]
    assert "GD001" not in codes[1]


@needs_libreoffice
def test_a_file_that_is_gone_by_now_does_not_spoil_the_others(documents: Path, tmp_path: Path) -> None:
    there, gone = documents / "report.odt", tmp_path / "gone.doc"
    session = Session()
    session.conversions.announce([there, gone])
    assert session.read(there).problem is None
    assert session.read(gone).problem == "no-access"


@needs_libreoffice
def test_nothing_is_left_beside_the_files(documents: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes((documents / "report.odt").read_bytes())
    api.lint(path)
    assert os.listdir(tmp_path) == ["a.odt"]


@pytest.mark.parametrize("suffix", office.SUFFIXES)
def test_without_libreoffice_a_line_says_what_is_missing(
    call: Caller, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"\xd0\xcf\x11\xe0 or whatever")
    called = call(path, "--format", "concise", "--lang", "en")
    assert called.status == 1
    (line,) = called.out.splitlines()
    assert "LibreOffice is needed" in line
    in_folder = call(tmp_path, "--lang", "en")
    assert f"a{suffix}" in in_folder.err


def test_a_web_page_that_is_called_a_document_is_read_as_a_web_page(tmp_path: Path) -> None:
    pytest.importorskip("turbohtml")
    path = tmp_path / "a.doc"
    path.write_text("<html><body><p>政府信息公开工作年度报告</p></body></html>", encoding="utf-8")
    assert "政府信息公开工作年度报告" in (api.parse(path).source.text or "")
