"""Marks of notes that stand raised behind what they annotate: they are no part of it, as references to real notes are none."""

import re

_MARK = re.compile(
    r"\s*[\[［【〔(（]?\s*(?:注?\s*\d{1,2}|注|[\u2460-\u2473\u3251-\u325f\u2776-\u277f]|[*＊※†‡]{1,3})\s*[\]］】〕)）]?\s*"
)
_LONGEST = 12


def is_note_mark(raised: str, before: str) -> bool:
    """Whether raised letters are the mark of a note, from these and the text before them in their line. What stands raised at the
    beginning is text, and behind a letter of a unit it is its power (m²)."""
    last = before[-_LONGEST:].rstrip()[-1:]
    is_unit = last.isascii() and last.isalpha()
    return bool(last) and not is_unit and len(raised) <= _LONGEST and _MARK.fullmatch(raised) is not None
