"""Statements that do not fit the report: outlines, documents, periods, years, sums, fees; right ones beside them."""

from typing import Final

from .pairs import FRONT, NOWHERE, Pair

_PERIOD: Final = "统计期限自{Y}年1月1日至{Y}年12月31日。"
_GOVERNMENTS: Final = frozenset({"town", "county", "city", "province"})
_FIVE: Final = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项"
_SIX: Final = "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项"
_OPENED: Final = "（一）主动公开。及时发布机构职能和财政预决算信息。\n"
_APPLIED: Final = "（二）依申请公开。规范办理政府信息公开申请。\n"
_MANAGED: Final = "（三）政府信息管理。落实信息发布审核制度，更新公开目录。\n"
_PLATFORM: Final = "（四）平台建设。优化门户网站专栏。\n"

CONTENT: Final = (
    Pair("section one says nothing", "GD108", "overall", "", "无。", instead=True, follows=frozenset({"GD112", "GD113"})),
    Pair("section five says nothing", "GD108", "problems", "", "无。", instead=True, follows=frozenset({"GD115"})),
    Pair("no word of the platform", "GD112", "overall", "", _OPENED + _APPLIED + _MANAGED + "（四）监督保障。纳入工作考核，开展社会评议，未发生责任追究情形。",
         NOWHERE, instead=True),
    Pair("no word of the management", "GD112", "overall", "", _OPENED + _APPLIED + "（三）平台建设。优化门户网站专栏。\n"
         "（四）监督保障。纳入工作考核，开展社会评议，未发生责任追究情形。", NOWHERE, instead=True),
    Pair("no word of the appraisal", "GD113", "overall", "", _OPENED + _APPLIED + _MANAGED + _PLATFORM + "（五）监督保障。加强检查和培训。",
         NOWHERE, instead=True, kinds=_GOVERNMENTS),
    Pair("outline of five sections", "GD114", FRONT, "", f"本报告由{_FIVE}五个部分组成。{_PERIOD}", "个部分组成", instead=True),
    Pair("six sections counted as seven", "GD114", FRONT, "", f"本报告由{_SIX}七个部分组成。{_PERIOD}", "个部分组成", instead=True),
    Pair("thin section five", "GD115", "problems", "", "存在信息更新不够及时的问题，今后将采取措施及时更新。", instead=True),
    Pair("problems without measures", "GD116", "problems", "",
         "存在的主要问题：一是公开内容与群众需求还有差距；二是解读形式比较单一，图文并茂的材料不多；三是信息更新不够及时，栏目之间的衔接不够顺畅，检索不便。",
         instead=True),
    Pair("measures without problems", "GD116", "problems", "",
         "下一步，将加强组织领导，完善工作机制，充实公开内容，丰富公开形式，强化业务培训，定期检查通报，推动政府信息公开工作再上新台阶，更好地服务群众。",
         instead=True),
)  # fmt: skip

_BASIS: Final = "编制本报告。" + _PERIOD

DOCUMENTS: Final = (
    Pair("format of 2019 cited", "GD205", FRONT, "", f"按照国办公开办函〔2019〕60号文件要求，{_BASIS}", "60号", instead=True, template=2021),
    Pair("format of 2021 cited", "GD205", FRONT, "", f"按照国办公开办函〔2021〕30号文件要求，{_BASIS}", "30号", instead=True, template=2019),
    Pair("title of the format misquoted", "GD206", FRONT, "", f"按照《中华人民共和国政府信息年度报告格式》（国办公开办函〔2021〕30号），{_BASIS}",
         "年度报告格式", instead=True, template=2021),
    Pair("title of the regulation misquoted", "GD206", FRONT, "", f"根据《中华人民共和国信息公开条例》，{_BASIS}", "信息公开条例", instead=True),
    Pair("number of the format misquoted", "GD206", FRONT, "", "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕13号），"
         + _BASIS, "13号", instead=True, template=2021),
    Pair("order number slipped", "GD207", FRONT, "", f"根据《中华人民共和国政府信息公开条例》（国务院令第771号），{_BASIS}", "771", instead=True),
    Pair("order number of the old text", "GD207", FRONT, "", f"根据《中华人民共和国政府信息公开条例》（国务院令第492号），{_BASIS}", "492", instead=True),
    Pair("old outline", "GD208", FRONT, "", "全文包括概述、主动公开政府信息情况、依申请公开政府信息和不予公开情况、收费及减免情况、咨询处理情况、"
         f"申诉情况，附指标统计表。{_PERIOD}", "概述", instead=True, follows=frozenset({"GD114"})),
    Pair("special needs", "GD209", "overall", "公民可依法申请获取政府信息。", "公民可根据自身生产、生活、科研等特殊需要申请获取政府信息。", "特殊需要"),
    Pair("costs of old", "GD209", "overall", "", "全年收取检索费、复制费、邮寄费共计120元。", "检索费"),
)  # fmt: skip

