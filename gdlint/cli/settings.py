"""What a call and the settings files say together: the rules and options for each file."""

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from gdlint import api
from gdlint.cli.choosing import Chosen
from gdlint.cli.files import Job
from gdlint.cli.options import Request
from gdlint.cli.words import say
from gdlint.config.errors import ConfigError, Place
from gdlint.config.find import nearest_file
from gdlint.config.load import NONE, load
from gdlint.config.schema import LEVELS
from gdlint.config.select import is_excluded
from gdlint.config.settings import Given, Settings, called
from gdlint.engine.checks import Ready
from gdlint.engine.suppress import Terms
from gdlint.model.report import Report
from gdlint.rulebook import Rulebook

if TYPE_CHECKING:
    from gdlint.engine.baseline import Baseline
    from gdlint.packs.pack import Pack


class Post(NamedTuple):
    """What one file is checked with: the rules, what overrules the report's own word, the levels that fail, the packs."""

    rules: tuple[Ready, ...]
    options: api.Options
    fatal: tuple[str, ...]
    terms: Terms
    packs: "tuple[Pack, ...]"


class Desk:
    """Finds what is in force for a file; each settings file is read once."""

    def __init__(self, request: Request, chosen: Chosen, *, silences: bool = True) -> None:
        self.request, self.chosen, self.silences = request, chosen, silences
        self._files: dict[Path, Path | None] = {}
        """the settings file of each folder"""
        self._books: dict[Path | None, Rulebook] = {}
        self._open_books: dict[tuple[int, tuple[Path, ...]], Rulebook] = {}
        self._said: set[Given] = set()
        self.baselines: dict[Path, Baseline] = {}
        self.ran: dict[str, Ready] = {}
        """the rules that ran on some file, by their codes"""
        self.taken: Counter[tuple[str, ...]] = Counter()
        """for how many files which packs were taken by their region"""
        self.named: dict[str, None] = {}
        """the packs that call and settings name, with their versions"""

    def book(self, path: Path) -> Rulebook:
        """The rules under the settings for a file.

        Raises `ConfigError` for a mistake in them.
        """
        folder = path.parent
        if folder not in self._files:
            self._files[folder] = self._file_for(folder)
        file = self._files[folder]
        if file not in self._books:
            settings = load(file) if file else NONE
            self._books[file] = Rulebook(called(settings, self.chosen.one, self.chosen.many))
            self._say_without_effect(self._books[file])
            self._terms(self._books[file])
        return self._books[file]

    def _file_for(self, folder: Path) -> Path | None:
        asked = self.request.config
        if not asked:
            return None if self.request.isolated else nearest_file(folder)
        file = Path(os.path.abspath(asked))
        if not file.is_file():
            raise ConfigError(Place(), "no-such-file", key="--config", path=asked)
        return file

    def _say_without_effect(self, book: Rulebook) -> None:
        """Said once a place: a call's selectors are in the rules of every settings file."""
        for given in book.without_effect:
            if given not in self._said:
                self._said.add(given)
                origin = f"{given.place}: " if given.place.file else ""
                say("not-ignored", self.request.lang, origin=origin, rule=given.value)

    def path_of(self, job: Job) -> Path:
        """Where a file lies; standard input lies where its name says, else in the folder of the call."""
        name = (self.request.stdin_name or "-") if job.path == "-" else job.path
        return Path(os.path.abspath(name))

    def excludes(self, job: Job) -> bool:
        """The settings leave out a file that was found in a folder."""
        path = self.path_of(job)
        settings = self.book(path).settings
        return not job.named and is_excluded(settings, path)

    def post(self, job: Job) -> Post:
        """What a file is checked with."""
        path = self.path_of(job)
        book = self.book(path)
        rules = book.rules(path)
        self.ran.update((ready.rule.code, ready) for ready in rules)
        self.named.update(dict.fromkeys(f"{pack.name} {pack.version}" for pack in book.packs))
        options = api.overruled(book.settings, self.request.options)
        return Post(rules, options, _fatal(book.settings), self._terms(book), book.packs)

    def settled(self, post: Post, job: Job, report: Report) -> Post:
        """The same once the report is known, where the packs depend on it."""
        path = self.path_of(job)
        if not self.book(path).is_open or not report.is_report:
            return post
        chosen = self.book_for(job, report)
        self.taken[tuple(pack.name for pack in chosen.auto)] += 1
        rules = chosen.rules(path)
        self.ran.update((ready.rule.code, ready) for ready in rules)
        return post._replace(rules=rules, terms=self._terms(chosen), packs=chosen.packs)

    def book_for(self, job: Job, report: Report) -> Rulebook:
        """The rules for a report, with those of the packs that it asks for where the settings leave that open."""
        book = self.book(self.path_of(job))
        if not book.is_open or not report.is_report:
            return book
        from gdlint.packs.find import packs_on_offer
        from gdlint.packs.region import packs_asked

        packs = packs_asked(book.settings.value("region"), report, packs_on_offer().values())
        return self._opened(book, tuple(packs))

    def described(self) -> list[dict[str, Any]]:
        """The rules that ran as data, at the levels that settings gave them, in the order of their codes."""
        from gdlint.engine.describe import ready_description

        return [ready_description(self.ran[code]) for code in sorted(self.ran)]

    def standing_book(self, path: Path) -> Rulebook:
        """The rules where no report is at hand: of the packs that a report may ask for, those of the region in the settings."""
        book = self.book(path)
        region = book.settings.value("region") if book.is_open else None
        if not region:
            return book
        from gdlint.packs.find import packs_on_offer
        from gdlint.packs.region import packs_for_region

        return self._opened(book, tuple(packs_for_region(region, packs_on_offer().values())))

    def _opened(self, book: Rulebook, packs: "tuple[Pack, ...]") -> Rulebook:
        key = (id(book), tuple(pack.folder for pack in packs))
        if key not in self._open_books:
            self._open_books[key] = Rulebook(book.settings, auto=packs)
        return self._open_books[key]

    def _terms(self, book: Rulebook) -> Terms:
        file = baseline_path(book.settings) if self.silences else None
        if file is not None and file not in self.baselines:
            self.baselines[file] = _known(file, book.settings.one["baseline"])
        baseline = self.baselines[file] if file else None
        return book.terms._replace(active=self.silences, baseline=baseline)


def baseline_path(settings: Settings) -> Path | None:
    """The file of known findings that the settings name."""
    given = settings.one.get("baseline")
    return Path(os.path.normpath(given.place.folder / given.value)) if given else None


def _known(file: Path, given: Given) -> "Baseline":
    if not os.path.isfile(file):
        raise ConfigError(given.place, "no-such-file", key="baseline", path=given.value)
    from gdlint.engine.baseline import read_baseline

    return read_baseline(file)


def _fatal(settings: Settings) -> tuple[str, ...]:
    level = settings.value("fail-on") or "error"
    return () if level == "never" else LEVELS[: LEVELS.index(level) + 1]
