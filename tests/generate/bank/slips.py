"""Slips of wording, each beside the same thing said rightly."""

from typing import Final

from .pairs import FRONT, Pair

_TOWN: Final = frozenset({"town"})
_STREET: Final = frozenset({"street"})
_DEPARTMENT: Final = frozenset({"department"})


def _said(code: str, *sides: tuple[str, str, str, str]) -> tuple[Pair, ...]:
    """A code and (name, right, wrong, mark) in, pairs of section one out."""
    return tuple(Pair(name, code, "overall", right, wrong, mark) for name, right, wrong, mark in sides)


SELF: Final = (
    Pair("calls itself a town of the other kind", "GD701", "overall", "进一步推动{own}信息化建设。", "进一步推动{other_own}信息化建设。", "{other_own}", kinds=_TOWN),
    Pair("head of the other kind", "GD701", "overall", "由{head}负总责，分管领导具体抓。", "由{other_head}负总责，分管领导具体抓。", "{other_head}", kinds=_TOWN),
    Pair("generic town", "GD702", "overall", "{own}严格落实各项公开要求。", "我乡镇严格落实各项公开要求。", "我乡镇", kinds=_TOWN),
    Pair("bureau in a town", "GD703", "overall", "{own}组织全体干部学习有关规定。", "我局组织全体干部学习有关规定。", "我局", kinds=_TOWN),
    Pair("town in a department", "GD703", "overall", "{own}组织全体干部学习有关文件。", "我镇组织全体干部学习有关文件。", "我镇", kinds=_DEPARTMENT),
    Pair("portal of another county", "GD703", "overall", "依托{site}公开信息。", "依托白水县人民政府门户网站公开信息。", "白水县", needs=("county",), kinds=_TOWN),
)  # fmt: skip

LEFTOVERS: Final = (
    *_said(
        "GD704",
        ("place to fill in", "报告本单位的主要做法。", "此处填写本单位的主要做法。", "此处填写"),
        ("please fill in", "明确工作人员{a}名。", "明确工作人员（请填写人数）名。", "请填写"),
    ),
    Pair("told to use a table", "GD704", "litigation", "", "该部分以表格形式报告。", ""),
    *_said(
        "GD705",
        ("letters for a number", "全年制定制度{a}项。", "全年制定制度XX项。", "XX"),
        ("signs for a name", "会同{above}档案局开展检查。", "会同××局开展检查。", "××"),
        ("year left open", "转发《关于规范公文公开属性的通知》（青政办发〔{Y}〕12号）。", "转发《关于规范公文公开属性的通知》（青政办发〔20XX〕12号）。", "20XX"),
        ("line to write on", "负责同志担任组长，成员{a}人。", "负责同志担任组长，成员____人。", "成员"),
        ("field of a form letter", "{own}高度重视政府信息公开工作。", "{{{{单位名称}}}}高度重视政府信息公开工作。", "单位名称"),
    ),
)  # fmt: skip

WORDS: Final = (
    *_said(
        "GD706",
        ("state machine secret", "严防泄露国家秘密。", "严防泄露国家机密。", "国家机密"),
        ("land on a site", "群众可随时登录网站查询。", "群众可随时登陆网站查询。", "登陆网站"),
        ("deadline for as of", "截至{Y}年12月31日，{own}共有政务新媒体账号{a}个。", "截止{Y}年12月31日，{own}共有政务新媒体账号{a}个。", "截止"),
        ("other thing", "其他事项按规定办理。", "其它事项按规定办理。", "其它"),
        ("ledger", "建立信息发布台账。", "建立信息发布台帐。", "台帐"),
    ),
    *_said(
        "GD707",
        ("doubled line of office", "依法公开行政复议指南。", "依法公开行行政复议指南。", "行行政复议"),
        ("doubled county", "青石县县长多次主持会议研究部署。", "青石县县人民政府多次研究部署。", "县县人民政府"),
        ("doubled government", "主动公开政府信息目录。", "主动公开政府政府信息目录。", "政府政府信息"),
    ),
    *_said(
        "GD715",
        ("mixed term", "持续推进政府信息公开工作规范化。", "持续推进政务信息公开工作规范化。", "政务信息公开"),
    ),
    Pair("long clause twice", "GD716", "problems", "",
         "今后将在规范公开程序和提高信息质量两个方面下更大功夫，切实回应群众关切。\n今后将在规范公开程序和提高信息质量两个方面下更大功夫，切实回应群众关切。"),
    *_said(
        "GD706",
        ("near miss of a fixed term", "完善规范性文件公开机制。", "完善规范型文件公开机制。", "规范型文件"),
        ("near miss of a procedure", "做好行政复议应对工作。", "做好行政复仪应对工作。", "行政复仪"),
    ),
    *_said(
        "GD718",
        ("alternative left open", "{Y}年，本机关有序公开各类政府信息。", "{Y}年，本机关（或全县各级机关）有序公开各类政府信息。", "本机关（或全县各级机关）"),
        ("body left open", "本机关高度重视公开工作。", "本机关/本单位高度重视公开工作。", "本机关/本单位"),
    ),
    Pair("short name not introduced", "GD717", FRONT, "", "依照《条例》编制本报告。统计期限自{Y}年1月1日至{Y}年12月31日。", "《条例》", instead=True),
)  # fmt: skip

