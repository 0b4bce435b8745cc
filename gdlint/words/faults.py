"""The words for what can be wrong with a rule file, by key: data, loaded when something is wrong."""

# ruff: noqa: E501 - one fault a line, so that the languages can be compared

from collections.abc import Iterable, Mapping

Words = Mapping[str, str]

FAULTS: Mapping[str, Words] = {
    "as-said": {"zh": "{reason}", "en": "{reason}"},
    # YAML
    "unreadable": {"zh": "无法读取（{reason}）", "en": "cannot be read ({reason})"},
    "no-path": {"zh": "不能作文件名", "en": "no name that a file can have"},
    "no-regular-file": {"zh": "不是普通文件（文件夹、设备或管道）", "en": "no regular file but a folder, a device or a pipe"},
    "not-own": {"zh": "属于别的用户，或别人可以改写", "en": "belongs to another user, or can be written by one"},
    "too-many-bytes": {"zh": "文件有 {size:,} 字节，超过上限 {limit:,}", "en": "{size:,} bytes are too many, the limit is {limit:,}"},
    "not-utf8": {"zh": "不是 UTF-8 编码（第 {byte} 字节）", "en": "not UTF-8 (byte {byte})"},
    "yaml": {"zh": "YAML 语法错误：{reason}", "en": "{reason}"},
    "number-too-long": {"zh": "数超过 {limit} 位", "en": "a number of more than {limit} digits"},
    "bad-character": {"zh": "不允许有字符 U+{code:04X}", "en": "the character U+{code:04X} is not allowed"},
    "several-documents": {"zh": "一个文件里只能有一个 YAML 文档", "en": "more than one document"},
    "too-many-values": {"zh": "超过 {limit:,} 个值", "en": "more than {limit:,} values"},
    "alias": {"zh": "不能用锚点和别名（& 和 *），请把值再写一遍", "en": "anchors and aliases (& and *) are not taken: write the value again"},
    "tag": {"zh": "不能用标签 {tag}", "en": "the tag {tag} is not taken"},
    "too-deep": {"zh": "嵌套超过 {limit} 层", "en": "nested deeper than {limit}"},
    "key-no-word": {"zh": "键应为一个词", "en": "a key is a word"},
    "key-twice": {"zh": "键 {key} 写了两次", "en": "the key {key} is given twice"},
    # the shape of a rule
    "no-list": {"zh": "应为规则的列表（每条以“- code:”开头）", "en": "expected a list of rules"},
    "no-mapping": {"zh": "应为“键: 值”的形式", "en": "expected a mapping"},
    "unknown-key": {"zh": "没有 {key} 这个键", "en": "unknown key {key}"},
    "missing-key": {"zh": "缺少 {key}", "en": "the key {key} is missing"},
    "bad-code": {"zh": "{value} 不能作编号：大写字母加三位数字，如 GD101（规则包和插件用自己的字母）", "en": "{value} is no code: capital letters and three digits, as GD101 (packs and plugins have letters of their own)"},
    "bad-name": {"zh": "{value} 不能作名称，例如 blank-cell", "en": "{value} is no name; one looks like blank-cell"},
    "unknown-word": {"zh": "{key} 没有 {word} 这个值", "en": "unknown {key} {word}"},
    "unknown-word-of": {"zh": "{key} 没有 {word} 这个值，可用：{known}", "en": "unknown {key} {word}, it is one of {known}"},
    "is-text": {"zh": "{key} 应为文字", "en": "{key} is a text"},
    "is-number": {"zh": "{key} 应为数", "en": "{key} is a number"},
    "is-truth": {"zh": "{key} 应为 true 或 false", "en": "{key} is true or false"},
    "is-mapping": {"zh": "{key} 应为“键: 值”的形式", "en": "{key} is a mapping"},
    "is-list": {"zh": "{key} 应为列表", "en": "{key} is a list"},
    "is-expression": {"zh": "{key} 应为表达式", "en": "{key} is an expression"},
    "is-words": {"zh": "{key} 应为 zh 和 en 两种文字，文字中有逗号时要加引号", "en": "{key} is a text in zh and one in en, in quotes where it holds a comma"},
    "is-word-list": {"zh": "{key} 应为词的列表", "en": "{key} is a list of words"},
    "is-word-or-words": {"zh": "{key} 应为一个词或词的列表", "en": "{key} is a word or a list of words"},
    "is-place-or-places": {"zh": "{key} 应为一个位置或位置的列表", "en": "{key} is a place or a list of places"},
    "is-let": {"zh": "{key} 应为“名称: 表达式”，名称用小写字母，例如 open_cases；{{…}} 中有逗号的表达式请加引号", "en": "{key} is a mapping of names (like open_cases) to expressions; one with a comma stands in quotes inside {{…}}"},
    "is-options": {"zh": "{key} 应为“名称: 值”，值为数、文字、true 或 false，或同类值的列表", "en": "{key} is a mapping of names to numbers, texts, truths, or lists of one of these"},
    "is-severity": {"zh": "{key} 应为 error、warning 或 info，或 {{when, is}} 的列表，最后一项为默认级别", "en": "{key} is error, warning or info, or a list of {{when, is}} with a default last"},
    "is-cases": {"zh": "{key} 应为“键: 值”的列表", "en": "{key} is a list of mappings"},
    "is-form": {"zh": "{key} 应为格式的名称", "en": "{key} must name a form"},
    "is-forms": {"zh": "{key} 应为格式名称的列表", "en": "{key} must be a list of names of forms"},
    "unknown-form": {"zh": "没有格式 {name}，有 {known}", "en": "there is no form {name}, only {known}"},
    "form-base": {"zh": "格式 {name} 以 {base} 为底，没有这个格式", "en": "form {name} derives {base}, which there is not"},
    "form-circle": {"zh": "格式 {name} 以自己为底", "en": "form {name} derives itself"},
    "form-nothing-there": {"zh": "{base} 中没有 {names}，不能更换", "en": "there are no {kind} {names} in {base} to change"},
    "form-sum": {"zh": "合计中的 {name} 不是表中的行、列或组", "en": "a sum has {name}, which is no row, column or group of the table"},
    "form-identity": {"zh": "合计关系 {key} 在几种格式中不同：其中写组名，让组不同", "en": "the sum {key} differs between forms: name a group in it, and let that differ"},
    "form-alike": {"zh": "格式 {one} 和 {other} 无法区分", "en": "nothing tells the forms {one} and {other} apart"},
    "form-there": {"zh": "已有格式 {name}（{path}）", "en": "there is a form {name} already ({path})"},
    "form-taken": {"zh": "已有格式 {name}", "en": "there is a form {name} already"},
    "form-without-face": {"zh": "格式的文件夹中应有 {file}", "en": "the folder of a form holds a {file}"},
    "form-too-large": {"zh": "格式的文件不超过 {limit} 个", "en": "a form has at most {limit} files"},
    "form-kind": {"zh": "{key} 的内容不对，应为{kind}（见 docs/forms.md）", "en": "{key} is not of its kind: {kind} (see docs/forms.md)"},
    "form-unknown": {"zh": "{key} 中没有 {name} 可指", "en": "there is no {name} for {key} to name"},
    "form-key-twice": {"zh": "{kind} 中有两个 {key}", "en": "the key {key} stands twice in {kind}"},
    "form-label-twice": {"zh": "{kind} 中“{label}”有两个键：{one}、{other}", "en": "the label “{label}” has two keys in {kind}: {one} and {other}"},
    "form-in-no-part": {"zh": "{kind} 中的 {key} 不在任何 parts 之中", "en": "{key} of {kind} stands in no part"},
    "form-instead-of-nothing": {"zh": "instead 要有可改的格式：请在 form.yaml 中写 derives", "en": "`instead` changes a table of another form: say in form.yaml which one it derives"},
    "form-underived": {"zh": "没有 derives 的格式要自己写明 {key}", "en": "a form that derives none has to state its {key}"},
    "form-outside-group": {"zh": "{key} 在组 {group} 之中，编号应为 {group}.…，否则合计不包括它", "en": "{key} stands in the group {group}: call it {group}.…, or no sum of the group counts it"},
    "form-uncounted": {"zh": "{key} 不在任何合计之中：请写进 groups 的一个组（{names}）；本来就不计入合计的，另写一个组", "en": "no sum has {key}: name it in a group ({names}), or in one of its own where it belongs to no sum"},
    "form-both-sides": {"zh": "合计关系 {key} 的两边都有 {name}", "en": "the sum {key} has {name} on both sides"},
    "form-unread": {"zh": "这个文件不会被读取，请改名为 {right}", "en": "is never read: call it {right}"},
    "form-twice": {"zh": "template 是 forms 从前的写法，只写 forms", "en": "template is what forms was before: only forms is needed"},
    "is-years": {"zh": "{key} 应为起止两个年份的列表（先起后止），没有的写 null", "en": "{key} is a list of the first and the last year, null where there is none"},
    "text-too-long": {"zh": "{key} 超过 {limit} 个字符", "en": "{key} is longer than {limit} characters"},
    "too-many-items": {"zh": "{key} 超过 {limit} 项", "en": "{key} has more than {limit} items"},
    "unsure-error": {"zh": "依据不确定（sure: false）的规则不能是 error", "en": "a rule whose basis is not sure cannot be an error"},
    # examples
    "is-cell": {"zh": "单元格应为数或文字", "en": "a cell is a number or a text"},
    "is-signature": {"zh": "signature 应为 {{body, date}} 或 null", "en": "a signature is {{body, date}} or null"},
    "is-rows": {"zh": "add 应为各行的列表，每行是单元格文字的列表", "en": "add is a list of rows, each a list of texts"},
    "is-bytes": {"zh": "bytes 应写成十六进制", "en": "bytes are written in hexadecimal"},
    # rules among each other
    "code-twice": {"zh": "编号重复", "en": "the code is given twice"},
    "name-twice": {"zh": "名称 {name} 重复", "en": "the name {name} is given twice"},
    "unknown-rule": {"zh": "没有规则 {rule}", "en": "unknown rule {rule}"},
    "yields-circle": {"zh": "yields_to 形成循环：{codes}", "en": "yields in a circle of {codes}"},
    "derives-circle": {"zh": "derives 形成循环：{codes}", "en": "derives in a circle: {codes}"},
    "unknown-base": {"zh": "derives 指的规则 {rule} 不存在", "en": "derives from an unknown rule {rule}"},
    "no-option": {"zh": "{rule} 没有选项 {option}", "en": "{rule} has no option {option}"},
    "own-codes": {"zh": "以 {prefix} 开头的编号是 gdlint 自己的", "en": "codes that begin with {prefix} are those of gdlint itself"},
    # what plugins hand in
    "same-pack": {"zh": "已有规则包 {pack}（{origin}）", "en": "a pack {pack} is there already ({origin})"},
    "zipped": {"zh": "gdlint 不能在压缩包 {path} 中运行，请用 pip 安装或先解压", "en": "gdlint cannot run inside the archive {path}: install it with pip, or unpack it"},
    "same-plugin": {"zh": "已有同名的插件（{origin}）", "en": "a plugin of this name is there already ({origin})"},
    "same-name": {"zh": "编号或名称 {name} 已属于 {owner}", "en": "the code or name {name} is that of {owner}"},
    "same-offer": {"zh": "{kind} {name} 已由 {owner} 提供", "en": "{owner} offers {kind} {name} already"},
    "function-name": {"zh": "{name} 不能作函数的名称：小写字母、数字和下划线，如 workdays", "en": "{name} is no name of a function: small letters, digits and low lines, as workdays"},
    "no-type": {"zh": "函数 {name} 的类型没有 {found}，可用：{known}", "en": "the function {name} has a type {found}, which is none of {known}"},
    "same-function": {"zh": "与内置函数同名", "en": "the name is that of a built-in function"},
    "old-hook": {
        "zh": "按第 {version} 版插件接口编写，现为第 {api} 版：{change}；然后写明 GDLINT_API = {api}（见 docs/plugins-migration.md）",
        "en": "written for version {version} of the plugin interface, this is {api}: {change}, then say GDLINT_API = {api} "
        "(docs/plugins-migration.md)",
    },
    "no-finding": {"zh": "返回的是 {kind}，不是 Finding", "en": "returned {kind}, not a Finding"},
    "form-section-order": {"zh": "{base} 各部分的顺序不变，第一部分仍在最前（见 {key}）", "en": "the sections of {base} keep their order, and the first stays first (see {key})"},
    "form-section-number": {"zh": "{key} 的编号应为 {number}", "en": "the number of {key} is {number}, its place in the form"},
    "no-items": {"zh": "应返回 {kind} 的列表，现为 {found}", "en": "expected a list of {kind}, not {found}"},
    "no-mapping-of": {"zh": "应返回名称到 {kind} 的映射，现为 {found}", "en": "expected a mapping of names to {kind}, not {found}"},
    "no-hook": {"zh": "没有 {name} 这个钩子", "en": "there is no hook {name}"},
    "no-plugin-data": {"zh": "文件夹 {path} 中没有 form.yaml，其下的文件夹里也没有", "en": "there is no form.yaml in the folder {path}, nor in the folders in it"},
    "pack-as-plugin": {"zh": "{path} 是规则包，请用 --pack", "en": "{path} is a pack: name it with --pack"},
    "message-no-template": {"zh": "Judgement.message 原样输出，{field} 不会被代入，请自己写入文字", "en": "a Judgement.message is said as it is, {field} is not filled in: write the value into it"},
    "judgement-returned": {"zh": "check 应给出 Judgement 的列表（或用 yield），现为 {found}", "en": "a check yields Judgements, or returns a list of them, not {found}"},
    "no-function": {"zh": "{name} 应为函数，现为 {found}", "en": "{name} is a function, not {found}"},
    "wrong-field": {"zh": "{name} 不能是 {found}（见 docs/plugins.md）", "en": "{name} cannot be {found} (see docs/plugins.md)"},
    "wrong-fix": {"zh": "{name} 应为 Fix，其中每处为 Edit(start, end, text)：整数、整数、文字；现为 {found}", "en": "{name} is a Fix with an Edit(start, end, text) for each place (two integers and a text), not {found}"},
    "fix-of-lines": {"zh": "Edit 的文字 {found} 有换行：修改不能出这一行", "en": "the text of an Edit, {found}, holds a line feed: a fix stays in its line"},
    "reader-suffixes": {"zh": "Reader {name} 的 suffixes 应为一组以点开头的扩展名，如 (\".csv\",)，现为 {found}", "en": "the suffixes of the Reader {name} are a tuple of endings with a dot, as (\".csv\",), not {found}"},
    "no-method": {"zh": "格式 {name} 的方法 {method} 没有人调用", "en": "nobody calls the method {method} of the format {name}"},
    "reporter-suffix": {"zh": "格式 {name} 的 suffix 应为以点开头的扩展名，如 \".txt\"，现为 {found}", "en": "the suffix of the format {name} is an ending with a dot, as \".txt\", not {found}"},
    "reporter-commands": {"zh": "格式 {name} 的 commands 应取自 {known}，如 (\"check\", \"extract\")，现为 {found}", "en": "the commands of the format {name} are a tuple of {known}, as (\"check\", \"extract\"), not {found}"},
    "no-reason": {"zh": "UnreadableError 没有 {found} 这一原因，只有 {known}", "en": "UnreadableError has no reason {found}, only {known}"},
    "grid-place": {"zh": "StatedGrid 从 {start} 到 {end}：应从一行的开头到一行的末尾，全文共 {length} 字", "en": "a StatedGrid from {start} to {end}: it begins and ends with lines of the text, which has {length} characters"},
    "cell-place": {"zh": "{cell} 不在其表格的 {start} 到 {end} 之间，或行列数不对", "en": "{cell} does not lie between {start} and {end}, the places of its grid, or its numbers are impossible"},
    "cell-lines": {"zh": "{cell} 应独占一行或几行，从行首到行尾，排在前一格之后", "en": "{cell} has lines of its own, from the begin of one to the end of one, behind those of the cell before it"},
    "origin-beyond": {"zh": "{name} 的 starts 是全文（{length} 字）中的位置，{last} 不是", "en": "the starts of {name} are places in the text, which has {length} characters, not {last}"},
    "cell-covered": {"zh": "{cell} 从同一表格另一格所占的位置开始", "en": "{cell} begins where another cell of its grid lies"},
    "no-location": {"zh": "没有 {found} 这样的位置，可用：{known}", "en": "there is no {found}; a Location is one of {known}"},
    "no-fact": {"zh": "Page.facts 没有 {found} 这一项，可用：{known}", "en": "Page.facts has no {found}, only {known}"},
    "origin-starts": {"zh": "{name} 的 starts（{starts} 项）应递增，并与其后一列（{others} 项）一一对应", "en": "the starts of {name} ({starts}) ascend, and there is one of the next field ({others}) for each"},
    # scopes
    "two-finders": {"zh": "find 和 python 只能用一个", "en": "a rule has `find` or `python`, not both"},
    "finder-and-each": {"zh": "{key} 自己找出各处，请去掉 each", "en": "`{key}` finds its own cases: leave out `each`"},
    "match-without-finder": {"zh": "each: match 要有 find 或 python", "en": "`each: match` needs `find` or `python`"},
    "unknown-table": {"zh": "没有表 {table}", "en": "unknown table {table}"},
    "not-in-texts": {"zh": "{key} 要与 find、python、each: paragraph 或 each: sentence 一起用", "en": "`{key}` goes with `find`, `python`, `each: paragraph` or `each: sentence`"},
    "unknown-identity": {"zh": "表 {table} 没有勾稽关系 {key}", "en": "no identity {key} in table {table}"},
    "unknown-scope": {"zh": "each 可用：{known}", "en": "`each` is one of {known}"},
    "unknown-topic": {"zh": "没有 {topic} 这样的单元格", "en": "{topic} names no cells"},
    "not-in-table": {"zh": "each: {scope} 后面不能写表", "en": "`each: {scope}` is not in a table"},
    "unknown-finder": {"zh": "python 没有 {finder} 这个查找器", "en": "no finder {finder}"},
    "name-taken": {"zh": "名称 {name} 已有别的含义，请换一个", "en": "the name {name} is taken: {doc}"},
    "no-condition": {"zh": "应为条件（真假），现为{kind}", "en": "expected a condition, not a {kind}"},
    "place-of-scope": {"zh": "位置 {place} 要与 each: {scope} 一起用", "en": "the place {place} needs `each: {scope}`"},
    "unknown-place": {"zh": "没有位置 {place}", "en": "no place {place}"},
    # expressions
    "in-expression": {"zh": "{reason}（{text} 的第 {column} 个字符）", "en": "{reason} (column {column} of {text})"},
    "expression-too-long": {"zh": "表达式超过 {limit} 个字符", "en": "expression longer than {limit} characters"},
    "brackets-too-deep": {"zh": "括号嵌套超过 {limit} 层", "en": "brackets nested deeper than {limit}"},
    "unexpected": {"zh": "此处不应有 {text}", "en": "unexpected {text}"},
    "ends-early": {"zh": "表达式没有写完", "en": "the expression ends too early"},
    "unknown-name": {"zh": "没有名称 {name}", "en": "unknown name {name}"},
    "name-of-scope": {"zh": "{name} 在此处没有，只在这些 each 中可用：{scopes}", "en": "{name} means nothing here: it is a name of `each: {scopes}`"},
    "unknown-function": {"zh": "没有函数 {name}", "en": "unknown function {name}"},
    "wrong-arguments": {"zh": "{name}({wanted}) 的参数不对，现为（{given}）", "en": "{name}({wanted}) was given ({given})"},
    "wrong-operand": {"zh": "{sign} 要用{wanted}，现为{kind}", "en": "`{sign}` needs a {wanted}, not a {kind}"},
    "never": {"zh": "{name} 没有 {text} 这个值", "en": "{name} is never {text}"},
    "mixed-list": {"zh": "列表各项的类型应相同", "en": "the items of a list must have one type"},
    "nested-list": {"zh": "列表中不能再有列表", "en": "a list holds no lists"},
    "compared": {"zh": "{one}不能与{other}比较", "en": "a {one} is compared with a {other}"},
    "lists-compared": {"zh": "列表不能比较，请用 in、count() 或 sum()", "en": "lists are not compared: use `in`, count() or sum()"},
    "in-what": {"zh": "in 后面应为{item}的列表，现为{items}", "en": "`in` needs a list of {item} behind it, not a {items}"},
    "pattern-no-literal": {"zh": "{name}() 的模式要直接写出", "en": "the pattern of {name}() must be written out"},
    "pattern-captures": {"zh": "{name}() 的模式最多有一个捕获", "en": "the pattern of {name}() has one capture at most"},
    "one-list": {"zh": "{name}() 的参数是一个列表", "en": "{name}() takes one list"},
    "one-argument": {"zh": "{name}() 只有一个参数", "en": "{name}() takes one argument"},
    "no-capture": {"zh": "{name}() 的参数是 find 中捕获的名称{known}", "en": "{name}() takes the name of a capture of `find`{known}"},
    "prose-places": {"zh": "prose() 的参数是位置（{known}）", "en": "prose() takes places ({known})"},
    "prose-nothing": {"zh": "prose() 至少要有一个位置", "en": "prose() takes at least one place"},
    "brace": {"zh": "message 中的花括号不成对", "en": "unbalanced brace in a message"},
    # rows and columns
    "no-figure": {"zh": "应为行、列、组，或 table[row, column]", "en": "expected a row, a column, a group, or table[row, column]"},
    "unknown-figure": {"zh": "没有行、列或组 {name}", "en": "no row, column or group {name}"},
    "needs-table": {"zh": "{name} 要指明表：写 table[row, column]，或 each: row in …", "en": "{name} needs a table: write table[row, column], or `each: row in …`"},
    "label-needs-table": {"zh": "「{label}」要指明表：写 table[「row」, 「column」]", "en": "「{label}」 needs a table: write table[「row」, 「column」]"},
    "not-in-form": {"zh": "{template} 格式的 {table} 没有 {key}", "en": "the {template} form has no {key} in {table}"},
    "two-groups": {"zh": "{row} 和 {column} 都是组，只能有一个是组", "en": "{row} and {column} are groups: only one of the two may be"},
    "unknown-line": {"zh": "{table} 没有 {name}", "en": "no {name} in {table}"},
    "several-labels": {"zh": "「{label}」有多处（{keys}），请写成 上级/{label}", "en": "「{label}」 stands for several ({keys}): write its path, 上级/{label}"},
    "unknown-label": {"zh": "没有官方名称「{label}」", "en": "no official label 「{label}」"},
    # patterns
    "pattern-too-long": {"zh": "模式超过 {limit} 个字符", "en": "pattern longer than {limit} characters"},
    "pattern-too-long-whole": {"zh": "模式展开后超过 {limit} 个字符", "en": "pattern longer than {limit} characters when written out"},
    "pattern-too-large": {"zh": "模式太大：重复次数相乘后超过 {limit} 步", "en": "the pattern is too large: with its repetitions it has more than {limit} steps"},
    "unknown-pattern": {"zh": "没有命名模式 {name}", "en": "no pattern named {name}"},
    "bad-capture": {"zh": "{name} 不能作捕获的名称，例如 n 或 received", "en": "{name} is no name of a capture; one looks like n or received"},
    "capture-twice": {"zh": "捕获 {name} 写了两次", "en": "the capture {name} is named twice"},
    "unfinished-name": {"zh": "命名模式没有写完，应如 {{n:number}}；要匹配花括号本身请写 \\{{", "en": "an unfinished named pattern; one looks like {{n:number}}, and a brace is written \\{{"},
    "one-byte": {"zh": "模式中不能用 \\C：它可能切开一个汉字", "en": "\\C may cut a character in two and is not taken in patterns"},
    "bad-pattern": {"zh": "模式有错：{reason}", "en": "bad pattern: {reason}"},
}  # fmt: skip

