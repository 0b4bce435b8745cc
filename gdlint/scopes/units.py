"""Amounts of money in cells: what an amount with a unit of its own is in the unit of its column."""

from decimal import Decimal
from typing import Any

from gdlint.model.logic import UNKNOWN, bounded

_FACTORS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_USUAL = "万元"
"""the unit of a column whose header names none"""


def converted(number: Any, unit: str | None, header: str | None, kind: str) -> Any:
    """A number with its unit in the unit that the header of its column names; the number itself where it is no amount of money."""
    if number is None:
        return UNKNOWN
    if kind != "amount" or unit not in _FACTORS:
        return number
    value = Decimal(number) * _FACTORS[unit] / _FACTORS[_unit_of(header or "")]
    whole = value.to_integral_value()
    return bounded(int(whole) if value == whole else value.normalize())


def _unit_of(header: str) -> str:
    """The unit that a header names: 元, unless that is part of a larger one."""
    larger = next((unit for unit in ("亿元", "万元") if unit in header), None)
    return larger or ("元" if "元" in header else _USUAL)
