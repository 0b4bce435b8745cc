"""A definition made ready to run: every expression resolved against the forms and compiled."""

from collections.abc import Mapping
from functools import reduce
from typing import NamedTuple

from gdlint.engine.case_form import CaseForm
from gdlint.engine.checks import Body, Check, Once, Ready, Spotter
from gdlint.engine.definition import Definition
from gdlint.engine.rule_fixes import Mend, compile_text
from gdlint.engine.shape import RuleError
from gdlint.engine.spotting import spotter, spotter_of
from gdlint.expressions.compiler import Compiler
from gdlint.expressions.messages import Message, Messages
from gdlint.expressions.nodes import Node, all_of, names_in, steps_of
from gdlint.matching.expression_error import ExpressionError, nearest, short
from gdlint.matching.finders import FINDERS
from gdlint.model.form import Forms
from gdlint.model.logic import Getter, both
from gdlint.scopes import claim_topics
from gdlint.scopes.captures import names_of
from gdlint.scopes.report_names import FACTS
from gdlint.scopes.scope import SCOPES
from gdlint.scopes.table_names import CELL

_OF_CONTENT = CELL.keys() - {"column_text"}
"""names that say the same of all cells with equal content in columns of one type"""

NUMBERED = ("heading", "label")
"""scopes of what is numbered"""


def prepare(definition: Definition, forms: Forms, *, thorough: bool = True, counted: bool = False) -> Ready:
    """Make a definition ready. Where that was done before (`thorough` is false), what most reports never need is compiled
    when it is first needed. What the rules of packs do is `counted` (see `gdlint.scopes.context`).

    Raises `RuleError` for names that do not exist, wrong types, and patterns that RE2 does not take.
    """
    how = _Preparing(definition, forms, thorough, counted)
    several = len(definition.cases) > 1
    checks = [_check(form, ("cases", n) if several else (), how) for n, form in enumerate(definition.cases)]
    return Ready(definition.rule, definition, tuple(checks))


class _Preparing(NamedTuple):
    """What is made ready, against which forms, and how: at once (`thorough`), and with its steps `counted`."""

    definition: Definition
    forms: Forms
    thorough: bool
    counted: bool


Path = tuple[str | int, ...]
"""where something stands in a rule"""


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


def _check(form: CaseForm, path: Path, how: _Preparing) -> Check:
    if how.thorough:
        _check_cases(form, how.forms, path)
    body = Once(lambda: _body(form, path, how))
    if how.thorough:
        body.make()
    pure = form.each == "cell" and names_in(form.when, form.check) <= _OF_CONTENT
    return Check(form.each, form.table, form, body, pure, steps=_steps(form) if how.counted else 0)


def _steps(form: CaseForm) -> int:
    return 1 + steps_of(
        form.when,
        form.check,
        *form.at,
        *(node for _, node in form.lets),
        *(node for node, _ in form.severity),
    )


def _check_cases(form: CaseForm, forms: Forms, path: Path) -> None:
    """What says where the cases come from must be known."""
    from gdlint.matching import written_patterns

    if form.each not in SCOPES:
        near = nearest(form.each, SCOPES)
        raise RuleError("unknown-scope", (*path, "each"), known=", ".join(SCOPES), near=near)
    if form.table and not SCOPES[form.each].in_table:
        raise RuleError("not-in-table", (*path, "each"), scope=form.each)
    if form.about is not None:
        _check_about(form, forms, path)
    for key, pattern in (("find", form.find), ("unless", form.unless)):
        with _At(*path, key):
            written_patterns.check(pattern or "")
    if form.python is not None and form.python not in FINDERS:
        near = nearest(form.python, FINDERS)
        raise RuleError("unknown-finder", (*path, "python"), finder=repr(form.python), near=near)


def _body(form: CaseForm, path: Path, how: _Preparing) -> Body:
    definition = how.definition
    compiler = Compiler(
        how.forms,
        form.each,
        form.table,
        {},
        templates=definition.applies.templates,
        found=names_of(form.find, form.python),
        find=form.find,
        options=definition.options,
        thorough=how.thorough,
        counted=how.counted,
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
    message, remedy = (
        _messages(compiler, words, (*path, key), how.thorough)
        for key, words in (("message", form.message), ("remedy", form.remedy))
    )
    spots = Once(lambda: _spots(compiler, form, path))
    severity = Once(lambda: _severity(compiler, form, path))
    mend = Once(lambda: _mend(compiler, form, path))
    for part in (spots, severity, mend) if how.thorough else ():
        part.make()
    return Body(when, lets, check, spots, severity, message, remedy, compiler, sieve, mend)


def _spots(compiler: Compiler, form: CaseForm, path: Path) -> Spotter | None:
    with _At(*path, "at"):
        return spotter(compiler, form.at)


def _severity(compiler: Compiler, form: CaseForm, path: Path) -> tuple[tuple[Getter | None, str], ...]:
    with _At(*path, "severity"):
        return tuple((_truth(compiler, node), level) for node, level in form.severity)


def _mend(compiler: Compiler, form: CaseForm, path: Path) -> Mend | None:
    """The fix of a case, compiled."""
    fix = form.fix
    if fix is None:
        return None
    with _At(*path, "fix", "replace"):
        text = compile_text(fix.replace, compiler) if fix.replace is not None else None
    with _At(*path, "fix", "at"):
        spots = spotter_of(compiler, fix.at[0]) if fix.at else None
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
    compiler: Compiler, words: Mapping[str, str], path: Path, thorough: bool
) -> Mapping[str, Message]:
    messages = Messages(words, compiler)
    if not thorough:
        return messages
    with _At(*path):
        return {language: messages[language] for language in messages}


def _check_new_names(compiler: Compiler, form: CaseForm, definition: Definition, path: Path) -> None:
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


def _check_about(form: CaseForm, forms: Forms, path: Path) -> None:
    """What claims speak of must be cells of a form."""
    for text in (form.about or "").split(","):
        known = claim_topics.known_topic(text, forms)
        if not known:
            near = claim_topics.near_topic(text, forms)
            raise RuleError("unknown-topic", (*path, "each"), topic=short(text.strip()), near=near)
