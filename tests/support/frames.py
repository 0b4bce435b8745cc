"""Whole reports in every shape, with room for a title, an introduction and an end."""

import random
from collections.abc import Iterator
from dataclasses import replace

from generate import FLATTENED, FURTHER, SHAPES, Made, random_report

TITLE = "青石县水利局2022年政府信息公开工作年度报告"
_TITLE, _INTRO, _END = "【标题】", "【引言】", "【文末】"


def printed_frames() -> Iterator[tuple[str, tuple[str, str]]]:
    """The name of each shape, a report in it with `{}` for its title and its end, and one with `{}` for its introduction."""
    for shape, printer in {**SHAPES, **FLATTENED, **FURTHER}.items():
        text = _without_portal(printer(_made(), random.Random(1))).replace("{", "{{").replace("}", "}}")
        titled = text.replace(_TITLE, "{0}").replace(_INTRO, "根据条例编制。").replace(_END, "{1}")
        around_intro = text.replace(_TITLE, TITLE).replace(_END, "无。").replace(_INTRO, "{}")
        yield shape, (titled, around_intro)


def _without_portal(text: str) -> str:
    """A text without what a portal set before it, the title among that."""
    return text[text.rindex("\n", 0, text.rindex(_TITLE)) + 1 :] if text.count(_TITLE) > 1 else text


def _made() -> Made:
    made = random_report(random.Random(5), 2021)
    *others, last = made.sections
    sections = (*others, last._replace(paragraphs=("无。", _END)))
    return replace(made, body="", year=2022, title=_TITLE, intro=_INTRO, signature=None, sections=sections)
