"""`gdlint extract`: the tables and facts of reports as JSON and CSV."""

import csv
import io
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from generate import SHAPES, tables
from support.calls import Caller, process
from support.generated import made_from, printed
from support.reports import NO_REPORT, RIGHT, WRONG
from support.rules import text_of
from support.schemas import complaints

FILE: Final = {
    "path", "template", "year", "body", "body_kind", "body_suffix", "title", "period", "signature", "sections",
    "tables", "unassigned", "known", "claims",
}  # fmt: skip
CSV: Final = ["path", "year", "template", "body", "table", "row", "column", "text", "value", "line", "char"]


def extracted(call: Caller, text: str, *options: str) -> dict[str, Any]:
    """A text in, its item of `files` out."""
    called = call("extract", "-", *options, stdin=text.encode())
    assert complaints("extract", called.data) == []
    (file,) = called.data["files"]
    assert isinstance(file, dict)
    return file


def cell(call: Caller, table: str, row: str, column: str, text: str, template: int = 2021) -> dict[str, Any]:
    """A cell and what is printed in it in, what is extracted from it out (without its place)."""
    file = extracted(call, text_of(template=template, **{table: {row: {column: text}}}))
    found: Mapping[str, Any] = file["tables"][table][row][column]
    return {key: value for key, value in found.items() if key not in ("line", "column")}


def test_the_fields_of_a_file(call: Caller) -> None:
    file = extracted(call, RIGHT)
    assert set(file) == FILE
    lines = RIGHT.split("\n")
    day = lines.index("2023年1月20日") + 1
    facts = {key: file[key] for key in FILE - {"tables", "sections", "known", "claims"}}
    assert facts == {
        "path": "-",
        "template": 2021,
        "year": 2022,
        "body": "青石县云溪镇人民政府",
        "body_kind": "town",
        "body_suffix": "镇",
        "title": "青石县云溪镇人民政府2022年政府信息公开工作年度报告",
        "period": {"start": "2022-01-01", "end": "2022-12-31", "line": 3},
        "signature": {"body": "青石县云溪镇人民政府", "date": "2023-01-20", "line": day},
        "unassigned": [],
    }


def test_sections_have_key_title_and_line_in_the_order_of_the_text(call: Caller) -> None:
    sections = extracted(call, RIGHT)["sections"]
    assert [section["key"] for section in sections] == [
        "overall", "disclosure", "applications", "litigation", "problems", "others",
    ]  # fmt: skip
    lines = RIGHT.split("\n")
    assert [set(section) for section in sections] == [{"key", "title", "line"}] * 6
    assert all(section["title"] in lines[section["line"] - 1] for section in sections)


def test_a_cell_has_text_value_line_and_column(call: Caller) -> None:
    lines = WRONG.split("\n")
    row = next(n for n, line in enumerate(lines, 1) if line.startswith("| 2 |"))
    found = extracted(call, WRONG)["tables"]["litigation"]["reconsideration"]
    assert found["upheld"] == {"text": "2", "value": 2, "line": row, "column": 3}
    assert found["total"] == {"text": "3", "value": 3, "line": row, "column": 19}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("seed", range(4))
def test_every_cell_of_a_generated_report_is_there_and_no_other(call: Caller, shape: str, seed: int) -> None:
    made = made_from(seed)
    found = extracted(call, printed(made, shape, seed))["tables"]
    truth = tables(made)
    assert {table: {row: set(cells) for row, cells in rows.items()} for table, rows in found.items()} == {
        table: {row: set(cells) for row, cells in rows.items()} for table, rows in truth.items()
    }


COUNT: Final = ("applications", "new", "business")
AMOUNT: Final = ("disclosure", "fees", "amount")


@pytest.mark.parametrize(
    ("printed_text", "expected"),
    [
        ("0", {"text": "0", "value": 0}),
        ("12", {"text": "12", "value": 12}),
        ("１２", {"text": "１２", "value": 12}),
        ("1,234", {"text": "1,234", "value": 1234}),
        ("-1", {"text": "-1", "value": -1}),
        ("", {"text": "", "value": None}),
        ("无", {"text": "无", "value": None}),
        ("/", {"text": "/", "value": None}),
        ("1.5", {"text": "1.5", "value": None}),
        ("3件", {"text": "3件", "value": None, "number": "3", "unit": "件"}),
    ],
)
def test_a_count_is_an_integer_or_has_no_value(
    call: Caller, printed_text: str, expected: dict[str, Any]
) -> None:
    assert cell(call, *COUNT, printed_text) == expected


