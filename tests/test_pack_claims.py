"""Packs that add words and concepts to those by which the text is read."""

import re
from pathlib import Path
from typing import Final

import pytest

from gdlint.claims.words import words, words_with
from support.calls import Caller
from support.packs import FACE, RULE
from support.rules import text_of

APPLIED: Final = text_of(
    text={"overall": "全年收到政务信息查询函13件。"},
    applications={"new": {"natural_person": 12, "total": 12}},
)
TOPICAL: Final = """\
- code: MY002
  name: guides
  title: {zh: 指南, en: guides}
  basis: 无
  severity: warning
  each: claim of disclosure.normative_documents
  check: agrees
  message: {zh: "{said} 件", en: "{said}"}
  examples:
    good: {text: {overall: 全年编印办事规程汇编2件。}, disclosure: {normative_documents: {issued: 2}}}
    bad: {text: {overall: 全年编印办事规程汇编3件。}, disclosure: {normative_documents: {issued: 2}}}
"""
CONCEPTS: Final = """\
claims:
  subjects:
    guides: {table: disclosure, rows: [normative_documents], words: [办事规程汇编]}
  aspects:
    issued: {of: [guides], words: [编印]}
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the cache of the user or of another test."""
    monkeypatch.setenv("GDLINT_CACHE", str(tmp_path / "cache"))


def pack(folder: Path, claims: str, rules: str = RULE) -> Path:
    """The key `claims` as YAML in, the folder of a pack that has it out."""
    (folder / "mine").mkdir()
    (folder / "mine" / "pack.yaml").write_text(FACE + claims, encoding="utf-8")
    (folder / "mine" / "rules.yaml").write_text(rules, encoding="utf-8")
    return folder / "mine"


def codes(call: Caller, *options: str | Path) -> set[str]:
    """The codes that are told of the report on standard input."""
    called = call("check", "-", "--format", "json", *options, stdin=APPLIED.encode())
    return {found["code"] for found in called.data["files"][0]["findings"]}


@pytest.mark.parametrize("times", [1, 2])
def test_a_word_of_a_pack_is_read_by_the_rules_of_gdlint(call: Caller, tmp_path: Path, times: int) -> None:
    folder = pack(tmp_path, "claims: {subjects: {requests: {words: [政务信息查询函]}}}\n")
    assert "GD501" not in codes(call)
    # The second time, it comes from the cache.
    assert ["GD501" in codes(call, "--pack", folder) for _ in range(times)] == [True] * times
    assert "GD501" not in codes(call)


@pytest.mark.parametrize("options", [["--select", "GD5"], ["--ignore", "mine"]])
def test_the_words_of_a_pack_count_whichever_of_its_rules_run(
    call: Caller, tmp_path: Path, options: list[str]
) -> None:
    folder = pack(tmp_path, "claims: {subjects: {requests: {words: [政务信息查询函]}}}\n")
    assert "GD501" in codes(call, "--pack", folder, *options)
    report = tmp_path / "a.txt"
    report.write_text(APPLIED, encoding="utf-8")
    data = call("explain", "GD501", report, "--pack", folder, "--format", "json", *options).data
    assert data["counts"]["false"] == 1


def test_explain_reads_with_the_words_of_a_pack(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, "claims: {subjects: {requests: {words: [政务信息查询函]}}}\n")
    report = tmp_path / "a.txt"
    report.write_text(APPLIED, encoding="utf-8")
    packed: list[str | Path] = ["--pack", folder]
    for options, wrong in (([], 0), (packed, 1)):
        data = call("explain", "GD501", report, "--format", "json", *options).data
        assert data["counts"]["false"] == wrong


def test_extract_reads_with_the_words_of_a_pack(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, "claims: {subjects: {requests: {words: [政务信息查询函]}}}\n")
    report = tmp_path / "a.txt"
    report.write_text(APPLIED, encoding="utf-8")
    packed: list[str | Path] = ["--pack", folder]
    for options, cells in (([], []), (packed, ["applications.new.total"])):
        (file,) = call("extract", report, *options).data["files"]
        assert [claim["cells"] for claim in file["claims"]] == cells


def test_extract_reads_nothing_with_a_pack_that_is_not_there(call: Caller, tmp_path: Path) -> None:
    called = call("extract", tmp_path, "--pack", "nothing-there")
    assert (called.status, called.out) == (2, "")


def test_a_concept_of_a_pack_is_what_its_own_rules_ask_for(call: Caller, tmp_path: Path) -> None:
    called = call("pack", "test", pack(tmp_path, CONCEPTS, TOPICAL))
    assert (called.status, called.said[-1]) == (0, "gdlint: mine：2 个示例，0 个不符")


@pytest.mark.parametrize(
    ("words", "text", "without", "found"),
    [
        ("unfilled: {counted: [推文]}", "推送推文（）条。", set(), {"GD705"}),
        ("years: {elsewhere: [试运行]}", "2021年，我镇试运行平台。", {"GD611"}, set()),
        ("announced: {listed: [台账]}", "建立甲项、乙项、丙项等2项台账。", set(), {"GD524"}),
    ],
)
def test_words_for_what_is_missing_of_which_year_and_how_long(
    call: Caller, tmp_path: Path, words: str, text: str, without: set[str], found: set[str]
) -> None:
    report = text_of(text={"overall": text}).encode()
    asked = ("check", "-", "--format", "json", "--select", "GD524,GD611,GD705")

    def told(*options: str | Path) -> set[str]:
        (file,) = call(*asked, *options, stdin=report).data["files"]
        return {each["code"] for each in file["findings"]}

    assert told() == without
    assert told("--pack", pack(tmp_path, f"claims:\n  {words}\n")) == found


