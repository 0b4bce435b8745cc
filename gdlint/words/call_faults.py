"""What is said of a call whose options or arguments do not go together."""

from collections.abc import Mapping

from gdlint.words.fault import Words

CALLS: Mapping[str, Words] = {
    "stdin-name": {
        "zh": "--stdin-filename 只用于标准输入：请同时给出 -",
        "en": "--stdin-filename is for standard input only: name - as well",
    },
    "two-inputs": {
        "zh": "标准输入不能既是报告又是文件清单",
        "en": "standard input cannot be a report and the list of files at once",
    },
    "against-text": {
        "zh": "--against 的输出是 text 或 json，不能用别的 --format，也不能与 --output-dir 同用",
        "en": "--against writes text or json: no other --format goes with it, nor --output-dir",
    },
    "fix-stdin": {
        "zh": "--fix 修改文件；标准输入只能用 --diff 查看",
        "en": "--fix changes files: for standard input use --diff",
    },
    "diff-output": {
        "zh": "--diff 不能与 --output-dir、--against、--summary 或 --statistics 同用",
        "en": "--diff goes with none of --output-dir, --against, --summary, --statistics",
    },
    "no-output": {
        "zh": "请用 --output（一个文件）或 --output-dir 说明写到哪里",
        "en": "say where to write with --output (one file) or --output-dir",
    },
    "one-output": {
        "zh": "{n} 个文件不能写入同一个 --output，请改用 --output-dir",
        "en": "{n} files do not go into one --output: use --output-dir",
    },
    "no-ending": {
        "zh": "{path}：请用 --format 说明格式，或以 {known} 为后缀",
        "en": "{path}: say the format with --format, or let the name end in one of {known}",
    },
    "two-outputs": {
        "zh": "--output 和 --output-dir 不能同时使用",
        "en": "--output and --output-dir exclude each other",
    },
    "two-settings": {
        "zh": "--config 和 --isolated 不能同时使用",
        "en": "--config and --isolated exclude each other",
    },
    "bad-glob": {
        "zh": "{option} 的模式 {glob} 不对：{why}",
        "en": "the glob {glob} of {option} is wrong: {why}",
    },
    "no-paths": {
        "zh": "请给出要检查的文件或文件夹，例如：gdlint 报告.txt（用 - 表示标准输入）",
        "en": "name the files or folders to check, e.g. gdlint report.txt (- is standard input)",
    },
    "what-csv": {
        "zh": "--what 只用于 --format csv：JSON 中什么都有",
        "en": "--what is for --format csv only: JSON holds all of it",
    },
    "no-value": {"zh": "选项 {option} 没有给出规则", "en": "the option {option} names no rule"},
    "unsafe-alone": {
        "zh": "--unsafe-fixes 单独没有作用：请与 --fix 或 --diff 一起用",
        "en": "--unsafe-fixes has no effect alone: give --fix or --diff as well",
    },
    "notice-format": {
        "zh": "--notice 只用于 --format notice",
        "en": "--notice is for --format notice only",
    },
    "overview-format": {
        "zh": "--{option} 只用于 --format {known}，不用于 {style}",
        "en": "--{option} is for --format {known} only, not for {style}",
    },
    "other-ending": {
        "zh": "{path}：副本与原文件格式相同，请以 {ending} 为后缀",
        "en": "{path}: the copy has the format of the file, let its name end in {ending}",
    },
    "one-rule": {
        "zh": "没有文件 {path}；explain 一次说明一条规则",
        "en": "there is no file {path}; explain explains one rule at a time",
    },
    "empty-value": {"zh": "选项 {option} 的值是空的", "en": "the option {option} has an empty value"},
    "pack-which": {
        "zh": "请写明 gdlint pack 的哪一个命令：{known}",
        "en": "say which command of gdlint pack: {known}",
    },
    "rule-first": {
        "zh": "先写规则，再写报告，例如：gdlint explain GD404 {path}",
        "en": "the rule comes first, then the report: gdlint explain GD404 {path}",
    },
}
