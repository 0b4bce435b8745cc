"""What the pages say besides findings."""

from collections.abc import Mapping

from gdlint.words.fault import Words

SAID: Mapping[str, Words] = {
    "lang": {"zh": "zh-CN", "en": "en"},
    "findings": {"zh": "检查结果", "en": "findings"},
    "report": {"zh": "报告", "en": "report"},
    "show": {"zh": "显示", "en": "show"},
    "none": {"zh": "没有发现问题。", "en": "No findings."},
    "places": {"zh": "，共 {n} 处", "en": ", {n} places"},
    "more": {
        "zh": "另有 {n} 处同样的问题，已在正文中标出",
        "en": "{n} more of the same are marked in the text",
    },
    "help": {"zh": "改法", "en": "fix"},
    "basis": {"zh": "依据", "en": "basis"},
    "skip": {"zh": "跳到检查结果", "en": "skip to the findings"},
    "loose": {"zh": "未能归入官方表格的数值", "en": "figures that could not be placed in the form"},
    "not-there": {"zh": "没有这个单元格", "en": "this cell is not there"},
    "blank": {"zh": "空着", "en": "blank"},
    "unread": {"zh": "未能读出", "en": "could not be read"},
    "content": {"zh": "信息内容", "en": "信息内容"},
    "table": {"zh": "{name}（按官方表格重排）", "en": "{name} (redrawn on the official form)"},
    "files": {"zh": "全部报告", "en": "all reports"},
    "by-rule": {"zh": "各规则的问题数", "en": "findings by rule"},
    "by-folder": {"zh": "各文件夹的问题数", "en": "findings by folder"},
    "by-year": {"zh": "各年度的问题数", "en": "findings by year"},
    "by-file": {"zh": "各报告的问题", "en": "findings by report"},
    "file": {"zh": "文件", "en": "file"},
    "body": {"zh": "机关", "en": "body"},
    "year": {"zh": "年度", "en": "year"},
    "gravest": {"zh": "最重的问题", "en": "gravest finding"},
    "made": {"zh": "由 gdlint {version} 生成", "en": "made by gdlint {version}"},
}


def said(key: str, language: str, **fields: object) -> str:
    """Words in a language."""
    return SAID[key][language].format(**fields)
