"""Rules for people and programs: the table, the JSON and the Markdown of `gdlint rules`, and the page of `gdlint explain`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gdlint.reporters.safe import markdown_cell
from gdlint.reporters.width import width
from gdlint.reporters.words import SEVERITY
from gdlint.words.fault import Words

SCHEMA = 1

GROUPS: Mapping[str, Words] = {
    "GD0": {"zh": "文件本身", "en": "the file as such"},
    "GD1": {"zh": "标题和结构", "en": "title and sections"},
    "GD2": {"zh": "格式版本和引用", "en": "the right form for the year"},
    "GD3": {"zh": "表格：形状、名称、单元格", "en": "tables: shape, labels and cells"},
    "GD4": {"zh": "表内算术", "en": "arithmetic"},
    "GD5": {"zh": "文字与表格、文字中的算术", "en": "text against tables, arithmetic in text"},
    "GD6": {"zh": "年份、期限、日期", "en": "year, period and date"},
    "GD7": {"zh": "用语", "en": "wording"},
    "GD8": {"zh": "权限、合理性、收费、隐私", "en": "competence, plausibility, fees, privacy"},
    "GD9": {"zh": "跨报告", "en": "across reports"},
}
"""what the groups of codes are about"""

_KINDS: Mapping[str, Words] = {
    "town": {"zh": "乡镇", "en": "towns"},
    "street": {"zh": "街道办事处", "en": "street offices"},
    "department": {"zh": "部门", "en": "departments"},
    "county": {"zh": "县级政府", "en": "county governments"},
    "city": {"zh": "市级政府", "en": "city governments"},
    "province": {"zh": "省级政府", "en": "provincial governments"},
    "other": {"zh": "其他机构", "en": "other bodies"},
}
_WORDS: Mapping[str, Words] = {
    "off": {"zh": "默认不运行", "en": "off"},
    "not-run": {"zh": "不运行", "en": "off"},
    "owner": {"zh": "出自", "en": "from"},
    "pack": {"zh": "规则包 {name} {version}", "en": "the pack {name} {version}"},
    "plugin": {"zh": "插件 {name} {version}", "en": "the plugin {name} {version}"},
    "runs": {"zh": "运行", "en": "runs"},
    "yes": {"zh": "是", "en": "yes"},
    "no": {"zh": "否", "en": "no"},
    "own": {"zh": "规则自身的默认", "en": "by its own default"},
    "call": {"zh": "命令行", "en": "command line"},
    "taken": {"zh": "由 {selector} 代替", "en": "{selector} stands in its place"},
    "changed": {"zh": "设置改动", "en": "changed by settings"},
    "instead": {"zh": "{key} 原为 {own}（{origin}）", "en": "{key}, its own is {own} ({origin})"},
    "unsure": {"zh": "（非强制要求）", "en": " (not required)"},
    "basis": {"zh": "依据", "en": "basis"},
    "applies": {"zh": "适用", "en": "applies to"},
    "all": {"zh": "所有报告", "en": "all reports"},
    "template": {"zh": "{} 年格式", "en": "the {} form"},
    "years": {"zh": "{} 年度", "en": "years {}"},
    "mend": {"zh": "改法", "en": "mend"},
    "yields": {"zh": "让位于", "en": "silent where one of these has spoken"},
    "derives": {"zh": "派生自", "en": "made from"},
    "options": {"zh": "选项", "en": "options"},
    "state": {"zh": "状态", "en": "state"},
    "since": {"zh": "自版本", "en": "since"},
    "good": {"zh": "正确的例子", "en": "right"},
    "bad": {"zh": "错误的例子", "en": "wrong"},
    "silent": {"zh": "不作判断的例子", "en": "not judged"},
    "form": {
        "zh": "与一份全填 0 的完整报告的不同之处",
        "en": "how the report differs from a whole form filled with 0",
    },
    "none": {"zh": "（完整的报告，没有不同）", "en": "(the whole form as it is)"},
    "silence": {"zh": "不检查这一项", "en": "not to check this"},
    "and": {"zh": "、", "en": ", "},
    "colon": {"zh": "：", "en": ": "},
}


def severity_words(rule: Mapping[str, Any], language: str) -> str:
    """The severities that a rule may have, and whether it is off."""
    levels = _levels(rule["severity"], language)
    off = _WORDS["not-run" if rule["why"]["key"] else "off"][language]
    return levels if rule["on"] else f"{levels} ({off})"


def _levels(levels: Sequence[str], language: str) -> str:
    return "/".join(SEVERITY[level][language] for level in levels)


def why_words(rule: Mapping[str, Any], language: str) -> str:
    """Which setting decided whether a rule runs, and where it was written; "" where none did."""
    key, selector, origin = (rule["why"][name] for name in ("key", "selector", "origin"))
    if key == "derives":
        return _WORDS["taken"][language].format(selector=selector)
    return " ".join(filter(None, (key, selector, origin or _WORDS["call"][language]))) if key else ""


def changed_words(rule: Mapping[str, Any], language: str) -> Iterator[str]:
    """What the settings changed of a rule: the key, its own value, and where the other one was written."""
    for item in rule["changed"]:
        own = _levels(item["own"], language) if item["key"] == "severity" else item["own"]
        yield _WORDS["instead"][language].format(
            key=item["key"], own=own, origin=item["origin"] or _WORDS["call"][language]
        )


def owner_words(rule: Mapping[str, Any], language: str) -> str:
    """The pack or plugin that a rule belongs to; "" for those of gdlint itself."""
    owner = rule["owner"]
    return _WORDS[owner["kind"]][language].format(**owner).rstrip() if owner["kind"] != "gdlint" else ""


def table_lines(rules: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """One line a rule: code, name, severity, title, and what settings decided; wide characters count twice."""
    rows = [(rule["code"], rule["name"], severity_words(rule, language)) for rule in rules]
    widths = [max((width(row[n]) for row in rows), default=0) for n in range(3)]
    for row, rule in zip(rows, rules, strict=True):
        cells = [text + " " * (size - width(text)) for text, size in zip(row, widths, strict=True)]
        decided = ["" if rule["on"] else why_words(rule, language), *changed_words(rule, language)]
        said = "; ".join(filter(None, decided))
        yield "  ".join([*cells, rule["title"][language], *([f"[{said}]"] if said else [])])


def markdown_lines(rules: Sequence[Mapping[str, Any]], language: str) -> Iterator[str]:
    """The rules as tables, one a group of built-in ones, one a pack or plugin."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for rule in rules:
        heading = owner_words(rule, language) or rule["code"][:3]
        groups.setdefault(heading, []).append(rule)
    for heading in sorted(groups, key=lambda name: (name not in GROUPS, name)):
        yield from (f"## {heading} {GROUPS.get(heading, {}).get(language, '')}".rstrip(), "")
        yield "| code | name | severity | title | basis |"
        yield "|---|---|---|---|---|"
        for rule in groups[heading]:
            cells = (rule["code"], f"`{rule['name']}`", severity_words(rule, language), rule["title"][language],
                     _basis(rule, language))  # fmt: skip
            yield "| " + " | ".join(map(markdown_cell, cells)) + " |"
        yield ""


