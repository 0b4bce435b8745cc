"""Headings and labels that are printed in traditional characters."""

from collections.abc import Iterator, Mapping, Sequence

from gdlint.model.form import Forms
from gdlint.model.report import BoundHeading, Label, Table
from gdlint.model.source import Source


def traditional_labels(
    source: Source, headings: Sequence[BoundHeading], tables: Mapping[str, Table], forms: Forms
) -> tuple[Label, ...]:
    """The headings and official labels that the file prints in traditional characters (they are read after folding)."""
    text = source.text or ""
    first = next(iter(forms.traditional), None)
    if first is None or chr(first) not in text:
        return ()
    labels = (label for label in _labels(headings, tables) if label.key)
    return tuple(label for label in labels if _is_traditional(text[label.start : label.end], forms))


def _is_traditional(printed: str, forms: Forms) -> bool:
    return printed.translate(forms.traditional) != printed


def _labels(headings: Sequence[BoundHeading], tables: Mapping[str, Table]) -> Iterator[Label]:
    yield from (heading.label for heading in headings)
    for table in tables.values():
        yield from table.labels
        yield from (entry.label for entry in table.entries)
