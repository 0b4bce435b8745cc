"""Reports printed to PDF by a browser and by LibreOffice, where they are installed."""

import os
import random
import re
import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from docx import Document

from generate import Made
from generate.markup import MARKUPS, page
from generate.word import saved, word

from .libreoffice import REQUIRED, converted

BROWSER: Final = os.environ.get("GDLINT_BROWSER") or shutil.which("chromium")
needs_browser = pytest.mark.skipif(
    not BROWSER and not REQUIRED, reason="no chromium, and GDLINT_BROWSER names no other browser"
)
BORDERS: Final = ("collapse", "separate", "separate;border-spacing:6px")
_STYLE: Final = (
    "<style>@page{{size:A4 landscape}}table[border]{{border-collapse:{};width:100%}}"
    "[border] td{{border:1px solid #000;font-size:12px}}</style>"
)
_TABLE: Final = re.compile(r"<table(?: border='1')?(?=>| class=)")


def by_browser(made: Made, folder: Path, markup: str = "clean", borders: str = "collapse") -> bytes:
    """A report, a markup, and whether its cells share their borders in, as a browser prints its web page out."""
    source, target = folder / "page.html", folder / "page.pdf"
    written = _TABLE.sub("<table border='1'", page(made, MARKUPS[markup], random.Random(0)))
    source.write_text(
        "<!doctype html><meta charset=utf-8>" + _STYLE.format(borders) + written, encoding="utf-8"
    )
    call = [BROWSER or "chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'user'}",
            f"--print-to-pdf={target}", source.as_uri()]  # fmt: skip
    subprocess.run(call, capture_output=True, check=True, timeout=120)
    return target.read_bytes()


def by_office(reports: Sequence[Made], folder: Path) -> list[bytes]:
    """Reports in, as LibreOffice prints their Word documents out: all in one call."""
    names = [folder / f"{n}.docx" for n in range(len(reports))]
    for name, made in zip(names, reports, strict=True):
        document = Document(BytesIO(word(made)))
        for table in document.tables:
            table.style = "Table Grid"
        name.write_bytes(saved(document))
    return [printed.read_bytes() for printed in converted(names, "pdf", folder)]
