"""What to fix first: the gravest findings, and of these what others follow from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gdlint.fault import Words
from gdlint.model.finding import Finding, Severity
from gdlint.reporters.colour import Line
from gdlint.reporters.levels import RANK
from gdlint.reporters.safe import masked

_ONE: Words = {
    "zh": "先改：{path}:{line}:{column} {code} {name}（{said}）",
    "en": "fix first: {path}:{line}:{column} {code} {name} ({said})",
}
_MANY: Words = {
    "zh": "先改：{code} {name}（{files} 个文件有此问题，如 {path}:{line}:{column}）；问题最多的文件：{worst}（{n} 个错误）",
    "en": "fix first: {code} {name} (in {files} files, e.g. {path}:{line}:{column}); most errors in one file: {worst} ({n})",
}
_MANY_MILD: Words = {
    "zh": "先改：{code} {name}（{files} 个文件有此问题，如 {path}:{line}:{column}）",
    "en": "fix first: {code} {name} (in {files} files, e.g. {path}:{line}:{column})",
}


class Advice:
    """Of each rule the first finding and the number of files, and the file with most errors."""

    def __init__(self) -> None:
        self.first: dict[tuple[int, str], tuple[str, Finding]] = {}
        self.files: Counter[str] = Counter()
        self.worst = ("", 0)
        self.seen = 0

    def add(self, path: str, findings: Sequence[Finding]) -> None:
        """One file more."""
        self.seen += 1
        for finding in findings:
            self.first.setdefault((RANK[finding.severity], finding.code), (path, finding))
        self.files.update({finding.code for finding in findings})
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        if errors > self.worst[1]:
            self.worst = (path, errors)

    def lines(self, language: str) -> Iterator[Line]:
        """One line, or none where there are infos at most, or nothing to choose from. Codes stand in the order in which one mistake
        brings about another: what the file is, its sections, its form, its tables, their sums, the text."""
        level, code = min(self.first, default=(RANK[Severity.INFO], ""))
        if level == RANK[Severity.INFO] or len(self.first) == 1:
            return
        path, finding = self.first[level, code]
        words = _ONE if self.seen == 1 else _MANY if self.worst[1] else _MANY_MILD
        said = words[language].format(
            path=path, line=finding.line, column=finding.column, code=code, name=finding.name,
            said=finding.message[language], files=self.files[code], worst=self.worst[0], n=self.worst[1],
        )  # fmt: skip
        yield (("place", masked(said)),)
