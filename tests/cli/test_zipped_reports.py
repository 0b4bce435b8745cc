"""An archive of reports is a folder: each file in it is read, by the name that its maker saw, and nothing is unpacked."""

import os
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from gdlint.readers.archive import Archives, Member
from support.calls import Called, Caller, environment
from support.reports import NO_REPORT, RIGHT, WRONG

_ZEROS: Final = b"\0" * 1_000


class Named(zipfile.ZipInfo):
    """An entry whose name is these bytes, as other systems write it, without saying in which encoding."""

    raw = b""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - a name of the standard library
        return self.raw, self.flag_bits & ~0x800


def named(raw: bytes) -> zipfile.ZipInfo:
    """An entry of this name."""
    entry = Named("x")
    entry.raw = raw
    return entry


def packed(path: Path, **texts: str) -> Path:
    """An archive: `a__b_txt` is a/b.txt."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(".".join(name.rsplit("_", 1)).replace("__", "/"), text)
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which gdlint is called."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(called: Called) -> dict[str, list[str]]:
    """The files of a call with their codes of errors."""
    files = called.data["files"]
    return {
        file["path"]: [each["code"] for each in file["findings"] if each["severity"] == "error"]
        for file in files
    }


def test_an_archive_is_a_folder(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", b_txt=WRONG, 东县__a_md=RIGHT, notes_txt=NO_REPORT, 东县__c_xyz="")
    called = call("r.zip", "--format", "json")
    assert checked(called) == {"r.zip/b.txt": ["GD404"], "r.zip/东县/a.md": []}
    assert called.status == 1
    assert "r.zip/notes.txt" in called.err


def test_an_archive_in_a_folder_is_looked_into(call: Caller, folder: Path) -> None:
    (folder / "all").mkdir()
    packed(folder / "all" / "r.ZIP", a_txt=RIGHT)
    assert list(checked(call("all", "--format", "json"))) == ["all/r.ZIP/a.txt"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_are_those_that_their_maker_saw(call: Caller, folder: Path, encoding: str) -> None:
    with zipfile.ZipFile(folder / "r.zip", "w") as archive:
        archive.writestr(named("东县\\年度报告.txt".encode(encoding)), RIGHT)
    assert list(checked(call("r.zip", "--format", "json"))) == ["r.zip/东县/年度报告.txt"]


def test_a_name_never_leads_out_of_the_archive(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", **{"..__..__a_txt": RIGHT})
    out = folder / "out"
    call("r.zip", "--format", "html", "--output-dir", out)
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html")) == [
        "out/index.html",
        "out/r.zip/a.html",
    ]


def test_what_systems_add_and_hidden_files_are_left_out(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", a_txt=RIGHT, **{".b_txt": RIGHT, "~$c_txt": RIGHT, "d__.e_txt": RIGHT})
    with zipfile.ZipFile(folder / "r.zip", "a") as archive:
        archive.writestr("__MACOSX/a.txt", RIGHT)
    assert list(checked(call("r.zip", "--format", "json"))) == ["r.zip/a.txt"]


def test_files_that_cannot_be_read_are_named(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", a_txt=RIGHT, b_png="", inner_zip="")
    called = call("r.zip", "--format", "json")
    assert "r.zip/b.png" in called.err
    assert "r.zip/inner.zip" in called.err


def test_an_archive_is_not_written_over(call: Caller, folder: Path) -> None:
    content = packed(folder / "r.zip", a_txt=RIGHT).read_bytes()
    assert call("r.zip", "-o", "r.zip").status == 2
    assert (folder / "r.zip").read_bytes() == content


def test_excluded_files_of_an_archive_are_left_out(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", old__a_txt=RIGHT, b_txt=RIGHT)
    assert list(checked(call("r.zip", "--exclude", "r.zip/old/**", "--format", "json"))) == ["r.zip/b.txt"]


def test_known_findings_stay_while_the_archive_is_there(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", a_txt=WRONG)
    assert call("baseline", "r.zip").status == 0
    assert checked(call("r.zip", "--baseline", ".gdlint-baseline.json", "--format", "json")) == {
        "r.zip/a.txt": []
    }


def bomb(path: Path) -> None:
    """A small archive of very much."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as stream,
    ):
        for _ in range(60_000):
            stream.write(_ZEROS)


def many(path: Path) -> None:
    """An archive of very many files."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(50_001):
            archive.writestr(f"{number}.txt", "")


def cut(path: Path) -> None:
    """An archive without its end."""
    path.write_bytes(packed(path, a_txt=RIGHT).read_bytes()[:-40])


def sharing(path: Path) -> None:
    """An archive whose entries are the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", RIGHT)
        first = archive.getinfo("a.txt")
        for number in range(9):
            other = zipfile.ZipInfo(f"{number}.txt")
            for field in ("compress_size", "file_size", "CRC", "header_offset"):
                setattr(other, field, getattr(first, field))
            archive.filelist.append(other)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (bomb, "解压后过大"),
        (many, "压缩包里文件过多"),
        (cut, "已损坏"),
        (sharing, "已损坏"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_hostile_archive_is_one_line(call: Caller, folder: Path, make: object, told: str) -> None:
    make(folder / "r.zip")  # type: ignore[operator]
    called = call("r.zip", "--format", "concise")
    assert called.status == 1
    (line,) = called.out.splitlines()
    assert "GD001" in line
    assert told in line


def test_an_encrypted_file_is_told_and_the_others_are_read(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", a_txt=RIGHT, b_txt=RIGHT)
    data = bytearray((folder / "r.zip").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (folder / "r.zip").write_bytes(data)
    assert checked(call("r.zip", "--format", "json")) == {"r.zip/a.txt": ["GD001"], "r.zip/b.txt": []}


def test_a_document_that_is_called_an_archive_is_read_as_one_document(call: Caller, folder: Path) -> None:
    packed(folder / "r.zip", **{"[Content_Types]_xml": "<a/>", "word__document_xml": "<a/>"})
    assert list(checked(call("r.zip", "--format", "json"))) == ["r.zip"]


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_there_may_be_more_archives_than_files_may_be_open(folder: Path) -> None:
    for number in range(80):
        packed(folder / f"{number:02}.zip", a_txt=RIGHT)
    command = f"ulimit -n 48; exec {shlex.quote(sys.executable)} -m gdlint . --select GD404 --format concise"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, check=False, env=environment({"GDLINT_LANG": "en"})
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"80 file(s) checked" in done.stderr


def test_an_archive_that_is_gone_by_now_is_told(
    call: Caller, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed(folder / "r.zip", a_txt=RIGHT)
    original = Archives.members

    def members(self: Archives, path: Path) -> tuple[Member, ...]:
        found = original(self, path)
        packed(folder / "other.zip", b_txt=RIGHT)
        self.is_document(folder / "other.zip")
        path.unlink()
        return found

    monkeypatch.setattr(Archives, "members", members)
    called = call("r.zip", "--format", "concise")
    assert called.status == 1
    (line,) = called.out.splitlines()
    assert "GD001" in line
