"""Messages with fields: `{expression}` stands for its value, written as people read it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeVar

from gdlint.expressions.compiler import Compiler
from gdlint.matching.expression_error import ExpressionError
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.model.regex import lazy

_FIELD = lazy(r"""\{((?:[^{}'"]|'[^']*'|"[^"]*")+)\}""")
OF_FINDING = {"count": "number", "places": "text"}
"""fields that only a message has: how many places a finding has, and the first of them by name"""

LONGEST = 500
"""characters of a value that are said"""
MOST = 100
"""items of a list that are said"""

Read = TypeVar("Read")
Message = Callable[[Any], str]


def fields_of(template: str) -> list[str]:
    """The expressions in a template."""
    return _FIELD.findall(template)


def split_message(template: str, read: Callable[[str], Read]) -> Sequence[str | Read]:
    """A template as texts and what its fields are read as, alternating; texts at even places."""
    pieces = _FIELD.split(template)
    return [read(piece) if n % 2 else piece for n, piece in enumerate(pieces)]


def field_compiler(compiler: Compiler) -> Callable[[str], Getter]:
    """What compiles the fields of messages, each once: those of the languages are mostly the same.

    Raises `ExpressionError` for a field that does not exist.
    """
    inner = compiler._replace(lets={**compiler.lets, **OF_FINDING})
    return cache(lambda field: inner.compile(inner.dialect.parse(field)).get)


def compile_message(template: str, field: Callable[[str], Getter], language: str) -> Message:
    """The message of a case in a language; `field` comes from `field_compiler`, and raises what that raises."""
    pieces = split_message(template, field)
    if any(isinstance(piece, str) and ("{" in piece or "}" in piece) for piece in pieces):
        raise ExpressionError("brace")

    def message(case: Any) -> str:
        return "".join(
            piece if isinstance(piece, str) else _cut(shown(piece(case), language)) for piece in pieces
        )

    return message


class Messages(dict[str, Message]):
    """The messages of a check by language, each compiled when it is first needed."""

    def __init__(self, templates: Mapping[str, str], compiler: Compiler) -> None:
        super().__init__()
        self.templates = templates
        self.compiler = compiler

    @cached_property
    def field(self) -> Callable[[str], Getter]:
        """What compiles the fields."""
        return field_compiler(self.compiler)

    def __missing__(self, language: str) -> Message:
        self[language] = compile_message(self.templates[language], self.field, language)
        return self[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.templates)


def _cut(text: str) -> str:
    """What a message says of a value, which may be as long as a report."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def shown(value: Any, language: str) -> str:
    """A value as it is written in a message."""
    if value is UNKNOWN:
        return "？" if language == "zh" else "?"
    if value is True or value is False:
        return {"zh": {True: "是", False: "否"}, "en": {True: "yes", False: "no"}}[language][value]
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日" if language == "zh" else value.isoformat()
    if isinstance(value, Mapping):
        return str(value[language])
    if isinstance(value, tuple):
        said = [shown(item, language) for item in value[:MOST]]
        return ("、" if language == "zh" else ", ").join([*said, *(["…"] if len(value) > MOST else [])])
    return value if isinstance(value, str) else f"{value:f}" if not isinstance(value, int) else str(value)


def plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON knows them; what is unknown is None, what is too long is cut, and of two languages Chinese is taken. A name
    that begins with `_` is of the rule alone."""
    return {name: _plain(value) for name, value in values.items() if not name.startswith("_")}


def _plain(value: Any) -> Any:
    if value is UNKNOWN:
        return None
    if isinstance(value, Mapping):
        return value["zh"]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value[:MOST])
    return _cut(value) if isinstance(value, str) else value if isinstance(value, int) else f"{value:f}"
