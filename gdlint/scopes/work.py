"""What the rules of packs may cost: steps, counted the same on every machine, of which each report has so many."""

from gdlint.model.report import Report

STEPS = 10_000_000
"""for each report; a step is about a tenth of a microsecond"""
PER_LETTER = 500
"""more, for each character of it; all rules of gdlint together take a third of what there is, or less"""
PER_VERDICT = 1_000
"""for each case that becomes a finding"""
PER_CALL = 20


class TooMuchWorkError(Exception):
    """The steps are used up."""


class Work:
    """The steps that are left."""

    __slots__ = ("left",)

    def __init__(self, left: float) -> None:
        self.left = left

    def spend(self, steps: float) -> None:
        """Take some steps.

        Raises `TooMuchWorkError` where there are no more.
        """
        self.left -= steps
        if self.left < 0:
            raise TooMuchWorkError


def work_on(report: Report) -> Work:
    """The steps that the rules of all packs together may take on a report."""
    return Work(STEPS + PER_LETTER * len(report.source.text or ""))
