"""Reports whose prose is spoken by a grammar of its own: words and phrases of officials, written without gdlint's words.

`words.txt` holds what may stand for what, `phrases/` what is said and in which order. Each phrase is right over the
tables it is spoken for; most have a wrong twin in which one figure (or one word) is not. Phrases and words are split,
by a hash of their text, into halves: `develop` may be looked at, `held` is only counted.
"""

from .items import Item, Spoken, spoken_report, with_wrong
from .phrases import HALVES

__all__ = ["HALVES", "Item", "Spoken", "spoken_report", "with_wrong"]