@pytest.mark.parametrize(
    ("printed_text", "expected"),
    [
        ("0", {"text": "0", "value": "0"}),
        ("0.5500", {"text": "0.5500", "value": "0.5500"}),
        ("766.20", {"text": "766.20", "value": "766.20"}),
        ("0.00", {"text": "0.00", "value": "0.00"}),
        ("", {"text": "", "value": None}),
        ("766202元", {"text": "766202元", "value": None, "number": "766202", "unit": "元"}),
        ("0.5500万元", {"text": "0.5500万元", "value": None, "number": "0.5500", "unit": "万元"}),
        ("0.00000005万元", {"text": "0.00000005万元", "value": None, "number": "0.00000005", "unit": "万元"}),
    ],
)
def test_an_amount_is_the_decimal_as_it_is_printed(
    call: Caller, printed_text: str, expected: dict[str, Any]
) -> None:
    assert cell(call, *AMOUNT, printed_text) == expected


@pytest.mark.parametrize(
    ("printed_text", "value"), [("5", 5), ("-3", -3), ("+3", 3), ("－3", -3), ("−3", -3)]
)
def test_a_change_is_a_signed_integer(call: Caller, printed_text: str, value: int) -> None:
    assert cell(call, "disclosure", "fees", "change", printed_text, 2019)["value"] == value


@pytest.mark.parametrize(
    ("changes", "table", "absent"),
    [
        ({"drop": {"applications": ["denied.inquiry"]}}, "applications", "denied.inquiry"),
        ({"template": 2021}, "applications", "other_handling"),
        ({"template": 2019}, "applications", "other_handling.other"),
        ({"template": 2021}, "disclosure", "procurement"),
    ],
)
def test_a_row_that_is_not_there_is_absent(
    call: Caller, changes: dict[str, Any], table: str, absent: str
) -> None:
    assert absent not in extracted(call, text_of(**changes))["tables"][table]


def test_a_table_that_is_not_there_is_absent(call: Caller) -> None:
    assert set(extracted(call, text_of(no_table=["litigation"]))["tables"]) == {"disclosure", "applications"}


def test_a_row_that_could_not_be_bound_is_unassigned_and_nowhere_else(call: Caller) -> None:
    text = text_of(shape="tsv", short={"applications": ["not_processed.repeat"]})
    file = extracted(call, text, "--lang", "en")
    (loose,) = file["unassigned"]
    line = next(n for n, row in enumerate(text.split("\n"), 1) if "2.重复申请" in row)
    assert "not_processed.repeat" not in file["tables"]["applications"]
    assert {key: loose[key] for key in ("table", "row", "texts", "line")} == {
        "table": "applications", "row": "not_processed.repeat", "texts": ["0"] * 6, "line": line,
    }  # fmt: skip
    assert loose["reason"] == "6 values for 7 columns"
    assert text.split("\n")[line - 1][loose["column"] - 1] == "0"


def test_of_a_row_that_occurs_twice_the_first_counts(call: Caller) -> None:
    again = ["四、结转下年度继续办理", "", "", "0", "0", "9", "0", "0", "0", "9"]
    file = extracted(call, text_of(add={"applications": [again]}))
    assert file["tables"]["applications"]["carried_out"]["research"]["value"] == 0
    assert [(loose["row"], loose["texts"]) for loose in file["unassigned"]] == [("carried_out", again[3:])]


def test_of_a_table_that_occurs_twice_the_first_counts(call: Caller) -> None:
    file = extracted(call, text_of(twice=["litigation"]))
    rows = {"reconsideration", "direct_suit", "suit_after_reconsideration"}
    assert set(file["tables"]["litigation"]) == rows
    assert {(loose["table"], loose["row"]) for loose in file["unassigned"]} == {
        ("litigation", row) for row in rows
    }


NO_YEAR: Final = "青石县云溪镇人民政府政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("changes", "year", "inferred"),
    [
        ({}, 2022, None),
        ({"title": NO_YEAR}, 2022, "period"),
        ({"title": NO_YEAR, "intro": None}, 2022, "signature"),
        ({"title": NO_YEAR, "intro": None, "signature": None}, None, None),
    ],
)
def test_the_year_is_the_titles_else_the_periods_else_the_signatures_less_one(
    call: Caller, changes: dict[str, Any], year: int | None, inferred: str | None
) -> None:
    file = extracted(call, text_of(**changes))
    assert (file["year"], file.get("year_inferred")) == (year, inferred)