MARKS: Final = (
    *_said(
        "GD708",
        ("full stop and pause", "做好咨询、投诉和答复工作。", "做好咨询、投诉。、答复工作。", "投诉"),
        ("comma and full stop", "及时更新办事指南。", "及时更新办事指南，。", "办事指南"),
    ),
    Pair("paragraph ends in a comma", "GD709", "overall", "", "加强专栏建设，为公众查询提供方便，\n", "提供方便"),
    Pair("paragraph ends in a pause", "GD709", "problems", "", "今后继续完善公开目录、更新机制、\n", "更新机制"),
    *_said(
        "GD710",
        ("half-width comma", "加强载体建设，方便群众查阅。", "加强载体建设,方便群众查阅。", "载体建设"),
        ("half-width brackets", "公开办事指南（含表格样式）供查阅。", "公开办事指南(含表格样式)供查阅。", "含表格样式"),
    ),
    *_said(
        "GD711",
        ("bracket left open", "公开村务（含社区）信息。", "公开村务（含社区信息。", "含社区"),
        ("title left open", "编制《政府信息公开指南》并及时更新。", "编制《政府信息公开指南并及时更新。", "政府信息公开指南并"),
        ("quotation left open", "推进“一网通办”改革。", "推进“一网通办改革。", "一网通办改革"),
        ("bracket not opened", "公开财政资金（含专项）使用情况。", "公开财政资金含专项）使用情况。", "含专项"),
    ),
)  # fmt: skip

NUMBERING: Final = (
    Pair("numbers change style", "GD712", "problems", "（1）完善公开目录。\n（2）加强业务培训。", "（1）完善公开目录。\n（二）加强业务培训。"),
    Pair("number left out", "GD712", "problems", "（一）细化公开目录。\n（二）加强业务学习。", "（一）细化公开目录。\n（三）加强业务学习。"),
    Pair("number left out inside a paragraph", "GD712", "others", "其他事项：一是更新公开指南；二是丰富解读形式；三是开展业务培训。", "其他事项：一是更新公开指南；三是丰富解读形式；四是开展业务培训。", "三是"),
    Pair("number twice inside a paragraph", "GD712", "others", "其他事项：一是更新公开指南；二是丰富解读形式；三是开展业务培训。", "其他事项：一是更新公开指南；二是丰富解读形式；二是开展业务培训。", "二是"),
    Pair("number twice", "GD712", "problems", "1.细化公开清单。\n2.加强业务交流。\n3.定期检查。", "1.细化公开清单。\n2.加强业务交流。\n2.定期检查。"),
    Pair("number with 是", "GD713", "problems", "一是细化公开事项。\n二是加强人员配备。", "（一）是细化公开事项。\n（二）是加强人员配备。"),
)  # fmt: skip

PHONES: Final = (
    Pair("number too short", "GD714", FRONT, "", "联系电话：0799-66601。", "66601"),
    Pair("long dash in a number", "GD714", FRONT, "", "监督电话：0799—6660456。", "6660456"),
    Pair("no area code", "GD714", FRONT, "", "联系电话：6660789。", "6660789"),
)

SLIPS: Final = (*SELF, *LEFTOVERS, *WORDS, *MARKS, *NUMBERING, *PHONES)
