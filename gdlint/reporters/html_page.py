"""The frame of a page: a head that lets no script run and nothing be loaded, and the style."""

from base64 import b64encode
from hashlib import sha256

from gdlint.model.finding import Severity
from gdlint.reporters.html_style import STYLE
from gdlint.reporters.safe import html_text
from gdlint.version import __version__
from gdlint.words.file_results import SEVERITY
from gdlint.words.pages import said


def page_head(title: str, language: str) -> str:
    """All before the content. No script at all is allowed, and of styles the one of the page alone."""
    style = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{said("lang", language)}">\n<head><meta charset="utf-8">'
        f'<meta name="generator" content="gdlint {__version__}">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{html_text(title)}</title><style>{STYLE}</style></head>\n<body>\n"
    )


def page_foot(language: str) -> str:
    """All behind the content."""
    return f"<footer>{said('made', language, version=__version__)}</footer>\n</body></html>\n"


def severity_filter(language: str) -> str:
    """Boxes that hide findings of a severity, by the style alone."""
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{level.value}" checked> {SEVERITY[level][language]}</label>'
        for level in Severity
    )
    return f"<fieldset><legend>{said('show', language)}</legend>{boxes}</fieldset>"


def badge(level: str, text: str) -> str:
    """A severity, or a number of findings of one, in its colour."""
    return f'<span class="badge {level}">{html_text(text)}</span>'
