"""Files of known findings that would harm."""

import json
from collections.abc import Iterator

from support.hostile.shape import Content, Hostile, folder, sparse

ENTRY = '{"path": "report.txt", "code": "GD404", "fingerprint": "0", "line": 1}'


def _file(name: str, content: Content, place: str = "b.json", says: str = "") -> Hostile:
    return Hostile(
        f"baseline: {name}", {"b.json": content}, place, says, ("report.txt", "--baseline", "b.json")
    )


def _with(findings: str) -> str:
    return f'{{"schema": 1, "findings": [{findings}]}}'


def _all() -> Iterator[Hostile]:
    yield _file(
        "a line of 5,000 digits",
        _with(ENTRY.replace('"line": 1', f'"line": {"9" * 5000}')),
        says="too many digits",
    )
    yield _file("a line of 4,000 digits", _with(ENTRY.replace('"line": 1', f'"line": {"9" * 4000}')), "")
    yield _file("a negative line", _with(ENTRY.replace('"line": 1', '"line": -1')), "")
    yield _file("a line that is no number", _with(ENTRY.replace('"line": 1', '"line": NaN')), "")
    yield _file("a reason that is a list", _with(ENTRY.replace('"line": 1', '"reason": [[[[1]]]]')), "")
    yield _file("a path with an end", _with(ENTRY.replace("report.txt", "a\\u0000b")), "")
    yield _file("half a letter", _with(ENTRY.replace("report.txt", "\\ud800")), "")
    yield _file("a path to above", _with(ENTRY.replace("report.txt", "../../../../etc/passwd")), "")
    yield _file(
        "escapes",
        _with(ENTRY.replace('"0"', '"\\u001b[2J"').replace("GD404", "\\u001b]0;x\\u0007\\n::error::")),
        "",
    )
    yield _file(
        "an escape for a schema", '{"schema": "\\u001b[2J\\n::error::x", "findings": []}', says="schema"
    )
    yield _file("a schema of 4,000 digits", f'{{"schema": {"9" * 4000}, "findings": []}}', says="schema")
    yield _file(
        "a schema that is a list",
        f'{{"schema": {json.dumps(["a" * 100_000])}, "findings": []}}',
        says="schema",
    )
    yield _file("deep lists", "[" * 100_000, says="nested")
    yield _file("deep mappings", '{"a":' * 90_000, says="nested")
    yield _file("deep reasons", _with(ENTRY.replace('"line": 1', f'"reason": {"[" * 900}{"]" * 900}')), "")
    yield _file("a million lists", "[" + "[]," * 1_000_000 + "[]]", says="values")
    yield _file("a million numbers", "[" + "1," * 1_000_000 + "1]", says="values")
    yield _file("99,000 entries", _with(",".join([ENTRY] * 99_000)), "")
    yield _file("14 MB of one text", _with("")[:-1] + f', "a": "{"a" * 14_000_000}"}}', "")
    yield _file("3 GB", sparse(3_000_000_000, b"{"), says="bytes")
    yield _file("a folder", folder, "baseline names", "does not exist")
    yield _file("no JSON", "a", "b.json:1", "syntax error")
    yield _file("nothing", "", "b.json:1", "syntax error")
    yield _file("not UTF-8", b'{"schema": 1, "findings": ["\xff"]}', says="UTF-8")
    yield _file("a number for findings", '{"schema": 1, "findings": 5}', says="no file of known findings")
    yield _file("the same key a thousand times", "{" + '"schema": 1,' * 1000 + '"findings": []}', "")


BASELINES = tuple(_all())
