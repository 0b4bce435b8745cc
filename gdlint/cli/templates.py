"""The template of notices that a call names."""

from pathlib import Path

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.data.filebytes import FileError, file_bytes

LARGEST = 1_000_000
"""bytes"""


def read_template(path: str) -> str:
    """The text of a template. Raises `ConfigError` for a file that cannot be read or is not in UTF-8."""
    try:
        return file_bytes(Path(path), LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except FileError as error:
        raise ConfigError(SettingPlace(path), "as-said", reason=error.words) from None
    except UnicodeDecodeError:
        raise ConfigError(SettingPlace(path), "not-utf8") from None
