"""Every hook of the plugin interface, version 1, once."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from gdlint.model.finding import Finding, Severity
from gdlint.model.report import Report
from gdlint.plugins import Function, Judgement, PythonRule, Reader, Reporter, hookimpl

GDLINT_API = 1

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
def gdlint_reporters() -> Iterable[Reporter]:
    """A format with one line a finding."""
    return [Reporter("lines", _lines)]


def _lines(data: Mapping[str, Any]) -> str:
    return "".join(
        f"{file['path']}\t{found['line']}\t{found['code']}\n"
        for file in data["files"]
        for found in file["findings"]
    )


@hookimpl
def gdlint_finding(finding: Finding, report: Report) -> Finding | None:
    """A body of this name has a plan for its blank cells, so that they are a warning only."""
    if finding.code == "GD310" and "云溪镇" in (report.facts.body or ""):
        return finding._replace(severity=Severity.WARNING)
    return None
