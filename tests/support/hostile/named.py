"""Files that a call or a settings file names, and that would do harm: templates of notices, first runs, lists, archives."""

import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from support.hostile.shape import Content, Hostile, folder, link, pipe, sparse


def _notice(name: str, template: Content, says: str = "") -> Hostile:
    args = ("report.txt", "--format", "notice", "--notice", "n.txt")
    return Hostile(f"notice: {name}", {"n.txt": template}, "n.txt" if says else "", says, args)


def _notices() -> Iterator[Hostile]:
    yield _notice("attributes", "$body.__class__ ${body.__class__} {body.__class__}")
    yield _notice("a huge width", "{body:>999999999} %999999999s")
    yield _notice("fields without end", "$" * 100_000 + "${" * 100_000)
    yield _notice("900 kB of fields", "$items " * 120_000)
    yield _notice("escapes", "\x1b]0;x\x07\u202e\n::error::x\n##[error]x")
    yield _notice("a pipe", pipe, "no regular file")
    yield _notice("a device", link("/dev/zero"), "no regular file")
    yield _notice("a folder", folder, "no regular file")
    yield _notice("3 GB", sparse(3_000_000_000, b"a"), "bytes")
    yield _notice("not UTF-8", b"\xff\xfe", "UTF-8")


def _first(name: str, content: Content, says: str = "") -> Hostile:
    args = ("report.txt", "--against", "f.json")
    return Hostile(f"first run: {name}", {"f.json": content}, "f.json" if says else "", says, args)


def _first_runs() -> Iterator[Hostile]:
    file: dict[str, object] = {"path": "report.txt", "body": None, "year": 2022, "findings": []}
    whole = json.dumps({"files": [file]})
    yield _first("six million numbers", "[" + "1," * 6_000_000 + "1]", "more than 5000000 values")
    yield _first("three million lists", "[" + "[]," * 3_000_000 + "[]]", "more than 5000000 values")
    yield _first("deep lists", "[" * 100_000, "nested")
    yield _first("a year of 5,000 digits", whole.replace("2022", "9" * 5_000), "digits")
    yield _first("a year of 4,000 digits", whole.replace("2022", "9" * 4_000))
    yield _first("escapes", json.dumps({"files": [{**file, "path": "\x1b[2J\u202e", "body": "\x07"}]}))
    yield _first("half a letter", json.dumps({"files": [{**file, "path": "\ud800"}]}))
    yield _first("50,000 files", json.dumps({"files": [{**file, "path": f"{n}.txt"} for n in range(50_000)]}))
    yield _first("a pipe", pipe, "no regular file")
    yield _first("3 GB", sparse(3_000_000_000, b"{"), "bytes")


def _bomb(inner: str = "a.txt") -> Content:
    """An archive of one file of 60 MB, packed to a thousandth of it."""

    def made(path: Path) -> None:
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr(inner, b" " * 60_000_000)

    return made


def _settings() -> Iterator[Hostile]:
    for name, settings, file, place, says in (
        ("an archive for a pack", "packs: [./a.zip]", "a.zip", ".gdlint.yaml:1", "does not exist"),
        ("a document for a pack", "packs: [./a.docx]", "a.docx", ".gdlint.yaml:1", "does not exist"),
        ("an archive for a baseline", "baseline: a.zip", "a.zip", "a.zip", "UTF-8"),
        ("a document for settings", "extends: a.docx", "a.docx", ".gdlint.yaml:1", "ends in .yaml"),
        ("an archive that is called settings", "extends: a.yaml", "a.yaml", "a.yaml:1", "not UTF-8"),
    ):
        yield Hostile(f"named: {name}", {".gdlint.yaml": settings, file: _bomb()}, place, says)


def _reports() -> Iterator[Hostile]:
    for suffix, path in (("docx", "word/document.xml"), ("ofd", "OFD.xml"), ("zip", "../../a.txt")):
        yield Hostile(f"named: 60 MB in a .{suffix}", {f"a.{suffix}": _bomb(path)}, args=(f"a.{suffix}",))


def _lists() -> Iterator[Hostile]:
    def listing(name: str, file: str, files: dict[str, Content], place: str = "", says: str = "") -> Hostile:
        return Hostile(f"list: {name}", files, place, says, ("--files-from", file))

    yield listing("a device", "/dev/zero", {}, "/dev/zero", "bytes are too many")
    yield listing("3 GB", "l.txt", {"l.txt": sparse(3_000_000_000)}, "l.txt", "bytes are too many")
    yield listing("50,000 times the same", "l.txt", {"l.txt": "report.txt\n" * 50_000})
    yield listing("options", "l.txt", {"l.txt": "report.txt\n--config=/etc/passwd\n"})._replace(
        fails="no such file or folder"
    )


NAMED = (*_notices(), *_first_runs(), *_settings(), *_reports(), *_lists())
