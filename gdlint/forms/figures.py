"""What one value cell says: never more than is printed in it."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from gdlint.model.document import Cell
from gdlint.model.fast import new
from gdlint.model.form import Type
from gdlint.model.report import Figure

if TYPE_CHECKING:
    from decimal import Decimal

_NUMBER = re.compile(r"([-+]?)(\d[\d, ]*)(\.\d+)?\s*(%|[^\W\d_]{0,4})")
_PLAIN = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d+")
_SIGN_WORDS = {"增": "+", "减": "-"}

Reading = tuple[int | str | None, "int | Decimal | None", str | None, bool]
"""value, number, unit, plain: the fields of a `Figure`"""


def read_figure(cell: Cell, kind: Type) -> Figure:
    """The figure of a cell in a column of that type.

    Counts become integers, amounts the decimal as it is printed; for anything else `value` is None.
    """
    return new(Figure, (*cell, *_read(cell[0], kind), None))


@lru_cache(maxsize=4096)
def _read(text: str, kind: Type) -> Reading:
    if text.isascii() and text.isdigit() and (len(text) == 1 or text[0] != "0") and len(text) < 19:
        return (int(text) if kind != "amount" else text), int(text), None, True
    from decimal import Decimal

    normal = unicodedata.normalize("NFKC", text).replace("−", "-").replace("，", ",")
    if kind == "signed" and normal[:1] in _SIGN_WORDS:
        normal = _SIGN_WORDS[normal[0]] + normal[1:]
    found = _NUMBER.fullmatch(normal)
    if found is None:
        return None, None, None, True
    sign, digits, fraction, unit = found.groups()
    digits = digits.strip()
    if len(digits) > 40 or not _GROUPED.fullmatch(digits):
        return None, None, None, True
    printed = sign + digits.replace(",", "").replace(" ", "") + (fraction or "")
    number = Decimal(printed)
    plain = bool(_PLAIN.fullmatch(text))
    if unit.strip():
        return None, number, unit.strip(), plain
    if kind == "amount":
        return printed.lstrip("+"), number, None, plain
    whole = int(number)
    return (whole if whole == number else None), (whole if whole == number else number), None, plain
