"""Invented bodies of every kind, with the words that their reports use of themselves."""

from typing import Final, NamedTuple


class Body(NamedTuple):
    """A body: its name and kind, how it calls itself, its head and its area, whose portal it uses, its district."""

    name: str
    kind: str
    own: str
    head: str
    whole: str
    site: str
    above: str


BODIES: Final = (
    Body("青石县云溪镇人民政府", "town", "我镇", "镇长", "全镇", "青石县人民政府门户网站", "县"),
    Body("柳河镇人民政府", "town", "我镇", "镇长", "全镇", "县政府门户网站", "县"),
    Body("青石县松岭乡人民政府", "town", "我乡", "乡长", "全乡", "青石县人民政府网站", "县"),
    Body("云溪乡", "town", "我乡", "乡长", "全乡", "县人民政府门户网站", "县"),
    Body("北湖区白鹭回族乡人民政府", "town", "我乡", "乡长", "全乡", "北湖区人民政府门户网站", "区"),
    Body("临江街道办事处", "street", "我街道", "街道办事处主任", "全街道", "区政府门户网站", "区"),
    Body(
        "云澜市北湖区东湖街道办事处", "street", "本街道", "街道办事处主任", "全街道", "北湖区政府网站", "区"
    ),
    Body("青石县林业局", "department", "我局", "局长", "全局", "青石县人民政府门户网站", "县"),
    Body("云澜市交通运输局", "department", "本局", "局长", "全局", "云澜市人民政府网站", "市"),
    Body("青石县发展和改革委员会", "department", "我委", "主任", "全委", "县政府门户网站", "县"),
    Body("青石县行政审批服务办公室", "department", "我办", "主任", "全办", "青石县人民政府网站", "县"),
    Body("青石县水利工程质量监督站", "department", "我站", "站长", "全站", "青石县人民政府门户网站", "县"),
    Body("青石县人民政府", "county", "我县", "县长", "全县", "青石县人民政府门户网站", "市"),
    Body("云澜市北湖区人民政府", "county", "我区", "区长", "全区", "北湖区人民政府网站", "市"),
    Body("云澜市人民政府", "city", "我市", "市长", "全市", "云澜市人民政府网站", "省"),
    Body("白水自治州人民政府", "city", "我州", "州长", "全州", "白水自治州人民政府网站", "省"),
    Body("云岭省人民政府", "province", "我省", "省长", "全省", "云岭省人民政府网站", "国务院"),
)

KINDS: Final = ("town", "street", "department", "county", "city", "province")
GOVERNMENTS: Final = frozenset({"town", "county", "city", "province"})
"""people's governments: no street, no department"""
SMALL: Final = frozenset({"town", "street", "department"})
OF_KIND: Final = {kind: tuple(body for body in BODIES if body.kind == kind) for kind in KINDS}
