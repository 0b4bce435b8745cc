"""`gdlint pack`: make, test, list and show packs of rules."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gdlint.cli.host import current_catalogue
from gdlint.cli.options import PLUGIN
from gdlint.cli.stderr import reason, say, say_old_words, told
from gdlint.config.chosen import Choice
from gdlint.config.errors import SettingPlace
from gdlint.config.settings import Given
from gdlint.engine.definition import Definition
from gdlint.model.language import LANGUAGES
from gdlint.packs.pack import Pack
from gdlint.plugins.importing import forms_of_pack
from gdlint.reporters.output_language import language
from gdlint.reporters.safe import harmless_lines, json_text
from gdlint.session import Session
from gdlint.words.commands import SAID
from gdlint.words.file_results import SEVERITY

if TYPE_CHECKING:
    from gdlint.packs.examine import ExampleResult

STYLE = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式 / format"
)
LANG = click.option("--lang", type=click.Choice(LANGUAGES), help="语言 / language of messages")


@click.group("pack", help="规则包。Packs of rules.", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """The group of its commands; without one of them, say which there are."""
    if ctx.invoked_subcommand is None:
        say("pack-which", language(None), known=", ".join(command.commands))
    return 2


def _command(name: str, text: str) -> Callable[[Callable[..., int]], Any]:
    """A command below `pack`, with the options that all of them have; it is called with the language."""

    def made(function: Callable[..., int]) -> Any:
        @wraps(function)
        def called(lang: str | None, **own: Any) -> int:
            return function(lang=language(lang), **own)

        return command.command(name, help=text)(PLUGIN(LANG(called)))

    return made


@_command("new", "新建一个规则包，自带的示例可直接通过测试。\n\nMake a pack that passes its own tests.")
@click.argument("name")
@click.option("--prefix", metavar="LETTERS", help="编号的前缀 / how its codes begin")
def new(name: str, prefix: str | None, lang: str) -> int:
    """Write the folder of a new pack."""
    from gdlint.packs.new import files_of, prefix_of, write_pack
    from gdlint.packs.pack import check_name, check_prefix

    folder = Path(name)
    check_name(folder.name, SettingPlace())
    prefix = prefix or prefix_of(folder.name)
    check_prefix(prefix, SettingPlace())
    if os.path.lexists(folder):
        say("exists", lang, path=name)
        return 2
    try:
        write_pack(folder, files_of(folder.name, prefix))
    except OSError as error:
        say("unwritable", lang, path=name, reason=reason(error, lang))
        return 2
    told(SAID["pack-new"][lang].format(path=folder))
    return 0


@_command(
    "test",
    "运行规则包中的全部示例。\n\nRun all examples of a pack; what was expected and what came, by line.",
)
@click.argument("path", default=".")
@STYLE
def test(path: str, style: str, lang: str) -> int:
    """Run the examples; 1 where one fails."""
    from gdlint.packs.examine import examine
    from gdlint.words.example_failures import EXPECTED

    session = Session(Choice(many={"packs": (path,)}), current_catalogue())
    catalogue = session.catalogue
    pack = catalogue.packs.find(Given(path))
    ran = list(
        examine(pack, catalogue.forms, catalogue.dialect, lambda text: session.parse(session.read(text)))
    )
    catalogue.loaded(pack)
    say_old_words(session.old_words, lang)
    failed = [example for example in ran if example.got]
    if style == "json":
        rows = [
            {
                **example._asdict(),
                "got": example.got["en"] if example.got else "",
                "expected": EXPECTED[example.kind]["en"],
                "passed": not example.got,
            }
            for example in ran
        ]
        click.echo(json_text({"pack": pack.name, "version": pack.version, "examples": rows}, 1))
    else:
        click.echo(harmless_lines(_failed_lines(failed, lang)), nl=False)
    told(SAID["pack-test"][lang].format(pack=pack.name, n=len(ran), failed=len(failed)))
    return int(bool(failed))


@_command("list", "列出自带的和已安装的规则包。\n\nThe packs that are shipped or installed.")
@STYLE
def listed(style: str, lang: str) -> int:
    """One line a pack."""
    packs = list(current_catalogue().packs.on_offer.values())
    if style == "json":
        click.echo(json_text([_data(pack, lang) for pack in packs], 1))
        return 0
    lines = (
        f"{pack.name:<18} {pack.version:<8} {pack.prefix:<4} {_years(pack):<10} {pack.origin:<10} {pack.title[lang]}"
        for pack in packs
    )
    click.echo(harmless_lines(lines), nl=False)
    return 0


@_command("show", "显示一个规则包：说明、依据、规则。\n\nA pack: what it is, its sources, its rules.")
@click.argument("name")
@STYLE
def show(name: str, style: str, lang: str) -> int:
    """The face of a pack and its rules."""
    catalogue = current_catalogue().with_forms_of((Given(name),))
    pack = catalogue.packs.find(Given(name))
    rules = catalogue.loaded(pack).definitions
    forms = [folder.name for folder in forms_of_pack(pack.folder)]
    if style == "json":
        data = [
            {"code": d.rule.code, "name": d.rule.name, "title": d.rule.title[lang], "state": d.rule.state}
            for d in rules
        ]
        click.echo(json_text({**_data(pack, lang), "forms": forms, "rules": data}, 1))
        return 0
    click.echo(harmless_lines(_pack_lines(pack, forms, rules, lang)), nl=False)
    return 0


def _failed_lines(failed: "Sequence[ExampleResult]", lang: str) -> Iterator[str]:
    from gdlint.words.example_failures import EXPECTED

    for example in failed:
        yield f"{example.place}: {example.code} {example.kind} {example.number}"
        for key, words in (("pack-expected", EXPECTED[example.kind]), ("pack-got", example.got or {})):
            yield f"  {SAID[key][lang]}: {words[lang]}"


def _pack_lines(pack: Pack, forms: Sequence[str], rules: Sequence[Definition], lang: str) -> Iterator[str]:
    yield f"{pack.name} {pack.version}  {pack.title[lang]}"
    yield f"{pack.region} {_years(pack)}  {pack.folder}"
    yield from (f"  {source}" for source in pack.sources)
    yield from (f"form {name}" if lang == "en" else f"格式 {name}" for name in forms)
    for definition in rules:
        rule = definition.rule
        levels = (SEVERITY[level][lang] for case in definition.cases for _, level in case.severity)
        yield f"{rule.code} {rule.name}  {'/'.join(dict.fromkeys(levels))}  {rule.state}"
        yield f"  {rule.title[lang]}"


def _data(pack: Pack, lang: str) -> dict[str, Any]:
    return {**pack._asdict(), "title": pack.title[lang], "folder": str(pack.folder)}


def _years(pack: Pack) -> str:
    first, last = pack.years
    return f"{first or ''}–{last or ''}" if first != last else str(first or "")
