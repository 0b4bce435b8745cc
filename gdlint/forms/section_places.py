"""The place of each section in a form: other forms may have sections between those that it has."""

from collections.abc import Mapping
from functools import lru_cache

from gdlint.lexicon.numerals import HAN, ordinal
from gdlint.model.form import Forms, SectionForm, Template


@lru_cache(maxsize=64)
def own_places(forms: Forms, template: Template | None) -> Mapping[str, int]:
    """The place (from 1) of each section that a form has, by its key."""
    return {section.key: place for place, section in enumerate(forms.sections_of(template), 1)}


@lru_cache(maxsize=64)
def places(forms: Forms, template: Template | None) -> Mapping[str, int]:
    """The same for all sections: those that the form does not have at the place that they have in the oldest that does."""
    own = own_places(forms, template)
    return {section.key: own.get(section.key) or ordinal(section.number) or 0 for section in forms.sections}


def official_heading(section: SectionForm, forms: Forms, template: Template | None) -> str:
    """The heading of a section as a form has it: 四、政府信息公开行政复议、行政诉讼情况."""
    place = places(forms, template)[section.key]
    number = HAN[place - 1] if 0 < place <= len(HAN) else section.number
    return f"{number}、{section.title}"
