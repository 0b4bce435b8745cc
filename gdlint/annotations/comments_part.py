"""The part of a Word document that holds its comments."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from gdlint.annotations.comments_relation import with_children
from gdlint.annotations.notes import AUTHOR, Note
from gdlint.model.page import UnreadableError
from gdlint.wordfile.element_places import Element, Elements, elements
from gdlint.wordfile.package_parts import Replaced, replaced


class Comments(NamedTuple):
    """The part without what gdlint has written, the numbers of what it had written, when it had written which text, and the
    first number that is free."""

    content: bytes
    own: frozenset[str]
    dates: Mapping[bytes, str]
    free: int


def others_comments(content: bytes | None, space: str) -> Comments:
    """The comments of others. Raises `UnreadableError`."""
    tree = elements(_empty(space) if content is None else content)
    known = [each for each in tree.all if each.local == "comment"]
    own = [each for each in known if each.value("author") == AUTHOR]
    return Comments(
        replaced(tree.content, [Replaced(each.start, each.end, b"") for each in own]),
        frozenset(each.value("id") for each in own),
        {tree.content[each.inner : each.close]: each.value("date") for each in own},
        free_number(each.value("id") for each in known if each not in own),
    )


def free_number(keys: Iterable[str]) -> int:
    """The number behind the largest of some."""
    return (
        max((int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 10), default=-1) + 1
    )


def _empty(space: str) -> bytes:
    root = f'<w:comments xmlns:w="{space}"></w:comments>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def prefix_of(tree: Elements, space: str) -> str:
    """The prefix, with its colon, that a part uses for a namespace. Raises `UnreadableError` where it has none."""
    root = tree.all[0]
    prefixes = [
        key[6:] for key, value in root.attributes.items() if key.startswith("xmlns:") and value == space
    ]
    if not prefixes:
        raise UnreadableError("damaged")
    return f"{prefixes[0]}:"


def space_of(root: Element) -> str:
    """The namespace of the root of a part."""
    prefix, colon, _ = root.name.partition(":")
    return root.attributes.get(f"xmlns:{prefix}" if colon else "xmlns", "")


def with_comments(comments: Comments, notes: Sequence[Note], space: str, when: datetime) -> bytes:
    """The part with a comment for each note, numbered from the first free number on. One that was there before keeps its date."""
    prefix = prefix_of(elements(comments.content), space)
    now = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    written = []
    for number, note in enumerate(notes, comments.free):
        body = "".join(_paragraph(line, prefix) for line in note.lines).encode()
        attributes = {
            "id": number,
            "author": AUTHOR,
            "date": comments.dates.get(body) or now,
            "initials": AUTHOR,
        }
        tag = "".join(f' {prefix}{key}="{value}"' for key, value in attributes.items())
        written.append(f"<{prefix}comment{tag}>".encode() + body + f"</{prefix}comment>".encode())
    return with_children(comments.content, b"".join(written)) if written else comments.content


def _paragraph(line: str, prefix: str) -> str:
    text = escape(line.translate(_NOT_IN_XML), quote=False)
    return f'<{prefix}p><{prefix}r><{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}r></{prefix}p>'


_NOT_IN_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""what is left of what XML may not hold in a text that a terminal may show"""
