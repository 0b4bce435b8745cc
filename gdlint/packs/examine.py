"""The tests of a pack: all examples of its rules, with what was expected and what came."""

from collections.abc import Iterator
from typing import NamedTuple

from gdlint.data import yamlfile
from gdlint.engine import catalog
from gdlint.engine.checks import Ready
from gdlint.examples.outcomes import Bind, ExampleFailure, check_examples, examples_of
from gdlint.expressions.dialect import Dialect
from gdlint.model.form import Forms
from gdlint.packs.load import definitions_of, rule_files, written_rules
from gdlint.packs.pack import Pack
from gdlint.words.example_failures import EXPECTED
from gdlint.words.fault import Words


class ExampleResult(NamedTuple):
    """One example of a rule: its kind, its number from 1, where it stands, and what came of it (None: as expected)."""

    code: str
    kind: str
    number: int
    place: str
    got: Words | None


def examine(pack: Pack, forms: Forms, dialect: Dialect, bind: Bind) -> Iterator[ExampleResult]:
    """Run all examples of a pack, read from its files and never from a cache.

    Raises `CatalogError` and `ConfigError` for a pack that cannot be used.
    """
    found = definitions_of(pack, catalog.read(rule_files(pack)), forms, dialect, written_rules())
    for ready in [catalog.ready(definition, forms, counted=True) for definition in found]:
        failures = {(failure.kind, failure.number): failure for failure in check_examples(ready, bind)}
        for kind in EXPECTED:
            number = len(examples_of(ready.definition.examples, kind))
            for n in range(1, number + 1):
                yield _example(ready, kind, n, failures.pop((kind, n), None))
        for failure in failures.values():
            yield _example(ready, failure.kind, 0, failure)


def _example(ready: Ready, kind: str, number: int, failure: ExampleFailure | None) -> ExampleResult:
    place = ""
    if ready.definition.origin:
        path, n = ready.definition.origin
        several = isinstance(ready.definition.examples.get(kind), list)
        keys = (n, "examples", kind, *((number - 1,) if several else ()))
        place = f"{path}:{yamlfile.place_of(path, keys)}"
    return ExampleResult(ready.rule.code, kind, number, place, failure.got if failure else None)
