"""What the formats of a run say of its text: that it is not printed or no longer in force, or raised as a mark of a note is."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gdlint.readers.elements import Node, child, is_on, local, number, value

_LONGEST_CHAIN = 20
"""styles that are based on each other"""
_UNSEEN = frozenset({"vanish", "strike", "dstrike"})

_RAISED = 4
"""half points; text is raised less to stand level with its line"""


class RunLook(NamedTuple):
    """Which properties make text unseen, and whether it is raised."""

    unseen: frozenset[str] = frozenset()
    is_raised: bool = False


PLAIN = RunLook()
Styles = Mapping[str, RunLook]
"""styles of characters and paragraphs that are not plain"""


def look_of(run: Node, styles: Styles, before: RunLook = PLAIN) -> RunLook:
    """The look of a run in a paragraph of some look: its own properties count more than its style."""
    properties = child(run, "rPr")
    if properties is None:
        return before
    style = styles.get(value(child(properties, "rStyle"))) if styles else None
    return _changed(_joined(before, style) if style else before, properties)


def paragraph_look(paragraph: Node, styles: Styles) -> RunLook:
    """The look that the style of a paragraph gives its runs."""
    return styles.get(value(child(paragraph, "pPr", "pStyle")), PLAIN) if styles else PLAIN


def read_styles(styles: Node | None) -> Styles:
    """The styles of a document from their part, each with what it has of those it is based on."""
    if styles is None:
        return {}
    known = {value(style, "styleId"): style for style in styles if local(style) == "style"}
    if not any(child(style, "rPr") is not None for style in known.values()):
        return {}
    looks = ((key, _look_of_style(key, known)) for key in known)
    return {key: look for key, look in looks if look != PLAIN}


def _look_of_style(key: str, known: Mapping[str, Node]) -> RunLook:
    look = PLAIN
    for style in reversed(list(_chain(key, known))):
        properties = child(style, "rPr")
        look = look if properties is None else _changed(look, properties)
    return look


def _chain(key: str, known: Mapping[str, Node]) -> Iterator[Node]:
    for _ in range(_LONGEST_CHAIN):
        style = known.get(key)
        if style is None:
            return
        yield style
        key = value(child(style, "basedOn"))


def _joined(look: RunLook, other: RunLook) -> RunLook:
    return RunLook(look.unseen | other.unseen, look.is_raised or other.is_raised)


def _changed(look: RunLook, properties: Node) -> RunLook:
    """A look as properties change it; those that are not there change nothing."""
    for each in properties:
        name = local(each)
        if name in _UNSEEN:
            unseen = look.unseen | {name} if is_on(each) else look.unseen - {name}
            look = look._replace(unseen=unseen)
        elif name == "vertAlign":
            look = look._replace(is_raised=value(each) == "superscript")
        elif name == "position":
            look = look._replace(is_raised=number(each) >= _RAISED)
    return look
