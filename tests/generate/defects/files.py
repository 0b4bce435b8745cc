"""Files that are not whole or not clean (GD0)."""

import random
from typing import Final

from ..bank.pairs import Pair
from ..whole import Whole
from .kinds import Defect, Spoilt, codes
from .wording import put


def _garbled(name: str, rubbish: str) -> Defect:
    pair = Pair(name, "GD003", "overall", "", f"发布信息{rubbish}若干条。", "发布信息")

    def spoil(whole: Whole, rng: random.Random) -> Spoilt | None:
        return put(whole, pair, rng)

    return Defect(name, "GD003", spoil)


def _cut(whole: Whole, rng: random.Random) -> Spoilt | None:
    """The text ends inside the table of section three."""

    def after(text: str) -> str:
        return text[: text.index("需要另行制作")] + "\n"

    return Spoilt(whole.made, "", "cut in section three", after)


_WHOLE_LABELS: Final = (
    "tab_cell",
    "pipe",
    "bar_padded",
    "bar_bare",
    "bar_leading",
    "bar_cell",
    "bar_own_line",
    "blank_cell",
)
"""shapes that no page break cuts"""
_LOST: Final = codes("GD101 GD301 GD302 GD109 GD803 GD320 GD304 GD310 GD114")

FILES: Final = (
    _garbled("replacement characters", "\ufffd\ufffd\ufffd"),
    _garbled("entities", "&nbsp;&nbsp;"),
    _garbled("mojibake", "ä¿¡æ¯å…¬å¼€"),
    Defect("cut in a table", "GD005", _cut, _LOST, shapes=_WHOLE_LABELS),
)
