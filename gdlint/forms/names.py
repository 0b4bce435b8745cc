"""Names of bodies: what is one, and what kind of body it tells."""

import re
from collections.abc import Sequence
from itertools import takewhile

from gdlint.model.form import BodyForm, Forms

LONGEST_NAME = 30
"""characters"""

_SHORTEST_NAME = 3
_PLACES = "省市县区州旗盟镇乡"
_BRACKETS = re.compile(r"(?:\s*[（(][^（()）]*[）)])+$")
_PARTS = re.compile("[（()）、]")
_GOVERNMENT = re.compile("人民政府|政府|办公室|办事处")
_ALIKE = re.compile(f"[{_PLACES}][^{_PLACES}]{{2,}}$")
_OF_DISCLOSURE = re.compile("公开|领导小组")
_SEAL = re.compile(r"[（(](?:盖章|公章|章|印章)[）)]$")


def body_kind(body: str | None, bodies: Sequence[BodyForm]) -> tuple[str | None, str | None]:
    """Kind and suffix of a body by the end of its name, else by the list of places (a 市 may be a county); (None, None)
    where neither tells."""
    name = main_name(body or "")
    form = _form_of(name, bodies)
    if form is None:
        return None, None
    return form.kind or _kind_of_place(name), form.suffix


def is_told_by_name(body: str, bodies: Sequence[BodyForm]) -> bool:
    """The end of a name tells the kind of body by itself, without the list of places."""
    form = _form_of(main_name(body), bodies)
    return form is not None and form.kind is not None


def _form_of(name: str, bodies: Sequence[BodyForm]) -> BodyForm | None:
    return next((form for form in bodies if name.endswith(form.ending)), None) if name else None


def _kind_of_place(name: str) -> str | None:
    """The kind of the government of the place that a name consists of."""
    from gdlint.forms.regions import level_of

    return level_of(name)


def main_name(name: str) -> str:
    """A name without what stands in brackets behind it: a second name, a seal."""
    return _BRACKETS.sub("", name).strip()


def is_name(text: str, forms: Forms, body: str | None = None) -> bool:
    """The name of a body: by its ending, or because the title names the same one in a longer or shorter form."""
    name = unsealed(text)
    if name == body:
        return True
    main = main_name(name)
    if (
        not 1 < len(main) <= LONGEST_NAME
        or len(name) > 2 * LONGEST_NAME
        or re.search(r"[。；，：、\d]", main)
    ):
        return False
    same = body is not None and len(name) > _SHORTEST_NAME and (name in body or body in name)
    return same or any(main.endswith(form.ending) for form in forms.bodies)


def unsealed(text: str) -> str:
    """A name without the remark （盖章） behind it."""
    return _SEAL.sub("", text).strip()


def has_place(name: str) -> bool:
    """The name says where the body is (青石县水利局, not 水利局)."""
    return any(letter in name[1:] for letter in _PLACES)


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
