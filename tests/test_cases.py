"""Small invented reports beside the checkout: each shows one difficulty, and what must come of it."""

from pathlib import Path
from typing import Final

import pytest

from gdlint import api
from support.calls import Caller
from support.judged_cases import Seen, expectations, mistakes, path_of

NOT_YET: Final[dict[str, tuple[str, ...]]] = {}
"""cases that are not right yet, by the kind of fault; whoever mends one takes it off the list"""
REASONS: Final = {name: reason for reason, names in NOT_YET.items() for name in names}

EXPECTED: Final = expectations()
CASES: Final = [
    pytest.param(name, marks=pytest.mark.xfail(strict=True, reason=REASONS[name]))
    if name in REASONS
    else name
    for name in sorted(EXPECTED) or ["none"]
]


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, samples: Path, call: Caller) -> None:
    assert mistakes(seen(name, call), EXPECTED[name]) == []


def test_the_list_of_what_is_not_right_yet_names_cases(samples: Path) -> None:
    assert REASONS.keys() <= EXPECTED.keys()


def seen(name: str, call: Caller) -> Seen:
    """The name of a case and the command line in, what comes of that report out."""
    path = path_of(name)
    called = call("check", "--format", "json", path)
    text = path.read_text(encoding="utf-8")
    return Seen(text, called.status, called.data["files"][0]["findings"], api.extract(path))
