"""What the rules say of the real reports, held against what a careful reader expects of them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from gdlint import api
from gdlint.model.finding import Finding, Severity

from .findings import lines
from .samples import SAMPLES

WAYS: Final = ("true", "missed", "false", "may", "open", "note")
TEXTS: Final = (".txt", ".raw.txt", ".html", ".pdf", ".docx")


class Judged(NamedTuple):
    """One sample that can be read: by code, in what way each thing said or wanted counts, and what was said where.

    The ways: `true` (must be said, and is), `missed`, `false` (must not be said, and is), `may`, `open` (an error or a
    warning of which the reader says nothing) and `note` (the same of level info).
    """

    name: str
    ways: Mapping[str, str]
    said: Mapping[str, tuple[str, ...]]


def judged_samples() -> Iterator[Judged]:
    """Every sample with expectations that can be read, judged."""
    for path in sorted(SAMPLES.glob("*/*.expected.json")):
        stem = path.name.removesuffix(".expected.json")
        for ending in TEXTS:
            text = path.with_name(stem + ending)
            if text.exists() and (result := api.lint(text)).report.source.problem is None:
                yield _judged(text, result, json.loads(path.read_text(encoding="utf-8")))


def _judged(path: Path, result: api.Result, expected: Mapping[str, Any]) -> Judged:
    """A sample, what was said of it and what is expected in, the judgement out."""
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        by_code[finding.code].append(finding)
    ways = {code: _way(code, found, expected) for code, found in by_code.items()}
    for item in expected.get("must", ()):
        wanted, spots = set(item["lines"]), [lines(result, finding) for finding in by_code[item["code"]]]
        there = any(not wanted or wanted & spot for spot in spots)
        ways[item["code"]] = "true" if there else "missed"
    said = {
        code: tuple(f"{sorted(lines(result, f))[:6]} {f.message['zh']}" for f in found)
        for code, found in by_code.items()
    }
    return Judged(path.name, ways, said)


def _way(code: str, found: list[Finding], expected: Mapping[str, Any]) -> str:
    """A code that was said in, how it counts where it is not a must out."""
    loud = any(finding.severity is not Severity.INFO for finding in found)
    if code in expected.get("must_not", ()):
        return "false" if loud else "note"
    if code in expected.get("may", ()):
        return "may"
    return "open" if loud else "note"
