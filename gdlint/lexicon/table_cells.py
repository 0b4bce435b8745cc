"""What a cell of a table is, seen by itself: what it may be, whether it is a bare number, what the number says; besides, the
stretches of digits in a text that may be figures of a table."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import filterfalse
from operator import itemgetter
from typing import TYPE_CHECKING

from gdlint.lexicon.sentences import END
from gdlint.model.document import Cell
from gdlint.model.fast import Remembered, new
from gdlint.model.form import Type
from gdlint.model.regex import lazy
from gdlint.model.report import Figure
from gdlint.model.vocabulary import Role, Vocabulary
from gdlint.model.wording import NOTE_MARKS, WIDE, at_dash, plain, seen, unnumbered, without_note

if TYPE_CHECKING:
    from decimal import Decimal

_NUMBER_CELL = lazy(r"[-+−]?\d[\d,， ]*(?:\.\d+)?")
_FIGURE_WITH_UNIT = lazy(r"[-+−增减]?\d[\d,，]*(?:\.\d+)?([^\W\d]{0,3})")
_MARKS = frozenset({"/", "\\", "-", "—", "——", "－", "–", "无", "、", "○", "×", "--", "零", "_", "＿"})
_OF_NUMBERS = frozenset({"序号", "编号", "行次"})
_NOTED = frozenset(")）" + NOTE_MARKS)
"""with which a label ends that has a note"""

_MOST_ROLES = 8192
"""texts of which it is kept what they may be"""

LONGEST_VALUE = 40
"""characters; a longer cell holds no figure"""

LONGEST_CELL = 80
"""characters; a longer stretch of text is prose, unless it is an official label"""

_BARE = lazy(r"[-+−]?\d[\d,，.]*")
_DIGITS = lazy(r"\d\d*")
"""with one digit by itself in front, which a search finds faster"""
_STRETCH = lazy(r"\d+(?:[.,，]\d+)*")
_ENUMERATED = lazy(r"[1-9][.．、](?!\d)")
"""the number of most labels that have one"""
_PARTS = frozenset(".,，")
"""what parts the digits of one figure"""
_SIGNS = frozenset("-+−")
_NO_FIGURE = lazy(r"[^\S\n]?(?:[.．、](?!\d)|[年月日页])")
"""what follows the number of a label (2.其他) or of a day"""
_BEFORE = frozenset("第表图")
"""what stands before the number of a page, or of a caption"""
_BEHIND = frozenset("年月日页位）)")
"""what stands behind a number in a date, or in the bracket of a label"""
_TEXT = itemgetter(0)
_LONGEST_NUMBER = 2
"""digits of the number of a label, which is not 0"""
_LONGEST_YEAR = 4
_NUMBER = lazy(r"([-+]?)(\d[\d, ]*)(\.\d+)?\s*(%|[\u3400-\u9fff]{0,4})")
"""units are words of Chinese letters: 3O has none"""
_PLAIN = lazy(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_PLAIN_COUNT = lazy(r"-?(?:0|[1-9]\d*)", re.ASCII)
_PLAIN_SIGNED = lazy(r"[-+]?(?:0|[1-9]\d*)", re.ASCII)
_GROUPED = lazy(r"\d{1,3}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+")
_PARTED = lazy(r"\d\s+\d")
_SIGN_WORDS = {"增": "+", "减": "-"}

Reading = tuple[int | str | None, "int | Decimal | None", str | None, bool, None]
"""value, number, unit, plain, inferred: the fields of a `Figure` behind its text and place"""


@lru_cache(maxsize=4)
def roles_of(vocabulary: Vocabulary) -> Mapping[str, int]:
    """What a cell may be, by its text: see `role_of`."""
    return Remembered(partial(_role, vocabulary=vocabulary), _MOST_ROLES)


def role_of(text: str, vocabulary: Vocabulary) -> int:
    """What a cell may be, by itself: bits of `Role`.

    A label is found by its wording, else without the bracket at its end, else without its number.
    """
    return roles_of(vocabulary)[text]


def _role(text: str, vocabulary: Vocabulary) -> int:
    if not text:
        return Role.NONE
    role = _value_role(text, vocabulary.labels) if len(text) <= LONGEST_VALUE else Role.NONE
    return (
        role
        if role & Role.FIGURE or len(text) > LONGEST_CELL
        else role | _label_role(text, vocabulary.labels)
    )


def _value_role(printed: str, labels: Container[str]) -> int:
    text = seen(printed) or printed
    if text[0] in NOTE_MARKS:
        return Role.NONE
    if _NUMBER_CELL.fullmatch(unicodedata.normalize("NFKC", text)):
        return Role.FIGURE | Role.VALUE
    if text in _MARKS:
        return Role.VALUE
    with_unit = text[0] in "-+−增减0123456789０１２３４５６７８９" and _FIGURE_WITH_UNIT.fullmatch(text)
    return Role.VALUE if with_unit and not _ends_in_label(with_unit[1], labels) else Role.NONE


def _ends_in_label(unit: str, labels: Container[str]) -> bool:
    """What seems to be the unit of a figure is a label, before which its number was misprinted."""
    return any(unit[start:] in labels for start in range(len(unit) - 1))


def _label_role(text: str, labels: Mapping[str, int]) -> int:
    word = plain(text)
    role = labels.get(word)
    if role is None and text[-1] in _NOTED:
        role = labels.get(plain(without_note(text)[0]))
    return role or labels.get(unnumbered(word)) or _grouped_role(text, labels)


def _grouped_role(text: str, labels: Mapping[str, int]) -> int:
    """What a column is whose group stands before it in the same cell (法人或其他组织-商业企业)."""
    group, label = at_dash(text)
    is_group = labels.get(plain(group)) == Role.HEAD
    return labels.get(plain(label), Role.NONE) & Role.COLUMN if is_group else Role.NONE


def is_prose(text: str) -> bool:
    """A sentence rather than a label; official labels are to be asked for first."""
    return len(text) > LONGEST_CELL or text[-1:] in ("，", "：") or bool(END.search(text))


def _is_bare(text: str) -> bool:
    return text.isdigit() or bool(_BARE.fullmatch(seen(text)))


is_figure: Callable[[str], bool] = Remembered(_is_bare, 8192).__getitem__
"""A cell is a bare number."""


def heads_numbers(text: str) -> bool:
    """What stands over the numbers of rows."""
    return plain(text) in _OF_NUMBERS


def may_head_numbers(text: str) -> bool:
    """A part of what stands over the numbers of rows."""
    return any(plain(text) in head for head in _OF_NUMBERS)


def is_mark(text: str) -> bool:
    """A cell has a mark in the place of a figure (—, 无)."""
    return text in _MARKS


def figures_in(text: str, start: int, end: int, known: Container[int] = ()) -> Iterator[tuple[int, int]]:
    """Where the figures in a stretch of a text begin and end, but for those that begin at a known place. A long run of
    digits may be several of them."""
    begins = map(re.Match.start, _DIGITS.finditer(text, start, end))
    for begin in filterfalse(known.__contains__, begins):
        if _ENUMERATED.match(text, begin):
            continue
        if begin - 2 >= start and text[begin - 1] in _PARTS and text[begin - 2].isdecimal():
            continue
        behind = next(_STRETCH.finditer(text, begin, end)).end()
        signed = begin - (begin > start and text[begin - 1] in _SIGNS)
        if signed not in known and not _is_number(text, signed, behind):
            yield signed, behind


def _is_number(text: str, start: int, end: int) -> bool:
    """The number of a label, page or day."""
    if end - start > _LONGEST_YEAR:
        return False
    if (
        text[max(start - 2, 0) : start].rstrip(" \t\xa0\u3000")[-1:] in _BEFORE
        or text[end : end + 1] in _BEHIND
    ):
        return True
    return end - start <= _LONGEST_NUMBER and bool(text[start:end].strip("0") and _NO_FIGURE.match(text, end))


def read_figures(columns: Sequence[str], kinds: tuple[Type, ...], cells: Sequence[Cell]) -> dict[str, Figure]:
    """The figures of the cells of a row, by the keys of their columns, which are of these types.

    Counts become integers, amounts the decimal as it is printed; for anything else `value` is None.
    """
    read = zip(columns, cells, _readings_of(kinds), strict=True)
    return {column: new(Figure, cell + readings[cell[0]]) for column, cell, readings in read}


def may_hold_two(cells: Sequence[Cell]) -> bool:
    """A cell of a row is blank, and another one may hold its figure as well: a blank parts the thousands of a number, or two
    numbers."""
    texts = list(map(_TEXT, cells))
    return not all(texts) and any(map(_PARTED.search, texts))


@lru_cache(maxsize=512)
def _readings_of(kinds: tuple[Type, ...]) -> tuple[Mapping[str, Reading], ...]:
    return tuple(map(_readings, kinds))


@lru_cache(maxsize=8)
def _readings(kind: Type) -> Mapping[str, Reading]:
    """What figures of a type say, by their texts."""
    return Remembered(partial(_read, kind=kind), 4096)


def _read(text: str, kind: Type) -> Reading:
    if text.isascii() and text.isdigit() and (len(text) == 1 or text[0] != "0") and len(text) < 19:
        return (int(text) if kind != "amount" else text), int(text), None, True, None
    from decimal import Decimal

    text = seen(text)
    normal = text.translate(WIDE).replace("−", "-").replace("，", ",")
    if kind == "signed" and normal[:1] in _SIGN_WORDS:
        normal = _SIGN_WORDS[normal[0]] + normal[1:]
    found = _NUMBER.fullmatch(normal)
    if found is None:
        return None, None, None, True, None
    sign, digits, fraction, unit = found.groups()
    digits = digits.strip()
    if len(digits) > 40 or not _GROUPED.fullmatch(digits):
        return None, None, None, True, None
    printed = sign + digits.replace(",", "").replace(" ", "") + (fraction or "")
    number = Decimal(printed)
    whole = kind != "amount" and number == int(number)
    canonical = (_PLAIN_SIGNED if kind == "signed" else _PLAIN_COUNT) if whole else _PLAIN
    plain = bool(canonical.fullmatch(text))
    if unit.strip():
        return None, number, unit.strip(), plain, None
    if kind == "amount":
        return printed.lstrip("+"), number, None, plain, None
    return (int(number) if whole else None), (int(number) if whole else number), None, plain, None
