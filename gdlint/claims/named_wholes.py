"""What a share says that it is of: 占复议总数的12.5% is of the reconsiderations before it, 占审结数的12.5% of what was closed."""

from collections.abc import Sequence

from gdlint.claims.figures import TextFigure
from gdlint.model.regex import lazy

_ALL_OF = lazy(
    "^(?:[了到的该]|全部|所有|全年|本年|年度)+|(?:[的约近为达逾将]|超过|至少|不足|总|数|数量|量|比例|比重|(?:政府)?(?:信息)?(?:公开)?申请|案件)+$"
)
"""what says nothing of a whole but that it is one"""
_STAGE = lazy("审结|结案|办结|办毕|办理|答复|处理|受理|收到|新收|接收|应[办答]|已|公开|有效")
"""a whole that is named by what was done with it is no other one"""


def wholes_of(text: str, share: TextFigure, counts: Sequence[TextFigure]) -> Sequence[TextFigure]:
    """The counts before a share of which it may be one: those that it names, else any, if it names no stage of handling."""
    name = _name(share)
    named = [figure for figure in counts if name and name in text[figure.item.start : figure.item.end]]
    if named:
        return named
    return counts if share.near and not _STAGE.search(name) else ()


def _name(share: TextFigure) -> str:
    """What stands between 占 and the percentage, without what every whole is called."""
    if share.token is None or share.cue != "share":
        return ""
    return _ALL_OF.sub("", share.words[share.token.end - share.item.start :].strip())
