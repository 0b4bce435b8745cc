"""Random reports whose truth is known: an oracle that shares no code with gdlint."""

from .identities import Expected, failed, failed_in
from .layout import ABOVE, LEFT, MERGED, Grid, Merged, Row, grid
from .model import Made, Section, random_report
from .mutate import (
    MUTATIONS,
    Mutation,
    blank_figure,
    change_figure,
    double_table,
    drop_row,
    swap_labels,
)
from .shapes import FLATTENED, FURTHER, SHAPES
from .truth import tables

__all__ = [
    "ABOVE",
    "FLATTENED",
    "FURTHER",
    "LEFT",
    "MERGED",
    "MUTATIONS",
    "SHAPES",
    "Expected",
    "Grid",
    "Made",
    "Merged",
    "Mutation",
    "Row",
    "Section",
    "blank_figure",
    "change_figure",
    "double_table",
    "drop_row",
    "failed",
    "failed_in",
    "grid",
    "random_report",
    "swap_labels",
    "tables",
]
