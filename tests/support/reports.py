"""Invented reports of which the findings are known."""

from typing import Final

from .rules import text_of

RIGHT: Final = text_of()
"""no finding"""

WRONG: Final = text_of(litigation={"reconsideration": {"upheld": 2, "total": 3}})
"""one error, GD404"""

DOUBTFUL: Final = text_of(disclosure={"penalties": {"decisions": "无"}})
"""one warning, GD311"""

NOTED: Final = text_of(intro=None)
"""one info, GD602"""

NO_REPORT: Final = "关于召开会议的通知\n请准时参加。\n"
"""one error, GD002, where it is named"""
