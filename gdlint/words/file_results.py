"""The words that all formats share: severities, why a file cannot be read, why a rule came to no verdict."""

from collections.abc import Mapping

from gdlint.words.fault import Words

SEVERITY: Mapping[str, Words] = {
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "警告", "en": "warning"},
    "info": {"zh": "提示", "en": "info"},
}
PROBLEM: Mapping[str, Words] = {
    "too-large": {"zh": "文件过大：{detail}", "en": "too large: {detail}"},
    "too-many-lines": {"zh": "行数过多：{detail}", "en": "too many lines: {detail}"},
    "large-report": {"zh": "报告或其表格过大", "en": "the report or its tables are too large"},
    "no-access": {"zh": "{detail}", "en": "{detail}"},
    "format": {"zh": "暂不支持 {detail} 格式", "en": "the format {detail} is not supported"},
    "binary": {"zh": "二进制内容", "en": "binary content"},
    "encoding": {"zh": "编码无法识别", "en": "unknown encoding"},
    "extra": {"zh": "还需要：pip install {detail}", "en": "needs: pip install {detail}"},
    "damaged": {"zh": "文件已损坏", "en": "the file is damaged"},
    "encrypted": {"zh": "文件已加密", "en": "the file is encrypted"},
    "many-files": {"zh": "压缩包里文件过多：{detail}", "en": "too many files in the archive: {detail}"},
    "office": {"zh": "需要安装 LibreOffice，或另存为 .docx", "en": "needs LibreOffice, or save it as .docx"},
    "conversion": {
        "zh": "LibreOffice 打不开（损坏或加密）",
        "en": "LibreOffice cannot open it (damaged or encrypted)",
    },
    "reader": {
        "zh": "读取 {detail} 文件的插件出错",
        "en": "the plugin that reads {detail} files failed",
    },
    "no-comments": {
        "zh": "{detail} 格式不能写入批注，请另存为 .docx 或 .md",
        "en": "the format {detail} takes no comments: save it as .docx or .md",
    },
    "changed": {"zh": "文件在检查后有改动", "en": "the file was changed since it was checked"},
    "no-report": {"zh": "不是年度报告", "en": "it is no report"},
    "unpacked": {"zh": "解压后过大：{detail}", "en": "too large when unpacked: {detail}"},
    "scan": {"zh": "没有文字层，是扫描件或图片", "en": "it has no text layer: a scan or a picture"},
    "off-page": {
        "zh": "文字都画在页面以外（度量单位有误）",
        "en": "all of its text is drawn outside of its pages, as in wrong units",
    },
}
"""why a file cannot be read, by `Source.problem`"""
NOT_RUN: Mapping[str, Words] = {
    "figures": {
        "zh": "{n} 处的数值空缺或未能读出，无法判断",
        "en": "{n} cases could not be judged: a figure is blank, unreadable or not there",
    },
    "template": {
        "zh": "不知道报告用的是哪一年的格式，无法判断是否适用",
        "en": "it is not known which form the report has, and so whether the rule applies",
    },
    "year": {
        "zh": "不知道报告年度，无法判断是否适用",
        "en": "the reporting year is not known, and so whether the rule applies",
    },
    "kind": {
        "zh": "从名称看不出是哪一类机关，无法判断是否适用",
        "en": "the name does not tell the kind of body, and so whether the rule applies",
    },
    "work": {
        "zh": "规则包的规则在一份报告上的计算量有上限，已经用完",
        "en": "the rules of packs may take so many steps on a report, and they were used up",
    },
    "region": {
        "zh": "不知道是哪里的机关，无法判断是否适用",
        "en": "the body is not known, and so whether the rule applies",
    },
}
"""why a rule came to no verdict, by `NotRun.reason`"""
