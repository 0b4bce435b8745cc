"""Lists of what reports print, with what is to be read there (`tests/facts`), and how a reading is judged."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple
from zlib import crc32

from gdlint import api
from gdlint.data import yamlfile
from gdlint.forms.regions import region_of
from gdlint.model.report import Report
from support.frames import TITLE, printed_frames

FOLDER: Final = Path(__file__).resolve().parents[1] / "facts"

RIGHT, UNKNOWN, WRONG = "right", "unknown", "wrong"

BEFORE: Final = TITLE + "\n{}\n一、总体情况\n有序公开各类政府信息。\n"
BELOW: Final = (
    "{}\n一、总体情况\n有序公开各类政府信息。\n二、主动公开政府信息情况\n见下表。\n三、收到和处理政府信息公开申请情况\n无。\n"
    "四、政府信息公开行政复议、行政诉讼情况\n无。\n五、存在的主要问题及改进情况\n公开不够及时，将加强培训。\n六、其他需要报告的事项\n{}\n"
)


FRAMES: Final[dict[str, tuple[str, str]]] = {"plain": (BELOW, BEFORE), **dict(printed_frames())}
"""by shape: a report around a title and an end, and one around an introduction"""


class Judged(NamedTuple):
    """One item of a list: what it is about, what came of it, what was to be read, and what was."""

    name: str
    verdict: str
    wanted: Any
    got: Any

    @property
    def half(self) -> int:
        """0 or 1, by the item itself: one half to work with, one to measure on."""
        return crc32(self.name.encode()) % 2


def bodies() -> Iterator[Judged]:
    """Kind and region of each name."""
    for region, names in _list("bodies").items():
        for name, kind in names.items():
            facts = api.parse("", options=api.Options(body=name)).facts
            yield _judged(name, (kind,), (facts.body_kind,))._replace(name=f"{name} kind")
            where = region_of(name)
            yield Judged(f"{name} region", _region(where, region, name), region, where)


def titles(shape: str = "plain", step: int = 1) -> Iterator[Judged]:
    """Body and year of each begin of a report."""
    for text, body, year in _list("titles")[::step]:
        facts = api.parse(FRAMES[shape][0].format(text, "无。")).facts
        named = facts.body if facts.body_inferred in (None, "portal") else None
        yield _judged(text, (_bare(body), year), (_bare(named), facts.year))


def signatures(shape: str = "plain", step: int = 1) -> Iterator[Judged]:
    """Body and date of each end of a report."""
    for text, body, day in _list("signatures")[::step]:
        signature = api.parse(FRAMES[shape][0].format(TITLE, text)).facts.signature
        got = (signature.body, signature.date) if signature else (None, None)
        yield _judged(text, (body, _day(day)), got)


def periods(shape: str = "plain", step: int = 1) -> Iterator[Judged]:
    """Begin and end of each statistical period."""
    for text, begin, end in _list("periods")[::step]:
        period = api.parse(FRAMES[shape][1].format(text)).facts.period
        got = (period.begin, period.finish) if period else (None, None)
        yield _judged(text, (_day(begin), _day(end)), got)


def others() -> Iterator[Judged]:
    """Files that are no report: GD002 and nothing else that is no info, and what they look like."""
    for looks, text in _list("others"):
        result = api.lint(text)
        loud = {finding.code for finding in result.findings if finding.severity != "info"}
        verdict = WRONG if loud != {"GD002"} else _told(looks, result.report)
        yield Judged(text, verdict, looks, (sorted(loud), result.report.looks_like))


def poor() -> Iterator[Judged]:
    """Reports in poor shape: never GD002."""
    for what, text in _list("poor"):
        codes = {finding.code for finding in api.lint(text).findings}
        yield Judged(what, WRONG if "GD002" in codes else RIGHT, "a report", sorted(codes))


LISTS: Final[dict[str, Callable[[], Iterator[Judged]]]] = {
    "bodies": bodies, "titles": titles, "signatures": signatures, "periods": periods, "others": others, "poor": poor,
}  # fmt: skip

PRINTED: Final[dict[str, Callable[[str, int], Iterator[Judged]]]] = {
    "titles": titles, "signatures": signatures, "periods": periods,
}  # fmt: skip
"""the lists of what is printed in a report, in a shape"""


def counted(judged: Sequence[Judged]) -> Counter[str]:
    """How often each verdict came."""
    return Counter(item.verdict for item in judged)


def _judged(name: str, wanted: Sequence[Any], got: Sequence[Any]) -> Judged:
    """Right where all is equal, unknown where what differs was not told, else wrong."""
    differing = [have for want, have in zip(wanted, got, strict=True) if want != have]
    verdict = RIGHT if not differing else WRONG if any(have is not None for have in differing) else UNKNOWN
    return Judged(name, verdict, tuple(wanted), tuple(got))


def _region(got: Sequence[str] | None, wanted: str, name: str) -> str:
    """A narrower place that the name itself prints is right, too; a wider one does not tell all."""
    places, found = wanted.split(), list(got or ())
    if found[: len(places)] == places and all(
        place.removesuffix("街道") in name for place in found[len(places) :]
    ):
        return RIGHT if wanted or not found else WRONG
    return UNKNOWN if found == places[: len(found)] else WRONG


def _told(looks: str, report: Report) -> str:
    got = {"nothing": "", "other": ""}.get(report.looks_like or "", report.looks_like)
    return RIGHT if got == looks else WRONG if got else UNKNOWN


def _bare(text: str | None) -> str | None:
    return None if text is None else "".join(text.split())


def _list(name: str) -> Any:
    return yamlfile.load(FOLDER / f"{name}.yaml")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
