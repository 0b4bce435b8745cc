"""How many examples hypothesis tries: `GDLINT_EXAMPLES`, else some that are always the same ones."""

import os
from typing import Final

from hypothesis import HealthCheck, settings

from .extent import extent

CHOSEN: Final = os.environ.get("GDLINT_EXAMPLES")
EXAMPLES: Final = int(CHOSEN or extent(200, 15))


def load_profile() -> None:
    """Make it so for all tests to come."""
    settings.register_profile(
        "gdlint",
        max_examples=EXAMPLES,
        derandomize=CHOSEN is None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile("gdlint")
