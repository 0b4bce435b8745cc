"""What stands twice: words directly behind each other, and sentences anywhere. RE2 has no back-references."""

from collections.abc import Iterator, Sequence

from gdlint.lexicon.sentences import SENTENCE
from gdlint.matching.finders.finder import Finder, Found
from gdlint.matching.passages import Passage
from gdlint.model.regex import lazy
from gdlint.model.wording import plain
from gdlint.syntax.lines import place_in

_MOST_SENTENCES = 20_000
"""sentences that are remembered; a report has some hundreds"""
# Python's own expressions, which know back-references: at most six attempts at each place, so that time stays linear.
_TWICE = lazy(r"([\u4e00-\u9fff]{1,6})\1")


def _doubled(passages: Sequence[Passage]) -> Iterator[Found]:
    for nth, passage in enumerate(passages):
        for found in _TWICE.finditer(passage.text):
            if _broken(passage, found.end(1)):
                continue
            yield Found(nth, found.start(), found.end(), {"word": found[1], "letters": len(found[1])})


def _broken(passage: Passage, place: int) -> bool:
    """A line ends right before a place: the words may be the end of a heading and the begin of what stands under it."""
    block = passage.block
    return block is not None and place_in(block, place) - place_in(block, place - 1) > 1


DOUBLED_WORDS = Finder(
    _doubled,
    {"word": ("text", "what stands twice"), "letters": ("number", "how many characters it has")},
    "each word of up to six Han characters that stands twice in a row",
)


def _repeated(passages: Sequence[Passage]) -> Iterator[Found]:
    """The second and every further occurrence of a sentence, compared without blanks and punctuation."""
    first: dict[str, tuple[int, int]] = {}
    for nth, passage in enumerate(passages):
        for sentence in SENTENCE.finditer(passage.text):
            wording = plain(sentence[0])
            if not wording:
                continue
            if wording in first:
                there = passages[first[wording][0]]
                values = {"letters": len(wording), "first_place": there.place, "first_paragraph": there.text}
                begin = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
                yield Found(nth, begin, sentence.end(), values)
            elif len(first) < _MOST_SENTENCES:
                first[wording] = nth, sentence.start()


REPEATED_SENTENCES = Finder(
    _repeated,
    {
        "letters": ("number", "how many characters the sentence has without punctuation"),
        "first_place": ("text", "where it stands for the first time: front, overall, …"),
        "first_paragraph": ("text", "the paragraph in which it stands for the first time"),
    },
    "each sentence that has stood in the text before",
)
