"""Print which small changes of the rules their own examples do not notice: `python tests/mutate_catalogue.py [CODE …]`.

In every check, condition and `let`: == for !=, < for <=, a term dropped, a key swapped, a bound moved by one; besides,
other years and kinds, and a case, `when` or `unless` dropped. A mutant that cannot be compiled is killed, too. Those that
mean the same as the rule stand in `equal_mutants.yaml`, each with the reason. Exits with 1 where any other survives, or
where one that stands there does not.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gdlint import api  # noqa: E402
from gdlint.data import resources, yamlfile  # noqa: E402
from gdlint.engine import catalog  # noqa: E402
from gdlint.engine.definition import Definition  # noqa: E402
from gdlint.examples.outcomes import check_examples  # noqa: E402
from support.mutants import mutants  # noqa: E402

EQUAL = ROOT / "tests" / "equal_mutants.yaml"
WRONG = ("survived", "wrongly listed", "broken")

parsed = lru_cache(maxsize=None)(api.parse)


def outcome(definition: Definition) -> str:
    """A changed rule in, what its examples say of it: killed, refused (it cannot be compiled), or survived."""
    try:
        ready = catalog.ready(definition, api.forms())
    except catalog.CatalogError:
        return "refused"
    return "killed" if next(check_examples(ready, parsed), None) else "survived"


def written() -> list[Definition]:
    """The catalogue as it is written, with examples."""
    files = [(path, yamlfile.load(path)) for path in resources.rule_files("catalog")]
    return catalog.definitions(files, api.forms())


def listed() -> dict[str, dict[str, str]]:
    """Code → mutant → why it means the same as the rule."""
    found: dict[str, dict[str, str]] = yamlfile.load(EQUAL)
    return found


def judged(definition: Definition, equal: Mapping[str, str], step: int = 1) -> Iterator[tuple[str, str]]:
    """A rule and its equal mutants in, the outcome of each mutant (or of one in `step`) and a line to print out."""
    code = definition.rule.code
    left = dict(equal)
    if outcome(definition) != "survived":
        yield "broken", f"broken {code}: the rule itself fails its examples"
    for number, mutant in enumerate(mutants(definition)):
        is_listed = left.pop(mutant.what, None) is not None
        if number % step == 0:
            came = outcome(mutant.definition)
            if is_listed:
                came = "equal" if came == "survived" else "wrongly listed"
            yield came, f"{came} {code}: {mutant.what}"
    for what in left:
        yield "wrongly listed", f"wrongly listed {code}: {what} (there is no such mutant)"


def main(chosen: Sequence[str]) -> int:
    """Codes (none: all) in; prints survivors and sums; the number of survivors and of wrong entries out."""
    tally: Counter[str] = Counter()
    rules = {definition.rule.code: definition for definition in written()}
    equal = listed()
    for code in chosen or rules:
        for came, line in judged(rules[code], equal.pop(code, {})):
            tally[came] += 1
            if came in WRONG:
                print(line)
    for code in () if chosen else equal:
        tally["wrongly listed"] += 1
        print(f"wrongly listed {code}: there is no such rule")
    print(", ".join(f"{came} {tally[came]}" for came in ("killed", "refused", "equal", *WRONG)))
    return sum(tally[came] for came in WRONG)


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
