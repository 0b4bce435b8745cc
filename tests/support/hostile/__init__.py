"""Packs, settings, baselines and caches that somebody wrote to do harm, and what must come of each."""

from support.hostile.baselines import BASELINES
from support.hostile.expressions import EXPRESSIONS
from support.hostile.files import FILES
from support.hostile.packs import PACKS
from support.hostile.settings import SETTINGS
from support.hostile.shape import Hostile, write

HOSTILE: tuple[Hostile, ...] = (*EXPRESSIONS, *PACKS, *FILES, *SETTINGS, *BASELINES)
"""all of them"""

__all__ = ["HOSTILE", "Hostile", "write"]
