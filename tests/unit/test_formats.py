"""Formats for programs: each is what its readers expect, field by field, and holds no harm."""

import csv
import io
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import pytest
from jsonschema import Draft7Validator

from gdlint.forms.place_words import place_words
from gdlint.model.finding import Severity
from gdlint.model.fix import Edit, Fix
from gdlint.model.origin import Located, Location, Origin, SourceLines
from gdlint.model.result import FileResult
from gdlint.reporters.formats import FORMATS, own_reporter
from gdlint.reporters.gitlab import LEVELS as GITLAB_LEVELS
from gdlint.reporters.paths import relative_path, uri
from gdlint.reporters.sarif import message_text
from support.formats import HOSTILE, NOT_TEXT, checked, hostile_text, output, printed
from support.reports import DOUBTFUL, NOTED, RIGHT, WRONG
from support.terminal import harms

FILES: Final = tuple(
    checked(text, f"报告/{name}.txt")
    for name, text in (("right", RIGHT), ("error", WRONG), ("warning", DOUBTFUL), ("info", NOTED))
)
TEXTS: Final = [style for style in FORMATS if style not in NOT_TEXT]
FOUND: Final = [finding for file in FILES for finding in file.outcome.findings]


def test_the_files_of_these_tests_have_a_finding_of_each_level() -> None:
    assert [finding.severity for finding in FOUND] == list(Severity)


@pytest.mark.parametrize("style", TEXTS)
def test_a_run_without_files_is_written_too(style: str) -> None:
    assert isinstance(output(style), bytes)


@pytest.mark.parametrize(
    "style", [style for style in TEXTS if style not in ("table", "markdown", "html", "notice")]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_says_every_finding(style: str, language: str) -> None:
    text = printed(style, *FILES, language=language).replace("%25", "%")
    for finding in FOUND:
        assert finding.code in text
        assert finding.message[language].replace('"', '""' if style == "csv" else '"') in text


def test_concise_is_one_line_a_finding() -> None:
    assert printed("concise", *FILES).splitlines()[0] == (
        f"报告/error.txt:{FOUND[0].line}:{FOUND[0].column}: error GD404 {FOUND[0].message['en']}"
    )
    assert len(printed("concise", *FILES).splitlines()) == 3


def test_jsonl_is_one_finding_of_the_json_format_a_line_with_its_file() -> None:
    lines = [json.loads(line) for line in printed("jsonl", *FILES).splitlines()]
    files = json.loads(printed("json", *FILES))["files"]
    expected = [
        {key: file[key] for key in ("path", "template", "year", "body", "body_kind")} | finding
        for file in files
        for finding in file["findings"]
    ]
    assert lines == expected


def test_csv_has_the_mark_of_excel_and_a_row_a_finding() -> None:
    assert output("csv", *FILES).startswith(b"\xef\xbb\xbfpath,")
    rows = list(csv.DictReader(io.StringIO(output("csv", *FILES).decode("utf-8-sig"))))
    assert [(row["path"], row["code"], row["severity"]) for row in rows] == [
        ("报告/error.txt", "GD404", "error"), ("报告/warning.txt", "GD311", "warning"), ("报告/info.txt", "GD602", "info"),
    ]  # fmt: skip
    assert rows[1]["message"] == FOUND[1].message["en"]
    assert (rows[0]["table"], rows[0]["rows"]) == ("litigation", "reconsideration")


def test_github_annotates_the_place_with_the_level_that_it_knows() -> None:
    lines = printed("github", *FILES).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    finding = FOUND[0]
    assert lines[0].startswith(
        f"::error file=报告/error.txt,line={finding.line},endLine={finding.line},col={finding.column},"
        f"endColumn={finding.end_column},title=GD404 litigation-total::"
    )


def test_github_is_given_no_property_but_those_that_were_meant() -> None:
    (line,) = printed("github", checked(WRONG, "a,line=1::x%0A,b.txt")).splitlines()
    assert line.startswith("::error file=a%2Cline=1%3A%3Ax%250A%2Cb.txt,line=")


def test_gitlab_has_the_fields_of_a_code_quality_report() -> None:
    issues = json.loads(printed("gitlab", *FILES))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert set(GITLAB_LEVELS.values()) <= {"info", "minor", "major", "critical", "blocker"}
    for issue, finding in zip(issues, FOUND, strict=True):
        assert issue["check_name"] == f"{finding.code} {finding.name}"
        assert issue["location"]["lines"]["begin"] == finding.line
        assert re.fullmatch("[0-9a-f]{64}", issue["fingerprint"])


def test_gitlab_tells_the_same_finding_in_two_files_apart() -> None:
    issues = json.loads(printed("gitlab", checked(WRONG, "a.txt"), checked(WRONG, "b.txt")))
    assert len({issue["fingerprint"] for issue in issues}) == 2
    assert json.loads(printed("gitlab", checked(WRONG, "a.txt"))) == issues[:1]


def test_checkstyle_has_an_element_a_file_and_one_a_finding() -> None:
    root = ElementTree.fromstring(output("checkstyle", *FILES))  # noqa: S314 - our own output
    assert root.tag == "checkstyle"
    assert [(file.get("name"), len(file)) for file in root] == [
        ("报告/right.txt", 0), ("报告/error.txt", 1), ("报告/warning.txt", 1), ("报告/info.txt", 1),
    ]  # fmt: skip
    errors = [error.attrib for file in root for error in file]
    assert [error["severity"] for error in errors] == ["error", "warning", "info"]
    assert [int(error["line"]) for error in errors] == [finding.line for finding in FOUND]
    assert {tuple(error) for error in errors} == {("line", "column", "severity", "message", "source")}


def test_junit_is_read_by_junitparser() -> None:
    junitparser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    suites = junitparser.JUnitXml.fromstring(output("junit", *FILES))
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("报告/right.txt", 1, 0), ("报告/error.txt", 1, 1), ("报告/warning.txt", 1, 0), ("报告/info.txt", 1, 0),
    ]  # fmt: skip
    (failed,) = [case for suite in suites for case in suite if not case.is_passed]
    (failure,) = failed.result
    assert (failure.type, failure.message) == ("error", FOUND[0].message["en"])


