"""."""

from support.hostile.shape import Hostile

SETTINGS: tuple[Hostile, ...] = ()
