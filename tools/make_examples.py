"""Make `examples/report.pdf` and `examples/report.ofd` from the Word file beside them: `python tools/make_examples.py`.

LibreOffice prints the one; the other holds the same glyphs and rules.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gdlint.readers.pdf.page_glyphs import Leaf, sheet_of  # noqa: E402
from support.ofd import from_sheets  # noqa: E402

EXAMPLES = ROOT / "examples"


def main() -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        call = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(EXAMPLES)]
        subprocess.run([*call, str(EXAMPLES / "report.docx")], check=True, capture_output=True)
    document = pypdfium2.PdfDocument(EXAMPLES / "report.pdf")
    (EXAMPLES / "report.ofd").write_bytes(from_sheets([sheet_of(Leaf(page)) for page in document]))
    document.close()


if __name__ == "__main__":
    main()
