"""Packs, settings, baselines, templates, lists and documents that somebody wrote to do harm, and what must come of each."""

from support.hostile.additions import ADDITIONS
from support.hostile.baselines import BASELINES
from support.hostile.documents import DOCUMENTS
from support.hostile.expressions import EXPRESSIONS
from support.hostile.files import FILES
from support.hostile.named import NAMED
from support.hostile.packs import PACKS
from support.hostile.settings import SETTINGS
from support.hostile.shape import Hostile, write

HOSTILE: tuple[Hostile, ...] = (
    *EXPRESSIONS, *PACKS, *FILES, *SETTINGS, *BASELINES, *ADDITIONS, *NAMED, *DOCUMENTS,
)  # fmt: skip
"""all of them"""

__all__ = ["HOSTILE", "Hostile", "write"]
