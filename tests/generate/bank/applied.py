"""Prose on applications: what repeats section three, and figures that look as if they did."""

from typing import Final

from .phrase import Phrase, plain

_NEW: Final = {"new": "GD501"}
_BOTH: Final = {"both": "GD501"}
_CARRIED: Final = {"carried_in": "GD504"}
_OUT: Final = {"carried_out": "GD504"}
_DONE: Final = {"total": "GD503"}
_RESULTS: Final = dict.fromkeys(
    ("granted", "partial", "denied", "unavailable", "not_processed", "other_handling"), "GD505"
)
_APPLICANTS: Final = dict.fromkeys(("person", "organisation"), "GD506")
_GOVERNED: Final = frozenset({"town", "street", "department"})

NO_REQUEST: Final = (
    Phrase("received", "本年度未收到政府信息公开申请。", needs=("!new",)),
    Phrase("received", "{Y}年，{own}没有收到公民、法人或者其他组织提出的政府信息公开申请。", needs=("!new",)),
    Phrase(
        "received",
        "全年未接到政府信息公开申请，无依申请公开办理事项。",
        needs=("!new", "!carried_in", "!total"),
    ),
    Phrase("received", "全年收到政府信息公开申请{new}件。", _NEW, ("!new",)),
)

_RECEIVED: Final = (
    Phrase("received", "{Y}年，{own}共收到政府信息公开申请{new}件。", _NEW, ("new",)),
    Phrase("received", "本年度新收政府信息公开申请{new}件，上年结转{carried_in}件。", {**_NEW, **_CARRIED}, ("new",)),
    Phrase("received", "全年共受理政府信息公开申请{both}件（含上年结转{carried_in}件）。", {**_BOTH, **_CARRIED}, ("new", "carried_in")),
    Phrase("received", "全年收到依申请公开{new}件，办结{total}件，结转下年度继续办理{carried_out}件。", {**_NEW, **_DONE, **_OUT}, ("new", "total")),
    Phrase("received", "{Y}年收到公民、法人和其他组织提出的政府信息公开申请{new}件，其中自然人申请{person}件，法人或其他组织申请{organisation}件。",
           {**_NEW, **_APPLICANTS}, ("new",)),
    # The parts of what was received and carried in add up to both.
    Phrase("received", "{Y}年收到政府信息公开申请{new}件，上年结转{carried_in}件，其中网络申请{web}件，信函申请{mail}件。", {**_NEW, **_CARRIED}, ("new",)),
    Phrase("received", "本年收到申请{new}件、上年结转{carried_in}件，共计{both}件，已办结{total}件，{carried_out}件结转至下一年度办理。",
           {**_NEW, **_CARRIED, **_DONE, **_OUT}, ("new", "total")),
)  # fmt: skip

_HANDLED: Final = (
    Phrase("results", "从办理结果看，予以公开{granted}件，部分公开{partial}件，不予公开{denied}件，无法提供{unavailable}件，"
           "不予处理{not_processed}件，其他处理{other_handling}件。", _RESULTS, ("total",)),
    Phrase("results", "办结的{total}件申请中，予以公开{granted}件，无法提供{unavailable}件。", {**_DONE, "granted": "GD505", "unavailable": "GD505"}, ("total",)),
    Phrase("results", "对政府信息公开申请作出不予公开答复{denied}件，不予处理答复{not_processed}件。",
           {"denied": "GD505", "not_processed": "GD505"}, ("denied",)),
    Phrase("answered", "所有政府信息公开申请均已全部办结。", needs=("new", "!carried_out")),
    Phrase("answered", "申请均在法定期限内依法依规办理。", needs=("new",)),
    Phrase("answered", "依法按时答复率达到100%。", needs=("total",)),
)  # fmt: skip

_SCOPES: Final = (
    # Figures of another scope than the table's.
    Phrase("scope", "据统计，全县各级行政机关共收到政府信息公开申请{big}件。", kinds=_GOVERNED),
    Phrase(
        "scope",
        "全市政府信息公开申请总量为{big}件，办结{thousands}件，{own}办理数量占比较小。",
        kinds=_GOVERNED,
    ),
    Phrase("scope", "自2008年以来，历年累计收到政府信息公开申请{big}件。"),
    Phrase(
        "scope",
        "政府办公室代表本级政府受理政府信息公开申请{a}件，其余由各部门办理。",
        kinds=frozenset({"county", "city", "province"}),
    ),
    Phrase("scope", "截至{Y}年底，累计办结政府信息公开申请{big}件。"),
    # Last year's figures.
    Phrase("last", "{P}年共收到政府信息公开申请{thousands}件，办结{tens}件，本年度申请事项更趋集中。"),
    Phrase("last", "上年度收到申请{tens}件，与之相比，本年度申请内容更加多样。"),
    Phrase("change", "申请数量较上年减少{a}件。", needs=("new",)),
    Phrase("change", "与上年相比，申请数量下降{share1}%。", needs=("new",)),
)

_OTHER: Final = plain(
    # Things received, done and answered that are no applications.
    ("hotline", "受理“12345”政务服务便民热线工单{ab}件，办结{a}件。"),
    ("letters", "收到群众来信来访{a}件，均已妥善处理。"),
    ("board", "通过网站留言板收到网民留言{ab}条，答复{ab}条，其中咨询类{a}条，建议类{b}条。"),
    ("proposals", "承办人大代表建议{a}件、政协委员提案{b}件，已全部办结并答复代表委员。"),
    ("letterbox", "领导信箱收到来信{ab}封，办结{ab}封，群众满意率98.6%。"),
    ("channels", "公布了网络、信函、当面三种申请渠道的办理流程。"),
    ("forms", "修订答复文书格式{a}种，对申请人做到一次性告知。"),
    ("talk", "办理过程中主动与申请人沟通，了解其真实需求，对不属于{own}职责的申请做好指引。"),
    ("limit", "严格执行20个工作日的答复期限，需要延长的经负责人同意后告知申请人。"),
    ("steps", "规范登记、审核、办理、答复、归档各个环节，依法保障公众获取政府信息的权利。"),
    ("legal", "邀请法律顾问参与疑难申请的研究，审查答复意见{a}份。"),
    ("dealing", "对涉及多个部门的申请，实行会商办理，做到逐件研究、件件有着落。"),
    ("carried", "全年结转下年使用的信息化建设资金{a}万元。"),
    ("legal_persons", "指导辖区内{a}家法人单位开展公共企事业单位信息公开。"),
)

APPLIED: Final = (*NO_REQUEST, *_RECEIVED, *_HANDLED, *_SCOPES, *_OTHER)
