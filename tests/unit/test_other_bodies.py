"""Another body of the same kind: no part of the one that reports, nothing above it, and none that answers for many."""

import pytest

from gdlint import api
from gdlint.forms.other_bodies import name_in, names_another

BUREAU, TOWN, COUNTY, STREET = (
    "青石县水利局",
    "青石县云溪镇人民政府",
    "青石县人民政府",
    "青石县城关街道办事处",
)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (BUREAU, "白云市交通运输局办公室"), (BUREAU, "白沙县水利局"), (BUREAU, "青石县林业局"),
        (TOWN, "青石县柳河镇党政办公室"),
        (TOWN, "石桥镇党政办"), (COUNTY, "白沙县人民政府"), (STREET, "青石县东城街道办事处"),
    ],
)  # fmt: skip
def test_another_body_is_told(body: str, text: str) -> None:
    assert names_another(body, text, api.forms())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (BUREAU, "青石县水利局办公室"), (BUREAU, "县水利局办公室"), (BUREAU, "云澜市水利局"), (BUREAU, "青石县人民政府办公室"),
        (BUREAU, "青石县河长制办公室"), (BUREAU, "我局办公室"), (BUREAU, "林业局"),
        (BUREAU, "青石县柳河镇"), (BUREAU, ""), (BUREAU, "电话"),
        (TOWN, "云溪镇党政综合办公室"), (TOWN, "今年以来云溪镇"), (TOWN, "青石县司法局"),
        (COUNTY, "青石县水利局"), (COUNTY, "白沙县水利局"), (COUNTY, "青石县人民政府办公室政务公开股"),
        ("青石县住房和城乡建设局", "县住建局办公室"), ("青石县卫生健康委员会", "青石县卫生健康局"), (STREET, "城关街道党政办"),
        ("国家税务总局青石县税务局", "青石县税务局办公室"), ("青石新区管委会", "白沙新区管委会"), ("青石县第一中学", "青石县第二中学"),
    ],
)  # fmt: skip
def test_any_other_name_is_none(body: str, text: str) -> None:
    assert not names_another(body, text, api.forms())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("白云市交通运输局办公室", "白云市交通运输局"), ("云溪镇党政综合办公室", "云溪镇"), ("青石县公安局交通警察大队", "青石县公安局"),
        ("水库管理所", "水库管理所"), ("如有疑问", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_name_of_a_body_ends_before_its_office(text: str, name: str) -> None:
    assert name_in(text, api.forms()) == name
