"""Bars of how many findings there are: by rule, by folder, by year. The numbers stand beside them, since colours tell nothing to
some readers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gdlint.reporters.html_page import badge
from gdlint.reporters.safe import html_text

MOST_BARS = 30
WIDEST = 300


class Bar(NamedTuple):
    """What is counted, and its findings by severity; where these are not told apart, their number alone."""

    label: str
    counts: Mapping[str, int]

    @property
    def number(self) -> int:
        """All findings."""
        return sum(self.counts.values())


def chart_html(title: str, bars: Sequence[Bar]) -> Iterator[str]:
    """A heading and a row a bar; nothing where no bar has a length."""
    most = max((bar.number for bar in bars), default=0)
    if not most:
        return
    yield f'<h2>{html_text(title)}</h2><table class="bars"><tbody>'
    for bar in bars[:MOST_BARS]:
        yield (
            f'<tr><th scope="row">{html_text(bar.label)}</th>'
            f"<td>{_drawn(bar.counts, most)}</td><td>{_numbers(bar)}</td></tr>\n"
        )
    yield "</tbody></table>\n"


def _drawn(counts: Mapping[str, int], most: int) -> str:
    at, pieces = 0, []
    for level, number in counts.items():
        wide = max(2, WIDEST * number // most) if number else 0
        pieces.append(f'<rect class="{level}" x="{at}" width="{wide}" height="14"/>' if wide else "")
        at += wide
    return f'<svg width="{WIDEST + 2 * len(counts)}" height="14" aria-hidden="true">{"".join(pieces)}</svg>'


def _numbers(bar: Bar) -> str:
    told = [badge(level, str(number)) for level, number in bar.counts.items() if level and number]
    return " ".join(told) or str(bar.number)
