"""Write what each format makes of examples/report.txt: `python docs/make_samples.py`.

`docs/samples.md` has the beginning of each, `docs/samples/report.html` is the page as a whole. With `--picture` the page is also
drawn, by chromium, into `docs/samples/report.png`.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from gdlint.cli.main import run
from gdlint.reporters.formats import FORMATS
from gdlint.reporters.own_output import is_own_output

ROOT = Path(__file__).resolve().parent.parent
REPORT = "examples/report.txt"
LINES = 12
"""so many lines of each are shown"""
LONGEST = 200
"""and so many characters of a line"""
SHADES = {"markdown": "markdown", "html": "html", "junit": "xml", "checkstyle": "xml", "csv": "csv"}
JSON = ("json", "jsonl", "sarif", "gitlab")
NOT_SHOWN = ("xlsx", "html")
CHANGING = ("notice",)
"""formats with the date of the day"""


def output(style: str) -> bytes:
    """What `gdlint check` makes of the example in a format."""
    with contextlib.chdir(ROOT), tempfile.TemporaryDirectory() as folder:
        options = ["--format", style, "--isolated", "--quiet", "--lang", "zh", "--fail-on", "never"]
        target = Path(folder) / "out"
        assert run(["check", REPORT, *options, "--output", str(target)]) == 0  # noqa: S101 - nothing else is a sample
        return target.read_bytes()


def page() -> str:
    """The page of samples."""
    parts = [
        "# Samples\n\nWhat each format makes of `examples/report.txt`, or the beginning of it. Made by `docs/make_samples.py`.\n"
    ]
    parts += [section(style) for style in FORMATS if style not in (*NOT_SHOWN, *CHANGING)]
    parts.append(
        f"## {NOT_SHOWN[1]}\n\n[The page](samples/report.html), and a picture of it:\n\n![the page](samples/report.png)\n"
    )
    return "\n".join(parts)


def section(style: str) -> str:
    """The section of a format."""
    data = output(style)
    assert is_own_output(data[:4096]), style  # noqa: S101 - a sample in a folder of reports is never read
    lines = data.decode("utf-8-sig").splitlines()
    shown = [line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in lines[:LINES]]
    more = ["…"] if len(lines) > LINES else []
    shade = "json" if style in JSON else SHADES.get(style, "text")
    return "\n".join([f"## {style}\n", f"````{shade}", *shown, *more, "````\n"])


def picture(page_file: Path, target: Path) -> None:
    """Draw a page."""
    browser = shutil.which("chromium") or sys.exit("no chromium here")
    with tempfile.TemporaryDirectory() as user:
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={user}",
        ]
        size = "--window-size=1200,900"
        subprocess.run(
            [browser, *options, size, f"--screenshot={target}", page_file.as_uri()],
            check=True,
            capture_output=True,
        )


def main() -> None:
    """Write the files."""
    folder = ROOT / "docs" / "samples"
    folder.mkdir(exist_ok=True)
    (ROOT / "docs" / "samples.md").write_text(page(), encoding="utf-8", newline="\n")
    (folder / "report.html").write_bytes(output("html"))
    if "--picture" in sys.argv:
        picture(folder / "report.html", folder / "report.png")


if __name__ == "__main__":
    main()
