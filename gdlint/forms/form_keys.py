"""Which keys the files of a form may have, and of what kind their values are."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from gdlint.lexicon.phrases import is_phrase
from gdlint.model.body_kinds import BODY_KINDS
from gdlint.words.fault import Words

Check = Callable[[Any], bool]


def is_text(value: Any) -> bool:
    """A text that says something."""
    return isinstance(value, str) and bool(value)


def _is_name(value: Any) -> bool:
    return is_text(value) or (isinstance(value, int) and not isinstance(value, bool))


def _is_key(value: Any) -> bool:
    """A word by which rules may speak of a section, a row or a column."""
    return is_text(value) and re.fullmatch(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?", value) is not None


def is_list(value: Any) -> bool:
    """A list of anything."""
    return isinstance(value, list)


def is_map(value: Any) -> bool:
    """A mapping to anything."""
    return isinstance(value, dict)


def is_texts(value: Any) -> bool:
    """A list of texts that say something."""
    return isinstance(value, list) and all(map(is_text, value))


def _is_phrases(value: Any) -> bool:
    return is_texts(value) and all(map(is_phrase, value))


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"zh", "en"} and all(map(is_text, value.values()))


def _is_years(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and type(value[0]) is int
        and (value[1] is None or (type(value[1]) is int and value[0] <= value[1]))
    )


def _is_evidence(value: Any) -> bool:
    return is_texts(value) and all(text.startswith(("rows of ", "columns of ")) for text in value)


def is_kind(value: Any) -> bool:
    """A kind of body, or null for one that its name does not tell."""
    return value is None or value in BODY_KINDS


def _is_map_of_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(map(is_texts, value.values()))


def _is_groups(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) <= {"rows", "columns"}
        and all(map(_is_map_of_texts, value.values()))
    )


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_truth(value: Any) -> bool:
    return isinstance(value, bool)


def _is_layout(value: Any) -> bool:
    return bool(value == "one-row")


def _is_scope(value: Any) -> bool:
    return value in ("row", "column")


def _is_type(value: Any) -> bool:
    return value in ("count", "signed", "amount")


KINDS: Mapping[Check, Words] = {
    is_text: {"zh": "文字", "en": "a text"},
    _is_key: {"zh": "小写字母、数字和下划线组成的词，如 in_force", "en": "a word of small letters, digits and low lines, as in_force"},
    _is_name: {"zh": "名称", "en": "a name"},
    is_list: {"zh": "列表", "en": "a list"},
    is_map: {"zh": "“键: 值”", "en": "a mapping"},
    is_texts: {"zh": "文字的列表", "en": "a list of texts"},
    _is_phrases: {"zh": "短语的列表（汉字、(甲|乙|) 和 …）", "en": "a list of phrases (letters, (one|other|) and …)"},
    is_kind: {"zh": "、".join(BODY_KINDS) + " 或 null", "en": ", ".join(BODY_KINDS) + " or null"},
    _is_names: {"zh": "名称的列表", "en": "a list of names"},
    _is_words: {"zh": "{zh: …, en: …}", "en": "{zh: …, en: …}"},
    _is_years: {"zh": "[首年, 末年或 null]", "en": "[first year, last year or null]"},
    _is_evidence: {"zh": "rows of 表 或 columns of 表 的列表", "en": "a list of `rows of TABLE` or `columns of TABLE`"},
    _is_map_of_texts: {"zh": "“键: 文字的列表”", "en": "a mapping of lists of texts"},
    _is_groups: {"zh": "rows、columns 下“组名: 键的列表”", "en": "lists of keys by name, below rows or columns"},
    _is_truth: {"zh": "true 或 false", "en": "true or false"},
    _is_layout: {"zh": "one-row", "en": "one-row"},
    _is_scope: {"zh": "row 或 column", "en": "row or column"},
    _is_type: {"zh": "count、signed 或 amount", "en": "count, signed or amount"},
}  # fmt: skip
"""what a value must be, in words"""
WHOLE = ("section", "name", "columns", "rows")
FORM: Mapping[str, Check] = {
    "derives": _is_name,
    "template": _is_name,
    "label": _is_words,
    "document": is_text,
    "years": _is_years,
    "told_by": _is_evidence,
    "rules_of": _is_names,
    "sample": _is_map_of_texts,
    "hints": _is_map_of_texts,
    "usual": _is_truth,
}
SECTION: Mapping[str, Check] = {
    "key": _is_key,
    "number": is_text,
    "title": is_text,
    "aliases": is_texts,
    "outline": _is_phrases,
}
TABLE: Mapping[str, Check] = {
    "table": is_text,
    "section": is_text,
    "name": _is_words,
    "layout": _is_layout,
    "corner": is_text,
    "stub": is_texts,
    "heads": is_texts,
    "columns": is_list,
    "rows": is_list,
    "parts": is_list,
    "groups": _is_groups,
    "identities": is_list,
    "instead": is_map,
}
PART: Mapping[str, Check] = {"clause": is_text, "rows": is_texts, "columns": is_texts}
IDENTITY: Mapping[str, Check] = {
    "key": is_text,
    "each": _is_scope,
    "left": is_texts,
    "right": is_texts,
}
ROW: Mapping[str, Check] = {"key": _is_key, "label": is_text, "aliases": is_texts}
COLUMN: Mapping[str, Check] = {
    **ROW,
    "type": _is_type,
    "unit": is_text,
}
