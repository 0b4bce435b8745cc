"""What plugins hand in. These types, and the hooks in `specs.py`, are the interface of version `API`."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from gdlint.model.fix import Fix
from gdlint.model.page import Page
from gdlint.model.report import Report

API = 2
"""the version of this interface; it grows when a plugin that was right would no longer be"""

NONE: Mapping[str, Any] = MappingProxyType({})


class Judgement(NamedTuple):
    """One case of a Python rule: whether what the rule demands is true, false or unknown (None), and where it stands.

    `start` and `end` are offsets in `report.source.text`. `message` (zh and en) replaces the title of the rule. `subject`
    is what the case is about, from the report () down to a cell ("applications", "new", "total"); it is part of the
    fingerprint, and rules that yield go by it. `values` are numbers, texts or dates for the JSON. `fix` is what would mend it,
    with offsets like those of the case.
    """

    truth: bool | None
    start: int
    end: int
    message: Mapping[str, str] = NONE
    subject: tuple[str, ...] = ()
    values: Mapping[str, Any] = NONE
    fix: Fix | None = None


class PythonRule(NamedTuple):
    """A rule whose check is a function: a report in, judgements out. Words are mappings with `zh` and `en`."""

    code: str
    name: str
    title: Mapping[str, str]
    basis: str
    severity: str
    check: Callable[[Report], Iterable[Judgement]]
    help: Mapping[str, str] = MappingProxyType({"zh": "", "en": ""})
    sure: bool = True
    default: bool = True


class Function(NamedTuple):
    """A function of the rule language: the types of its arguments and of its result (text, number, truth, date, list of
    text, …), what it computes from values that are known, and a line on it."""

    arguments: tuple[str, ...]
    result: str
    call: Callable[..., Any]
    doc: str


class Reader(NamedTuple):
    """A file format: its endings (`.xyz`), what makes a page of the bytes of a file called by a name, and what tells by the first
    bytes of a file without a known ending that it is of this format.

    A page is handed back as `Page`, or as `str` where there is nothing but text. What
    cannot be read raises; `UnreadableError` says why.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], str | Page]
    sniff: Callable[[bytes], bool] | None = None
