"""SARIF 2.1.0: findings with the rules that they come from, for code scanning of GitHub, Azure DevOps and editors."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.model.finding import Finding, Severity
from gdlint.model.origin import Place, SourceLines
from gdlint.model.regex import lazy
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.reporting import Reporter, Summary
from gdlint.reporters.fix_words import fix_words
from gdlint.reporters.paths import uri
from gdlint.reporters.places import placed_message
from gdlint.reporters.safe import json_text, masked
from gdlint.version import ADDRESS, __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[str, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
MOST_PLACES = 100
"""places of one finding that are written: readers refuse more than some hundreds"""

_PLACEHOLDER = lazy(r"\{\d")
_LINK = lazy(r"[\[\]]")


def results(checked: FileResult, language: str) -> Iterator[dict[str, Any]]:
    """The results of a file."""
    source = checked.report.source
    artifact = {"uri": uri(source.path)}
    for finding in checked.outcome.findings:
        first = Place(finding.line, finding.column, finding.end_line, finding.end_column)
        others = [
            source.place(spot.start, spot.end) for spot in finding.spots[1:MOST_PLACES] if not finding.origin
        ]
        related = [{"id": n, **_location(artifact, place)} for n, place in enumerate(others, 1)]
        yield {
            "ruleId": finding.code,
            "level": LEVELS[finding.severity],
            "message": {"text": message_text(masked(placed_message(finding, source, language)))},
            "locations": [_location(artifact, None if finding.origin else first)],
            **({"relatedLocations": related} if related else {}),
            **_fixes(finding, artifact, source, language),
            "partialFingerprints": {"gdlint/v1": finding.fingerprint},
        }


def _fixes(
    finding: Finding, artifact: Mapping[str, str], source: Source, language: str
) -> dict[str, list[dict[str, Any]]]:
    """What `--fix` would do, for a file that has lines."""
    words = fix_words(finding, source, language)
    if not words or finding.origin:
        return {}
    replacements = [
        {
            "deletedRegion": _region(source.place(edit.start, edit.end)),
            "insertedContent": {"text": _written(edit.text, source)},
        }
        for edit in (finding.fix.edits if finding.fix else ())
    ]
    description = {"text": message_text(words)}
    change = {"artifactLocation": dict(artifact), "replacements": replacements}
    return {"fixes": [{"description": description, "artifactChanges": [change]}]}


def _written(text: str, source: Source) -> str:
    """A text as the file has it: in a web page letters that would be markup are written as references."""
    if not isinstance(source.origin, SourceLines):
        return masked(text)
    from html import escape

    return escape(masked(text), quote=False)


def message_text(text: str) -> str:
    """A text as a message of SARIF, in which `{0}` is a placeholder and `[text](place)` a link: it holds neither."""
    text = text.replace("{", "{{").replace("}", "}}") if _PLACEHOLDER.search(text) else text
    return _LINK.sub(r"\\\g<0>", text) if "](" in text else text


def _location(artifact: Mapping[str, str], place: Place | None) -> dict[str, Any]:
    """A place in a file; the file alone where it has no lines."""
    if place is None:
        return {"physicalLocation": {"artifactLocation": dict(artifact)}}
    return {"physicalLocation": {"artifactLocation": dict(artifact), "region": _region(place)}}


def _region(place: Place) -> dict[str, int]:
    line, column, end_line, end_column = place
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def rule_data(rule: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A rule as a reporting descriptor; its level is the highest that it may have."""
    levels = [level for level in LEVELS if level in rule["severity"]]
    title = rule["title"][language]
    return {
        "id": rule["code"],
        "name": rule["name"],
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} ({rule['basis']})"},
        "help": {"text": rule["help"][language] or title},
        "helpUri": f"{ADDRESS}/docs/rules.md",
        "defaultConfiguration": {"level": LEVELS[levels[0]] if levels else "none", "enabled": rule["on"]},
        "properties": {"basis": rule["basis"], "tags": [rule["code"][:3]]},
    }


def driver(rules: Sequence[Mapping[str, Any]], language: str) -> dict[str, Any]:
    """The tool that made the results."""
    return {
        "name": "gdlint",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": ADDRESS,
        "language": {"zh": "zh-CN", "en": "en-US"}[language],
        "rules": [rule_data(rule, language) for rule in rules],
    }


class SarifReporter(Reporter):
    """One run; its results are written as they come, and the rules behind them."""

    suffix = ".sarif"

    def head(self) -> None:
        """All before the first result."""
        self.parts = "\n"
        self.write(
            f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
        )

    def file(self, checked: FileResult) -> None:
        """The results of one file, one a line."""
        for result in results(checked, self.language):
            self.write(self.parts + json_text(result))
            self.parts = ",\n"

    def end(self, summary: Summary) -> None:
        """The rules that ran."""
        tool = {"driver": driver(self.run.rules(), self.language)}
        self.write(f'\n], "tool": {json_text(tool)}}}]}}\n')
