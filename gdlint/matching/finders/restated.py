"""Quantities that a text states more than once: 通过政府网站公开信息12条 … 通过政府网站公开信息21条.

Equal words are no proof of an equal quantity: under two headings 全年公开信息12条 speaks of two matters. So only what names
its own subject counts (a channel, applications, documents, cases), and what must speak of the whole body.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gdlint.lexicon.numerals import HAN
from gdlint.lexicon.sentences import END_OR_LINE
from gdlint.matching.finders.counts import Count, counts_of
from gdlint.matching.finders.finder import Finder, Found
from gdlint.matching.passages import Passage
from gdlint.model.regex import lazy

_LONGEST = 60
_MOST = 8
_EDGE = re.compile(r"[，：、,:;（）()]")
_YEAR = lazy(r"[0-9]{4}(?=\s*年)")
_TIME = lazy(r"[0-9]{4}\s*年度?|今年|本年度?|全年|年内|一年来|年度|(?:本)?(?:报告|统计)期内?")
_SPEAKER = lazy(r"我[镇乡县市区局委办厅站院校所旗州]|我街道|本(?:机关|单位|局|镇|乡)")
_FILLER = lazy(r"[\s“”]|达到?$|为$|通过|利用|总共|共计|合计|共|总|了|各类|各项|有关|相关|的")
_VERB = lazy(
    r"发出|参训|参加|参会|公开|发布|公布|收到|受理|推送|制发|印发|制定|废止|办结|答复|发生|办理|召开|举办|开展|组织|关注|粉丝|设置|设立|开设|配备"
)
_CHANNEL = lazy(
    r"(?:网站|微信|微博|公众号|客户端|抖音|公[示告开]栏|宣传栏|专栏|平台|新媒体|电视|广播|报纸|显示屏|电子屏)"
)
_OF_THE_BODY = lazy(r"收费通知|信息公开申请|公开申请|规范性文件|行政复议|行政诉讼")
_TOTAL = lazy(r"全年|本年|年内|一年来|期内|共|总")
_EVENT = lazy(
    r"(?:新闻发布会|在线访谈|政府开放日|听证会|座谈会|培训班|讲座|演练|专栏|专区|查阅点|信息员|工作人员|关注人数|粉丝数?)$"
    r"|(?:政务公开|政府?信息公开|公开工作)[^，。；]{0,8}(?:会议?|培训)$|(?:业务|专题|集中|专项)(?:培训|会议?)$"
)
_WHOLE = lazy(r"主动公开(?:政府)?信息$")
_OTHER = lazy(
    r"另|还|再|第|累计|历年|以来|[去上前往]年|同期|同比|较|比|季度|月|上半年|下半年|截[至止]|各(?![类项])|其中|分别|占|增|减|解读|[《》]"
)
_COUNT = lazy("[0-9]{1,9}[^0-9]{1,2}$")
_HEADING = lazy(rf"[（(][{HAN}0-9]{{1,2}}[）)]|[0-9]\s*[.．、]|[{HAN}]是")


_ALIKE = (
    (lazy("(?:政务|官方)?(?:微信公众号|微信公众平台|公众号)"), "公众号"),
    (lazy("(?:政府|政务|官方)?(?:门户网站|官方网站|网站)"), "网站"),
    (lazy("^在|^于"), ""),
    (lazy("(?:组织|开展|举行|召开)(?=[^，]{0,12}(?:会|培训|活动|培训班)$)"), "举办"),
    (lazy("培训班$"), "培训"),
)
"""words that say the same of a channel or an event, and the one that stands for them"""


class _Stated(NamedTuple):
    """A quantity as it is stated: its words, its year (empty where none is named), its count, and where it stands."""

    words: str
    year: str
    figure: Count
    nth: int
    total: bool = False
    """it says that it is of the whole year or all there is"""


def _find(passages: Sequence[Passage]) -> Iterator[Found]:
    first: dict[tuple[str, str], list[_Stated]] = {}
    for nth, passage in enumerate(passages):
        for stated in _stated(nth, passage.text):
            known = first.setdefault((stated.words, stated.figure.counter), [])
            for other in known[:_MOST]:
                if _comparable(passages, other, stated):
                    yield Found(nth, stated.figure.start, stated.figure.end, _values(passages, other, stated))
                    break
            else:
                known.append(stated)


def _stated(nth: int, text: str) -> Iterator[_Stated]:
    if not _VERB.search(text):
        return
    for count in counts_of(text).all:
        if count.value is None or count.depth:
            continue
        begin = _sentence_begin(text, count.start)
        if begin is None:
            continue
        sentence = text[begin : count.start]
        years = set(_YEAR.findall(sentence))
        words = _words(sentence)
        if words and len(years) < 2 and _names_its_subject(words):
            yield _Stated(words, "".join(years), count, nth, bool(_TOTAL.search(sentence)))


def _sentence_begin(text: str, place: int) -> int | None:
    """Where the sentence around a place begins; None where it is so long that it speaks of more than one thing."""
    first = max(0, place - _LONGEST)
    ends = [found.end() for found in END_OR_LINE.finditer(text, first, place)]
    return ends[-1] if ends else None if first else 0


def _words(sentence: str) -> str:
    """The words of a quantity without time, speaker and fillers; empty where they are not all that the sentence says."""
    if _OTHER.search(sentence):
        return ""
    bare = _FILLER.sub("", _SPEAKER.sub("", _TIME.sub("", sentence)))
    *before, words = _EDGE.split(bare)
    named = [piece for piece in before if piece]
    if len(named) == 1 and words:
        # 举办培训4期，参训240人次: what goes on about an event, is of that event.
        event, count = _COUNT.sub("", named[0]), _COUNT.search(named[0])
        return f"{_canonical(event)}{count[0] if count else ''}，{words}" if _EVENT.search(event) else ""
    return "" if named else _canonical(words)


def _event(words: str) -> str:
    """The event that words begin with, without how many there were of it."""
    return _COUNT.sub("", words.partition("，")[0])


def _canonical(words: str) -> str:
    for pattern, same in _ALIKE:
        words = pattern.sub(same, words)
    return words


def _names_its_subject(words: str) -> bool:
    subject = (
        _CHANNEL.search(words)
        or _OF_THE_BODY.search(words)
        or _WHOLE.match(words)
        or _EVENT.search(_event(words))
    )
    return bool(subject and _VERB.search(words))


def _comparable(passages: Sequence[Passage], one: _Stated, other: _Stated) -> bool:
    """Both speak of one year and, unless they say so, not of two matters under two headings of one section."""
    if one.year and other.year and one.year != other.year:
        return False
    if "，" in one.words:
        # 培训4期，参训240人次 in both: the same ones, if one of them speaks of the whole year.
        return one.total or other.total
    if _OF_THE_BODY.search(one.words) or passages[one.nth].place != passages[other.nth].place:
        return True
    if _WHOLE.match(one.words):
        return one.total and other.total
    if one.total and other.total and _EVENT.search(one.words):
        return True
    if one.nth != other.nth:
        return _adjoining(passages, one, other)
    return not _HEADING.search(passages[one.nth].text[one.figure.end : other.figure.start])


def _adjoining(passages: Sequence[Passage], one: _Stated, other: _Stated) -> bool:
    """Two paragraphs, one behind the other, of which the second begins with the figure: it has no heading of its own."""
    ahead = passages[other.nth].text[: other.figure.start]
    return other.nth == one.nth + 1 and not END_OR_LINE.search(ahead) and not _HEADING.search(ahead)


def _values(passages: Sequence[Passage], one: _Stated, other: _Stated) -> dict[str, Any]:
    return {
        "quantity": other.words,
        "stated": other.figure.value,
        "stated_before": one.figure.value,
        "place_before": passages[one.nth].place,
    }


RESTATED = Finder(
    _find,
    {
        "quantity": ("text", "what is counted, without year and fillers"),
        "stated": ("number", "the count"),
        "stated_before": ("number", "the count where the quantity is stated for the first time"),
        "place_before": ("text", "where that is: front, overall, …"),
    },
    "each further statement of a quantity that names its own subject",
)
