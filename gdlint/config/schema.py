"""The keys of a settings file and what their values must be: data, and the one function that checks it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from gdlint.config.entries import Keys, entries
from gdlint.config.errors import ConfigError
from gdlint.config.globs import problem_of
from gdlint.config.tree import Tree
from gdlint.lexicon.suggestions import nearest

Merge = str
"""how a later value meets an earlier one: it `replaces` it, or they are `merged` key by key"""


class SettingKind(NamedTuple):
    """What a value must be, in words, and how it is checked; `merge` says how it meets an earlier one."""

    zh: str
    en: str
    fits: Callable[[Any], bool]
    merge: Merge = "replaces"


class Key(NamedTuple):
    """A key of a settings file: its kind, what it is for, and the values it is limited to."""

    kind: str
    zh: str
    en: str
    choices: tuple[Any, ...] = ()


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _is_words(value: Any) -> bool:
    both = isinstance(value, dict) and set(value) == {"zh", "en"} and all(map(_is_text, value.values()))
    return both or _is_text(value)


def _is_map_of(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, dict) and all(_is_text(key) and fits(item) for key, item in value.items())


KINDS: Mapping[str, SettingKind] = {
    "truth": SettingKind("true 或 false", "true or false", lambda value: isinstance(value, bool)),
    "text": SettingKind("文字", "a text", _is_text),
    "number": SettingKind("整数", "a whole number", _is_number),
    "year": SettingKind("2008 至 2100 的整数", "a year from 2008 to 2100", lambda v: _is_number(v) and 2008 <= v <= 2100),
    "form": SettingKind("auto 或格式的名称", "auto or the name of a form", lambda value: _is_text(value) or _is_number(value)),
    "texts": SettingKind("文字的列表", "a list of texts", _is_texts),
    "globs": SettingKind("文件名模式的列表", "a list of globs", _is_texts),
    "map": SettingKind("“键: 值”", "a mapping", _is_map),
    "words": SettingKind("文字，或 zh 和 en 两种文字", "a text, or a text in zh and in en", _is_words),
    "years": SettingKind("起止两个年份的列表", "a list of two years", lambda value: isinstance(value, list)),
    "levels": SettingKind("“规则: 级别”", "a mapping of rules to levels", lambda v: _is_map_of(v, _is_text), "merged"),
    "options": SettingKind("“规则: {选项: 值}”", "a mapping of rules to options", lambda v: _is_map_of(v, _is_map), "merged"),
    "ignores": SettingKind("“文件名模式: [规则]”", "a mapping of globs to lists of rules", lambda v: _is_map_of(v, _is_texts), "merged"),
}  # fmt: skip

LEVELS = ("error", "warning", "info")
DRAFT = "draft"
PROFILES = (DRAFT, "final")
"""what a report is to be taken for; who says nothing means one that is to be published"""

KEYS: Mapping[str, Key] = {
    "schema": Key("number", "本文件的格式版本", "version of this format"),
    "root": Key("truth", "上级文件夹的配置不再起作用", "the search for a configuration ends here"),
    "extends": Key("text", "先读的另一个配置文件", "another file that is read first"),
    "requires": Key("text", "需要的 gdlint 版本", "the versions of gdlint that it needs"),
    "select": Key("texts", "运行的规则", "rules that run"),
    "ignore": Key("texts", "不运行的规则", "rules that do not run"),
    "locked": Key("texts", "不能用注释或基线忽略的规则", "rules that no comment and no baseline silences"),
    "severity": Key("levels", "规则的级别", "levels of rules"),
    "options": Key("options", "规则的选项", "options of rules"),
    "per-file-ignores": Key("ignores", "某些文件不用的规则", "rules that do not run on some files"),
    "exclude": Key("globs", "文件夹中不检查的文件", "files of folders that are not checked"),
    "packs": Key("texts", "规则包：名称、文件夹或 auto", "packs: names, folders, or auto"),
    "region": Key("text", "--pack auto 所用的地区", "the region for --pack auto"),
    "baseline": Key("text", "已知问题的文件", "the file of known findings"),
    "template": Key("form", "表格格式", "the form"),
    "year": Key("year", "报告年度", "the reporting year"),
    "profile": Key(
        "text", "draft：还要填写的只作提示", "draft: what is still to be filled in is an info", PROFILES
    ),
    "fail-on": Key("text", "达到此级别时退出码为 1", "exit with 1 at this level", (*LEVELS, "never")),
}

REPLACED: Mapping[str, str] = {
    "disable": "ignore",
    "enable": "select",
    "extend": "extends",
    "rules": "select, severity, options",
    "pack": "packs",
    "suppress": "baseline",
    "fail_on": "fail-on",
    "per_file_ignores": "per-file-ignores",
}
"""keys that are no longer used, or that users of other linters look for, and what stands in their place"""

OF_CALLS = (
    "min-severity", "format", "lang", "output", "output-dir", "plugin", "include", "body", "fix", "unsafe-fixes", "quiet", "summary",
    "statistics", "no-suppressions",
)  # fmt: skip
"""options of the command line that settings files do not have"""

SCHEMA = 1
MOST_VALUES = 3_000
"""in one file"""
LONGEST_TEXT = 1_000
"""characters"""


def check(
    tree: Tree, keys: Mapping[str, Key], replaced: Mapping[str, str], needed: tuple[str, ...] = ()
) -> Mapping[str, Any]:
    """The data of a tree, once it is known that each key exists and each value is of its kind.

    Raises `ConfigError` for the first mistake.
    """
    data = {} if tree.data is None else tree.data
    if not isinstance(data, dict):
        raise ConfigError(tree.place(), "not-a-mapping")
    _check_size(tree, data)
    for name, value in data.items():
        _check_value(tree, str(name), value, _known(tree, str(name), keys, replaced))
    for name in needed:
        if name not in data:
            raise ConfigError(tree.place(), "missing-key", key=name)
    if data.get("schema", SCHEMA) > SCHEMA:
        raise ConfigError(tree.place("schema"), "schema", value=data["schema"], known=SCHEMA)
    return data


def _check_size(tree: Tree, data: Any) -> None:
    """What settings cost grows with their number, for each rule and each file."""
    number = 0
    waiting: list[tuple[Keys, Any]] = [((), data)]
    while waiting:
        keys, value = waiting.pop()
        number += 1
        if number > MOST_VALUES:
            raise ConfigError(tree.place(*keys), "too-many-values", limit=MOST_VALUES)
        if isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise ConfigError(tree.place(*keys), "text-too-long", limit=LONGEST_TEXT)
        waiting += entries(keys, value)


def _known(tree: Tree, name: str, keys: Mapping[str, Key], replaced: Mapping[str, str]) -> Key:
    if name in keys:
        return keys[name]
    if name in replaced:
        raise ConfigError(tree.place(name), "replaced-key", key=name, new=replaced[name])
    if name.replace("_", "-") in OF_CALLS:
        raise ConfigError(tree.place(name), "option-of-calls", key=name, option=name.replace("_", "-"))
    raise ConfigError(tree.place(name), "unknown-key", key=name, near=nearest(name, keys))


def _check_value(tree: Tree, name: str, value: Any, key: Key) -> None:
    kind = KINDS[key.kind]
    if not kind.fits(value):
        raise ConfigError(
            tree.place(name), "wrong-type", key=name, zh=kind.zh, en=kind.en, value=shown(value)
        )
    if key.choices and value not in key.choices:
        _wrong_choice(tree, (name,), value, key.choices)
    if key.kind == "levels":
        for rule, level in value.items():
            if level not in LEVELS:
                _wrong_choice(tree, (name, rule), level, LEVELS)
    for keys, glob in _globs(name, value, key):
        if problem := problem_of(glob):
            raise ConfigError(tree.place(*keys), "bad-glob", glob=shown(glob), **problem)


def _globs(name: str, value: Any, key: Key) -> Iterator[tuple[Keys, str]]:
    if key.kind == "globs":
        yield from (((name, n), glob) for n, glob in enumerate(value))
    elif key.kind == "ignores":
        yield from (((name, glob), glob) for glob in value)


def _wrong_choice(tree: Tree, keys: Keys, value: Any, choices: tuple[Any, ...]) -> None:
    known = ", ".join(map(str, choices))
    near = nearest(str(value), map(str, choices))
    raise ConfigError(
        tree.place(*keys), "wrong-choice", key=keys[-1], value=shown(value), known=known, near=near
    )


def shown(value: Any) -> str:
    """A value as it is quoted in a message: in one line, and not endless."""
    text = str(value).lower() if isinstance(value, bool) else "null" if value is None else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
