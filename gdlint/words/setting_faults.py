"""The words of this room in both languages."""

from collections.abc import Mapping

from gdlint.words.fault import Words

MISTAKES: Mapping[str, Words] = {
    "unknown-key": {"zh": "没有 {key} 这个键", "en": "unknown key {key}"},
    "replaced-key": {
        "zh": "{key} 已不再使用，请改用 {new}",
        "en": "{key} is no longer a key, use {new} instead",
    },
    "option-of-calls": {
        "zh": "{key} 不是设置的键：这是命令行选项（--{option}）",
        "en": "{key} is no key of settings but an option of the command line (--{option})",
    },
    "missing-key": {"zh": "缺少 {key}", "en": "the key {key} is missing"},
    "wrong-type": {"zh": "{key} 应为{zh}，现为 {value}", "en": "{key} is {en}, not {value}"},
    "wrong-holder": {
        "zh": "{key} 应写在 Choice 的 {right} 中，而不是 {field}",
        "en": "{key} belongs into `{right}` of a Choice, not into `{field}`",
    },
    "wrong-choice": {
        "zh": "{key} 没有 {value} 这个值，可用：{known}",
        "en": "{key} cannot be {value}, it is one of {known}",
    },
    "no-form-of-year": {
        "zh": "{year} 年度没有格式，可用：{known}",
        "en": "no form is for the reporting year {year}; there are {known}",
    },
    "not-a-mapping": {"zh": "应为“键: 值”的形式", "en": "expected keys with values"},
    "as-said": {"zh": "{reason}", "en": "{reason}"},
    "bad-syntax": {"zh": "语法错误：{reason}", "en": "syntax error: {reason}"},
    "nested": {"zh": "文件过大或嵌套过深", "en": "the file is too large or nested too deeply"},
    "long-number": {"zh": "含有过长的数", "en": "holds a number of too many digits"},
    "not-utf8": {"zh": "不是 UTF-8 编码", "en": "is not encoded in UTF-8"},
    "no-such-folder": {"zh": "{key} 指的文件夹不存在：{path}", "en": "{key} names a folder that does not exist: {path}"},
    "no-such-file": {"zh": "{key} 指的文件不存在：{path}", "en": "{key} names a file that does not exist: {path}"},
    "no-settings-file": {
        "zh": "不是设置文件（是文件夹，或链接所指的文件不存在）",
        "en": "is no settings file, but a folder or a link that leads nowhere",
    },
    "mistaken-name": {"zh": "这个文件不会被读取，设置文件应名为 {name}", "en": "is never read; a settings file is called {name}"},
    "extended-name": {
        "zh": "extends 指的文件应以 .yaml、.yml 或 .toml 结尾：{path}",
        "en": "extends names a file that ends in .yaml, .yml or .toml, not {path}",
    },
    "long-chain": {"zh": "extends 超过 {limit} 层", "en": "extends leads through more than {limit} files"},
    "not-quoted": {
        "zh": "有错；该文件不在 {folder} 之内，因此不引用其内容",
        "en": "is wrong; nothing of it is quoted, as it lies outside {folder}",
    },
    "too-many-values": {"zh": "超过 {limit} 个值", "en": "more than {limit} values"},
    "text-too-long": {"zh": "文字超过 {limit} 个字符", "en": "a text of more than {limit} characters"},
    "cycle": {"zh": "extends 循环引用：{path}", "en": "extends leads in a circle: {path}"},
    "no-section": {"zh": "其中没有 [tool.gdlint]", "en": "has no [tool.gdlint]"},
    "bad-glob": {"zh": "文件名模式 {glob} 不对：{zh}", "en": "the glob {glob} is wrong: {en}"},
    "bad-requirement": {
        "zh": "版本要求 {value} 写法不对，例如 \">=0.1\"",
        "en": "{value} is no version requirement; one looks like \">=0.1\"",
    },
    "version": {
        "zh": "需要 gdlint {wanted}，现为 {version}",
        "en": "gdlint {wanted} is required, this is {version}",
    },
    "schema": {
        "zh": "schema {value} 比本版本新，只能读 {known}",
        "en": "schema {value} is newer than this version, which reads {known}",
    },
    "no-rule": {"zh": "没有规则 {rule}", "en": "no rule {rule}"},
    "rule-of-pack": {
        "zh": "{rule} 属于规则包 {pack}，请加 --pack {pack}",
        "en": "{rule} belongs to the pack {pack}: add --pack {pack}",
    },
    "rule-of-no-pack": {
        "zh": "没有规则 {rule}；如果它属于某个规则包，请加 --pack 指明规则包的名称或文件夹",
        "en": "no rule {rule}; if it belongs to a pack, name that or its folder with --pack",
    },
    "no-option": {
        "zh": "规则 {rule} 没有选项 {option}，可用：{known}",
        "en": "the rule {rule} has no option {option}, only {known}",
    },
    "no-options": {"zh": "规则 {rule} 没有任何选项", "en": "the rule {rule} has no options"},
    "bad-option": {"zh": "规则 {rule} 的选项 {option} {zh}", "en": "the option {option} of {rule} {en}"},
    "no-pack-file": {"zh": "没有 pack.yaml", "en": "has no pack.yaml"},
    "outside-pack": {"zh": "指向规则包文件夹 {folder} 之外，不予读取", "en": "leads out of the pack {folder} and is not read"},
    "too-many-files": {"zh": "规则包的文件超过 {limit} 个", "en": "the pack has more than {limit} files"},
    "too-many-bytes": {"zh": "规则包的文件合计超过 {limit} 字节", "en": "the files of the pack have more than {limit} bytes together"},
    "too-many-rules": {"zh": "规则包的规则超过 {limit} 条", "en": "the pack has more than {limit} rules"},
    "too-many-packs": {"zh": "规则包超过 {limit} 个", "en": "more than {limit} packs"},
    "no-rules": {"zh": "规则包没有规则文件（rules/*.yaml）", "en": "the pack has no rule files (rules/*.yaml)"},
    "same-code": {
        "zh": "{pack} 的 {name} 与 {owner} 的编号相同",
        "en": "{name} of {pack} has the code of a rule of {owner}",
    },
    "same-name": {
        "zh": "{pack} 的规则 {name} 与 {owner} 的规则同名",
        "en": "{name} of {pack} has the name of a rule of {owner}",
    },
    "same-pack": {
        "zh": "有两个规则包（或插件）都叫 {pack}，无法区分",
        "en": "two packs (or a plugin) are called {pack} and cannot be told apart",
    },
    "reserved-name": {
        "zh": "规则包不能叫 {value}：这个词另有所指（规则组、all、default、auto）",
        "en": "a pack cannot be called {value}: that is a group of rules, or all, default, auto",
    },
    "no-pack": {
        "zh": "没有规则包 {pack}；找过：{places}",
        "en": "no pack {pack}; looked in {places}",
    },
    "plugin-as-pack": {"zh": "{path} 是插件，请用 --plugin", "en": "{path} is a plugin: name it with --plugin"},
    "unread-file": {
        "zh": "这个文件不会被读取：规则文件应是规则包的文件夹或其中 rules/ 里的 *.yaml",
        "en": "is never read: rule files are called *.yaml and lie in the folder of the pack or in its rules/",
    },
    "unread-folder": {"zh": "这个文件夹不会被读取，是否指 {near}？", "en": "this folder is never read, did you mean {near}?"},
    "lacks-key": {"zh": "{kind} 中新的 {name} 缺少 {key}", "en": "{name}, which is new in {kind}, lacks its {key}"},
    "default-of-others": {
        "zh": "{default} 不是 {name} 的方面：请在它的 of 中写上 {name}",
        "en": "{default} is no aspect of {name}: name that in its `of`",
    },
    "line-of-other-kind": {"zh": "{name} 是{zh}", "en": "{name} is {en}"},
    "word-known": {
        "zh": "{word} 已是 {known} 的词，不能再表示 {name}",
        "en": "{word} is a word of {known} already, and cannot mean {name}",
    },
    "no-first-run": {
        "zh": "不是 gdlint check --format json 的结果",
        "en": "is no output of gdlint check --format json",
    },
    "no-baseline": {
        "zh": "不是已知问题的文件（由 gdlint baseline 生成）",
        "en": "is no file of known findings (as gdlint baseline writes it)",
    },
    "bad-entry": {
        "zh": "第 {number} 项缺少 path、code 或 fingerprint",
        "en": "entry {number} lacks path, code or fingerprint",
    },
    "bad-rule": {"zh": "规则 {rule}：{reason}", "en": "{rule}: {reason}"},
    "no-cells": {
        "zh": "新的方面 {name} 没有说明代表哪些行列：请写 rows 或 columns（不代表任何行列的写 rows: []）",
        "en": "the new aspect {name} does not say which rows or columns it stands for (rows: [] for none)",
    },
    "claim-word": {
        "zh": "{word} 不能作为词：括号要成对，最多 {limit} 个字",
        "en": "{word} cannot be a word: brackets must be closed, and it has at most {limit} characters",
    },
    "too-many-words": {"zh": "词过多，最多 {limit} 个", "en": "too many words, at most {limit}"},
    "bad-prefix": {
        "zh": "规则包前缀 {value} 不对：两个以上大写字母，且不是 GD，例如 WW",
        "en": "{value} is no prefix of a pack: two or more capital letters, not GD, e.g. WW",
    },
    "bad-name": {"zh": "{value} 不能作名称：小写字母、数字和连字符，例如 qing-shi", "en": "{value} is no name; one looks like qing-shi"},
    "bad-region": {
        "zh": "region 要从省写起、写全称，例如 甘肃省武威市，现为 {value}",
        "en": "region is a place in full, the province first, as in 「甘肃省武威市」, not {value}",
    },
    "bad-years": {
        "zh": "years 是起止两个年份，没有的写 null，例如 [2025, null]",
        "en": "years is a list of the first and the last year, null where there is none, e.g. [2025, null]",
    },
    "foreign-code": {
        "zh": "规则包的编号要以 {prefix} 开头，{code} 不是",
        "en": "codes of this pack begin with {prefix}, {code} does not",
    },
}  # fmt: skip

OPTION_TYPES: Mapping[str, Words] = {
    "truth": {"zh": "应为 true 或 false", "en": "is true or false"},
    "number": {"zh": "应为数", "en": "is a number"},
    "text": {"zh": "应为文字", "en": "is a text"},
    "list": {"zh": "应为列表，各项的类型与默认值相同", "en": "is a list of the same kind as its default"},
    "none": {"zh": "不能为空", "en": "cannot be empty"},
}

GLOB_FAULTS: Mapping[str, Words] = {
    "empty": {"zh": "不能为空", "en": "it is empty"},
    "negated": {"zh": "不能用 ! 表示除外", "en": "a glob cannot be negated with !"},
    "absolute": {"zh": "要相对于配置文件所在的文件夹", "en": "it must be relative to the folder of its file"},
    "backslash": {"zh": "文件夹之间用 /", "en": "folders are parted by /"},
    "above": {"zh": "不能用 .. 指向上级文件夹", "en": "it cannot lead to a folder above with .."},
    "bracket": {"zh": "方括号不成对", "en": "a bracket is not closed"},
    "stars": {"zh": "星号过多", "en": "there are too many stars"},
    "range": {"zh": "方括号中的范围不对", "en": "a range in brackets is none"},
}
