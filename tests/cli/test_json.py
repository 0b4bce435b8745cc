"""The JSON of `gdlint check`: a contract with programs, field by field."""

import json
from typing import Any, Final

import pytest

from generate import SHAPES
from support.calls import Caller
from support.generated import made_from, printed
from support.reports import DOUBTFUL, NO_REPORT, NOTED, RIGHT, WRONG
from support.rules import text_of
from support.schemas import complaints, schema

FILE: Final = ["path", "template", "year", "body", "body_kind", "findings", "checked", "not_run", "packs"]
FINDING: Final = [
    "code", "name", "severity", "message", "line", "column", "end_line", "end_column", "origin", "table", "rows",
    "columns", "cells", "values", "basis", "fingerprint", "fix",
]  # fmt: skip

BALANCE: Final = text_of(
    applications={"new": {"business": 3, "total": 3}, "granted": {"business": 2, "total": 2},
                  "total": {"business": 2, "total": 2}}
)  # fmt: skip
"""GD401 in two columns"""

TEXTS: Final = {
    "right": RIGHT,
    "error": WRONG,
    "warning": DOUBTFUL,
    "info": NOTED,
    "no-report": NO_REPORT,
    "empty": "",
    "2019": text_of(template=2019),
    "balance": BALANCE,
    "blanks": text_of(applications={"new": {"business": "", "total": ""}}),
    "short-row": text_of(shape="tsv", short={"applications": ["granted"]}),
    "no-facts": text_of(title="年度报告", intro=None, signature=None),
    "wrong-form": text_of(template=2019, year=2022),
    "many": text_of(
        without=["others"],
        labels={"applications": {"social": "社会组织"}},
        disclosure={"regulations": {"issued": 1}, "penalties": {"decisions": "无"}},
        applications={"new": {"business": 1}, "carried_in": {"research": 1}},
    ),
}


def findings(call: Caller, text: str, *options: str) -> list[dict[str, Any]]:
    """A text in, the findings of its JSON out."""
    (file,) = call("-", "--format", "json", *options, stdin=text.encode()).data["files"]
    found: list[dict[str, Any]] = file["findings"]
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", TEXTS)
def test_output_follows_the_schema(call: Caller, text: str, lang: str) -> None:
    options = ["--format", "json", "--select", "ALL", "--lang", lang]
    assert complaints("check", call("-", *options, stdin=TEXTS[text].encode()).data) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_output_for_generated_reports_follows_the_schema(call: Caller, shape: str) -> None:
    for seed in range(4):
        text = printed(made_from(seed), shape, seed)
        assert complaints("check", call("-", "--format", "json", stdin=text.encode()).data) == []


def test_output_for_no_file_follows_the_schema(call: Caller, tmp_path: Any) -> None:
    assert complaints("check", call(tmp_path, "--format", "json").data) == []


def test_the_schema_is_strict(call: Caller) -> None:
    data = call("-", "--format", "json", stdin=WRONG.encode()).data
    for place in (data, data["files"][0], data["files"][0]["findings"][0], data["summary"]):
        for key, value in list(place.items()):
            del place[key]
            assert not schema("check").is_valid(data), key
            place[key] = value
        place["invented"] = 1
        assert not schema("check").is_valid(data)
        del place["invented"]


def test_the_outermost_fields(call: Caller) -> None:
    from gdlint import __version__

    data = call("-", "--format", "json", stdin=WRONG.encode()).data
    assert list(data) == ["schema", "tool", "files", "summary"]
    assert data["schema"] == 1
    assert data["tool"] == {"name": "gdlint", "version": __version__}
    assert data["summary"] == {"files": 1, "error": 1, "warning": 0, "info": 0}


def test_the_fields_of_a_file(call: Caller) -> None:
    (file,) = call("-", "--format", "json", stdin=WRONG.encode()).data["files"]
    assert list(file) == FILE
    assert {key: file[key] for key in FILE[:5]} == {
        "path": "-", "template": 2021, "year": 2022, "body": "青石县云溪镇人民政府", "body_kind": "town",
    }  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_every_finding_has_the_same_fields(call: Caller, text: str) -> None:
    assert [list(finding) for finding in findings(call, TEXTS[text]) if list(finding) != FINDING] == []


