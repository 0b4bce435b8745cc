"""Where the comments of a Word document are, and how a document that has none is told where they are now."""

import posixpath
from typing import NamedTuple

from gdlint.wordfile.element_places import elements
from gdlint.wordfile.package_parts import Replaced, part, replaced

TYPES = "[Content_Types].xml"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_NO_RELATIONS = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="%s"/>' % (
    b"http://schemas.openxmlformats.org/package/2006/relationships"
)
_MOST_NAMES = 1000


class CommentsPart(NamedTuple):
    """The name of the part of comments, what it holds (None: it is not there yet), and the other parts that are to be changed so
    that it is found."""

    name: str
    content: bytes | None
    changed: dict[str, bytes]


def comments_part(data: bytes, main: str, space: str) -> CommentsPart:
    """The part of comments of a document whose main part has a name and uses a namespace. Raises `UnreadableError`."""
    folder, name = posixpath.split(main)
    relations = f"{folder}/_rels/{name}.rels"
    content = _part_or(data, relations, _NO_RELATIONS)
    tree = elements(content)
    known = [each for each in tree.all if each.local == "Relationship"]
    for each in known:
        if each.value("Type").endswith("/comments") and each.value("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, each.value("Target"))).lstrip("/")
            return CommentsPart(target, part(data, target), _typed(data, target))
    target = _free_name(data, folder)
    identities = {each.value("Id") for each in known}
    key = next(f"rId{n}" for n in range(1, len(known) + 2) if f"rId{n}" not in identities)
    kind = _STRICT_RELATION if space.startswith(_STRICT) else _RELATION
    written = {"Id": key, "Type": kind, "Target": posixpath.basename(target)}
    return CommentsPart(
        target, None, {relations: appended(content, "Relationship", written), **_typed(data, target)}
    )


def _part_or(data: bytes, name: str, otherwise: bytes) -> bytes:
    content = part(data, name)
    return otherwise if content is None else content


def _free_name(data: bytes, folder: str) -> str:
    names = (f"{folder}/comments{n or ''}.xml" for n in range(_MOST_NAMES))
    return next(name for name in names if part(data, name) is None)


def _typed(data: bytes, name: str) -> dict[str, bytes]:
    """The types of a document where they do not tell yet what the part of comments is."""
    content = _part_or(data, TYPES, b"<Types/>")
    known = {each.value("PartName") for each in elements(content).all}
    if f"/{name}" in known:
        return {}
    return {TYPES: appended(content, "Override", {"PartName": f"/{name}", "ContentType": _CONTENT})}


def appended(content: bytes, name: str, attributes: dict[str, str]) -> bytes:
    """A part with one element more at the end of its root."""
    tree = elements(content)
    prefix = tree.all[0].name.rpartition(":")
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return with_children(tree.content, f"<{prefix[0]}{prefix[1]}{name}{written}/>".encode())


def with_children(content: bytes, children: bytes) -> bytes:
    """A part with more at the end of its root."""
    root = elements(content).all[0]
    if root.is_empty_tag:
        change = Replaced(root.end - 2, root.end, b">" + children + f"</{root.name}>".encode())
    else:
        change = Replaced(root.close, root.close, children)
    return replaced(content, [change])
