"""Which of the aspects beside a number say what became of what it counts."""

from collections.abc import Sequence

from gdlint.claims.items import Item
from gdlint.claims.neighbours import joined
from gdlint.claims.tokens import Token
from gdlint.claims.words import Aspect, Words

_WEIGHTS = {"handled": 1, "new": 2, "total": 2, "carried": 4}
_OTHERS = 3
Found = Sequence[tuple[Token, Aspect]]


def aspects_of(
    text: str, tokens: Sequence[Token], subjects: Sequence[str], words: Words
) -> tuple[Aspect, ...]:
    """The weightiest aspect that names rows, with those joined to it, and the last one that names columns."""
    found = [
        (token, aspect)
        for token in tokens
        if token.kind == "aspect"
        for aspect in (words.aspects[name] for name in token.names)
        if any(subject in aspect.of for subject in subjects)
    ]
    rows = [(t, a) for t, a in found if not a.columns]
    columns = [(t, a) for t, a in found if a.columns]
    return (*_narrowest(text, _heaviest(text, rows), rows), *_together(text, columns))


def _weight(aspect: Aspect) -> int:
    return _WEIGHTS.get(aspect.name, _OTHERS)


def _heaviest(text: str, found: Found) -> tuple[Aspect, ...]:
    weight = max((_weight(aspect) for _, aspect in found), default=0)
    return _together(text, [(t, a) for t, a in found if _weight(a) == weight])


def _narrowest(text: str, chosen: tuple[Aspect, ...], found: Found) -> tuple[Aspect, ...]:
    """Reasons that are named beside their result say which rows are meant: 因不掌握而无法提供; not so behind 等."""
    inside = [(t, a) for t, a in found if len(chosen) == 1 and a.name.startswith(chosen[0].name + ".")]
    if not inside or "等" in text[inside[-1][0].end : found[-1][0].start]:
        return chosen
    return _together(text, inside)


def _together(text: str, found: Found) -> tuple[Aspect, ...]:
    """The last aspect, and those of its group that are joined to it: 予以公开和部分公开."""
    if not found:
        return ()
    token, last = found[-1]
    names = [last]
    for other, aspect in reversed(found[:-1]):
        if aspect.group != last.group or not aspect.group or not joined(text, other, token):
            break
        if aspect not in names:
            names.append(aspect)
        token = other
    return tuple(reversed(names))


def side_by_side(text: str, item: Item, subjects: Sequence[str], words: Words) -> tuple[Aspect, ...]:
    """The aspects that stand joined at the end of an item, each by itself: 受理数、办结数."""
    tokens = [token for token in item.before if token.kind == "aspect"]
    chain = tokens[-1:]
    for token in reversed(tokens[:-1]):
        if not joined(text, token, chain[0]):
            break
        chain.insert(0, token)
    found = [words.aspects[token.names[0]] for token in chain]
    # Kinds of applicants go with the row that is named before them.
    steps = tuple(a for a in found if set(a.of) & set(subjects) and not a.columns)
    return steps if len(steps) > 1 else ()


def apart(item: Item, aspects: Sequence[Aspect], words: Words) -> bool:
    """Several results stand side by side that nothing joins: which of them is counted, is not clear."""
    named = {
        name
        for token in item.before
        if token.kind == "aspect"
        for name in token.names
        if words.aspects[name].group == "results"
    }
    chosen = {aspect.name for aspect in aspects}
    left = {name for name in named - chosen if not any(one.startswith(name + ".") for one in chosen)}
    return bool(left and chosen & named)
