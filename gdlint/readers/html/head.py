"""What a page says of itself, in its head and in an index table: title, publication date, source and site."""

import re
from collections.abc import Iterator, Mapping, Sequence

from gdlint.readers.html.index_table import index_facts
from gdlint.readers.html.node import Node, attribute
from gdlint.readers.html.walk import Step

_NAMES = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "publish-date": "published",
    "publishtime": "published",
    "article:published_time": "published",
    "contentsource": "source",
    "source": "source",
    "sitename": "site",
    "og:site_name": "site",
}
_NAMES_OF_TEXTS = dict.fromkeys(("createdate", "dc.date", "dcterms.date", "datepublished"), "published")
"""what counts where nothing else tells: when the text was entered"""
_PARTS = re.compile(r"[_|｜\-—–]+")
_TELLING = "年度报告"
_LONGEST = 200


def facts_of(document: Node, steps: Sequence[Step]) -> Mapping[str, str]:
    """The facts of a page by their key; the first of several counts, what its head says before what an index table does, and the
    title of the window only where no other is given."""
    found: dict[str, str] = {}
    told = *_of_metas(document, _NAMES), *index_facts(steps), *_of_window(document)
    for key, value in (*told, *_of_metas(document, _NAMES_OF_TEXTS)):
        if value and len(value) <= _LONGEST:
            found.setdefault(key, value)
    return found


def _of_metas(document: Node, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for meta in document.find_all("meta"):
        name = attribute(meta, "name") or attribute(meta, "property")
        if key := names.get(name.strip().lower()):
            yield key, " ".join(attribute(meta, "content").split())


def _of_window(document: Node) -> Iterator[tuple[str, str]]:
    """The part of the window's title that is one of a report: portals add their own names."""
    title = document.find("title")
    if title is not None:
        yield from (("title", part.strip()) for part in _PARTS.split(title.text) if _TELLING in part)
