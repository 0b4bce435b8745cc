"""A pack of one rule."""

from typing import Final

FACE: Final = "schema: 1\nname: mine\nprefix: MY\nversion: '1'\nsources: [无]\n"
RULE: Final = """\
- code: MY001
  name: my-rule
  title: {zh: 规则, en: rule}
  basis: 无
  severity: warning
  each: report
  check: year > 2030
  examples:
    good: {year: 2031}
    bad: {year: 2022}
"""
