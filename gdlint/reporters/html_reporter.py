"""HTML: one page that holds all it needs, for one report or for several."""

from collections.abc import Sequence
from typing import NamedTuple

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.html_index import index_html
from gdlint.reporters.html_page import page_foot, page_head, severity_filter
from gdlint.reporters.html_report import counts_html, report_html
from gdlint.reporters.overview import FileRow, row_of
from gdlint.reporters.safe import html_text
from gdlint.reporters.statistics import Statistics
from gdlint.words.pages import said


class _Page(NamedTuple):
    """A report: its name, the HTML of the line below it, and that of the rest."""

    name: str
    facts: str
    rest: str


class HtmlReporter(Reporter):
    """A page of one report; where there are several, of their index and the reports one after the other."""

    suffix = ".html"

    def head(self) -> None:
        """Nothing yet: what the page opens with depends on how many reports there are."""
        self.rows: list[tuple[FileRow, str]] = []
        self.statistics = Statistics()
        self.pages: list[_Page] = []

    def file(self, checked: FileResult) -> None:
        """One report with its findings."""
        prefix = f"r{len(self.rows) + 1}" if self.rows else ""
        report, findings = checked.report, checked.outcome.findings
        name = report.facts.title.text if report.facts.title else report.source.path
        counts = counts_html(findings, self.language)
        facts = f'<p class="facts">{html_text(report.source.path)} {counts}</p>'
        self.pages.append(_Page(name, facts, "".join(report_html(checked, self.language, prefix))))
        self.rows.append((row_of(checked, self.language), f"#{prefix}report"))
        self.statistics.add(findings)

    def end(self, summary: Summary) -> None:
        """The page as such."""
        if not self.pages:
            self.write(page_head("gdlint", self.language) + f"<main><p>{said('none', self.language)}</p>")
        elif len(self.pages) == 1:
            page = self.pages[0]
            self._opening(page.name, f"{page.name} – gdlint", page.facts)
            self.write(page.rest)
        else:
            self._several()
        self.write("</main>\n" + page_foot(self.language))

    def _several(self) -> None:
        title = said("files", self.language)
        self._opening(title, f"{title} – gdlint")
        self.write("".join(index_html(self.rows, self.statistics, self.language)))
        for page in self.pages:
            self.write(f"<header><h2>{html_text(page.name)}</h2>{page.facts}</header>\n{page.rest}")

    def _opening(self, heading: str, title: str, facts: str = "") -> None:
        self.write(page_head(title, self.language))
        self.write(f'<a class="skip" href="#findings">{said("skip", self.language)}</a>')
        self.write(
            f"<header><h1>{html_text(heading)}</h1>{facts}{severity_filter(self.language)}</header>\n<main>\n"
        )

    def index(self, rows: Sequence[tuple[FileRow, str]], statistics: Statistics) -> str:
        """A page of its own that leads to the pages of many reports."""
        title = said("files", self.language)
        body = "".join(index_html(rows, statistics, self.language))
        return f"{page_head(title, self.language)}<header><h1>{title}</h1></header><main>{body}</main>{page_foot(self.language)}"
