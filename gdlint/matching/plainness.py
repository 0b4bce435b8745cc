"""Patterns so plain that RE2 takes them for certain: they need not be compiled to be found right.

To compile one pattern takes as long as to read the whole rule around it, and in most reports nothing it needs is found.
"""

import re

from gdlint.model.regex import lazy

_TOKEN = lazy(
    r"(?P<one>[^\\\[\](){}|*+?^$\ud800-\udfff]|\[\^?[^\\\[\]^\-\ud800-\udfff]+\])"
    r"|(?P<open>\((?:\?:|\?P<[a-z_][a-z0-9_]*>)?)|(?P<close>\))|(?P<branch>\|)"
    r"|(?P<repeat>[*+?]\??)|\{(?P<least>\d{1,2})(?P<comma>,(?P<most>\d{1,2})?)?\}\??"
)
_MOST = 200
"""letters that all counted repetitions of a pattern may come to; RE2 takes several times as many"""


def is_plain(regex: str) -> bool:
    """Letters, classes of letters, groups, branches, and repetitions, in their right places. False where that is not certain."""
    place = depth = letters = 0
    before = ""
    while place < len(regex):
        found = _TOKEN.match(regex, place)
        if found is None:
            return False
        kind = found.lastgroup if found["least"] is None else "count"
        if kind == "repeat" and before not in ("one", "close"):
            return False
        if kind == "count":
            most = int(found["most"] or found["least"])
            letters += most
            # Only of one letter: of a group, repetitions would multiply.
            if before != "one" or most < int(found["least"]):
                return False
        depth += (kind == "open") - (kind == "close")
        if depth < 0 or letters > _MOST:
            return False
        before, place = str(kind), found.end()
    return depth == 0 and len(set(re.findall(r"\?P<(\w+)>", regex))) == regex.count("?P<")
