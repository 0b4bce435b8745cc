"""What a phrase is, and when it may stand in a report."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..facts import Fields

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Phrase(NamedTuple):
    """A sentence with fields (see facts.py).

    `topic`: a report has at most one phrase of a topic. `claims`: the fields that repeat the tables, with the rule that
    must speak if they are wrong. `needs`: fields that must not be zero ("!name": must be zero). `kinds` and `template`:
    where it may stand (empty, None: anywhere).
    """

    topic: str
    text: str
    claims: Mapping[str, str] = _NOTHING
    needs: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    template: int | None = None

    def fits(self, fields: Fields, kind: str, template: int) -> bool:
        """The fields, the kind of body and the template of a report in, whether the phrase is true there out."""
        allowed = kind in (self.kinds or {kind}) and template == (self.template or template)
        return allowed and all(bool(fields[need.lstrip("!")]) != need.startswith("!") for need in self.needs)


def plain(*pairs: tuple[str, str]) -> tuple[Phrase, ...]:
    """(topic, text) pairs in, phrases that may stand anywhere out."""
    return tuple(Phrase(topic, text) for topic, text in pairs)
