"""What a report says that it consists of (本报告由…组成), and which sections of the form that names."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gdlint.lexicon import sentences
from gdlint.lexicon.phrases import pattern_of
from gdlint.matching import patterns
from gdlint.matching.passages import Passage
from gdlint.model.finding import Spot
from gdlint.model.form import Forms, SectionForm
from gdlint.model.logic import UNKNOWN
from gdlint.model.regex import lazy
from gdlint.scopes.case_types import Case, Name
from gdlint.scopes.context import Context

LIST = "{outline_lead}(?P<outline>[^。]+?)(?:部分|组成|构成)"
"""what finds the list of parts"""
_PLACES = ("front", "overall")
_BETWEEN = "、，；"
_FEWEST = 3
"""parts of which a list is made; and sections that it names, if it is to be one of them"""
_BESIDE = lazy("正文|附表|附件")
"""parts of a list that tells the text from its annexes"""
_CLOSED = lazy(r"等[^。、，]{0,4}[一二三四五六七八九十0-9]+\s*个?(?:部分|方面)")
"""等 behind a whole list"""


class Outline(NamedTuple):
    """A list of parts, where it stands, and the keys of the sections that it names; None where it leaves open which there are."""

    text: str
    spot: Spot
    named: frozenset[str] | None


def outline_of(context: Context) -> Outline | None:
    """The first list of parts in the introduction or in section one."""
    facts = context.facts
    if "outline" not in facts:
        facts["outline"] = next(_outlines(context), None)
    found: Outline | None = facts["outline"]
    return found


def patterns_of(forms: Forms) -> list[str]:
    """The patterns that outlines are read by."""
    return [LIST, *(pattern_of([phrase]) for section in forms.sections for phrase in section.outline)]


def _outlines(context: Context) -> Iterator[Outline]:
    for passage in context.passages(_PLACES):
        for match in patterns.matches(LIST, passage.text):
            first, last = match.span("outline") or (match.start, match.end)
            if sum(map(passage.text[first:last].count, _BETWEEN)) >= _FEWEST - 1:
                yield _outline(passage, first, last, context.report.forms)


def _outline(passage: Passage, first: int, last: int, forms: Forms) -> Outline:
    text = passage.text[first:last]
    sentence = passage.text[slice(*sentences.around(passage.text, first, last))]
    named = frozenset(section.key for section in forms.sections if _names(text, section))
    is_open = "等" in text and not _CLOSED.search(sentence)
    whole = len(named) >= _FEWEST and not is_open and not _BESIDE.search(sentence)
    return Outline(text, passage.spot(first, last), named if whole else None)


def _names(text: str, section: SectionForm) -> bool:
    return section.title in text or any(
        patterns.found(pattern_of([phrase]), text) for phrase in section.outline
    )


def outlined(case: Case) -> Any:
    """The outline names the section of a case."""
    found = outline_of(case.context)
    return UNKNOWN if found is None or found.named is None else case.item[0].key in found.named


def _text(case: Case) -> Any:
    found = outline_of(case.context)
    return found.text if found else UNKNOWN


OUTLINE_FACTS: Mapping[str, Name] = {
    "outline": Name("text", _text, "what the text lists as the parts of the report: 本报告由…组成"),
}
