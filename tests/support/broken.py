"""Strategies for texts that nobody would write on purpose, and what must hold for every text all the same."""

import random
import re
from collections.abc import Callable
from functools import cache
from typing import Final

from hypothesis import strategies as st

from gdlint import api
from gdlint.data import resources
from gdlint.model.document import (
    Block,
    Cell,
    Directive,
    Document,
    Grid,
    Heading,
    Kind,
    Metadata,
    Paragraph,
    Row,
    Stray,
    Subheading,
    TableBlock,
)
from gdlint.syntax.parse import tree
from gdlint.syntax.prose import Piece
from generate import SHAPES
from generate.forms import APPLICATIONS, DISCLOSURE, GROUPS, LITIGATION_LABELS, SECTIONS

from .generated import made_from, printed

_LABELS: Final = sorted(
    {row.label for rows in APPLICATIONS.values() for row in rows}
    | {
        label
        for clauses in DISCLOSURE.values()
        for clause in clauses
        for _, label in (*clause.rows, *clause.columns)
    }
    | {clause.label for clauses in DISCLOSURE.values() for clause in clauses}
    | {*GROUPS.values(), *LITIGATION_LABELS, "信息内容", "自然人", "法人或其他组织", "总计", "申请人情况"}
)
_HEADINGS: Final = [heading for _, heading in SECTIONS]
_PROSE: Final = [
    "青石县云溪镇人民政府2021年政府信息公开工作年度报告",
    "本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。",
    "本年度共收到政府信息公开申请3件，其中：自然人2件、法人1件，均已按期答复，",
    "（一）主动公开情况",
    "（1）是加强领导；（二）是完善制度。",
    "没有需要报告的事项。",
    "青石县云溪镇人民政府",
    "2022年1月14日",
    "- 12 -",
]
_FIGURES: Final = [
    "0",
    "0",
    "1",
    "12",
    "-3",
    "0.5500",
    "１２",
    "1,234",
    "766元",
    "无",
    "/",
    "",
    "\xa0",
    "\u3000",
]
_JUNK: Final = [
    "|",
    "||",
    "---|---",
    "|---|",
    "\t",
    "\t\t\t",
    "",
    " ",
    "##",
    "**",
    "&nbsp;",
    "\ufffd",
    "（",
    "》",
]
_SEPARATORS: Final = ["\t", " | ", "|", "  ", "\t\t"]


def _row() -> st.SearchStrategy[str]:
    """Labels and figures with something between them."""
    cells = st.lists(st.sampled_from([*_LABELS, *_FIGURES]), min_size=1, max_size=17)
    return st.builds(
        lambda parts, by, head: head + by.join(parts),
        cells,
        st.sampled_from(_SEPARATORS),
        st.sampled_from(["", "\t", "| ", "  "]),
    )


def report_lines() -> st.SearchStrategy[str]:
    """Lines that look like parts of a report, in any order."""
    line = st.one_of(
        st.sampled_from([*_HEADINGS, *_LABELS, *_PROSE, *_FIGURES, *_JUNK]),
        st.builds("\t{}".format, st.sampled_from([*_LABELS, *_FIGURES])),
        st.builds("## {}".format, st.sampled_from(_HEADINGS)),
        _row(),
        st.text(max_size=30),
    )
    return st.lists(line, max_size=60).map("\n".join)


def any_text() -> st.SearchStrategy[str]:
    """Arbitrary text, with control characters and lone surrogates, and line ends of every kind."""
    characters = st.characters(exclude_categories=())
    ends = st.lists(
        st.one_of(st.text(characters, max_size=40), st.sampled_from(["\r\n", "\r", "\n", "\x85", "\u2028"]))
    )
    return st.one_of(st.text(characters), ends.map("".join))


@cache
def _generated(number: int, shape: str) -> str:
    return printed(made_from(number), shape, number)


def generated_texts() -> st.SearchStrategy[str]:
    """Right reports in every shape."""
    return st.builds(_generated, st.integers(0, 99), st.sampled_from(sorted(SHAPES)))


Breaker = Callable[[list[str], random.Random], list[str]]


def _dropped(lines: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(lines))
    return lines[:at] + lines[at + rng.randint(1, 4) :]


def _doubled(lines: list[str], rng: random.Random) -> list[str]:
    at, many = rng.randrange(len(lines)), rng.randint(1, 6)
    return [*lines[: at + many], *lines[at : at + many], *lines[at + many :]]


