"""An empty form as a file: the formats that there are, and the one that an ending means."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.emptyforms.content import content_of
from gdlint.model.form import Edition, Forms

FORMATS: Mapping[str, tuple[str, ...]] = {
    "text": (".txt",),
    "markdown": (".md", ".markdown"),
    "docx": (".docx",),
}
"""names of formats -> the endings of their files"""
_WRITERS = {"text": "form_text.text", "markdown": "form_text.markdown", "docx": "form_document.document"}


def format_by_ending(name: str) -> str | None:
    """The format of a file by the ending of its name, in any case of letters; None where no format has it."""
    suffix = Path(name).suffix.lower()
    return next((style for style, endings in FORMATS.items() if suffix in endings), None)


def written_form(forms: Forms, year: int, style: str, body: str | None = None) -> bytes:
    """The bytes of an empty form for a reporting year in one of `FORMATS`.

    Raises `ConfigError` for a year that no form is for.
    """
    edition = forms.edition_for(year)
    if edition is None:
        known = ", ".join(map(_years, forms.editions))
        raise ConfigError(SettingPlace(), "no-form-of-year", year=year, known=known)
    module, _, name = _WRITERS[style].partition(".")
    writer = getattr(import_module(f"gdlint.emptyforms.{module}"), name)
    made: bytes = writer(content_of(edition, forms, year, body))
    return made


def _years(edition: Edition) -> str:
    years = str(edition.first) if edition.first == edition.last else f"{edition.first}–{edition.last or ''}"
    return f"{edition.name} ({years})"
