"""What a rule looked at in a report, for people: the second half of `gdlint explain CODE FILE`."""

from collections.abc import Iterator

from gdlint.forms.place_words import place_words
from gdlint.model.judged import VERDICTS, Gap, Judged, JudgedCase, Value
from gdlint.model.source import Source
from gdlint.reporters.safe import masked
from gdlint.words.case_verdicts import GAP, JUDGED, VERDICT, WHY
from gdlint.words.file_results import NOT_RUN, SEVERITY

SHOWN = 20
"""cases of one verdict that are shown"""
LONGEST = 80
"""characters of a text that are shown"""


def judged_lines(judged: Judged, source: Source, language: str) -> Iterator[str]:
    """What a rule made of each case of a report: the numbers, then the cases, the false ones first."""
    path = masked(source.path)
    if judged.not_run:
        reason = NOT_RUN[judged.not_run] if judged.not_run in NOT_RUN else JUDGED[judged.not_run]
        yield JUDGED["not-run"][language].format(path=path, reason=reason[language])
        return
    number = sum(judged.counts.values())
    if not number:
        yield JUDGED["none"][language].format(path=path)
        return
    counts = [f"{VERDICT[key][language]} {judged.counts[key]}" for key in VERDICTS if judged.counts.get(key)]
    yield JUDGED["looked"][language].format(
        path=path, n=number, counts=JUDGED["comma"][language].join(counts)
    )
    for verdict in VERDICTS:
        cases = [case for case in judged.cases if case.verdict == verdict][:SHOWN]
        if cases:
            yield from ("", VERDICT[verdict][language])
            for case in cases:
                yield from _case(case, source, language)
        if left := judged.counts.get(verdict, 0) - len(cases):
            yield f"  {JUDGED['more'][language].format(n=left)}"


def _case(case: JudgedCase, source: Source, language: str) -> Iterator[str]:
    start = case.spots[0].start
    place = source.place(start, case.spots[0].end)
    where = place_words(source, start, language) if source.location(start) else f"{place.line}:{place.column}"
    text = _one_line(masked(case.text))
    yield f"  {masked(where)} {case.name} {f'“{text}”' if text and text != case.name else ''}".rstrip()
    values = JUDGED["joint"][language].join(_value(value, language) for value in case.values)
    if values:
        yield f"    {masked(values)}"
    if case.why:
        yield f"    {WHY[case.why][language]}"
    if case.message:
        yield f"    → {SEVERITY[case.severity or ''][language]} {masked(case.message[language])}"
    if case.yields:
        codes = JUDGED["comma"][language].join(case.yields)
        yield f"    {JUDGED['yields'][language].format(codes=codes)}"


def _one_line(text: str) -> str:
    short = " ".join(text[: 2 * LONGEST].split())
    return short if len(short) <= LONGEST else f"{short[:LONGEST]}…"


def _value(value: Value, language: str) -> str:
    if not value.gaps:
        return f"{value.name} = {_one_line(value.text[language])}"
    reasons = JUDGED["comma"][language].join(_gap(gap, language) for gap in value.gaps)
    return f"{value.name} = {JUDGED['unknown'][language]} ({reasons})"


def _gap(gap: Gap, language: str) -> str:
    return GAP[gap.why][language].format(place=gap.place, text=gap.text)
