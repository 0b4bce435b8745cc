"""How alike two wordings are, and from which likeness on one is taken for the other: every threshold stands here."""

from functools import lru_cache

_HEADING = 0.6
_ROLE = 0.6
_GROUP = 0.45
_LABEL = 0.45
_CLEARLY = 0.12
"""how much less the runner-up must resemble a label"""
_ALONE = 0.3
"""enough where just one official label is missing at that place"""
_WHOLE = 0.8
MOST = 100
"""characters of a wording that are compared one by one"""


@lru_cache(maxsize=1024)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[i : i + 2] for i in range(len(word) - 1)) | frozenset([word[:1] + "^"])


@lru_cache(maxsize=8192)
def likeness(one: str, other: str) -> float:
    """Dice's coefficient over pairs of neighbouring characters: 0 for nothing in common, 1 for the same pairs."""
    left, right = _pairs(one), _pairs(other)
    return 2 * len(left & right) / (len(left) + len(right))


def is_heading(like: float, as_label: float) -> bool:
    """A line so like a title of a section, and to no label of a table as much, is its heading."""
    return like >= _HEADING and like > as_label


def has_role(like: float) -> bool:
    """A cell so like an official label has its role."""
    return like >= _ROLE


def is_group(like: float) -> bool:
    """A cell so like the label of a group of columns is that."""
    return like >= _GROUP


def is_label(like: float, runner_up: float) -> bool:
    """A misprint of an official label: like it, and clearly less like any other."""
    return like >= _LABEL and like - runner_up >= _CLEARLY


def is_head(like: float, as_column: float) -> bool:
    """A cell so like a word of a header that heads no column is that."""
    return like >= _LABEL and like > as_column


def is_label_left(like: float, runner_up: float) -> bool:
    """A misprint of the only official label that is missing at its place."""
    return like >= max(_ALONE, runner_up)


def is_whole_label(like: float) -> bool:
    """Words so like an official label are all of it, and not a piece."""
    return like >= _WHOLE


def distance(one: str, other: str) -> int:
    """How many characters must be put in, left out or changed to make one text the other (Levenshtein), of the first 100
    characters of each."""
    one, other = one[:MOST], other[:MOST]
    above = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        row = [n]
        for m, there in enumerate(other, 1):
            row.append(min(above[m] + 1, row[-1] + 1, above[m - 1] + (letter != there)))
        above = row
    return above[-1]


def one_edit_apart(one: str, other: str) -> bool:
    """A letter of a word was cut, added or changed, and at least one is left of it."""
    short, long = sorted((one, other), key=len)
    if not short or len(long) - len(short) > 1 or not set(short) & set(long):
        return False
    n = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[n + (len(short) == len(long)) :] == long[n + 1 :]
