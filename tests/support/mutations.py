"""Reports spoilt by chance: their lines, cells, digits, headings and encodings, and two of them spliced."""

import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from generate import FLATTENED, SHAPES
from generate.forms import SECTIONS

from .generated import made_from
from .samples import SAMPLES

Corpus = Sequence[str]
Change = Callable[[str, random.Random, Corpus], str]

LONGEST: Final = 20_000
"""characters; a text that has grown longer is cut, so that many can be tried"""
GENERATED: Final = 8
"""reports in each shape; fewer in those that lose what a cell is, which take longest"""
_SHORT: Final = 1500
"""characters of a stretch of a report: many of them can be tried in the time of one whole report"""
_MOST_STEPS: Final = 6
_DIGIT: Final = re.compile(r"\d")
_CELL: Final = re.compile(r"[^\s|]+")
_SEPARATORS: Final = ("\t", " | ", "|", "  ", "\n", "\n\n", "", " ", "\t\t", "\u3000")
_FIGURES: Final = (
    "0", "1", "12", "-3", "+4", "0.5500", "１２", "1,234", "1，234", "1 234", "766元", "无", "/", "—", "增5", "减6", "007",
    "99999999999999999999999", "1.2.3", "3件", "约5", "一百", "（2）", "①", "²", "٣", "%", "1%",
)  # fmt: skip
_HEADINGS: Final = (
    *(heading for _, heading in SECTIONS),
    "七、附件",
    "## 一、总体情况",
    "第一部分 总体情况",
    "（一）主动公开",
    "1、总体情况",
)
_JUNK: Final = (
    "", " ", "\t", "|", "||", "|---|---|", "---", "##", "**", "&nbsp;", "<br>", "\ufffd", "\ufeff", "\u200b", "\x0b", "\x1b[0m",
    "（", "》", "- 12 -", "第 3 页 共 9 页", "附件：", "标题：某某", "2021年政府信息公开工作年度报告", "青石县云溪镇人民政府",
    "2022年1月20日", "统计期限自2021年1月1日起至2021年12月31日止。", "<!-- gdlint: ignore[GD404] -->", "<!-- gdlint: ignore",
    "<!-- gdlint: ignore-section[blank-cell] 已核对 -->", "<!-- gdlint: ignore-file[GD310, nothing] -->", "合计", "其他", "总计", "自然人",
    "信息内容", "第二十条第（一）项", "本年制发件数", "结果维持", "110101199001011234",
)  # fmt: skip
_LINE_ENDS: Final = ("\r\n", "\r", "\u2028", "\x85", "\n\n")
_CODECS: Final = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


@cache
def corpus() -> Corpus:
    """The texts to spoil: generated reports in every shape, and the samples that lie beside the checkout."""
    shapes = {**SHAPES, **FLATTENED}
    made = [
        shape(made_from(number), random.Random(number))
        for name, shape in shapes.items()
        for number in range(GENERATED if name in SHAPES else GENERATED // 4)
    ]
    paths = sorted(SAMPLES.glob("*/*.txt")) if SAMPLES.is_dir() else []
    return [*made, *(path.read_bytes().decode("utf-8", "replace") for path in paths)]


def spoilt(rng: random.Random) -> str | bytes:
    """A report of the corpus after some changes; one in eight as bytes."""
    texts = corpus()
    text = rng.choice(texts)
    if rng.random() < 0.7:
        start = rng.randint(0, len(text))
        text = text[start : start + _SHORT]
    for _ in range(rng.randint(1, _MOST_STEPS)):
        change = rng.choice(_CHANGES)
        text = change(text, rng, texts)[:LONGEST]
    return _as_bytes(text, rng) if rng.random() < 0.125 else text


def _as_bytes(text: str, rng: random.Random) -> bytes:
    data = bytearray(text.encode(rng.choice(_CODECS), "replace"))
    for _ in range(rng.choice((0, 0, 1, 3, 50))):
        if data:
            data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data[: rng.randint(0, len(data))] if rng.random() < 0.2 else data)


def _on_lines(change: Callable[[list[str], int, random.Random], list[str]]) -> Change:
    """A change of the lines around one of them."""

    def changed(text: str, rng: random.Random, texts: Corpus) -> str:
        lines = text.split("\n")
        return "\n".join(change(lines, rng.randrange(len(lines)), rng))

    return changed


def _shuffled(lines: list[str], at: int, rng: random.Random) -> list[str]:
    window = lines[at : at + rng.randint(2, 20)]
    rng.shuffle(window)
    return [*lines[:at], *window, *lines[at + len(window) :]]


def _moved(lines: list[str], at: int, rng: random.Random) -> list[str]:
    end = at + rng.randint(1, 12)
    rest = lines[:at] + lines[end:]
    to = rng.randint(0, len(rest))
    return [*rest[:to], *lines[at:end], *rest[to:]]


def _broken(lines: list[str], at: int, rng: random.Random) -> list[str]:
    place = rng.randint(0, len(lines[at]))
    return [*lines[:at], lines[at][:place] + rng.choice(_SEPARATORS) + lines[at][place:], *lines[at + 1 :]]


