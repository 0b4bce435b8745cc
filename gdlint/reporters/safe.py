"""Text from reports, packs, settings and names of files made fit to be shown: personal numbers masked, and nothing that a
terminal, a CI system or a spreadsheet would obey. One function for each kind of output.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any

from gdlint.model.regex import lazy

_LONG = lazy(r"\d{4}[ -]?\d{4}")
"""what all of these hold; texts that do not are the most"""
_NUMBER = lazy(r"(?<!\d)\d{14,17}[\dXx]{2}(?![\dXx])")
_OLD_IDENTITY = lazy(r"(?<!\d)\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dXx])")
"""15 digits with a month and a day where such a number has them"""
_IN_FOURS = lazy(r"(?<!\d)[3-6]\d{3}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)")
_CONTROL = dict.fromkeys(
    chain(
        range(0x09),
        range(0x0B, 0x20),
        range(0x7F, 0xA0),
        (0x61C, 0x200E, 0x200F),
        range(0x2028, 0x202F),
        range(0x2066, 0x206A),
        range(0xD800, 0xE000),
        range(0xFFF9, 0xFFFC),
        range(0xE0000, 0xE0080),
    ),
    "�",
) | {0x0A: " "}
"""controls of terminals (C0, DEL, C1), marks of direction, other ends of lines, halves of letters, letters that are not seen"""
_NOT_IN_XML = {0xFFFE: "�", 0xFFFF: "�"}
_IN_MARKDOWN = {letter: f"\\{letter}" for letter in "\\`*_[]#|!~$"} | {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "@": "&#64;",
}
_BREAK = lazy(r"[ \t\u3000]*\n[ \t\u3000]*")
_COMMAND = lazy(r"^(\s*):(?=:)|#(?=#\w*\[)")
_FORMULA = lazy(r"[=+\-@\t\r＝＋－＠]")
_PLAIN = lazy(r"[-+]?\d[\d,]*(?:\.\d+)?%?|[-+]+", re.ASCII)


def masked(text: str) -> str:
    """Identity and card numbers (16 to 19 digits, in groups of four or not, and old identity numbers of 15) keep their
    first three and last two characters."""
    if _LONG.search(text):
        for shape in (_NUMBER, _OLD_IDENTITY, _IN_FOURS):
            text = shape.sub(_starred, text)
    return text


def masked_lines(text: str) -> str:
    """The same for a paragraph, in which a number may go on in the next line. The text keeps its length."""
    whole = masked(text)
    if "\n" not in text:
        return whole
    breaks = [at for found in _BREAK.finditer(text) for at in range(*found.span())]
    gone = set(breaks)
    kept = [at for at in range(len(text)) if at not in gone]
    letters = list(whole)
    for at, letter in zip(kept, masked("".join(text[at] for at in kept)), strict=True):
        if letter == "*":
            letters[at] = letter
    return "".join(letters)


def _starred(found: re.Match[str]) -> str:
    """The same number of characters: blanks stay, digits but the outer ones become stars."""
    number = found[0]
    return number[:3] + re.sub(r"[\dXx]", "*", number[3:-2]) + number[-2:]


def harmless(text: str) -> str:
    """One line of text for a terminal or a log, each character that either would obey replaced by one that it shows.

    GitHub takes a line that begins with `::` for a command, and it, Azure and TeamCity one that holds `##[`, `##vso[` or the
    like.
    """
    if not text.isprintable():
        text = text.translate(_CONTROL)
    return _COMMAND.sub(r"\1�", text) if "::" in text or "##" in text else text


def shown(text: str) -> str:
    """The same for what may hold personal numbers, which are masked."""
    return harmless(masked(text))


def harmless_lines(lines: Iterable[str]) -> str:
    """Lines for a terminal or a log, with an end behind each."""
    return "".join(f"{harmless(line)}\n" for line in lines)


def json_text(data: Any, indent: int | None = None) -> str:
    """JSON that a terminal or a log may show: its texts are those of the data, but what either would obey is escaped."""
    # Imported late: every command comes by here for its messages, and most write no JSON.
    import json

    return escaped(json.dumps(data, ensure_ascii=False, indent=indent))


@cache
def _escapes() -> dict[int, str]:
    """What a terminal or a CI system would obey, as JSON escapes it."""
    halves = {
        code: "".join(f"\\u{half:04x}" for half in (0xDB40, 0xDC00 + code - 0xE0000))
        for code in _CONTROL
        if code > 0xFFFF
    }
    return {code: f"\\u{code:04x}" for code in _CONTROL if 0x7F <= code < 0x10000} | halves


def escaped(text: str) -> str:
    """The text of JSON with what a terminal or a CI system would obey escaped, which is all in texts."""
    if not text.isprintable():
        text = text.translate(_escapes())
    return text.replace("##", "#\\u0023") if "##" in text else text


def csv_cell(value: Any) -> Any:
    """A value for a cell of a spreadsheet: a text that it would work out is put behind an apostrophe.

    Numbers stay, printed or not, with their signs: they are what the table is for. So do signs alone, with which reports fill
    cells that hold nothing.
    """
    if not isinstance(value, str):
        return value
    text = harmless(value)
    return f"'{text}" if _FORMULA.match(value) and not _PLAIN.fullmatch(value) else text


def markdown_cell(text: str) -> str:
    """A text for a cell of a table in Markdown."""
    return harmless(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def html_text(text: str) -> str:
    """A text for an element or an attribute of HTML or XML: masked, and neither tags nor what such a file may not hold."""
    from html import escape

    return escape(shown(text).translate(_NOT_IN_XML))


def markdown_text(text: str) -> str:
    """A text for Markdown that is shown as it is: no table, no link, no picture, no HTML, and nobody called by name."""
    return "".join(_IN_MARKDOWN.get(letter, letter) for letter in shown(text))
