"""YAML as this project reads it: mappings, lists, texts, numbers, truths; bounded, without aliases and tags.

Words are those of YAML 1.2: `off` and `no` are texts. What is refused is said with line and column.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from gdlint.words.fault import FaultError, fault

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST = 100_000
"""values in one file"""
DEEPEST = 20
"""lists and mappings inside each other"""

_SCALARS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"[-+]?[0-9]{1,18}"), int),
    (re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})"), float),
    (re.compile(r"true|True|TRUE"), lambda text: True),
    (re.compile(r"false|False|FALSE"), lambda text: False),
    (re.compile(r"~|null|Null|NULL|"), lambda text: None),
)

_FIRST = frozenset("-+.0123456789tTfFnN~") | {""}
"""with what these begin; most values are words, and need not be held against them"""

Keys = tuple[str | int, ...]


class RefusedError(FaultError):
    """What is not taken, and where."""

    def __init__(self, mark: Any, key: str, /, **fields: object) -> None:
        super().__init__(fault(key, fields))
        self.place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"


class Content(NamedTuple):
    """The values of a file, and line and column (from 1) of each by the keys and indices that lead to it."""

    data: Any
    places: dict[Keys, tuple[int, int]]
    lines: dict[Keys, int]
    """the line of each key of a mapping, and of each item of a list"""


def content_of(text: str, *, placing: bool) -> Content:
    """The values of a text, and where they stand, if that is wanted: it takes a third of the time.

    Raises `RefusedError`, and `yaml.YAMLError` for what is no YAML.
    """
    return _Builder(placing=placing).built(text)


class _Open(NamedTuple):
    """A list or mapping that is not yet closed."""

    value: Any
    keys: Keys
    key: list[str]
    """the key whose value comes next, where there is one"""


class _Builder:
    """Makes values of the events of a parser, without recursion."""

    def __init__(self, *, placing: bool) -> None:
        self.placing = placing
        self.stack: list[_Open] = []
        self.places: dict[Keys, tuple[int, int]] = {}
        self.lines: dict[Keys, int] = {}
        self.root: Any = None

    def built(self, text: str) -> Content:
        """The content of a text."""
        documents = number = 0
        for event in _events(text):
            kind = type(event)
            if kind in _ENDS:
                self.stack.pop()
            elif kind in _NODES:
                number += 1
                if number > MOST:
                    raise RefusedError(event.start_mark, "too-many-values", limit=MOST)
                value = _NODES[kind](event)
                if kind is yaml.ScalarEvent and event.style == '"':
                    _check_letters(event)
                if event.anchor or event.tag:
                    raise _unwanted(event)
                keys = self._put(event, value)
                if kind is not yaml.ScalarEvent:
                    if len(self.stack) == DEEPEST:
                        raise RefusedError(event.start_mark, "too-deep", limit=DEEPEST)
                    self.stack.append(_Open(value, keys, []))
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise RefusedError(event.start_mark, "several-documents")
        return Content(self.root, self.places, self.lines)

    def _put(self, event: Any, value: Any) -> Keys:
        """Put a value where it belongs; the keys that lead to it, where places are wanted."""
        if not self.stack:
            self.root = value
            return self._placed(event, ())
        values, above, waiting = self.stack[-1]
        if type(values) is list:
            values.append(value)
            return self._placed(event, (*above, len(values) - 1), is_line=True) if self.placing else ()
        if waiting:
            key = waiting.pop()
            values[key] = value
            return self._placed(event, (*above, key)) if self.placing else ()
        key = _key(event, values)
        values[key] = None
        waiting.append(key)
        if self.placing:
            self.lines[*above, key] = event.start_mark.line + 1
        return above

    def _placed(self, event: Any, keys: Keys, *, is_line: bool = False) -> Keys:
        mark = event.start_mark
        self.places[keys] = (mark.line + 1, mark.column + 1)
        if is_line:
            self.lines[keys] = mark.line + 1
        return keys


def _events(text: str) -> Iterator[Any]:
    """What `yaml.parse` gives, in less time."""
    loader = _Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            yield event
    except (ValueError, OverflowError) as error:
        # The loader in Python, which is there where the one in C is not, makes letters of escapes for which there are none.
        raise error if isinstance(error, RefusedError) else RefusedError(None, "yaml", reason=error) from None
    finally:
        loader.dispose()


def _check_letters(event: Any) -> None:
    """What only an escape can bring in: U+0000, at which names of files end, and halves of letters, which no text holds."""
    for letter in event.value if not event.value.isprintable() else "":
        if letter == "\0" or "\ud800" <= letter <= "\udfff":
            raise RefusedError(event.start_mark, "bad-character", code=ord(letter))


def _unwanted(event: Any) -> RefusedError:
    if event.anchor:
        return RefusedError(event.start_mark, "alias")
    return RefusedError(event.start_mark, "tag", tag=repr(event.tag[:40]))


def _key(event: Any, above: Mapping[str, Any]) -> str:
    if type(event) is not yaml.ScalarEvent:
        raise RefusedError(event.start_mark, "key-no-word")
    key: str = event.value
    if key in above:
        raise RefusedError(event.start_mark, "key-twice", key=repr(key[:40]))
    return key


def _scalar(event: Any) -> Any:
    text = event.value
    if event.implicit[0] and text[:1] in _FIRST:
        for shape, make in _SCALARS:
            if shape.fullmatch(text):
                return make(text)
    return text


_NODES: Mapping[type, Callable[[Any], Any]] = {
    yaml.ScalarEvent: _scalar,
    yaml.SequenceStartEvent: lambda event: [],
    yaml.MappingStartEvent: lambda event: {},
    yaml.AliasEvent: lambda event: None,
}
_ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
