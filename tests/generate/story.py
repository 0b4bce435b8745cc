"""Telling a report: phrases chosen from the bank, put into the six sections in one of several layouts."""

import random
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from .bank import (
    APPLIED,
    ASPECTS,
    LITIGATION,
    MANAGED,
    MEASURES,
    OPENED,
    OTHERS,
    PLATFORM,
    PROBLEMS,
    SUPPORTED,
    Phrase,
)
from .bank.closing import FURTHER
from .bank.front import ALIASES, LEADS
from .bank.misfits import MISFITS
from .bank.pairs import rights, several
from .bank.slips import SLIPS
from .bank.supported import APPRAISED
from .bodies import GOVERNMENTS
from .facts import Fields, free, render
from .forms import SECTIONS
from .model import Section
from .numbers import chinese

_BANKS: Final = {
    "opened": OPENED,
    "applied": APPLIED,
    "managed": MANAGED,
    "platform": PLATFORM,
    "supported": SUPPORTED,
}
_LAYOUTS: Final = ("inline", "headed", "arabic", "counted", "plain")
_RIGHT: Final = rights((*SLIPS, *MISFITS))
_LISTS: Final = several((*SLIPS, *MISFITS))
_MOST: Final = 5
"""phrases of an aspect"""


class Spoken(NamedTuple):
    """A phrase as it stands in a report: with its fields, and printed."""

    phrase: Phrase
    fields: Fields
    text: str


class Teller:
    """Chooses and prints phrases of one report, and remembers them."""

    def __init__(self, rng: random.Random, fields: Fields, style: str, kind: str, template: int) -> None:
        self.rng, self.fields, self.style, self.kind, self.template = rng, fields, style, kind, template
        self.spoken: list[Spoken] = []

    def say(self, phrase: Phrase) -> str:
        """A phrase in, its sentence out."""
        fields = {**free(self.rng), **self.fields}
        text = render(phrase.text, fields, self.style)
        self.spoken.append(Spoken(phrase, fields, text))
        return text

    def choose(self, bank: Iterable[Phrase], most: int, *, without: str = "") -> list[str]:
        """A bank and an upper bound in, sentences of different topics, in the order of the bank, out."""
        said = {spoken.phrase.topic for spoken in self.spoken}
        by_topic: dict[str, list[Phrase]] = {}
        for phrase in bank:
            fits = phrase.fits(self.fields, self.kind, self.template) and phrase.topic not in said
            if fits and not (without and without in phrase.text):
                by_topic.setdefault(phrase.topic, []).append(phrase)
        chosen = set(self.rng.sample(list(by_topic), min(most, len(by_topic))))
        return [self.say(self.rng.choice(by_topic[topic])) for topic in by_topic if topic in chosen]

    def plain(self, texts: Sequence[str]) -> str:
        """Texts in, one of them, printed, out."""
        return render(self.rng.choice(texts), {**free(self.rng), **self.fields}, "plain")


def sections(teller: Teller) -> tuple[Section, ...]:
    """A teller in, the six sections with their prose out."""
    prose = {
        "overall": _overall(teller),
        "litigation": _litigation(teller),
        "problems": _problems(teller),
        "others": _others(teller),
    }
    return tuple(
        Section(key, _heading(teller.rng, key, heading), tuple(prose.get(key, ())))
        for key, heading in SECTIONS
    )


def _heading(rng: random.Random, key: str, official: str) -> str:
    """The key and the official heading of a section in, that or an accepted one out."""
    return rng.choice(ALIASES[key]) if key in ALIASES and rng.random() < 0.2 else official


def _overall(teller: Teller) -> list[str]:
    """The paragraphs of section one."""
    layout = teller.rng.choice(_LAYOUTS)
    without = "一是" if layout == "counted" else ""
    lead = teller.plain(LEADS)
    told = [(key, _aspect(teller, key, without)) for key in ASPECTS]
    parts = [_headed(teller.rng, layout, n, *part) for n, part in enumerate(told, 1)]
    pieces = [piece for part in parts for piece in part]
    body = ["".join(pieces)] if layout == "counted" else pieces
    return [lead, *body] if lead else body


def _aspect(teller: Teller, key: str, without: str) -> list[str]:
    """The key of an aspect in, its sentences (none with `without`) out."""
    said = teller.choose(_BANKS[key], teller.rng.randint(2, _MOST), without=without)
    said += teller.choose(_RIGHT, teller.rng.choice((0, 1, 1, 2)), without=without)
    if key == "supported":
        governs = teller.kind in GOVERNMENTS
        said += [teller.rng.choice(APPRAISED)] if governs or teller.rng.random() < 0.5 else []
    if key == "applied" and teller.rng.random() < 0.3:
        said += teller.choose(LITIGATION, 1)
    return said


def _headed(rng: random.Random, layout: str, n: int, key: str, sentences: list[str]) -> list[str]:
    """A layout, the number, key and sentences of an aspect in, its paragraphs out."""
    name, text = rng.choice(ASPECTS[key]), "".join(sentences)
    if layout == "inline":
        return [f"（{chinese(n)}）{name}。{text}"]
    if layout == "headed":
        cut = rng.randint(1, len(sentences))
        return [
            f"（{chinese(n)}）{name}",
            "".join(sentences[:cut]),
            *filter(None, ["".join(sentences[cut:])]),
        ]
    if layout == "arabic":
        return [f"{n}.{ASPECTS[key][0]}。{text}"]
    if layout == "counted":
        return [f"{chinese(n)}是做好{ASPECTS[key][0]}。{text}"]
    return [f"{ASPECTS[key][0]}方面，{text}"]


def _litigation(teller: Teller) -> list[str]:
    """The paragraphs of section four, which has none in most reports."""
    return teller.choose(LITIGATION, 1) if teller.rng.random() < 0.4 else []


def _problems(teller: Teller) -> list[str]:
    """The paragraphs of section five: problems, measures, now and then what became of last year's, or a list."""
    texts = [teller.plain(PROBLEMS), teller.plain(MEASURES)]
    texts += teller.choose(FURTHER, 1) if teller.rng.random() < 0.3 else []
    return texts + (teller.plain(_LISTS).split("\n") if teller.rng.random() < 0.3 else [])


def _others(teller: Teller) -> list[str]:
    """The paragraphs of section six: fees, and now and then another matter."""
    fees, more = OTHERS
    texts = teller.choose(fees, 1)
    nothing = texts[0].startswith(("无", "没有"))
    return texts + (teller.choose(more, 1) if not nothing and teller.rng.random() < 0.3 else [])
