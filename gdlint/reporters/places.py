"""Places as programs read them: line and column, or the location in a file that has no lines."""

from typing import Any

from gdlint.model.source import Source


def place_data(source: Source, start: int) -> dict[str, Any]:
    """`line` and `column` of a letter of the text; both null, and `origin`, where the file has no lines."""
    if location := source.location(start):
        return {"line": None, "column": None, "origin": location.data()}
    place = source.place(start, start)
    return {"line": place.line, "column": place.column}


def line_of(source: Source, start: int) -> int | None:
    """The line of a letter of the text; None where the file has no lines."""
    return place_data(source, start)["line"]  # type: ignore[no-any-return]
