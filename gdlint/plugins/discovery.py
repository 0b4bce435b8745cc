"""Which installed distributions offer plugins.

Importing `importlib.metadata` and pluggy takes longer than checking a report; so the files that `importlib.metadata` would
read are searched for the name of the group first.
"""

import os
import sys
from collections.abc import Iterator
from typing import NamedTuple

GROUP = "gdlint"
_MARK = b"[gdlint]"


class Offered(NamedTuple):
    """A plugin that can be loaded: its name, its module, and the distribution and version that it comes from."""

    name: str
    module: str
    distribution: str
    version: str

    @property
    def origin(self) -> str:
        """The distribution and its version, or the option that named the plugin."""
        return f"{self.distribution} {self.version}".strip() if self.distribution else "--plugin"


def offered() -> list[Offered]:
    """The plugins of installed distributions, by the entry points of the group, in the order of their names."""
    if not any(map(_is_marked, sys.path)):
        return []
    from importlib.metadata import distributions

    found: dict[str, Offered] = {}
    for distribution in distributions():
        for point in distribution.entry_points.select(group=GROUP):
            name = distribution.metadata["Name"]
            found.setdefault(
                f"{name}:{point.name}", Offered(point.name, point.value, name, distribution.version)
            )
    return sorted(found.values())


def _is_marked(folder: str) -> bool:
    """A distribution in a folder of `sys.path` may have entry points of the group. An archive may hold anything."""
    if folder.endswith((".zip", ".egg", ".whl")) and os.path.isfile(folder):
        return True
    return any(_MARK in content for content in _entry_points(folder or "."))


def _entry_points(folder: str) -> Iterator[bytes]:
    try:
        names = [
            entry.path for entry in os.scandir(folder) if entry.name.endswith((".dist-info", ".egg-info"))
        ]
    except OSError:
        return
    for name in names:
        try:
            with open(os.path.join(name, "entry_points.txt"), "rb") as stream:
                yield stream.read()
        except OSError:
            continue
