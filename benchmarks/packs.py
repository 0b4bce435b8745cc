"""Start-up with ten packs of 20 rules against none: the first time, and with what was compiled before.

Run `python benchmarks/packs.py`. It prints the median of a number of calls of the command on one small report.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gdlint.api import forms
from gdlint.examples.sample import sample_text

PACKS, RULES, CALLS = 10, 20, 15
LIMITS = {"first": 120, "after": 50}
"""milliseconds more than without packs"""

HEAD = """schema: 1
name: pack-@N
prefix: P@L
version: "1"
sources: [invented]
"""
TABLE = """- code: P@L@R
  name: pack-@N-rule-@R
  title: {zh: 规则 @R, en: rule @R}
  basis: 示例
  severity: info
  each: column in applications
  let: {left: new + carried_in + @R@N, right: total + carried_out + @R@N}
  check: left == right and left >= @R@N
  at: [new, carried_in, total, carried_out]
  message: {zh: "{column}：{left} 不等于 {right}，相差 {abs(left - right)}", en: "{column}: {left} is not {right}"}
  examples:
    good: {applications: {new: {business: 2, total: 2}, total: {business: 1, total: 1}, carried_out: {business: 1, total: 1}}}
    bad: {applications: {new: {business: 2}, total: {business: 1}}}
"""
TEXT = """- code: P@L@R
  name: pack-@N-rule-@R
  title: {zh: 规则 @R, en: rule @R}
  basis: 示例
  severity: info
  in: [overall]
  find: '公开第@L@R号[^。；]{0,20}文件'
  unless: '历年|累计'
  message: {zh: "“{match}”", en: "“{match}”"}
  examples:
    good: {}
    bad: {text: {overall: 公开第@L@R号文件。}}
"""


def written(template: str, n: int, rule: int = 0) -> str:
    """A template with the number of a pack, its letter, and the number of a rule."""
    return template.replace("@N", str(n)).replace("@L", chr(ord("A") + n)).replace("@R", str(101 + rule))


def make(folder: Path) -> list[str]:
    """Write the packs; the options that take them into use."""
    options = []
    for n in range(PACKS):
        path = folder / f"pack-{n}"
        (path / "rules").mkdir(parents=True)
        (path / "pack.yaml").write_text(written(HEAD, n), encoding="utf-8")
        rules = [written(TABLE if rule % 2 else TEXT, n, rule) for rule in range(RULES)]
        (path / "rules" / "rules.yaml").write_text("".join(rules), encoding="utf-8")
        options += ["--pack", str(path)]
    return options


def call(report: str, options: list[str], cache: Path) -> float:
    """The milliseconds of one call."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "gdlint", report, *options],
        env={**env, "GDLINT_CACHE": str(cache)},
        capture_output=True,
        check=False,
    )
    if done.returncode == 2:
        sys.exit(done.stderr.decode())
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # A right report: writing findings is no part of starting.
        report = str(folder / "report.txt")
        Path(report).write_text(sample_text({}, forms()), encoding="utf-8")
        options = make(folder)
        call(report, options, folder / "warm")
        none, first, after = [], [], []
        for n in range(CALLS):
            none.append(call(report, [], folder / "warm"))
            first.append(call(report, options, folder / f"cold-{n}"))
            after.append(call(report, options, folder / "warm"))
    base = statistics.median(none)
    print(f"without packs {base:6.0f} ms")
    failed = False
    for title, times in (("first", first), ("after", after)):
        more = statistics.median(times) - base
        failed |= more > LIMITS[title]
        print(f"{title:<13} {more:+6.0f} ms   at most {LIMITS[title]}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
