"""A short run of `tests/fuzz.py`, and whether it finds what is there to be found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import fuzz
from support.extent import extent
from support.invariants import INVARIANTS, Run
from support.spoilt_files import READERS

TEXTS = 60
FILES = extent(60, 6)


def test_spoilt_reports_break_nothing() -> None:
    _, found = fuzz.fuzzed(0, TEXTS)
    assert [(find.kind, find.said) for find in found if find.invariant != "slow"] == []


@pytest.mark.parametrize("reader", READERS)
def test_spoilt_files_break_nothing(reader: str) -> None:
    pytest.importorskip("docx")
    _, found = fuzz.fuzzed(0, FILES, reader)
    assert [(find.kind, find.said) for find in found if find.invariant != "slow"] == []


def test_a_find_is_made_small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_question(found: Run) -> Iterator[str]:
        if "？" in found.text:
            yield "a question"

    monkeypatch.setitem(INVARIANTS, "no-question", no_question)
    (find,) = fuzz.finds_in("一、总体情况\n为什么？\n无。\n", ("no-question",))
    small = fuzz.smaller(find)
    assert (small.invariant, small.content) == ("no-question", "？")
    assert fuzz.written(small, tmp_path).read_text(encoding="utf-8") == "？"


def test_what_raises_is_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(found: Run) -> Iterator[str]:
        raise ValueError(found.text)

    monkeypatch.setitem(INVARIANTS, "broken", broken)
    (find,) = fuzz.finds_in("", ("broken",))
    assert find.kind == "raises ValueError test_fuzz.py broken"
