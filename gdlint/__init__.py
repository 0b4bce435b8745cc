"""gdlint checks Chinese annual reports on government information disclosure (政府信息公开工作年度报告).

The public API is `lint`, `parse` and `extract` (see `gdlint.api`); everything else may change between minor versions.
"""

from typing import TYPE_CHECKING, Any

from gdlint.version import __version__

if TYPE_CHECKING:
    from gdlint.api import extract, lint, parse

__all__ = ["__version__", "extract", "lint", "parse"]


def __getattr__(name: str) -> Any:
    """Load the API at first use, so that `gdlint --version` and `--help` need no parser."""
    if name in {"lint", "parse", "extract"}:
        from gdlint import api

        return getattr(api, name)
    raise AttributeError(f"module 'gdlint' has no attribute {name!r}")
