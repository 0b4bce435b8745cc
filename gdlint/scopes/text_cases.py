"""Cases of running text: the matches of a pattern, what a finder finds, paragraphs and sentences."""

from collections.abc import Iterator
from itertools import islice

from gdlint.lexicon.sentences import ENDS, LINE
from gdlint.matching import patterns, search
from gdlint.matching.finders import FINDERS
from gdlint.matching.finders.finder import MOST
from gdlint.scopes.case_types import TextCase
from gdlint.scopes.context import Context


def of_pattern(context: Context, find: str, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each match of a pattern; `item` is the match."""
    wanted = patterns.pattern(find)
    if not wanted.possible(context.prose(places)):
        return
    passages = context.passages(places)
    matches = (
        TextCase(context, passages, nth, match.start, match.end, match)
        for nth, passage in enumerate(passages)
        if wanted.possible(passage.text)
        for match in search.each_match(find, passage.text)
    )
    yield from islice(matches, MOST)


def of_finder(context: Context, finder: str, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each thing that a finder finds; `item` holds its values."""
    passages = context.passages(places)
    key = (finder, places)
    if key not in context.found:
        context.found[key] = list(islice(FINDERS[finder].find(passages), MOST))
    for found in context.found[key]:
        yield TextCase(context, passages, found.nth, found.start, found.end, found.values)


def of_paragraphs(context: Context, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each paragraph."""
    passages = context.passages(places)
    for nth, passage in enumerate(passages):
        yield TextCase(context, passages, nth, 0, len(passage.text))


def of_sentences(context: Context, places: tuple[str, ...]) -> Iterator[TextCase]:
    """Each sentence, with the mark at its end."""
    passages = context.passages(places)
    for nth, passage in enumerate(passages):
        start = 0
        for end, letter in enumerate(passage.text, 1):
            if letter in ENDS + LINE or end == len(passage.text):
                if passage.text[start:end].strip():
                    yield TextCase(context, passages, nth, start, end)
                start = end