def test_facts_that_are_not_there_are_null(call: Caller) -> None:
    file = extracted(call, text_of(title="", intro=None, signature=None))
    assert [
        file[key] for key in ("year", "body", "body_kind", "body_suffix", "title", "period", "signature")
    ] == ([None] * 7)


def csv_of(call: Caller, *texts: str) -> list[dict[str, str]]:
    """A text in, the rows of its CSV out."""
    (text,) = texts
    called = call("extract", "-", "--format", "csv", stdin=text.encode())
    assert called.status == 0
    return list(csv.DictReader(io.StringIO(called.out)))


def test_csv_has_a_header_and_a_row_for_each_cell(call: Caller) -> None:
    called = call("extract", "-", "--format", "csv", stdin=RIGHT.encode())
    rows = list(csv.reader(io.StringIO(called.out)))
    assert rows[0] == CSV
    assert len(rows) == 1 + 10 + 175 + 15
    assert {len(row) for row in rows} == {len(CSV)}


def test_csv_holds_what_json_holds(call: Caller) -> None:
    text = text_of(disclosure={"fees": {"amount": "766202元"}, "penalties": {"decisions": ""}})
    data = extracted(call, text)
    cells = {(table, row, column): found for table, rows in data["tables"].items()
             for row, columns in rows.items() for column, found in columns.items()}  # fmt: skip
    rows = csv_of(call, text)
    assert len(rows) == len(cells)
    for row in rows:
        found = cells[row["table"], row["row"], row["column"]]
        assert row["text"] == (found["text"] or "")
        assert row["value"] == ("" if found["value"] is None else str(found["value"]))
        assert (row["line"], row["char"]) == (str(found["line"]), str(found["column"]))
        assert (row["path"], row["year"], row["template"], row["body"]) == ("-", "2022", "2021", data["body"])


def test_csv_quotes_what_needs_it(call: Caller) -> None:
    rows = csv_of(call, text_of(disclosure={"penalties": {"decisions": '1,"2"'}}))
    assert [row["text"] for row in rows if row["row"] == "penalties"] == ['1,"2"']


COUNTED: Final = text_of(text={"overall": "全年收到政府信息公开申请3件，约40件来自网上，全县收到申请9件。"})
PLACED: Final = ("unit", "subject", "cue")
SHORT: Final = text_of(shape="tsv", short={"applications": ["not_processed.repeat"]})


def kind_of(call: Caller, kind: str, text: str, *options: str) -> list[dict[str, str]]:
    """A kind of CSV and a text in, its rows out."""
    called = call("extract", "-", "--format", "csv", "--what", kind, *options, stdin=text.encode())
    assert called.status == 0
    return list(csv.DictReader(io.StringIO(called.out)))


def test_claims_are_a_csv_of_their_own_that_holds_what_json_holds(call: Caller) -> None:
    claims = extracted(call, COUNTED)["claims"]
    rows = kind_of(call, "claims", COUNTED)
    assert len(rows) == len(claims) > 1
    for row, claim in zip(rows, claims, strict=True):
        assert (row["path"], row["year"], row["char"]) == ("-", "2022", str(claim.pop("column")))
        for part in PLACED:
            place = claim.pop(f"{part}_at") or {"line": None, "column": None}
            assert [row[f"{part}_line"], row[f"{part}_char"]] == list(map(plain, place.values()))
        assert {name: row[name] for name in claim} == {name: plain(value) for name, value in claim.items()}


def test_a_claim_says_where_its_number_its_unit_its_subject_and_its_cue_stand(call: Caller) -> None:
    text = text_of(text={"overall": "全年收到政府信息公开申请3件。"})
    claim = next(claim for claim in extracted(call, text)["claims"] if claim["value"] == "3")
    lines = text.split("\n")
    for part, printed_there in (("unit", "件"), ("subject", "政府信息公开申请"), ("cue", "收到")):
        place = claim[f"{part}_at"]
        assert lines[place["line"] - 1][place["column"] - 1 :].startswith(printed_there)


def test_a_denial_has_no_place_of_a_unit(call: Caller) -> None:
    text = text_of(text={"overall": "全年未收到政府信息公开申请。"})
    (claim,) = [claim for claim in extracted(call, text)["claims"] if claim["denied"]]
    assert claim["unit_at"] is None


