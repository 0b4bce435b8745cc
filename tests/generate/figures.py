"""Random consistent figures: every identity of the official forms holds in them."""

import random

from .forms import APPLICANTS, APPLICATIONS, DISCLOSURE, LITIGATION_GROUPS, OUTCOMES, result_rows

Row = dict[str, str]
Table = dict[str, Row]
Tables = dict[str, Table]
_Counts = dict[str, int]

# How often a cell is not zero, and its greatest figure: mostly empty reports, some busy, few very busy.
_SCALES = ((0.0, 0), (0.0, 0), (0.05, 3), (0.15, 12), (0.4, 300), (0.7, 20000))
_MOST_IN_A_CELL = 600  # of applications, so that no total has more than five digits
_SMALL_BODIES = frozenset({"town", "street", "department"})
_MAKES_REGULATIONS = frozenset({"city", "province"})


def random_tables(rng: random.Random, template: int, body_kind: str) -> Tables:
    """A template and the kind of body in, the printed figures of the three tables out."""
    return {
        "disclosure": _disclosure(rng, template, body_kind),
        "applications": _applications(rng, template),
        "litigation": _litigation(rng),
    }


def _printed(counts: _Counts) -> Row:
    """Counts in, the same as printed text out."""
    return {key: str(value) for key, value in counts.items()}


def _count(rng: random.Random, density: float, most: int) -> int:
    """A share of non-zero cells and an upper bound in, a count out."""
    return rng.randint(1, most) if most and rng.random() < density else 0


def _disclosure(rng: random.Random, template: int, body_kind: str) -> Table:
    """A template and the kind of body in, the rows of section two out."""
    documents = _documents_2019 if template == 2019 else _documents_2021
    most = 15 if body_kind in _SMALL_BODIES else 900
    table: Table = {
        "regulations": _printed(documents(rng, 40 if body_kind in _MAKES_REGULATIONS else 0)),
        "normative_documents": _printed(documents(rng, rng.choice((0, most)))),
    }
    for clause in DISCLOSURE[template][1:]:
        for key, _ in clause.rows:
            table[key] = _other_row(rng, {column for column, _ in clause.columns})
    return table


def _documents_2019(rng: random.Random, most: int) -> _Counts:
    """An upper bound in, made, opened and open_total out; nothing is made without opening something."""
    opened = rng.randint(0, most)
    made = rng.randint(0, most) if opened else 0
    return {"made": made, "opened": opened, "open_total": opened + rng.randint(0, 2 * most)}


def _documents_2021(rng: random.Random, most: int) -> _Counts:
    """An upper bound in, issued, repealed and in_force out; the stock before the year is never negative."""
    issued, repealed = rng.randint(0, most // 3), rng.randint(0, most // 3)
    before = repealed + rng.randint(0, most // 3)
    return {"issued": issued, "repealed": repealed, "in_force": before + issued - repealed}


def _other_row(rng: random.Random, columns: set[str]) -> Row:
    """The columns of a row below the first clause in, its printed figures out."""
    density, most = rng.choice(_SCALES)
    if "amount" in columns:
        return _money_row(rng, "purchases" in columns)
    row: Row = {}
    if "last_year" in columns:
        last_year = _count(rng, density, most)
        row["last_year"] = str(last_year)
        row["change"] = str(rng.randint(-min(last_year, 9), 9)) if rng.random() < density else "0"
    if "decisions" in columns:
        row["decisions"] = str(_count(rng, max(density, 0.2), most))
    return row


def _money_row(rng: random.Random, with_purchases: bool) -> Row:
    """Whether purchases are counted in, an amount (zero only together with them) out."""
    purchases = rng.choice((0, 0, rng.randint(1, 40)))
    places = rng.choice((2, 4))
    amount = f"{rng.randint(1, 900)}.{rng.randint(1, 10**places - 1):0{places}d}" if purchases else "0"
    return {"purchases": str(purchases), "amount": amount} if with_purchases else {"amount": amount}


def _applications(rng: random.Random, template: int) -> Table:
    """A template in, balanced rows of section three out."""
    density, most = rng.choice(_SCALES)
    scale = (density, min(most, _MOST_IN_A_CELL))
    columns = {column: _applicant_column(rng, template, scale) for column in APPLICANTS}
    table: Table = {}
    for row in APPLICATIONS[template]:
        counts = {column: columns[column][row.key] for column in APPLICANTS}
        counts["total"] = sum(counts.values())
        table[row.key] = _printed(counts)
    return table


def _applicant_column(rng: random.Random, template: int, scale: tuple[float, int]) -> _Counts:
    """A template and a scale in, one balanced column of the applications table out."""
    density, most = scale
    column = {row: _count(rng, density, rng.choice((most, 1 + most // 10))) for row in result_rows(template)}
    column["total"] = sum(column.values())
    column["carried_out"] = _count(rng, density, 1 + most // 10)
    dealt_with = column["total"] + column["carried_out"]
    column["carried_in"] = min(dealt_with, _count(rng, density, 1 + most // 10))
    column["new"] = dealt_with - column["carried_in"]
    return column


def _litigation(rng: random.Random) -> Table:
    """Nothing but the generator in, the three groups of section four out."""
    density, most = rng.choice(_SCALES)
    table: Table = {}
    for group in LITIGATION_GROUPS:
        counts = {outcome: _count(rng, density, most) for outcome in OUTCOMES}
        counts["total"] = sum(counts.values())
        table[group] = _printed(counts)
    first, _, after = LITIGATION_GROUPS
    if int(table[after]["total"]) > int(table[first]["total"]):
        table[first], table[after] = table[after], table[first]
    return table
