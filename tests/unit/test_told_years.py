"""Of which year a sentence tells, and of which year the tasks are that the work goes by, in a report on 2022."""

import pytest

from gdlint.claims.setting import Speaker, sentences_of
from gdlint.claims.told_years import tasks, told_years
from gdlint.claims.words import words

YEAR = 2022


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021年，我镇公开信息65条。", [2021]),
        ("2022年，我镇公开信息65条。2021年，我镇公开信息60条。", [2022]),
        ("2022年，我镇公开信息65条。2021年，我镇认真落实制度。", [2022, 2021]),
        ("（一）2020年，云溪镇公开信息65条。", [2020]),
        ("按照部署，2021年我镇公开信息65条。", [2021]),
        ("公开2021年我镇资金信息65条。", []),
        ("2018年，我镇公开信息65条。", []),
        ("2023年，我镇公开信息65条。", [2023]),
        ("2023年，我镇将公开信息65条。", []),
        ("与2021年，我镇的情况相比，增加5条。", []),
        ("2021年，我镇公开信息65条，比上年多5条。", []),
        ("2021年，我镇成立领导小组2个。", []),
        ("2019-2021年，我镇公开信息65条。", []),
        ("截至2021年12月31日，公开信息65条。", [2021]),
        ("截至2021年12月31日，公开信息65条，2022年公开70条。", []),
        ("截至2021年12月31日，累计公开信息65条。", []),
        ("自2021年1月1日起至2021年12月31日止，公开信息65条。", [2021]),
        ("2021年12月31日，公开信息65条。", []),
    ],
)
def test_a_sentence_tells_of_a_year(text: str, years: list[int]) -> None:
    told = sentences_of(text, Speaker("青石县云溪镇人民政府", "", YEAR), words())
    found = list(told_years(text, told, YEAR, words().years))
    assert [each.stated for each in found] == years
    assert [each.fits for each in found] == [year == YEAR for year in years]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("对照《2021年政务公开工作要点》抓好落实。", [(2021, "《2021年政务公开工作要点》")]),
        ("对照《2022年政务公开工作要点》抓好落实。", [(2022, "《2022年政务公开工作要点》")]),
        ("对照省、市2021年政务公开工作要点落实。", [(2021, "对照省、市2021年政务公开工作要点")]),
        ("2022年，学习《2021年政务公开工作要点》。", []),
        ("2022年开展培训。按照《2021年政务公开工作要点》落实。", [(2021, "《2021年政务公开工作要点》")]),
        ("继续落实《2021年政务公开工作要点》。", []),
        ("对照《2016年政务公开工作要点》、《2023年政务公开工作要点》落实。", []),
        ("落实《2020—2021年政务公开工作要点》。", []),
        ("落实《2021年政务公开工作方案》的要点。", []),
    ],
)
def test_the_tasks_of_a_year_that_the_work_goes_by(text: str, cited: list[tuple[int, str]]) -> None:
    found = [(each.stated, each.words) for each in tasks(text, YEAR, words().years)]
    assert found == cited
