"""Make `examples/report.pdf` and `examples/report.ofd` from the Word file beside them: `python tools/make_examples.py`.

LibreOffice prints the one; the other holds the same glyphs and rules.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from support.redrawn import redrawn  # noqa: E402

EXAMPLES = ROOT / "examples"


def main() -> None:
    """Write both files."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        call = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(EXAMPLES)]
        subprocess.run([*call, str(EXAMPLES / "report.docx")], check=True, capture_output=True)
    (EXAMPLES / "report.ofd").write_bytes(redrawn((EXAMPLES / "report.pdf").read_bytes()))


if __name__ == "__main__":
    main()
