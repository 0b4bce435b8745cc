"""Why the cells of a table could not be bound to the official form."""

from collections.abc import Mapping

from gdlint.words.fault import Words

PROBLEMS: Mapping[str, Words] = {
    "short": {"zh": "{n} 个数值对 {width} 列，缺的是哪一列无法确定", "en": "{n} values for {width} columns"},
    "long": {"zh": "{n} 个数值对 {width} 列，多出的是哪一个无法确定", "en": "{n} values for {width} columns"},
    "order": {
        "zh": "无法确定数值属于前一行还是后一行",
        "en": "the values may belong to the row above or below",
    },
    "no-columns": {"zh": "找不到这一行的表头", "en": "no header for this row"},
    "no-label": {"zh": "数值前没有行名", "en": "no row label before the values"},
    "unknown-row": {"zh": "不是官方表格的行", "en": "no row of the official table"},
    "group-row": {"zh": "分组行本身不填数值", "en": "a group label has no values of its own"},
    "duplicate": {"zh": "同一行重复出现，只取第一次", "en": "the row occurs twice, the first counts"},
    "duplicate-table": {"zh": "整张表重复出现，只取第一次", "en": "the table occurs twice, the first counts"},
    "joined": {"zh": "单元格连成一片，未能切分", "en": "cells run together"},
    "no-values": {"zh": "这一行没有任何数值", "en": "the row has no value"},
    "gap": {
        "zh": "数值之间有空格子，无法确定各属哪一列",
        "en": "blank cells between the values, and no cell for each column",
    },
    "unknown-column": {
        "zh": "列名不是官方表格的列，或者重复出现",
        "en": "under no column of the official table, or one of two of a name",
    },
    "left-over": {"zh": "数值不属于任何一行", "en": "figures that stand in no row"},
    "row-number": {"zh": "行的序号", "en": "the number of a row"},
    "page-mark": {"zh": "页码", "en": "a page number"},
}
"""why cells could not be bound"""
