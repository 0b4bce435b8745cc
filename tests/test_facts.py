"""What a report says of itself, on lists of names, titles, signatures, periods and files (see `support.facts`).

`python tests/measure_facts.py` prints how many of each list are right, unknown and wrong.
"""

import subprocess
import sys
from datetime import date
from typing import Final

import pytest

from gdlint import api
from gdlint.forms import divisions
from gdlint.forms.regions import level_of, region_of
from support.calls import environment
from support.extent import extent
from support.facts import FRAMES, LISTS, PRINTED, UNKNOWN, WRONG

UNKNOWN_AT_MOST: Final = {"bodies": 5, "titles": 0, "signatures": 0, "periods": 0, "others": 0, "poor": 0}


@pytest.mark.parametrize("name", LISTS)
def test_what_is_read_is_right_or_unknown(name: str) -> None:
    judged = list(LISTS[name]())
    assert [item for item in judged if item.verdict == WRONG] == []
    assert sum(item.verdict == UNKNOWN for item in judged) <= UNKNOWN_AT_MOST[name]


@pytest.mark.parametrize("shape", FRAMES)
@pytest.mark.parametrize("name", PRINTED)
def test_it_is_read_in_every_shape(name: str, shape: str) -> None:
    assert [item for item in PRINTED[name](shape, extent(1, 20)) if item.verdict == WRONG] == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("青石县人民政府信息公开工作年度报告（2022年）", "青石县人民政府"),
        ("2022年度青石县云溪镇人民政府\n信息公开工作年度报告", "青石县云溪镇人民政府"),
        ("2022年青石县人民银行政府信息公开工作年度报告", "青石县人民银行"),
        (
            "青石县住房和城乡建设局\n（县人民防空办公室）\n2022年政府信息公开工作年度报告",
            "青石县住房和城乡建设局（县人民防空办公室）",
        ),
        ("关于《青石县水利局2022年政府信息公开工作年度报告》的公示", "青石县水利局"),
    ],
)
def test_the_body_of_a_title(title: str, body: str) -> None:
    assert api.parse(f"{title}\n一、总体情况\n有序公开。\n").facts.body == body


WHOLE_TITLE: Final = "青石县水利局2022年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "decorated",
    [
        "【年报】{}",
        "【信息公开】 {}（全文）",
        "{}.docx",
        "{} (附件)",
        "{}[图文].pdf",
        "【政府信息公开年报】{}.DOC",
    ],
)
def test_what_a_site_sets_around_a_title_is_no_part_of_it(decorated: str) -> None:
    text = f"{decorated.format(WHOLE_TITLE)}\n一、总体情况\n有序公开。\n"
    title = api.parse(text).facts.title
    assert title is not None
    assert (title.text, text[title.start : title.end], title.body) == (
        WHOLE_TITLE,
        WHOLE_TITLE,
        "青石县水利局",
    )
    assert "GD110" not in {finding.code for finding in api.lint(text).findings}


@pytest.mark.parametrize("decorated", ["【云溪镇】{}", "{}（试行）", "{}.2"])
def test_what_no_site_sets_around_a_title_is_printed_in_it(decorated: str) -> None:
    text = decorated.format(WHOLE_TITLE)
    title = api.parse(f"{text}\n一、总体情况\n有序公开。\n").facts.title
    assert title is not None
    assert title.text == text


@pytest.mark.parametrize("seal", ["（公章）", "（盖章）", ""])
def test_a_seal_behind_body_or_date_is_no_part_of_it(seal: str) -> None:
    text = "青石县水利局2022年政府信息公开工作年度报告\n六、其他需要报告的事项\n无。\n"
    for end in (f"青石县水利局{seal}\n2023年1月18日", f"青石县水利局\n2023年1月18日{seal}"):
        signature = api.parse(text + end).facts.signature
        assert signature is not None
        assert (signature.body, signature.date) == ("青石县水利局", date(2023, 1, 18))


@pytest.mark.parametrize(
    ("body", "region"),
    [
        ("湖口县水利局", ("江西省", "九江市", "湖口县")),
        ("国家税务总局湖口县税务局", ("江西省", "九江市", "湖口县")),
        ("成都市武侯区人民政府簇桥街道办事处", ("四川省", "成都市", "武侯区", "簇桥街道")),
        ("朝阳区人民政府", None),
        ("长春市朝阳区人民政府", ("吉林省", "长春市", "朝阳区")),
        ("云澜市朝阳区人民政府", None),
        ("青石县人民政府", None),
        ("", None),
    ],
)
def test_a_region_is_told_where_it_is_certain(body: str, region: tuple[str, ...] | None) -> None:
    assert region_of(body) == region


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("九江市人民政府", "city"), ("瑞昌市", "county"), ("江西省瑞昌市", "county"), ("浦东新区人民政府", "county"),
        ("双钟镇", "town"), ("云澜市", None), ("九江市水利局", None), ("", None),
    ],
)  # fmt: skip
def test_the_level_of_a_place_is_that_of_the_list(name: str, level: str | None) -> None:
    assert level_of(name) == level


