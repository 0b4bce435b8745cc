"""What is said of many files at once: in a table, in a workbook, against a first run."""

from collections.abc import Mapping

from gdlint.words.fault import Words

MARKDOWN_HEAD: Words = {
    "zh": "| 级别 | 位置 | 规则 | 问题 | 改法 |",
    "en": "| severity | place | rule | finding | fix |",
}
NO_FINDINGS: Words = {"zh": "没有发现问题。", "en": "No findings."}
SUM: Words = {
    "zh": "检查了 {files} 个文件：{error} 个错误，{warning} 个警告，{info} 个提示",
    "en": "{files} file(s) checked: {error} error(s), {warning} warning(s), {info} info(s)",
}
OVERVIEW: Mapping[str, Words] = {
    "error": {"zh": "错误", "en": "errors"},
    "warning": {"zh": "警告", "en": "warnings"},
    "info": {"zh": "提示", "en": "infos"},
    "year": {"zh": "年度", "en": "year"},
    "body": {"zh": "机关", "en": "body"},
    "path": {"zh": "文件", "en": "file"},
    "files": {"zh": "文件", "en": "files"},
    "clean": {"zh": "无问题", "en": "clean"},
    "folder": {"zh": "文件夹", "en": "folder"},
    "by-folder": {"zh": "按文件夹", "en": "by folder"},
    "by-rule": {"zh": "按规则（问题数、文件数）", "en": "by rule (findings, files)"},
    "without": {"zh": "没有问题的文件：{n} 个", "en": "files without findings: {n}"},
    "unread": {"zh": "未能检查的文件：{n} 个", "en": "files that could not be checked: {n}"},
    "twice": {"zh": "同一机关同一年度有多个文件：{n} 组", "en": "several files of one body and year: {n}"},
}
SHEETS: Mapping[str, tuple[Words, Words]] = {
    "findings": (
        {"zh": "问题", "en": "findings"},
        {"zh": "文件,机关,年度,级别,编号,名称,位置,问题,改法,依据", "en": "file,body,year,severity,code,name,place,finding,fix,basis"},
    ),
    "files": (
        {"zh": "汇总", "en": "files"},
        {"zh": "文件,机关,年度,错误,警告,提示,未能检查,最重的问题", "en": "file,body,year,errors,warnings,infos,not checked,gravest"},
    ),
    "rules": (
        {"zh": "按规则", "en": "by rule"},
        {"zh": "编号,名称,问题数,文件数", "en": "code,name,findings,files"},
    ),
}  # fmt: skip
NO_XLSX: Words = {
    "zh": "xlsx 格式需要 XlsxReporter（附加组件 xlsx），没有安装",
    "en": "the format xlsx needs XlsxReporter (the extra xlsx), which is not installed",
}
SECOND_RUN: Words = {
    "zh": "{path}：已改 {fixed} 个，仍有 {left} 个，新出现 {new} 个",
    "en": "{path}: {fixed} fixed, {left} left, {new} new",
}
NOT_IN_FIRST_RUN: Words = {
    "zh": "{path}：首次没有这份报告，有 {new} 个问题",
    "en": "{path}: not among the first reports, {new} finding(s)",
}
MISSING_IN_SECOND_RUN: Words = {
    "zh": "首次有而这次没有的报告：{n} 份",
    "en": "reports of the first time that are missing: {n}",
}
MISSING_FILE: Words = {
    "zh": "{path}：首次有 {error} 个错误、{warning} 个警告",
    "en": "{path}: {error} error(s), {warning} warning(s) the first time",
}
MISSING_WITHOUT: Words = {
    "zh": "另有 {n} 份首次没有错误和警告",
    "en": "{n} more had no errors and no warnings the first time",
}
SECOND_SUM: Words = {
    "zh": "共 {files} 份：{done} 份没有错误和警告了，{part} 份改了一部分，{none} 份没有改，{fresh} 份有新的错误或警告；"
    "问题已改 {fixed} 个，仍有 {left} 个，新出现 {new} 个",
    "en": "{files} report(s): {done} without errors and warnings now, {part} fixed in part, {none} not fixed, "
    "{fresh} with new errors or warnings; {fixed} finding(s) fixed, {left} left, {new} new",
}
CHANGES: Mapping[str, Words] = {
    "fixed": {"zh": "已改", "en": "fixed"},
    "left": {"zh": "仍有", "en": "left "},
    "new": {"zh": "新增", "en": "new  "},
}