def _doubled(lines: list[str], at: int, rng: random.Random) -> list[str]:
    return lines[: at + rng.randint(1, 30)] + lines[at:]


def _dropped(lines: list[str], at: int, rng: random.Random) -> list[str]:
    return lines[:at] + lines[at + rng.randint(1, 5) :]


def _joined(lines: list[str], at: int, rng: random.Random) -> list[str]:
    end = at + rng.choice((2, 2, 3, 8, 40))
    return [*lines[:at], rng.choice(_SEPARATORS).join(lines[at:end]), *lines[end:]]


def _inserted(lines: list[str], at: int, rng: random.Random) -> list[str]:
    return [*lines[:at], *[rng.choice((*_JUNK, *_HEADINGS))] * rng.choice((1, 1, 1, 2, 40)), *lines[at:]]


def _indented(lines: list[str], at: int, rng: random.Random) -> list[str]:
    end, before, behind = at + rng.randint(1, 30), rng.choice(_SEPARATORS), rng.choice(_SEPARATORS)
    return [*lines[:at], *(before + line + behind for line in lines[at:end]), *lines[end:]]


def _headed(lines: list[str], at: int, rng: random.Random) -> list[str]:
    """A heading is dropped, doubled, marked or worded otherwise."""
    places = [n for n, line in enumerate(lines) if any(heading in line for heading in _HEADINGS)]
    at = rng.choice(places) if places else at
    line = lines[at]
    other = rng.choice(
        ("", f"{line}\n{line}", f"# {line}", line[2:], line[:-1], f"{line} 1", rng.choice(_HEADINGS))
    )
    return [*lines[:at], other, *lines[at + 1 :]]


def _with_cell(text: str, rng: random.Random, texts: Corpus) -> str:
    """One cell or word is blank, another figure, or doubled."""
    cells = list(_CELL.finditer(text))
    if not cells:
        return text
    found = rng.choice(cells)
    other = rng.choice(
        ("", rng.choice(_FIGURES), found[0] * 2, found[0] + rng.choice(_FIGURES), rng.choice(_JUNK))
    )
    return text[: found.start()] + other + text[found.end() :]


def _swapped(text: str, rng: random.Random, texts: Corpus) -> str:
    """Two cells that stand near each other change places."""
    cells = list(_CELL.finditer(text))
    if len(cells) < 2:
        return text
    at = rng.randrange(len(cells) - 1)
    one, other = cells[at], cells[min(at + rng.randint(1, 9), len(cells) - 1)]
    return text[: one.start()] + other[0] + text[one.end() : other.start()] + one[0] + text[other.end() :]


def _with_digit(text: str, rng: random.Random, texts: Corpus) -> str:
    """One digit is another one, of full width, or gone."""
    digits = [found.start() for found in _DIGIT.finditer(text)]
    if not digits:
        return text
    at = rng.choice(digits)
    return text[:at] + rng.choice(("0", "1", "2", "7", "9", "", "，", "７", "00", "一", " ")) + text[at + 1 :]


def _with_letter(text: str, rng: random.Random, texts: Corpus) -> str:
    at = rng.randint(0, len(text))
    return (
        text[:at]
        + rng.choice((rng.choice(_JUNK), chr(rng.randrange(0xD800)), "公", ""))
        + text[at + rng.randint(0, 1) :]
    )


def _separated(text: str, rng: random.Random, texts: Corpus) -> str:
    """All separators of a kind in a stretch become others."""
    start = rng.randint(0, len(text))
    end = start + rng.choice((100, 1000, 100_000))
    old, new = rng.choice(_SEPARATORS) or "\t", rng.choice(_SEPARATORS)
    return text[:start] + text[start:end].replace(old, new) + text[end:]


def _spliced(text: str, rng: random.Random, texts: Corpus) -> str:
    """The begin of one report and the end of another, or a stretch of another inside."""
    other = rng.choice(texts)
    here, there = text.split("\n"), other.split("\n")
    at, start = rng.randint(0, len(here)), rng.randint(0, len(there))
    end = rng.choice((len(there), start + rng.randint(1, 40)))
    behind = here[at:] if rng.random() < 0.5 else []
    return "\n".join([*here[:at], *there[start:end], *behind])


def _in_blocks(text: str, rng: random.Random, texts: Corpus) -> str:
    """The blocks between blank lines in another order."""
    blocks = text.split("\n\n")
    cuts = sorted(rng.choices(range(len(blocks) + 1), k=3))
    parts = [blocks[a:b] for a, b in pairwise([0, *cuts, len(blocks)])]
    rng.shuffle(parts)
    return "\n\n".join(block for part in parts for block in part)


_CHANGES: Final[Sequence[Change]] = (
    *map(_on_lines, (_shuffled, _moved, _broken, _doubled, _dropped, _joined, _inserted, _indented, _headed)),
    _with_cell, _with_cell, _with_cell, _swapped, _with_digit, _with_digit, _with_letter, _separated, _spliced, _in_blocks,
    lambda text, rng, texts: text[: rng.randint(0, len(text))],
    lambda text, rng, texts: text[rng.randint(0, len(text)) :],
    lambda text, rng, texts: text.replace("\n", rng.choice(_LINE_ENDS)),
)  # fmt: skip
