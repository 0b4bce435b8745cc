"""Nothing under the AGPL, and nothing that installs such, is needed by any extra."""

import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parents[2]
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: Final = PROJECT["optional-dependencies"]
BANNED: Final = frozenset({"pymupdf", "pymupdfb", "pymupdf4llm", "easyofd", "pdf2ofd"})


def installed(name: str) -> Distribution | None:
    """The name of a package in, the package as it is installed out."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def tree(lines: list[str]) -> set[str]:
    """Requirements in, the names of all that they install here out."""
    found: set[str] = set()
    waiting = [Requirement(line) for line in lines]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or name == "gdlint":
            continue
        found.add(name)
        package = installed(name)
        extras = requirement.extras or {""}
        needed = map(Requirement, (package.requires if package else None) or ())
        waiting += [
            each
            for each in needed
            if not each.marker or any(each.marker.evaluate({"extra": extra}) for extra in extras)
        ]
    return found


def licence(name: str) -> str:
    """The name of a package in, what it says of its licence out."""
    package = installed(name)
    if package is None:
        return ""
    said = package.metadata
    return " ".join(
        value
        for key in ("License", "License-Expression", "Classifier")
        for value in said.get_all(key) or ()
        if key != "Classifier" or value.startswith("License")
    )


@pytest.mark.parametrize("extra", [*EXTRAS, ""])
def test_nothing_under_the_agpl_is_needed(extra: str) -> None:
    names = tree(EXTRAS[extra] if extra else PROJECT["dependencies"])
    assert not names & BANNED
    assert [name for name in sorted(names) if "AGPL" in licence(name) or "Affero" in licence(name)] == []


def test_the_licence_of_what_is_installed_is_known() -> None:
    assert "MIT" in licence("lark")
    assert tree(["pytest"]) >= {"pytest", "pluggy"}
