"""Whether a text names another body than the one that reports, of the same kind: no part of it and nothing above it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gdlint.forms.names import body_kind, has_place, is_other_body, main_name
from gdlint.model.form import BodyForm, Forms

_PLACE = "省市县区州旗盟镇乡"
_OFFICES = ("办公室", "办", "中心", "站", "所", "队", "处")
_TOWN = re.compile(f"[^{_PLACE}]+(?:[镇乡]|街道)")
_LINE = re.compile(f"[^{_PLACE}]*$")


def names_another(body: str, text: str, forms: Forms) -> bool:
    """A text begins with the name of another body of the same kind, which is no part of the body and not above it. The place
    must be named: 林业局 alone may be anywhere."""
    name = name_in(text, forms)
    kind = body_kind(body, forms.bodies)[0]
    if not name or kind in (None, "other") or body_kind(name, forms.bodies)[0] != kind:
        return False
    if name.startswith(tuple(_PLACE)) or not has_place(name):
        return False
    return is_other_body(body, name, forms) and not _is_above(body, name) and not _holds_town(body, name)


def name_in(text: str, forms: Forms) -> str:
    """The longest beginning of a text that is the name of a body, without an office behind it (青石县水利局办公室)."""
    text = main_name(text)
    endings = _endings(forms.bodies)
    whole = text[: next((end for end in range(len(text), 1, -1) if text.endswith(endings, 0, end)), 0)]
    inner = name_in(whole[:-1], forms) if whole.endswith(_OFFICES) else ""
    return inner or whole


@lru_cache(maxsize=8)
def _endings(bodies: Sequence[BodyForm]) -> tuple[str, ...]:
    return tuple(form.ending for form in bodies)


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
