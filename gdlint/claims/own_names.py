"""The name of the body itself among the words of its report: 青石县水利局全年收到…, 云溪镇未发生…"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from gdlint.claims.tokens import Token
from gdlint.model.regex import lazy

_PLACE = lazy("[^省市县区州旗盟镇乡]{1,8}(?:自治区|自治州|自治县|[省市县区州旗盟镇乡])")
_SHORTEST = 3
"""letters of a name that stands for no other"""
_PLACES = 4


def with_own_name(tokens: Iterable[Token], text: str, body: str, bare: str) -> Iterator[Token]:
    """The tokens of a text, with those letters of the body's name as one that no other word explains. A name that goes on in front
    (市水利局 for 水利局) is another's."""
    pattern = _names(body, bare)
    spans = (found.span() for found in pattern.finditer(text)) if pattern else iter(())
    span = next(spans, None)
    if span is None:
        yield from tokens
        return
    place = 0
    for token in tokens:
        while span and span[1] <= place:
            span = next(spans, None)
        if span and (named := _unexplained(text, place, token.start, span)):
            yield named
        yield token
        place = token.end


def _unexplained(text: str, begin: int, end: int, span: tuple[int, int]) -> Token | None:
    """The letters of a name in what stands between two tokens."""
    start, stop = max(begin, span[0]), min(end, span[1])
    alone = span[0] <= begin or not text[span[0] - 1].isalnum()
    if stop <= start or not alone:
        return None
    return Token("scope", ("own",), start, stop, None, 0, text[start:stop])


@lru_cache(maxsize=8)
def _names(body: str, bare: str) -> re.Pattern[str] | None:
    """What finds a body by its name, by that without 人民政府, and by what stands behind the places in it."""
    names = {body, bare}
    for name in (body, bare):
        place = 0
        for _ in range(_PLACES):
            found = _PLACE.match(name, place)
            if found is None:
                break
            place = found.end()
            names |= {name[place:], name[place - 1 :]}
    known = sorted((name for name in names if len(name) >= _SHORTEST), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known))) if known else None