_TYPES: Mapping[str, str] = {"number": "数", "text": "文字", "truth": "真假", "date": "日期", "list": "列表"}

_RE2: Mapping[str, str] = {
    "invalid escape sequence": "没有这种转义",
    "invalid character class": "没有这种字符类",
    "invalid character class range": "字符范围的起止颠倒",
    "missing ]": "缺少 ]",
    "missing )": "缺少 )",
    "unexpected )": "多了 )",
    "trailing \\": "末尾多了 \\",
    "no argument for repetition operator": "重复符号前面没有内容",
    "invalid repetition size": "重复次数不对或太大",
    "bad repetition operator": "重复符号不能连用",
    "invalid perl operator": "RE2 没有这种写法（如前后查找）",
    "invalid named capture group": "捕获的名称不对",
}


def kind_words(kind: str) -> Words:
    """A type of the rule language: number, text, truth, date, list, list of number, …"""
    inner = kind.removeprefix("list of ")
    zh = _TYPES.get(inner, inner)
    return {"zh": f"{zh}的列表" if inner != kind else zh, "en": kind}


def kinds_words(kinds: Iterable[str], zh: str, en: str) -> Words:
    """Several types, with what stands between them."""
    words = [kind_words(kind) for kind in kinds]
    return {"zh": zh.join(each["zh"] for each in words), "en": en.join(each["en"] for each in words)}


def pattern_words(reason: str) -> Words:
    """What RE2 says of a pattern."""
    cause, colon, rest = reason.partition(": ")
    why = " (RE2 has neither look-around nor back-references)" if cause == "invalid perl operator" else ""
    return {"zh": f"{_RE2[cause]}{colon}{rest}" if cause in _RE2 else reason, "en": reason + why}
