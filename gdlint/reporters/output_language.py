"""The two languages of the output, and the words that all formats share."""

import os
from collections.abc import Mapping

from gdlint.model.language import LANGUAGES


def language(wanted: str | None = None, environment: Mapping[str, str] | None = None) -> str:
    """The language to write: what was asked for, else GDLINT_LANG, else Chinese unless the locale is of another one."""
    environment = os.environ if environment is None else environment
    asked = wanted or environment.get("GDLINT_LANG", "")
    if asked in LANGUAGES:
        return asked
    locale = next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "C"
    )
    name = locale.split(".")[0]
    return "zh" if name.startswith("zh") or name in ("C", "POSIX") else "en"
