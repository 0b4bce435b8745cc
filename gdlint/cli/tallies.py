"""What a run adds up over its files: what was checked, and time by rule."""

from collections import Counter
from collections.abc import Iterator, Mapping

from gdlint.model.finding import Outcome
from gdlint.model.result import FileResult
from gdlint.words.commands import SAID

NAMED_RULES = 5


class Checked:
    """How many sums were worked out, how many cases stayed open, and which rules did not run."""

    def __init__(self) -> None:
        self.sums = self.unknown = 0
        self.not_run: set[str] = set()
        self.stopped: set[str] = set()

    def add(self, outcome: Outcome) -> None:
        """One file more."""
        self.sums += outcome.sums
        self.unknown += outcome.unknown
        self.not_run.update(item.code for item in outcome.not_run if item.reason not in ("figures", "work"))
        self.stopped.update(item.code for item in outcome.not_run if item.reason == "work")

    def __bool__(self) -> bool:
        """There is something to say."""
        return bool(self.sums or self.unknown or self.not_run or self.stopped)

    def line(self, lang: str) -> str:
        """All that in one line."""
        line = SAID["checked"][lang].format(sums=self.sums)
        if self.unknown:
            line += SAID["unknown"][lang].format(unknown=self.unknown)
        for key, codes in (("not-run", self.not_run), ("stopped", self.stopped)):
            if codes:
                named = sorted(codes)[:NAMED_RULES]
                more = ["…"] if len(codes) > NAMED_RULES else []
                line += SAID[key][lang].format(rules=" ".join([*named, *more]))
        return line


class PacksUsed:
    """The packs that files were checked with."""

    def __init__(self) -> None:
        self.named: dict[str, None] = {}
        """those that call and settings name, with their versions"""
        self.asked: Counter[tuple[str, ...]] = Counter()
        """for how many files which packs were taken by their region"""

    def add(self, result: FileResult) -> None:
        """One file more."""
        named = (pack for pack in result.packs if pack["name"] not in (result.asked or ()))
        self.named.update(dict.fromkeys(f"{pack['name']} {pack['version']}" for pack in named))
        if result.asked is not None:
            self.asked[result.asked] += 1

    def lines(self, lang: str) -> Iterator[str]:
        """Those of call and settings, and which were taken by their region."""
        if self.named:
            yield SAID["packs"][lang].format(packs=", ".join(self.named))
        for names, number in self.asked.items():
            key = "auto" if names else "auto-none"
            yield SAID[key][lang].format(packs=", ".join(names), n=number)


def timing_lines(times: Mapping[str, float], files: int, lang: str) -> Iterator[str]:
    """Milliseconds a file and share of all rules by rule, longest first; what several rules share is counted for the
    first of them."""
    rules = {code: seconds for code, seconds in times.items() if code}
    whole = sum(rules.values())
    if not times or not files:
        return
    yield _timed(SAID["reading"][lang], times.get("", 0), files, None)
    for code, seconds in sorted(rules.items(), key=lambda item: -item[1]):
        yield _timed(code, seconds, files, seconds / whole if whole else 0)
    yield _timed(SAID["together"][lang], whole, files, 1)


def _timed(name: str, seconds: float, files: int, share: float | None) -> str:
    line = f"{seconds / files * 1000:9.3f} ms  "
    return line + (f"{share:6.1%}  {name}" if share is not None else f"        {name}")
