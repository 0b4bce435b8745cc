"""The words and numbers that a phrase may name: those of a body, its year and its tables, and free ones that agree."""

import random
import string
from collections.abc import Mapping
from itertools import accumulate
from typing import Final

from .bodies import Body
from .figures import Tables
from .forms import APPLICANTS, DISCLOSURE
from .numbers import STYLES, card_number, identity_number

Fields = Mapping[str, int | str]
"""by name: numbers (printed in the style of the report) and words"""

_OTHERS_OF_A_TOWN: Final = {
    "我镇": {"other_own": "我乡", "other_head": "乡长"},
    "我乡": {"other_own": "我镇", "other_head": "镇长"},
}
_PRIVATE: Final = {
    "identity": identity_number("11010119900307123"),
    "no_identity": "110101199003071239",
    "card": card_number("622202123456789012"),
    "no_card": "6222021234567890120",
}
_GROUPS: Final = ("denied", "unavailable", "not_processed", "other_handling")


def fields_of(body: Body, year: int, template: int, tables: Tables) -> dict[str, int | str]:
    """A body, its year and its tables in, all that is fixed for the whole report out."""
    return {
        "body": body.name,
        "own": body.own,
        "head": body.head,
        "whole": body.whole,
        "site": body.site,
        "above": body.above,
        "Y": str(year),
        "Y1": str(year + 1),
        "P": str(year - 1),
        "county": "青石县" if body.name.startswith("青石县") else "",
        **_OTHERS_OF_A_TOWN.get(body.own, {}),
        **_PRIVATE,
        **_applications(tables),
        **_litigation(tables),
        **_disclosure(tables, template),
    }


def _applications(tables: Tables) -> dict[str, int | str]:
    """The figures of section three that prose repeats."""
    table = {
        row: {key: int(text) for key, text in cells.items()} for row, cells in tables["applications"].items()
    }
    totals = {row: cells["total"] for row, cells in table.items()}
    new = table["new"]
    groups = {
        group: sum(total for row, total in totals.items() if row.split(".")[0] == group) for group in _GROUPS
    }
    both = {key: new[key] + table["carried_in"][key] for key in new}
    return {
        **{row: totals[row] for row in ("new", "carried_in", "total", "carried_out", "granted", "partial")},
        **groups,
        "both": both["total"],
        "person": new["natural_person"],
        "organisation": sum(new[key] for key in APPLICANTS[1:]),
        "person_both": both["natural_person"],
        "organisation_both": sum(both[key] for key in APPLICANTS[1:]),
        "mail": both["total"] // 3,
        "web": both["total"] - both["total"] // 3,
    }


def _litigation(tables: Tables) -> dict[str, int | str]:
    """The figures of section four that prose repeats."""
    table = {
        row: {key: int(text) for key, text in cells.items()} for row, cells in tables["litigation"].items()
    }
    first = {f"review_{key}": count for key, count in table["reconsideration"].items() if key != "total"}
    review, direct, after = (table[row]["total"] for row in table)
    return {
        **first,
        "review": review,
        "direct": direct,
        "after": after,
        "suits": direct + after,
        "cases": review + direct + after,
    }


def _disclosure(tables: Tables, template: int) -> dict[str, int | str]:
    """The figures of section two that prose repeats."""
    table = tables["disclosure"]
    documents = {key: int(text) for key, text in table["normative_documents"].items()}
    decisions = {row: int(table[row]["decisions"]) for row in ("licensing", "penalties", "coercion")}
    assert len(documents) == len(DISCLOSURE[template][0].columns)
    money = table["fees"] if template == 2021 else table["procurement"]
    amount = money["amount"].rstrip("0").rstrip(".") if "." in money["amount"] else money["amount"]
    yuan = f"{round(float(money['amount']) * 10_000, 2):.2f}".rstrip("0").rstrip(".")
    purchases = {"purchases": int(money["purchases"])} if template == 2019 else {}
    return {**documents, **decisions, **purchases, "amount": amount, "yuan": yuan}


def free(rng: random.Random) -> dict[str, int | str]:
    """Free numbers out: `a` to `e`, all different, `ab` to `abcde` their sums, shares of `a` in `ab`, and larger ones."""
    numbers = rng.sample(range(3, 98), 5)
    names = string.ascii_lowercase[:5]
    sums = dict(zip(accumulate(names), accumulate(numbers), strict=True))
    share = numbers[0] / sums["ab"] * 100
    return {
        **dict(zip(names, numbers, strict=True)),
        **{name: total for name, total in sums.items() if len(name) > 1},
        "share": f"{share:.2f}",
        "share1": f"{share:.1f}",
        "tens": 10 * rng.randint(1, 60),
        "thousands": 100 * rng.randint(20, 180),
        "big": rng.randint(20_000, 90_000),
        "month": str(rng.randint(2, 10)),
        "day": str(rng.randint(1, 28)),
    }


def render(text: str, fields: Fields, style: str) -> str:
    """A phrase, its fields and the style of numbers in, the printed sentence out."""
    write = STYLES[style]
    return text.format_map({k: write(v) if isinstance(v, int) else v for k, v in fields.items()})