def _basis(rule: Mapping[str, Any], language: str) -> str:
    return str(rule["basis"]) + ("" if rule["sure"] else _WORDS["unsure"][language])


def applies_words(rule: Mapping[str, Any], language: str) -> str:
    """Where a rule applies, in words."""
    applies = rule["applies"]
    first, last = applies["years"]
    words = [_KINDS[kind][language] for kind in applies["kinds"]] + list(applies["regions"])
    if applies["template"]:
        named = applies["template"]
        names = ", ".join(map(str, named)) if isinstance(named, list) else named
        words.insert(0, _WORDS["template"][language].format(names))
    if first or last:
        words.insert(0, _WORDS["years"][language].format(f"{first or ''}–{last or ''}"))
    return _WORDS["and"][language].join(words) or _WORDS["all"][language]


def face_lines(rule: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """What there is to say of a rule, each with its heading."""
    runs = _WORDS["yes" if rule["on"] else "no"][language]
    reason = why_words(rule, language) or ("" if rule["on"] else _WORDS["own"][language])
    facts = (
        ("owner", owner_words(rule, language)),
        ("runs", f"{runs} ({reason})" if reason else ""),
        ("changed", _WORDS["and"][language].join(changed_words(rule, language))),
        ("applies", applies_words(rule, language)),
        ("basis", _basis(rule, language)),
        ("mend", rule["help"][language]),
        ("yields", _WORDS["and"][language].join(rule["yields_to"])),
        ("derives", rule["derives"] or ""),
        (
            "options",
            _WORDS["and"][language].join(f"{name} = {value}" for name, value in rule["options"].items()),
        ),
        ("state", "" if rule["state"] == "stable" else rule["state"]),
        ("since", rule["since"] or ""),
    )
    yield from ((_WORDS[key][language], value) for key, value in facts if value)


def head_lines(rule: Mapping[str, Any], language: str) -> Iterator[str]:
    """The name of a rule and what it demands, with an empty line behind."""
    yield f"{rule['code']} {rule['name']} ({severity_words(rule, language)})"
    yield f"  {rule['title'][language]}"
    yield ""


def explained_lines(
    rule: Mapping[str, Any], examples: Sequence[tuple[str, str, Sequence[str]]], language: str
) -> Iterator[str]:
    """A rule in full. An example is its kind, its changes as YAML, and what the rule says of it."""
    colon = _WORDS["colon"][language]
    yield from head_lines(rule, language)
    yield from (f"{heading}{colon}{value}" for heading, value in face_lines(rule, language))
    for kind, changes, messages in examples:
        yield ""
        yield f"{_WORDS[kind][language]} ({_WORDS['form'][language]}){colon}"
        yield from (f"  {line}" for line in changes.splitlines() or [_WORDS["none"][language]])
        yield from (f"  → {message}" for message in messages)
    yield ""
    yield f"{_WORDS['silence'][language]}{colon}gdlint --ignore {rule['code']} …"


def rules_data(rules: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The JSON of `gdlint rules` (see rule_list.schema.json)."""
    return {"schema": SCHEMA, "rules": [dict(rule) for rule in rules]}
