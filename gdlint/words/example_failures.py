"""What came of the examples of a rule, and what was expected."""

from collections.abc import Mapping

from gdlint.words.fault import Words

NO_EXAMPLE: Words = {"zh": "没有例子", "en": "no example"}
GOT: Words = {
    "zh": "{true} 处成立，{false} 处不成立，{unknown} 处无法判断",
    "en": "{true} true, {false} false, {unknown} unknown",
}
NOT_FIXED: Words = {
    "zh": "改正后没有“{text}”，或改正前已有",
    "en": "“{text}” does not stand there once it is fixed, or did before",
}
NOTHING_JUDGED: Words = {
    "zh": "；没有可判断之处，请看 find、in、unless、when 和 applies",
    "en": "; there was nothing to judge: see find, in, unless, when and applies",
}
NO_CLAIM: Words = {
    "zh": "；文字没有读成这些单元格的数：主语和做法要写明（如：收到政府信息公开申请3件），gdlint explain 编号 报告 显示读成了什么",
    "en": "; the text was not read as a figure of these cells: it has to name what is counted and what became of it "
    "(收到政府信息公开申请3件); gdlint explain CODE REPORT shows what was read",
}
UNKNOWN_JUDGED: Words = {
    "zh": "；无法判断是因为数值空缺，或这一行没有这一列：用 when 排除",
    "en": "; unknown is where a figure is blank, or the row has no such column: leave such cases out with when",
}
EXPECTED: Mapping[str, Words] = {
    "good": {
        "zh": "有成立的，没有不成立的，也没有无法判断的",
        "en": "true somewhere, never false, never unknown",
    },
    "bad": {"zh": "有不成立的", "en": "false somewhere"},
    "silent": {"zh": "既没有成立的，也没有不成立的", "en": "neither true nor false"},
}
SUCH_AS: Words = {"zh": "；例如：{message}", "en": "; such as: {message}"}
