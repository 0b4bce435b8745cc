"""How figures of one or several sentences go together: sums, things told one by one, what was done of what came in."""

from typing import Final

import pytest

from gdlint.claims.figures import Relation
from gdlint.claims.relations import relations
from gdlint.claims.setting import Speaker, sentences_of
from gdlint.claims.words import words

BUREAU: Final = Speaker("青石县水利局", "", 2023)


def related(text: str, kind: str) -> list[Relation]:
    """A passage in, how its figures go together in one way out."""
    found = relations(text, sentences_of(text, BUREAU, words()), BUREAU.year, words())
    return [relation for relation in found if relation.kind == kind and relation.sure]


def fits(text: str, kind: str) -> list[bool]:
    """Whether each of these fits."""
    return [relation.fits for relation in related(text, kind)]


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        ("线上19件。线下7件。以上两项共26件。", "线上19件。线下9件。以上两项共26件。", "sum"),
        ("网站312条；公众号198条。两类合计510条。", "网站312条；公众号189条。两类合计510条。", "sum"),
        (
            "提供13件，其中全文10件。未提供13件，其中2件。两者合计26件。",
            "提供13件，其中全文10件。未提供12件，其中2件。两者合计26件。",
            "sum",
        ),
        (
            "网站300条，微信200条，上述500条信息均经审核。",
            "网站300条，微信200条，上述600条信息均经审核。",
            "sum",
        ),
        (
            "许可346件，处罚28件，强制3件，三类决定共377件。",
            "许可346件，处罚28件，强制3件，三类决定共387件。",
            "sum",
        ),
        ("收到26件，其中线上18件，线下8件。", "收到26件，其中线上18件，线下6件。", "sum"),
        ("网站300条、微信200条，加在一起是500条。", "网站300条、微信300条，加在一起是500条。", "sum"),
        ("信函6件、当面5件，一并计入新收的11件。", "信函6件、当面4件，一并计入新收的11件。", "sum"),
        ("不予公开两件，一件涉第三方，一件属案卷。", "不予公开三件，一件涉第三方，一件属案卷。", "sum"),
        (
            "提供13件，其中全文10件、部分3件；未提供13件。两者合计26件。",
            "提供13件，其中全文10件、部分3件；未提供12件。两者合计26件。",
            "sum",
        ),
        ("公开13件（予以公开10件、部分公开3件）。", "公开15件（予以公开10件、部分公开3件）。", "sum"),
        ("26个栏目中，正常20个、逾期6个。", "26个栏目中，正常22个、逾期6个。", "sum"),
        (
            "发布1500条，网站1200条，余下的300条由微信推送。",
            "发布1500条，网站1200条，余下的400条由微信推送。",
            "sum",
        ),
        ("上半年11件，下半年15件，全年26件。", "上半年11件，下半年17件，全年26件。", "sum"),
        ("上半年11件，下半年比上半年多4件，全年26件。", "上半年11件，下半年比上半年多6件，全年26件。", "sum"),
        (
            "四个季度依次收到5件、8件、4件、9件，全年26件。",
            "四个季度依次收到5件、8件、4件、8件，全年26件。",
            "sum",
        ),
        ("上半年12件，下半年14件，比上半年多2件。", "上半年12件，下半年14件，比上半年多4件。", "change"),
        ("收到意见32条，采纳25条，未采纳7条。", "收到意见32条，采纳25条，未采纳9条。", "sum"),
        ("收到26件，与上年的26件持平。", "收到26件，与上年的32件持平。", "level"),
        ("视频由6个增加到12个，实现翻番。", "视频由6个增加到9个，实现翻番。", "level"),
        (
            "应办28件，已办26件，办理完毕的比例约92.9%。",
            "应办28件，已办26件，办理完毕的比例约96.9%。",
            "share",
        ),
        ("查出问题17个，已整改到位17个。", "查出问题17个，已整改到位19个。", "excess"),
        ("发现3家单位更新不及时，3家单位均已整改。", "发现3家单位更新不及时，5家单位均已整改。", "excess"),
        ("收到留言210条，答复留言208条。", "收到留言210条，答复留言280条。", "excess"),
        ("文件由年初的14件变成15件，净增1件。", "文件由年初的14件变成15件，净增3件。", "change"),
    ],
)
def test_figures_that_go_together_and_that_do_not(right: str, wrong: str, kind: str) -> None:
    assert set(fits(right, kind)) == {True}
    assert False in fits(wrong, kind)


def test_rounded_parts_are_told_where_they_cannot_come_to_their_total() -> None:
    text = "收件1.2万余件，由两部分构成：网上8600余件，信函{}余件。"
    assert (fits(text.format(3400), "sum"), fits(text.format(1400), "sum")) == ([], [False])


@pytest.mark.parametrize(
    "text",
    [
        "网站访问中，移动端占64%；从栏目看，政策文件占41%。",
        "县自然资源局收到申请9件，县住建局收到申请6件，云溪镇收到申请3件，其余单位收到申请8件。",
        "无法提供8件，其中不掌握7件；在这7件中，有5件由甲提出、1件由乙提出、1件由丙提出。",
        "行政复议9件：维持5件，纠错1件，其他结果2件，剩下1件年底还没审完。",
        "上述行政诉讼案件中，3件结果维持，1件为其他结果，其余1件正在审理。",
        "给了信息的13件（全部给的10件，部分给的3件），没有信息可给的8件，其余5件作了相应处理。",
        "来电300件。留言120件。两类共办结418件。",
        "召开会议6次，3次专题研究，1次通报。",
        "收到来信50件，回复来信来电80件。",
        "抽查60个网站，发现问题45个，50个网站均已达标。",
        "办结28件中，罚款21件、警告9件，其中2件两者并处。",
        "收到12件，公开5件，无法提供4件，其余3件不予处理。",
        "收件近3000件，其中网上1800余件、信函1100余件。",
        "上半年700条。下半年800条，其中四季度450条。两个半年合计1500条。",
        "收到26件，与上年的28件基本持平。",
        "收到26件，办结26件，未办结2件。",
        "上半年11件，下半年比上年同期多4件，全年26件。",
        "一季度5件，二季度8件，三季度4件，全年26件。",
        "上半年发布700条，下半年发布800条，全年更新栏目20个。",
        "43名信息员中，专职12名，女性21名，骨干18名。",
        "培训4次，2次线上，3次有专家。",
        "通报6期、提示函14份，上述20份文书均已存档。",
        "发布解读58篇。上述5项工作均已完成。",
        "发布信息300条。两项工作共投入5人。",
    ],
)
def test_what_may_be_of_something_else_is_not_compared(text: str) -> None:
    assert not [fit for kind in ("sum", "excess", "change", "level") for fit in fits(text, kind) if not fit]
