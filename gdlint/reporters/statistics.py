"""Findings and files by rule."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from gdlint.model.finding import Finding
from gdlint.words.file_results import SEVERITY


class Statistics:
    """Findings and files by rule."""

    def __init__(self) -> None:
        self.findings: Counter[tuple[str, str, str]] = Counter()
        self.files: Counter[str] = Counter()

    def add(self, findings: Sequence[Finding]) -> None:
        """One file more."""
        self.findings.update((each.code, each.name, each.severity.value) for each in findings)
        self.files.update({each.code for each in findings})

    def data(self) -> list[dict[str, Any]]:
        """By rule, most findings first, for JSON."""
        names = {code: name for code, name, _ in self.findings}
        counts: Counter[str] = Counter()
        for (code, _, _), number in self.findings.items():
            counts[code] += number
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [
            {"code": code, "name": names[code], "findings": number, "files": self.files[code]}
            for code, number in ordered
        ]

    def lines(self, lang: str) -> Iterator[str]:
        """Findings, files, severities, code and name, most findings first."""
        for item in self.data():
            levels = [level for level in SEVERITY if (item["code"], item["name"], level) in self.findings]
            words = "/".join(SEVERITY[level][lang] for level in levels)
            yield f"{item['findings']:6} {item['files']:6}  {item['code']} {item['name']} ({words})"
