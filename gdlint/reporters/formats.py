"""The formats of gdlint itself: the one place where they are named."""

from collections.abc import Mapping
from importlib import import_module

from gdlint.plugins.reporting import Reporter

FORMATS: Mapping[str, str] = {
    "text": "text:TextReporter",
    "concise": "concise:ConciseReporter",
    "table": "table:TableReporter",
    "json": "check_json:JsonReporter",
    "jsonl": "json_lines:JsonLinesReporter",
    "csv": "csv_findings:CsvReporter",
    "markdown": "markdown:MarkdownReporter",
    "notice": "notice:NoticeReporter",
    "xlsx": "xlsx:XlsxReporter",
    "html": "html_reporter:HtmlReporter",
    "sarif": "sarif:SarifReporter",
    "junit": "junit:JunitReporter",
    "github": "github:GithubReporter",
    "gitlab": "gitlab:GitlabReporter",
    "checkstyle": "checkstyle:CheckstyleReporter",
}
"""of `gdlint check`: the module in this room and the class of each"""

OF_COMMANDS: Mapping[str, Mapping[str, str]] = {
    "check": FORMATS,
    "extract": {
        "json": "extract:ExtractJsonReporter",
        "csv": "extract_csv:ExtractCsvReporter",
        "xlsx": "extract_xlsx:ExtractXlsxReporter",
    },
    "rules": {
        "table": "rule_formats:RuleTableReporter",
        "json": "rule_formats:RuleJsonReporter",
        "markdown": "rule_formats:RuleMarkdownReporter",
    },
}
"""the same for each command that has formats; the first is that of a call that names none"""

OF_ENDINGS: Mapping[str, str] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".sarif": "sarif",
}
"""the format that a file is written in where its name alone tells; what ends in .xml may be of several"""


def own_reporter(name: str, command: str = "check") -> Reporter:
    """A new reporter of one of the own formats; its module is imported only now."""
    module, _, kind = OF_COMMANDS[command][name].partition(":")
    made: Reporter = getattr(import_module(f"gdlint.reporters.{module}"), kind)()
    return made
