"""The words by which a text announces the length of a list, from `announced` in `rules/claims.yaml`."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from gdlint.claims.spelling import alternatives
from gdlint.lexicon.numerals import HAN

_NUMBER = f"[0-9]{{1,3}}|[{HAN}两]{{1,3}}"


class Announced(NamedTuple):
    """What finds the kind of what was listed behind its number, a number with what follows it as 一是…, and what is listed elsewhere."""

    listed: re.Pattern[str]
    numbered: re.Pattern[str]
    elsewhere: re.Pattern[str]


def written_announced(data: Mapping[str, Any]) -> dict[str, str]:
    """The patterns of these words, written out."""
    counted = f"(?:个|项|点|大|条|类)[^。；，：:、]{{0,4}}?(?:{alternatives(data['numbered'])})|方面"
    return {
        "listed": f"[^，。；、]{{0,3}}?(?:{alternatives(data['listed'])})",
        "numbered": rf"(?<![第几数多{HAN}两0-9])(?P<number>{_NUMBER})(?:{counted})[^。；，：:]{{0,8}}[：:]\s{{0,20}}(?=一\s?是)",
        "elsewhere": alternatives(data["elsewhere"]),
    }
