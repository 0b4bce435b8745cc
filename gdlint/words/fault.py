"""What is wrong with what somebody wrote, worded in every language of the output."""

from collections.abc import Mapping

Words = Mapping[str, str]
"""a text by language"""

LONGEST = 400
"""characters of a field that are said"""
NEAR: Words = {"zh": "，是否指 {near}？", "en": ", did you mean {near}?"}


class FaultError(ValueError):
    """A fault in what somebody wrote, told in zh and en; as a text it is English."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words["en"])

    def told(self, language: str) -> str:
        """The fault in a language, in one line."""
        return self.words[language]


def fault(key: str, fields: Mapping[str, object]) -> Words:
    """The words for a fault of rule files by its key (see `gdlint.words.faults`)."""
    from gdlint.words.faults import FAULTS

    return worded(FAULTS[key], fields)


def worded(template: Words, fields: Mapping[str, object]) -> Words:
    """A template with its fields filled in; fields that are words are taken in the same language. The field `near` is
    the nearest valid word, and is said behind all."""
    return {language: _filled(text, fields, language) for language, text in template.items()}


def placed(place: object, words: Words) -> Words:
    """Words with a place before them."""
    return {language: f"{place}: {text}" for language, text in words.items()}


def _filled(text: str, fields: Mapping[str, object], language: str) -> str:
    whole = text + (NEAR[language] if fields.get("near") else "")
    return whole.format(**{name: _field(value, language) for name, value in fields.items()})


def _field(value: object, language: str) -> object:
    """What is filled in: what somebody wrote may be a megabyte long."""
    if isinstance(value, int):
        return value
    text = str(value[language] if isinstance(value, Mapping) else value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
