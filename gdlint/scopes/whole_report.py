"""What rules may ask of a report as a whole that takes some work: its region, who signed it, what it is, how it ends."""

from typing import Any

from gdlint.forms.other_bodies import is_other_body
from gdlint.forms.regions import region_of
from gdlint.model.document import Paragraph, Stray, TableBlock
from gdlint.model.logic import UNKNOWN
from gdlint.model.report import Report
from gdlint.scopes.case_types import Case

_GOES_ON = ("，", "、", "：", "（", "《", "“")
"""behind these something must follow"""


def region(case: Case) -> Any:
    """The places of the body; unknown where its name does not tell them."""
    body = case.context.report.facts.body
    return (region_of(body) if body else None) or UNKNOWN


def signed_by_other(case: Case) -> Any:
    """The body at the end is another than the one that the title names; unknown where one of them is not named."""
    facts = case.context.report.facts
    signature = facts.signature.body if facts.signature else None
    if not facts.body or facts.body_inferred or not signature:
        return UNKNOWN
    return is_other_body(facts.body, signature, case.context.report.forms)


def kind_of_file(case: Case) -> Any:
    """What a file that is no report looks like, in words."""
    report = case.context.report
    return next((file.name for file in report.forms.files if file.key == report.looks_like), UNKNOWN)


def ends_in_table(case: Case) -> bool:
    """Nothing stands behind the last table."""
    sections = case.context.report.document.sections
    blocks = sections[-1].blocks if sections else case.context.report.document.front
    return bool(blocks) and isinstance(blocks[-1], TableBlock | Stray)


def _last_rank(report: Report) -> int:
    """The rank of the last section of the report's form."""
    return report.forms.sections.index(report.forms.sections_of(report.facts.template)[-1]) + 1


def breaks_off(case: Case) -> str:
    """How a report without a signature breaks off: table, sentence, early (before section six), or "" where it does not."""
    report = case.context.report
    signature = report.facts.signature
    if not report.headings or (signature and (signature.body or signature.date)):
        return ""
    last = report.document.sections[-1].blocks[-1:]
    early = 0 < max(heading.rank for heading in report.headings) < _last_rank(report)
    if ends_in_table(case):
        return "table" if early else ""
    if any(isinstance(block, Paragraph) and block.text.endswith(_GOES_ON) for block in last):
        return "sentence"
    return "early" if early else ""