def test_junit_fails_what_the_call_fails_for() -> None:
    strict = [file._replace(fatal=("error", "warning")) for file in FILES]
    root = ElementTree.fromstring(output("junit", *strict))  # noqa: S314 - our own output
    assert [len(suite.findall("testcase/failure")) for suite in root] == [0, 1, 1, 0]
    assert [suite.get("failures") for suite in root] == ["0", "1", "1", "0"]


def sarif(*files: Any) -> dict[str, Any]:
    """Files in, the run of their SARIF out."""
    (run,) = json.loads(printed("sarif", *files))["runs"]
    found: dict[str, Any] = run
    return found


def test_sarif_says_where_and_at_which_level() -> None:
    results = sarif(*FILES)["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    for result, finding in zip(results, FOUND, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("%E6%8A%A5%E5%91%8A/")
        assert place["region"] == {
            "startLine": finding.line, "startColumn": finding.column, "endLine": finding.end_line,
            "endColumn": finding.end_column,
        }  # fmt: skip
        assert result["partialFingerprints"] == {"gdlint/v1": finding.fingerprint}


def test_sarif_describes_every_rule_that_a_result_names() -> None:
    run = sarif(*FILES)
    driver = run["tool"]["driver"]
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert {result["ruleId"] for result in run["results"]} <= rules.keys()
    assert {"name", "version", "semanticVersion", "informationUri", "language", "rules"} == driver.keys()
    assert rules["GD404"]["defaultConfiguration"] == {"level": "error", "enabled": True}
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules.values())


@pytest.mark.parametrize(
    ("text", "message"),
    [("a {b}", "a {b}"), ("{0}", "{{0}}"), ("[a](b)", "\\[a\\](b)"), ("[1] (2)", "[1] (2)")],
)
def test_a_message_of_sarif_holds_no_placeholder_and_no_link(text: str, message: str) -> None:
    assert message_text(text) == message


@pytest.mark.parametrize(
    ("origin", "new"), [(None, "甲&乙<"), (SourceLines((0,), (0,), (0,)), "甲&amp;乙&lt;")]
)
def test_sarif_inserts_letters_as_the_file_has_them(origin: Origin, new: str) -> None:
    (file,) = FILES[1:2]
    finding = file.outcome.findings[0]._replace(fix=Fix((Edit(0, 1, "甲&乙<"),), safe=True))
    source = file.report.source._replace(origin=origin, path="a.html" if origin else "a.txt")
    changed = file._replace(
        report=file.report._replace(source=source), outcome=file.outcome._replace(findings=(finding,))
    )
    (fix,) = sarif(changed)["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": new}


