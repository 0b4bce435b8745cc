"""A plugin of pytest for mutmut: while it notes which test runs which function, no test finds what was kept before it.

Otherwise only the first test that reads the catalogue would be held against a change of what reads it.
"""

import os
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = str(Path(__file__).resolve().parents[2])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Before each test."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        for kept in _caches():
            kept.cache_clear()


def _caches() -> Iterator["_lru_cache_wrapper[Any]"]:
    """Every function of this checkout that keeps its results."""
    for module in list(sys.modules.values()):
        if (getattr(module, "__file__", None) or "").startswith(ROOT):
            yield from (kept for kept in vars(module).values() if isinstance(kept, _lru_cache_wrapper))