def _cut(lines: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(lines))
    place = rng.randint(0, len(lines[at]))
    return [*lines[:at], lines[at][:place], lines[at][place:], *lines[at + 1 :]]


def _joined(lines: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(lines))
    return [*lines[:at], rng.choice(["", " ", "\t", "|"]).join(lines[at : at + 2]), *lines[at + 2 :]]


def _shuffled(lines: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(lines))
    window = lines[at : at + rng.randint(2, 20)]
    rng.shuffle(window)
    return [*lines[:at], *window, *lines[at + len(window) :]]


def _ended(lines: list[str], rng: random.Random) -> list[str]:
    return lines[: rng.randint(1, len(lines))]


_BREAKERS: Final[dict[str, Breaker]] = {
    "drop": _dropped,
    "double": _doubled,
    "cut": _cut,
    "join": _joined,
    "shuffle": _shuffled,
    "end": _ended,
}


def broken(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The texts with lines dropped, doubled, cut, joined and shuffled, or without their end."""
    steps = st.lists(st.sampled_from(sorted(_BREAKERS)), min_size=1, max_size=12)
    return st.builds(_broken, texts, steps, st.integers(0, 2**32))


def _broken(text: str, steps: list[str], number: int) -> str:
    """A text, what to do with its lines and a number for chance in, the broken text out."""
    rng = random.Random(number)
    lines = text.split("\n")
    for step in steps:
        lines = _BREAKERS[step](lines, rng) or [""]
    return "\n".join(lines)


def assert_sound(content: str | bytes) -> None:
    """Whatever the content: no exception, every spot lies in the text and on a line, findings stand in order."""
    result = api.lint(content)
    text = result.report.source.text or ""
    for finding in result.findings:
        assert finding.spots, finding
        for spot in finding.spots:
            assert 0 <= spot.start <= spot.end <= len(text), (finding.code, spot, len(text))
            assert result.report.source.place(spot.start, spot.end).line >= 1
        assert all(finding.message[language] for language in ("zh", "en")), finding
    starts = [finding.spots[0].start for finding in result.findings]
    assert starts == sorted(starts)
    assert result.findings == api.lint(content).findings


DECLARED: Final = re.findall(r"%declare (.+)", resources.grammar("report.lark"))
KINDS: Final = [kind for line in DECLARED for kind in line.split()]
HEADINGS: Final = [*(form.key.upper() for form in api.forms().sections), "SEVENTH"]


def pieces() -> st.SearchStrategy[list[Piece]]:
    """Any sequence of the tokens of the grammar, numbered by their place."""
    kinds = st.lists(st.sampled_from(KINDS), max_size=60)
    return kinds.map(lambda found: [_piece(kind, at) for at, kind in enumerate(found)])


def _piece(kind: str, at: int) -> Piece:
    if kind in list(Kind):
        return Piece(kind, [Row(Kind(kind), (Cell("0", at, at + 1),), Grid.ROWS, 0, at, at + 1)])
    if kind == "ROWS":
        return Piece(kind, [Row(Kind.ROW, (Cell("0", at, at + 1),), Grid.ROWS, 0, at, at + 1)])
    items: dict[str, Block | Heading] = {}
    items |= {
        **dict.fromkeys(HEADINGS, Heading("一", "总体情况", at, at + 1)),
        "SUBHEADING": Subheading("（一）", at, at + 1),
    }
    if kind == "TEXT":
        return Piece(kind, [Paragraph("文", at, at + 1)])
    items |= {"STRAY": Stray("00", at, at + 1)}
    items["DIRECTIVE"] = Directive("ignore", ("GD404",), "", "<!-- -->", at, at + 1)
    items["METADATA"] = Metadata("title", "文", at, at + 1)
    return Piece(kind, items[kind])


def assert_total(tokens: list[Piece]) -> None:
    """The grammar makes one document of any sequence of tokens, and loses, doubles or moves none of them."""
    document = tree(tokens)
    assert list(_starts(document)) == list(range(len(tokens)))


def _starts(document: Document) -> list[int]:
    """A document in, the places of all its tokens in its order out."""
    found = [start for block in document.front for start in _block_starts(block)]
    for section in document.sections:
        found.append(section.heading.start)
        found += [start for block in section.blocks for start in _block_starts(block)]
    return found


def _block_starts(block: Block) -> list[int]:
    if isinstance(block, TableBlock):
        return [row.start for part in block.parts for row in (*part.heads, *part.rows)]
    return [block.start]
