"""`Whole`: a consistent report whose prose is as rich as that of real ones, and what its prose says."""

import random
from datetime import date, timedelta
from typing import NamedTuple

from . import story
from .bank import front
from .bodies import KINDS, OF_KIND, SMALL, Body
from .facts import fields_of, free, render
from .figures import random_tables
from .forms import TEMPLATES
from .model import Made
from .numbers import random_style
from .story import Spoken

_YEARS = {2019: (2019, 2020), 2021: (2021, 2022, 2023, 2024, 2025)}


class Whole(NamedTuple):
    """A report, the body it is of, the fields its prose may name, its style of numbers, and the phrases it uses."""

    made: Made
    body: Body
    fields: dict[str, int | str]
    style: str
    spoken: tuple[Spoken, ...]

    @property
    def kind(self) -> str:
        """The kind of body."""
        return self.body.kind


def whole_report(
    rng: random.Random, template: int | None = None, kind: str | None = None, *, year: int | None = None
) -> Whole:
    """A generator (and a template, a kind of body and a year, or random ones) in, a consistent report out."""
    template = template or rng.choice(TEMPLATES)
    body = rng.choice(OF_KIND[kind or rng.choice(KINDS)])
    year = year or rng.choice(_YEARS[template])
    tables = random_tables(rng, template, body.kind)
    fields = fields_of(body, year, template, tables)
    style = random_style(rng)
    teller = story.Teller(rng, fields, style, body.kind, template)
    sections = story.sections(teller)
    made = Made(
        body=body.name,
        body_kind=body.kind,
        year=year,
        template=template,
        title=rng.choice(front.TITLES).format_map(fields),
        period=(date(year, 1, 1), date(year, 12, 31)),
        intro=_intro(rng, fields, template),
        signature=None if rng.random() < 0.25 else (body.name, _day(rng, year, body.kind)),
        sections=sections,
        tables=tables,
    )
    return Whole(made, body, fields, style, tuple(teller.spoken))


def _intro(rng: random.Random, fields: dict[str, int | str], template: int) -> str | None:
    """The fields and the template in, the introduction (None: there is none) out."""
    bases = front.BASIS[None] + front.BASIS[template]
    parts = (rng.choice(choices) for choices in (bases, front.OUTLINE, front.PERIOD, front.CONTACT))
    return render("".join(parts), {**free(rng), **fields}, "plain") or None


def _day(rng: random.Random, year: int, kind: str) -> date:
    """The reporting year and the kind of body in, a day of publication that is not late out."""
    first, last = date(year + 1, 1, 4), date(year + 1, *((1, 31) if kind in SMALL else (3, 31)))
    return first + timedelta(days=rng.randint(0, (last - first).days))
