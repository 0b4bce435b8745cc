"""Rules by words, for those who do not know what a rule is called: `gdlint rules 空格`, `gdlint explain "blank cell"`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def rules_with(words: Sequence[str], rules: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The rules that have every word somewhere in what they say of themselves, those with it in code, name or title first;
    without any, those whose titles have every character of Chinese words."""
    wanted = [part.casefold() for word in words for part in word.split()]
    found = [rule for rule in rules if all(word in _whole(rule) for word in wanted)]
    if found:
        return sorted(found, key=lambda rule: not all(word in _face(rule) for word in wanted))
    letters = {letter for word in wanted for letter in word}
    chinese = letters and not any(letter.isascii() for letter in letters)
    return [rule for rule in rules if chinese and letters <= set(rule["title"]["zh"])]


def _face(rule: Mapping[str, Any]) -> str:
    texts = (
        rule["code"],
        rule["name"],
        rule["name"].replace("-", " "),
        *rule["aliases"],
        *rule["title"].values(),
    )
    return "\n".join(texts).casefold()


def _whole(rule: Mapping[str, Any]) -> str:
    return "\n".join([_face(rule), *_further(rule)]).casefold()


def _further(rule: Mapping[str, Any]) -> Iterator[str]:
    yield rule["basis"]
    yield from rule["help"].values()
