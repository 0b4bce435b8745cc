"""What stands before a stretch of text and says of what and of which year it speaks."""

from typing import Any

from gdlint.claims.setting import Speaker
from gdlint.lexicon import sentences
from gdlint.lexicon.numerals import ordinal
from gdlint.matching import patterns
from gdlint.model.logic import UNKNOWN
from gdlint.model.regex import lazy
from gdlint.model.wording import WIDE
from gdlint.scopes.case_types import TextCase

_QUOTED = lazy(r"《[^》]*》?")
_AREA, _OTHER_SCOPE = "{area}", "{other_scope}"
_THIS_YEAR = "今年本年"
_YEAR = lazy(
    r"(?P<since>[0-9]{4}\s*年?\s*[-—–~～至到]\s*)?(?P<number>[0-9０-９〇零○一二三四五六七八九]{4})\s*年"
    r"|(?P<word>今年|本年|去年|前年|往年|上一?年)(?!度?(?:的)?(?:结转|转结|结余|遗留|延续))"
)


def lead(case: TextCase) -> str:
    """The text before a stretch, from the begin of the sentence before its own; a semicolon ends no sentence here."""
    text = case.passage.text
    first = _begin(text, case.start)
    return text[_begin(text, first - 1) if first else 0 : case.start]


def own(case: TextCase) -> Any:
    """A stretch speaks of the body itself in its year: its sentence names no other scope, neither it nor the sentence before
    names a region or system (全县), and the year last named before it is the reporting year."""
    whole = _whole(case)
    said, before = case.sentence_text.replace(whole, ""), lead(case).replace(whole, "")
    other = patterns.found(_OTHER_SCOPE, said) or patterns.found(_AREA, before)
    return False if other else _own_year(case)


def _whole(case: TextCase) -> str:
    """全县 is what the report of a county speaks of."""
    level = Speaker.of(case.context.report.facts).level
    return f"全{level}" if level else " "


def _own_year(case: TextCase) -> Any:
    year = case.context.report.facts.year
    if year is None:
        return UNKNOWN
    text = case.passage.text
    before = _QUOTED.sub("", text[_begin(text, case.start) : case.start])
    every = list(_YEAR.finditer(before))
    if not every:
        return True
    named = every[-1]
    if named["since"]:
        return False
    word = named["word"]
    return word in _THIS_YEAR if word else ordinal(named["number"].translate(WIDE)) == year


def _begin(text: str, place: int) -> int:
    return sentences.begin(text, place, sentences.FULL_STOPS)
