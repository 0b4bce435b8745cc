"""`python .ci/ready.py [EXTRA …]`: exits 0 where this Python is that of a virtual environment with all that gdlint needs."""

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def is_ready(extras: list[str]) -> bool:
    """Whether each dependency, and each of these extras, is there in a version within its bounds."""
    try:
        from packaging.requirements import Requirement
    except ImportError:
        return False
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines, extras = [*project["dependencies"]], [*extras]
    for extra in extras:
        for line in project["optional-dependencies"][extra]:
            own = Requirement(line)
            if own.name == project["name"]:
                extras += own.extras
            else:
                lines.append(line)
    try:
        return all(
            wanted.specifier.contains(version(wanted.name), prereleases=True)
            for wanted in map(Requirement, lines)
        )
    except PackageNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(sys.prefix == sys.base_prefix or not is_ready(sys.argv[1:]))
