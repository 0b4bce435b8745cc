"""What the commands say on standard error, in both languages."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from gdlint.reporters.output_language import language
from gdlint.reporters.safe import shown
from gdlint.words.commands import SAID
from gdlint.words.system_errors import system_words

if TYPE_CHECKING:
    from pathlib import Path

    from gdlint.engine.baseline import Baseline
    from gdlint.packs.old_words import OldWord


def reason(error: Exception, lang: str) -> str:
    """Why the system refused something, in a language."""
    return system_words(error)[lang] if isinstance(error, OSError) else str(error)


NAMED = 3
"""so many of the files that were skipped are named"""


def skipped(paths: Sequence[str], lang: str) -> str:
    """What is said of the files of a folder that are no reports, for a person who expected them to be; empty without any."""
    if not paths:
        return ""
    return SAID["skipped"][lang].format(n=len(paths), paths=named(paths, lang))


def named(paths: Sequence[str], lang: str) -> str:
    """The first of some files."""
    return ("、" if lang == "zh" else ", ").join(paths[:NAMED]) + (" …" if len(paths) > NAMED else "")


def renaming(baseline: "Baseline") -> str:
    """The first file with a new name."""
    return " → ".join(next(iter(baseline.renamed.items())))


def say_of_baselines(baselines: "Mapping[Path, Baseline]", ran: frozenset[str], lang: str) -> None:
    """What is to be renewed in files of known findings, when some rules ran."""
    for path, baseline in baselines.items():
        if baseline.renamed:
            n, first = len(baseline.renamed), renaming(baseline)
            say("renamed", lang, path=relative(path), n=n, first=first)
        if stale := baseline.stale(ran):
            first = f"{stale[0].path} {stale[0].code}"
            say("stale", lang, path=relative(path), n=len(stale), first=first)


def say_old_words(found: "Mapping[str, Sequence[OldWord]]", lang: str) -> None:
    """What packs write in words that others have replaced, and what to write."""
    for pack, words in found.items():
        changes = [f"{word.code}: {word.old} → {word.new}" for word in words]
        say("old-words", lang, pack=pack, n=len(words), words=named(changes, lang))


def relative(path: "Path") -> str:
    """A path as seen from the folder of the call; on another drive as it is."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)


def say(key: str, lang: str | None = None, **fields: object) -> None:
    """One line on standard error."""
    told(SAID[key][lang or language()].format(**fields))


def told(line: str) -> None:
    """A line on standard error, made harmless; nothing more can be done where even that is closed."""
    with suppress(OSError):
        print(shown(f"gdlint: {line}"), file=sys.stderr)
