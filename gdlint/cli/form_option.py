"""The option that names a form: any that there is, with those of plugins."""

import click

from gdlint.cli.host import current_catalogue
from gdlint.model.form import Template

AUTO = "auto"


def _template(ctx: click.Context, parameter: click.Parameter, value: str) -> Template | None:
    """The template of the form of a name, None for `auto`. The forms are read only where one is named."""
    if value == AUTO:
        return None
    known = current_catalogue().forms
    names = click.Choice([AUTO, *(edition.name for edition in known.editions)])
    edition = known.edition(names.convert(value, click.Option(parameter.opts, type=names), ctx))
    return edition.template if edition else None


FORM = click.option(
    "--template", metavar=f"{AUTO}|FORM", default=AUTO, callback=_template, help="表格格式 / form"
)
