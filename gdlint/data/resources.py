"""Where the data of the project lies: beside the package in a checkout, inside it in an installed wheel."""

from functools import cache
from pathlib import Path

from gdlint.words.fault import FaultError, fault

_INSIDE = "_data"


@cache
def root() -> Path:
    """The folder that holds `rules/` and `grammars/`.

    Raises `FaultError` where the package lies in an archive: its data are files, and none would be found.
    """
    package = Path(__file__).resolve().parent.parent
    if not package.is_dir():
        raise FaultError(fault("zipped", {"path": package.parent}))
    inside = package / _INSIDE
    return inside if inside.is_dir() else package.parent


def are_inside() -> bool:
    """The data lies inside the package, where it came together with what was made of it."""
    return root().name == _INSIDE


def grammar(name: str) -> str:
    """The text of a grammar, e.g. `report.lark`."""
    return (root() / "grammars" / name).read_text(encoding="utf-8")


def rule_files(folder: str) -> tuple[Path, ...]:
    """The YAML files of a folder below `rules/` and of the folders in it, in the order of their paths."""
    return tuple(sorted((root() / "rules" / folder).rglob("*.yaml")))


def rule_file(name: str) -> Path:
    """A file or folder right below `rules/`, e.g. `patterns.yaml`."""
    return root() / "rules" / name


def pack_folders() -> tuple[Path, ...]:
    """The folders of the packs that come with gdlint, in the order of their names."""
    return tuple(sorted(path.parent for path in (root() / "rules" / "packs").glob("*/pack.yaml")))
