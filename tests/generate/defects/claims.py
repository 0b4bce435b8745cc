"""Figures in prose that contradict the tables or each other (GD5)."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..bank import APPLIED, LITIGATION, NO_CASE, NO_REQUEST, OPENED, Phrase
from ..facts import Fields, free, render
from ..model import Made
from ..story import Spoken
from ..whole import Whole
from .kinds import Defect, Spoil, Spoilt, codes
from .wording import add

_BANK: Final = (*APPLIED, *LITIGATION, *OPENED)
_DEPENDENT: Final = codes("GD520 GD521 GD522 GD523")
"""sums inside the sentence, and the same figure elsewhere"""


_AREA: Final = re.compile("[全我][省市县区州盟旗]|(?:政府)?办公室|各级")
"""words for more or less than the body: its rules hold no figure beside them against the tables"""


def _of_the_body(made: Made, text: str) -> bool:
    """Whether a sentence as it stands speaks of the body itself: neither it nor the one before names an area."""
    every = "\n".join(p for section in made.sections for p in section.paragraphs)
    before, here, _ = every.partition(text)
    *_, last = re.split("[。！？\n]", before.rstrip("。！？\n"))
    return bool(here) and not _AREA.search(last) and not _AREA.search(text)


def _claiming(code: str) -> Iterator[tuple[Phrase, str]]:
    """A code in, every phrase and field out that must be right for that rule."""
    for phrase in _BANK:
        yield from ((phrase, field) for field, claimed in phrase.claims.items() if claimed == code)


def _wrong(code: str) -> Spoil:
    """A figure that the prose repeats is another one."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        fitting = [
            (phrase, field)
            for phrase, field in _claiming(code)
            if phrase.fits(whole.fields, whole.kind, whole.made.template)
        ]
        if not fitting:
            return None
        phrase, field = rng.choice(fitting)
        fields = {**free(rng), **whole.fields}
        text = render(phrase.text, {**fields, field: _another(fields, field, rng)}, whole.style)
        made = said_instead(whole, phrase, text, rng)
        if not _of_the_body(made, text):
            return None
        return Spoilt(made, text, f"{field} of {fields[field]}: {text}", follows=_DEPENDENT)

    return spoil


def _another(fields: Fields, field: str, rng: random.Random) -> int | str:
    """A field in, a value out that no figure of the tables has; of what is done, a smaller one where there is one."""
    right = fields[field]
    if isinstance(right, str):
        # Less than 50 元 beside 0 万元 is no mistake: it is 0.00 万元.
        step = rng.choice((7.25, 11.5)) * (1000 if field == "yuan" else 1)
        return f"{1.3 * float(right) + step:.2f}".rstrip("0").rstrip(".")
    taken = {value for value in fields.values() if isinstance(value, int)}
    # What was done of this year's own may be told without what was carried in.
    taken.add(int(fields["total"]) - int(fields["carried_in"]))
    others = [right + step for step in (2, 3, 5, 7, 11, 13, 17, 29, 41)]
    if field == "total":
        others = [right - step for step in (1, 2, 3, 5, 7, 11) if right > step] + others
    return next(value for value in (*others, right + 101, right + 1009) if value not in taken)


def said_instead(whole: Whole, phrase: Phrase, text: str, rng: random.Random) -> Made:
    """A phrase and a sentence in, the report with the sentence in place of its phrase of that topic out."""
    for spoken in whole.spoken:
        if spoken.phrase.topic == phrase.topic:
            return replaced(whole.made, spoken, text)
    return add(whole.made, "overall", text, rng)


def replaced(made: Made, spoken: Spoken, text: str) -> Made:
    """A phrase as it stands and another sentence in, the report with that instead out."""
    sections = tuple(
        section._replace(paragraphs=tuple(p.replace(spoken.text, text, 1) for p in section.paragraphs))
        for section in made.sections
    )
    return replace(made, sections=sections)


def _denied(phrases: tuple[Phrase, ...], need: str) -> Spoil:
    """The prose says that there was nothing, and there was."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        told = [phrase for phrase in phrases if not phrase.text.count("{" + need)]
        if not whole.fields[need]:
            return None
        phrase = rng.choice(told)
        text = render(phrase.text, {**free(rng), **whole.fields}, whole.style)
        made = said_instead(whole, phrase, text, rng)
        if not _of_the_body(made, text):
            return None
        return Spoilt(made, text, text, follows=_DEPENDENT | codes("GD501"))

    return spoil


def _claimed(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The prose says that something was received, and the table has nothing."""
    if whole.fields["new"] or whole.fields["carried_in"]:
        return None
    text = f"全年收到政府信息公开申请{rng.randint(2, 40)}件。"
    made = said_instead(whole, NO_REQUEST[0], text, rng)
    if not _of_the_body(made, text):
        return None
    return Spoilt(made, text, text, follows=codes("GD501 GD502 GD522"), instead=codes("GD501"))


def _all_answered(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The prose says that all is done, and something is carried out."""
    if not whole.fields["carried_out"]:
        return None
    phrase = next(phrase for phrase in APPLIED if phrase.topic == "answered")
    made = said_instead(whole, phrase, phrase.text, rng)
    return Spoilt(made, phrase.text, phrase.text) if _of_the_body(made, phrase.text) else None


_CODES: Final = sorted({code for phrase in _BANK for code in phrase.claims.values()})

CLAIMS: Final = (
    *(Defect(f"figure in prose for {code}", code, _wrong(code)) for code in _CODES),
    Defect("none received, but some", "GD502", _denied(NO_REQUEST, "new")),
    Defect("some received, but none", "GD502", _claimed),
    Defect("no case, but some", "GD508", _denied(NO_CASE, "cases")),
    Defect("all answered, but some", "GD512", _all_answered),
)
