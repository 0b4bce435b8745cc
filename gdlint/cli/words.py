"""What the commands say on standard error, in both languages."""

import sys
from collections.abc import Mapping
from contextlib import suppress

from gdlint.reporters.safe import shown
from gdlint.reporters.words import Words, language

SAID: Mapping[str, Words] = {
    "not-found": {"zh": "{path}：没有这个文件或文件夹", "en": "{path}: no such file or folder"},
    "no-files": {
        "zh": "没有可检查的文件：文件夹中没有 .txt 或 .md 格式的年度报告",
        "en": "nothing to check: no .txt or .md report in the folders given",
    },
    "no-paths": {
        "zh": "请给出要检查的文件或文件夹，例如：gdlint 报告.txt（用 - 表示标准输入）",
        "en": "name the files or folders to check, e.g. gdlint report.txt (- is standard input)",
    },
    "summary": {
        "zh": "检查了 {files} 个文件：{error} 个错误，{warning} 个警告，{info} 个提示",
        "en": "{files} file(s) checked: {error} error(s), {warning} warning(s), {info} info(s)",
    },
    "checked": {"zh": "核对了 {sums} 处算式", "en": "{sums} sum(s) worked out"},
    "unknown": {
        "zh": "；{unknown} 处因数值空缺或未能读出而无法判断",
        "en": "; {unknown} case(s) could not be judged for lack of a figure",
    },
    "not-run": {
        "zh": "；不知是否适用而没有检查的规则：{rules}",
        "en": "; not run, as it is not known whether they apply: {rules}",
    },
    "reading": {"zh": "读取报告", "en": "reading"},
    "together": {"zh": "合计", "en": "all"},
    "same-file": {
        "zh": "{path}：输出文件就是要检查的文件，没有写入",
        "en": "{path}: the output is one of the inputs; nothing was written",
    },
    "no-value": {"zh": "选项 {option} 没有给出规则", "en": "the option {option} names no rule"},
    "no-folder": {
        "zh": "{path}：无法打开文件夹（{reason}）",
        "en": "{path}: the folder cannot be opened ({reason})",
    },
    "no-rule": {"zh": "没有规则 {rule}", "en": "no rule {rule}"},
    "no-rule-near": {"zh": "没有规则 {rule}，是否指 {near}？", "en": "no rule {rule}, did you mean {near}?"},
    "extracted": {"zh": "提取了 {files} 个文件", "en": "{files} file(s) extracted"},
    "skipped": {
        "zh": "；另有 {skipped} 个文件不是年度报告，已跳过",
        "en": "; {skipped} file(s) that are no reports skipped",
    },
    "unwritable": {"zh": "{path}：无法写入（{reason}）", "en": "{path}: cannot be written ({reason})"},
    "closed": {"zh": "输出管道已被关闭，结果没有写完", "en": "the output was closed before all was written"},
    "unreadable": {"zh": "{path}：无法读取（{reason}）", "en": "{path}: cannot be read ({reason})"},
    "no-report": {
        "zh": "{path}：不是年度报告，没有可提取的内容",
        "en": "{path}: no report, nothing to extract",
    },
    "internal": {
        "zh": "{path}：内部错误 {reason}。请附上这一行和文件报告问题；设 GDLINT_DEBUG=1 可看详情",
        "en": "{path}: internal fault {reason}. Please report this line with the file; GDLINT_DEBUG=1 shows more",
    },
    "interrupted": {"zh": "已中断", "en": "interrupted"},
}


def say(key: str, lang: str | None = None, **fields: object) -> None:
    """One line on standard error."""
    words = SAID[key][lang or language()]
    told(words.format(**{name: shown(str(value)) for name, value in fields.items()}))


def told(line: str) -> None:
    """A line on standard error; nothing more can be done where even that is closed."""
    with suppress(OSError):
        print(f"gdlint: {line}", file=sys.stderr)