def test_the_fields_of_a_finding(call: Caller) -> None:
    found = [
        finding for finding in findings(call, BALANCE, "--lang", "en") if finding["columns"] == ["business"]
    ]
    (finding,) = found
    lines = BALANCE.split("\n")
    rows = ["new", "carried_in", "total", "carried_out"]
    starts = ("| 一、", "| 二、", "| 三、本年度办理结果 | （七）总计", "| 四、结转")
    places = [next(n for n, line in enumerate(lines, 1) if line.startswith(start)) for start in starts[:2]]
    places += [next(n for n, line in enumerate(lines, 1) if "（七）总计" in line)]
    places += [next(n for n, line in enumerate(lines, 1) if line.startswith(starts[3]))]
    assert {key: finding[key] for key in FINDING if key not in ("message", "basis", "fingerprint", "cells")} == {
        "code": "GD401", "name": "application-balance", "severity": "error",
        "line": places[0], "column": column(lines[places[0] - 1], 5), "end_line": places[0],
        "end_column": column(lines[places[0] - 1], 5) + 1, "origin": None, "table": "applications",
        "rows": rows, "columns": ["business"], "values": {"left": 3, "right": 2}, "fix": None,
    }  # fmt: skip
    assert finding["cells"] == [
        {"row": row, "column": "business", "line": line, "char": column(lines[line - 1], 5)}
        for row, line in zip(rows, places, strict=True)
    ]
    assert all(part in finding["message"] for part in ("3", "2", "商业企业"))
    assert "表三" in finding["basis"]


def column(line: str, cell: int) -> int:
    """A line of a pipe table and the number of a cell in, the column where its content begins out."""
    at = -1
    for _ in range(cell):
        at = line.index("|", at + 1)
    return at + 3


def test_a_place_is_that_of_the_figure_in_the_users_line(call: Caller) -> None:
    (finding,) = findings(call, WRONG)
    row = WRONG.split("\n")[finding["line"] - 1]
    assert finding["end_line"] == finding["line"]
    assert row[finding["column"] - 1 : finding["end_column"] - 1] == "3"


def test_code_points_outside_the_basic_plane_count_once(call: Caller) -> None:
    text = text_of(text={"others": "𠮷😀联系&nbsp;电话"})
    (finding,) = findings(call, text)
    line = text.split("\n").index("𠮷😀联系&nbsp;电话") + 1
    assert (finding["code"], finding["line"], finding["column"], finding["end_column"]) == (
        "GD003",
        line,
        5,
        11,
    )


@pytest.mark.parametrize("text", TEXTS)
def test_places_lie_in_the_text_and_findings_in_their_order(call: Caller, text: str) -> None:
    found = findings(call, TEXTS[text])
    lines = TEXTS[text].split("\n")
    places = [(finding["line"], finding["column"]) for finding in found]
    assert places == sorted(places)
    for finding in found:
        assert 1 <= finding["line"] <= finding["end_line"] <= len(lines)
        assert 1 <= finding["column"] <= len(lines[finding["line"] - 1]) + 1
        assert 1 <= finding["end_column"] <= len(lines[finding["end_line"] - 1]) + 1
        assert (finding["line"], finding["column"]) <= (finding["end_line"], finding["end_column"])


def test_all_of_many_places_are_there(call: Caller) -> None:
    rows = ["new", "carried_in", "granted"]
    columns = ["natural_person", "business", "research", "social", "legal", "other", "total"]
    text = text_of(applications={row: dict.fromkeys(columns, "") for row in rows})
    (finding,) = [finding for finding in findings(call, text) if finding["code"] == "GD310"]
    assert [(cell["row"], cell["column"]) for cell in finding["cells"]] == [
        (r, c) for r in rows for c in columns
    ]
    assert (finding["rows"], finding["columns"]) == (rows, columns)


def test_a_finding_without_cells_has_none(call: Caller) -> None:
    (finding,) = findings(call, NOTED)
    assert (finding["table"], finding["rows"], finding["columns"], finding["cells"]) == (None, None, None, [])
    assert finding["values"] == {}


ALWAYS: Final = 2
"""cases of the rules that no selection leaves out, of which GD005 has none in a report that goes to its end"""


