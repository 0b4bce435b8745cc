"""What is said of rules: their groups, and the table and the pages of them."""

from collections.abc import Mapping

from gdlint.words.fault import Words

GROUPS: Mapping[str, Words] = {
    "GD0": {"zh": "文件本身", "en": "the file as such"},
    "GD1": {"zh": "标题和结构", "en": "title and sections"},
    "GD2": {"zh": "格式版本和引用", "en": "the right form for the year"},
    "GD3": {"zh": "表格：形状、名称、单元格", "en": "tables: shape, labels and cells"},
    "GD4": {"zh": "表内算术", "en": "arithmetic"},
    "GD5": {"zh": "文字与表格、文字中的算术", "en": "text against tables, arithmetic in text"},
    "GD6": {"zh": "年份、期限、日期", "en": "year, period and date"},
    "GD7": {"zh": "用语", "en": "wording"},
    "GD8": {"zh": "权限、合理性、收费、隐私", "en": "competence, plausibility, fees, privacy"},
    "GD9": {"zh": "跨报告", "en": "across reports"},
}
"""what the groups of codes are about"""
BODY_KINDS: Mapping[str, Words] = {
    "town": {"zh": "乡镇", "en": "towns"},
    "street": {"zh": "街道办事处", "en": "street offices"},
    "department": {"zh": "部门", "en": "departments"},
    "county": {"zh": "县级政府", "en": "county governments"},
    "city": {"zh": "市级政府", "en": "city governments"},
    "province": {"zh": "省级政府", "en": "provincial governments"},
    "other": {"zh": "其他机构", "en": "other bodies"},
}
RULE_WORDS: Mapping[str, Words] = {
    "off": {"zh": "默认不运行", "en": "off"},
    "not-run": {"zh": "不运行", "en": "off"},
    "owner": {"zh": "出自", "en": "from"},
    "pack": {"zh": "规则包 {name} {version}", "en": "the pack {name} {version}"},
    "plugin": {"zh": "插件 {name} {version}", "en": "the plugin {name} {version}"},
    "runs": {"zh": "运行", "en": "runs"},
    "yes": {"zh": "是", "en": "yes"},
    "no": {"zh": "否", "en": "no"},
    "own": {"zh": "规则自身的默认", "en": "by its own default"},
    "call": {"zh": "命令行", "en": "command line"},
    "taken": {"zh": "由 {selector} 代替", "en": "{selector} stands in its place"},
    "changed": {"zh": "设置改动", "en": "changed by settings"},
    "instead": {"zh": "{key} 原为 {own}（{origin}）", "en": "{key}, its own is {own} ({origin})"},
    "unsure": {"zh": "（非强制要求）", "en": " (not required)"},
    "basis": {"zh": "依据", "en": "basis"},
    "applies": {"zh": "适用", "en": "applies to"},
    "all": {"zh": "所有报告", "en": "all reports"},
    "template": {"zh": "{} 年格式", "en": "the {} form"},
    "years": {"zh": "{} 年度", "en": "years {}"},
    "mend": {"zh": "改法", "en": "mend"},
    "yields": {"zh": "让位于", "en": "silent where one of these has spoken"},
    "derives": {"zh": "派生自", "en": "made from"},
    "options": {"zh": "选项", "en": "options"},
    "state": {"zh": "状态", "en": "state"},
    "fix": {"zh": "自动修改", "en": "fix"},
    "safe": {"zh": "--fix 可改", "en": "fixable with --fix"},
    "unsafe": {"zh": "--fix --unsafe-fixes 可改", "en": "fixable with --fix --unsafe-fixes"},
    "safe/unsafe": {
        "zh": "--fix 可改，部分须加 --unsafe-fixes",
        "en": "fixable with --fix, some only with --unsafe-fixes",
    },
    "unfilled": {"zh": "起草中", "en": "drafts"},
    "draft": {
        "zh": "说的是还要填写的，profile: draft 时只作提示",
        "en": "speaks of what is to be filled in: an info with profile: draft",
    },
    "since": {"zh": "自版本", "en": "since"},
    "good": {"zh": "正确的例子", "en": "right"},
    "bad": {"zh": "错误的例子", "en": "wrong"},
    "silent": {"zh": "不作判断的例子", "en": "not judged"},
    "form": {
        "zh": "与一份全填 0 的完整报告的不同之处",
        "en": "how the report differs from a whole form filled with 0",
    },
    "none": {"zh": "（完整的报告，没有不同）", "en": "(the whole form as it is)"},
    "silence": {"zh": "不检查这一项", "en": "not to check this"},
    "and": {"zh": "、", "en": ", "},
    "colon": {"zh": "：", "en": ": "},
}
