"""The tables of whose figures a sentence leaves open what they take in, by its other words."""

from collections.abc import Sequence
from functools import reduce

from gdlint.claims.items import Item
from gdlint.claims.words import Words
from gdlint.model.regex import lazy

LITIGATION = "litigation"
APPLICATIONS = "applications"
DISCLOSURE = "disclosure"
_ATTRIBUTES = lazy(
    r"(?:文件|公文|发文|制发|印发|属性)[^。；]{0,60}依申请公开的?\s{0,3}[0-9０-９一二三四五六七八九十]"
    r"|主动公开[^。；，、]{0,12}[，、][^。；，、]{0,4}依申请公开[^。；，、]{0,12}[，、][^。；，、]{0,4}不(?:予)?公开"
)
"""how the attributes of documents are told apart: 主动公开80件、依申请公开12件、不予公开25件"""
_LONG = 4
_BECAUSE = ("因", "由于", "系", "属")
_WHOSE = frozenset(("part", "other", "agents", "organs"))
_SEVERAL = 2
_WINDOW = "窗口"
_DAYS = ("工作日", "个工作日", "天内", "日内", "小时内")
_FRAMES = lazy("^(?:按|根据|依据|对|针对|就|在|围绕|结合|因|由于)|[的中]$")
"""clauses that say of what the next one speaks: 按照预算, 对照清理目录; what else was done is no concern of it"""


def unsettled_tables(items: Sequence[Item], sentence: str, words: Words) -> set[str]:
    """The keys of the tables that a sentence speaks of in figures which may be others than theirs."""
    # 清理废止 says what became of documents, and unsettles nothing.
    tokens = (token for item in items for token in item.words)
    aspects = (token.text for token in tokens if token.kind == "aspect" and len(token.text) >= _LONG)
    bare = reduce(lambda text, word: text.replace(word, "、"), aspects, _counting(items, sentence))
    found = {table for table, pattern in words.unsettling.items() if pattern.search(bare)}
    if _ATTRIBUTES.search(sentence) or any(_reasons_all(item, words) for item in items):
        found.add(APPLICATIONS)
    return {DISCLOSURE, APPLICATIONS, LITIGATION} if _are_shared_out(items) else found


def _reasons_all(item: Item, words: Words) -> bool:
    """5件自然人、1件企业皆因本机关不掌握: the reason behind the last of them is that of all."""
    place = next((n for n, token in enumerate(item.after) if token.kind == "all"), len(item.after))
    behind = [name for token in item.after[place:] if token.kind == "aspect" for name in token.names]
    led = any(token.text.startswith(_BECAUSE) for token in item.after[place:])
    return led and any("." in name for name in behind)


def _counts(item: Item) -> bool:
    """A number of days is none that is counted."""
    return item.quantity is not None and not any(token.text in _DAYS for token in item.after[:1])


def _counting(items: Sequence[Item], sentence: str) -> str:
    """What a sentence says up to its last figure or denial, what else was done apart: 开展清理，废止1件，均按规定公示."""
    begin = items[0].start if items else 0
    counts = (_counts(item) or any(t.kind == "denial" for t in item.before) for item in items)
    last = max((n for n, told in enumerate(counts) if told), default=-1)
    clauses = []
    for item in items[: last + 1]:
        aside = next((token.start for token in item.after if token.kind == "all"), item.end)
        told = bool(item.number) or any(token.kind == "denial" for token in item.before)
        clauses.append((told, sentence[item.start - begin : aside - begin].strip()))
    return "、".join(clause for told, clause in clauses if told or _FRAMES.search(clause))


def _are_shared_out(items: Sequence[Item]) -> bool:
    """The figures of a sentence are those of several parts of the body: 各部门收到15件，各乡镇收到11件."""
    whose = [_doers(item) for item in items if item.number]
    counted = sum(1 for doers in whose if doers)
    found = set().union(*whose)
    return counted >= _SEVERAL and len(found) >= _SEVERAL


def _doers(item: Item) -> set[str]:
    """The parts of the body, or others, that an item speaks of; a window takes applications beside an office."""
    return {
        token.text
        for token in item.before
        if (token.kind == "scope" and token.names[0] in _WHOSE) or token.text.endswith(_WINDOW)
    }