def test_what_was_checked_is_counted(call: Caller) -> None:
    (right,) = call("-", "--format", "json", "--select", "GD404", stdin=RIGHT.encode()).data["files"]
    (wrong,) = call("-", "--format", "json", "--select", "GD404", stdin=WRONG.encode()).data["files"]
    assert right["checked"] == {"true": 3 + ALWAYS, "false": 0, "unknown": 0, "sums": 3}
    assert wrong["checked"] == {"true": 2 + ALWAYS, "false": 1, "unknown": 0, "sums": 3}
    assert right["not_run"] == wrong["not_run"] == []


def test_a_rule_that_could_not_judge_is_named_with_the_reason(call: Caller) -> None:
    text = text_of(litigation={"direct_suit": {"other": ""}})
    options = ["--format", "json", "--select", "GD404", "--lang", "en"]
    (file,) = call("-", *options, stdin=text.encode()).data["files"]
    assert file["checked"] == {"true": 2 + ALWAYS, "false": 0, "unknown": 1, "sums": 2}
    ((item),) = file["not_run"]
    assert item["code"] == "GD404"
    assert "1 " in item["reason"]


def test_a_fingerprint_stays_when_lines_move_and_prose_changes(call: Caller) -> None:
    (before,) = findings(call, WRONG)
    (after,) = findings(call, WRONG.replace("一、总体情况\n", "一、总体情况\n\n本年度新增一段文字。\n\n"))
    assert before["line"] < after["line"]
    assert before["fingerprint"] == after["fingerprint"]


def test_fingerprints_tell_findings_apart(call: Caller) -> None:
    found = findings(call, TEXTS["many"])
    assert len(found) > 3
    assert len({finding["fingerprint"] for finding in found}) == len(found)


def test_a_fingerprint_changes_with_the_figure(call: Caller) -> None:
    (one,) = findings(call, WRONG)
    (other,) = findings(call, WRONG.replace("| 2 | 0 | 0 | 0 | 3 |", "| 2 | 0 | 0 | 0 | 4 |"))
    assert one["fingerprint"] != other["fingerprint"]


NUMBERS: Final = ["110101199003074477", "11010119900307447X", "6222021234567890123", "4000123412341234"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "changes",
    [
        {"disclosure": {"penalties": {"decisions": "身份证{}"}}},
        {"headings": {"problems": "五、存在问题及改进措施{}情况"}},
        {"labels": {"disclosure": {"licensing": "行政许可（{}一律为0）"}}},
        {"title": "青石县云溪镇人民政府2022年政府信息公开工作报告{}"},
        {"text": {"others": "申请人&nbsp;{}&nbsp;来电"}},
    ],
    ids=["cell", "heading", "label", "title", "prose"],
)
@pytest.mark.parametrize("style", ["text", "json"])
def test_identity_and_card_numbers_are_masked_wherever_they_are_printed(
    call: Caller, style: str, changes: dict[str, Any], number: str
) -> None:
    text = text_of(**json.loads(json.dumps(changes).replace("{}", number)))
    called = call("-", "--format", style, stdin=text.encode())
    assert "GD" in called.out
    assert number[3:-2] not in called.out
    assert number[:3] + "*" in called.out or style == "json"


@pytest.mark.parametrize("gap", range(12, 31))
def test_a_number_is_masked_even_where_the_excerpt_cuts_it(call: Caller, gap: int) -> None:
    number = NUMBERS[0]
    text = text_of(text={"others": f"证件号码{number}{'说' * gap}联系&nbsp;电话{'说' * gap}{number}"})
    out = call("-", stdin=text.encode()).out
    leaks = [number[n : n + 6] for n in range(3, 11) if number[n : n + 6] in out]
    assert leaks == []


def test_json_of_many_files_is_one_document(call: Caller, tmp_path: Any) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    data = call(tmp_path, "--format", "json").data
    assert complaints("check", data) == []
    skipped = {"no-report", "empty"}
    assert len(data["files"]) == data["summary"]["files"] == len(TEXTS) - len(skipped)
    levels = [finding["severity"] for file in data["files"] for finding in file["findings"]]
    assert {level: levels.count(level) for level in ("error", "warning", "info")} == {
        level: data["summary"][level] for level in ("error", "warning", "info")
    }
