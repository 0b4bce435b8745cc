"""The paths that pages of a PDF file draw, also those in forms, as straight stretches in points of the sheet."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from gdlint.model.page import UnreadableError
from gdlint.readers.drawn.ruling import Polyline
from gdlint.readers.drawn.sheet import Box, Point

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

    def box(self, left: float, top: float, right: float, bottom: float) -> Box:
        """What a rectangle takes. It is asked for each letter, so that time counts here."""
        a, b, c, d, e, f = self
        x, y = a * left + c * top + e, b * left + d * top + f
        x1, y1 = a * right + c * bottom + e, b * right + d * bottom + f
        return Box(x if x < x1 else x1, y if y < y1 else y1, x1 if x < x1 else x, y1 if y < y1 else y)

    def then(self, other: "Matrix") -> "Matrix":
        """This one, and after it another."""
        if self == _NONE:
            return other
        e, f = other.point(self.e, self.f)
        return Matrix(
            other.a * self.a + other.c * self.b,
            other.b * self.a + other.d * self.b,
            other.a * self.c + other.c * self.d,
            other.b * self.c + other.d * self.d,
            e,
            f,
        )


_NONE = Matrix()


class Paths:
    """The paths of a file, page by page."""

    def __init__(self) -> None:
        self._objects = self._paths = 0
        self._written = _Written()

    def polylines_of(self, page: pdfium.PdfPage, matrix: Matrix) -> list[Polyline]:
        """The stretches of all paths of a page, by the matrix of which its points stand on the sheet. Raises `UnreadableError` as
        soon as there is more on all pages than any report has."""
        found: list[Polyline] = []
        count = self._counted(raw.FPDFPage_CountObjects(page.raw))
        self._add(found, (raw.FPDFPage_GetObject(page.raw, n) for n in range(count)), matrix, 0)
        return found

    def _counted(self, objects: int) -> int:
        self._objects += objects
        if self._objects > MOST_OBJECTS:
            raise UnreadableError("large-report")
        return objects

    def _add(self, polylines: list[Polyline], objects: Iterator[Any], matrix: Matrix, depth: int) -> None:
        for each in objects:
            kind = raw.FPDFPageObj_GetType(each)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._paths += 1
                if self._paths > MOST_PATHS:
                    raise UnreadableError("large-report")
                polylines += self._written.polylines(each, self._written.matrix(each).then(matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = self._written.matrix(each).then(matrix)
                self._add(polylines, self._inside(each), inner, depth + 1)

    def _inside(self, form: Any) -> Iterator[Any]:
        count = self._counted(raw.FPDFFormObj_CountObjects(form))
        return (raw.FPDFFormObj_GetObject(form, n) for n in range(count))


class _Written:
    """What PDFium writes down of a path. A file has many thousands of paths, so that each is written to the same place."""

    def __init__(self) -> None:
        self._matrix, self._fill, self._stroke = raw.FS_MATRIX(), c_int(), c_int()
        self._across, self._down = c_float(), c_float()
        self._ways = byref(self._fill), byref(self._stroke)
        self._point = byref(self._across), byref(self._down)

    def matrix(self, found: Any) -> Matrix:
        """The matrix of an object."""
        matrix = self._matrix
        if not raw.FPDFPageObj_GetMatrix(found, byref(matrix)):
            return Matrix()
        return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def polylines(self, path: Any, matrix: Matrix) -> Iterator[Polyline]:
        """The stretches of one path; a curve ends a stretch."""
        raw.FPDFPath_GetDrawMode(path, *self._ways)
        filled, stroked = self._fill.value != 0, self._stroke.value != 0
        count = raw.FPDFPath_CountSegments(path)
        if count > _MOST_SEGMENTS or not (filled or stroked):
            return
        points: list[Point] = []
        for n in range(count):
            segment = raw.FPDFPath_GetPathSegment(path, n)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind != raw.FPDF_SEGMENT_LINETO and points:
                yield Polyline(points, filled, stroked)
                points = []
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                continue
            raw.FPDFPathSegment_GetPoint(segment, *self._point)
            points.append(matrix.point(self._across.value, self._down.value))
            # A single line is the same if it is closed.
            if count > 2 and raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield Polyline(points, filled, stroked)
