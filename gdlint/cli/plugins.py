"""`gdlint plugins`: what was loaded, from where, and what it offers."""

from typing import Any

import click

from gdlint.cli.host import current_catalogue
from gdlint.cli.options import PLUGIN
from gdlint.model.language import LANGUAGES
from gdlint.reporters.output_language import language
from gdlint.reporters.safe import harmless_lines, json_text
from gdlint.words.commands import SAID


@click.command(
    "plugins", help="列出已加载的插件及其来源。\n\nWhat was loaded, from where, and what it offers."
)
@PLUGIN
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式 / format"
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")
def command(style: str, lang: str | None) -> int:
    """Run the command; the exit status."""
    catalogue = current_catalogue()
    plugins = catalogue.plugins
    # What cannot be used of what they hand in is found when it is put on offer.
    _ = catalogue.of_plugins
    rows: list[dict[str, Any]] = [
        {
            "name": plugin.offered.name,
            "distribution": plugin.offered.distribution or None,
            "version": plugin.offered.version or None,
            "module": plugin.offered.module,
            "path": plugin.path,
            "hooks": list(plugin.hooks),
        }
        for plugin in plugins.loaded
    ]
    if style == "json":
        failed = [{"name": f.plugin.name, "where": f.where, "cause": f.cause} for f in plugins.failures]
        click.echo(json_text({"plugins": rows, "failures": failed}, 1))
    elif not rows:
        click.echo(SAID["no-plugins"][language(lang)])
    for row in rows if style == "text" else ():
        origin = f"{row['distribution']} {row['version']}" if row["distribution"] else "--plugin"
        lines = (f"{row['name']}  {origin}  {row['module']}  {row['path']}", f"  {', '.join(row['hooks'])}")
        click.echo(harmless_lines(lines), nl=False)
    return 0
