"""."""

from support.hostile.shape import Hostile

FILES: tuple[Hostile, ...] = ()
