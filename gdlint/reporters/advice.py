"""What to fix first: the gravest findings, and of these what others follow from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gdlint.model.finding import Finding, Severity
from gdlint.model.source import Source
from gdlint.reporters.colour import Line
from gdlint.reporters.levels import RANK
from gdlint.reporters.places import where
from gdlint.reporters.safe import masked
from gdlint.words.finding_text import FIX_FIRST, FIX_FIRST_MILD, FIX_FIRST_OF_MANY


class Advice:
    """Of each rule the first finding and the number of files, and the file with most errors."""

    def __init__(self) -> None:
        self.first: dict[tuple[int, str], tuple[str, Finding]] = {}
        self.files: Counter[str] = Counter()
        self.worst = ("", 0)
        self.seen = 0

    def add(self, source: Source, findings: Sequence[Finding], language: str) -> None:
        """One file more."""
        self.seen += 1
        for finding in findings:
            key = (RANK[finding.severity], finding.code)
            if key not in self.first:
                self.first[key] = (_place(finding, source, language), finding)
        self.files.update({finding.code for finding in findings})
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        if errors > self.worst[1]:
            self.worst = (source.path, errors)

    def lines(self, language: str) -> Iterator[Line]:
        """One line, or none where there are infos at most, or nothing to choose from. Codes stand in the order in which one mistake
        brings about another: what the file is, its sections, its form, its tables, their sums, the text."""
        level, code = min(self.first, default=(RANK[Severity.INFO], ""))
        if level == RANK[Severity.INFO] or len(self.first) == 1:
            return
        place, finding = self.first[level, code]
        words = FIX_FIRST if self.seen == 1 else FIX_FIRST_OF_MANY if self.worst[1] else FIX_FIRST_MILD
        said = words[language].format(
            place=place, code=code, name=finding.name,
            said=finding.message[language], files=self.files[code], worst=self.worst[0], n=self.worst[1],
        )  # fmt: skip
        yield (("place", masked(said)),)


def _place(finding: Finding, source: Source, language: str) -> str:
    if finding.origin:
        return f"{source.path} {where(finding, source, language)}"
    return f"{source.path}:{finding.line}:{finding.column}"
