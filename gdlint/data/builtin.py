"""The built-in forms and rules as parsed YAML: from a bundle made at build time where that is current, else from YAML.

The bundle saves a run YAML and the grammars. It holds a checksum of what it was made from, and in a checkout, where that may be edited, is
passed over silently when that no longer fits; nothing but time depends on it.
"""

from collections.abc import Mapping
from functools import cache, reduce
from pathlib import Path
from typing import Any

from gdlint.data import bundlefile, regexcode, resources
from gdlint.data.joined import joined

BUNDLE = Path(__file__).resolve().parent / "_bundle.jsonl"
FOLDERS = ("forms", "catalog")
CLAIMS = "claims.yaml"
"""the words by which text is read, those of the language and those of a form"""
KNOWN = "known"
"""of the words that were written out, those that say what they are, by the letter that they begin with: most of the bundle"""
FORMAT = 6
"""goes up when the keys of the bundle change, so that one of before is passed over"""

Documents = list[tuple[Path, Any]]


def documents(folder: str) -> Documents:
    """The parsed YAML files of `rules/FOLDER`, with their paths."""
    bundle = _bundle()
    if bundle:
        rules = resources.rule_file(folder)
        return [(rules / name, data) for name, data in bundle["documents"][folder].items()]
    from gdlint.data import yamlfile

    return [(path, yamlfile.load(path)) for path in resources.rule_files(folder)]


def group_of(path: Path) -> str:
    """A group of rules is a file of the catalogue: `gd4-arithmetic.yaml` is `arithmetic`."""
    return path.stem.partition("-")[2]


def groups() -> frozenset[str]:
    """The groups of the built-in rules."""
    return frozenset(group_of(path) for path in resources.rule_files("catalog"))


def expressions() -> dict[str, Any]:
    """Parsed expressions by their text, as JSON; empty without a bundle."""
    bundle = _bundle()
    return bundle["expressions"] if bundle else {}


def patterns() -> dict[str, Any]:
    """The patterns of all rules, written out, by their text; empty without a bundle."""
    bundle = _bundle()
    return bundle["patterns"] if bundle else {}


def named_patterns() -> dict[str, Any]:
    """The parsed `rules/patterns.yaml` and `rules/phrases.yaml`."""
    bundle = _bundle()
    found: dict[str, Any] = bundle["named"] if bundle else _patterns_file()
    return found


def claims() -> dict[str, Any]:
    """The parsed `rules/claims.yaml`, with what the files of that name of the forms add."""
    bundle = _bundle()
    found: dict[str, Any] = bundle["claims"] if bundle else written_claims()
    return found


def written_claims() -> dict[str, Any]:
    """The same as it is written."""
    found: dict[str, Any] = reduce(joined, claims_of_forms(), _loaded(CLAIMS))
    return found


def claims_of_forms() -> list[Any]:
    """The words that each form adds."""
    return [data for path, data in documents("forms") if path.name == CLAIMS]


def claim_words() -> dict[str, Any] | None:
    """The words of `rules/claims.yaml`, written out; None without a bundle."""
    bundle = _bundle()
    return {**bundle["words"], KNOWN: bundle[KNOWN]} if bundle else None


@cache
def regexes() -> regexcode.Kept:
    """The regular expressions of the modules, compiled by the engine of this Python; none where another made the bundle, and
    without one."""
    bundle = _bundle()
    return regexcode.kept(bundle["regexes"].get(regexcode.engine())) if bundle else regexcode.NOTHING


def _patterns_file() -> Any:
    return _loaded("patterns.yaml") | _loaded("phrases.yaml")


def _loaded(name: str) -> Any:
    from gdlint.data import yamlfile

    return yamlfile.load(resources.rule_file(name))


def parser_table(grammar: str) -> Any:
    """The table of the parser of a grammar, as `syntax.parser_tables` wrote it; None without a bundle."""
    bundle = _bundle()
    return bundle["parsers"].get(grammar) if bundle else None


def is_bundled() -> bool:
    """The data comes from a bundle, whose rules were compiled as a whole when it was made."""
    return _bundle() is not None


def digest() -> int:
    """A checksum of what the bundle is made from: forms, rules, named patterns and phrases, the words of claims, the grammars."""
    from zlib import crc32

    whole = crc32(resources.rule_file("patterns.yaml").read_bytes(), FORMAT)
    for name in ("phrases.yaml", CLAIMS):
        whole = crc32(resources.rule_file(name).read_bytes(), whole)
    for name in ("expression.lark", "report.lark"):
        whole = crc32(resources.grammar(name).encode(), whole)
    for folder in FOLDERS:
        for path in resources.rule_files(folder):
            whole = crc32(path.read_bytes(), whole)
    return whole


def write_bundle(made: Mapping[str, Any]) -> Path:
    """Write the bundle with what was made of its sources, by the names under which it is asked for; examples, which no run needs, are
    left out."""
    from gdlint.data import yamlfile

    loaded = {
        folder: {
            path.relative_to(resources.rule_file(folder)).as_posix(): yamlfile.load(path)
            for path in resources.rule_files(folder)
        }
        for folder in FOLDERS
    }
    for rules in loaded["catalog"].values():
        for rule in rules:
            rule.pop("examples", None)
    head = {"format": FORMAT, "digest": digest()}
    own = {"documents": loaded, "named": _patterns_file(), "claims": written_claims()}
    bundlefile.write(BUNDLE, head, {**own, **made})
    return BUNDLE


@cache
def _bundle() -> bundlefile.Sections | None:
    head, bundle = bundlefile.read(BUNDLE) or ({}, None)
    if head.get("format") != FORMAT:
        return None
    return bundle if resources.are_inside() or head["digest"] == digest() else None
