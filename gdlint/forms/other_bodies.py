"""Whether a text names another body than the one that reports, of the same kind: no part of it and nothing above it."""

import re

from gdlint.forms.names import body_kind, has_place, is_other_body, main_name
from gdlint.model.form import Forms

_OWN = ("我", "本", "该", "各", "有关", "相关", "所在", "当地", "上级", "全", "其")
"""what begins like this is no name: 我县林业局, 各乡镇"""
_NO_NAME = re.compile("各|所有|所辖|辖区|党|县委|市委|区委|乡镇|镇街")
"""what holds one of these names several bodies, or a party's"""
_LEADS = (
    "在", "由", "经", "向", "对", "与", "和", "按", "根据", "配合", "协助", "协调", "组织", "指导", "督促", "会同", "联合", "通过", "依托",
    "转交", "推动", "支持", "接受", "邀请", "参加", "借助", "利用", "登录", "围绕", "为", "以", "今年", "去年", "近年", "一年", "年初", "年内", "同时", "此外", "目前", "将", "从", "让", "使", "加强", "做好",
)  # fmt: skip
"""words before a name that speak of another body as such"""
_PLACE = "省市县区州旗盟镇乡"
_ELSEWHERE = re.compile("大数据|政务|信息|网信|审批|档案|公开|司法局|图书馆")
"""departments that answer for many: portals, places where papers can be read, those that hear complaints"""
_TOWN = re.compile(f"[^{_PLACE}]+(?:[镇乡]|街道)")
_LINE = re.compile(f"[^{_PLACE}]*$")


def names_another(body: str, text: str, forms: Forms) -> bool:
    """A text begins with the name of another body of the same kind, and names none that answers for many. The place must be
    named: 林业局 alone may be anywhere."""
    name = name_in(text, forms)
    kind = body_kind(body, forms.bodies)[0]
    if not name or kind in (None, "other") or body_kind(name, forms.bodies)[0] != kind:
        return False
    if name.startswith((*_OWN, *_LEADS, *_PLACE)) or not has_place(name):
        return False
    if _ELSEWHERE.search(name) or _NO_NAME.search(name):
        return False
    return is_other_body(body, name, forms) and not _is_above(body, name) and not _holds_town(body, name)


def name_in(text: str, forms: Forms) -> str:
    """The longest beginning of a text that is the name of a body, without an office behind it (青石县水利局办公室)."""
    text = main_name(text)
    ends = (len(text[:end]) for end in range(len(text), 1, -1) if body_kind(text[:end], forms.bodies)[1])
    whole = text[: next(ends, 0)]
    inner = (
        name_in(whole[:-1], forms) if whole.endswith(("办公室", "办", "中心", "站", "所", "队", "处")) else ""
    )
    return inner or whole


def _holds_town(body: str, name: str) -> bool:
    """The town or street of a body stands somewhere in a name: words before it are no part of that."""
    town = _TOWN.search(body)
    return town is not None and town[0] in name


def _is_above(body: str, name: str) -> bool:
    """Both are of one line, in places of different levels: the bureau of the city above that of the county."""
    own, other = _LINE.search(body), _LINE.search(name)
    if own is None or other is None or own[0] != other[0]:
        return False
    return body[: own.start()][-1:] != name[: other.start()][-1:]
