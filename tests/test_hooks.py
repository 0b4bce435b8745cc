"""Hooks before a report is published: pre-commit on a real repository, and the samples of docs/hooks.md."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest
import yaml

from support.calls import Caller, environment
from support.reports import RIGHT, WRONG

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
GIT: Final = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


def run(*args: str | Path, cwd: Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """A program in a folder, with the commands of this environment on its path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    call = [str(arg) for arg in args]
    whole = environment({"PATH": path, **GIT, **env})
    return subprocess.run(call, cwd=cwd, input=stdin, capture_output=True, text=True, env=whole, check=False)


def block(heading: str) -> str:
    """The first code block below a heading of the page."""
    found = re.search(rf"^## {heading}\n.*?```\w+\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


@pytest.fixture
def hook_repository(tmp_path: Path) -> Path:
    """A git repository with this project in it, tagged, as pre-commit would clone it."""
    folder = tmp_path / "gdlint"
    files = subprocess.run(
        [shutil.which("git") or "git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split("\n")
    for name in filter(None, files):
        if name.startswith(("gdlint/", "rules/", "grammars/")) or "/" not in name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).is_file():
                shutil.copy(ROOT / name, folder / name)
    for args in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"], ["tag", "v0"]):
        assert run("git", *args, cwd=folder).returncode == 0
    return folder


def test_pre_commit_stops_a_wrong_report_and_lets_a_right_one_pass(
    hook_repository: Path, tmp_path: Path
) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    repository = tmp_path / "reports"
    repository.mkdir()
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    assert run("git", "init", "-q", cwd=repository).returncode == 0
    config = {"repos": [{"repo": str(hook_repository), "rev": "v0", "hooks": [{"id": "gdlint-report"}]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (repository / "a.txt").write_text(WRONG, encoding="utf-8")
    (repository / "image.png").write_bytes(b"\x89PNG")
    (repository / "notes.md").write_text("# 会议记录\n", encoding="utf-8")
    installed = run("pre-commit", "install", "--install-hooks", cwd=repository, **home)
    if installed.returncode and "pip" in installed.stdout + installed.stderr:
        pytest.skip(
            f"pre-commit cannot install the hook here: {(installed.stdout + installed.stderr)[-300:]}"
        )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    run("git", "add", "-A", cwd=repository)
    stopped = run("git", "commit", "-m", "wrong", cwd=repository, **home)
    assert stopped.returncode == 1
    assert "GD404" in stopped.stdout + stopped.stderr
    assert "GD002" not in stopped.stdout + stopped.stderr
    assert run("git", "rev-parse", "--verify", "HEAD", cwd=repository).returncode != 0
    (repository / "a.txt").write_text(RIGHT, encoding="utf-8")
    run("git", "add", "-A", cwd=repository)
    passed = run("git", "commit", "-m", "right", cwd=repository, **home)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr
    (repository / "notes.md").write_text("# 备忘\n", encoding="utf-8")
    run("git", "add", "-A", cwd=repository)
    only_notes = run("git", "commit", "-m", "notes", cwd=repository, **home)
    assert only_notes.returncode == 0, only_notes.stdout + only_notes.stderr


def test_the_hook_is_declared_as_the_interface_says() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["language"], hook["entry"].split()[0]) == (
        "gdlint-report",
        "python",
        "gdlint-report",
    )


def test_the_hook_takes_word_files_and_web_pages_with_the_keys_of_the_page() -> None:
    _, *others = re.findall(r"```yaml\n(repos:.*?)```", PAGE, re.DOTALL)
    (hook,) = yaml.safe_load(others[0])["repos"][0]["hooks"]
    (needed,) = hook["additional_dependencies"]
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    assert set(needed.removeprefix(".[").removesuffix("]").split(",")) <= set(extras)
    names = ("报告.docx", "a/报告.html", "报告.htm", "报告.txt", "报告.md", "图.png")
    assert [name for name in names if not re.search(hook["files"], name)] == ["图.png"]


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG, 1)])
def test_the_shell_script_stops_what_is_wrong(tmp_path: Path, text: str, status: int) -> None:
    script = tmp_path / "publish.sh"
    script.write_text(block("A shell script"), encoding="utf-8")
    (tmp_path / "报告.txt").write_text(text, encoding="utf-8")
    done = run("sh", script, "报告.txt", cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert ("可以发布" in done.stdout) is (status == 0)


@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG, 1)])
def test_a_publishing_system_pipes_a_text(tmp_path: Path, text: str, status: int) -> None:
    program = tmp_path / "system.py"
    program.write_text(block("A publishing system"), encoding="utf-8")
    done = run(sys.executable, program, cwd=tmp_path, stdin=text)
    assert done.returncode == status, done.stderr
    assert ("GD404" in done.stdout) is (status == 1)


@pytest.mark.parametrize(
    ("heading", "steps"),
    [
        ("A GitHub action", lambda data: [step["run"] for step in data["jobs"]["gdlint"]["steps"] if "run" in step]),
        ("A GitLab job", lambda data: data["gdlint"]["script"]),
    ],
    ids=["github", "gitlab"],
)  # fmt: skip
@pytest.mark.parametrize(("text", "status"), [(RIGHT, 0), (WRONG, 1)])
def test_the_commands_of_a_ci_job_do_what_they_say(
    tmp_path: Path, heading: str, steps: object, text: str, status: int
) -> None:
    assert callable(steps)
    commands = [line for line in steps(yaml.safe_load(block(heading))) if "pip install" not in line]
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(text, encoding="utf-8")
    done = run("sh", "-ec", "\n".join(commands), cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert (tmp_path / "gdlint.json").is_file()


def test_init_writes_settings_that_change_nothing(call: Caller, tmp_path: Path) -> None:
    called = call("init", tmp_path, "--lang", "en")
    assert (called.status, called.said) == (0, [f"gdlint: {tmp_path}/.gdlint.yaml written"])
    rules = call("config", tmp_path, "--format", "json").data["rules"]
    (tmp_path / ".gdlint.yaml").unlink()
    assert call("config", tmp_path, "--format", "json").data["rules"] == rules


def test_init_changes_nothing_that_is_there_and_writes_what_is_not(call: Caller, tmp_path: Path) -> None:
    (tmp_path / ".gdlint.yaml").write_text("root: true", encoding="utf-8")
    called = call("init", tmp_path, "--lang", "en")
    there = f"gdlint: {tmp_path}/.gdlint.yaml exists already and was not changed"
    assert (called.status, called.said) == (2, [there])
    called = call("init", tmp_path, "--pre-commit", "https://example.org/gdlint", "--lang", "en")
    assert (called.status, called.said) == (0, [there, f"gdlint: {tmp_path}/.pre-commit-config.yaml written"])
    assert (tmp_path / ".gdlint.yaml").read_text(encoding="utf-8") == "root: true"


def test_init_writes_an_entry_for_pre_commit(call: Caller, tmp_path: Path) -> None:
    assert call("init", tmp_path, "--pre-commit", "https://example.org/gdlint").status == 0
    data = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert data["repos"][0]["hooks"] == [{"id": "gdlint-report"}]
    (tmp_path / ".gdlint.yaml").unlink()
    called = call("init", tmp_path, "--pre-commit", "https://example.org/other")
    assert called.status == 2
    assert "id: gdlint-report" in called.out
