"""Single sentences in whole reports: no right one is blamed, and of the wrong ones of the samples nine of ten are said."""

import json
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from support.extent import dear, extent

ROOT: Final = Path(__file__).resolve().parent.parent
OWN: Final = ("clerks", "kinds", "offices", "relations", "unseen", "wordings")
PARTS: Final = 8
WANTED: Final = 0.9
"""of the wrong sentences"""

judge: Final = runpy.run_path(str(ROOT / "benchmarks" / "prose.py"))["judge"]


def items(path: Path) -> list[Mapping[str, Any]]:
    """The items of a file, a line each."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def report_around(samples: Path) -> Any:
    """What puts a sentence into a report with the tables of the samples."""
    return runpy.run_path(str(samples / "prose" / "base.py"))["report"]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_right_sentence_is_blamed(samples: Path, part: int) -> None:
    files = (samples / "prose" / "pairs.jsonl", *(ROOT / "tests" / "prose" / f"{name}.jsonl" for name in OWN))
    every = [item for path in files for item in items(path)][part :: extent(PARTS, 20 * PARTS)]
    report = report_around(samples)
    blamed = {item["id"]: judge({**item, "wrong": None}, report).false for item in every}
    assert {name: found for name, found in blamed.items() if found} == {}


@dear
def test_nine_of_ten_wrong_sentences_of_the_samples_are_said(samples: Path) -> None:
    report = report_around(samples)
    judged = [judge(item, report) for item in items(samples / "prose" / "pairs.jsonl") if item["wrong"]]
    assert sum(bool(each.said) for each in judged) >= WANTED * len(judged)
