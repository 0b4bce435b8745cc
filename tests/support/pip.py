"""Installing a distribution as a user would, away from this environment."""

import subprocess
import sys
from pathlib import Path


def install(source: Path, target: Path) -> None:
    """A source tree in; pip installs it into a folder of its own, without its dependencies."""
    options = ["-q", "--no-deps", "--no-build-isolation", "--target", str(target)]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *options, str(source)], check=True, capture_output=True
    )
