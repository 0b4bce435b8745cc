"""Numbers as people write them, made from numbers: the other way round than the reader."""

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 0 to 10^12 - 1 in Chinese numerals, written in full: 一千零五, 三万零二十, 一亿零三百."""
    if number == 0:
        return DIGITS[0]
    parts: list[str] = []
    for size, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        count, number = divmod(number, size)
        if count:
            gap = parts and count < 1000
            parts.append(("零" if gap else "") + _thousands(count) + unit)
        elif parts and number and not parts[-1].endswith("零"):
            parts.append("零")
    return "".join(parts).replace("零零", "零")


def _thousands(number: int) -> str:
    text, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            text += ("零" if zero and text else "") + DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return text


def short_tens(text: str) -> str:
    """十五 for 一十五, as everybody writes it at the begin of a number."""
    return text[1:] if text.startswith("一十") else text


def wide(text: str) -> str:
    """Full-width digits and points."""
    return "".join(
        chr(ord(letter) + 0xFEE0) if letter.isdigit() or letter == "." else letter for letter in text
    )
