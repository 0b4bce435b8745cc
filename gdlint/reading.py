"""Reading files of any format: those that gdlint reads itself, and those of plugins."""

from pathlib import Path

from gdlint.model.source import Source
from gdlint.plugins.manager import Plugins
from gdlint.readers import text


def suffixes(plugins: Plugins) -> frozenset[str]:
    """The endings of files that are looked for in folders."""
    return text.SUFFIXES | plugins.readers.keys()


def read_path(path: Path, plugins: Plugins, name: str | None = None) -> Source:
    """Read a file; whatever goes wrong is the `problem` of the source, never an exception."""
    shown = name or str(path)
    if path.suffix.lower() not in plugins.readers:
        return text.read_path(path, shown)
    try:
        if path.stat().st_size > text.LIMIT:
            return Source(
                shown, None, problem="too-large", detail=f"{path.stat().st_size / 1_000_000:.1f} MB"
            )
        return read_bytes(text.beginning(path), shown, plugins)
    except OSError as error:
        return Source(shown, None, problem="no-access", detail=error.strerror or type(error).__name__)


def read_bytes(data: bytes, name: str, plugins: Plugins) -> Source:
    """Read the bytes of one file; the ending of its name tells the format."""
    found = plugins.readers.get(Path(name).suffix.lower())
    if found is None:
        return text.read_bytes(data, name)
    if len(data) > text.LIMIT:
        return text.read_bytes(data, name)
    reader, plugin = found
    failed = Source(name, None, problem="format", detail=Path(name).suffix.lower())
    read = plugins.guarded(plugin, f"reader {reader.name}", reader.read, failed)(data, name)
    return text.from_string(read, name) if isinstance(read, str) else read
