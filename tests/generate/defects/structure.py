"""Mistakes in sections, headings and titles (GD1)."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from ..model import Made, Section
from ..whole import Whole
from .kinds import Defect, Spoil, Spoilt, codes
from .wording import section

_Sections = tuple[Section, ...]


def _with(made: Made, sections: _Sections, mark: str = "", what: str = "", *, follows: str = "") -> Spoilt:
    return Spoilt(replace(made, sections=sections), mark, what, follows=codes(follows))


def _without(whole: Whole, rng: random.Random) -> Spoilt | None:
    """One of the sections is not there at all."""
    made = whole.made
    if made.signature is None:
        return None
    gone = rng.choice(made.sections)
    mine = {"overall": "GD112 GD113", "problems": "GD115 GD116", "others": "GD803 GD109"}.get(
        gone.key, "GD301"
    )
    kept = tuple(section for section in made.sections if section is not gone)
    return _with(made, kept, what=f"without {gone.key}", follows=f"GD105 GD114 {mine}")


def _swapped(renumber: bool) -> Spoil:
    """Two neighbours change places, with their numbers or without."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        made = whole.made
        at = rng.randrange(len(made.sections) - 1)
        first, second = made.sections[at : at + 2]
        if renumber:
            first, second = (
                one._replace(heading=other.heading[0] + one.heading[1:])
                for one, other in ((first, second), (second, first))
            )
        sections = (*made.sections[:at], second, first, *made.sections[at + 2 :])
        return _with(made, sections, what=f"{second.key} before {first.key}", follows="GD105 GD114")

    return spoil


def _headed(key: str, heading: str, follows: str = "") -> Spoil:
    """A section has another heading."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        sections = tuple(s._replace(heading=heading) if s.key == key else s for s in whole.made.sections)
        return _with(whole.made, sections, heading, heading, follows=follows)

    return spoil


def _doubled(whole: Whole, rng: random.Random) -> Spoilt | None:
    """A heading is printed twice."""
    key = rng.choice(("overall", "problems", "others"))
    again = section(whole.made, key)
    sections = tuple(
        each
        for s in whole.made.sections
        for each in ((s._replace(paragraphs=()), s) if s.key == key else (s,))
    )
    return _with(whole.made, sections, again.heading, again.heading)


def _further(heading: str, text: str) -> Spoil:
    """There is a seventh section."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        further = Section("further", heading, (text,))
        return _with(whole.made, (*whole.made.sections, further), heading, heading, follows="GD114")

    return spoil


def _empty(key: str, follows: str = "") -> Spoil:
    """A section has no text."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        sections = tuple(s._replace(paragraphs=()) if s.key == key else s for s in whole.made.sections)
        return _with(
            whole.made, sections, section(whole.made, key).heading[2:], f"{key} empty", follows=follows
        )

    return spoil


def _titled(
    write: Callable[[Whole], str], follows: str = "", *, need: Callable[[Whole], bool] | None = None
) -> Spoil:
    """The report has another title."""

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        title = write(whole)
        if need and not need(whole):
            return None
        return Spoilt(replace(whole.made, title=title), title, title, follows=codes(follows))

    return spoil


def _dated(whole: Whole) -> bool:
    """A report in, whether its year stands in more places than the title out."""
    return whole.made.signature is not None and f"{whole.made.year}年12月31日" in (whole.made.intro or "")


def _gap(whole: Whole, rng: random.Random) -> Spoilt | None:
    """A numbered aspect of section one is lost with its number."""
    paragraphs = section(whole.made, "overall").paragraphs
    numbered = [n for n, text in enumerate(paragraphs) if text.startswith("（三）政府信息管理")]
    if not numbered or not all(any(text.startswith(f"（{n}）") for text in paragraphs) for n in "一二四五"):
        return None
    wrong = tuple("（四" + text[2:] if n in numbered else text for n, text in enumerate(paragraphs))
    sections = tuple(s._replace(paragraphs=wrong) if s.key == "overall" else s for s in whole.made.sections)
    return _with(whole.made, sections, "", "（四） twice")


_HEADINGS: Final = (
    ("section one named freely", "GD103", "overall", "一、工作基本情况", "GD114"),
    ("section one an outline", "GD103", "overall", "一、总体概述", "GD114 GD208"),
    ("word doubled in a heading", "GD103", "disclosure", "二、主动公开政府政府情况", "GD114 GD707"),
    ("section five with measures", "GD103", "problems", "五、存在的主要问题及改进措施", "GD114"),
    ("section three of openness", "GD104", "applications", "三、收到和处理政务公开申请情况", "GD114"),
    ("section four of openness", "GD104", "litigation", "四、政务公开行政复议、行政诉讼情况", "GD114"),
    ("section one in digits", "GD105", "overall", "1、总体情况", ""),
    ("wrong number", "GD105", "problems", "四、存在的主要问题及改进情况", ""),
)

STRUCTURE: Final = (
    Defect("section missing", "GD101", _without),
    Defect("sections swapped", "GD102", _swapped(False)),
    Defect("sections swapped and renumbered", "GD102", _swapped(True)),
    *(Defect(name, code, _headed(key, heading, follows)) for name, code, key, heading, follows in _HEADINGS),
    Defect("heading twice", "GD106", _doubled),
    Defect("seventh section", "GD107", _further("七、下一年度工作思路", "进一步拓宽公开渠道，提高公开质量。")),
    Defect("section one empty", "GD108", _empty("overall", "GD112 GD113")),
    Defect("section five empty", "GD108", _empty("problems", "GD115 GD116")),
    Defect("section six empty", "GD109", _empty("others", "GD803")),
    Defect("title without 年度", "GD110", _titled(lambda whole: f"{whole.body.name}{whole.made.year}年政府信息公开工作报告")),
    Defect("title as a report on", "GD110", _titled(lambda whole: f"{whole.body.name}关于{whole.made.year}年度政府信息公开情况的报告")),
    Defect("title of another work", "GD110", _titled(lambda whole: f"{whole.body.name}{whole.made.year}年政务公开工作年度报告")),
    Defect("title without a year", "GD111", _titled(lambda whole: f"{whole.body.name}政府信息公开工作年度报告", "GD110", need=_dated)),
    Defect("title with two years", "GD111", _titled(
        lambda whole: f"{whole.body.name}{whole.made.year - 1}年{whole.made.year}年政府信息公开工作年度报告", "GD110", need=_dated)),
    Defect("number of an aspect twice", "GD712", _gap),
)  # fmt: skip
