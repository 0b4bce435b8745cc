"""Documents of other office programs are read through LibreOffice, where it is installed; where it is not, a line says so."""

import os
import random
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from gdlint import api
from gdlint.model.result import FileResult
from gdlint.readers import office
from gdlint.session import Session
from generate.markup import MARKUPS, page
from generate.word import word
from support.calls import Caller
from support.extent import dear, extent
from support.libreoffice import converted, needs_libreoffice
from support.stated import as_markdown, report_of, sayings, wrong_cells

ALL: Final = {".doc": "doc:MS Word 97", ".wps": "doc:MS Word 97", ".odt": "odt:writer8"}
FORMATS: Final = dict(islice(ALL.items(), extent(len(ALL), 2)))
GONE: Final = "gone.doc"


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same report in each format, made by LibreOffice from a Word document."""
    made, folder = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("office")
    (made / "report.docx").write_bytes(word(report_of(1)))
    for kind in dict.fromkeys(FORMATS.values()):
        converted([made / "report.docx"], kind, made)
    for suffix, kind in FORMATS.items():
        (folder / f"report{suffix}").write_bytes((made / f"report.{kind.partition(':')[0]}").read_bytes())
    return folder


@pytest.fixture(scope="module")
def results(documents: Path) -> dict[str, FileResult]:
    """What is found in each of them, and in one that is gone by then, by their names: read in one session."""
    paths = [documents / GONE, *sorted(documents.iterdir())]
    session = Session()
    session.conversions.announce(paths)
    return {path.name: session.check(session.read(path)) for path in paths}


@needs_libreoffice
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_document_says_what_the_same_report_in_word_says(
    results: dict[str, FileResult], suffix: str
) -> None:
    made = report_of(1)
    result = results[f"report{suffix}"]
    assert not wrong_cells(made, result.report)
    assert sayings(result) == sayings(api.lint(word(made), "a.docx"))


@needs_libreoffice
def test_a_file_that_is_gone_by_now_does_not_spoil_the_others(results: dict[str, FileResult]) -> None:
    problems = {name: result.report.source.problem for name, result in results.items()}
    assert problems == {GONE: "no-access", **{f"report{suffix}": None for suffix in FORMATS}}


@needs_libreoffice
def test_nothing_is_left_beside_the_files(documents: Path, results: dict[str, FileResult]) -> None:
    assert len(results) == len(FORMATS) + 1
    assert sorted(os.listdir(documents)) == sorted(f"report{suffix}" for suffix in FORMATS)


@needs_libreoffice
@pytest.mark.parametrize("source", ["html", pytest.param("odt", marks=dear)])
def test_word_documents_of_libreoffice_say_what_the_reports_say_in_markdown(
    source: str, tmp_path: Path
) -> None:
    reports = [report_of(seed) for seed in range(extent(50, 1))]
    if source == "html":
        pages = [page(made, MARKUPS["clean"], random.Random(0)).encode() for made in reports]
        files = written(pages, "html", tmp_path)
    else:
        files = converted(written(map(word, reports), "docx", tmp_path), "odt:writer8", tmp_path)
    for made, path in zip(reports, converted(files, "docx:MS Word 2007 XML", tmp_path), strict=True):
        result = api.lint(path)
        assert not wrong_cells(made, result.report)
        assert sayings(result) == sayings(as_markdown(made))


def written(contents: Iterable[bytes], suffix: str, folder: Path) -> list[Path]:
    """Contents in, files with them out."""
    files = []
    for n, content in enumerate(contents):
        files.append(folder / f"{n}.{suffix}")
        files[-1].write_bytes(content)
    return files


@dear
@needs_libreoffice
def test_many_are_converted_in_one_call_and_one_that_cannot_be_alone_once_more(
    documents: Path, call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    original = office._call

    def counted(soffice: str, copies: Sequence[Path], *others: Path) -> None:
        calls.append(len(copies))
        original(soffice, copies, *others)

    monkeypatch.setattr(office, "_call", counted)
    broken = tmp_path / "broken.doc"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    paths = [broken, *(documents / f"report{suffix}" for suffix in FORMATS)]
    files = call(*paths, "--format", "json").data["files"]
    unread = ["GD001" in {finding["code"] for finding in file["findings"]} for file in files]
    assert unread == [True] + [False] * len(FORMATS)
    assert calls == [len(paths), 1]


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


def test_word_xml_of_2003_needs_libreoffice_whatever_its_name(
    call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    path = tmp_path / "a.xml"
    path.write_text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>')
    assert "LibreOffice is needed" in call(path, "--format", "concise", "--lang", "en").out


def test_a_web_page_that_is_called_a_document_is_read_as_a_web_page(tmp_path: Path) -> None:
    pytest.importorskip("turbohtml")
    path = tmp_path / "a.doc"
    path.write_text("<html><body><p>政府信息公开工作年度报告</p></body></html>", encoding="utf-8")
    assert "政府信息公开工作年度报告" in (api.parse(path).source.text or "")
