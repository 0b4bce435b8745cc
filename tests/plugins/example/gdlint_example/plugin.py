"""Every hook of the plugin interface, version 2, once."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gdlint.model.finding import Finding, Severity
from gdlint.model.report import Report
from gdlint.plugins import FileResult, Function, Judgement, PythonRule, Reader, Reporter, hookimpl

GDLINT_API = 2

HERE = Path(__file__).parent


def _title_is_short(report: Report) -> Iterator[Judgement]:
    """One judgement on the title, where there is one."""
    title = report.facts.title
    if title is None:
        return
    length = len(title.text)
    message = {"zh": f"标题有 {length} 个字", "en": f"the title has {length} characters"}
    yield Judgement(length <= 20, title.start, title.end, message, ("title",), {"length": length})


@hookimpl
def gdlint_rules() -> Iterable[PythonRule]:
    """One rule."""
    return [
        PythonRule(
            code="EX001",
            name="short-title",
            title={"zh": "标题不超过 20 个字", "en": "the title has 20 characters at most"},
            basis="示例",
            severity="info",
            sure=False,
            check=_title_is_short,
        )
    ]


@hookimpl
def gdlint_rule_packs() -> Iterable[Path]:
    """One pack, which uses the function below."""
    return [HERE / "pack"]


@hookimpl
def gdlint_functions() -> Mapping[str, Function]:
    """One function of the rule language."""
    return {
        "vowels": Function(
            ("text",), "number", lambda text: sum(c in "aeiou" for c in text), "vowels in a text"
        )
    }


@hookimpl
def gdlint_forms() -> Iterable[Path]:
    """Another wording of a heading."""
    return [HERE / "forms.yaml"]


@hookimpl
def gdlint_readers() -> Iterable[Reader]:
    """A format in which every line begins with `> `."""
    return [Reader("quoted", (".quoted",), _unquoted)]


def _unquoted(data: bytes, name: str) -> str:
    return "\n".join(line.removeprefix("> ") for line in data.decode("utf-8").split("\n"))


@hookimpl
def gdlint_reporters() -> Iterable[type[Reporter]]:
    """A format of three commands."""
    return [Lines]


class Lines(Reporter):
    """One line a finding, or a report without any; for `rules` one a rule."""

    name = "lines"
    suffix = ".tsv"
    commands = ("check", "extract", "rules")

    def file(self, result: FileResult) -> None:
        """The lines of one file."""
        source = result.report.source
        for finding in result.findings:
            mark = "".join(self.run.excerpt(source, finding)[1:]).strip(" │")
            self.write(f"{source.path}\t{finding.line}\t{finding.code}\t{finding.title['en']}\t{mark}\n")
        if not result.findings:
            self.write(f"{source.path}\t{result.report.facts.year}\t{len(self.run.claims(result.report))}\n")

    def end(self, summary: Mapping[str, Any]) -> None:
        """The rules, where these are asked for."""
        if "files" not in summary:
            self.write("".join(f"{rule['code']}\n" for rule in self.run.rules()))


@hookimpl
def gdlint_finding(finding: Finding, report: Report) -> Finding | None:
    """A body of this name has a plan for its blank cells, so that they are a warning only."""
    if finding.code == "GD310" and "云溪镇" in (report.facts.body or ""):
        return finding._replace(severity=Severity.WARNING)
    return None
