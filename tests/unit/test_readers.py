"""Reading text: the encoding is found, nothing is repaired, and every offset leads back to the user's own place."""

import os
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdlint.model.origin import Place
from gdlint.readers.text import LIMIT, LINES, REASONS, SUFFIXES, from_text, read_bytes, read_path
from gdlint.words.file_results import PROBLEM
from support.reports import RIGHT

CHINESE: Final = "一、总体情况\n政府信息公开。\n"

DECODED: Final = {
    "utf-8": (CHINESE.encode(), "utf-8"),
    "utf-8 with a mark": (CHINESE.encode("utf-8-sig"), "utf-8"),
    "gb18030": (CHINESE.encode("gb18030"), "gb18030"),
    "gbk": (CHINESE.encode("gbk"), "gb18030"),
    "utf-16 with a mark": (CHINESE.encode("utf-16"), "utf-16"),
    "utf-16 little": (CHINESE.encode("utf-16-le"), "utf-16-le"),
    "utf-16 big": (CHINESE.encode("utf-16-be"), "utf-16-be"),
    "utf-32 with a mark": (CHINESE.encode("utf-32"), "utf-32"),
}


@pytest.mark.parametrize("name", DECODED)
def test_encodings(name: str) -> None:
    content, encoding = DECODED[name]
    source = read_bytes(content, "a.txt")
    assert (source.text, source.encoding, source.problem, source.bad) == (CHINESE, encoding, None, ())


@pytest.mark.parametrize("name", DECODED)
def test_encodings_of_a_whole_report(name: str) -> None:
    codec = {"utf-8 with a mark": "utf-8-sig", "utf-16 with a mark": "utf-16", "utf-32 with a mark": "utf-32",
             "utf-16 little": "utf-16-le", "utf-16 big": "utf-16-be"}.get(name, name)  # fmt: skip
    assert read_bytes(RIGHT.encode(codec), "a.txt").text == RIGHT


def test_pure_ascii_is_utf_8() -> None:
    assert read_bytes(b"abc", "a.txt").encoding == "utf-8"


def test_an_empty_file_is_an_empty_text() -> None:
    source = read_bytes(b"", "a.txt")
    assert (source.text, source.problem) == ("", None)


def test_a_mark_belongs_to_the_file_and_not_to_the_text() -> None:
    source = read_bytes("\ufeff一".encode(), "a.txt")
    assert source.text == "一"
    assert source.place(0, 1) == Place(1, 1, 1, 2)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"], ids=ascii)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_line_ends_become_line_feeds(codec: str, end: str) -> None:
    source = read_bytes(f"政府{end}{end}公开{end}".encode(codec), "a.txt")
    assert source.text == "政府\n\n公开\n"
    assert tuple(source.starts) == (0, 3, 4, 7)


@pytest.mark.parametrize(
    "letter", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\xa0", "\u3000", "\ufeff", "\u200b"], ids=ascii
)
def test_every_other_character_stays(letter: str) -> None:
    assert read_bytes(f"政{letter}府".encode(), "a.txt").text == f"政{letter}府"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04" + b"a" * 9, "format"),
        (b"%PDF-1.4", "format"),
        (b"\xd0\xcf\x11\xe0", "format"),
        (b"{\\rtf1", "format"),
        (b"\x89PNG", "format"),
        (b"abc\x00def", "binary"),
        (b"\x00\xff\x00\xff", "binary"),
        (b"\xff\x81" * 9, "encoding"),
        ("会议通知".encode("gb18030"), "encoding"),
        (b"\xff\xfe\x00", "encoding"),
        (b"\xfe\xff\xd8\x00\x00", "encoding"),
        (b"\xef\xbb\xbf\xff\xff\xff", "encoding"),
        (b" " * (LIMIT + 1), "too-large"),
        (b"a\n" * (LINES + 1), "too-many-lines"),
    ],
    ids=lambda item: repr(item)[:30],
)
def test_what_cannot_be_read_is_a_problem(content: bytes, problem: str) -> None:
    source = read_bytes(content, "a.txt")
    assert (source.text, source.problem) == (None, problem)
    assert source.problem in REASONS


def test_the_limit_itself_is_read() -> None:
    assert read_bytes(b" " * LIMIT, "a.txt").problem is None


