"""What text is made of: sentences, ordinals, likeness, suggestions."""

import pytest

from gdlint.lexicon import likeness, sentences
from gdlint.lexicon.numerals import ordinal
from gdlint.lexicon.suggestions import nearest

TEXT = "全年收到申请5件；办结4件。\n未收取费用"


@pytest.mark.parametrize(
    ("word", "sentence"), [("收到", "全年收到申请5件"), ("4", "办结4件"), ("费用", "未收取费用")]
)
def test_a_sentence_ends_before_its_mark_or_with_its_line(word: str, sentence: str) -> None:
    place = TEXT.index(word)
    start, end = sentences.around(TEXT, place, place + len(word))
    assert TEXT[start:end] == sentence


def test_a_semicolon_ends_no_whole_sentence() -> None:
    assert sentences.begin(TEXT, TEXT.index("办结"), sentences.FULL_STOPS) == 0


def test_a_sentence_without_end_is_cut() -> None:
    start, end = sentences.around("甲" * 5000, 2000, 2001)
    assert (start, end) == (2000 - sentences.LONGEST, 2001 + sentences.LONGEST)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("三十一", 31),
        ("二〇二三", 2023),
        ("２０２３", 2023),
        ("元", 1),
    ]
    + [(text, None) for text in ("", "第", "百", "十百", "二十三十", "²")],
)
def test_an_ordinal_is_digits_or_a_number_below_a_hundred(text: str, value: int | None) -> None:
    assert ordinal(text) == value


def test_a_misprint_is_like_one_label_and_clearly_less_like_others() -> None:
    like = likeness.likeness("商业企亚", "商业企业")
    assert likeness.is_label(like, 0.0)
    assert not likeness.is_label(like, like)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("GD5O1", ["GD501", "GD520"], "GD501"),
        ("gd-501", ["GD501"], "GD501"),
        ("applicatons", ["applications", "litigation"], "applications"),
        ("xyz", ["applications"], None),
        ("a" * 10**6, ["a" * 10**6], None),
    ],
)
def test_the_nearest_name_is_suggested(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


def test_among_very_many_names_none_is_looked_for() -> None:
    assert nearest("name1", (f"name{n}" for n in range(10**4))) is None
