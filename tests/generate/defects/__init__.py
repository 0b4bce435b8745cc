"""All classes of mistakes that can be put into a report, at least one for each rule that can be tried so."""

from typing import Final

from .cells import CELLS
from .claims import CLAIMS
from .dates import DATES
from .files import FILES
from .kinds import Defect, Spoilt
from .structure import STRUCTURE
from .sums import SUMS
from .tables import TABLES
from .template import TEMPLATE
from .wording import WORDING

DEFECTS: Final = (*FILES, *STRUCTURE, *TEMPLATE, *TABLES, *CELLS, *SUMS, *CLAIMS, *DATES, *WORDING)

__all__ = ["DEFECTS", "Defect", "Spoilt"]
