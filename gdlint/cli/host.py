"""What one call of the command keeps for all its parts: the plugins and what is on offer with them, loaded when they are first needed."""

from functools import cached_property
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gdlint.plugins.failures import Failure
    from gdlint.plugins.manager import Plugins
    from gdlint.rules.catalogue import Catalogue


class Host:
    """The plugins of a call: those that are installed, and those that it names."""

    @cached_property
    def plugins(self) -> "Plugins":
        """All of them, loaded."""
        from gdlint.plugins.manager import load_plugins

        return load_plugins()

    @cached_property
    def catalogue(self) -> "Catalogue":
        """All that is on offer with them."""
        from gdlint.rules.catalogue import Catalogue

        return Catalogue(self.plugins)

    @property
    def failures(self) -> "tuple[Failure, ...]":
        """What went wrong in them so far."""
        return tuple(self.plugins.failures) if "plugins" in self.__dict__ else ()

    @property
    def has_loaded(self) -> bool:
        """There are plugins, and they were loaded."""
        return "plugins" in self.__dict__ and bool(self.plugins.loaded)


def current_plugins() -> "Plugins":
    """The plugins of the call that is being worked on."""
    return _current().plugins


def current_catalogue() -> "Catalogue":
    """What is on offer in it."""
    return _current().catalogue


def _current() -> Host:
    return click.get_current_context().find_object(Host) or Host()
