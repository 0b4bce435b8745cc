"""Prose on reconsiderations and suits."""

from typing import Final

from .phrase import Phrase

_CASES: Final = {"review": "GD507", "suits": "GD507"}

NO_CASE: Final = (
    Phrase("cases", "本年度未发生因政府信息公开引起的行政复议、行政诉讼。", needs=("!cases",)),
    Phrase(
        "cases", "{Y}年，{own}无因政府信息公开工作被申请行政复议或者提起行政诉讼的情况。", needs=("!cases",)
    ),
    Phrase("cases", "全年没有发生涉及政府信息公开的行政复议和行政诉讼案件。", needs=("!cases",)),
)

LITIGATION: Final = (
    *NO_CASE,
    Phrase("cases", "本年度因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件。", _CASES, ("review", "suits")),
    Phrase("cases", "{Y}年政府信息公开行政复议{review}件，其中结果维持{review_upheld}件，结果纠正{review_corrected}件，"
           "其他结果{review_other}件，尚未审结{review_pending}件。", {"review": "GD507"}, ("review",)),
    Phrase("cases", "全年发生政府信息公开行政诉讼{suits}件，其中未经复议直接起诉{direct}件，复议后起诉{after}件。", {"suits": "GD507"}, ("suits",)),
    Phrase("cases", "全年未发生因政府信息公开引起的行政诉讼；被申请行政复议{review}件。", {"review": "GD507"}, ("review", "!suits")),
    # Figures of another kind or scope.
    Phrase("review_published", "依法公开行政复议决定书{a}份，行政诉讼裁判文书{b}份。", kinds=frozenset({"county", "city", "province"})),
    Phrase("training_cases", "以行政复议、行政诉讼典型案例开展以案释法{a}次。"),
    Phrase("last_cases", "{P}年被申请行政复议{a}件，均已办结。"),
    Phrase("hearing", "行政机关负责人出庭应诉率100%。", needs=("suits",)),
)  # fmt: skip
