"""The notice to a body whose report it is (退改通知)."""

from gdlint.words.fault import Words

TEMPLATE: Words = {
    "zh": """退改通知

$body：

你单位报送的《$title》经检查，$verdict

$items
$date
""",
    "en": """Notice of corrections

To $body:

Your report "$title" was checked: $verdict

$items
$date
""",
}
WRONG: Words = {
    "zh": "有错误 {errors} 处、警告 {warnings} 处、提示 {infos} 处，请逐条核对，修改后重新报送。",
    "en": "{errors} error(s), {warnings} warning(s), {infos} info(s). Please go through them and submit the report again.",
}
RIGHT: Words = {"zh": "没有发现问题。", "en": "no findings."}
HELP: Words = {"zh": "改法：", "en": "fix: "}
BASIS: Words = {"zh": "依据：", "en": "basis: "}
COLON: Words = {"zh": "：", "en": ": "}
