"""Regular expressions of rules: RE2, so that no pattern of anybody can take more than linear time.

A pattern may use the named ones of `rules/patterns.yaml` and the lists of phrases of `rules/phrases.yaml`: `{n:number}` keeps
what it matched as the capture n, `{number}` does not; `(?P<n>…)` keeps a text.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from gdlint.data import builtin
from gdlint.lexicon.phrases import pattern_of
from gdlint.matching.expression_error import ExpressionError, nearest
from gdlint.matching.plainness import is_plain
from gdlint.model.regex import lazy

if TYPE_CHECKING:
    from gdlint.matching.literals import OneOf

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


class Pattern(NamedTuple):
    """A pattern with its named ones written out: the expression, what each capture reads (see `value_parsers`; None for a
    text), and sets of texts of each of which a match must hold one (see `literals`)."""

    regex: str
    captures: Mapping[str, str | None]
    needed: "tuple[OneOf, ...]"

    def possible(self, text: str) -> bool:
        """The text may hold a match."""
        # Loops: generators cost more than the few searches.
        for texts in self.needed:
            for part in texts:
                if part in text:
                    break
            else:
                return False
        return True


@lru_cache(maxsize=4096)
def pattern(text: str) -> Pattern:
    """A pattern as a rule writes it; those of the built-in rules were written out when the bundle was made.

    Raises `ExpressionError` for a named pattern that does not exist and for a capture that is named twice.
    """
    bundled = builtin.patterns()
    if text in bundled:
        regex, captures, needed = bundled[text]
        return Pattern(regex, captures, tuple(map(tuple, needed)))
    return _made(text)


def _made(text: str) -> Pattern:
    from gdlint.matching.literals import needed

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
    return Pattern(regex, captures, needed(regex))


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
    if not is_plain(pattern(text).regex) and compiled(text).programsize > LARGEST:
        raise ExpressionError("pattern-too-large", limit=LARGEST)


@lru_cache(maxsize=1024)
def compiled(text: str) -> Any:
    """The compiled expression of a pattern.

    Raises `ExpressionError` for what RE2 does not know (look-around, back-references) and for broken patterns.
    """
    import re2

    regex = pattern(text).regex
    try:
        return re2.compile(regex, _options())
    except re2.error as error:
        reason = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        from gdlint.words.faults import pattern_words

        # What nobody wrote, named patterns written out, helps nobody.
        raise ExpressionError("bad-pattern", reason=pattern_words(reason.replace(regex, text))) from None


@cache
def _options() -> Any:
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    return options
