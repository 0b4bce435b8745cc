"""Whether a name is that of another body than the one that reports."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from gdlint.forms.titles import body_kind, has_place, main_name, unsealed
from gdlint.model.form import BodyForm, Forms
from gdlint.model.regex import lazy

_PLACE = "省市县区州旗盟镇乡"
_OFFICES = ("办公室", "办", "中心", "站", "所", "队", "处")
_TOWN = lazy(f"[^{_PLACE}]+(?:[镇乡]|街道)")
_LINE = lazy(f"[^{_PLACE}]*$")
_PARTS = lazy("[（()）、]")
_GOVERNMENT = lazy("人民政府|政府|办公室|办事处")
_ALIKE = lazy(f"[{_PLACE}][^{_PLACE}]{{2,}}$")
_OF_DISCLOSURE = lazy("公开|领导小组")


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


def is_other_body(one: str, other: str, forms: Forms) -> bool:
    """Two names are those of different bodies: neither is a short or second name of the other, nor its office, nor a part
    of the same town or street."""
    if body_kind(one, forms.bodies)[1] is None or body_kind(other, forms.bodies)[1] is None:
        return False
    if _begin_alike(one, other) or _OF_DISCLOSURE.search(one + other):
        return False
    return not any(_is_short_for(a, b) or _is_short_for(b, a) for a in _names(one) for b in _names(other))


def _names(name: str) -> list[str]:
    """The names in a name: the main one, and those in brackets or after 、 (each without 人民政府 and 办公室)."""
    return [_GOVERNMENT.sub("", part) for part in _PARTS.split(unsealed(name)) if part]


def _is_short_for(short: str, long: str) -> bool:
    """All letters of a short name stand in the long one in its order (县住建局, 青石县住房和城乡建设局)."""
    letters = iter(long)
    return len(short) > 1 and all(letter in letters for letter in short)


def _begin_alike(one: str, other: str) -> bool:
    """Both names begin with the same town or street, or go on alike behind the same place (发展和改革委员会, 发展改革局)."""
    same = "".join(a for a, b in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return any(word in same[1:] for word in ("镇", "乡", "街道")) or bool(_ALIKE.search(same))
