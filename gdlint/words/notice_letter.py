"""The notice to a body whose report it is (退改通知)."""

from collections.abc import Mapping

from gdlint.words.fault import Words

TEMPLATE: Words = {
    "zh": """$heading

$body：

你单位报送的《$title》经检查，$verdict

$items
$date
""",
    "en": """$heading

To $body:

Your report "$title" was checked: $verdict

$items
$date
""",
}
HEADINGS: Mapping[str, Words] = {
    "wrong": {"zh": "退改通知", "en": "Notice of corrections"},
    "noted": {"zh": "检查意见", "en": "Notice of remarks"},
    "right": {"zh": "检查结果", "en": "Notice"},
}
"""by what there is: errors or warnings, infos alone, nothing"""
VERDICTS: Mapping[str, Words] = {
    "wrong": {
        "zh": "有错误 {errors} 处、警告 {warnings} 处、提示 {infos} 处，请逐条核对，修改后重新报送。",
        "en": "{errors} error(s), {warnings} warning(s), {infos} info(s). Please go through them and submit the report again.",
    },
    "noted": {
        "zh": "没有错误和警告，有提示 {infos} 处，供参考，可以不重新报送。",
        "en": "no errors and no warnings, {infos} info(s) to consider; it need not be submitted again.",
    },
    "right": {"zh": "没有发现问题。", "en": "no findings."},
}
HELP: Words = {"zh": "改法：", "en": "fix: "}
BASIS: Words = {"zh": "依据：", "en": "basis: "}
COLON: Words = {"zh": "：", "en": ": "}
