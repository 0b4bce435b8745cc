"""The course of one report, from bytes to findings, and all that it needs on the way: settings, rules, packs, plugins and known
findings, in one object. What was made once serves every report of a session, and goes with it."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from gdlint.config.chosen import NO_CHOICE, NO_OPTIONS, Choice, Options, check_chosen, check_given, check_path
from gdlint.config.errors import ConfigError
from gdlint.config.lookup import lookup_for
from gdlint.config.select import is_excluded
from gdlint.config.settings import NONE, Given, Settings, called
from gdlint.model.document import Document
from gdlint.model.report import Report
from gdlint.model.result import FileResult
from gdlint.model.source import Source
from gdlint.plugins.manager import load_plugins
from gdlint.readers.office import Conversions
from gdlint.readers.read_file import read_bytes, read_path
from gdlint.readers.text import from_string

if TYPE_CHECKING:
    from datetime import datetime

    from gdlint.engine.baseline import Baseline
    from gdlint.engine.checks import Ready
    from gdlint.engine.suppress import Terms
    from gdlint.fixes.file import FixedFile
    from gdlint.packs.old_words import OldWord
    from gdlint.rules.catalogue import Catalogue
    from gdlint.rules.ruleset import RuleSet

Times = dict[str, float]
"""seconds by the code of a rule, and by the empty text those for reading the report"""


class Session:
    """Reads reports and checks them. Mistakes in settings, packs and selectors raise `gdlint.config.errors.ConfigError`."""

    def __init__(self, choice: Choice = NO_CHOICE, catalogue: "Catalogue | None" = None) -> None:
        from gdlint.rules.catalogue import Catalogue

        check_chosen(choice)
        self.choice = choice
        offered = catalogue or Catalogue(load_plugins(map(str, choice.plugins)))
        self.catalogue = offered.with_forms_of(map(Given, choice.many.get("packs", ())))
        """what is on offer whatever settings say; those of a report may name packs with more forms"""
        self.plugins = offered.plugins
        self.ran: dict[str, Ready] = {}
        """the rules that some report was held against, by their codes"""
        self.baselines: dict[Path, Baseline] = {}
        """the files of known findings so far, and which of these were met"""
        self.conversions = Conversions()
        """documents that another program has to convert; whoever has many announces them"""
        self._lookup = lookup_for(choice.config, nearest=choice.nearest)
        self._rules: dict[tuple[str, ...], tuple[Settings, RuleSet]] = {}

    # The course of one report

    def read(self, content: Path | bytes | str, name: str | None = None) -> Source:
        """The text of a file, of bytes that one holds, or as it is. What cannot be read is the `problem` of the source."""
        if isinstance(content, Path):
            return read_path(content, self.plugins, self.conversions, name)
        if isinstance(content, bytes):
            return read_bytes(content, name or "-", self.plugins, self.conversions)
        if not isinstance(content, str):
            raise TypeError(f"a report is a Path, bytes or a text, not {type(content).__name__}")
        return from_string(content, name or "-")

    def check(
        self,
        source: Source,
        path: Path | None = None,
        options: Options = NO_OPTIONS,
        times: Times | None = None,
    ) -> FileResult:
        """Hold a text that was read against the rules in force for its path (absolute; None: it has no place)."""
        if not isinstance(source, Source) or options != NO_OPTIONS:
            check_given(source, options)
        if path is not None:
            check_path(path)
        rules = self.rules_at(path)
        report = self.parse(source, self.overruled(rules, options), times, rules.catalogue)
        rules = self.rules_for(report, rules)
        return self.judge(report, rules, path, times)

    def fix(
        self,
        data: bytes,
        name: str,
        path: Path | None = None,
        options: Options = NO_OPTIONS,
        *,
        unsafe: bool = False,
    ) -> "FixedFile":
        """The bytes of a file with what can be fixed fixed, as far as that is safe or `unsafe` is true. Nothing is written."""
        from gdlint.fixes.file import fixed_file

        return fixed_file(
            data,
            lambda content: self.read(content, name),
            lambda source: self.check(source, path, options),
            unsafe=unsafe,
        )

    def parse(
        self,
        source: Source,
        options: Options = NO_OPTIONS,
        times: Times | None = None,
        catalogue: "Catalogue | None" = None,
    ) -> Report:
        """The text as a report: its syntax tree, bound to the forms on offer (those of the session, if not others)."""
        from gdlint.forms.bind import bind

        if not isinstance(source, Source) or options != NO_OPTIONS:
            check_given(source, options)
        begin = perf_counter()
        catalogue = catalogue or self.catalogue
        source, document = _document(source, catalogue)
        report = bind(source, document, catalogue.forms, **options._asdict())
        if times is not None:
            times[""] = times.get("", 0) + perf_counter() - begin
        return report

    def judge(
        self, report: Report, rules: "RuleSet", path: Path | None = None, times: Times | None = None
    ) -> FileResult:
        """Hold a report against rules, without what comments and known findings silence."""
        from gdlint.engine.run import outcome_of

        found = rules.everywhere if rules.is_same_everywhere else rules.in_force(path)
        terms = self.terms(rules)
        outcome = outcome_of(found.ready, report, terms, times)
        asked = tuple(pack.name for pack in rules.auto) if rules.is_open and report.is_report else None
        self.ran |= found.by_code
        packs = [pack.brief for pack in rules.packs]
        fatal = rules.fatal
        return FileResult(report, outcome, packs, fatal, asked, found.codes, terms.locked | found.locked)

    def annotated(self, data: bytes, result: FileResult, language: str, when: "datetime") -> bytes:
        """The bytes of a file with what was found in it, as comments of a time.

        Raises `UnreadableError` for a format that takes none, and for a file that is other than the one that was checked.
        """
        from gdlint.annotations.annotated_file import annotated

        return annotated(data, result, language, when)

    def empty_form(self, year: int, style: str, body: str | None = None) -> bytes:
        """A form for a reporting year with nothing filled in, in a format of `gdlint.emptyforms.written_form`."""
        from gdlint.emptyforms.written_form import written_form

        return written_form(self.rules_at(None).catalogue.forms, year, style, body)

    def described(self) -> list[dict[str, Any]]:
        """The rules that ran as data, at the levels that settings gave them, in the order of their codes."""
        from gdlint.rules.rule_data import ready_description

        return [ready_description(self.ran[code]) for code in sorted(self.ran)]

    # What it needs on the way

    def rules_at(self, path: Path | None) -> "RuleSet":
        """The rules that the settings leave for a path."""
        settings = self._lookup.settings(path.parent if path else Path()) if self._lookup else NONE
        before, rules = self._rules.get(settings.files, (None, None))
        if rules is None or before is not settings:
            from gdlint.rules.ruleset import RuleSet

            chosen = called(settings, self.choice.one, self.choice.many, self.choice.by_name)
            rules = RuleSet(chosen, self.catalogue.with_forms_of(chosen.many.get("packs", ())))
            self.terms(rules)
            self._rules[settings.files] = settings, rules
        return rules

    def rules_for(self, report: Report, rules: "RuleSet") -> "RuleSet":
        """The rules with those of the packs that a report asks for, where the settings leave that open."""
        if not rules.is_open or not report.is_report:
            return rules
        from gdlint.packs.region import packs_asked

        region = rules.settings.value("region")
        return rules.with_packs(packs_asked(region, report, rules.catalogue.packs.on_offer.values()))

    def standing_rules(self, path: Path) -> "RuleSet":
        """The rules where no report is at hand: of the packs that one may ask for, those of the region in the settings."""
        rules = self.rules_at(path)
        region = rules.settings.value("region") if rules.is_open else None
        if not region:
            return rules
        from gdlint.packs.region import packs_for_region

        return rules.with_packs(tuple(packs_for_region(region, rules.catalogue.packs.on_offer.values())))

    @property
    def old_words(self) -> "Mapping[str, tuple[OldWord, ...]]":
        """The packs so far with words of the rule language that others have replaced, and these."""
        return self.catalogue.old_words

    def without_effect(self) -> list[Given]:
        """Selectors of rules that cannot be ignored, in the settings so far."""
        return list(
            dict.fromkeys(given for _, rules in self._rules.values() for given in rules.without_effect)
        )

    def excludes(self, path: Path) -> bool:
        """The settings leave out a file where it was found in a folder."""
        return is_excluded(self.rules_at(path).settings, path)

    def overruled(self, rules: "RuleSet", asked: Options) -> Options:
        """What overrules a report's own word: what is asked for, else what the settings say."""
        told = rules.overruling
        return Options(asked.template or told.template, asked.year or told.year, asked.body)

    def terms(self, rules: "RuleSet") -> "Terms":
        """What comments and known findings may silence."""
        counts = self.choice.silences and self.choice.baselines
        file = baseline_path(rules.settings) if counts else None
        if file is not None and file not in self.baselines:
            self.baselines[file] = _read_baseline(file, rules.settings.one["baseline"])
        baseline = self.baselines[file] if file else None
        return rules.terms._replace(active=self.choice.silences, baseline=baseline)


def _document(source: Source, catalogue: "Catalogue") -> tuple[Source, Document]:
    """A source and its syntax tree; one in which a report is larger than any is a file that cannot be read."""
    if source.text is None:
        return source, Document((), ())
    from gdlint.forms.second_report import is_of_second
    from gdlint.syntax.bounds import TooLargeError
    from gdlint.syntax.parse import parse

    try:
        ends = partial(is_of_second, forms=catalogue.forms)
        return source, parse(source.text, catalogue.vocabulary, ends, source.grids)
    except TooLargeError:
        return Source(source.path, None, problem="large-report"), Document((), ())


def baseline_path(settings: Settings) -> Path | None:
    """The file of known findings that the settings name."""
    given = settings.one.get("baseline")
    return given.path if given else None


def _read_baseline(file: Path, given: Given) -> "Baseline":
    if not os.path.isfile(file):
        raise ConfigError(given.place, "no-such-file", key="baseline", path=given.value)
    from gdlint.engine.baseline import read_baseline

    return read_baseline(file)
