"""The value cells of a report as a careful reader finds them."""

from .forms import TABLES, rows_of
from .model import Made

Value = int | str
TruthTables = dict[str, dict[str, dict[str, Value]]]


def tables(made: Made) -> TruthTables:
    """A report in, its cells by table, printed row label and column out.

    Counts are ints, blanks are "", amounts the printed text; a dropped row is absent. Where labels were
    swapped, figures stand under the label that is printed beside them.
    """
    return {table: _table(made, table) for table in TABLES}


def _table(made: Made, table: str) -> dict[str, dict[str, Value]]:
    """A report and a table in, its rows in official order of the printed labels out."""
    order = rows_of(table, made.template)
    shown = {made.label_key(table, row): row for row in order if (table, row) not in made.dropped}
    return {
        label: {column: _value(column, text) for column, text in made.tables[table][shown[label]].items()}
        for label in order
        if label in shown
    }


def _value(column: str, text: str) -> Value:
    """A column and its printed text in, the value out."""
    return text if column == "amount" or not text else int(text)
