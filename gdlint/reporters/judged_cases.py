"""What a rule looked at in a report, for people: the second half of `gdlint explain CODE FILE`."""

from collections.abc import Iterator, Mapping

from gdlint.forms.place_words import place_words
from gdlint.model.judged import VERDICTS, Gap, Judged, JudgedCase, Value
from gdlint.model.source import Source
from gdlint.reporters.safe import masked
from gdlint.reporters.words import NOT_RUN, SEVERITY
from gdlint.words.fault import Words

SHOWN = 20
"""cases of one verdict that are shown"""
LONGEST = 80
"""characters of a text that are shown"""

_VERDICT: Mapping[str, Words] = {
    "false": {"zh": "不符", "en": "wrong"},
    "unknown": {"zh": "无法判断", "en": "unknown"},
    "true": {"zh": "相符", "en": "right"},
    "passed": {"zh": "不适用", "en": "passed over"},
}
_GAP: Mapping[str, Words] = {
    "blank": {"zh": "{place}空白", "en": "{place} is blank"},
    "missing": {"zh": "没有{place}这一格", "en": "{place} is not there"},
    "unreadable": {
        "zh": "{place}为“{text}”，不是确定的数",
        "en": "{place} is “{text}”, which is no certain number",
    },
    "untold": {"zh": "报告没有写明，或者不是确数", "en": "the report does not tell, or not exactly"},
}
_WHY: Mapping[str, Words] = {
    "when": {"zh": "不满足 when 的条件", "en": "the condition `when` is not met"},
    "unless": {"zh": "句中有 unless 排除的词", "en": "its sentence has words that `unless` excludes"},
    "scope": {"zh": "说的不是本机关的全部", "en": "it does not speak of the whole body"},
    "period": {"zh": "说的不是报告年度全年", "en": "it does not speak of the whole reporting year"},
    "certainty": {"zh": "读法没有把握", "en": "the reading is unsure"},
    "relation": {"zh": "说的是比例", "en": "it is a share"},
    "cells": {"zh": "本格式没有这些单元格", "en": "the form has no such cells"},
}
_WORDS: Mapping[str, Words] = {
    "looked": {"zh": "{path}：看了 {n} 处：{counts}", "en": "{path}: {n} cases: {counts}"},
    "none": {"zh": "{path}：没有可看之处", "en": "{path}: nothing that the rule looks at"},
    "other": {"zh": "规则不适用于这份报告", "en": "the rule is for other reports"},
    "not-run": {"zh": "{path}：没有运行：{reason}", "en": "{path}: not run: {reason}"},
    "more": {"zh": "… 另有 {n} 处", "en": "… {n} more"},
    "yields": {"zh": "不另报：{codes} 已说明原因", "en": "not told: {codes} tells the cause"},
    "unknown": {"zh": "未知", "en": "unknown"},
    "joint": {"zh": "；", "en": "; "},
    "comma": {"zh": "、", "en": ", "},
}


def judged_lines(judged: Judged, source: Source, language: str) -> Iterator[str]:
    """What a rule made of each case of a report: the numbers, then the cases, the false ones first."""
    path = masked(source.path)
    if judged.not_run:
        reason = NOT_RUN[judged.not_run] if judged.not_run in NOT_RUN else _WORDS[judged.not_run]
        yield _WORDS["not-run"][language].format(path=path, reason=reason[language])
        return
    number = sum(judged.counts.values())
    if not number:
        yield _WORDS["none"][language].format(path=path)
        return
    counts = [f"{_VERDICT[key][language]} {judged.counts[key]}" for key in VERDICTS if judged.counts.get(key)]
    yield _WORDS["looked"][language].format(
        path=path, n=number, counts=_WORDS["comma"][language].join(counts)
    )
    for verdict in VERDICTS:
        cases = [case for case in judged.cases if case.verdict == verdict][:SHOWN]
        if cases:
            yield from ("", _VERDICT[verdict][language])
            for case in cases:
                yield from _case(case, source, language)
        if left := judged.counts.get(verdict, 0) - len(cases):
            yield f"  {_WORDS['more'][language].format(n=left)}"


def _case(case: JudgedCase, source: Source, language: str) -> Iterator[str]:
    start = case.spots[0].start
    place = source.place(start, case.spots[0].end)
    where = place_words(source, start, language) if source.location(start) else f"{place.line}:{place.column}"
    text = _one_line(masked(case.text))
    yield f"  {masked(where)} {case.name} {f'“{text}”' if text and text != case.name else ''}".rstrip()
    values = _WORDS["joint"][language].join(_value(value, language) for value in case.values)
    if values:
        yield f"    {masked(values)}"
    if case.why:
        yield f"    {_WHY[case.why][language]}"
    if case.message:
        yield f"    → {SEVERITY[case.severity or ''][language]} {masked(case.message[language])}"
    if case.yields:
        codes = _WORDS["comma"][language].join(case.yields)
        yield f"    {_WORDS['yields'][language].format(codes=codes)}"


def _one_line(text: str) -> str:
    short = " ".join(text[: 2 * LONGEST].split())
    return short if len(short) <= LONGEST else f"{short[:LONGEST]}…"


def _value(value: Value, language: str) -> str:
    if not value.gaps:
        return f"{value.name} = {_one_line(value.text[language])}"
    reasons = _WORDS["comma"][language].join(_gap(gap, language) for gap in value.gaps)
    return f"{value.name} = {_WORDS['unknown'][language]} ({reasons})"


def _gap(gap: Gap, language: str) -> str:
    return _GAP[gap.why][language].format(place=gap.place, text=gap.text)
