"""Which options of `gdlint check` go together."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from gdlint.cli.delivery import LINES
from gdlint.cli.formats import style_of
from gdlint.cli.options import Request

_OVERVIEWS = ("statistics", "summary")
_WITH_OVERVIEW = (*LINES, "json")
"""formats that have room for what many files come to"""


class CallMistake(NamedTuple):
    """What does not go together: a key of `words.call_faults` and its fields."""

    key: str
    fields: Mapping[str, str] = {}


def implied_style(output: str | None, wanted: Mapping[str, Any]) -> str:
    """The format of a call that names none: that of the ending of its output, where what else it wants goes with that."""
    style = style_of(output, "check")
    narrow = any(wanted[option] for option in ("against", *_OVERVIEWS))
    return style if style == "json" or not narrow else "text"


def mistake_of(request: Request, wanted: Mapping[str, Any]) -> CallMistake | None:
    """The first thing that is wrong with the options of a call, by their names; None where they go together."""
    return next(_mistakes(request, wanted), None)


def _mistakes(request: Request, wanted: Mapping[str, Any]) -> Iterator[CallMistake]:
    style, folder = wanted["style"], wanted["output_dir"]
    if request.output and folder:
        yield CallMistake("two-outputs")
    if wanted["against"] and (style not in ("text", "json") or folder):
        yield CallMistake("against-text")
    if wanted["diff"] and any(wanted[key] for key in ("output_dir", "against", *_OVERVIEWS)):
        yield CallMistake("diff-output")
    if wanted["fix"] and not wanted["diff"] and "-" in request.paths:
        yield CallMistake("fix-stdin")
    if wanted["notice"] and style != "notice":
        yield CallMistake("notice-format")
    for option in _OVERVIEWS:
        if wanted[option] and style not in _WITH_OVERVIEW and not folder:
            fields = {"option": option, "known": ", ".join(_WITH_OVERVIEW), "style": style}
            yield CallMistake("overview-format", fields)
