"""The tree of a report, made of its tokens by `grammars/report.lark`, whose rules are the nodes of it.

Of the grammar lark makes a table. To follow that takes the forty lines below, and lark itself, which takes as long to load as a
report to read, is needed only where the table was not made beforehand.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

from gdlint.data import builtin
from gdlint.model.document import Block, Document, Kind, Part, Section, TableBlock
from gdlint.syntax.prose import Piece

GRAMMAR = "report.lark"
_SEVENTH = "SEVENTH"
_END = Piece("$END", None)


class Rule(NamedTuple):
    """A rule of a grammar: its name, the node that is made of what it holds ("" where its rule holds that itself), its symbols."""

    name: str
    node: str
    symbols: Sequence[str]


class Table(NamedTuple):
    """The table of a grammar: where it begins and ends, and for each state by the token or the rule that comes, the state that
    follows; a number below zero is the rule that is complete, counted backwards. `openers` are the tokens with which sections
    begin."""

    start: int
    end: int
    states: Sequence[Mapping[str, int]]
    rules: Sequence[Rule]
    openers: frozenset[str]


@cache
def table() -> Table:
    """The table of the grammar of reports."""
    found = builtin.parser_table(GRAMMAR)
    if not found:
        from gdlint.syntax.parser_tables import lalr_table

        found = lalr_table(GRAMMAR, "report")
    start, end, states, rules = found
    named = [Rule(*rule) for rule in rules]
    return Table(start, end, states, named, frozenset(r.symbols[0] for r in named if r.node == "section"))


def section_token(key: str) -> str:
    """The token with which the section of a key begins; of one that the grammar does not name, that of the seventh."""
    name = key.upper()
    return name if name in table().openers else _SEVENTH


def tree(pieces: Iterable[Piece]) -> Document:
    """The document that the tokens of a report are; any sequence of tokens is one."""
    start, end, states, rules, _ = table()
    way, held = [start], list[Any]()
    for piece in chain(pieces, (_END,)):
        while (step := states[way[-1]][piece.type]) < 0:
            rule = rules[~step]
            first = len(held) - len(rule.symbols)
            parts = _joined(rule.symbols, held[first:])
            del held[first:], way[first + 1 :]
            held.append(_NODES[rule.node](parts) if rule.node else parts)
            way.append(states[way[-1]][rule.name])
            if way[-1] == end and piece is _END:
                break
        way.append(step)
        held.append(piece)
    document: Document = held[0]
    return document


def _joined(symbols: Sequence[str], held: list[Any]) -> list[Any]:
    """What a rule holds: of rules that are no nodes, what these hold."""
    parts: list[Any] = []
    for symbol, value in zip(symbols, held, strict=True):
        if symbol[0] != "_":
            parts.append(value)
        elif parts:
            parts += value
        else:
            parts = value
    return parts


def _items(blocks: Iterable[Piece | TableBlock]) -> Iterator[Block]:
    """Paragraphs, subheadings and strays are their tokens' items; tables are nodes already."""
    for block in blocks:
        if not isinstance(block, Piece):
            yield block
        elif block.type == "TEXT":
            yield from block.item
        else:
            yield block.item


def _report(held: list[Any]) -> Document:
    front, *sections = held
    return Document(front, tuple(sections))


def _front(blocks: list[Piece | TableBlock]) -> tuple[Block, ...]:
    return tuple(_items(blocks))


def _section(held: list[Any]) -> Section:
    heading, *blocks = held
    return Section(heading.item, tuple(_items(blocks)))


def _table(parts: list[list[Part]]) -> TableBlock:
    return TableBlock(tuple([part for several in parts for part in several]))


def _part(rows: list[Piece]) -> list[Part]:
    """The part of the last clause, and before it one for each clause without rows."""
    heads = [row for token in rows if token.type != "ROWS" for row in token.item]
    clauses = [n for n, head in enumerate(heads) if n and head.kind is Kind.CLAUSE]
    parts = [Part(tuple(heads[a:b]), ()) for a, b in pairwise([0, *clauses])]
    last = clauses[-1] if clauses else 0
    below = tuple([row for token in rows if token.type == "ROWS" for row in token.item])
    return [*parts, Part(tuple(heads[last:]), below)]


_NODES: Mapping[str, Callable[[list[Any]], Any]] = {
    "report": _report,
    "front": _front,
    "section": _section,
    "table": _table,
    "part": _part,
    "cut": _part,
    "tail": _part,
}
