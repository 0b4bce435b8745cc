"""What plugins hand in, held against what the interface demands of it, so that a mistake is told where it was made."""

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from gdlint.lexicon.likeness import one_edit_apart
from gdlint.lexicon.suggestions import nearest
from gdlint.plugins.contract_faults import are, fail, is_number
from gdlint.plugins.reporting import CALLED, COMMANDS, Reporter
from gdlint.plugins.types import Function, Judgement, PythonRule, Reader

TYPES = (
    "text",
    "number",
    "truth",
    "date",
    "list",
    "list of text",
    "list of number",
    "list of date",
    "list of truth",
)
"""what a function of the rule language takes and gives"""


def items_of(items: Any, kind: type) -> list[Any]:
    """What a hook returned, as a list. Raises `TypeError` for what is no list, and for items that are of another kind."""
    if isinstance(items, kind) or not isinstance(items, Iterable):
        fail("no-items", kind=kind.__name__, found=type(items).__name__)
    found = list(items)
    for item in found:
        if not isinstance(item, kind):
            raise TypeError(f"expected {kind.__name__}, not {type(item).__name__}")
    return found


def rules_of(items: Any) -> list[PythonRule]:
    """The rules that a hook returned. Raises `FaultError`, and `TypeError` for anything else."""
    found: list[PythonRule] = items_of(items, PythonRule)
    for rule in found:
        if not callable(rule.check):
            fail("no-function", name=f"PythonRule.check ({rule.code})", found=type(rule.check).__name__)
    return found


def functions_of(items: Any) -> Mapping[str, Function]:
    """The functions that a hook returned, by name. Raises `FaultError`, and `TypeError` for anything but functions."""
    if not isinstance(items, Mapping):
        fail("no-mapping-of", kind="Function", found=type(items).__name__)
    items_of(items.values(), Function)
    for name, function in items.items():
        _check_function(str(name), function)
    return items


def _check_function(name: str, function: Function) -> None:
    """Raise `FaultError` for a function that no rule could call."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        fail("function-name", name=name)
    if not are(function.arguments, str):
        fail("wrong-field", name=f"Function.arguments ({name})", found=repr(function.arguments))
    for kind in (*function.arguments, function.result):
        if kind not in TYPES:
            fail(
                "no-type",
                name=name,
                found=repr(kind),
                known=", ".join(TYPES),
                near=nearest(str(kind), TYPES) or "",
            )
    if not callable(function.call):
        fail("no-function", name=f"Function.call ({name})", found=type(function.call).__name__)


def paths_of(items: Any) -> list[Path]:
    """The folders or files that a hook returned. Raises `FaultError`, and `TypeError` for what is no path."""
    if isinstance(items, str | Path) or not isinstance(items, Iterable):
        fail("no-items", kind="Path", found=type(items).__name__)
    return [Path(item) for item in items]


def check_hooks(plugin: Any, known: Collection[str]) -> None:
    """Raise `FaultError` where a plugin implements a hook that there is not."""
    for name in dir(plugin):
        options = getattr(getattr(plugin, name, None), "gdlint_impl", None)
        if not isinstance(options, dict) or options["optionalhook"]:
            continue
        called = options["specname"] or name
        if called not in known:
            hooks = [hook for hook in known if hook.startswith("gdlint_")]
            fail("no-hook", name=called, near=nearest(called, hooks) or "")


def readers_of(items: Any) -> list[Reader]:
    """The readers that a hook returned. Raises `FaultError`, and `TypeError` for anything else."""
    found: list[Reader] = items_of(items, Reader)
    for reader in found:
        suffixes: Any = reader.suffixes
        wrong = isinstance(suffixes, str) or not all(_is_suffix(suffix) for suffix in suffixes)
        if wrong:
            fail("reader-suffixes", name=reader.name, found=repr(suffixes))
        if not callable(reader.read):
            fail("no-function", name=f"Reader.read ({reader.name})", found=type(reader.read).__name__)
        if reader.sniff is not None and not callable(reader.sniff):
            fail("no-function", name=f"Reader.sniff ({reader.name})", found=type(reader.sniff).__name__)
    return found


def reporters_of(items: Any) -> list[type[Reporter]]:
    """The formats that a hook returned. Raises `FaultError`, and `TypeError` for anything but classes with a name."""
    if isinstance(items, type) or not isinstance(items, Iterable):
        fail("no-items", kind="type[Reporter]", found=getattr(items, "__name__", type(items).__name__))
    found = list(items)
    for item in found:
        if not (
            isinstance(item, type) and issubclass(item, Reporter) and item.name and isinstance(item.name, str)
        ):
            raise TypeError(f"expected a class of Reporter with a name, not {item!r}"[:200])
        if not _is_suffix(item.suffix):
            fail("reporter-suffix", name=item.name, found=repr(item.suffix))
        if not are(item.commands, str) or not set(item.commands) <= set(COMMANDS):
            fail("reporter-commands", name=item.name, known=", ".join(COMMANDS), found=repr(item.commands))
        _check_methods(item)
    return found


def _check_methods(reporter: type[Reporter]) -> None:
    """Raise `FaultError` for a method that nobody calls: it is called like one that a run calls, but for a slip of the pen, and the
    format does not have that one."""
    own = {name for part in reporter.__mro__[: reporter.__mro__.index(Reporter)] for name in vars(part)}
    for name in sorted(own - {*CALLED}):
        for method in CALLED:
            if method not in own and _is_slip(name, method) and callable(getattr(reporter, name)):
                fail("no-method", name=reporter.name, method=name, near=method)


def _is_slip(name: str, method: str) -> bool:
    """A letter is wrong, missing or too many, behind the first one, letters changed places, or capital ones are small."""
    name = name.lower()
    return name[0] == method[0] and (one_edit_apart(name, method) or sorted(name) == sorted(method))


def check_judgement(judgement: Judgement) -> None:
    """Raise `FaultError` for a judgement whose truth, place, subject or values are of the wrong kind."""
    held: tuple[tuple[str, Any, bool], ...] = (
        ("truth", judgement.truth, judgement.truth is None or isinstance(judgement.truth, bool)),
        ("start", judgement.start, is_number(judgement.start)),
        ("end", judgement.end, is_number(judgement.end)),
        ("message", judgement.message, isinstance(judgement.message, Mapping)),
        ("subject", judgement.subject, are(judgement.subject, str)),
        ("values", judgement.values, isinstance(judgement.values, Mapping)),
    )
    for name, value, is_right in held:
        if not is_right:
            fail("wrong-field", name=f"Judgement.{name}", found=repr(value))
    for key in judgement.values:
        if any(f"{{{key}}}" in str(text) for text in judgement.message.values()):
            fail("message-no-template", field=f"{{{key}}}")


def _is_suffix(suffix: Any) -> bool:
    return isinstance(suffix, str) and len(suffix) > 1 and suffix[0] == "."
