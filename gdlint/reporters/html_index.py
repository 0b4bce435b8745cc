"""The index of many pages: the files, the worst first, and how many findings there are by rule, folder and year."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath

from gdlint.model.finding import Severity
from gdlint.reporters.html_charts import MOST_BARS, Bar, chart_html
from gdlint.reporters.html_page import badge
from gdlint.reporters.overview import FileRow, grouped, sums, worst_rows
from gdlint.reporters.safe import html_text, masked
from gdlint.reporters.statistics import Statistics
from gdlint.words.file_results import SEVERITY
from gdlint.words.pages import said


def index_html(rows: Sequence[tuple[FileRow, str]], statistics: Statistics, language: str) -> Iterator[str]:
    """A row a file with a link to its page or place, and bars."""
    links = {row.path: link for row, link in rows}
    yield f'<div class="index"><h2>{said("by-file", language)}</h2>'
    yield '<div class="wide" tabindex="0" role="group" aria-label="index"><table><thead><tr>'
    heads = [
        *(SEVERITY[level][language] for level in Severity),
        *(said(key, language) for key in ("year", "body", "file", "gravest")),
    ]
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>\n"
    for row in worst_rows(row for row, _ in rows):
        yield _row(row, links[row.path])
    yield "</tbody></table></div>\n"
    rules = [Bar(f"{each['code']} {each['name']}", {"": each["findings"]}) for each in statistics.data()]
    yield from chart_html(said("by-rule", language), rules)
    every = [row for row, _ in rows]
    for key, group in _GROUPS.items():
        bars = _bars(every, group)
        if len(bars) > 1:
            yield from chart_html(said(key, language), bars)
    yield "</div>\n"


_GROUPS: dict[str, Callable[[FileRow], str]] = {
    "by-folder": lambda row: str(PurePath(row.path).parent),
    "by-year": lambda row: str(row.year or "—"),
}


def _bars(rows: Sequence[FileRow], group: Callable[[FileRow], str]) -> list[Bar]:
    """A bar a group: in the order of their names, but of more than fit those with most errors."""
    worst = islice(grouped(rows, group).items(), MOST_BARS)
    counts = ((name, sums(some)) for name, some in worst)
    return sorted(Bar(name, {level.value: each[level.value] for level in Severity}) for name, each in counts)


def _row(row: FileRow, link: str) -> str:
    counts = {"error": row.error, "warning": row.warning, "info": row.info}
    cells = [badge(level, str(n)) if n else "·" for level, n in counts.items()]
    cells += [html_text(str(row.year or "—")), html_text(row.body or "—")]
    named = f'<th scope="row"><a href="{html_text(link)}">{html_text(row.path)}</a></th>'
    why = f'<td class="why">{html_text(masked(row.gravest))}</td>'
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + named + why + "</tr>\n"
