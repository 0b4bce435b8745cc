"""Figures that were not filled in: what stands in their place."""

import pytest

from gdlint.claims.gaps import gaps, left_out
from gdlint.claims.setting import Speaker, sentences_of
from gdlint.claims.words import words

OFFICE = Speaker("青石县云溪镇人民政府", "", 2022)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公开信息XX条，收到申请X件。", ["XX", "X"]),
        ("受理○件、办结21件。", ["○"]),
        ("接待群众　　人次，走访群众×人次。", ["　　", "×"]),
        ("公开信息 条，收到申请（）件，召开会议( )次。", [" ", "（）", "( )"]),
        ("新增公开目录__个，收取费用___元。", ["__", "___"]),
        ("公开信息（待填）条，公开信息（试行）条。", ["（待填）"]),
        ("走访群众……次。口径一致……本机关重视。", ["……"]),
        ("全年公开信息条，收录件，公开文件。", ["条", "件"]),
        ("公开资质条、许可76条、处罚5条。推送头条、微信76条、微博5条。", ["条"]),
        ("发现表述不规范XX处，备案账号XX个。联系XX部门，原告王××等3人，XX个人。", ["XX", "XX"]),
        ("公开信息**条。**重点**做好。", ["**"]),
        ("做好**公开信息**件件有回音。全年**件件落实。", []),
        ("如何申请?个人可以网上申请，户型3×4米，原告王×等3人。", []),
        ("收到{n}件，收到nn件，共...件。", ["{n}", "nn", "..."]),
        ("", []),
    ],
)
def test_what_stands_in_the_place_of_a_figure(text: str, found: list[str]) -> None:
    assert [each.words for each in gaps(text, words().unfilled)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("制定规范性文件1件，废止0件，现行有效的规范性文件。", ["现行有效的规范性文件"]),
        ("制定规范性文件1件，废止规范性文件。", []),
        ("制定规范性文件1件，废止0件，公开现行有效的规范性文件。", []),
        ("公开政策文件，现行有效的规范性文件。", []),
        ("制定规范性文件1件，现行有效的规范性文件全部公开。", []),
    ],
)
def test_documents_of_which_nothing_says_how_many(text: str, found: list[str]) -> None:
    told = sentences_of(text, OFFICE, words())
    assert [each.words for each in left_out(text, told, words())] == found
