"""Numbers with check digits: what no expression can work out."""

from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def is_id_number(text: str) -> bool:
    """A personal identity number: 18 characters with a possible date and the right check digit (GB 11643), or 15 with a
    possible date."""
    if len(text) == 15 and text.isascii() and text.isdigit():
        return _is_day(f"19{text[6:12]}")
    if len(text) != 18 or not text.isascii() or not text[:17].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
    return _is_day(text[6:14]) and _CHECKS[total % 11] == text[17].upper()


def _is_day(text: str) -> bool:
    try:
        return 1900 <= date(int(text[:4]), int(text[4:6]), int(text[6:])).year <= 2100
    except ValueError:
        return False


def is_card_number(text: str) -> bool:
    """A card number: 16 to 19 digits with the right check digit (Luhn, GB/T 15694)."""
    if not (16 <= len(text) <= 19 and text.isascii() and text.isdigit()):
        return False
    digits = [int(letter) for letter in reversed(text)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
