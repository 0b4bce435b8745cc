"""Three-valued arithmetic and logic: what depends on an unknown value is unknown, unless the rest decides it."""

from collections.abc import Callable, Sequence
from typing import Any, Final


class Unknown:
    """The one value that stands for a blank or unreadable figure and for all that depends on it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "unknown"

    def __bool__(self) -> bool:
        raise TypeError("unknown is neither true nor false")


UNKNOWN: Final = Unknown()

Getter = Callable[[Any], Any]
"""what an expression compiles to: the value of a case"""


def constant(value: Any) -> Getter:
    """The same value in every case."""
    return lambda case: value


def listed(items: Sequence[Getter]) -> Getter:
    """A list of values, any of which may be unknown."""
    return lambda case: tuple([item(case) for item in items])


def known(operand: Getter) -> Getter:
    """A value is known."""
    return lambda case: operand(case) is not UNKNOWN


def both(left: Getter, right: Getter) -> Getter:
    """`and`: false as soon as one side is."""
    return _decided_by(False, left, right)


def either(left: Getter, right: Getter) -> Getter:
    """`or`: true as soon as one side is."""
    return _decided_by(True, left, right)


def _decided_by(truth: bool, left: Getter, right: Getter) -> Getter:
    """Two sides of which one alone may decide; the opposite takes both."""
    otherwise = not truth

    def value(case: Any) -> Any:
        one = left(case)
        if one is truth:
            return truth
        other = right(case)
        if other is truth:
            return truth
        return UNKNOWN if one is UNKNOWN or other is UNKNOWN else otherwise

    return value


def negated(operand: Getter) -> Getter:
    """`not`: unknown stays unknown."""

    def value(case: Any) -> Any:
        one = operand(case)
        return UNKNOWN if one is UNKNOWN else not one

    return value


NOT_CONSTANT: Final = object()


def strict_with(function: Callable[..., Any], operand: Getter, constant: Any) -> Getter:
    """A function of a value and a constant; unknown where the value is."""

    def value(case: Any) -> Any:
        one = operand(case)
        return UNKNOWN if one is UNKNOWN else function(one, constant)

    return value


def strict(function: Callable[..., Any], operands: Sequence[Getter]) -> Getter:
    """A function that is unknown where any operand is."""
    if len(operands) == 2:
        left, right = operands

        def pair(case: Any) -> Any:
            one = left(case)
            if one is UNKNOWN:
                return UNKNOWN
            other = right(case)
            return UNKNOWN if other is UNKNOWN else function(one, other)

        return pair
    if len(operands) == 1:
        (operand,) = operands

        def single(case: Any) -> Any:
            one = operand(case)
            return UNKNOWN if one is UNKNOWN else function(one)

        return single

    def value(case: Any) -> Any:
        values = [operand(case) for operand in operands]
        return UNKNOWN if any(item is UNKNOWN for item in values) else function(*values)

    return value


def exact(text: Any) -> Any:
    """The decimal that is printed."""
    from decimal import Decimal

    return Decimal(text)


DIGITS: Final = 40
"""of a number, before and behind its point; no figure of a report has as many"""
_LIMIT: Final = 10**DIGITS


def bounded(number: Any) -> Any:
    """A number, or unknown where it has more than `DIGITS` digits: a chain of squarings would double them in each step."""
    if type(number) is int:
        return number if -_LIMIT < number < _LIMIT else UNKNOWN
    return number if abs(number) < _LIMIT and number.as_tuple().exponent >= -2 * DIGITS else UNKNOWN


def add(left: Any, right: Any) -> Any:
    """A sum."""
    return bounded(left + right)


def total(*parts: Any) -> Any:
    """What several numbers add up to."""
    return sum(parts)


def total_of(items: Sequence[Any]) -> Any:
    """What the numbers of a list add up to; unknown where one is."""
    return UNKNOWN if UNKNOWN in items else sum(items)


def subtract(left: Any, right: Any) -> Any:
    """A difference."""
    return bounded(left - right)


def multiply(left: Any, right: Any) -> Any:
    """A product."""
    return bounded(left * right)


def divide(left: Any, right: Any) -> Any:
    """Exact division; by zero it is unknown."""
    from decimal import Decimal, InvalidOperation

    try:
        return bounded(Decimal(left) / Decimal(right))
    except (InvalidOperation, ZeroDivisionError):
        return UNKNOWN


def is_in(item: Any, items: Any) -> bool:
    """`in` a list or a text that is written out."""
    return item in items


def contained(item: Getter, items: Getter) -> Getter:
    """`in`: true if an equal item is there, unknown if an unknown one might be it."""

    def value(case: Any) -> Any:
        one, many = item(case), items(case)
        if one is UNKNOWN or many is UNKNOWN:
            return UNKNOWN
        if isinstance(many, str):
            return one in many
        unknown = False
        for other in many:
            if other is UNKNOWN:
                unknown = True
            elif other == one:
                return True
        return UNKNOWN if unknown else False

    return value
