"""YAML as this project reads it: safe types only, bounded, by libyaml where it is there."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(path: Path) -> Any:
    """The content of one YAML file of our own."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader, see above


def place_of(path: Path, keys: Sequence[str | int]) -> str:
    """Line and column (`12:8`, from 1) of the value that keys and indices lead to, or of the nearest one above it."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    for key in keys:
        child: Any = None
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            child = node.value[key]
        elif isinstance(node, yaml.MappingNode):
            child = next((value for name, value in node.value if name.value == key), None)
        if child is None:
            break
        node = child
    return f"{node.start_mark.line + 1}:{node.start_mark.column + 1}" if node else "1:1"
