"""What went wrong in a plugin, in words, with the line of its file."""

import os
from typing import NamedTuple

from gdlint.model.language import LANGUAGES
from gdlint.plugins.discovery import Offered
from gdlint.words.fault import FaultError, Words, placed

_LONGEST = 300
_OURS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_BETWEEN = ("<", os.path.join("importlib", ""), os.path.join("pluggy", ""))
"""parts of paths of code by which a plugin is called or imported"""


class Failure(NamedTuple):
    """What went wrong in a plugin: where (`load`, or the hook), and the cause in one line, in en and zh."""

    plugin: Offered
    where: str
    cause: str
    cause_zh: str

    def told(self, language: str) -> str:
        """The cause in a language."""
        return self.cause_zh if language == "zh" else self.cause


def failure_of(plugin: Offered, where: str, error: BaseException | Words) -> Failure:
    """The failure of an error, or of words for what is wrong."""
    words = _words_of(error) if isinstance(error, BaseException) else error
    cause, cause_zh = (" ".join(words[language].split())[:_LONGEST] for language in ("en", "zh"))
    line = _line_of(error) if isinstance(error, BaseException) else ""
    return Failure(plugin, where, cause + line, cause_zh + line)


def _words_of(error: BaseException) -> Words:
    if isinstance(error, FaultError):
        return error.words
    return placed(type(error).__name__, dict.fromkeys(LANGUAGES, str(error)))


def _line_of(error: BaseException) -> str:
    """Where in the file of the plugin it happened, behind the cause; nothing where no code of the plugin ran. What the plugin
    called is not its own: its innermost line in the file that was called first counts."""
    # Loaded where something failed: it takes longer than a start without it.
    from traceback import extract_tb

    frames = [
        (frame.filename, frame.lineno)
        for frame in extract_tb(error.__traceback__)
        if not frame.filename.startswith(_OURS) and not any(part in frame.filename for part in _BETWEEN)
    ]
    if not frames or isinstance(error, SyntaxError):
        return ""
    first = frames[0][0]
    line = next(number for path, number in reversed(frames) if path == first)
    return f" ({os.path.basename(first)}:{line})"
