"""Public types and modules of one name: `python tools/names.py`; the exit status is 1 where one of them is not explained.

The same word means one thing in the whole package. Two of one name are right only where they are the same idea in two rooms, which
is explained here.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "gdlint"
EXPLAINED: Mapping[str, str] = {
    "module baseline": "the command, and the file that it writes",
    "module config": "the command, and the room of settings",
    "module explain": "the command, and where values of settings come from",
    "module extract": "the command, and its format",
    "module formats": "the option, and the table of formats that it offers",
    "module plugins": "the command, and the room of plugins",
    "module rules": "the command, and the room of rules in force",
    "module pack": "the command, and what a pack says of itself",
    "module page": "what a reader hands on, and how each format makes one",
    "module text": "the format, as it is read and as it is written",
    "module html": "the format, as it is read, and as fixes are written into it",
    "module headings": "lines that head a section, and the section that they head",
    "module words": "what a room says, in a table of its own",
}


def modules() -> Iterator[Path]:
    """All modules and rooms, by their paths."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.parent if path.name == "__init__.py" else path.with_suffix("")


def types() -> Iterator[tuple[str, Path]]:
    """All public classes, each with its module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, path.with_suffix("")


def namesakes() -> dict[str, list[str]]:
    """The places of all that share a name with others of their kind, by the name."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for module in modules():
        places[f"module {module.name}"].append(str(module.relative_to(PACKAGE.parent)))
    for name, module in types():
        places[f"type {name}"].append(str(module.relative_to(PACKAGE.parent)))
    return {name: found for name, found in places.items() if len(found) > 1}


def main() -> int:
    """Print what is not explained, and how much there is of either."""
    found = namesakes()
    open_ones = {name: places for name, places in found.items() if name not in EXPLAINED}
    for name, places in sorted(open_ones.items()):
        print(f"{name}: {', '.join(places)}")
    kinds = {kind: sum(name.startswith(kind) for name in open_ones) for kind in ("type", "module")}
    print(f"{len(set(dict(types())))} types, {kinds['type']} with a namesake that is not explained")
    print(f"{len(set(modules()))} modules, {kinds['module']} with a namesake that is not explained")
    for name in EXPLAINED.keys() - found.keys():
        print(f"{name} is explained and has no namesake")
    return int(bool(open_ones))


if __name__ == "__main__":
    sys.exit(main())