def test_the_words_of_the_page_can_be_used(call: Caller, tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[1] / "docs" / "packs.md").read_text(encoding="utf-8")
    (claims,) = re.findall(r"^```text\n(claims:\n.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert call("pack", "test", pack(tmp_path, claims, TOPICAL)).status == 0


def test_a_rule_finds_nothing_where_its_pack_does_not_name_the_concept(call: Caller, tmp_path: Path) -> None:
    assert call("pack", "test", pack(tmp_path, "", TOPICAL)).status == 1


def test_what_gdlint_says_of_a_word_stays_and_lists_grow() -> None:
    added = words_with(('{"subjects": {"requests": {"table": "litigation", "words": ["查询函"]}}}',))
    assert added.subjects["requests"].table == "applications"
    assert added.known["查"]["查询函"].names == ("requests",)
    for letter in words().lengths:
        own = words().known[letter]
        assert {text: added.known[letter][text] for text in own} == dict(own)


def test_without_additions_the_words_are_those_of_gdlint() -> None:
    assert words_with(()) is words()


@pytest.mark.parametrize("word", ["收到)", "收到+", "(收到+)+", "[", "\\\\"])
def test_a_word_is_no_pattern(call: Caller, tmp_path: Path, word: str) -> None:
    folder = pack(
        tmp_path, f"claims: {{steps: {{taken: ['{word}']}}, unsettling: {{applications: ['{word}']}}}}\n"
    )
    text = text_of(text={"overall": "全年收到来信13件，办结12件。"})
    called = call("check", "-", "--pack", folder, "--format", "json", stdin=text.encode())
    assert called.status in (0, 1)
    assert called.data["summary"]["files"] == 1


def test_a_new_aspect_may_say_that_it_stands_for_no_cells(call: Caller, tmp_path: Path) -> None:
    folder = pack(tmp_path, "claims: {aspects: {seen: {of: [requests], rows: [], words: [过目]}}}\n")
    assert call("check", "-", "--pack", folder, stdin=APPLIED.encode()).status in (0, 1)


@pytest.mark.parametrize(
    "claims",
    [
        "{aspects: {new: {words: [收到]}}}",
        "{aspects: {seen: {of: [requests], rows: [], words: [收到]}}}",
        "{subjects: {requests: {words: [政府信息公开申请]}}}",
        "{subjects: {cards: {table: applications, words: ['(政府信息公开申请|问询卡)']}}}",
    ],
)
def test_a_word_may_be_said_again_aspects_share_theirs_and_one_new_spelling_is_enough(
    call: Caller, tmp_path: Path, claims: str
) -> None:
    folder = pack(tmp_path, f"claims: {claims}\n")
    assert call("check", "-", "--pack", folder, stdin=APPLIED.encode()).status in (0, 1)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ("claims: 3", "claims"),
        ("claims: {subject: {}}", "subjects"),
        ("claims: {subjects: {requests: {word: [甲]}}}", "words"),
        ("claims: {subjects: {requests: {words: 甲}}}", "words"),
        ("claims: {subjects: [甲]}", "subjects"),
        ("claims: {subjects: {cards: {words: [甲]}}}", "table"),
        ("claims: {subjects: {cards: {table: aplications, words: [甲]}}}", "applications"),
        ("claims: {subjects: {cards: {table: applications, rows: [neww], words: [甲]}}}", "new"),
        ("claims: {subjects: {cards: {table: applications, default: neww, words: [甲]}}}", "new"),
        ("claims: {aspects: {seen: {words: [甲]}}}", "of"),
        ("claims: {aspects: {seen: {of: [request], words: [甲]}}}", "requests"),
        (
            "claims: {aspects: {seen: {of: [requests], words: [甲]}}}",
            "the new aspect seen does not say which rows",
        ),
        (
            "claims: {subjects: {request: {words: [甲]}}}",
            "request, which is new in subjects, lacks its table, did you mean requests?",
        ),
        (
            "claims: {aspects: {seen: {of: [requests], rows: [business], words: [甲]}}}",
            "business is a column: name it in columns",
        ),
        (
            "claims: {aspects: {seen: {of: [requests], columns: [new], words: [甲]}}}",
            "new is a row: name it in rows",
        ),
        (
            "claims: {subjects: {cards: {table: applications, words: [政府信息公开申请]}}}",
            "is a word of requests already, and cannot mean cards",
        ),
        ("claims: {foreign: [政府信息公开申请]}", "is a word of requests already, and cannot mean foreign"),
        (
            "claims: {subjects: {cards: {table: applications, default: new, words: [甲]}}}",
            "new is no aspect of cards: name that in its `of`",
        ),
        ("claims: {aspects: {totl: {of: [requests], words: [甲]}}}", "did you mean total?"),
        ("claims: {periods: {soon: [甲]}}", "soon"),
        ("claims: {fillers: [甲(乙]}", "甲(乙"),
        ("claims: {fillers: ['" + "甲" * 101 + "']}", "100"),
        ("claims: {fillers: ['" + "(甲|乙)" * 20 + "']}", "5000"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(
    call: Caller, tmp_path: Path, claims: str, said: str
) -> None:
    folder = pack(tmp_path, f"{claims}\n")
    called = call("check", "-", "--pack", folder, "--lang", "en", stdin=APPLIED.encode())
    assert (called.status, called.out, len(called.said)) == (2, "", 1)
    assert "pack.yaml:6" in called.said[0]
    assert said in called.said[0]
