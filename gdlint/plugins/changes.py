"""Which hooks are not what they were, since which version, and what a plugin is to change (docs/plugins-migration.md)."""

from collections.abc import Mapping
from typing import NamedTuple

from gdlint.words.fault import Words


class HookChange(NamedTuple):
    """The version of the interface that changed a hook, and what is to be done about it."""

    version: int
    words: Words


CHANGED: Mapping[str, HookChange] = {
    "gdlint_readers": HookChange(
        2,
        {
            "zh": "read 应返回 Page（正文、表格、出处）或文字，而不是 Source",
            "en": "let read return a Page (text, grids, origin) or a text in place of a Source",
        },
    ),
    "gdlint_reporters": HookChange(
        2,
        {
            "zh": "应返回 Reporter 的子类（begin、file、end），而不是 Reporter(name, render)",
            "en": "return classes derived from Reporter (begin, file, end) in place of Reporter(name, render)",
        },
    ),
}
