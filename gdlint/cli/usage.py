"""A wrong call in one line: what click says of it, in Chinese as well."""

import re

import click

from gdlint.lexicon.suggestions import nearest
from gdlint.words.fault import NEAR

_NO_COMMAND = r"No such command ['\"](.*?)['\"]"
_IN_CHINESE = (
    (r"Got unexpected extra arguments? \((.*)\)", "多出的参数：{}"),
    (r"No such command ['\"](.*?)['\"].*", "没有命令 {}"),
    (r"['\"](.*?)['\"] is not a valid integer(?: range)?\.?", "{} 不是整数"),
    (r"Directory ['\"](.*?)['\"] is a file\.?", "{} 是文件，不是文件夹"),
)
"""what click says of a wrong call, and the same in Chinese"""


def usage_line(error: click.ClickException, lang: str) -> str:
    """A wrong call in one line."""
    near = _meant(error)
    meant = NEAR[lang].format(near=near) if near else ""
    if lang == "en":
        said = re.sub(r"\. Did you mean .*", "", error.format_message()) if near else error.format_message()
        return f"{said.rstrip('.')}{meant} (see gdlint --help)".replace("\n", " ")
    return f"{_in_chinese(error)}{meant}（用法见 gdlint --help）".replace("\n", " ")


def _meant(error: click.ClickException) -> str | None:
    """The value or command that was likely meant by one that there is not."""
    if isinstance(error, click.UsageError) and (named := re.match(_NO_COMMAND, error.message)):
        group = error.ctx.command if error.ctx else None
        return (
            nearest(named[1], group.list_commands(error.ctx))
            if isinstance(group, click.Group) and error.ctx
            else None
        )
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    given = re.match(r"""(['"])(.*?)\1 is not""", error.message)
    if given is None or not isinstance(kind, click.Choice):
        return None
    return nearest(given[2], map(str, kind.choices))


def _in_chinese(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = f"，是否指 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return f"缺少 {error.param.human_readable_name}"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _wrong_value(error, error.param)
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 缺少值或用法不对"
    return _translated(error.format_message())


def _wrong_value(error: click.BadParameter, param: click.Parameter) -> str:
    is_option = isinstance(param, click.Option)
    name = f"选项 {param.opts[-1]}" if is_option else f"参数 {param.human_readable_name}"
    if isinstance(param.type, click.Choice):
        return f"{name} 的值不对，可用的值：{'、'.join(map(str, param.type.choices))}"
    if isinstance(param.type, click.IntRange):
        return f"{name} 的值不对，应为 {param.type.min} 至 {param.type.max} 的整数"
    return f"{name} 的值不对：{_translated(error.message)}"


def _translated(said: str) -> str:
    for pattern, words in _IN_CHINESE:
        if found := re.fullmatch(pattern, said.strip(), re.DOTALL):
            return words.format(*found.groups())
    return said
