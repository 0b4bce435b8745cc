"""What phrases may name: figures of the tables by short names, and free figures that agree with each other."""

import random
from collections.abc import Mapping
from fractions import Fraction

from ..figures import Tables

Fields = Mapping[str, int | str | Fraction]
_GROUPS = {"d": "denied", "u": "unavailable", "sk": "not_processed", "h": "other_handling"}
_ROWS = {
    "n": "new",
    "c": "carried_in",
    "s": "total",
    "o": "carried_out",
    "g": "granted",
    "p": "partial",
    "dk": "denied.state_secret",
    "dl": "denied.law_forbidden",
    "dt": "denied.third_party",
    "di": "denied.internal_affairs",
    "dp": "denied.process",
    "de": "denied.enforcement_file",
    "dq": "denied.inquiry",
    "un": "unavailable.not_held",
    "uc": "unavailable.needs_creation",
    "uu": "unavailable.unclear",
    "xp": "not_processed.petition",
    "xr": "not_processed.repeat",
    "xb": "not_processed.publication",
    "xe": "not_processed.excessive",
    "hc": "other_handling.overdue_correction",
}
_APPLICANTS = {"na": "natural_person", "nb": "business", "nse": "research", "no": "social", "nle": "legal"}
_OUTCOMES = {"u": "upheld", "c": "corrected", "o": "other", "p": "pending"}


def table_fields(tables: Tables) -> dict[str, int | str | Fraction]:
    """The figures of the three tables by short names."""
    return {**_applications(tables), **_litigation(tables), **_disclosure(tables)}


def _applications(tables: Tables) -> dict[str, int | str | Fraction]:
    table = tables["applications"]
    totals = {row: int(cells["total"]) for row, cells in table.items()}
    new = {column: int(text) for column, text in table["new"].items()}
    return {
        **{name: totals[row] for name, row in _ROWS.items()},
        **{
            name: sum(n for row, n in totals.items() if row.startswith(group))
            for name, group in _GROUPS.items()
        },
        **{name: new[column] for name, column in _APPLICANTS.items()},
        "nc": totals["new"] + totals["carried_in"],
        "ng": new["total"] - new["natural_person"],
    }


def _litigation(tables: Tables) -> dict[str, int | str | Fraction]:
    review, direct, after = (
        {key: int(text) for key, text in row.items()} for row in tables["litigation"].values()
    )
    suits = direct["total"] + after["total"]
    return {
        "v": review["total"],
        "w": suits,
        "vw": review["total"] + suits,
        "wd": direct["total"],
        "wa": after["total"],
        **{f"v{short}": review[outcome] for short, outcome in _OUTCOMES.items()},
        **{f"w{short}": direct[outcome] + after[outcome] for short, outcome in _OUTCOMES.items()},
    }


def _disclosure(tables: Tables) -> dict[str, int | str | Fraction]:
    table = tables["disclosure"]
    amount = Fraction(table["fees"]["amount"])
    yuan = amount * 10_000
    return {
        **{
            f"{short}{column[0] if column != 'in_force' else 'f'}": int(text)
            for short, row in (("r", "regulations"), ("m", "normative_documents"))
            for column, text in table[row].items()
        },
        "lic": int(table["licensing"]["decisions"]),
        "pen": int(table["penalties"]["decisions"]),
        "coe": int(table["coercion"]["decisions"]),
        "fee": table["fees"]["amount"] if amount else 0,
        "yuan": int(yuan),
        "tens": min(10 * (int(yuan) // 10), 200),
    }


def free_fields(rng: random.Random, known: Fields) -> dict[str, int | str | Fraction]:
    """Free figures: parts and sums, a part of a whole, two years, three shares of one whole."""
    parts = dict(zip(("p1", "p2", "p3", "p4"), rng.sample(range(3, 400), 4), strict=True))
    p1, p2, p3, p4 = parts.values()
    small = rng.sample(range(2, 12), 2)
    y = rng.randint(20, 900)
    a1 = rng.randint(12, 800)
    return {
        **parts,
        "P2": p1 + p2,
        "P3": p1 + p2 + p3,
        "P4": p1 + p2 + p3 + p4,
        "N1": p1 + p2 + p3,
        "N2": p1 + p2,
        "k1": small[0],
        "k2": small[1],
        "f1": rng.randint(20, 900),
        "f2": rng.randint(5, 19),
        "f1000": rng.randint(2000, 60000),
        "y": y,
        **_part(rng, y),
        "a1": a1,
        "x1": a1 * 2 // 3,
        "hundred": Fraction(100),
        **_years(rng),
        **_shares(rng),
        **_applied_years(rng, known),
    }


def _part(rng: random.Random, y: int) -> dict[str, int | str | Fraction]:
    x = rng.randint(y // 4, y - 2)
    return {"x": x, "sh": Fraction(100 * x, y)}


def _years(rng: random.Random) -> dict[str, int | str | Fraction]:
    low = rng.randint(40, 3000)
    up = rng.randint(low // 20 + 1, low)
    return {
        "lo": low,
        "hi": low + up,
        "up": up,
        "ur": Fraction(100 * up, low),
        "fr": Fraction(100 * up, low + up),
    }


def _shares(rng: random.Random) -> dict[str, int | str | Fraction]:
    grain = rng.choice((1, 10))
    first = rng.randint(20 * grain, 50 * grain)
    second = rng.randint(10 * grain, 40 * grain)
    shares = (first, second, 100 * grain - first - second)
    printed = {f"q{k}": Fraction(share, grain) for k, share in enumerate(shares, 1)}
    return {**printed, "q1more": printed["q1"] + 7}


def _applied_years(rng: random.Random, known: Fields) -> dict[str, int | str | Fraction]:
    n, s = int(known["n"]), int(known["s"])
    less, more = max(1, n - rng.randint(1, max(1, n // 2))), n + rng.randint(1, max(2, n))
    return {
        "nl": less,
        "nm": n - less,
        "nr": Fraction(100 * (n - less), less),
        "nh": more,
        "nd": more - n,
        "nf": Fraction(100 * (more - n), more),
        "ns": Fraction(100 * int(known["na"]), n or 1),
        "gs": Fraction(100 * int(known["g"]), s or 1),
        "vus": Fraction(100 * int(known["vu"]), int(known["v"]) or 1),
        "n-": max(0, n - 1),
        "f1-n": rng.randint(1, max(1, n - 1)) if n > 1 else 0,
        "f1+n": n + rng.randint(20, 900),
        "f1+mf": int(known["mf"]) + rng.randint(20, 900),
    }
