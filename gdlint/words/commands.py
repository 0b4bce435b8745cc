"""What the commands say on standard error."""

from collections.abc import Mapping

from gdlint.words.call_faults import CALLS
from gdlint.words.fault import Words

OTHER_COMMAND: Words = {
    "zh": "插件 {owner} 的格式 {name} 只用于 {commands}；要用于 {command}，请在其 commands 中写上",
    "en": "the format {name} of the plugin {owner} is for {commands} alone; for {command}, its `commands` have to name it",
}
BINARY: Words = {"zh": "这种格式请用 --output 写入文件", "en": "write this format to a file with --output"}
SAID: Mapping[str, Words] = {
    **CALLS,
    "not-found": {"zh": "{path}：没有这个文件或文件夹", "en": "{path}: no such file or folder"},
    "no-files": {
        "zh": "没有可检查的文件：文件夹中没有 .txt 或 .md 格式的年度报告",
        "en": "nothing to check: no .txt or .md report in the folders given",
    },
    "all-excluded": {
        "zh": "没有可检查的文件：{n} 个文件都被 exclude 排除",
        "en": "nothing to check: {n} file(s) are excluded",
    },
    "none-included": {
        "zh": "没有可检查的文件：--include 没有匹配到文件夹中的文件",
        "en": "nothing to check: no file in the folders fits --include",
    },
    "excluded": {"zh": "按 exclude 没有检查的文件：{n} 个", "en": "{n} file(s) excluded"},
    "unread": {
        "zh": "{n} 个文件的格式不能读取，没有检查（{paths}）；请另存为 .txt 后再检查",
        "en": "{n} file(s) not checked, as their format cannot be read ({paths}); save them as .txt",
    },
    "ignored": {
        "zh": ".gitignore 不收的 {n} 项没有检查（{paths}）；要检查请直接写出其路径",
        "en": "{n} left out by .gitignore ({paths}); name one to have it checked",
    },
    "own-output": {
        "zh": "不检查 gdlint 自己的输出：{paths}",
        "en": "output of gdlint itself is not checked: {paths}",
    },
    "no-list": {
        "zh": "{path}：无法读取文件清单（{reason}）",
        "en": "{path}: the list of files cannot be read ({reason})",
    },
    "fixed": {"zh": "已修改：{n} 个问题，{files} 个文件", "en": "fixed: {n} finding(s) in {files} file(s)"},
    "tracked": {
        "zh": "Word 文件中的改动写成了修订（{files} 个文件），请在“审阅”中逐条接受或拒绝",
        "en": "in {files} Word file(s) the changes are tracked: accept or reject each of them in Word",
    },
    "would-fix": {
        "zh": "可修改：{n} 个问题，{files} 个文件（未写入）",
        "en": "would fix {n} finding(s) in {files} file(s); nothing was written",
    },
    "not-fixed": {
        "zh": "{n} 个问题所在之处不能写回原文件，没有修改",
        "en": "{n} finding(s) not fixed: their place in the file cannot be written",
    },
    "held": {
        "zh": "{n} 个问题改了会带出别的问题，没有修改",
        "en": "{n} finding(s) not fixed: to fix them would bring others",
    },
    "annotated": {
        "zh": "在 {files} 个文件中写入了 {n} 条批注",
        "en": "{n} comment(s) written into {files} file(s)",
    },
    "not-annotated": {
        "zh": "{path}：没有写入批注（{reason}）",
        "en": "{path}: no comments were written ({reason})",
    },
    "summary": {
        "zh": "检查了 {files} 个文件：{error} 个错误，{warning} 个警告，{info} 个提示",
        "en": "{files} file(s) checked: {error} error(s), {warning} warning(s), {info} info(s)",
    },
    "of-them-unread": {"zh": "；其中 {n} 个未能读出", "en": "; {n} of them could not be read"},
    "checked": {"zh": "核对了 {sums} 处算式", "en": "{sums} sum(s) worked out"},
    "unknown": {
        "zh": "；{unknown} 处因数值空缺或未能读出而无法判断",
        "en": "; {unknown} case(s) could not be judged for lack of a figure",
    },
    "not-run": {
        "zh": "；不知是否适用而没有检查的规则：{rules}",
        "en": "; not run, as it is not known whether they apply: {rules}",
    },
    "stopped": {
        "zh": "；规则包的计算量超过上限，停止了：{rules}",
        "en": "; stopped, as the packs took too many steps: {rules}",
    },
    "reading": {"zh": "读取报告", "en": "reading"},
    "together": {"zh": "合计", "en": "all"},
    "same-file": {
        "zh": "{path}：输出文件就是要检查的文件，没有写入",
        "en": "{path}: the output is one of the inputs; nothing was written",
    },
    "no-rule-with": {"zh": "没有写有“{words}”的规则", "en": "no rule has the words: {words}"},
    "not-ignored": {
        "zh": "{origin}{rule} 说明文件未能检查，不能用 ignore 关闭；可用 per-file-ignores、exclude 或已知问题文件",
        "en": "{origin}{rule} says that a file could not be checked and is not ignored: use per-file-ignores, exclude or a baseline",
    },
    "no-language": {
        "zh": "GDLINT_LANG={value}：没有这种语言，可用 zh 或 en",
        "en": "GDLINT_LANG={value} is not a language of gdlint: zh or en",
    },
    "no-folder": {
        "zh": "{path}：无法打开文件夹（{reason}）",
        "en": "{path}: the folder cannot be opened ({reason})",
    },
    "extracted": {"zh": "提取了 {files} 个文件", "en": "{files} file(s) extracted"},
    "skipped": {
        "zh": "；另有 {n} 个文件不是年度报告，已跳过（{paths}）",
        "en": "; {n} file(s) that are no reports skipped ({paths})",
    },
    "unwritable": {"zh": "{path}：无法写入（{reason}）", "en": "{path}: cannot be written ({reason})"},
    "stdout": {"zh": "标准输出", "en": "standard output"},
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
    "silenced": {"zh": "；{silenced} 个问题已按注释或已知问题忽略", "en": "; {silenced} finding(s) silenced"},
    "stale": {
        "zh": "{path}：{n} 项已知问题不再出现（如 {first}），请用 gdlint baseline --prune 更新",
        "en": "{path}: {n} known finding(s) no longer there (e.g. {first}); renew it with gdlint baseline --prune",
    },
    "baseline": {
        "zh": "{path}：记下了 {files} 个文件的 {n} 个问题",
        "en": "{path}: {n} finding(s) of {files} file(s) written",
    },
    "baseline-pruned": {
        "zh": "{path}：保留 {files} 个文件的 {n} 项已知问题，没有记入新问题",
        "en": "{path}: {n} known finding(s) of {files} file(s) kept, no new ones taken in",
    },
    "baseline-dropped": {"zh": "；删去 {n} 项", "en": "; {n} taken out"},
    "baseline-renamed": {
        "zh": "；{n} 个文件已改名（如 {first}）",
        "en": "; {n} file(s) with a new name (e.g. {first})",
    },
    "renamed": {
        "zh": "{path}：{n} 个文件已改名（如 {first}），已知问题照旧；请用 gdlint baseline --prune 更新",
        "en": "{path}: {n} file(s) have a new name (e.g. {first}) and keep their known findings; renew it with gdlint baseline --prune",
    },
    "baseline-locked": {
        "zh": "；{n} 个问题的规则不允许忽略，没有记入",
        "en": "; {n} finding(s) of locked rules left out",
    },
    "baseline-nothing": {"zh": "没有写入", "en": "nothing was written"},
    "plugin": {
        "zh": "插件 {name}（{origin}）出错：{where}：{cause}；其余照常进行",
        "en": "plugin {name} ({origin}) failed: {where}: {cause}; the others went on",
    },
    "no-plugins": {"zh": "没有插件", "en": "no plugins"},
    "old-words": {
        "zh": "规则包 {pack} 有 {n} 处旧写法（仍可用）：{words}",
        "en": "the pack {pack} has {n} old word(s), which still hold: {words}",
    },
    "packs": {"zh": "使用规则包：{packs}", "en": "packs in use: {packs}"},
    "auto": {
        "zh": "按地区为 {n} 个文件选用规则包：{packs}",
        "en": "packs taken by region for {n} file(s): {packs}",
    },
    "auto-none": {
        "zh": "{n} 个文件的地区不能确定或没有规则包，没有选用",
        "en": "no pack for {n} file(s): the region is not certain, or has none",
    },
    "kept": {"zh": "{path}：已经存在，没有改动", "en": "{path} exists already and was not changed"},
    "exists": {"zh": "{path}：已经存在，没有改动", "en": "{path} exists already; nothing was written"},
    "pack-new": {
        "zh": "已建立规则包 {path}；下一步：gdlint pack test {path}",
        "en": "the pack {path} was made; next: gdlint pack test {path}",
    },
    "pack-test": {
        "zh": "{pack}：{n} 个示例，{failed} 个不符",
        "en": "{pack}: {n} example(s), {failed} failed",
    },
    "pack-expected": {"zh": "应为", "en": "expected"},
    "pack-got": {"zh": "实为", "en": "got"},
    "written": {"zh": "已写入 {path}", "en": "{path} written"},
    "config-files": {"zh": "设置文件：{files}", "en": "settings from {files}"},
    "config-none": {
        "zh": "没有设置文件（.gdlint.yaml，或含 [tool.gdlint] 的 pyproject.toml）",
        "en": "no settings file (.gdlint.yaml, or a pyproject.toml with [tool.gdlint])",
    },
    "config-call": {"zh": "命令行", "en": "command line"},
    "config-unset": {"zh": "—", "en": "—"},
    "config-rules": {"zh": "{all} 条规则，运行 {on} 条", "en": "{on} of {all} rules run"},
    "config-on": {"zh": "运行  ", "en": "on "},
    "config-off": {"zh": "不运行", "en": "off"},
    "config-own": {"zh": "默认", "en": "by default"},
    "interrupted": {"zh": "已中断", "en": "interrupted"},
}
