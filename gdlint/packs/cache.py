"""What was made of rule files before, in the user's cache: JSON, named by what it was made from, written whole and sealed.

It saves reading YAML, parsing expressions, and checking names and types. A file that is missing, broken, somebody else's or
not writable costs nothing but time.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.data import resources
from gdlint.data.filebytes import FileError, file_bytes
from gdlint.data.yamlfile import LARGEST
from gdlint.version import __version__

LARGEST_KEPT = 50_000_000
"""bytes"""
FORMAT = 4
"""of these files; it goes up with the JSON of nodes (`gdlint.expressions.nodes.to_data`), too"""


class CompiledPack(NamedTuple):
    """The documents of rule files without their examples, and their expressions parsed."""

    face: Mapping[str, Any]
    """the checked pack.yaml"""
    documents: list[Any]
    expressions: Mapping[str, Any]

    @classmethod
    def of(cls, face: Mapping[str, Any], documents: list[Any]) -> "CompiledPack":
        """What is kept of documents whose rules have been made ready in this process."""
        from gdlint.engine.bundle import expressions_of
        from gdlint.expressions.nodes import to_data
        from gdlint.expressions.parser import parse_expression

        rules = [rule for document in documents for rule in document]
        texts = dict.fromkeys(text for rule in rules for text in expressions_of(rule))
        return cls(
            face,
            [
                [{key: value for key, value in rule.items() if key != "examples"} for rule in document]
                for document in documents
            ],
            {text: to_data(parse_expression(text)) for text in texts},
        )


def folder() -> Path:
    """The folder of the cache: GDLINT_CACHE, else where the system keeps caches of a user."""
    own = os.environ.get("GDLINT_CACHE")
    if own:
        return Path(own)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "gdlint" / f"packs-{FORMAT}"


@cache
def _ground() -> bytes:
    """What the result depends on besides the files."""
    grammar = resources.grammar("expression.lark").encode()
    patterns = b"".join(resources.rule_file(name).read_bytes() for name in ("patterns.yaml", "phrases.yaml"))
    return f"{FORMAT} {__version__} ".encode() + grammar + patterns


def _path(files: tuple[Path, ...], functions: frozenset[str]) -> Path:
    """The file for some rule files: by their content, by the functions of plugins, and by what else the result depends on."""
    from hashlib import sha256

    whole = sha256(_ground() + repr(sorted(functions)).encode())
    for path in files:
        whole.update(sha256(file_bytes(path, LARGEST)).digest())
    return folder() / f"{whole.hexdigest()}.json"


def _seal(name: str, body: bytes) -> bytes:
    """What stands before a body, so that one which was broken, or written for another name, is told."""
    from hashlib import sha256

    return sha256(name.encode() + b"\n" + body).hexdigest().encode() + b"\n"


def compiled(files: tuple[Path, ...], functions: frozenset[str]) -> CompiledPack | None:
    """What this user kept of these files (pack.yaml, and rule files behind it), or None."""
    try:
        path = _path(files, functions)
        raw = file_bytes(path, LARGEST_KEPT, own=True)
    except FileError:
        return None
    body = raw.partition(b"\n")[2]
    return CompiledPack(*json.loads(body)) if raw == _seal(path.name, body) + body else None


def keep(files: tuple[Path, ...], functions: frozenset[str], made: CompiledPack) -> None:
    """Keep what was made of these files; a cache that cannot be written is none."""
    with suppress(OSError, FileError):
        path = _path(files, functions)
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        # These two cost 10 ms of a start, and most starts have no packs.
        import tempfile

        handle, temporary = tempfile.mkstemp(prefix=".", dir=path.parent)
        try:
            # In one piece: `json.dump` would take ten times as long.
            body = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
            with open(handle, "wb") as stream:
                stream.write(_seal(path.name, body) + body)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
