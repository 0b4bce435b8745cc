"""`gdlint init`: a commented settings file, and an entry for pre-commit."""

import os
from pathlib import Path

import click

from gdlint.cli.stderr import reason, say, told
from gdlint.config.find import NAMES
from gdlint.model.language import LANGUAGES
from gdlint.reporters.output_language import language
from gdlint.version import __version__
from gdlint.words.commands import SAID

SETTINGS = """\
# gdlint 的设置；每一项都可删去。说明见 docs/configuration.md，当前生效的值用 gdlint config 查看。

# 上级文件夹的设置不再起作用
root: true

# 不运行的规则：编号、名称、组或前缀
ignore: []

# 规则的级别：error、warning、info
severity: {}

# 某些文件不用的规则，例如 {"草稿/*.txt": [GD6]}
per-file-ignores: {}

# 文件夹中不检查的文件
exclude: []

# 规则包：名称（gdlint pack list）、文件夹，或 auto（按地区选用）
packs: []

# 已知问题的文件，由 gdlint baseline 生成
# baseline: .gdlint-baseline.json

# 达到此级别时退出码为 1：error、warning、info、never
fail-on: error
"""

HOOK = """\
repos:
  - repo: {url}
    rev: v{version}
    hooks:
      - id: gdlint-report
"""
PRE_COMMIT = ".pre-commit-config.yaml"


@click.command(
    "init",
    help="写一份带说明的设置文件 .gdlint.yaml；--pre-commit 另写提交前检查的设置。\n\n"
    "Write a commented .gdlint.yaml; --pre-commit writes an entry for pre-commit, too.",
)
@click.argument("folder", default=".", type=click.Path(file_okay=False))
@click.option(
    "--pre-commit", "url", metavar="URL", help="gdlint 仓库的地址 / address of the gdlint repository"
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")
def command(folder: str, url: str | None, lang: str | None) -> int:
    """Run the command; the exit status. Nothing that is there is ever changed."""
    lang = language(lang)
    files = {NAMES[0]: SETTINGS}
    if url:
        files[PRE_COMMIT] = HOOK.format(url=url, version=__version__)
    there = [name for name in files if os.path.lexists(os.path.join(folder, name))]
    for name in there:
        _say_there(Path(folder) / name, files.pop(name), lang)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
            told(SAID["written"][lang].format(path=os.path.join(folder, name)))
    except OSError as error:
        say("unwritable", lang, path=folder, reason=reason(error, lang))
        return 2
    return 2 if (PRE_COMMIT if url else NAMES[0]) in there else 0


def _say_there(path: Path, text: str, lang: str) -> None:
    """Say that a file is there; for pre-commit, print what is to be added to it."""
    say("kept", lang, path=str(path))
    if path.name == PRE_COMMIT:
        click.echo(text, nl=False)
