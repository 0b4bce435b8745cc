"""A definition made ready to run: every expression resolved against the forms and compiled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, reduce
from typing import NamedTuple

from gdlint.engine.definition import OF_TEXTS, CaseForm, Definition
from gdlint.engine.rule_fixes import Mend, compile_text
from gdlint.engine.shape import RuleError
from gdlint.expressions.cell_sums import CellGroup
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.form_functions import ONLY_IN, form_named, written_before
from gdlint.expressions.messages import Message, compile_message, field_compiler
from gdlint.expressions.nodes import Call, NameNode, Node, all_of, names_in, steps_of
from gdlint.matching import patterns, search
from gdlint.matching.expression_error import ExpressionError, nearest, short
from gdlint.matching.finders import FINDERS
from gdlint.model.finding import Spot
from gdlint.model.form import Forms
from gdlint.model.logic import UNKNOWN, Getter, both
from gdlint.model.rule import Rule
from gdlint.scopes import claim_cases, claim_topics, text_cases
from gdlint.scopes.captures import captures_of, names_of, spot_of
from gdlint.scopes.cases import of_cells
from gdlint.scopes.context import Case, Context, TextCase
from gdlint.scopes.form_facts import marks_only_in
from gdlint.scopes.names import FACTS
from gdlint.scopes.rule_places import PLACES, first_mark
from gdlint.scopes.scope import SCOPES
from gdlint.scopes.table_names import CELL

Spotter = Callable[[Case], tuple[Spot, ...]]


_OF_CONTENT = CELL.keys() - {"column_text"}
"""names that say the same of all cells with equal content in columns of one type"""

NUMBERED = ("heading", "label")
"""scopes of what is numbered"""

OF_FILES = ("file", "directive")
"""scopes of which there are cases in a file that is no report"""


class Body(NamedTuple):
    """What is done with a case: the expressions of a `CaseForm`, compiled."""

    when: Getter | None
    lets: Mapping[str, Getter]
    check: Getter | None
    spots: Spotter | None
    severity: tuple[tuple[Getter | None, str], ...]
    message: Mapping[str, Message]
    remedy: Mapping[str, Message] = {}
    compiler: Compiler | None = None
    """what its expressions were compiled by; None for a rule in Python"""
    sieve: Getter | None = None
    """what `when` asks of the content of a cell alone, so that equal cells are passed over at once"""
    mend: Callable[[], Mend | None] = lambda: None
    """its fix, compiled when the first finding wants it"""


class Check(NamedTuple):
    """One `CaseForm`, ready to find its cases."""

    scope: str
    table: str | None
    form: CaseForm
    body: Callable[[], Body]
    by_class: bool
    """the check looks at nothing but what is printed in a cell, so that cells with equal content are judged at once"""
    source: Callable[[Context], Sequence[Case]] | None = None
    """where the cases of a rule in Python come from"""
    level: str | None = None
    """the severity of all its cases, where settings say so"""
    steps: int = 0
    """what a case costs; 0 where that is not counted"""


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

    def __init__(self, templates: Mapping[str, str], compiler: Compiler) -> None:
        super().__init__()
        self.templates = templates
        self.compiler = compiler

    @cached_property
    def field(self) -> Callable[[str], Getter]:
        """What compiles the fields."""
        return field_compiler(self.compiler)

    def __missing__(self, language: str) -> Message:
        self[language] = compile_message(self.templates[language], self.field, language)
        return self[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.templates)


def prepare(definition: Definition, forms: Forms, *, thorough: bool = True, counted: bool = False) -> Ready:
    """Make a definition ready. Where that was done before (`thorough` is false), what most reports never need is compiled
    when it is first needed. What the rules of packs do is `counted` (see `gdlint.scopes.work`).

    Raises `RuleError` for names that do not exist, wrong types, and patterns that RE2 does not take.
    """
    several = len(definition.cases) > 1
    checks = [
        _check(form, forms, definition, ("cases", n) if several else (), thorough, counted)
        for n, form in enumerate(definition.cases)
    ]
    return Ready(definition, tuple(checks))


class _At:
    """What is wrong with an expression is wrong at the key that it was written behind."""

    # A class: every rule that is compiled comes here several times, and a generator takes five times as long.
    def __init__(self, *path: str | int) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ExpressionError):
            raise RuleError("as-said", self.path, reason=error.words) from None


def _check(
    form: CaseForm,
    forms: Forms,
    definition: Definition,
    path: tuple[str | int, ...],
    thorough: bool,
    counted: bool,
) -> Check:
    if thorough:
        _check_cases(form, forms, path)
    body = cache(lambda: _body(form, forms, definition, path, thorough, counted))
    if thorough:
        body()
    pure = form.each == "cell" and names_in(form.when, form.check) <= _OF_CONTENT
    return Check(form.each, form.table, form, body, pure, steps=_steps(form) if counted else 0)


def _steps(form: CaseForm) -> int:
    return 1 + steps_of(
        form.when,
        form.check,
        *form.at,
        *(node for _, node in form.lets),
        *(node for node, _ in form.severity),
    )


def _check_cases(form: CaseForm, forms: Forms, path: tuple[str | int, ...]) -> None:
    """What says where the cases come from must be known."""
    if form.each not in SCOPES:
        near = nearest(form.each, SCOPES)
        raise RuleError("unknown-scope", (*path, "each"), known=", ".join(SCOPES), near=near)
    if form.table and not SCOPES[form.each].in_table:
        raise RuleError("not-in-table", (*path, "each"), scope=form.each)
    if form.about is not None:
        _check_about(form, forms, path)
    for key, pattern in (("find", form.find), ("unless", form.unless)):
        with _At(*path, key):
            patterns.check(pattern or "")
    if form.python is not None and form.python not in FINDERS:
        near = nearest(form.python, FINDERS)
        raise RuleError("unknown-finder", (*path, "python"), finder=repr(form.python), near=near)


def _body(
    form: CaseForm,
    forms: Forms,
    definition: Definition,
    path: tuple[str | int, ...],
    thorough: bool,
    counted: bool,
) -> Body:
    compiler = Compiler(
        forms,
        form.each,
        form.table,
        {},
        templates=definition.templates,
        found=names_of(form.find, form.python),
        find=form.find,
        options=definition.options,
        thorough=thorough,
        counted=counted,
        dialect=definition.dialect,
    )
    _check_new_names(compiler, form, definition, path)
    lets = {}
    for name, node in form.lets:
        with _At(*path, "let", name):
            compiled = compiler.compile(node)
        lets[name] = compiled.get
        compiler.lets[name] = compiled.type
    with _At(*path, "when"):
        when = _truth(compiler, form.when)
        sieve = _sieve(compiler, form)
    with _At(*path, "check"):
        check = _truth(compiler, form.check)
    with _At(*path, "at"):
        spots = _spotter(compiler, form.at)
    with _At(*path, "severity"):
        severity = tuple((_truth(compiler, node), level) for node, level in form.severity)
    message, remedy = (
        _messages(compiler, words, (*path, key), thorough)
        for key, words in (("message", form.message), ("remedy", form.remedy))
    )
    mend = cache(lambda: _mend(compiler, form, path))
    if thorough:
        mend()
    return Body(when, lets, check, spots, severity, message, remedy, compiler, sieve, mend)


def _mend(compiler: Compiler, form: CaseForm, path: tuple[str | int, ...]) -> Mend | None:
    """The fix of a case, compiled."""
    fix = form.fix
    if fix is None:
        return None
    with _At(*path, "fix", "replace"):
        text = compile_text(fix.replace, compiler) if fix.replace is not None else None
    with _At(*path, "fix", "at"):
        spots = _spotter_of(compiler, fix.at[0]) if fix.at else None
    with _At(*path, "fix", "when"):
        when = _truth(compiler, fix.when)
    return Mend(text, spots, when, fix.safe, form.each in NUMBERED or form.python == "numbering")


def _sieve(compiler: Compiler, form: CaseForm) -> Getter | None:
    """The parts of `when`, all of which must be true, that look at nothing but the content of a cell."""
    if form.each != "cell" or form.when is None:
        return None
    parts = [_truth(compiler, part) for part in all_of(form.when) if names_in(part) <= _OF_CONTENT]
    return reduce(both, filter(None, parts)) if parts else None


def _messages(
    compiler: Compiler, words: Mapping[str, str], path: tuple[str | int, ...], thorough: bool
) -> Mapping[str, Message]:
    messages = Messages(words, compiler)
    if not thorough:
        return messages
    with _At(*path):
        return {language: messages[language] for language in messages}


def _check_new_names(
    compiler: Compiler, form: CaseForm, definition: Definition, path: tuple[str | int, ...]
) -> None:
    """A capture or an option cannot take a name that means something already."""
    for key, names in (("find", compiler.found), ("options", definition.options)):
        for name in names:
            taken = SCOPES[form.each].fields.get(name) or FACTS.get(name)
            if taken:
                where = (*path, key) if key == "find" and form.find else (key,)
                raise RuleError("name-taken", where, name=repr(name), doc=taken.doc)


def _truth(compiler: Compiler, node: Node | None) -> Getter | None:
    if node is None:
        return None
    compiled = compiler.compile(node)
    if compiled.type != "truth":
        from gdlint.words.faults import kind_words

        raise ExpressionError("no-condition", kind=kind_words(compiled.type))
    return compiled.get


def _spotter(compiler: Compiler, nodes: Sequence[Node]) -> Spotter | None:
    if not nodes:
        return None
    spotters = [_spotter_of(compiler, node) for node in nodes]
    if len(spotters) == 1:
        return lambda case: spotters[0](case) or case.spots
    return lambda case: tuple(spot for spotter in spotters for spot in spotter(case)) or case.spots


def _spotter_of(compiler: Compiler, node: Node) -> Spotter:
    """The places of one item of `at`: a capture, a named place, the first column of a form, or cells."""
    if isinstance(node, NameNode) and node.name not in compiler.figure_keys():
        node = written_before(node.name, compiler.forms) or node
    if isinstance(node, Call) and node.function == ONLY_IN:
        return _of_form(form_named(compiler, ONLY_IN, node.arguments))
    if isinstance(node, NameNode) and node.name not in compiler.figure_keys():
        captures = captures_of(compiler.find)
        if compiler.find and node.name in captures:
            return spot_of(node.name)
        if node.name in PLACES:
            place = PLACES[node.name]
            if place.scope not in (None, compiler.scope):
                raise ExpressionError("place-of-scope", place=repr(node.name), scope=place.scope)
            return place.spots
        if not SCOPES[compiler.scope].figures:
            near = nearest(node.name, {*PLACES, *captures})
            raise ExpressionError("unknown-place", place=repr(node.name), near=near)
    cells = compiler.cells(node)
    return lambda case: tuple(_cell_spots(case, cells))


def _of_form(form: Getter) -> Spotter:
    """The first printed column of a form."""

    def spots(case: Case) -> tuple[Spot, ...]:
        name = form(case)
        return () if name is UNKNOWN else first_mark(marks_only_in(case, name))

    return spots


def _cell_spots(case: Case, cells: CellGroup) -> Iterator[Spot]:
    for (row, column), figure in zip(cells.places(case), cells.figures(case), strict=True):
        if figure:
            yield Spot(figure.start, figure.end, row, column)


def _check_about(form: CaseForm, forms: Forms, path: tuple[str | int, ...]) -> None:
    """What claims speak of must be cells of a form."""
    for text in (form.about or "").split(","):
        known = claim_topics.known_topic(text, forms)
        if not known:
            raise RuleError("unknown-topic", (*path, "each"), topic=short(text.strip()))


def cases_of(
    check: Check, context: Context, known: dict[tuple[str, str | None], list[Case]]
) -> Iterable[Case]:
    """The cases of a check in a report; `known` keeps those of each scope for the next rule. Those of
    paragraphs and sentences, of which a report may hold any number, are found as they are asked for."""
    if check.source is not None:
        return check.source(context)
    if check.scope in OF_TEXTS:
        if check.steps:
            _count_texts(check.form, context)
        return _of_texts(check.form, context)
    if not (context.is_report or check.scope in OF_FILES):
        return ()
    if check.form.about is not None:
        return claim_cases.about(claim_cases.claims_of(context), check.form.about, context.report.forms)
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


def excluded_of(check: Check, context: Context) -> Iterator[tuple[Case, str]]:
    """What a check would have looked at, and why it did not: its `unless`, or how a claim was read."""
    form = check.form
    if check.scope in OF_TEXTS and form.unless is not None:
        found = _of_texts(form._replace(unless=None), context)
        yield from ((case, "unless") for case in found if search.found(form.unless, _sentence(case)))
    elif form.about is not None and context.is_report:
        yield from claim_cases.passed_over(claim_cases.claims_of(context), form.about, context.report.forms)


def _of_texts(form: CaseForm, context: Context) -> Iterable[TextCase]:
    """The cases of a rule on running text that its `unless` leaves."""
    if not (context.is_report or "source" in form.places):
        return ()
    if form.find is not None:
        found = text_cases.of_pattern(context, form.find, form.places)
    elif form.python is not None:
        found = text_cases.of_finder(context, form.python, form.places)
    elif form.each == "paragraph":
        found = text_cases.of_paragraphs(context, form.places)
    else:
        found = text_cases.of_sentences(context, form.places)
    unless = form.unless
    left = found if unless is None else _left(found, unless)
    return left if form.each in ("paragraph", "sentence") else list(left)


def _left(found: Iterable[TextCase], unless: str) -> Iterator[TextCase]:
    return (case for case in found if not search.found(unless, _sentence(case)))


def _count_texts(form: CaseForm, context: Context) -> None:
    """Count what it costs to find the cases of a rule on running text, and what excludes some of them."""
    text = context.prose(form.places)
    context.work.spend(search.steps(form.find, text) if form.find is not None else 1 + len(text))
    if form.unless is not None:
        context.work.spend(search.steps(form.unless, text))


def _sentence(case: TextCase) -> str:
    first, last = case.sentence
    return case.passage.text[first:last]
