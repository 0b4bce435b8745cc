"""The files of `examples/` are one report: what is said of it does not depend on the format."""

from pathlib import Path
from typing import Final

import pytest

from gdlint import api
from support.samples import Where, bound
from support.stated import needs

EXAMPLES: Final = Path(__file__).resolve().parents[1] / "examples"


def sayings(name: str) -> tuple[dict[Where, str | None], list[tuple[str, ...]]]:
    """The name of an example in, its cells and what is said of it, without places, out."""
    result = api.lint(EXAMPLES / name)
    cells = {place: figure.text for place, figure in bound(result.report).items()}
    findings = [(each.code, each.table or "", *each.rows, *each.columns) for each in result.findings]
    return cells, findings


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("report.html", marks=needs("turbohtml")),
        pytest.param("report.docx", marks=needs("lxml")),
        pytest.param("report.pdf", marks=needs("pypdfium2")),
        pytest.param("report.ofd", marks=needs("lxml")),
    ],
)
def test_an_example_says_what_the_text_says(name: str) -> None:
    assert sayings(name) == sayings("report.txt")


@needs("turbohtml")
def test_the_web_page_says_when_it_was_published() -> None:
    report = api.parse(EXAMPLES / "report.html")
    assert report.source.facts["published"] == "2023-01-20 09:30"
    assert report.facts.published
    assert str(report.facts.published.date) == "2023-01-20"
