"""Sums behind their parts, and totals with all that they are made of."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gdlint.claims.bodies import follows_another
from gdlint.claims.figures import FROM, Relation, TextFigure, is_rest
from gdlint.claims.words import NAMING, Words
from gdlint.lexicon.numerals import Number
from gdlint.model.regex import lazy

_REST = ("其余", "余下", "剩余", "剩下")
_CONCERNS = lazy("[^，。；]{0,10}?(?:涉及|分布在|分布于|集中在|关于)")
_PAIR = 2
_LONGEST_PART = 8
"""letters that name a part"""
_EXCEPT = "除"
_OF = "的"
"""behind which one kind is counted: 为村民的15件，为镇外自然人的5件，其他的6件"""
_PARTS = frozenset(("results", "outcomes", "applicants"))
"""groups of aspects that are parts of a whole"""
_OF_YEARS = lazy("[两二三四五几]年")
_BY_A_WAY = lazy("通过|经由|利用|借助|以[^，。]{1,12}(?:方式|形式|渠道)")


def sums(text: str, figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """A sum behind its parts: 网站300条、微信200条，共计500条."""
    for n, total in enumerate(figures):
        if total.cue != "sum" or not (total.near or _says_sum(total)) or not total.quantity.exact:
            continue
        # 两类案件合计14件 names how many parts it has (see `across`); 两年合计13件 is of several years.
        if total.how_many or _OF_YEARS.search(total.words):
            continue
        if FROM.search(total.words):
            # 关停12个，总数由46个减至38个.
            continue
        parts = _parts_before(text, figures[:n], total) or _in_brackets(text, figures[:n], total)
        if len(parts) < 2 or (total.item.mark == "semicolon" and any(map(_opens_list, parts))):
            continue
        values = [part.value for part in parts]
        sure = all(part.quantity.exact for part in parts) and all(value <= total.value for value in values)
        yield Relation(
            "sum",
            total.value,
            _adds_up(parts, total.value),
            sum(values),
            sure or sum(values) < total.value,
            tuple(values),
            total.quantity.start,
            total.quantity.end,
        )


def _opens_list(part: TextFigure) -> bool:
    """其中直接起诉3件、复议后起诉2件；两类案件合计14件: the sum is of what stands before 其中."""
    return any(token.names == ("part",) for token in part.item.before)


def lists(figures: Sequence[TextFigure], words: Words) -> Iterator[Relation]:
    """A total and all it is made of, right behind it: 500条，动态300条、公告120条、其他80条; 26件，线上15件、线下11件. Of several
    totals of one list, one that fits."""
    found: dict[int, Relation] = {}
    for n, total in enumerate(figures[:-2]):
        parts = _listed(figures[n + 1 :], total)
        if not total.plain or len(parts) < 2 or _is_each(parts) or not _is_closed(total, parts, words):
            continue
        if total.words.lstrip().startswith(_EXCEPT) or any(part.value > total.value for part in parts):
            continue
        if total.words.endswith(_OF) and parts[0].words.endswith(_OF):
            continue
        excepted = any(token.kind == "none_of" for token in total.item.before)
        # 征地类12件，宅基地类6件，其余8件，三类加起来26件: it is a part itself.
        summed = any(f.cue == "sum" and f.how_many == len(parts) + 1 for f in figures[n + 1 :])
        if excepted or summed or total.item.mark == "pause":
            continue
        beside = _is_kind(total, words) or _goes_on_from(figures[:n], total) or _is_alike(total, parts[0])
        if beside and _is_named_rest(parts):
            continue
        end = n + len(parts)
        relation = _whole(figures, n, parts)
        if relation and (end not in found or not found[end].fits):
            found[end] = relation if relation.fits else found.get(end, relation)
    yield from found.values()


def topics(figures: Sequence[TextFigure]) -> Iterator[Relation]:
    """26件申请涉及水资源9件、河道5件、其他12件: with a rest all is told, and what concerns two topics is told twice."""
    for n, total in enumerate(figures[:-2]):
        parts = _concerning(figures[n + 1 :], total)
        if not total.plain or not total.quantity.exact or len(parts) < 2 or not is_rest(parts[-1]):
            continue
        values = tuple(part.value for part in parts)
        summed = sum(values)
        if summed <= total.value:
            span = (total.quantity.start, total.quantity.end)
            yield Relation("sum", total.value, summed == total.value, summed, True, values, *span)


def _concerning(behind: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """The list that begins in one piece with its total."""
    first, unit = behind[0], total.quantity.unit
    opened = any(token.names == ("open",) for token in first.item.before)
    if first.item.mark or opened or not _CONCERNS.match(first.words):
        return []
    listed = [first, *takewhile(lambda part: part.item.mark == "pause", behind[1:])]
    exact = all(part.plain and part.quantity.exact and part.quantity.unit == unit for part in listed)
    return listed if exact else []


def _is_closed(total: TextFigure, parts: Sequence[TextFigure], words: Words) -> bool:
    return _ends_with_rest(parts) or _are_ways(total, parts, words)


def _whole(figures: Sequence[TextFigure], n: int, parts: Sequence[TextFigure]) -> Relation | None:
    """How a total goes with all that is listed behind it, a figure of the same unit before or behind added to it or not."""
    total, values = figures[n], [part.value for part in parts]
    if not all(f.quantity.exact for f in (total, *parts)) or total.value in values:
        return None
    unit = total.quantity.unit
    earlier = [f.value for f in figures[:n] if f.quantity.unit == unit]
    following = [f.value for f in figures[n + 1 + len(parts) :][:1] if f.quantity.unit == unit]
    added = (sum(values), sum([*values, *following]))
    fits = total.value in added or any(e + total.value in added for e in earlier)
    span = (total.quantity.start, total.quantity.end)
    return Relation("sum", total.value, fits, sum(values), True, tuple(values), *span)


def _is_each(parts: Sequence[TextFigure]) -> bool:
    """法人、其他组织各1件: one number for several parts."""
    return any("各" in part.words for part in parts)


def _ends_with_rest(parts: Sequence[TextFigure]) -> bool:
    by_pauses = all(part.item.mark == "pause" for part in parts[1:])
    return _is_named_rest(parts) or (by_pauses and is_rest(parts[-1]))


def _is_named_rest(parts: Sequence[TextFigure]) -> bool:
    return any(token.text in _REST for token in parts[-1].item.before)


def _is_kind(total: TextFigure, words: Words) -> bool:
    """维持5件，纠正1件，其他2件，其余1件: the first of them is a part of what is not told."""
    aspects = (name for token in total.item.words if token.kind == "aspect" for name in token.names)
    return any(words.aspects[name].group in _PARTS for name in aspects)


def _is_alike(total: TextFigure, part: TextFigure) -> bool:
    """甲局收到9件，乙局收到6件，其余收到8件: the first says what the others say."""
    said = {token.text for token in total.item.words if token.kind in NAMING}
    bodies = all(any(token.kind == "scope" for token in figure.item.before) for figure in (total, part))
    return bodies or any(token.text in said for token in part.item.words)


def _goes_on_from(earlier: Sequence[TextFigure], total: TextFigure) -> bool:
    """A figure of the same unit right before it may be the whole of which this is a part."""
    return (
        bool(earlier) and earlier[-1].quantity.unit == total.quantity.unit and total.item.mark != "semicolon"
    )


def _are_ways(total: TextFigure, parts: Sequence[TextFigure], words: Words) -> bool:
    """Each part is done in one way of its own, and the list is said to its end."""
    named = [words.ways.search(part.words) for part in parts]
    ways = [found[0] for found in named if found]
    # 通过网站提交17件，邮寄6件，当面3件: the first of them is a way itself.
    whole = not (words.ways.search(total.words) or _BY_A_WAY.search(total.words))
    apart = len(set(ways)) == len(parts) and whole
    closed = not any(token.names == ("open",) for part in parts for token in part.item.words)
    short = all(len(part.words.strip()) <= _LONGEST_PART for part in parts)
    return apart and closed and short and not parts[-1].item.after


def _listed(figures: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """The items of a list that begins behind a comma and goes on with 、, of the unit of its total."""
    found: list[TextFigure] = []
    # 500条，其中，动态300条 is told by its opening.
    near = bool(figures) and figures[0].item.start <= total.item.end + 1
    for figure in figures if near else ():
        mark = _mark_of_list(found)
        opened = any(token.names == ("part",) for token in figure.item.before)
        if (
            figure.item.mark not in mark
            or figure.item.depth != total.item.depth
            or not figure.plain
            or figure.quantity.unit != total.quantity.unit
            or opened
        ):
            break
        found.append(figure)
    return found


def _mark_of_list(found: Sequence[TextFigure]) -> tuple[str, ...]:
    """What stands before the next item: a list goes on with the mark that stands before its second one."""
    if len(found) < 2:
        return ("comma",) if not found else ("pause", "comma")
    return (found[1].item.mark,)


def _says_sum(total: TextFigure) -> bool:
    """共计公开信息500条: the word says that it is a sum, whatever is named again."""
    return total.token is not None and total.token.text.endswith(("共计", "合计", "总计", "计入", "算入"))


def _parts_before(text: str, figures: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """The figures right before a sum: plain counts of its unit at its depth; none where their list begins with what is counted
    otherwise (展板5个、横幅20条、标语30条)."""
    found: list[TextFigure] = []
    for figure in reversed(figures):
        if figure.item.depth > total.item.depth:
            continue
        if not figure.plain or figure.quantity.unit != total.quantity.unit:
            break
        found.append(figure)
        if figure.item.mark == "semicolon":
            break
    return [] if found and follows_another(text, found[-1]) else found[::-1]


def _in_brackets(text: str, figures: Sequence[TextFigure], total: TextFigure) -> list[TextFigure]:
    """网站（14件）、信函（12件）: each part stands in brackets of its own, and nothing else there."""
    found: list[TextFigure] = []
    for figure in reversed(figures):
        quantity = figure.quantity
        alone = figure.item.mark == "open" and not figure.words.strip() and figure.plain
        closed = text.startswith(("）", ")"), quantity.end)
        if not alone or not closed or quantity.unit != total.quantity.unit:
            break
        found.append(figure)
    # （6件）等部门，共26件: there are others.
    told = bool(found) and not text[found[0].quantity.end : total.item.start].strip(" ）)，、")
    return found[::-1] if told and len(found) == len(figures) else []


def _adds_up(parts: Sequence[TextFigure], total: Number) -> bool:
    """Some of the last figures give the total, or one of them is it already; of two in one list, both do."""
    if len(parts) == _PAIR and parts[1].item.mark == "pause" and all(part.value for part in parts):
        return sum(part.value for part in parts) == total
    added: Number = 0
    for part in reversed(parts):
        added += part.value
        if added == total:
            return True
    return any(part.value == total for part in parts)
