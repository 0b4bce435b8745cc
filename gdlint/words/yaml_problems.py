"""What libyaml says of text that is no YAML, in Chinese, and what most often mends it."""

from collections.abc import Mapping

from gdlint.words.fault import Words

_QUOTES: Words = {
    "zh": "（文字中有 {} [] : # , 时，整段要加引号）",
    "en": " (a text that holds {} [] : # or , stands in quotes)",
}
_COLON: Words = {
    "zh": "（冒号用英文 :，后面要有空格）",
    "en": " (behind a colon stands a blank)",
}
_INDENT: Words = {
    "zh": "（同一层的行，缩进要一致，只用空格）",
    "en": " (lines of one level are indented alike, with blanks)",
}
_START: Words = {
    "zh": "（缩进只用空格；以 @ ` % 开头的文字要加引号）",
    "en": " (indent with blanks; a text that begins with @, ` or % stands in quotes)",
}
_END: Words = {
    "zh": "（引号或括号没有结束；引号用英文的）",
    "en": " (a quotation mark or a bracket is not closed)",
}
_NOTHING: Words = {"zh": "", "en": ""}

_PROBLEMS: Mapping[str, tuple[str, Words]] = {
    "did not find expected ',' or '}'": ("缺少 , 或 }", _QUOTES),
    "did not find expected ',' or ']'": ("缺少 , 或 ]", _QUOTES),
    "did not find expected node content": ("此处缺少内容", _QUOTES),
    "did not find expected key": ("此处应为键", _QUOTES),
    "mapping values are not allowed in this context": ("此处不能有冒号", _QUOTES),
    "could not find expected ':'": ("缺少冒号", _COLON),
    "did not find expected '-' indicator": ("此处应以 - 开头", _INDENT),
    "found character that cannot start any token": ("此处的字符不能作开头", _START),
    "found a tab character that violates indentation": ("缩进中有制表符", _INDENT),
    "found unexpected end of stream": ("文件没有写完", _END),
    "found unknown escape character": ("没有这种转义", _NOTHING),
}  # fmt: skip


def yaml_words(problem: str) -> Words:
    """A problem as libyaml words it, in every language and with what most often mends it."""
    zh, remedy = _PROBLEMS.get(problem, (problem, _NOTHING))
    return {"zh": zh + remedy["zh"], "en": problem + remedy["en"]}
