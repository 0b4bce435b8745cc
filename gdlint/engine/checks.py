"""A definition made ready to run: every expression resolved against the forms and compiled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from gdlint.engine.definition import CaseForm, Definition, RuleError
from gdlint.lang import patterns
from gdlint.lang.cases import encoded, of_cells, texts
from gdlint.lang.compiler import Compiler
from gdlint.lang.context import Case, Context, PlacedCase
from gdlint.lang.errors import ExpressionError, nearest
from gdlint.lang.logic import Getter
from gdlint.lang.messages import Message, Parts, compile_message
from gdlint.lang.names import CELL
from gdlint.lang.nodes import Name, Node, names_in
from gdlint.lang.places import PLACES, place_of
from gdlint.lang.scopes import SCOPES
from gdlint.lang.sums import Cells
from gdlint.model.finding import Spot
from gdlint.model.form import Forms
from gdlint.model.rule import Rule

MOST_MATCHES = 1000
"""of one pattern in one report; more of the same tell nobody anything, and a hostile text could hold millions"""

LONGEST_SENTENCE = 500
"""characters on either side of a match"""

Spotter = Callable[[Case], tuple[Spot, ...]]


class Check(NamedTuple):
    """One `CaseForm`, compiled."""

    scope: str
    table: str | None
    form: CaseForm
    when: Getter | None
    lets: tuple[tuple[str, Getter], ...]
    check: Getter | None
    spots: Spotter | None
    severity: tuple[tuple[Getter | None, str], ...]
    message: Mapping[str, Message]
    by_class: bool
    """the check looks at nothing but what is printed in a cell, so that cells with equal content are judged at once"""


class Ready(NamedTuple):
    """A rule that can run."""

    definition: Definition
    checks: tuple[Check, ...]

    @property
    def rule(self) -> Rule:
        """Its face."""
        return self.definition.rule


class Messages(dict[str, Message]):
    """The messages of a check by language, each compiled when it is first needed."""

    def __init__(self, parts: Mapping[str, Parts], compiler: Compiler) -> None:
        super().__init__()
        self.parts = parts
        self.compiler = compiler

    def __missing__(self, language: str) -> Message:
        self[language] = compile_message(self.parts[language], self.compiler, language)
        return self[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.parts)


def prepare(definition: Definition, forms: Forms, *, thorough: bool = True) -> Ready:
    """Compile a definition. Where that was done before (`thorough` is false), messages wait until they are needed.

    Raises `RuleError` for names that do not exist, wrong types, and patterns that RE2 does not take.
    """
    several = len(definition.cases) > 1
    checks = [
        _check(form, forms, definition.template, ("cases", n) if several else (), thorough)
        for n, form in enumerate(definition.cases)
    ]
    return Ready(definition, tuple(checks))


@contextmanager
def _at(*path: str | int) -> Iterator[None]:
    """What is wrong with an expression is wrong at the key that it was written behind."""
    try:
        yield
    except ExpressionError as error:
        raise RuleError(error.message, path) from None


def _check(
    form: CaseForm, forms: Forms, template: int | None, path: tuple[str | int, ...], thorough: bool
) -> Check:
    if form.each not in SCOPES:
        raise RuleError(f"`each` is one of {', '.join(SCOPES)}{nearest(form.each, SCOPES)}", (*path, "each"))
    if form.table and not SCOPES[form.each].in_table:
        raise RuleError(f"`each: {form.each}` is not in a table", (*path, "each"))
    for key, pattern in (("find", form.find), ("unless", form.unless)):
        with _at(*path, key):
            patterns.compiled(pattern or "")
    compiler = Compiler(forms, form.each, form.table, template=template)
    lets = []
    for name, node in form.lets:
        with _at(*path, "let", name):
            compiled = compiler.compile(node)
        lets.append((name, compiled.get))
        compiler.lets[name] = compiled.type
    with _at(*path, "when"):
        when = _truth(compiler, form.when)
    with _at(*path, "check"):
        check = _truth(compiler, form.check)
    with _at(*path, "at"):
        spots = _spotter(compiler, form.at)
    with _at(*path, "severity"):
        severity = tuple((_truth(compiler, node), level) for node, level in form.severity)
    message: Mapping[str, Message] = Messages(form.message, compiler)
    if thorough:
        with _at(*path, "message"):
            message = {language: message[language] for language in message}
    pure = form.each == "cell" and not form.lets and names_in(form.when, form.check) <= set(CELL)
    return Check(form.each, form.table, form, when, tuple(lets), check, spots, severity, message, pure)


def _truth(compiler: Compiler, node: Node | None) -> Getter | None:
    if node is None:
        return None
    compiled = compiler.compile(node)
    if compiled.type != "truth":
        raise ExpressionError(f"expected a condition, not a {compiled.type}")
    return compiled.get


def _spotter(compiler: Compiler, nodes: Sequence[Node]) -> Spotter | None:
    if not nodes:
        return None
    if isinstance(nodes[0], Name) and nodes[0].name in PLACES and nodes[0].name not in compiler.figure_keys():
        name = nodes[0].name
        return lambda case: place_of(name, case)
    for node in nodes:
        if isinstance(node, Name) and not SCOPES[compiler.scope].figures:
            raise ExpressionError(f"no place {node.name!r}{nearest(node.name, PLACES)}")
    cells = [compiler.cells(node) for node in nodes]
    return lambda case: _cell_spots(case, cells)


def _cell_spots(case: Case, cells: Sequence[Cells]) -> tuple[Spot, ...]:
    spots = []
    for named in cells:
        for (row, column), figure in zip(named.places(case), named.figures(case), strict=True):
            if figure:
                spots.append(Spot(figure.start, figure.end, row, column))
    return tuple(spots) or case.spots


def cases_of(
    check: Check, context: Context, known: dict[tuple[str, str | None], list[Case]]
) -> Sequence[Case]:
    """The cases of a check in a report; `known` keeps those of each scope for the next rule."""
    if check.form.find:
        return list(_matches(check.form, context))
    key = (check.scope, check.table)
    if key not in known:
        if check.scope == "cell":
            # There are too many cells to make them all for a rule that looks at one table.
            known[key] = list(of_cells(context, check.table))
        else:
            whole = known.get((check.scope, None)) or list(SCOPES[check.scope].cases(context))
            known[check.scope, None] = whole
            if check.table is not None:
                known[key] = [case for case in whole if case.table == check.table]
    return known[key]


def look_ahead(checks: Iterable[Check], context: Context) -> None:
    """Find out in one pass over each place whether any pattern can match there at all."""
    wanted: dict[tuple[str, ...], list[str]] = {}
    for check in checks:
        if check.form.find:
            wanted.setdefault(check.form.places, []).append(check.form.find)
    for places, finds in wanted.items():
        context.possible[places] = patterns.any_can_match(tuple(finds), encoded(context, places))


def _matches(form: CaseForm, context: Context) -> Iterator[Case]:
    if form.find is None or not (context.is_report or "source" in form.places):
        return
    if not context.possible[form.places]:
        return
    number = 0
    for place, text, offset in texts(context, form.places):
        for start, end in patterns.matches(form.find, text):
            number += 1
            if number > MOST_MATCHES:
                return
            sentence = _sentence(text, start, end)
            if form.unless and patterns.found(form.unless, sentence):
                continue
            spot = Spot(offset + start, offset + end)
            yield PlacedCase(context, (text[start:end], sentence), ("text", place, str(spot.start)), spot)


def _sentence(text: str, start: int, end: int) -> str:
    first, last = max(0, start - LONGEST_SENTENCE), end + LONGEST_SENTENCE
    begin = max(first, *(text.rfind(mark, first, start) + 1 for mark in "。；\n"))
    ends = [place for mark in "。；\n" if (place := text.find(mark, end, last)) >= 0]
    return text[begin : min([*ends, last])]
