"""What stands around a finding in text: what to fix first, other places, what a fix would do."""

from gdlint.words.fault import Words

FIX_FIRST: Words = {
    "zh": "先改：{place} {code} {name}（{said}）",
    "en": "fix first: {place} {code} {name} ({said})",
}
FIX_FIRST_OF_MANY: Words = {
    "zh": "先改：{code} {name}（{files} 个文件有此问题，如 {place}）；问题最多的文件：{worst}（{n} 个错误）",
    "en": "fix first: {code} {name} (in {files} files, e.g. {place}); most errors in one file: {worst} ({n})",
}
FIX_FIRST_MILD: Words = {
    "zh": "先改：{code} {name}（{files} 个文件有此问题，如 {place}）",
    "en": "fix first: {code} {name} (in {files} files, e.g. {place})",
}
BASIS: Words = {"zh": "依据：", "en": "basis: "}
HELP: Words = {"zh": "改法：", "en": "fix:   "}
MORE_LINES: Words = {"zh": "共 {n} 处，另见第 {lines} 行", "en": "{n} places, see also line {lines}"}
SAME_LINE: Words = {"zh": "本行共 {n} 处", "en": "{n} places in this line"}
OTHERS: Words = {"zh": "同类问题还有 {n} 个：第 {lines} 行", "en": "{n} more of the same: line {lines}"}
MORE_ELSEWHERE: Words = {"zh": "共 {n} 处，另见 {lines}", "en": "{n} places, see also {lines}"}
OTHERS_ELSEWHERE: Words = {"zh": "同类问题还有 {n} 个：{lines}", "en": "{n} more of the same: {lines}"}
AND_SO_ON: Words = {"zh": " 等", "en": " and more"}
COMMA: Words = {"zh": "、", "en": ", "}
FIX: Words = {"zh": "{option} 可改：{edits}", "en": "{option}: {edits}"}
REPLACED: Words = {"zh": "“{old}”→“{new}”", "en": "“{old}” → “{new}”"}
INSERTED: Words = {"zh": "填“{new}”", "en": "write “{new}”"}
REMOVED: Words = {"zh": "删“{old}”", "en": "remove “{old}”"}
MORE_EDITS: Words = {"zh": " 等 {n} 处", "en": " and {n} more"}
