"""XML in a zip spoilt by chance so that it can still be parsed: elements that are missing, twice, elsewhere or in one another, and
attributes and texts that no program writes."""

import random
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from support.spoilt_values import spoilt_value

Node = Any
"""an element of lxml"""


def with_spoilt_parts(data: bytes, main: Sequence[str], rng: random.Random) -> bytes:
    """A document with faults in one part, mostly one of the main ones; now and then a part is gone or is another one."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        usual = [name for name in names if name in main]
        spoiling = rng.choice(usual if usual and rng.random() < 0.8 else names)
        for name in names:
            content = old.read(name)
            if name == spoiling:
                if rng.random() < 0.03:
                    continue
                content = old.read(rng.choice(names)) if rng.random() < 0.03 else spoilt_tree(content, rng)
            new.writestr(name, content)
    return stream.getvalue()


def spoilt_tree(content: bytes, rng: random.Random) -> bytes:
    """An XML file with some faults; what is none stays as it is."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return content
    for _ in range(rng.choice((1, 1, 2, 4, 16))):
        nodes = [node for node in root.iter("*") if node is not root]
        if nodes:
            rng.choice(_CHANGES)(nodes, rng)
    spoilt: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return spoilt


def _drop(nodes: Sequence[Node], rng: random.Random) -> None:
    node = rng.choice(nodes)
    node.getparent().remove(node)


def _unwrap(nodes: Sequence[Node], rng: random.Random) -> None:
    """What an element holds stands in its place."""
    node = rng.choice(nodes)
    parent, at = node.getparent(), node.getparent().index(node)
    parent[at : at + 1] = list(node)


def _wrap(nodes: Sequence[Node], rng: random.Random) -> None:
    """An element stands in another one of a name that there is, some or very many times."""
    node, name = rng.choice(nodes), rng.choice(nodes).tag
    parent, at = node.getparent(), node.getparent().index(node)
    outer = inner = etree.Element(name)
    for _ in range(rng.choice((0, 0, 3, 150))):
        inner = etree.SubElement(inner, name)
    parent[at] = outer
    inner.append(node)


def _repeat(nodes: Sequence[Node], rng: random.Random) -> None:
    node = rng.choice(nodes)
    parent, at = node.getparent(), node.getparent().index(node)
    for _ in range(rng.choice((1, 1, 3, 40))):
        parent.insert(at, deepcopy(node))


def _move(nodes: Sequence[Node], rng: random.Random) -> None:
    node, other = rng.choice(nodes), rng.choice(nodes)
    if all(each is not node for each in (other, *other.iterancestors())):
        other.insert(rng.randint(0, len(other)), node)


def _rename(nodes: Sequence[Node], rng: random.Random) -> None:
    rng.choice(nodes).tag = rng.choice(nodes).tag


def _attribute(nodes: Sequence[Node], rng: random.Random) -> None:
    """An attribute has another value, is gone, or stands at another element."""
    named = [node for node in nodes if node.attrib]
    if named:
        node = rng.choice(named)
        key = rng.choice(list(node.attrib))
        other = rng.choice((node, node, node, rng.choice(nodes)))
        other.set(key, spoilt_value(node.get(key), rng))


def _text(nodes: Sequence[Node], rng: random.Random) -> None:
    written = [node for node in nodes if node.text and node.text.strip()]
    if written:
        node = rng.choice(written)
        node.text = spoilt_value(node.text, rng)


_CHANGES: Final[Sequence[Callable[[Sequence[Node], random.Random], None]]] = (
    _drop, _unwrap, _wrap, _repeat, _move, _rename, _attribute, _attribute, _attribute, _text,
)  # fmt: skip
