"""Whether two places of a text speak of one matter: by the headings that stand between them."""

from collections.abc import Sequence
from typing import Protocol

from gdlint.claims.again import Again
from gdlint.lexicon.sentences import END_OR_LINE

Place = tuple[int, int]
"""passage, and place in it"""


class PlacedText(Protocol):
    """A paragraph with its section."""

    @property
    def text(self) -> str:
        """What it says."""
        ...

    @property
    def place(self) -> str:
        """overall, disclosure, …"""
        ...


class Topics:
    """The headings of passages: of an aspect of the work (（四）平台建设), which all of section one is about, or of a matter."""

    def __init__(self, passages: Sequence[PlacedText], again: Again) -> None:
        self.passages, self.again = passages, again
        self._under_aspect: list[bool] | None = None

    def are_one(self, one: Place, other: Place, total: bool) -> bool:
        """Two statements, one behind the other, may be held against each other; `total`: one of them says that it is of all."""
        if self.passages[one[0]].place != self.passages[other[0]].place:
            return True
        if one[0] == other[0]:
            return not self.again.heading.search(self.passages[one[0]].text[one[1] : other[1]])
        return self._adjoin(one, other) or (total and self._aspect(one) and self._aspect(other))

    def _adjoin(self, one: Place, other: Place) -> bool:
        """Two paragraphs, of which the second begins with the figure: it has no heading of its own."""
        ahead = self.passages[other[0]].text[: other[1]]
        near = other[0] == one[0] + 1
        return near and not END_OR_LINE.search(ahead) and not self.again.heading.search(ahead)

    def _aspect(self, place: Place) -> bool:
        """The heading that a place stands under is that of an aspect."""
        if self._under_aspect is None:
            self._under_aspect = self._read()
        ahead = self.passages[place[0]].text[: place[1]]
        begun = self.again.aspect.match(ahead)
        rest = ahead[begun.end() if begun else 0 :]
        return self._under_aspect[place[0]] and not self.again.heading.search(rest)

    def _read(self) -> list[bool]:
        found, now, place = [], False, ""
        for passage in self.passages:
            now = now and passage.place == place
            place = passage.place
            if self.again.aspect.match(passage.text):
                now = True
            elif self.again.heading.match(passage.text):
                now = False
            found.append(now)
        return found