def test_every_town_lies_in_a_county() -> None:
    assert {town.path[:-1] for town in divisions.towns("双钟镇")} == {("江西省", "九江市", "湖口县")}
    assert len(divisions.towns("城关镇")) > 50


READ: Final = """
from gdlint import api
from gdlint import api
from gdlint.forms import divisions
api.lint("青石县水利局2022年政府信息公开工作年度报告\\n一、总体情况\\n有序公开。\\n")
print(divisions._text.cache_info().currsize)
api.lint("云澜市2022年政府信息公开工作年度报告\\n一、总体情况\\n有序公开。\\n")
print(divisions._text.cache_info().currsize)
"""


def test_places_are_read_only_where_somebody_asks() -> None:
    done = subprocess.run([sys.executable, "-c", READ], capture_output=True, check=True, env=environment())
    assert done.stdout.split() == [b"0", b"1"]


def test_a_period_over_two_lines_stands_where_it_is_printed() -> None:
    text = "青石县水利局2022年政府信息公开工作年度报告\n统计期限自2022年1月1日至2022年12月\n31日止。\n一、总体情况\n有序公开。\n"
    report = api.parse(text)
    period = report.facts.period
    assert period is not None
    assert (period.begin, period.finish) == (date(2022, 1, 1), date(2022, 12, 31))
    assert text[period.start : period.end] == "2022年1月1日至2022年12月\n31日"


def test_many_lines_of_figures_are_put_together_in_bounds() -> None:
    assert api.parse("一、总体情况\n" + "统计12\n12月\n" * 20000).facts.period is None


@pytest.mark.parametrize(
    "above", ["青石县水利局\n2023年1月18日", "（2023年1月18日）\n青石县水利局", "青石县水利局　2023年1月18日"]
)
def test_body_and_date_may_stand_below_the_title(above: str) -> None:
    signature = api.parse(f"{WHOLE_TITLE}\n{above}\n一、总体情况\n有序公开。\n").facts.signature
    assert signature is not None
    assert (signature.body, signature.date) == ("青石县水利局", date(2023, 1, 18))


@pytest.mark.parametrize("above", ["2023年1月18日", "青石县水利局", "青石县水利局2023年1月18日发布本报告。"])
def test_body_or_date_alone_below_the_title_is_no_signature(above: str) -> None:
    assert api.parse(f"{WHOLE_TITLE}\n{above}\n一、总体情况\n有序公开。\n").facts.signature is None


def test_body_and_date_above_the_title_are_those_of_the_site() -> None:
    text = f"青石县人民政府 2023年1月18日\n{WHOLE_TITLE}\n一、总体情况\n有序公开。\n"
    assert api.parse(text).facts.signature is None


def test_the_signature_at_the_end_counts_more_than_one_below_the_title() -> None:
    text = (
        f"{WHOLE_TITLE}\n青石县水利局\n2023年1月1日\n一、总体情况\n有序公开。\n青石县水利局\n2023年1月18日\n"
    )
    signature = api.parse(text).facts.signature
    assert signature is not None
    assert signature.date == date(2023, 1, 18)


def _published(line: str) -> date | None:
    publication = api.parse(f"{WHOLE_TITLE}\n{line}\n一、总体情况\n有序公开。\n").facts.published
    return publication.date if publication else None


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2023-01-20",
        "发表时间: 2023-01-20 10:00",
        "日期：2023年1月20日",
        "时间：2023-01-20　来源：办公室",
        "时间：2023-01-20来源：办公室",
        "2023-01-20 10:20:33　来源：本站",
        "2023年1月20日　点击：35",
        "2023/01/20  青石县水利局  浏览次数：12",
        "[ 2023-01-20 ]",
        "【2023-01-20 09:12】",
        "发布于2023-01-20",
        "发表于 2023年1月20日",
        "[2023-01-20] 来源：本站 作者：办公室",
    ],
)
def test_the_day_on_which_a_portal_published_a_report(line: str) -> None:
    assert _published(line) == date(2023, 1, 20)


@pytest.mark.parametrize(
    "line",
    [
        "更新时间：2023-01-20",
        "成文日期：2023-01-20",
        "发文日期：2023-01-20",
        "2023年1月20日",
        "（2023年1月20日）",
        "2023-01-20 青石县水利局",
        "时间：2022年1月1日至2022年12月31日",
        "日期：2022-01-01—2022-12-31",
        "2022年1月1日至12月31日，数据来源：本机关",
        "2022年1月1日至12月31日数据来源：本机关",
        "2023年1月20日会议决定，信息来源：办公室",
        "[2023-01-20]关于公布年报的通知",
        "发布于2023-01-20的通知",
        "日期：2023-13-40",
    ],
)
def test_other_days_above_a_report_are_no_day_of_publication(line: str) -> None:
    assert _published(line) is None
