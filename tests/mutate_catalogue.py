"""Print which small changes of the rules their own examples do not notice: `python tests/mutate_catalogue.py [CODE …]`.

In every check, condition and `let`: == for !=, < for <=, a term dropped, a key swapped, a bound moved by one; besides,
other years and kinds, and a case, `when` or `unless` dropped. A mutant that cannot be compiled is killed, too.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gdlint import api, resources, yamlfile  # noqa: E402
from gdlint.engine import catalog  # noqa: E402
from gdlint.engine.definition import Definition  # noqa: E402
from gdlint.engine.examples import check_examples  # noqa: E402
from support.mutants import Mutant, mutants  # noqa: E402

parsed = lru_cache(maxsize=None)(api.parse)


def outcome(mutant: Mutant) -> str:
    """A changed rule in, what its examples say of it: killed, refused (it cannot be compiled), or survived."""
    try:
        ready = catalog.ready(mutant.definition, api.forms())
    except catalog.CatalogError:
        return "refused"
    return "killed" if next(check_examples(ready, parsed), None) else "survived"


def written() -> list[Definition]:
    """The catalogue as it is written, with examples."""
    files = [(path, yamlfile.load(path)) for path in resources.rule_files("catalog")]
    return catalog.definitions(files, api.forms())


def main(chosen: Sequence[str]) -> int:
    """Codes (none: all) in; prints survivors and sums; the number of survivors out."""
    tally: Counter[str] = Counter()
    for definition in written():
        code = definition.rule.code
        if chosen and code not in chosen:
            continue
        for mutant in mutants(definition):
            came = outcome(mutant)
            tally[came] += 1
            if came == "survived":
                print(f"survived {code}: {mutant.what}")
    total = sum(tally.values())
    print(
        f"mutants: {total}, killed {tally['killed']}, refused {tally['refused']}, survived {tally['survived']}"
    )
    return tally["survived"]


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
