"""The words by which one quantity is told again, from `again` in `rules/claims.yaml`."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from gdlint.claims.spelling import alternatives, any_of
from gdlint.model.regex import lazy

_NUMBERED = (
    r"(?:[（(][一二三四五六七八九十0-9]{1,2}[）)]|[0-9]\s{0,2}[.．、]|[一二三四五六七八九十]{1,2}(?:是|、))"
)


class Again(NamedTuple):
    """Patterns of these words, and which of them say the same."""

    fillers: re.Pattern[str]
    other: re.Pattern[str]
    """what makes a quantity another one"""
    total: re.Pattern[str]
    verb: re.Pattern[str]
    event: re.Pattern[str]
    own_event: re.Pattern[str]
    channel: re.Pattern[str]
    body: re.Pattern[str]
    whole: re.Pattern[str]
    aspect: re.Pattern[str]
    """a heading of one of the aspects of the work"""
    alike: tuple[tuple[re.Pattern[str], str], ...]
    heading: re.Pattern[str] = lazy(_NUMBERED)


def again_from(lexicon: Mapping[str, Any]) -> Again:
    """The words of a lexicon."""
    data = lexicon["again"]
    return Again(
        lazy(rf"[\s“”]|{alternatives(data['fillers'])}|(?:达到?|为|有)$"),
        any_of(data["other"]),
        any_of(data["total"]),
        any_of(data["verbs"]),
        _ending(data["events"]),
        _ending(data["own_events"]),
        any_of(data["channels"]),
        any_of(data["body"]),
        _ending(data["whole"]),
        lazy(
            rf"\s{{0,4}}{_NUMBERED}?\s{{0,4}}(?:{alternatives(data['aspects'])})[^，。；]{{0,8}}(?:[。：\n]|$)"
        ),
        tuple((any_of(entries), one) for one, entries in lexicon["alike"].items()),
    )


def _ending(entries: Iterable[str]) -> re.Pattern[str]:
    return lazy(f"(?:{alternatives(entries)})$")
