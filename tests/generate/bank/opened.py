"""Prose on proactive disclosure: sums that hold, lists that are open, figures that are not those of section two."""

from typing import Final

from .phrase import Phrase, plain

_DOCUMENTS_2021: Final = dict.fromkeys(("issued", "repealed", "in_force"), "GD509")
_DECISIONS: Final = dict.fromkeys(("licensing", "penalties", "coercion"), "GD510")
_FEE: Final = {"amount": "GD511"}

_TOLD: Final = (
    Phrase("documents", "{Y}年，{own}制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。", _DOCUMENTS_2021, template=2021),
    Phrase("documents", "全年废止行政规范性文件{repealed}件，现行有效行政规范性文件{in_force}件。",
           {"repealed": "GD509", "in_force": "GD509"}, template=2021),
    Phrase("documents", "本年新制作规范性文件{made}件，新公开规范性文件{opened}件，对外公开总数量{open_total}件。",
           dict.fromkeys(("made", "opened", "open_total"), "GD509"), template=2019),
    Phrase("decisions", "全年作出行政许可决定{licensing}件、行政处罚决定{penalties}件、行政强制决定{coercion}件。", _DECISIONS),
    Phrase("decisions", "作出行政许可处理决定{licensing}件。", {"licensing": "GD510"}),
    Phrase("money", "全年收取行政事业性收费{amount}万元。", _FEE, template=2021),
    Phrase("money", "本年行政事业性收费金额为{yuan}元。", {"yuan": "GD511"}, template=2021),
    Phrase("money", "实施政府集中采购项目{purchases}个，采购总金额{amount}万元。", _FEE, ("purchases",), template=2019),
)  # fmt: skip

_SUMS: Final = (
    Phrase("site", "通过{site}公开信息{abcd}条，其中机构职能类{a}条、政策文件类{b}条、财政信息类{c}条、民生保障类{d}条。", {"abcd": "GD520"}),
    Phrase("site", "全年共主动公开政府信息{abc}条，其中：网站公开{a}条，公示栏公开{b}条，政务新媒体公开{c}条。", {"abc": "GD520", "b": "GD520"}),
    Phrase("site", "{Y}年主动公开政府信息共计{ab}条，门户网站{a}条，政务微信{b}条。"),
    # Nested parts: the inner ones add up to their own whole.
    Phrase("site", "全年公开信息{abcd}条，其中政务动态{abc}条（其中图片新闻{a}条、部门动态{b}条、基层动态{c}条），通知公告{d}条。", {"abcd": "GD520"}),
    # Lists that are open, and parts that are only examples.
    Phrase("site", "通过{site}发布信息{abcd}条，其中政策解读{a}条、财政预决算{b}条等。"),
    Phrase("site", "发布各类信息{abcde}条，其中重点领域信息{a}条。"),
    Phrase("site", "全年发布信息{abcde}条，主要包括机构职能{a}条、人事信息{b}条、应急管理信息{c}条。"),
    # Figures that are not exact.
    Phrase("site", "全年公开各类信息{thousands}余条，其中政务动态52条、通知公告38条、其他信息100余条。"),
    Phrase("site", "主动公开信息约{thousands}条，其中网站{a}条，新媒体{b}条。"),
    Phrase("site", "全年累计公开信息近{thousands}条，其中网站发布{a}条，公示栏张贴{b}条。"),
    Phrase("read", "解读政策文件{ab}个，其中动漫解读{a}个，占比{share}%。", {"share": "GD521"}),
    Phrase("read", "发布政策解读材料{ab}篇，其中图文解读{a}篇，占{share1}%。", {"share1": "GD521"}),
    Phrase("read", "发布政策解读{a}篇，同比增长{share1}%。"),
)  # fmt: skip

_OTHER: Final = plain(
    # Numbers beside official words that no cell of the tables holds.
    ("shown", "在信用网站公示行政许可、行政处罚信息{a}条，公示率100%。"),
    ("reviewed", "对{a}件规范性文件草案进行合法性审核，解读规范性文件{b}件。"),
    ("revised", "梳理行政许可事项{a}项，编制并公开办事指南{a}份。"),
    ("rules", "健全内部规章制度{a}项，进一步规范办事程序。"),
    ("budget", "公开{P}年度财政决算和{Y}年度财政预算，公开“三公”经费{a}万元。"),
    ("plan", "公开“十四五”规划和2035年远景目标纲要的实施进展。"),
    ("typhoon", "台风登陆期间，第一时间发布预警信息和避险提示，及时回应社会关切。"),
    ("meetings", "召开新闻发布会{a}场，邀请群众代表列席会议{b}人次。"),
    ("opening", "{Y}年{month}月举办“政府开放日”活动，邀请群众{tens}人参加。"),
    ("day", "{Y}年{month}月{day}日，召开政务公开工作推进会，部署全年任务。"),
    ("half", "上半年发布图解信息{a}条，下半年发布图解信息{b}条。"),
    ("cards", "围绕就业、教育、医疗、养老等领域，编印便民手册，把政策送到家家户户。"),
    ("points", "按照上级《{Y}年政务公开工作要点》，逐条分解任务，层层压实责任。"),
    ("standard", "完善基层政务公开标准目录，涉及26个试点领域。"),
    ("village", "指导各村（社区）公开财务收支、惠民补贴等事项。"),
    ("votes", "就重大行政决策公开征求意见{a}次，采纳意见建议{b}条。"),
    ("emergency", "发布突发事件应对信息{a}条，做到公开透明、口径一致……"),
    ("farm", "公开惠农补贴发放信息，涉及农户{tens}户、资金12.36万元。"),
)

OPENED: Final = (*_TOLD, *_SUMS, *_OTHER)
