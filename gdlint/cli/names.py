"""The commands by name."""

COMMANDS = {
    "check": ("gdlint.cli.check", "检查报告 / check reports"),
    "annotate": ("gdlint.cli.annotate", "把问题写成批注 / findings as comments in the files"),
    "form": ("gdlint.cli.empty_form", "空白的报告格式 / an empty form to write in"),
    "rules": ("gdlint.cli.rules", "列出规则 / the rules"),
    "explain": ("gdlint.cli.explain", "说明一条规则 / one rule in full"),
    "baseline": (
        "gdlint.cli.baseline",
        "记下现有问题，以后只报新的 / write the present findings into a file",
    ),
    "config": ("gdlint.cli.config", "生效的设置及其来源 / what is in force, and why"),
    "init": ("gdlint.cli.init", "写一份带说明的设置文件 / write a commented settings file"),
    "pack": ("gdlint.cli.pack", "规则包：new、test、list、show / packs"),
    "plugins": ("gdlint.cli.plugins", "已加载的插件及其来源 / what was loaded from where"),
    "extract": ("gdlint.cli.extract", "提取表格和基本信息 / tables and facts as data"),
}
"""the module of each command, and its line in the help, so that the help imports none of them"""
