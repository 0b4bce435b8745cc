"""Files as they were checked, and what a format writes of them."""

from io import BytesIO
from typing import Any

from gdlint import api
from gdlint.model.result import FileResult
from gdlint.plugins.reporting import RunInfo
from gdlint.readers.text import from_text
from gdlint.reporters.formats import own_reporter
from gdlint.rules.description import described_rules
from gdlint.session import Session

HOSTILE = (
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "=HYPERLINK(\"http://a\")", "::error::a", "##[error]a",
    "]]>&amp;", "\x1b[2J", "\u202e", "\ufffe", "{0}[a](javascript:alert(1))", "|a|", "`a`", "${{a}}",
)  # fmt: skip
"""what a report may hold that is meant for the program that shows its findings"""


def checked(text: str, name: str = "a.txt", **options: Any) -> FileResult:
    """A text in, the file as it was checked out."""
    result = api.lint_source(from_text(text, name), **options)
    return FileResult(result.report, result.outcome)


def output(style: str, *files: FileResult, language: str = "en", **info: Any) -> bytes:
    """What a format writes of some files."""
    out = BytesIO()
    writer = own_reporter(style)
    writer.begin(out, RunInfo(language, lambda: described_rules(Session().rules_at(None)), **info))
    for file in files:
        writer.file(file)
    levels = [finding.severity.value for file in files for finding in file.outcome.findings]
    counts = {level: levels.count(level) for level in ("error", "warning", "info")}
    writer.end({"files": len(files), **counts})
    return out.getvalue()


NOT_TEXT = ("xlsx",)
"""formats that are no text"""


def printed(style: str, *files: FileResult, language: str = "en", **info: Any) -> str:
    """The same as a text."""
    return output(style, *files, language=language, **info).decode("utf-8")


def hostile_text(payload: str) -> str:
    """A report with a payload in a cell, a heading, a label, the title and the prose."""
    from support.rules import text_of

    return text_of(
        title=f"青石县云溪镇人民政府2022年政府信息公开工作年度报告{payload}",
        headings={"problems": f"五、存在问题{payload}及改进情况"},
        disclosure={"penalties": {"decisions": f"无{payload}"}},
        text={"others": f"联系&nbsp;{payload}"},
    )
