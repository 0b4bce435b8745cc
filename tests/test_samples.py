"""What the documents tell users to install is this project, from one address that is written down once."""

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest

from gdlint import version
from gdlint.version import __version__

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ADDRESS: Final[str] = DATA["tool"]["repository"]["address"]
PAGES: Final = [
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/*.md"),
    ROOT / ".pre-commit-hooks.yaml",
    ROOT / "gdlint" / "cli" / "init.py",
]
INSTALLS: Final = re.compile(r"\b(?:pipx?|uv|uvx|poetry)\b.*?\b(?:install|add|run)\b(.*)")
BARE: Final = re.compile(r"(?<![\w./-])gdlint(?:\[[\w,]+\])?(?![\w./-])")


def test_the_tool_names_the_address_of_the_repository() -> None:
    assert version.ADDRESS == ADDRESS


def bare_installs(text: str) -> list[str]:
    """A text in, its lines that install gdlint by its bare name or from elsewhere out."""
    wanted = f"gdlint @ git+{ADDRESS}@v{__version__}"
    told = [found[1].replace(wanted, "") for found in INSTALLS.finditer(text)]
    return [line for line in told if BARE.search(line)]


def addresses(text: str) -> set[str]:
    """A text in, the addresses of repositories of this name in it out."""
    return set(re.findall(r"https?://[^\s\"'`<>()]*?/gdlint\b", text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_sample_installs_from_the_address_of_the_repository(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert bare_installs(text) == []
    assert addresses(text) <= {ADDRESS}


def test_the_samples_for_hooks_and_for_ci_name_the_address() -> None:
    page = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
    assert f"- repo: {ADDRESS}\n    rev: v{__version__}\n" in page
    assert page.count(f'pip install "gdlint @ git+{ADDRESS}@v{__version__}"') == 2


@pytest.mark.parametrize(
    ("line", "is_bare"),
    [
        ("pip install gdlint", True), ("python -m pip install -U gdlint==0.1.0", True), ("pipx install 'gdlint[xlsx]'", True),
        (f'pip install "gdlint @ git+{ADDRESS}@v{__version__}"', False), ("pip install .", False),
        ('pip install "gdlint @ git+https://elsewhere.example/gdlint@v0.1.0"', True), ("pip install gdlint_pack_a.whl", False),
    ],
)  # fmt: skip
def test_a_bare_name_is_noticed(line: str, is_bare: bool) -> None:
    assert bool(bare_installs(line)) is is_bare
