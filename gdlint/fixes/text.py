"""Edits in place in text and Markdown: encoding, line ends and all else stay."""

from collections.abc import Sequence
from typing import NamedTuple

from gdlint.fixes.encoded import Encoded, encoded
from gdlint.model.fix import Edit
from gdlint.model.source import Source


class TextWriter(NamedTuple):
    """Writes into a file of text."""

    file: Encoded

    @classmethod
    def of(cls, data: bytes, source: Source) -> "TextWriter | None":
        """The writer of a file; None where its bytes do not come out again as they are."""
        file = encoded(data, source.encoding or "")
        return cls(file) if file else None

    def fits(self, edit: Edit) -> bool:
        """Every place of a text can be written."""
        return _can_be_encoded(edit.text, self.file.codec)

    def write(self, edits: Sequence[Edit]) -> bytes:
        """The bytes of the file with edits of the canonical text."""
        offset = self.file.offset
        return self.file.write([Edit(offset(edit.start), offset(edit.end), edit.text) for edit in edits])


def _can_be_encoded(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
