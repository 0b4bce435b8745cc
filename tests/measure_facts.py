"""What gdlint reads of bodies, titles, signatures, periods and files, on the lists of `tests/facts`.

    python tests/measure_facts.py [LIST …] [--half 0|1] [--shapes] [--show]

With `--shapes` titles, signatures and periods are read in whole reports of every shape, too.
Each list is split in halves by the items themselves (see `support.facts`): one to work with, one to measure on.
"""

import argparse

from support.facts import FRAMES, LISTS, PRINTED, RIGHT, counted


def main() -> None:
    """Print how many items of each list are right, unknown, and wrong; with `--show`, those that are not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="*", default=list(LISTS))
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--shapes", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    for name in given.lists:
        shapes = FRAMES if given.shapes and name in PRINTED else ()
        items = [item for shape in shapes for item in PRINTED[name](shape, 1)] or list(LISTS[name]())
        for half in (0, 1) if given.half is None else (given.half,):
            judged = [item for item in items if item.half == half]
            print(name, f"half {half}:", len(judged), dict(counted(judged)))
            for item in judged if given.show else ():
                if item.verdict != RIGHT:
                    print("   ", item.verdict, repr(item.name[:60]), "wanted", item.wanted, "got", item.got)


if __name__ == "__main__":
    main()
