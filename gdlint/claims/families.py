"""Families of classes of which one excludes the others, from `apart` in `rules/claims.yaml`: 优秀, 良好, 合格; 专职, 兼职."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from gdlint.claims.spelling import alternatives
from gdlint.model.regex import lazy

_ALL = 3
"""so many classes are all of a family that is complete and has as many"""
_HEAD = (
    "其中|评定|评为|获评|评出|标注|认定|确定|界定|核定|属于?|列为|定为|适用|按照?|以|在|为|是|有|共|经批准|经审批|经依法|依法|予以|已经?|尚|拟|"
    "政府信息|发布|推送|编发|刊发|配备|设立?|建成|的|“"
)
_TAIL = (
    "的|了|为|有|等次|等级|档次?|类|型|件|(?:政府)?信息|公文|文件|文章|稿件|推文|内容|单位|部门|乡镇|网站|(?:工作)?人员|信息员|联络员|案件|申请|答复|办结|办理|"
    r"办复|回复|(?:政务)?(?:公开)?专区|“|”|\s"
)


class Family(NamedTuple):
    """What finds the class that a label names (the number of its group), what a total of it says, how many of its first classes
    are all there is (0: more may be), whether they are told in their order, whether some may have come in the year before."""

    label: re.Pattern[str]
    total: re.Pattern[str] | None
    complete: int
    ordered: bool
    over_years: bool

    def named(self, label: str) -> int | None:
        """The class that is all that a label says."""
        found = self.label.fullmatch(label)
        return found.lastindex if found else None


def written_families(data: Mapping[str, Any]) -> list[Sequence[Any]]:
    """The families of a lexicon, written out: patterns, how many classes are all, whether they have an order."""
    return [
        (
            _label(classes),
            alternatives(data["apart_in"].get(name, ())),
            min(len(classes), _ALL) if name in data["complete"] else 0,
            name in data["ordered"],
            name in data["over_years"],
        )
        for name, classes in data["apart"].items()
    ]


def families(written: Iterable[Sequence[Any]]) -> tuple[Family, ...]:
    """The families that were written out."""
    return tuple(
        Family(lazy(label), lazy(total) if total else None, complete, ordered, over_years)
        for label, total, complete, ordered, over_years in written
    )


def _label(classes: Iterable[str]) -> str:
    """A pattern of labels: each class is a group of its own."""
    named = "|".join(f"({alternatives([entry])})" for entry in classes)
    return f"(?:{_HEAD})*?(?:{named})(?:{_TAIL})*"