FIGURES: Final = (
    Pair("two figures for one thing", "GD522", "overall", "",
         "全年通过政务微信公众号发布信息{ab}条。\n全年通过政务微信公众号发布信息{abc}条，群众反响良好。", "政务微信公众号"),
    Pair("more done than received", "GD523", "overall", "受理群众诉求{ab}件，办结{a}件。", "受理群众诉求{a}件，办结{ab}件。"),
    Pair("more listed than announced", "GD524", "overall", "落实信息采集、信息审核、信息发布、信息更新等4项工作制度。",
         "落实信息采集、信息审核、信息发布、信息更新等3项工作制度。"),
    Pair("fewer aspects than announced", "GD524", "overall", "突出三个方面：一是完善公开目录，二是规范公开流程，三是加强人员培训。",
         "突出三个方面：一是完善公开目录，二是规范公开流程。", "三个方面"),
    Pair("share of other figures", "GD521", "overall", "制作政策解读25个，其中动漫解读7个，占比28%。", "制作政策解读25个，其中动漫解读7个，占比35%。"),
    Pair("parts of another whole", "GD520", "overall", "召开会议{ab}次，其中推进会{a}次、调度会{b}次。", "召开会议{abc}次，其中推进会{a}次、调度会{b}次。"),
    Pair("growth of other figures", "GD526", "overall", "组织业务培训25人次，较上年的20人次增加5人次，增长25%。",
         "组织业务培训25人次，较上年的20人次增加5人次，增长35%。"),
    Pair("more than the whole", "GD527", "overall", "线上渠道占60%，线下渠道占40%。", "线上渠道占60%，线下渠道占55%。"),
    Pair("exact and more", "GD525", "overall", "发布便民提示60余条。", "发布便民提示68余条。", "68余条"),
)  # fmt: skip

_PERIOD_CODES: Final = frozenset({"GD601", "GD602", "GD603", "GD605"})

DATES: Final = (
    Pair("period ends early", "GD601", FRONT, "", "统计期限自{Y}年1月1日起至{Y}年12月28日止。", "12月28日", instead=True),
    Pair("period begins late", "GD601", FRONT, "", "统计期限自{Y}年2月1日起至{Y}年12月31日止。", "2月1日", instead=True),
    Pair("period of last year", "GD601", FRONT, "", "统计期限自{P}年1月1日起至{P}年12月31日止。", "{P}年", instead=True, among=frozenset({"GD605"})),
    Pair("no period", "GD602", FRONT, "", "本报告根据《中华人民共和国政府信息公开条例》编制。", NOWHERE, instead=True),
    Pair("end of a period only", "GD603", FRONT, "", "本报告所列统计数据截至{Y}年12月31日。", "截至", instead=True),
    Pair("month without a day", "GD603", FRONT, "", "本报告数据统计期限为{Y}年1月至{Y}年12月。", "统计期限", instead=True),
    Pair("thirtieth of February", "GD604", "overall", "{Y}年2月20日，召开政务公开专题会议。", "{Y}年2月30日，召开政务公开专题会议。", "2月30日"),
    Pair("year of six digits", "GD604", FRONT, "", "统计期限自{Y}年1月1日至20{Y}年12月31日。", "20{Y}年", instead=True, follows=_PERIOD_CODES),
    Pair("day without its sign", "GD604", FRONT, "", "统计期限自{Y}年1月1日起至12月31止。", "12月31止", instead=True, follows=_PERIOD_CODES),
    Pair("last year as this one", "GD611", "overall", "{Y}年，{own}紧扣群众关切，扎实推进政府信息公开，取得新的成效。",
         "{P}年，{own}紧扣群众关切，扎实推进政府信息公开，取得新的成效。", "{P}年，{own}紧扣"),
    Pair("work points of last year", "GD612", "overall", "根据《{Y}年青石县政务公开工作要点》，制定任务清单。", "根据《{P}年青石县政务公开工作要点》，制定任务清单。",
         "工作要点"),
    Pair("year that is not over", "GD613", "overall", "全年多次组织政务公开学习，取得新的成效。", "今年以来，多次组织政务公开学习，取得新的成效。", "今年以来"),
)  # fmt: skip

FEES: Final = (
    Pair("nothing of the fee", "GD803", "others", "", "本年度没有其他需要报告的事项。", NOWHERE, instead=True, template=2021),
    Pair("only staff in section six", "GD803", "others", "", "现有政务公开工作人员{a}名。", NOWHERE, instead=True, template=2021),
    Pair("fee that cannot be", "GD804", "others", "", "本年度依申请提供政府信息收取信息处理费共计385元。", "385元", instead=True, template=2021),
    Pair("fee without a notice", "GD811", "others", "发出收费通知0件，收取信息处理费0元。", "发出收费通知0件，收取信息处理费200元。", template=2021),
    Pair("fee before its time", "GD805", "others", "", "本年度收取信息处理费200元。", "信息处理费", instead=True, template=2019),
)  # fmt: skip

PRIVACY: Final = (
    Pair(
        "identity number",
        "GD806",
        "overall",
        "项目编号为{no_identity}。",
        "经办人身份证号码为{identity}。",
        "身份证号码",
    ),
    Pair(
        "mobile number",
        "GD807",
        "overall",
        "志愿者张某参与了宣传活动。",
        "志愿者张某（13800138000）参与了宣传活动。",
        "13800138000",
    ),
    Pair(
        "card number",
        "GD808",
        "overall",
        "补助资金已拨付到位，批次号为{no_card}。",
        "补助资金已拨付到账户{card}。",
        "{card}",
    ),
    Pair("applicant told", "GD809", "applications", "", "收到的申请中，申请人为石桥村村民李某某。", "石桥村"),
)

MISFITS: Final = (*CONTENT, *DOCUMENTS, *FIGURES, *DATES, *FEES, *PRIVACY)
