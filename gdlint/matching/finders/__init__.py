"""Built-in finders: what a rule must look for that no pattern of linear time can find.

A finder is given passages and finds stretches of them, each with values; everything else (condition, severity, message,
examples) the rule says in YAML.
"""

from collections.abc import Mapping

from gdlint.matching.finders.brackets import BRACKETS
from gdlint.matching.finders.finder import Finder, Found
from gdlint.matching.finders.numbered_paragraphs import NUMBERING
from gdlint.matching.finders.repeats import DOUBLED_WORDS, REPEATED_SENTENCES

FINDERS: Mapping[str, Finder] = {
    "brackets": BRACKETS,
    "doubled-words": DOUBLED_WORDS,
    "numbering": NUMBERING,
    "repeated-sentences": REPEATED_SENTENCES,
}

__all__ = ["FINDERS", "Finder", "Found"]
