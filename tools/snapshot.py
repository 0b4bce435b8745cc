"""All that the command writes about many reports, into a folder: `python tools/snapshot.py FOLDER [--generated N]`.

A change that is to change no output is held against the folder of before with `diff -r`. The reports are the samples where
they lie beside the checkout, the example, and generated ones in all shapes; their paths are the same wherever this runs.
"""

import argparse
import io
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gdlint.cli.main import run  # noqa: E402
from generate import SHAPES, random_report  # noqa: E402
from support.samples import SAMPLES  # noqa: E402

LANGUAGES = ("zh", "en")
EXPLAINED = ("GD001", "GD113", "GD401", "blank-cell", "GD601", "NONE")
FORMATS = ("jsonl", "csv", "sarif", "junit", "github", "gitlab", "checkstyle", "concise")
OF_REPORTS: dict[str, Sequence[str]] = {
    **{f"check-{style}": ("check", "--format", style) for style in FORMATS},
    "check-text": ("check",),
    "check-json": ("check", "--format", "json"),
    "check-statistics": ("check", "--statistics", "--no-suppressions"),
    "check-packs": ("check", "--format", "json", "--pack", "auto", "--pack", "gansu-wuwei"),
    "check-some": ("check", "--select", "GD1,GD4", "--ignore", "GD113", "--year", "2022"),
    "extract-json": ("extract",),
    "extract-csv": ("extract", "--format", "csv"),
}
"""commands on all reports, by the name of their files"""
OF_RULES: dict[str, Sequence[str]] = {
    **{f"rules-{style}": ("rules", "--format", style) for style in ("table", "json", "markdown")},
    "rules-packs": ("rules", "--format", "json", "--pack", "gansu-wuwei"),
    "config": ("config",),
    "config-json": ("config", "--format", "json", "--select", "GD4"),
    "packs": ("pack", "list"),
    "pack": ("pack", "show", "gansu-wuwei"),
    **{f"explain-{rule}": ("explain", rule) for rule in EXPLAINED},
}
"""commands without reports, by the name of their files"""


def gather(folder: Path, number: int) -> None:
    """Copy and generate all reports into a folder."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    if SAMPLES.is_dir():
        shutil.copytree(SAMPLES, folder / "samples", ignore=shutil.ignore_patterns("*.json", "*.py", "*.md"))
    made = folder / "generated"
    made.mkdir()
    for n in range(number):
        rng = random.Random(n)
        shape = list(SHAPES)[n % len(SHAPES)]
        text = SHAPES[shape](random_report(rng), rng)
        (made / f"{n:04d}.{shape}.txt").write_text(text, encoding="utf-8")


def written(command: Sequence[str]) -> str:
    """What a command writes: standard output, standard error, its exit status."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = run(list(command))
    said = [_whole(stream) for stream in (out, err)]
    return f"{said[0]}\n--- stderr\n{said[1]}\n--- status {status}\n"


def _whole(stream: io.TextIOWrapper) -> str:
    """What was written, be it as text or as bytes."""
    stream.flush()
    stream.seek(0)
    return stream.read()


def commands() -> Iterator[tuple[str, list[str]]]:
    """Each command with the name of its file."""
    for lang in LANGUAGES:
        for name, words in OF_REPORTS.items():
            yield f"{name}.{lang}", [*words, "--lang", lang, "."]
        for name, words in OF_RULES.items():
            yield f"{name}.{lang}", [*words, "--lang", lang]
        yield f"baseline.{lang}", ["baseline", "--lang", lang, "-o", "known.json", "examples", "generated"]
        yield (
            f"check-baseline.{lang}",
            ["check", "--lang", lang, "--baseline", "known.json", "examples", "generated"],
        )


def main() -> None:
    """Write the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--generated", type=int, default=60, help="so many generated reports")
    asked = parser.parse_args()
    target: Path = asked.folder.resolve()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        gather(Path(name), asked.generated)
        os.chdir(name)
        for file, command in commands():
            (target / file).write_text(written(command).replace(str(ROOT), "ROOT"), encoding="utf-8")
        (target / "known.json").write_bytes(Path("known.json").read_bytes())
        os.chdir(target)


if __name__ == "__main__":
    main()
