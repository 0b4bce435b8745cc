"""YAML as this project reads it: safe types only, bounded, by libyaml where it is there."""

from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load(path: Path) -> Any:
    """The content of one YAML file of our own."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
