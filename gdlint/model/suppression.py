"""What was asked to be silent, and what became of it."""

from typing import NamedTuple

from gdlint.model.document import Directive


class Notice(NamedTuple):
    """One rule that a comment names, and what is wrong with that: "" for nothing, else `malformed`, `unknown` (with the
    nearest name that exists), `locked` or `unused`."""

    directive: Directive
    name: str = ""
    problem: str = ""
    near: str = ""


def notices(directives: tuple[Directive, ...]) -> tuple[Notice, ...]:
    """What can be said of comments before anything has run."""
    return tuple(
        notice
        for directive in directives
        for notice in (
            [Notice(directive, name) for name in directive.names]
            if directive.verb
            else [Notice(directive, problem="malformed")]
        )
    )
