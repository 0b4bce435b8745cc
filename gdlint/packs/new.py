"""A new pack: a folder that passes its own tests and can be built into a wheel."""

from collections.abc import Mapping
from pathlib import Path

from gdlint.version import __version__

PACK = """\
# 规则包的说明。字段含义见 gdlint 文档 docs/packs.md
schema: 1
name: {name}
title: {{zh: {name} 规则包, en: the pack {name}}}
prefix: {prefix}
# region: ××省××市        （gdlint --pack auto 按地区选用）
years: [2021, null]
version: "0.1.0"
requires: ">={version}"
sources:
  - 写明依据：文件名称、文号、网址
"""

RULES = """\
# 规则。语言见 gdlint 文档 docs/rule-language.md；改完运行 gdlint pack test .
- code: {prefix}101
  name: {name}-published-figures
  title: {{zh: 总体情况写明公开信息的条数, en: section one says how many items were published}}
  basis: 写明依据
  sure: false
  severity: info
  each: section
  when: key == "overall" and present
  check: matches(text, '[0-9]+ ?(?:条|篇|件)')
  message: {{zh: 总体情况没有写明公开信息的条数, en: section one gives no figure}}
  help: {{zh: "例如：全年公开信息 120 条", en: say how many}}
  examples:
    good: {{text: {{overall: 全年公开信息120条。}}}}
    bad: {{text: {{overall: 全年认真公开信息。}}}}
"""

PROJECT = """\
[build-system]
requires = ["hatchling>=1.25"]
build-backend = "hatchling.build"

[project]
name = "gdlint-pack-{name}"
dynamic = ["version"]
description = "{name}: rules for gdlint"
requires-python = ">=3.11"
dependencies = ["gdlint>={version}"]

[project.entry-points.gdlint]
{name} = "gdlint_pack_{module}"

[tool.hatch.version]
path = "pack.yaml"
pattern = '^version: "(?P<version>[^"]+)"'

[tool.hatch.build.targets.wheel]
include = ["/*.yaml", "/rules", "/forms"]

[tool.hatch.build.targets.wheel.sources]
"" = "gdlint_pack_{module}"
"""

README = """\
# {name}

```console
$ gdlint pack test .              # 运行规则中的全部示例
$ gdlint 报告.txt --pack .        # 用这个规则包检查
$ python -m pip wheel --no-deps . # 打包；安装后用 gdlint 报告.txt --pack {name}
```
"""


def prefix_of(name: str) -> str:
    """A prefix of codes from the letters of a name: qing-shi is QS; two letters at least."""
    parts = [part for part in name.split("-") if part]
    letters = "".join(part[0] for part in parts if part[0].isalpha())
    whole = "".join(letter for letter in name if letter.isalpha())
    chosen = (letters if len(letters) > 1 else whole[:3]).upper()
    return chosen if len(chosen) > 1 and chosen != "GD" else f"{chosen}X"


def files_of(name: str, prefix: str) -> Mapping[str, str]:
    """The files of a new pack, by their path in its folder."""
    words = {
        "name": name,
        "prefix": prefix,
        "module": name.replace("-", "_"),
        "version": __version__,
    }
    texts = {"pack.yaml": PACK, "rules/rules.yaml": RULES, "pyproject.toml": PROJECT, "README.md": README}
    return {path: text.format(**words) for path, text in texts.items()}


def write_pack(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a new pack into a folder that is not there yet.

    Raises `OSError`, and leaves nothing half-written.
    """
    import shutil
    import tempfile

    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".gdlint-", dir=folder.parent))
    try:
        for path, text in files.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_text(text, encoding="utf-8")
        made.chmod(0o755)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
