"""HTML: one page that holds all it needs, for one report or for several."""

from collections.abc import Sequence

from gdlint.model.result import FileResult
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.html_index import index_html
from gdlint.reporters.html_page import page_foot, page_head, severity_filter
from gdlint.reporters.html_report import counts_html, report_html
from gdlint.reporters.overview import FileRow, row_of
from gdlint.reporters.safe import html_text
from gdlint.reporters.statistics import Statistics
from gdlint.words.pages import said


class HtmlReporter(Reporter):
    """A page with the reports one after the other; where there are several, the index stands behind them."""

    suffix = ".html"

    def head(self) -> None:
        """Nothing yet: the first report gives the page its title."""
        self.rows: list[tuple[FileRow, str]] = []
        self.statistics = Statistics()

    def file(self, checked: FileResult) -> None:
        """One report with its findings."""
        first, prefix = not self.rows, f"r{len(self.rows) + 1}" if self.rows else ""
        report, findings = checked.report, checked.outcome.findings
        name = report.facts.title.text if report.facts.title else report.source.path
        if first:
            self.write(page_head(f"{name} – gdlint", self.language))
            self.write(f'<a class="skip" href="#findings">{said("skip", self.language)}</a>')
        tag = "h1" if first else "h2"
        self.write(f"<header><{tag}>{html_text(name)}</{tag}>")
        self.write(
            f'<p class="facts">{html_text(report.source.path)} {counts_html(findings, self.language)}</p>'
        )
        self.write(f"{severity_filter(self.language)}</header>\n<main>\n" if first else "</header>\n")
        for piece in report_html(checked, self.language, prefix):
            self.write(piece)
        self.rows.append((row_of(checked, self.language), f"#{prefix}report"))
        self.statistics.add(findings)

    def end(self, summary: Summary) -> None:
        """The index, and the end of the page."""
        if not self.rows:
            self.write(page_head("gdlint", self.language) + f"<main><p>{said('none', self.language)}</p>")
        if len(self.rows) > 1:
            self.write("".join(index_html(self.rows, self.statistics, self.language)))
        self.write("</main>\n" + page_foot(self.language))

    def index(self, rows: Sequence[tuple[FileRow, str]], statistics: Statistics) -> str:
        """A page of its own that leads to the pages of many reports."""
        title = said("files", self.language)
        body = "".join(index_html(rows, statistics, self.language))
        return f"{page_head(title, self.language)}<header><h1>{title}</h1></header><main>{body}</main>{page_foot(self.language)}"
