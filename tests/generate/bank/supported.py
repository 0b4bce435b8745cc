"""Prose on supervision: appraisal, training, and plans."""

from typing import Final

from .phrase import plain

APPRAISED: Final = (
    "把政府信息公开工作纳入年度工作考核，组织开展社会评议，全年未发生责任追究情形。",
    "将公开工作列入绩效考核，邀请群众代表进行社会评议，没有需要责任追究的情况。",
    "工作考核方面，政府信息公开占比4%；社会评议方面，群众满意度较高；责任追究方面，本年度无责任追究情况。",
)
"""the three things that a people's government has to report"""

SUPPORTED: Final = plain(
    ("training", "全年举办业务培训{a}期，培训{tens}人次。"),
    ("training", "组织专题学习{a}次，参加{above}级培训班{b}次。"),
    ("group", "调整充实政务公开工作领导小组，明确分管领导和责任科室。"),
    ("group", "健全主要领导亲自抓、分管领导具体抓、专职人员负责落实的工作机制。"),
    ("money", "落实工作经费5.5万元，保障日常工作开展。"),
    ("monitor", "按季度通报监测结果，对发现的{a}个问题督促整改到位。"),
    ("public", "畅通监督渠道，公布监督举报电话0799-6660456，接受群众监督。"),
    ("score", "在{above}政务公开第三方评估中得分92.5分，位居前列。"),
    ("visits", "到兄弟单位学习交流{a}次，取长补短。"),
    ("exam", "组织工作人员参加知识测试，平均分86分。"),
    ("daily", "建立日常巡查、月度检查、季度通报的机制，常抓不懈。"),
)
