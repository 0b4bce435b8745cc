"""What is no YAML is told in both languages, with what most often mends it."""

import re

import pytest
import yaml

from gdlint.data.yamlvalues import RefusedError, content_of
from gdlint.words.yaml_problems import yaml_words

TEXTS = {
    "a: {zh: {row}为, en: b}": "quotes",
    "a: [1, 2": "quotes",
    "a: b: c": "quotes",
    "a: 1\nb：2": "behind a colon",
    "- a\nb: c": "indented",
    "a: @x": "quotes",
    "a: 'x": "not closed",
    "a:\n  b: 1\n\tc: 2": "indent",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_problem_is_told_with_what_mends_it(text: str) -> None:
    with pytest.raises((yaml.MarkedYAMLError, RefusedError)) as raised:
        content_of(text, placing=True)
    words = yaml_words(str(getattr(raised.value, "problem", "")))
    assert TEXTS[text] in words["en"]
    assert re.search("[一-鿿]", words["zh"])


def test_a_problem_that_nobody_knows_is_told_as_it_is() -> None:
    assert yaml_words("something odd") == {"zh": "something odd", "en": "something odd"}
