"""What `each` may say: where the cases of a rule come from, and the names that it may use there."""

from collections.abc import Mapping
from typing import NamedTuple

from gdlint.scopes import cases, report_names, table_names, text_names
from gdlint.scopes.case_types import Case, Name
from gdlint.scopes.claim_cases import of_claims, of_shares
from gdlint.scopes.claim_names import CLAIM, RELATION
from gdlint.scopes.relation_cases import of_relations


class Scope(NamedTuple):
    """How the cases of a scope are found, their fields, and whether `in TABLE` may follow."""

    cases: cases.Cases
    fields: Mapping[str, Name]
    doc: str
    in_table: bool = False
    figures: str | None = None
    """`rows` or `columns`: the keys that stand for figures of the case"""


SCOPES: Mapping[str, Scope] = {
    "file": Scope(Case.whole, report_names.FILE, "the file, even one that could not be read"),
    "report": Scope(Case.whole, {}, "the report as a whole"),
    "section": Scope(
        cases.of_sections,
        text_names.SECTION,
        "each section of the form, there or not, and those of other forms that are",
    ),
    "heading": Scope(
        cases.of_headings, text_names.HEADING, "each printed heading of one of the six sections"
    ),
    "extra_heading": Scope(
        cases.of_extra_headings,
        text_names.EXTRA_HEADING,
        "each top-level heading that is none of the six sections",
    ),
    "table": Scope(
        cases.of_tables,
        {**table_names.IN_TABLE, **table_names.TABLE},
        "each of the three tables, there or not",
    ),
    "row": Scope(
        cases.of_rows,
        {**table_names.IN_TABLE, **table_names.LINE},
        "each official row; a bare key is the figure in that column",
        True,
        "columns",
    ),
    "column": Scope(
        cases.of_columns,
        {**table_names.IN_TABLE, **table_names.LINE},
        "each official column; a bare key is the figure in that row",
        True,
        "rows",
    ),
    "cell": Scope(cases.of_cells, {**table_names.IN_TABLE, **table_names.CELL}, "each value cell", True),
    "label": Scope(
        cases.of_labels,
        {**table_names.IN_TABLE, **table_names.LABEL},
        "each printed label of a row or column",
        True,
    ),
    "header": Scope(
        cases.of_headers,
        {**table_names.IN_TABLE, **table_names.HEADER},
        "each printed label of a column, official or not",
        True,
    ),
    "entry": Scope(
        cases.of_entries,
        {**table_names.IN_TABLE, **table_names.ENTRY},
        "each printed row, known or not",
        True,
    ),
    "directive": Scope(
        cases.of_directives,
        text_names.DIRECTIVE,
        "each rule that a comment to gdlint names, each malformed comment",
    ),
    "match": Scope(
        cases.of_nothing, text_names.MATCH, "each match of `find`, or what a finder of `python` finds"
    ),
    "claim": Scope(
        of_claims,
        {**text_names.IN_TEXT, **CLAIM},
        "each figure that the text claims, and each denial; behind `of` the cells that it must speak of",
    ),
    "claim with sum": Scope(
        of_relations("sum"),
        {**text_names.IN_TEXT, **RELATION},
        "each sum behind its parts: 12件、5件，共计17件",
    ),
    "claim with whole": Scope(
        of_shares,
        {**text_names.IN_TEXT, **CLAIM},
        "each share of a whole that the text names: 占办结总数的50%",
    ),
    "claim with share": Scope(
        of_relations("share"), {**text_names.IN_TEXT, **RELATION}, "each share or rate of figures before it"
    ),
    "claim with division": Scope(
        of_relations("division"), {**text_names.IN_TEXT, **RELATION}, "percentages that divide one whole"
    ),
    "claim with excess": Scope(
        of_relations("excess"),
        {**text_names.IN_TEXT, **RELATION},
        "what was done behind what came in (`worked`): 收到30条，回复28条",
    ),
    "claim with level": Scope(
        of_relations("level"),
        {**text_names.IN_TEXT, **RELATION},
        "each figure that is called equal to the one before it (`worked`), or its double: 与上年的26件持平",
    ),
    "claim with again": Scope(
        of_relations("again"),
        {**text_names.IN_TEXT, **RELATION},
        "each further statement of a quantity that names its own subject (`worked`: the first one)",
    ),
    "claim with notices": Scope(
        of_relations("notices"),
        {**text_names.IN_TEXT, **RELATION},
        "each amount of fees for information beside the notices that were sent (`worked`)",
    ),
    "claim with fee": Scope(
        of_relations("fee"),
        {**text_names.IN_TEXT, **RELATION},
        "each amount of fees for information that was taken",
    ),
    "claim with gap": Scope(
        of_relations("gap"),
        {**text_names.IN_TEXT, **RELATION},
        "each place at which a figure is to stand and was not filled in (`quantity`: what stands there): 公开信息XX条",
    ),
    "claim with year": Scope(
        of_relations("year"),
        {**text_names.IN_TEXT, **RELATION},
        "each year that a sentence tells of (`worked`: that of the report), but where it says why another one is named",
    ),
    "claim with tasks": Scope(
        of_relations("tasks"),
        {**text_names.IN_TEXT, **RELATION},
        "the tasks of a year that the work goes by: 《2022年…要点》 (`worked`: the year of the report)",
    ),
    "claim with list": Scope(
        of_relations("list"),
        {**text_names.IN_TEXT, **RELATION},
        "each list with its length (`worked`: how many it holds): 甲、乙等7项制度; 两个方面的问题：一是…；二是…",
    ),
    "claim with change": Scope(
        of_relations("change"),
        {**text_names.IN_TEXT, **RELATION},
        "each growth or difference that two figures give",
    ),
    "paragraph": Scope(cases.of_nothing, text_names.STRETCH, "each paragraph of the places after `in`"),
    "sentence": Scope(cases.of_nothing, text_names.STRETCH, "each sentence of the places after `in`"),
}
