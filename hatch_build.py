"""Build hook: writes the bundle of built-in forms and rules into the package (see `gdlint/data/builtin.py`)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface[Any]):
    """Runs for wheels and editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle and have it packed."""
        sys.path.insert(0, self.root)
        from gdlint.engine.bundle import make_bundle

        path = make_bundle()
        build_data["artifacts"].append(Path(path).relative_to(self.root).as_posix())
