"""The paths that pages of a PDF file draw, also those in forms, as straight stretches in points of the sheet."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import Polyline
from gdlint.readers.drawn.sheet import Point

MOST_OBJECTS = 400_000
"""of all pages; a long report, letter by letter, has 300,000"""
MOST_PATHS = 60_000
"""of all pages; a long report has some ten thousands"""
_DEEPEST = 8
"""forms within forms"""
_MOST_SEGMENTS = 400
"""of one path; a table of which all rules are one path has some hundreds"""


class Matrix(NamedTuple):
    """How points of a form stand on what holds it."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> Point:
        """Where a point stands."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: "Matrix") -> "Matrix":
        """This one, and after it another."""
        e, f = other.point(self.e, self.f)
        return Matrix(
            other.a * self.a + other.c * self.b,
            other.b * self.a + other.d * self.b,
            other.a * self.c + other.c * self.d,
            other.b * self.c + other.d * self.d,
            e,
            f,
        )


class Paths:
    """The paths of a file, page by page."""

    def __init__(self) -> None:
        self._objects = self._paths = 0

    def polylines_of(self, page: pdfium.PdfPage, matrix: Matrix) -> list[Polyline]:
        """The stretches of all paths of a page, by the matrix of which its points stand on the sheet. Raises `UnreadableError` as
        soon as there is more on all pages than any report has."""
        found: list[Polyline] = []
        for n in range(raw.FPDFPage_CountObjects(page.raw)):
            self._add(found, raw.FPDFPage_GetObject(page.raw, n), matrix, 0)
        return found

    def _add(self, polylines: list[Polyline], found: Any, matrix: Matrix, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(found)
        is_path = kind == raw.FPDF_PAGEOBJ_PATH
        self._objects += 1
        self._paths += is_path
        if self._objects > MOST_OBJECTS or self._paths > MOST_PATHS:
            raise UnreadableError("large-report")
        if is_path:
            polylines += _polylines(found, _matrix(found).then(matrix))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _matrix(found).then(matrix)
            for n in range(raw.FPDFFormObj_CountObjects(found)):
                self._add(polylines, raw.FPDFFormObj_GetObject(found, n), inner, depth + 1)


def _matrix(found: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(found, byref(matrix)):
        return Matrix()
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _polylines(path: Any, matrix: Matrix) -> Iterator[Polyline]:
    """The stretches of one path; a curve ends a stretch."""
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    count = raw.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS or not (fill.value or stroke.value):
        return
    points: list[Point] = []
    for n in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, n)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != raw.FPDF_SEGMENT_LINETO and points:
            yield Polyline(tuple(points), bool(fill.value), bool(stroke.value))
            points = []
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            continue
        points.append(matrix.point(*_point(segment)))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield Polyline(tuple(points), bool(fill.value), bool(stroke.value))


def _point(segment: Any) -> Point:
    x, y = c_float(), c_float()
    raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
    return x.value, y.value
