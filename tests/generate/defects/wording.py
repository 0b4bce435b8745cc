"""Mistakes in words and statements, from the pairs of the bank."""

import random
from dataclasses import replace
from typing import Final

from ..bank.misfits import MISFITS
from ..bank.pairs import FRONT, Pair
from ..bank.slips import SLIPS
from ..facts import free, render
from ..model import Made, Section
from ..whole import Whole
from .kinds import Defect, Spoilt


def with_paragraphs(made: Made, key: str, paragraphs: tuple[str, ...]) -> Made:
    """A report, the key of a section and its new paragraphs in, the changed report out."""
    sections = tuple(s._replace(paragraphs=paragraphs) if s.key == key else s for s in made.sections)
    return replace(made, sections=sections)


def section(made: Made, key: str) -> Section:
    """A report and the key of a section in, the section out."""
    return next(section for section in made.sections if section.key == key)


def add(made: Made, key: str, text: str, rng: random.Random) -> Made:
    """A report and a text in, the report with the text in a section out: a sentence ends a paragraph that is there, one
    of several lines makes paragraphs of its own at the end."""
    paragraphs = section(made, key).paragraphs
    places = [n for n, paragraph in enumerate(paragraphs) if paragraph.endswith(("。", "……"))]
    if "\n" in text or not places:
        return with_paragraphs(made, key, (*paragraphs, *filter(None, text.split("\n"))))
    at = rng.choice(places)
    return with_paragraphs(made, key, (*paragraphs[:at], paragraphs[at] + text, *paragraphs[at + 1 :]))


def put(whole: Whole, pair: Pair, rng: random.Random) -> Spoilt | None:
    """A report and a pair in, the report with its wrong side out."""
    made = whole.made
    if not all(whole.fields[need] for need in pair.needs):
        return None
    fields = {**free(rng), **whole.fields}
    text = render(pair.wrong, fields, "plain")
    mark = render(pair.mark, fields, "plain") or text
    if pair.where == FRONT:
        spoilt = replace(made, intro=text if pair.instead else (made.intro or "") + text)
    elif pair.instead:
        spoilt = with_paragraphs(made, pair.where, tuple(text.split("\n")))
    else:
        spoilt = add(made, pair.where, text, rng)
    return Spoilt(spoilt, mark, text, instead=pair.among)


def _defect(pair: Pair) -> Defect:
    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        return put(whole, pair, rng)

    return Defect(pair.name, pair.code, spoil, pair.follows, pair.template, pair.kinds)


WORDING: Final = tuple(map(_defect, (*SLIPS, *MISFITS)))
