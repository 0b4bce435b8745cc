"""The versions that are tried are those that are promised: the lowest ones exactly, the locked ones within the bounds."""

import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT: Final = Path(__file__).resolve().parents[2]
DATA: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: Final = DATA["project"]["optional-dependencies"]


def required(extra: str) -> list[str]:
    """An extra in, what it needs out, with what the extras need that it names."""
    lines = []
    for line in EXTRAS[extra]:
        named = [name for name in sorted(Requirement(line).extras) if line.startswith("gdlint[")]
        lines += [each for name in named for each in required(name)] or [line]
    return lines


TRIED: Final = (
    *dict.fromkeys((*DATA["project"]["dependencies"], *required("test"), *DATA["build-system"]["requires"])),
)
HELD: Final = (*dict.fromkeys((*TRIED, *required("dev"))),)


def versions(name: str) -> dict[str, Version]:
    """A file of constraints in, the version of each package out."""
    lines = (ROOT / ".ci" / name).read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(package): Version(version) for package, version in pins}


def lowest(requirement: Requirement) -> Version:
    """The lower bound of a requirement."""
    (bound,) = [each.version for each in requirement.specifier if each.operator == ">="]
    return Version(bound)


@pytest.mark.parametrize("line", TRIED)
def test_the_lowest_version_that_is_promised_is_tried(line: str) -> None:
    requirement = Requirement(line)
    assert versions("lowest.txt")[canonicalize_name(requirement.name)] == lowest(requirement)


def test_nothing_else_is_held_down() -> None:
    assert versions("lowest.txt").keys() == {canonicalize_name(Requirement(line).name) for line in TRIED}


@pytest.mark.parametrize("line", HELD)
def test_the_locked_version_is_one_that_is_promised(line: str) -> None:
    requirement = Requirement(line)
    assert versions("locked.txt")[canonicalize_name(requirement.name)] in requirement.specifier


def test_every_python_that_is_promised_is_tried() -> None:
    promised = {line.rpartition(" ")[2] for line in DATA["project"]["classifiers"] if ":: 3." in line}
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert promised == set(re.findall(r"3\.\d+", re.findall(r"for version in (.*);", run)[0]))
    assert Version(min(promised, key=Version)) == lowest(
        Requirement(f"python{DATA['project']['requires-python']}")
    )
