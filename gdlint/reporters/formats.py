"""The formats of `gdlint check`: the one place where they are named."""

from collections.abc import Mapping
from importlib import import_module

from gdlint.reporters.writing import Writer

FORMATS: Mapping[str, str] = {
    "text": "text:TextWriter",
    "concise": "concise:ConciseWriter",
    "table": "table:TableWriter",
    "json": "check_json:JsonWriter",
    "jsonl": "json_lines:JsonLinesWriter",
    "csv": "csv_findings:CsvWriter",
    "markdown": "markdown:MarkdownWriter",
    "notice": "notice:NoticeWriter",
    "xlsx": "xlsx:XlsxWriter",
    "html": "html_writer:HtmlWriter",
    "sarif": "sarif:SarifWriter",
    "junit": "junit:JunitWriter",
    "github": "github:GithubWriter",
    "gitlab": "gitlab:GitlabWriter",
    "checkstyle": "checkstyle:CheckstyleWriter",
}
"""the module in this room and the class of each"""


def own_writer(name: str) -> Writer:
    """A new writer of one of the own formats; its module is imported only now."""
    module, _, kind = FORMATS[name].partition(":")
    writer: Writer = getattr(import_module(f"gdlint.reporters.{module}"), kind)()
    return writer
