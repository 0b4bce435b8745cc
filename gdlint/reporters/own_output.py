"""How gdlint's own output begins, so that it is never taken for a report that lies in the same folder."""

from codecs import BOM_UTF8

from gdlint.model.regex import lazy

HEAD = 4096
"""so many bytes tell"""

_LEVEL = "(?:错误|警告|提示|error|warning|info)"
_RULE = "[A-Z]{2,8}[0-9]{3,}"
_BEGINNINGS = lazy(
    "|".join((
        rf"[^\n]+:[0-9]+:[0-9]+: {_LEVEL} {_RULE} ",  # text and concise: a finding
        rf"::(?:error|warning|notice) file=[^\n]*,title={_RULE} ",  # github
        r'\{"path": "(?:[^"\\\n]|\\.)*", "template": ',  # jsonl
        r"path,year,body,severity,code,name,line,column,",  # csv
        r'\{"\$schema": "[^"\n]*/sarif-',  # sarif
        r'\[\n(?:\]|\{"description": ")',  # gitlab
        r"<\?xml [^\n]*\n<(?:testsuites name=\"gdlint\">|checkstyle [^\n]*\n<!-- gdlint -->)",  # junit, checkstyle
        r"gdlint: [^\n]+\n",  # its last line, where there are no findings
        r"[^\n]+(?:：已改 [0-9]+ 个，仍有|：首次没有这份报告|: [0-9]+ fixed, [0-9]+ left|: not among the first reports)",  # against
        r"<!DOCTYPE html>\n<html [^\n]*\n<head><meta charset=\"utf-8\"><meta name=\"generator\" content=\"gdlint ",  # html
        r"# gdlint [0-9.]+\n\n",  # markdown
        r"退改通知\n\n|检查(?:意见|结果)\n\n[^\n]+：\n\n你单位报送的《|Notice(?: of corrections| of remarks)?\n\nTo ",  # notice
        r"(?:错误 +警告 +提示 +年度 +机关|errors +warnings +infos +year +body) ",  # table
        r"(?:按文件夹\n  错误|by folder\n  errors) ",  # its summary
        rf" *[0-9]+ +[0-9]+  {_RULE} [a-z0-9-]+ \(",  # its statistics, where there is nothing else
        r'\{"schema": [0-9]+, "tool": \{"name": "gdlint"',  # JSON of check
        r'\{"schema": [0-9]+, "files": \[(?:\{"path": |\]\}\n)',  # JSON of extract
        r"path,year,template,body,(?:table,row|cells),[a-z_,]+,line,[a-z_,]*char\r?\n",  # CSV of extract
        r'\{"schema": [0-9]+,\n"(?:files|findings)": ',  # known findings
        r'\{\n "schema": [0-9]+,\n "(?:rules": \[\n  \{\n   |rule": \{\n  )"code": ',  # JSON of rules and of explain
        rf"{_RULE} +[a-z0-9-]+ +{_LEVEL}[ /(]",  # table of rules
        r"## [^\n]+\n\n\| code \| name \| severity \|",  # Markdown of rules
        rf"{_RULE} [a-z0-9-]+ \({_LEVEL}",  # explain
        r"(?:设置文件：|没有设置文件（|settings from |no settings file \()[^\n]+\n\n  schema ",  # config
    ))
)  # fmt: skip

_CHINESE = tuple(
    mark.encode()
    for mark in (": ", "退改通知", "检查意见", "检查结果", "错误  ", "按文件夹", "：已改 ", "：首次没有")
)
"""what the first line holds of an output that begins with a Chinese word or path"""


def is_own_output(head: bytes) -> bool:
    """The first `HEAD` bytes of a file are those of something that gdlint has written."""
    head = head.removeprefix(BOM_UTF8)
    # A Chinese title, as most reports begin with, needs no pattern.
    first, _, rest = head.partition(b"\n")
    may_be = any(mark in first for mark in _CHINESE) or rest.startswith(b"\n  schema ")
    if head[:1] > b"\x7f" and not may_be:
        return False
    return bool(_BEGINNINGS.match(head.decode("utf-8", "replace")))
