"""The form that settings name for all reports."""

from gdlint.config.errors import ConfigError
from gdlint.config.schema import shown
from gdlint.config.settings import AUTO, Settings
from gdlint.lexicon.suggestions import nearest
from gdlint.model.form import Forms, Template


def template_named(settings: Settings, forms: Forms) -> Template | None:
    """The template of the form that settings name; None where each report tells its own.

    Raises `ConfigError` for a form that there is not.
    """
    value = settings.value("template")
    if value in (None, AUTO):
        return None
    if edition := forms.edition(value):
        return edition.template
    known = [AUTO, *(edition.name for edition in forms.editions)]
    raise ConfigError(
        settings.one["template"].place,
        "wrong-choice",
        key="template",
        value=shown(value),
        known=", ".join(known),
        near=nearest(str(value), known),
    )
