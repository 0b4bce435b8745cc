"""The regular expressions that the bundle keeps compiled: all that a text may need on its way through the rooms."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from gdlint.data import regexcode
from gdlint.engine.checks import Ready
from gdlint.engine.run import run
from gdlint.forms.bind import bind
from gdlint.forms.official_words import vocabulary_of
from gdlint.model import regex
from gdlint.model.form import Forms
from gdlint.readers.text import from_string
from gdlint.syntax.parse import parse

ROOMS = ("lexicon", "syntax", "forms", "claims", "matching", "scopes")
"""what a report comes through; here they are known by name alone"""
BESIDE = ("reporters.own_output", "reporters.safe")
"""modules of other rooms that it meets"""
_REPORT = """索引号：A1 发布机构：青石县云溪镇人民政府
索引号 A1 发布机构 青石县云溪镇人民政府 发布日期 2025-01-20
青石县云溪镇人民政府2024年政府信息公开工作年度报告
一、总体情况
2024年收到政府信息公开申请5件，比上年增加2件。
三、收到和处理政府信息公开申请情况
1.属于国家秘密 0 0 0 0 0 0 0 2.其他法律行政法规禁止公开 0 0 0 0 0 0 0
"""
"""what asks for all words of the forms: those of portals, of headings, of labels that share a line"""


def kept_regexes(rules: Iterable[Ready], forms: Forms) -> dict[str, Any]:
    """The regular expressions of the rooms and of the words of the forms and of claims, compiled, by the engine of this Python."""
    for room in ROOMS:
        package = import_module(f"gdlint.{room}")
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    for name in BESIDE:
        import_module(f"gdlint.{name}")
    # Those that are made of words are made when a report is read.
    run(rules, bind(from_string(_REPORT, "-"), parse(_REPORT, vocabulary_of(forms)), forms))
    return {regexcode.engine(): regexcode.written_out(regex.in_use())}
