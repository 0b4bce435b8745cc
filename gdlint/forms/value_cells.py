"""What one value cell says: never more than is printed in it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from gdlint.model.document import Cell
from gdlint.model.fast import new
from gdlint.model.form import Type
from gdlint.model.regex import lazy
from gdlint.model.report import Figure
from gdlint.model.wording import WIDE

if TYPE_CHECKING:
    from decimal import Decimal

_NUMBER = lazy(r"([-+]?)(\d[\d, ]*)(\.\d+)?\s*(%|[^\W\d_]{0,4})")
_PLAIN = lazy(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_PLAIN_COUNT = lazy(r"-?(?:0|[1-9]\d*)", re.ASCII)
_PLAIN_SIGNED = lazy(r"[-+]?(?:0|[1-9]\d*)", re.ASCII)
_GROUPED = lazy(r"\d{1,3}(?:[, ]\d{3})+|\d+")
_SIGN_WORDS = {"增": "+", "减": "-"}

Reading = tuple[int | str | None, "int | Decimal | None", str | None, bool, None]
"""value, number, unit, plain, inferred: the fields of a `Figure` behind its text and place"""


def read_figures(columns: Sequence[str], kinds: Sequence[Type], cells: Sequence[Cell]) -> dict[str, Figure]:
    """The figures of the cells of a row, by the keys of their columns, which are of these types.

    Counts become integers, amounts the decimal as it is printed; for anything else `value` is None.
    """
    return {
        column: new(Figure, cell + _read(cell[0], kind))
        for column, kind, cell in zip(columns, kinds, cells, strict=True)
    }


@lru_cache(maxsize=4096)
def _read(text: str, kind: Type) -> Reading:
    if text.isascii() and text.isdigit() and (len(text) == 1 or text[0] != "0") and len(text) < 19:
        return (int(text) if kind != "amount" else text), int(text), None, True, None
    from decimal import Decimal

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