def plain(value: object) -> str:
    """A value of JSON as it stands in a cell."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_what_is_unassigned_is_a_csv_of_its_own(call: Caller) -> None:
    (row,) = kind_of(call, "unassigned", SHORT, "--lang", "en")
    (loose,) = extracted(call, SHORT)["unassigned"]
    assert (row["table"], row["row"], row["problem"]) == ("applications", "not_processed.repeat", "short")
    assert row["texts"].split(" | ") == loose["texts"]
    assert row["reason"] == "6 values for 7 columns"
    assert (row["line"], row["char"]) == (str(loose["line"]), str(loose["column"]))


def test_cells_are_what_a_csv_holds_where_nothing_is_said(call: Caller) -> None:
    assert kind_of(call, "tables", RIGHT) == csv_of(call, RIGHT)


@pytest.mark.parametrize("options", [["--what", "claims"], ["--format", "csv", "--what", "all"]])
def test_a_kind_of_csv_that_is_none_is_refused(call: Caller, options: list[str]) -> None:
    called = call("extract", "-", *options, stdin=RIGHT.encode())
    assert (called.status, called.out, len(called.said)) == (2, "", 1)


@pytest.mark.parametrize("kind", ["tables", "claims", "unassigned"])
def test_no_kind_of_csv_is_read_as_a_report(call: Caller, tmp_path: Path, kind: str) -> None:
    (tmp_path / "out.txt").write_text(
        call("extract", "-", "--format", "csv", "--what", kind, stdin=COUNTED.encode()).out, encoding="utf-8"
    )
    called = call("check", tmp_path / "out.txt")
    assert called.out == ""
    assert "out.txt" in called.err


@pytest.mark.parametrize("style", ["json", "csv"])
def test_a_named_file_that_is_no_report_is_a_job_not_done(call: Caller, tmp_path: Path, style: str) -> None:
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NO_REPORT, encoding="utf-8")
    called = call("extract", tmp_path / "a.txt", tmp_path / "b.txt", "--format", style)
    assert called.status == 2
    assert "云溪" in called.out
    assert len([line for line in called.said if "b.txt" in line]) == 1


def test_a_file_of_a_folder_that_is_no_report_is_skipped_and_counted(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NO_REPORT, encoding="utf-8")
    called = call("extract", tmp_path, "--lang", "en")
    assert (called.status, len(called.data["files"])) == (0, 1)
    skipped = f"1 file(s) that are no reports skipped ({tmp_path / 'b.txt'})"
    assert called.err == f"gdlint: 1 file(s) extracted; {skipped}\n"


@pytest.mark.parametrize("content", [b"\x00\xff" * 9, b"PK\x03\x04", b"\xff\x81" * 50], ids=repr)
def test_a_file_that_cannot_be_read_is_said_and_the_others_go_on(
    call: Caller, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(RIGHT, encoding="utf-8")
    called = call("extract", tmp_path)
    assert (called.status, len(called.data["files"])) == (2, 1)
    assert len([line for line in called.said if "a.txt" in line]) == 1


def test_errors_in_a_report_are_no_failure(call: Caller) -> None:
    assert call("extract", "-", stdin=WRONG.encode()).status == 0


def test_the_output_file_holds_what_standard_output_would(call: Caller, tmp_path: Path) -> None:
    path, output = tmp_path / "it.txt", tmp_path / "out.csv"
    path.write_text(RIGHT, encoding="utf-8")
    expected = call("extract", path, "--format", "csv").out
    assert call("extract", path, "--format", "csv", "-o", output).out == ""
    assert output.read_text(encoding="utf-8") == expected
    assert sorted(os.listdir(tmp_path)) == ["it.txt", "out.csv"]


def test_a_process_extracts_from_standard_input() -> None:
    called = process("extract", "-", stdin=RIGHT.encode("gb18030"))
    assert called.status == 0
    assert called.data["schema"] == 1
    assert len(called.said) == 1


def test_a_fact_says_how_it_is_known(call: Caller) -> None:
    known = extracted(call, RIGHT.replace("青石县云溪镇人民政府", "瑞昌市"))["known"]
    assert known["body"] == {"value": "瑞昌市", "how": "title", "line": 1}
    assert (known["body_kind"]["value"], known["body_kind"]["how"]) == ("county", "places")
    assert known["region"]["value"] == ["江西省", "九江市", "瑞昌市"]


def test_what_a_portal_says_of_a_report_is_marked_as_such(call: Caller) -> None:
    portal = "标题：青石县水利局2022年政府信息公开工作年度报告\n发布日期：2023-01-18\n\n一、总体情况\n\n有序公开。\n"
    known = extracted(call, portal)["known"]
    assert (known["published"]["value"], known["published"]["how"], known["published"]["line"]) == (
        "2023-01-18",
        "portal",
        2,
    )
    assert (known["body"]["how"], known["year"]["how"]) == ("portal", "portal")
    assert "region" not in known
