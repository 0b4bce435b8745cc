"""Which packs a report asks for by its region, where that is certain."""

import re
from collections.abc import Iterable

from gdlint.forms.regions import region_of
from gdlint.model.document import Paragraph
from gdlint.model.report import Report
from gdlint.packs.pack import Pack

PROVINCES = (
    "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省", "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省",
    "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "广西壮族自治区", "海南省", "重庆市",
    "四川省", "贵州省", "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省", "宁夏回族自治区", "新疆维吾尔自治区",
)  # fmt: skip
_LEVELS = re.compile(r".+?(?:省|自治区|市|自治州|地区|盟|县|区|旗)")


def levels(region: str) -> tuple[str, ...]:
    """The levels of a region, the widest first: 甘肃省武威市 is (甘肃省, 武威市)."""
    province = next((name for name in PROVINCES if region.startswith(name)), "")
    rest = region[len(province) :]
    return (*([province] if province else []), *_LEVELS.findall(rest))


def packs_for_region(region: str, packs: Iterable[Pack]) -> list[Pack]:
    """The packs for a region: those of the region itself and of what it lies in."""
    wanted = levels(region)
    return [
        pack for pack in packs if pack.region and wanted[: len(levels(pack.region))] == levels(pack.region)
    ]


def packs_asked(region: str | None, report: Report, packs: Iterable[Pack]) -> tuple[Pack, ...]:
    """The packs for a region that settings name, else those for a report."""
    return tuple(packs_for_region(region, packs) if region else packs_for_report(report, packs))


def packs_for_report(report: Report, packs: Iterable[Pack]) -> list[Pack]:
    """The packs for a report, by its title and signature, else by its introduction; none where these name several
    provinces, or places of different packs."""
    known = list(packs)
    for text in _texts(report):
        if found := _packs_in(text, known):
            return found
        if _provinces(text):
            return []
    return []


def _texts(report: Report) -> Iterable[str]:
    facts = report.facts
    title = facts.title.text if facts.title else ""
    signature = (facts.signature.body or "") if facts.signature else ""
    region = " ".join(region_of(facts.body) or ()) if facts.body else ""
    yield f"{title} {signature} {facts.body or ''} {region}"
    yield "\n".join(block.text for block in report.document.front if isinstance(block, Paragraph))


def _provinces(text: str) -> set[str]:
    return {province for province in PROVINCES if province in text}


def _packs_in(text: str, packs: list[Pack]) -> list[Pack]:
    provinces = _provinces(text)
    if len(provinces) > 1:
        return []
    narrow = [pack for pack in packs if len(levels(pack.region)) > 1 and levels(pack.region)[-1] in text]
    if len({levels(pack.region) for pack in narrow}) > 1:
        return []
    regions = {levels(pack.region)[0] for pack in narrow} | provinces
    if len(regions) != 1:
        return []
    return packs_for_region(narrow[0].region if narrow else regions.pop(), packs)
