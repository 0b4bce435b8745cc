"""The fix of a rule (`fix` in YAML): how it is written, and what it makes of a case."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from gdlint.engine.shape import RuleError, check_keys, check_words
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.messages import shown, split_message
from gdlint.expressions.nodes import Node
from gdlint.matching.expression_error import ExpressionError
from gdlint.model.finding import Spot
from gdlint.model.fix import Edit, Fix
from gdlint.model.logic import UNKNOWN, Getter
from gdlint.model.regex import lazy
from gdlint.model.report import Entry
from gdlint.scopes.case_types import Case

KEYS = ("replace", "remove", "at", "when", "safe")
LONGEST = 500
"""characters that a fix writes in one place"""
_AROUND = 40
"""characters beside a place that may belong to a number in it"""
_BAD = lazy(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NUMBER = lazy(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")

Spotter = Callable[[Case], tuple[Spot, ...]]


class FixForm(NamedTuple):
    """A fix as it is written: the new text with {expressions} (None: the printed row is taken out), what it replaces, when it can
    be made, and whether it is safe."""

    replace: str | None
    at: tuple[Node, ...]
    when: Node | None
    safe: bool


class Mend(NamedTuple):
    """A fix, compiled. `text` gives None where the new text is not known; without it, the row is taken out."""

    text: Callable[[Case], str | None] | None
    spots: Spotter | None
    when: Getter | None
    safe: bool
    numbers: bool
    """it may change numbers, since they number headings and labels"""


def fix_form(
    data: Any, path: Sequence[str | int], parsed: Callable[[Any, Sequence[str | int]], Node]
) -> FixForm | None:
    """The value of `fix`; None for `false`, which takes away what a rule would have from its base.

    Raises `RuleError` for a shape that no fix has, and for expressions that cannot be parsed.
    """
    if data is None or data is False:
        return None
    check_keys(data, KEYS, tuple(path))
    if "remove" in data:
        check_keys(data, ("remove", "when"), tuple(path))
        check_words([data["remove"]], ("row",), (*path, "remove"))
    elif not isinstance(data.get("replace"), str):
        raise RuleError("is-text", (*path, "replace"), key="replace")
    if not isinstance(data.get("safe", False), bool):
        raise RuleError("is-truth", (*path, "safe"), key="safe")
    for key in ("at", "when"):
        if key in data and not isinstance(data[key], str):
            raise RuleError("is-text", (*path, key), key=key)
    at = (parsed(data["at"], (*path, "at")),) if "at" in data else ()
    when = parsed(data["when"], (*path, "when")) if "when" in data else None
    return FixForm(data.get("replace"), at, when, data.get("safe", False))


def compile_text(template: str, compiler: Compiler) -> Callable[[Case], str | None]:
    """The new text of a case from its template.

    Raises `ExpressionError` for a field that does not exist.
    """
    pieces = split_message(template, lambda field: compiler.compile(compiler.dialect.parse(field)).get)
    if any(isinstance(piece, str) and ("{" in piece or "}" in piece) for piece in pieces):
        raise ExpressionError("brace")

    def text(case: Case) -> str | None:
        values = [piece if isinstance(piece, str) else piece(case) for piece in pieces]
        return None if UNKNOWN in values else "".join(shown(value, "zh") for value in values)

    return text


def mended(mend: Mend, case: Case, spots: Sequence[Spot]) -> Fix | None:
    """The fix of a false case that stands at some places; None where there is none."""
    if mend.when is not None and mend.when(case) is not True:
        return None
    if mend.text is None:
        from gdlint.engine.removed_rows import without_row

        return without_row(case.context.report, case.item) if isinstance(case.item, Entry) else None
    new = mend.text(case)
    if new is None:
        return None
    places = mend.spots(case) if mend.spots else spots
    source = case.context.report.source.text or ""
    return sound_fix(source, [Edit(spot.start, spot.end, new) for spot in places], mend.safe, mend.numbers)


def sound_fix(text: str, edits: Iterable[Edit], safe: bool, numbers: bool = False) -> Fix | None:
    """Edits as a fix, each as short as can be; None where one of them leaves its line or writes what no line holds. What changes
    a number is not safe, unless `numbers` says that it only numbers something."""
    found = sorted(set(edits))
    if not all(_is_sound(edit, text) for edit in found):
        return None
    if any(one.end > other.start for one, other in pairwise(found)):
        return None
    safe = safe and (numbers or all(_keeps_numbers(edit, text) for edit in found))
    left = [_shortest(edit, text) for edit in found if text[edit.start : edit.end] != edit.text]
    return Fix(tuple(left), safe) if left else None


def united(fixes: Iterable[Fix | None]) -> Fix | None:
    """The fixes of the cases that are one finding, as one; safe where all are."""
    found = [fix for fix in fixes if fix is not None]
    edits = sorted({edit for fix in found for edit in fix.edits})
    if not edits or any(one.end > other.start for one, other in pairwise(edits)):
        return None
    return Fix(tuple(edits), all(fix.safe for fix in found))


def _is_sound(edit: Edit, text: str) -> bool:
    if not 0 <= edit.start <= edit.end <= len(text):
        return False
    old, new = text[edit.start : edit.end], edit.text
    parts_cells = "|" in new and "|" not in old
    return not (_BAD.search(old) or _BAD.search(new) or parts_cells or len(new) > LONGEST)


def _keeps_numbers(edit: Edit, text: str) -> bool:
    begin = text.rfind("\n", 0, edit.start) + 1
    before = text[max(begin, edit.start - _AROUND) : edit.start]
    behind = text[edit.end : edit.end + _AROUND].partition("\n")[0]
    old, new = (before + part + behind for part in (text[edit.start : edit.end], edit.text))
    return _numbers(old) == _numbers(new)


def _numbers(text: str) -> list[Decimal]:
    found = _NUMBER.findall(unicodedata.normalize("NFKC", text))
    return [Decimal(number.replace(",", "").replace("，", "")) for number in found]


def _shortest(edit: Edit, text: str) -> Edit:
    """The same without what stays at both ends; of what only adds something, one letter that stays is kept, so that it has a
    place of its own."""
    old, new = text[edit.start : edit.end], edit.text
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    if old and first + last == len(old):
        first, last = (first - 1, last) if first else (first, last - 1)
    return Edit(edit.start + first, edit.end - last, new[first : len(new) - last])


def _common(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    for n, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return n
    return min(len(one), len(other))
