"""What a rule made of each case, for `gdlint explain CODE FILE`."""

from collections.abc import Mapping

from gdlint.words.fault import Words

VERDICT: Mapping[str, Words] = {
    "false": {"zh": "不符", "en": "wrong"},
    "unknown": {"zh": "无法判断", "en": "unknown"},
    "true": {"zh": "相符", "en": "right"},
    "passed": {"zh": "不适用", "en": "passed over"},
}
GAP: Mapping[str, Words] = {
    "blank": {"zh": "{place}空白", "en": "{place} is blank"},
    "missing": {"zh": "没有{place}这一格", "en": "{place} is not there"},
    "unreadable": {
        "zh": "{place}为“{text}”，不是确定的数",
        "en": "{place} is “{text}”, which is no certain number",
    },
    "untold": {"zh": "报告没有写明，或者不是确数", "en": "the report does not tell, or not exactly"},
}
WHY: Mapping[str, Words] = {
    "when": {"zh": "不满足 when 的条件", "en": "the condition `when` is not met"},
    "unless": {"zh": "句中有 unless 排除的词", "en": "its sentence has words that `unless` excludes"},
    "scope": {"zh": "说的不是本机关的全部", "en": "it does not speak of the whole body"},
    "period": {"zh": "说的不是报告年度全年", "en": "it does not speak of the whole reporting year"},
    "certainty": {"zh": "读法没有把握", "en": "the reading is unsure"},
    "relation": {"zh": "说的是比例", "en": "it is a share"},
    "cells": {"zh": "本格式没有这些单元格", "en": "the form has no such cells"},
}
JUDGED: Mapping[str, Words] = {
    "looked": {"zh": "{path}：看了 {n} 处：{counts}", "en": "{path}: {n} cases: {counts}"},
    "none": {"zh": "{path}：没有可看之处", "en": "{path}: nothing that the rule looks at"},
    "other": {"zh": "规则不适用于这份报告", "en": "the rule is for other reports"},
    "not-run": {"zh": "{path}：没有运行：{reason}", "en": "{path}: not run: {reason}"},
    "more": {"zh": "… 另有 {n} 处", "en": "… {n} more"},
    "yields": {"zh": "不另报：{codes} 已说明原因", "en": "not told: {codes} tells the cause"},
    "unknown": {"zh": "未知", "en": "unknown"},
    "joint": {"zh": "；", "en": "; "},
    "comma": {"zh": "、", "en": ", "},
}
