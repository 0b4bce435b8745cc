"""."""

from support.hostile.shape import Hostile

PACKS: tuple[Hostile, ...] = ()
