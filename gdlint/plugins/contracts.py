"""What plugins hand in, held against what the interface demands of it, so that a mistake is told where it was made."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from gdlint.lexicon.likeness import one_edit_apart
from gdlint.lexicon.suggestions import nearest
from gdlint.model.origin import Located, SourceLines
from gdlint.model.page import Page, StatedCell, StatedGrid
from gdlint.plugins.reporting import CALLED, COMMANDS, Reporter
from gdlint.plugins.types import Function, Judgement, Reader
from gdlint.words.fault import FaultError, fault


def items_of(items: Any, kind: type) -> list[Any]:
    """What a hook returned, as a list. Raises `TypeError` for what is no list, and for items that are of another kind."""
    if isinstance(items, kind) or not isinstance(items, Iterable):
        _fail("no-items", kind=kind.__name__, found=type(items).__name__)
    found = list(items)
    for item in found:
        if not isinstance(item, kind):
            raise TypeError(f"expected {kind.__name__}, not {type(item).__name__}")
    return found


def functions_of(items: Any) -> Mapping[str, Function]:
    """The functions that a hook returned, by name. Raises `FaultError`, and `TypeError` for anything but functions."""
    if not isinstance(items, Mapping):
        _fail("no-mapping-of", kind="Function", found=type(items).__name__)
    items_of(items.values(), Function)
    return items


def paths_of(items: Any) -> list[Path]:
    """The folders or files that a hook returned. Raises `FaultError`, and `TypeError` for what is no path."""
    if isinstance(items, str | Path) or not isinstance(items, Iterable):
        _fail("no-items", kind="Path", found=type(items).__name__)
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
            _fail("no-hook", name=called, near=nearest(called, hooks) or "")


def readers_of(items: Any) -> list[Reader]:
    """The readers that a hook returned. Raises `FaultError`, and `TypeError` for anything else."""
    found: list[Reader] = items_of(items, Reader)
    for reader in found:
        suffixes: Any = reader.suffixes
        wrong = isinstance(suffixes, str) or not all(_is_suffix(suffix) for suffix in suffixes)
        if wrong:
            _fail("reader-suffixes", name=reader.name, found=repr(suffixes))
        if not callable(reader.read):
            _fail("no-function", name=f"Reader.read ({reader.name})", found=type(reader.read).__name__)
        if reader.sniff is not None and not callable(reader.sniff):
            _fail("no-function", name=f"Reader.sniff ({reader.name})", found=type(reader.sniff).__name__)
    return found


def reporters_of(items: Any) -> list[type[Reporter]]:
    """The formats that a hook returned. Raises `FaultError`, and `TypeError` for anything but classes with a name."""
    if isinstance(items, type) or not isinstance(items, Iterable):
        _fail("no-items", kind="type[Reporter]", found=getattr(items, "__name__", type(items).__name__))
    found = list(items)
    for item in found:
        if not (isinstance(item, type) and issubclass(item, Reporter) and item.name):
            raise TypeError(f"expected a class of Reporter with a name, not {item!r}"[:200])
        if not _is_suffix(item.suffix):
            _fail("reporter-suffix", name=item.name, found=repr(item.suffix))
        if not _are(item.commands, str) or not set(item.commands) <= set(COMMANDS):
            _fail("reporter-commands", name=item.name, known=", ".join(COMMANDS), found=repr(item.commands))
        _check_methods(item)
    return found


def _check_methods(reporter: type[Reporter]) -> None:
    """Raise `FaultError` for a method that nobody calls: it is called like one that a run calls, but for a slip of the pen, and the
    format does not have that one."""
    own = {name for part in reporter.__mro__[: reporter.__mro__.index(Reporter)] for name in vars(part)}
    for name in sorted(own - {*CALLED}):
        for method in CALLED:
            if method not in own and _is_slip(name, method) and callable(getattr(reporter, name)):
                _fail("no-method", name=reporter.name, method=name, near=method)


def _is_slip(name: str, method: str) -> bool:
    """A letter is wrong, missing or too many, behind the first one, or letters changed places."""
    return name[0] == method[0] and (one_edit_apart(name, method) or sorted(name) == sorted(method))


def check_judgement(judgement: Judgement) -> None:
    """Raise `FaultError` for a judgement whose truth, place, subject or values are of the wrong kind."""
    held: tuple[tuple[str, Any, bool], ...] = (
        ("truth", judgement.truth, judgement.truth is None or isinstance(judgement.truth, bool)),
        ("start", judgement.start, _is_number(judgement.start)),
        ("end", judgement.end, _is_number(judgement.end)),
        ("message", judgement.message, isinstance(judgement.message, Mapping)),
        ("subject", judgement.subject, _are(judgement.subject, str)),
        ("values", judgement.values, isinstance(judgement.values, Mapping)),
    )
    for name, value, is_right in held:
        if not is_right:
            _fail("wrong-field", name=f"Judgement.{name}", found=repr(value))


def check_page(page: Page) -> None:
    """Raise `FaultError` for a page whose text, tables or origin do not fit each other."""
    if not isinstance(page.text, str):
        _fail("wrong-field", name="Page.text", found=repr(page.text))
    if not _are(page.grids, StatedGrid):
        _fail("wrong-field", name="Page.grids", found=repr(page.grids))
    for grid in page.grids:
        _check_grid(page.text, grid)
    if page.origin is not None:
        _check_origin(page.origin)
    if not isinstance(page.facts, Mapping) or not _are((*page.facts, *page.facts.values()), str):
        _fail("wrong-field", name="Page.facts", found=repr(page.facts))


def check_reason(problem: Any, known: Collection[str]) -> None:
    """Raise `FaultError` for a reason for which a file cannot be read that is none."""
    if problem not in known:
        near = nearest(str(problem), known) or ""
        _fail("no-reason", found=repr(problem), known=", ".join(known), near=near)


def _check_grid(text: str, grid: StatedGrid) -> None:
    if not _are(grid.cells, StatedCell):
        _fail("wrong-field", name="StatedGrid.cells", found=repr(grid.cells))
    begins = _is_number(grid.start) and grid.start >= 0 and text[grid.start - 1 : grid.start] in ("", "\n")
    if not begins or not _is_number(grid.end) or not grid.start <= grid.end <= len(text):
        _fail("grid-place", start=repr(grid.start), end=repr(grid.end), length=len(text))
    for cell in grid.cells:
        right = (
            all(map(_is_number, cell))
            and min(cell.row, cell.column) >= 0
            and min(cell.rows, cell.columns) >= 1
        )
        if not right or not grid.start <= cell.start <= cell.end <= grid.end:
            _fail("cell-place", cell=repr(cell), start=grid.start, end=grid.end)


def _check_origin(origin: Any) -> None:
    if not isinstance(origin, SourceLines | Located):
        _fail("wrong-field", name="Page.origin", found=repr(origin))
    name = type(origin).__name__
    other = origin.offsets if isinstance(origin, SourceLines) else origin.locations
    if len(origin.starts) != len(other) or not _ascends(origin.starts):
        _fail("origin-starts", name=name, starts=len(origin.starts), others=len(other))
    if isinstance(origin, SourceLines) and not (origin.line_starts and _ascends(origin.line_starts)):
        _fail("wrong-field", name="SourceLines.line_starts", found=repr(origin.line_starts))


def _ascends(numbers: Sequence[Any]) -> bool:
    return all(map(_is_number, numbers)) and all(one <= other for one, other in pairwise(numbers))


def _is_suffix(suffix: Any) -> bool:
    return isinstance(suffix, str) and len(suffix) > 1 and suffix[0] == "."


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _are(items: Any, kind: type) -> bool:
    return isinstance(items, tuple | list) and all(isinstance(item, kind) for item in items)


def _fail(key: str, **fields: object) -> NoReturn:
    raise FaultError(fault(key, {**fields}))
