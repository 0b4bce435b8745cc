"""Generated reports with a planted mistake, fixed as Word documents: LibreOffice accepts the changes to the fixed text, and rejects
them to the first one."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import pytest

pytest.importorskip("lxml")
pytest.importorskip("docx")

from gdlint.api import Session
from generate.word import word
from support.catalogue import trial, tried
from support.extent import dear
from support.libreoffice import converted, needs_libreoffice
from support.tracked import authors, by_libreoffice, others, paragraphs

REPORTS: Final = 30


class Fixed(NamedTuple):
    """A document, the same with its fixes as tracked changes, and the rules whose findings were fixed."""

    name: str
    first: bytes
    fixed: bytes
    codes: frozenset[str]


def fixed_reports() -> Iterator[Fixed]:
    """Reports with a mistake that can be fixed, of one kind each."""
    session = Session()
    for number, defect in enumerate(tried()):
        first = word(trial(defect, number).spoilt.made)
        made = session.fix(first, "a.docx", unsafe=True)
        if made.data is not None:
            yield Fixed(defect.name, first, made.data, frozenset(finding.code for finding in made.fixed))


@dear
@needs_libreoffice
def test_libreoffice_accepts_to_the_fixed_text_and_rejects_to_the_first(tmp_path: Path) -> None:
    reports = list(islice(fixed_reports(), REPORTS))
    assert len(reports) == REPORTS
    files = [tmp_path / f"{number}.docx" for number in range(len(reports))]
    for file, report in zip(files, reports, strict=True):
        file.write_bytes(report.fixed)
    wrong = []
    for report, flat in zip(reports, converted(files, "fodt", tmp_path), strict=True):
        content = flat.read_bytes()
        accepted, rejected = (by_libreoffice(content, accepted=each) for each in (True, False))
        own, first = paragraphs(report.fixed, accepted=True), paragraphs(report.first, accepted=True)
        if accepted != "".join(own) or rejected != "".join(first) or own == first:
            wrong.append(report.name)
        assert paragraphs(report.fixed, accepted=False) == first
        assert authors(report.fixed) == {"gdlint"}
        assert others(report.fixed) == others(report.first)
    assert wrong == []
