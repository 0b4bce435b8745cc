"""The tokens of the report grammar: each carries what it stands for."""

from collections.abc import Sequence
from typing import Any

from lark import Token

from gdlint.model.document import Block, Heading, Paragraph, Row


class Piece(Token):
    """A token that carries the row, rows, paragraphs or heading it stands for."""

    __slots__ = ("item",)

    item: Any

    @classmethod
    def of(cls, kind: str, item: Row | Sequence[Row] | Sequence[Paragraph] | Block | Heading) -> "Piece":
        """A token of a kind of the grammar. It is made past the constructor, whose places nobody asks for."""
        token: Piece = str.__new__(cls, "")
        token.type = kind
        token.value = ""
        token.item = item
        return token
