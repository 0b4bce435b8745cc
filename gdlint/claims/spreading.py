"""Numbers behind 分别, each for the word at its place: 行政许可、行政处罚分别为346件、28件."""

from gdlint.claims.aspects import side_by_side
from gdlint.claims.items import Item
from gdlint.claims.memory import Meant, Memory
from gdlint.claims.naming import Named, Namer

_JOINS = ("和", "及", "与", "以及")


def spread(item: Item, namer: Namer, memory: Memory) -> Named | None:
    """What a number counts by its place behind 分别; None where it has none. What is left waits in the memory."""
    return _next(item, memory) or _first(item, namer, memory)


def _first(item: Item, namer: Namer, memory: Memory) -> Named | None:
    edge = next((token.start for token in item.before if token.text.startswith("分别")), None)
    if edge is None:
        return None
    if any(token.start > edge and token.kind in ("aspect", "subject", "foreign") for token in item.before):
        return None
    if item.number and any(letter.isdigit() for letter in namer.text[edge : item.number.start]):
        return Named(foreign=True)
    ahead = item._replace(before=tuple(t for t in item.before if t.start < edge), number=None, after=())
    found = namer.named(ahead, memory)
    steps = side_by_side(namer.text, ahead, found.subjects, namer.words)
    each: list[Meant] = [(found.subjects, (step,)) for step in steps]
    each = each or _each(found)
    if found.foreign or len(each) != _named(namer.text, ahead, edge):
        return Named(foreign=True) if item.quantity and item.quantity.unit != "%" else None
    memory.spread = each[1:]
    return found._replace(subjects=each[0][0], aspects=each[0][1], bare=False, spread=True)


def _named(text: str, ahead: Item, edge: int) -> int:
    """How many names stand side by side before 分别: one more than there are joins outside of words."""
    inside = {
        place for token in ahead.before for place in range(token.start, token.end) if token.kind != "fillers"
    }
    return 1 + sum(1 for n in range(ahead.start, edge) if text[n] in "、和及与" and n not in inside)


def _each(found: Named) -> list[Meant]:
    """Several aspects of one subject (columns, where some are), or several subjects with one aspect, one by one."""
    columns = tuple(aspect for aspect in found.aspects if aspect.columns)
    if len(columns) > 1 and len(found.subjects) == 1:
        rows = tuple(aspect for aspect in found.aspects if not aspect.columns)
        return [(found.subjects, (*rows, column)) for column in columns]
    if len(found.aspects) > 1 and len(found.subjects) == 1:
        return [(found.subjects, (aspect,)) for aspect in found.aspects]
    several = len(found.aspects) < 2 and len(found.subjects) > 1
    return [((subject,), found.aspects) for subject in found.subjects] if several else []


def _next(item: Item, memory: Memory) -> Named | None:
    if not memory.spread:
        return None
    if item.mark not in ("pause", "comma", "") or any(token.text not in _JOINS for token in item.before):
        memory.spread = []
        return None
    subjects, aspects = memory.spread.pop(0)
    return Named(subjects, aspects, strong=True, spread=True)
