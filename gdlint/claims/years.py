"""The words by which a sentence tells of another year for a reason, from `years` in `rules/claims.yaml`."""

import re
from typing import NamedTuple


class Years(NamedTuple):
    """What finds them."""

    elsewhere: re.Pattern[str]
    """what is of another year: a document, an event, a comparison"""
    until: re.Pattern[str]
    """the same where a sentence says up to when it counts"""
    plans: re.Pattern[str]
    works: re.Pattern[str]
    """verbs with which a report on a year opens"""
    published: re.Pattern[str]
    """what was published may be of any year"""
    points: re.Pattern[str]
    """a document with the tasks of a year"""
    by: re.Pattern[str]
    """words before what the work goes by"""
    kept: re.Pattern[str]
    """tasks of another year that go on"""
