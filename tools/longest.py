"""Print the longest expressions and patterns of the catalogue as they are written: `python tools/longest.py [CODE …] [--top N]`.

An expression stands under `check`, `when` or `let`, a pattern under `find` or `unless`.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from gdlint.data import resources, yamlfile  # noqa: E402

EXPRESSIONS = ("check", "when", "let")
PATTERNS = ("find", "unless")


class Written(NamedTuple):
    """A text of a rule: expression or pattern, its rule, its key, and how long it is."""

    kind: str
    code: str
    key: str
    length: int


def main(arguments: Sequence[str]) -> None:
    """The arguments of the command in; prints a line for each text."""
    parser = argparse.ArgumentParser(prog="tools/longest.py", description=__doc__)
    parser.add_argument("codes", nargs="*", metavar="CODE")
    parser.add_argument("--top", type=int, default=5, metavar="N")
    asked = parser.parse_args(arguments)
    found = [item for item in _all() if not asked.codes or item.code.startswith(tuple(asked.codes))]
    for kind in ("expression", "pattern"):
        longest = sorted((item for item in found if item.kind == kind), key=lambda item: -item.length)
        for item in longest[: asked.top]:
            print(f"{item.kind} {item.length:5} {item.code} {item.key}")


def _all() -> Iterator[Written]:
    for path in resources.rule_files("catalog"):
        for rule in yamlfile.load(path):
            for part in (rule, *rule.get("cases", ())):
                yield from _of_part(rule["code"], part)


def _of_part(code: str, part: dict[str, Any]) -> Iterator[Written]:
    for key in (*EXPRESSIONS, *PATTERNS):
        kind = "expression" if key in EXPRESSIONS else "pattern"
        held = part.get(key, ())
        named = held.items() if isinstance(held, dict) else [("", held)] if isinstance(held, str) else ()
        for name, text in named:
            yield Written(kind, code, f"{key} {name}".strip(), len(" ".join(str(text).split())))


if __name__ == "__main__":
    main(sys.argv[1:])
