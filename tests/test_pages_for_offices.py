"""The pages in Chinese for those who hand in reports and those who receive them: every command on them runs, and says what they show."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

pytest.importorskip("turbohtml")
pytest.importorskip("lxml")
pytest.importorskip("xlsxwriter")

from support.calls import Caller

ROOT: Final = Path(__file__).parents[1]
EXAMPLES: Final = ROOT / "examples"
BLOCK: Final = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
IN_TABLE: Final = re.compile(r"^\|.*\| `gdlint (.*)` \|$", re.MULTILINE)


def text_of(page: str) -> str:
    return (ROOT / "docs" / f"{page}.zh-CN.md").read_text(encoding="utf-8")


def commands(page: str) -> Iterator[tuple[list[str], list[str]]]:
    """The calls of a page in their order, each with the lines that it shows."""
    for block in BLOCK.findall(text_of(page)):
        for part in block.split("$ gdlint ")[1:]:
            call, *lines = part.splitlines()
            yield shlex.split(call), [line for line in lines if "…" not in line]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the pages speak of: a report, a folder of reports, and one of those that came again."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GDLINT_LANG", "zh")
    text = (EXAMPLES / "report.txt").read_text(encoding="utf-8")
    for path in ("报送/青石县", "报送/石桥县", "再报/青石县"):
        (tmp_path / path).mkdir(parents=True)
    for path in ("报告.docx", "报送/青石县/云溪镇.docx", "再报/青石县/云溪镇.docx"):
        shutil.copy(EXAMPLES / "report.docx", tmp_path / path)
    shutil.copy(EXAMPLES / "report.html", tmp_path / "报送/石桥县/西坪镇.html")
    (tmp_path / "报送/石桥县/东河镇.txt").write_text(text.replace("云溪镇", "东河镇"), encoding="utf-8")
    (tmp_path / "报送/通知.txt").write_text("关于报送年度报告的通知\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("page", ["township", "office"])
@pytest.mark.usefixtures("folder")
def test_every_command_does_what_the_page_shows(call: Caller, page: str) -> None:
    call("再报", "--fix")
    for args, lines in commands(page):
        called = call(*args)
        assert called.status in (0, 1), (args, called.err)
        said = (called.out + called.err).splitlines()
        assert [line for line in lines if line not in said] == [], args


@pytest.mark.usefixtures("folder")
def test_every_command_of_the_table_runs(call: Caller, folder: Path) -> None:
    calls = IN_TABLE.findall(text_of("office"))
    assert len(calls) == 4
    for args in calls:
        # What takes no comments is said, with the status of a job that was not wholly done.
        assert call(*shlex.split(args)).status in ((0, 2) if args.startswith("annotate") else (1,)), args
    assert (folder / "通知/报送/青石县/云溪镇.txt").read_text(encoding="utf-8").startswith("退改通知")
    assert (folder / "网页/index.html").is_file()


@pytest.mark.usefixtures("folder")
def test_the_settings_of_the_page_are_right(call: Caller, folder: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", text_of("office"), re.DOTALL)
    assert yaml.safe_load(block)["packs"] == ["../he-dong"]
    call("pack", "new", "he-dong")
    (folder / "报送/.gdlint.yaml").write_text(block, encoding="utf-8")
    called = call("报送", "--format", "json")
    assert (called.status, "he-dong" in called.err) == (1, True)


@pytest.mark.usefixtures("folder")
def test_the_form_of_the_page_is_one(call: Caller, folder: Path) -> None:
    (folder / "2033").mkdir()
    for block in re.findall(r"```yaml\n# (.*?)\n(.*?)```", text_of("forms"), re.DOTALL):
        (folder / block[0]).write_text(block[1], encoding="utf-8")
    for args, lines in commands("forms"):
        called = call(*args)
        assert (
            called.status,
            [line for line in lines if line not in (called.out + called.err).splitlines()],
        ) == (0, [])
    assert "## 三、政策解读回应情况" in (folder / "空表.md").read_text(encoding="utf-8")
    assert (folder / "数据.csv").read_text(encoding="utf-8").count("mediated") == 3


def test_what_the_pages_say_of_each_other_is_there() -> None:
    for page in ("township", "office", "forms"):
        for target in re.findall(r"\]\(([^)#]+)", text_of(page)):
            assert (ROOT / "docs" / target).is_file(), target
