"""Names of bodies: what is one, and what kind of body it tells."""

import re
from collections.abc import Sequence

from gdlint.model.form import BodyForm, Forms

LONGEST_NAME = 30
"""characters"""

_SHORTEST_NAME = 3
_SEAL = re.compile(r"[（(](?:盖章|公章|章|印章)[）)]$")


def body_kind(body: str | None, bodies: Sequence[BodyForm]) -> tuple[str | None, str | None]:
    """Kind and suffix of a body by the end of its name; (None, None) where the name tells nothing."""
    for form in bodies if body else ():
        if body and body.endswith(form.ending):
            return form.kind, form.suffix
    return None, None


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
