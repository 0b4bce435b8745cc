"""All reports of a second submission together: how many are mended, and which did not come again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gdlint.model.finding import Finding, Severity
from gdlint.reporters.first_run import Change
from gdlint.reporters.safe import masked
from gdlint.words.overviews import MISSING_FILE, MISSING_IN_SECOND_RUN, MISSING_WITHOUT, SECOND_SUM


class SecondRun:
    """The reports and findings of a second run, counted by what became of them."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, change: Change) -> None:
        """One report more."""
        still, fresh = _open(change.left), _open(change.new)
        self.counts["files"] += 1
        self.counts["fresh"] += fresh
        if not still and not fresh:
            self.counts["done"] += 1
        elif still:
            self.counts["part" if change.fixed else "none"] += 1
        for kind in ("fixed", "left", "new"):
            self.counts[kind] += len(getattr(change, kind))

    def line(self, language: str) -> str:
        """What is said of all; "" where there was no report."""
        names = ("files", "done", "part", "none", "fresh", "fixed", "left", "new")
        counts = {name: self.counts[name] for name in names}
        return SECOND_SUM[language].format(**counts) if counts["files"] else ""


def missing_lines(files: Iterable[Mapping[str, Any]], language: str) -> Iterator[str]:
    """Files of the first run that did not come again: how many, those with errors or warnings, the worst first, the rest."""
    counted = [(file["path"], *_errors_and_warnings(file)) for file in files]
    wrong = [each for each in counted if each[1] or each[2]]
    yield MISSING_IN_SECOND_RUN[language].format(n=len(counted))
    for path, errors, warnings in sorted(wrong, key=lambda each: (-each[1], -each[2], each[0])):
        yield masked(f"  {MISSING_FILE[language].format(path=path, error=errors, warning=warnings)}")
    if len(wrong) < len(counted):
        yield f"  {MISSING_WITHOUT[language].format(n=len(counted) - len(wrong))}"


def _errors_and_warnings(file: Mapping[str, Any]) -> tuple[int, int]:
    levels = Counter(item.get("severity") for item in file["findings"])
    return levels[Severity.ERROR.value], levels[Severity.WARNING.value]


def _open(findings: Iterable[Finding]) -> bool:
    """Whether something must be mended still; an info need not be."""
    return any(finding.severity is not Severity.INFO for finding in findings)
