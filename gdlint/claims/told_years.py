"""Of which year a sentence tells, and of which year the tasks are that it goes by: each held against the year of the report."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from gdlint.claims.figures import Relation
from gdlint.claims.setting import Sentence
from gdlint.claims.tokens import Token
from gdlint.claims.years import Years
from gdlint.lexicon.numerals import ordinal
from gdlint.lexicon.sentences import around
from gdlint.model.regex import lazy

_DIGITS = "[0-9０-９〇零○ＯO一二三四五六七八九]{4}"
_OPENS = lazy(r"[\s　]{0,20}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．是]{0,3})?[\s　]{0,20}")
"""what may stand before the year with which a sentence begins"""
_ENDED = "…"
_OWN = "(?:我|本|全)(?:[省市县区州旗乡镇局委办厅院站所]|中心|街道|机关|单位)"
_BEHIND = lazy(rf"[\s　]{{0,4}}(?:[，,]|全年|(?P<own>{_OWN}))")
_YEAR = "年"
_WHOLE = lazy(rf"[\s　]{{0,4}}[，,]?[\s　]{{0,4}}{_OWN}")
_RANGE = lazy(r"[-—–~～至到《]\s{0,4}$")
_UNTIL = lazy(r"(?:截[至止]到?|自)\s{0,4}$")
_COUNTS = lazy("[^。；，]{0,4}[，,]")
_TITLE = lazy(r"《(?P<name>[^《》\n]{1,100})》")
_TASKS = lazy(rf"(?P<year>{_DIGITS})\s{{0,4}}年(?P<behind>.{{0,40}})")
_RANGE_OF_YEARS = lazy(r"[0-9]{4}\s{0,2}年?\s{0,2}[-—–~～至]\s{0,2}[0-9]{2,4}")
_BARE_TASKS = lazy(
    rf"(?P<begin>[^，。；《》0-9\n]{{2,24}})(?P<year>{_DIGITS})\s{{0,4}}年度?[^，。；《》0-9\n]{{0,12}}公开工作要点"
)
_THIS = ("本年", "今年")
_SINCE, _BEFORE = 3, 5
"""years before the report's; what is older is history"""
_OF_OTHERS = (("before",), ("compare",))
"""words of the year before, and of comparison"""


def told_years(text: str, told: Iterable[Sentence], year: int, words: Years) -> Iterator[Relation]:
    """The years that sentences of a passage tell of, where nothing says why another one than that of the report is named."""
    for sentence in told if _YEAR in text else ():
        tokens = _tokens(sentence)
        years = [token for token in tokens if token.kind == "year"]
        if not years or len({token.year for token in years} - {year}) > 1:
            continue
        others = [token.start for token in tokens if token.names in _OF_OTHERS]
        this = any(token.names == ("now",) and token.text.startswith(_THIS) for token in tokens)
        for token in years:
            contrasted = this and token.year != year and not _at_work(text, token, words)
            if not contrasted and _tells(text, token, others, year, words):
                yield Relation("year", token.year, token.year == year, year, True, (), token.start, token.end)


def _tokens(sentence: Sentence) -> list[Token]:
    """Its words, each once."""
    every = {token.start: token for item in sentence.pieces for token in item.words}
    return [every[start] for start in sorted(every)]


def _tells(text: str, token: Token, others: Sequence[int], year: int, words: Years) -> bool:
    """A sentence tells of the year of a token: it is that of the report, or may be meant to be; `others` are the places of words of
    comparison."""
    first, last = around(text, token.start, token.end)
    said = text[first:last]
    if "月" in text[token.start : token.end]:
        return _counts_until(text, token, (first, last), year, words)
    compared = bisect_left(others, first) < bisect_left(others, last)
    near = year - _SINCE <= token.year <= year + 1
    if not near or compared or words.elsewhere.search(said) or not _says_when(text, token, first, words):
        return False
    if token.year > year:
        return str(year) not in text and not words.plans.search(said)
    return token.year == year or str(year) not in text or _opens_report(text, token, said, year, words)


def _counts_until(text: str, token: Token, sentence: tuple[int, int], year: int, words: Years) -> bool:
    """截至2021年12月31日，…; 自2021年1月1日至2021年12月31日: up to when it counts, by the end of the year before at the earliest."""
    said, printed = text[slice(*sentence)], text[token.start : token.end]
    whole = printed.count("月") > 1 or _COUNTS.match(text, token.end) is not None
    late = token.year == year or (token.year == year - 1 and str(year) not in said)
    until = _UNTIL.search(text, sentence[0], token.start) is not None
    return until and whole and late and not words.until.search(said)


def _says_when(text: str, token: Token, first: int, words: Years) -> bool:
    """A sentence begins with a year, or says what the body itself did in it."""
    behind, before = _BEHIND.match(text, token.end), text[first : token.start]
    if behind is None or _RANGE.search(before):
        return False
    opens = _OPENS.fullmatch(before) is not None or before.endswith(_ENDED)
    return opens or (behind["own"] is not None and not words.published.search(before))


def _opens_report(text: str, token: Token, said: str, year: int, words: Years) -> bool:
    """2021年，我镇紧扣…: a report on a whole year opens so, whatever year its paragraph names besides."""
    return str(year) not in said and _at_work(text, token, words)


def _at_work(text: str, token: Token, words: Years) -> bool:
    own = _WHOLE.match(text, token.end)
    return own is not None and words.works.match(text, own.end()) is not None


def tasks(text: str, year: int, words: Years) -> Iterator[Relation]:
    """The tasks of a year (《2022年…要点》) that the work goes by, in a report on a year."""
    if not words.points.search(text):
        return
    for title in _TITLE.finditer(text):
        found = _TASKS.search(title["name"])
        if found and words.points.search(found["behind"]) and not _RANGE_OF_YEARS.search(title["name"]):
            yield from _task(text, found["year"], title.span(), year, words)
    for found in _BARE_TASKS.finditer(text):
        if words.by.search(found["begin"]):
            yield from _task(text, found["year"], found.span(), year, words)


def _task(text: str, printed: str, span: tuple[int, int], year: int, words: Years) -> Iterator[Relation]:
    """One of them, unless the paragraph speaks of the report's year, too, and the sentence does not say that the work goes by it."""
    named, (first, last) = ordinal(printed), around(text, *span)
    said = text[first:last]
    if named is None or not year - _BEFORE <= named <= year or words.kept.search(said):
        return
    goes_by = str(year) not in said and words.by.search(text[max(first, span[0] - 14) : span[0]])
    if named == year or str(year) not in text or goes_by:
        yield Relation("tasks", named, named == year, year, True, (), *span, words=text[slice(*span)])
