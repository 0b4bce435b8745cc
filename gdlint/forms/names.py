"""Names of bodies: what is one, and what kind of body it tells."""

import re
from collections.abc import Sequence

from gdlint.model.form import BodyForm, Forms

LONGEST_NAME = 30
"""characters"""

_SHORTEST_NAME = 3
_PLACES = "省市县区州旗盟镇乡"
_BRACKETS = re.compile(r"(?:\s*[（(][^（()）]*[）)])+$")
_SEAL = re.compile(r"[（(](?:盖章|公章|章|印章)[）)]$")


def body_kind(body: str | None, bodies: Sequence[BodyForm]) -> tuple[str | None, str | None]:
    """Kind and suffix of a body by the end of its name, else by the list of places (a 市 may be a county); (None, None)
    where neither tells."""
    name = main_name(body or "")
    form = next((form for form in bodies if name.endswith(form.ending)), None) if name else None
    if form is None:
        return None, None
    return form.kind or _kind_of_place(name), form.suffix


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
    if not 1 < len(name) <= LONGEST_NAME or re.search(r"[。；，：、\d]", name):
        return False
    same = body is not None and len(name) > _SHORTEST_NAME and (name in body or body in name)
    return same or any(name.endswith(form.ending) for form in forms.bodies)


def unsealed(text: str) -> str:
    """A name without the remark （盖章） behind it."""
    return _SEAL.sub("", text).strip()


def has_place(name: str) -> bool:
    """The name says where the body is (青石县水利局, not 水利局)."""
    return any(letter in name[1:] for letter in _PLACES)