def consumers() -> Path:
    """The folder of npm modules that .ci/consumers fills; without it, skip, or fail where GDLINT_CONSUMERS=required."""
    folder = os.environ.get("GDLINT_CONSUMERS", "")
    if not Path(folder).is_dir() or not folder:
        pytest.skip("GDLINT_CONSUMERS names no folder of npm modules (.ci/consumers)")
    return Path(folder)


def test_sarif_follows_the_schema_of_oasis() -> None:
    file = consumers() / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
    schema = Draft7Validator(json.loads(file.read_text(encoding="utf-8")))
    for language in ("zh", "en"):
        for files in ((), FILES, [checked(hostile_text(payload)) for payload in HOSTILE]):
            data = json.loads(printed("sarif", *files, language=language))
            assert [error.message for error in schema.iter_errors(data)] == []


@cache
def hostile(payload: str) -> FileResult:
    """A file with a payload, checked once for all formats."""
    return checked(hostile_text(payload), f"a{payload.replace('/', '')}.txt")


@pytest.mark.parametrize("payload", HOSTILE, ids=ascii)
@pytest.mark.parametrize("style", TEXTS)
def test_what_a_report_holds_does_no_harm(style: str, payload: str) -> None:
    text = printed(style, hostile(payload))
    assert ("GD003" in text) is (style not in ("table", "notice"))
    own = re.compile(r"^::(?:error|warning|notice) file=", re.MULTILINE) if style == "github" else None
    assert harms(own.sub("", text) if own else text.removeprefix("\ufeff")) == []
    if style in ("checkstyle", "junit"):
        ElementTree.fromstring(text.encode())  # noqa: S314 - our own output
    if style == "csv":
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t")] == []
    if style in ("json", "gitlab", "sarif"):
        json.loads(text)


@pytest.mark.parametrize("style", TEXTS)
def test_personal_numbers_are_masked(style: str) -> None:
    assert "199003074477" not in printed(style, checked(hostile_text("110101199003074477")))


@pytest.mark.parametrize(
    ("path", "relative", "reference"),
    [
        ("-", "-", "-"),
        ("a.txt", "a.txt", "a.txt"),
        ("./a b.txt", "a b.txt", "a%20b.txt"),
        ("x/../a.txt", "a.txt", "a.txt"),
        ("/elsewhere/报.txt", "/elsewhere/报.txt", "file:///elsewhere/%E6%8A%A5.txt"),
        ("javascript:alert(1)", "javascript:alert(1)", "javascript%3Aalert%281%29"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="paths of POSIX")
def test_paths_are_those_of_the_folder_of_the_call(path: str, relative: str, reference: str) -> None:
    assert (relative_path(path), uri(path)) == (relative, reference)


def test_every_format_has_an_ending() -> None:
    endings = {style: own_reporter(style).suffix for style in FORMATS}
    assert endings["sarif"] == ".sarif"
    assert all(ending.startswith(".") for ending in endings.values())


def without_lines() -> FileResult:
    """A file as a Word document is read: its places are cells of tables."""
    cell = Location("cell", (("table", 3), ("row", 5), ("column", 9)))
    file = checked(WRONG, "报告.docx")
    source = file.report.source._replace(origin=Located((0,), (cell,)))
    findings = tuple(
        finding._replace(origin=cell, line=1, column=1, end_line=1, end_column=1)
        for finding in file.outcome.findings
    )
    return file._replace(
        report=file.report._replace(source=source), outcome=file.outcome._replace(findings=findings)
    )


@pytest.mark.parametrize(
    "style", [style for style in TEXTS if style not in ("json", "jsonl", "csv", "table")]
)
def test_a_place_without_lines_is_said_in_words(style: str) -> None:
    text = printed(style, without_lines())
    assert place_words(without_lines().report.source, 0, "en").partition(",")[0].split(" (")[0] in text
    assert "line 64" not in text


def test_sarif_has_no_region_where_a_file_has_no_lines() -> None:
    (result,) = sarif(without_lines())["results"]
    assert list(result["locations"][0]["physicalLocation"]) == ["artifactLocation"]
    assert "relatedLocations" not in result
