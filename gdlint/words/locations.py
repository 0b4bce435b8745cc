"""Where something stands in a file: its line, cell, paragraph or page."""

from collections.abc import Mapping

from gdlint.words.fault import Words

LINE: Words = {"zh": "第 {line} 行", "en": "line {line}"}
OF_KIND: Mapping[str, Words] = {
    "cell": {"zh": "表格 {table} 第 {row} 行", "en": "table {table}, row {row}"},
    "paragraph": {"zh": "第 {index} 段", "en": "paragraph {index}"},
    "box": {"zh": "第 {page} 页", "en": "page {page}"},
}
ROW: Words = {"zh": "「{label}」", "en": " “{label}”"}
COLUMN: Words = {"zh": "·{label}", "en": ", {label}"}
