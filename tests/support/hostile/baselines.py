"""."""

from support.hostile.shape import Hostile

BASELINES: tuple[Hostile, ...] = ()
