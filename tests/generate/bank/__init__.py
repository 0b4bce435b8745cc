"""The phrase bank: invented prose that is right, made from how reports are worded and from what looks wrong and is not."""

from .applied import APPLIED, NO_REQUEST
from .aspects import ASPECTS
from .closing import MEASURES, OTHERS, PROBLEMS
from .litigation import LITIGATION, NO_CASE
from .managed import MANAGED
from .opened import OPENED
from .phrase import Phrase
from .platform import PLATFORM
from .supported import SUPPORTED

__all__ = [
    "APPLIED",
    "ASPECTS",
    "LITIGATION",
    "MANAGED",
    "MEASURES",
    "NO_CASE",
    "NO_REQUEST",
    "OPENED",
    "OTHERS",
    "PLATFORM",
    "PROBLEMS",
    "SUPPORTED",
    "Phrase",
]