@pytest.mark.parametrize(
    ("total", "bad", "is_read"), [(1000, 10, True), (1000, 11, False), (100, 1, True), (99, 1, False)]
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no-mark", "mark"])
def test_at_most_one_percent_of_bytes_may_be_broken(mark: bytes, total: int, bad: int, is_read: bool) -> None:
    source = read_bytes(mark + b"a" * (total - bad) + b"\xff" * bad, "a.txt")
    assert (source.text is not None) is is_read
    if is_read:
        assert source.bad == tuple(range(total - bad, total))


def test_a_broken_byte_is_one_replacement_character() -> None:
    source = read_bytes("政府信息公开".encode() * 99 + b"\xe6\x94" + b"x", "a.txt")
    assert source.text is not None
    assert source.text.endswith("公开\ufffd\ufffdx")
    assert [source.text[at] for at in source.bad] == ["\ufffd", "\ufffd"]


def test_broken_bytes_are_found_behind_crlf() -> None:
    source = read_bytes(b"a\r\n" * 100 + b"\xffb", "a.txt")
    assert source.bad == (200,)
    assert source.place(200, 201) == Place(101, 1, 101, 2)


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CHINESE.encode())
    assert (read_path(path).text, read_path(path).path) == (CHINESE, str(path))
    assert read_path(path, "shown").path == "shown"


def test_a_path_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert read_path(tmp_path).problem == "no-access"
    assert read_path(tmp_path / "nowhere").problem == "no-access"
    (tmp_path / "loop").symlink_to("loop")
    assert read_path(tmp_path / "loop").problem == "no-access"


@pytest.mark.parametrize("name", ["a.docx", "a.PDF", "a.html", "a.wps"])
def test_a_format_that_is_known_by_its_name_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RIGHT, encoding="utf-8")
    source = read_path(tmp_path / name)
    assert (source.problem, source.detail) == ("format", Path(name).suffix.lower())


def test_a_large_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, 25_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    source = read_path(path)
    assert (source.problem, source.detail) == ("too-large", "25.0 MB")


def test_text_and_markdown_are_read_in_folders() -> None:
    assert {".txt", ".md"} == SUFFIXES


# Places


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 0, Place(1, 1, 1, 1)),
        (0, 2, Place(1, 1, 1, 3)),
        (1, 2, Place(1, 2, 1, 3)),
        (2, 2, Place(1, 3, 1, 3)),
        (3, 3, Place(2, 1, 2, 1)),
        (4, 5, Place(3, 1, 3, 2)),
        (0, 5, Place(1, 1, 3, 2)),
        (5, 5, Place(3, 2, 3, 2)),
    ],
)
def test_places_count_from_one_and_end_behind_the_last_character(start: int, end: int, place: Place) -> None:
    assert from_text("😀一\n\n二", "a.txt").place(start, end) == place


@pytest.mark.parametrize(("line", "text"), [(1, "😀一"), (2, ""), (3, "二")])
def test_the_text_of_a_line_has_no_end(line: int, text: str) -> None:
    assert from_text("😀一\r\n\r\n二", "a.txt").line_text(line) == text
    assert from_text("😀一\n\n二\n", "a.txt").line_text(line) == text


@given(st.text(st.sampled_from("a一😀\n\r\x85\u2028\x0b\t")))
def test_every_offset_leads_to_its_character(text: str) -> None:
    source = from_text(text, "a.txt")
    assert source.text is not None
    for at, letter in enumerate(source.text):
        place = source.place(at, at + 1)
        if letter != "\n":
            assert source.line_text(place.line)[place.column - 1] == letter
            assert (place.end_line, place.end_column) == (place.line, place.column + 1)
        else:
            assert place.column == len(source.line_text(place.line)) + 1


@given(st.text())
def test_any_text_comes_back_from_utf_8(text: str) -> None:
    again = read_bytes(text.encode("utf-8"), "a.txt")
    if not text.startswith("\ufeff") and "\0" not in text and again.problem is None:
        assert again.text == from_text(text, "a.txt").text


@given(st.binary())
def test_any_bytes_are_a_text_or_a_problem(content: bytes) -> None:
    source = read_bytes(content, "a.txt")
    assert (source.text is None) is (source.problem in REASONS)
    if source.text is not None:
        assert source.starts[0] == 0
        assert len(source.starts) == source.text.count("\n") + 1
        assert not any("\ud800" <= letter <= "\udfff" for letter in source.text)


def test_every_reason_for_which_a_file_cannot_be_read_has_words() -> None:
    assert set(REASONS) <= set(PROBLEM)
