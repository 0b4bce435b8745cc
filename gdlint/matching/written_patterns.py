"""Patterns as rules write them: named ones written out, and what no pattern may be.

A pattern may use the named ones of `rules/patterns.yaml` and the lists of phrases of `rules/phrases.yaml`: `{n:number}` keeps
what it matched as the capture n, `{number}` does not; `(?P<n>…)` keeps a text.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from gdlint.data import builtin
from gdlint.lexicon.phrases import pattern_of
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.matching.han_letters import with_ranges
from gdlint.matching.literals import needed
from gdlint.matching.patterns import Pattern, compiled, pattern
from gdlint.model.regex import lazy

LONGEST = 1000
DEEPEST = 40
"""brackets inside each other"""
LARGEST = 6_000
"""steps of a compiled pattern, all of which may be taken for each byte of a text"""
_LONGEST_WHOLE = 20_000
_NAMED = lazy(r"(?<!\\[pPx])\{(?:([a-z_][a-z0-9_]*):)?([a-z][a-z_]*)\}")
_GROUP = lazy(r"(?<!\\)\(\?P<([^>]*)>")
_GROUP_NAME = lazy(r"[a-z_][a-z0-9_]*")
_UNFINISHED = lazy(r"(?<!\\)(?<!\\[pPx])\{[a-z_]")
_ESCAPED = lazy(r"\\.", re.DOTALL)
_ONE_BYTE = lazy(r"(?<!\\)(?:\\\\)*\\C")


def made(text: str) -> Pattern:
    """A pattern with its named ones written out.

    Raises `ExpressionError` for a named pattern that does not exist and for a capture that is named twice.
    """
    if len(text) > LONGEST:
        raise ExpressionError("pattern-too-long", LONGEST, limit=LONGEST)
    if _depth(text) > DEEPEST:
        raise ExpressionError("brackets-too-deep", limit=DEEPEST)
    captures: dict[str, str | None] = {}
    regex = _NAMED.sub(lambda found: _written_out(found, captures), text)
    for name in _GROUP.findall(text):
        _keep(name, None, captures)
    if _ONE_BYTE.search(text):
        raise ExpressionError("one-byte")
    if unfinished := _UNFINISHED.search(_NAMED.sub(lambda found: " " * len(found[0]), text)):
        raise ExpressionError("unfinished-name", unfinished.start() + 1)
    if len(regex) > _LONGEST_WHOLE:
        raise ExpressionError("pattern-too-long-whole", limit=_LONGEST_WHOLE)
    return Pattern(with_ranges(regex), captures, needed(regex))


def _depth(text: str) -> int:
    """How many brackets a pattern opens inside each other; those that it looks for count, too, where they are in a class."""
    bare = _ESCAPED.sub("", text)
    return max(accumulate((letter == "(") - (letter == ")") for letter in bare), default=0)


def _written_out(found: re.Match[str], captures: dict[str, str | None]) -> str:
    name, kind = found.groups()
    known = named()
    if kind not in known:
        raise ExpressionError(
            "unknown-pattern", found.start() + 1, name=repr(kind), near=nearest(kind, known)
        )
    regex, reads = known[kind]
    if name is None:
        return f"(?:{regex})"
    _keep(name, reads, captures)
    return f"(?P<{name}>{regex})"


def _keep(name: str, reads: str | None, captures: dict[str, str | None]) -> None:
    if not _GROUP_NAME.fullmatch(name):
        raise ExpressionError("bad-capture", name=repr(name))
    if name in captures:
        raise ExpressionError("capture-twice", name=repr(name))
    captures[name] = reads


@cache
def named() -> Mapping[str, tuple[str, str | None]]:
    """The named patterns, written out, and what each reads."""
    known: dict[str, tuple[str, str | None]] = {}
    for name, item in builtin.named_patterns().items():
        written = pattern_of(item["words"]) if "words" in item else item["pattern"]
        regex = _NAMED.sub(lambda found: f"(?:{known[found[2]][0]})", written)
        known[name] = (regex, item.get("reads"))
    return known


def written_out(texts: Iterable[str]) -> dict[str, Any]:
    """Patterns written out by their text, as JSON."""
    return {
        text: [found.regex, dict(found.captures), list(found.needed)]
        for text, found in ((text, pattern(text)) for text in texts)
    }


def check(text: str) -> None:
    """Raises `ExpressionError` as `compiled` does, and for a pattern that takes too many steps."""
    from gdlint.matching.plainness import is_plain

    if not is_plain(pattern(text).regex) and compiled(text).programsize > LARGEST:
        raise ExpressionError("pattern-too-large", limit=LARGEST)
