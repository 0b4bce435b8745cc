"""What all tests share: the real samples, and how many examples hypothesis tries.

pytest puts this folder on `sys.path` (it holds no `__init__.py`), so `generate` and `support` import from anywhere.
"""

import gc
import os
from pathlib import Path

import pytest

from support.calls import Caller
from support.profile import load_profile
from support.samples import REPORTS, SAMPLES, SEEDS, Seed, load, load_report

load_profile()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: garbage is looked for among it seldom.

    `gc.freeze` would hide it from `gc.get_referrers`, by which hypothesis sees that its random generators are held.
    """
    gc.collect()
    gc.set_threshold(100_000, 50, 100)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """At the end, pytest looks five times for garbage among what is kept, a second each: once will do."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a version before compiled for the user is none of the tests' business, and the other way round."""
    os.environ["GDLINT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    # The processes that tests start would compile all modules again and again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of real reports; without it, skip, or fail where GDLINT_SAMPLES=required."""
    if (SAMPLES / "seeds").is_dir():
        return SAMPLES
    if os.environ.get("GDLINT_SAMPLES") == "required":
        pytest.fail(f"no samples at {SAMPLES}, and GDLINT_SAMPLES=required")
    pytest.skip(f"no samples at {SAMPLES}")


@pytest.fixture(scope="session", params=SEEDS)
def seed(request: pytest.FixtureRequest, samples: Path) -> Seed:
    """Each of the five seeds."""
    name: str = request.param
    return load(name)


@pytest.fixture(scope="session", params=REPORTS)
def report(request: pytest.FixtureRequest, samples: Path) -> Seed:
    """Each text that was taken from a PDF or a web page."""
    name: str = request.param
    return load_report(name)


@pytest.fixture(scope="session")
def seeds(samples: Path) -> tuple[Seed, ...]:
    """All five seeds."""
    return tuple(map(load, SEEDS))


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Caller:
    """The command line, called inside this process."""
    return Caller(capsys, monkeypatch)
