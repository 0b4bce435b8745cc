"""The option that names a form: any that there is, with those of plugins, and of packs that the call or settings name."""

import os
from pathlib import Path

import click

from gdlint.cli.host import current_catalogue
from gdlint.config.lookup import SettingsLookup
from gdlint.config.settings import Given, called
from gdlint.model.form import Forms, Template

AUTO = "auto"


def _template(ctx: click.Context, parameter: click.Parameter, value: str) -> Template | None:
    """The template of the form of a name, None for `auto`. The forms are read only where one is named."""
    if value == AUTO:
        return None
    known = _forms(ctx)
    names = click.Choice([AUTO, *(edition.name for edition in known.editions)])
    edition = known.edition(names.convert(value, click.Option(parameter.opts, type=names), ctx))
    return edition.template if edition else None


def _forms(ctx: click.Context) -> Forms:
    """The forms that a call may name: where settings count, those in its folder as well."""
    catalogue = current_catalogue()
    if "isolated" not in ctx.params:
        return catalogue.with_forms_of(map(Given, ctx.params.get("packs", ()))).forms
    config = ctx.params["config"]
    found = SettingsLookup(
        Path(os.path.abspath(config)) if config else None, nearest=not ctx.params["isolated"]
    )
    settings = called(found.settings(Path.cwd()), {}, {"packs": ctx.params["packs"]})
    return catalogue.with_forms_of(settings.many.get("packs", ())).forms


FORM = click.option(
    "--template", metavar=f"{AUTO}|FORM", default=AUTO, callback=_template, help="表格格式 / form"
)
