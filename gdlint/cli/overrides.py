"""From what a call says to a session, and to the paths by which settings are found."""

import os
from pathlib import Path

from gdlint.cli.choosing import CallSettings
from gdlint.cli.host import current_catalogue
from gdlint.cli.jobs import Job
from gdlint.cli.options import Request
from gdlint.cli.stderr import say, say_old_words
from gdlint.config.chosen import Choice
from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.session import Session


def session_of(request: Request, chosen: CallSettings, *, silences: bool = True) -> Session:
    """The session for a call.

    Raises `ConfigError` where it names a settings file that is not there.
    """
    config = Path(os.path.abspath(request.config)) if request.config else None
    if config and not config.is_file():
        raise ConfigError(SettingPlace(), "no-such-file", key="--config", path=request.config)
    choice = Choice(chosen.one, chosen.many, config, nearest=not request.isolated, silences=silences)
    return Session(choice, current_catalogue())


def path_of(job: Job, stdin_name: str | None = None) -> Path:
    """Where a file lies; standard input lies where its name says, else in the folder of the call."""
    return Path(os.path.abspath((stdin_name or "-") if job.path == "-" else job.path))


def say_of_rules(session: Session, lang: str) -> None:
    """Say what is amiss with the choice of rules, and in packs: selectors without effect, and old words."""
    say_without_effect(session, lang)
    say_old_words(session.old_words, lang)


def say_without_effect(session: Session, lang: str) -> None:
    """Say which selectors name rules that cannot be ignored, once each: a call's are in the rules of every settings file."""
    for given in session.without_effect():
        origin = f"{given.place}: " if given.place.file else ""
        say("not-ignored", lang, origin=origin, rule=given.value)
