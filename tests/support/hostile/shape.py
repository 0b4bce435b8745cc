"""One hostile case: its files, the call, and whether it is refused with its place or runs."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from support.packs import FACE
from support.reports import RIGHT

Content = str | bytes | Callable[[Path], None]
"""what a file holds, or what makes it"""


class Hostile(NamedTuple):
    """Files by their path, the arguments of the call in their folder, and what the line that refuses begins with and says;
    where it begins with nothing, the call is done, but for the part of which it is said that it `fails`."""

    name: str
    files: Mapping[str, Content]
    place: str = ""
    says: str = ""
    args: tuple[str, ...] = ("report.txt",)
    fails: str = ""


def write(case: Hostile, folder: Path) -> None:
    """Write the files of a case and a right report beside them."""
    (folder / "report.txt").write_text(RIGHT, encoding="utf-8")
    for name, content in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


PACK = ("report.txt", "--pack", "pack")
RULE = """\
- code: MY001
  name: my-rule
  title: {zh: 规则, en: rule}
  basis: 无
  severity: info
"""


def pack(name: str, rules: str, line: int | str = 0, says: str = "", face: str = FACE) -> Hostile:
    """A pack of one file of rules, refused at a line of it, or run."""
    files: dict[str, Content] = {"pack/pack.yaml": face, "pack/rules/rules.yaml": rules}
    return Hostile(name, files, f"pack/rules/rules.yaml:{line}" if line else "", says, PACK)


def rule(name: str, keys: str, line: int | str = 0, says: str = "") -> Hostile:
    """A pack of one rule with some keys more; its own begin in line 6."""
    return pack(name, RULE + "".join(f"  {key}\n" for key in keys.splitlines()), line, says)


def link(target: str) -> Callable[[Path], None]:
    """A link to a path."""
    return lambda path: path.symlink_to(target)


def pipe(path: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(path)


def folder(path: Path) -> None:
    """A folder where a file is expected."""
    path.mkdir()


def sparse(size: int, head: bytes = b"") -> Callable[[Path], None]:
    """A file of so many bytes, of which hardly any are on the disk."""

    def made(path: Path) -> None:
        path.write_bytes(head)
        os.truncate(path, size)

    return made
