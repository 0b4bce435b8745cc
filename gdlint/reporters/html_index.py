"""The index of many pages: the files, the worst first, and how often each rule has something to say."""

from collections.abc import Iterator, Mapping, Sequence

from gdlint.model.finding import Severity
from gdlint.reporters.html_page import badge
from gdlint.reporters.overview import Row, worst_rows
from gdlint.reporters.safe import html_text
from gdlint.reporters.statistics import Statistics
from gdlint.reporters.words import SEVERITY
from gdlint.words.pages import said

MOST_BARS = 30
WIDEST = 300


def index_html(rows: Sequence[tuple[Row, str]], statistics: Statistics, language: str) -> Iterator[str]:
    """A row a file with a link to its page or place, and a bar a rule."""
    links = {row.path: link for row, link in rows}
    yield f'<div class="index"><h2>{said("by-file", language)}</h2>'
    yield '<div class="wide" tabindex="0" role="group" aria-label="index"><table><thead><tr>'
    heads = [
        *(SEVERITY[level][language] for level in Severity),
        *(said(key, language) for key in ("year", "body", "file")),
    ]
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>\n"
    for row in worst_rows(row for row, _ in rows):
        yield _row(row, links[row.path])
    yield "</tbody></table></div>\n"
    yield from _bars(statistics.data()[:MOST_BARS], language)
    yield "</div>\n"


def _row(row: Row, link: str) -> str:
    counts = {"error": row.error, "warning": row.warning, "info": row.info}
    cells = [badge(level, str(n)) if n else "·" for level, n in counts.items()]
    cells += [html_text(str(row.year or "—")), html_text(row.body or "—")]
    named = f'<th scope="row"><a href="{html_text(link)}">{html_text(row.path)}</a></th>'
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + named + "</tr>\n"


def _bars(rules: Sequence[Mapping[str, object]], language: str) -> Iterator[str]:
    if not rules:
        return
    most = max(int(str(rule["findings"])) for rule in rules)
    yield f'<h2>{said("by-rule", language)}</h2><table class="bars"><tbody>'
    for rule in rules:
        wide = max(2, WIDEST * int(str(rule["findings"])) // most)
        bar = f'<svg width="{WIDEST}" height="14" aria-hidden="true"><rect width="{wide}" height="14"/></svg>'
        yield (
            f'<tr><th scope="row">{html_text(str(rule["code"]))} {html_text(str(rule["name"]))}</th>'
            f"<td>{bar}</td><td>{rule['findings']}</td></tr>\n"
        )
    yield "</tbody></table>\n"
