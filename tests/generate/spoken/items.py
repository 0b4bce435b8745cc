"""Reports with one phrase in each place: all right, or with one of them wrong."""

import random
from datetime import date
from typing import Final, NamedTuple

from ..figures import Tables, random_tables
from ..forms import SECTIONS
from ..model import Made, Section
from .fields import Fields, free_fields, table_fields
from .phrases import Line, lines
from .printing import FIELD, altered, fits, printed, random_style
from .words import told

_BODIES: Final = {
    "department": (("青石县水利局", "县", "局"), ("岚江市交通运输局", "市", "局")),
    "town": (("青石县云溪镇人民政府", "县", "镇"), ("青石县松岭乡人民政府", "县", "乡")),
    "county": (("青石县人民政府", "县", "县"),),
    "city": (("岚江市人民政府", "市", "市"),),
}
_YEAR: Final = 2023
_NEUTRAL: Final = {
    "disclosure": "（一）主动公开。有序公开各类政府信息。",
    "applications": "（二）依申请公开。依法保障公众知情权。",
    "management": "（三）政府信息管理。严格落实审核制度。",
    "platform": "（四）政府信息公开平台建设。加强栏目维护。",
    "supervision": "（五）监督保障。开展工作考核、社会评议，落实责任追究制度。",
    "litigation": "",
    "others": "没有其他需要报告的事项。本年度信息处理费按规定执行。",
}
_PROBLEMS: Final = (
    "存在的问题：公开的主动性有待提高，解读形式单一，业务能力不足。",
    "改进措施：加强学习培训，丰富解读形式，进一步提升公开工作水平，确保工作落到实处。",
)
_FEW: Final = 12
"""requests of which phrases on some of them could not be true"""
_MOST: Final = 5
"""phrases in a report"""


class Item(NamedTuple):
    """A phrase in a report: both wordings (`wrong` None: it has none), and what is said elsewhere."""

    line: Line
    right: str
    wrong: str | None
    also: tuple[str, str] | None


class Spoken(NamedTuple):
    """A report: its body, its tables, and its phrases."""

    body: str
    kind: str
    tables: Tables
    items: tuple[Item, ...]


def spoken_report(rng: random.Random, half: str) -> Spoken:
    """A report whose phrases are of one half."""
    kind = rng.choice(tuple(_BODIES))
    body, area, short = rng.choice(_BODIES[kind])
    tables = _busy_tables(rng, kind)
    words = {
        "Y": str(_YEAR),
        "Y1": str(_YEAR + 1),
        "P": str(_YEAR - 1),
        "Q": str(_YEAR - 2),
        "AREA": area,
        "K": short,
    }
    known = {**table_fields(tables), **words}
    items: dict[str, Item] = {}
    for line in _chosen(rng, half, kind):
        places = {line.where, line.also[0]} if line.also else {line.where}
        if not places & set(items) and len(items) < _MOST:
            item = _item(line, kind, known, half, rng)
            items.update(dict.fromkeys(places, item) if item else {})
    return Spoken(body, kind, tables, tuple(dict.fromkeys(items.values())))


def _busy_tables(rng: random.Random, kind: str) -> Tables:
    """Tables that are mostly not empty, since of empty ones little can be said."""
    body_kind = "street" if kind == "town" else kind
    for _ in range(6):
        tables = random_tables(rng, 2021, body_kind)
        if int(tables["applications"]["new"]["total"]) > 3 or rng.random() < 0.1:
            break
    return tables


def _chosen(rng: random.Random, half: str, kind: str) -> list[Line]:
    """Phrases in random order, those of a topic apart from each other as often as those of another."""
    own = [line for line in lines() if line.half == half and kind in line.kinds]
    topics = list({line.topic: None for line in own})
    weight = {topic: sum(line.topic == topic for line in own) for topic in topics}
    keyed = [(rng.random() ** (weight[line.topic] ** 0.5 / 3), index) for index, line in enumerate(own)]
    return [own[index] for _, index in sorted(keyed, reverse=True)]


def _item(line: Line, kind: str, known: Fields, half: str, rng: random.Random) -> Item | None:
    """A phrase over the figures of a report, or None where it cannot be said there."""
    fields = {**known, **free_fields(rng, known)}
    few = line.topic == "trap" and line.where == "applications" and int(known["n"]) < _FEW
    if few or any(fields[name] for name in line.none):
        return None
    style = random_style(rng)
    seed = rng.random()
    right, wrong = (told(text, kind, half, random.Random(seed)) for text in (line.right, line.wrong))
    also = told(line.also[1], kind, half, rng) if line.also else ""
    if not all(fits(text, fields) for text in (right, wrong, also)):
        return None
    spoken = printed(right, fields, style)
    there = (line.also[0], printed(also, fields, style)) if line.also else None
    if line.zero:
        false = any(fields[name] for name in line.zero)
        return Item(line, "", spoken, None) if false else Item(line, spoken, None, None)
    return Item(
        line,
        spoken,
        printed(wrong, fields, style) if wrong else _twin(line, right, fields, style, rng),
        there,
    )


def _twin(line: Line, text: str, fields: Fields, style: tuple[str, int], rng: random.Random) -> str | None:
    """The same phrase with one figure changed, or None where none may be."""
    if line.replaced:
        name, _, value = rng.choice(line.replaced).partition("=")
        new = int(value) if value.isdigit() else int(fields[value[:-1]]) + rng.randint(3, 40)
        return printed(text, {**fields, name: new}, style)
    marked = [(name, form) for mark, name, form in FIELD.findall(text) if mark]
    if not marked:
        return None
    name, form = rng.choice(marked)
    return printed(text, {**fields, name: altered(name, form, fields, rng)}, style)


def with_wrong(spoken: Spoken, wrong: Item | None = None, *, only: Item | None = None) -> Made:
    """The whole report, all right or with one phrase wrong; or with one phrase alone."""
    said = dict(_NEUTRAL)
    for item in spoken.items:
        if only is None or item is only:
            said[item.line.where] += item.wrong or "" if item is wrong else item.right
            if item.also:
                said[item.also[0]] += item.also[1]
    return Made(
        body=spoken.body,
        body_kind=spoken.kind,
        year=_YEAR,
        template=2021,
        title=f"{spoken.body}{_YEAR}年政府信息公开工作年度报告",
        period=(date(_YEAR, 1, 1), date(_YEAR, 12, 31)),
        intro="本报告根据《中华人民共和国政府信息公开条例》编制，统计期限为2023年1月1日至2023年12月31日。",
        signature=(spoken.body, date(_YEAR + 1, 1, 20)),
        sections=_sections(said),
        tables=spoken.tables,
    )


def _sections(said: dict[str, str]) -> tuple[Section, ...]:
    aspects = tuple(
        said[key] for key in ("disclosure", "applications", "management", "platform", "supervision")
    )
    prose = {
        "overall": aspects,
        "litigation": (said["litigation"],) if said["litigation"] else (),
        "problems": _PROBLEMS,
        "others": (said["others"],),
    }
    return tuple(Section(key, heading, prose.get(key, ())) for key, heading in SECTIONS)
