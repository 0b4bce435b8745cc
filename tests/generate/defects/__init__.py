"""All classes of mistakes that can be put into a report, at least one for each rule that can be tried so."""

from typing import Final

from .cells import CELLS, SUMS
from .claims import CLAIMS
from .dates import DATES
from .kinds import Defect, Spoilt
from .structure import FILES, STRUCTURE
from .tables import TABLE_DEFECTS, TEMPLATE
from .wording import WORDING

DEFECTS: Final = (*FILES, *STRUCTURE, *TEMPLATE, *TABLE_DEFECTS, *CELLS, *SUMS, *CLAIMS, *DATES, *WORDING)

__all__ = ["DEFECTS", "Defect", "Spoilt"]
