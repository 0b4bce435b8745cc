"""All that one session has on offer: forms, the rule language, rules and packs, with what its plugins add to them."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gdlint.config.select import Selectable
from gdlint.config.settings import AUTO, Given
from gdlint.config.taken import Taken, taken_by
from gdlint.engine import catalog
from gdlint.engine.checks import Once, Ready
from gdlint.engine.definition import Definition
from gdlint.expressions.dialect import Dialect
from gdlint.forms.official_words import vocabulary_of
from gdlint.model.form import Forms
from gdlint.model.vocabulary import Vocabulary
from gdlint.plugins.discovery import Offered
from gdlint.plugins.manager import Plugins
from gdlint.rules.of_plugins import GuestForm, added_functions, extended_forms, python_offers
from gdlint.rules.offers import (
    Offer,
    Owner,
    definitions_on,
    offers_of,
    official_forms,
    official_offers,
)

if TYPE_CHECKING:
    from gdlint.packs.index import PackIndex
    from gdlint.packs.load import Loaded
    from gdlint.packs.old_words import OldWord
    from gdlint.packs.pack import Pack


class Catalogue:
    """What is on offer with some plugins; each part is made when it is first asked for, and kept."""

    def __init__(self, plugins: Plugins, forms: tuple[GuestForm, ...] = ()) -> None:
        self.plugins = plugins
        self._forms = forms
        """of packs that are named by their folders"""
        self._with_forms: dict[tuple[GuestForm, ...], Catalogue] = {}
        self.dialect = Dialect(added_functions(plugins))
        """the rule language, with the functions that plugins add to it"""
        self._loaded: dict[Path, Loaded] = {}
        self._of_packs: dict[tuple[Path, bool], tuple[Offer, ...]] = {}

    @cached_property
    def forms(self) -> Forms:
        """The official forms, with what plugins add to them."""
        return extended_forms(self.plugins, self._forms)

    def with_forms_of(self, packs: Iterable[Given]) -> "Catalogue":
        """The same with the forms of those packs that are named by their folders; itself where these bring no more of them.

        Raises `ConfigError` for files of a form that lie outside their pack.
        """
        named = [given.path for given in packs if given.value != AUTO]
        if not named:
            return self
        from gdlint.packs.pack import FILE, forms_carried

        known = {folder for folder, _ in (*self.plugins.forms, *self._forms)}
        added = tuple(
            (folder, Offered(pack.name, str(folder), FILE, ""))
            for pack in named
            for folder in forms_carried(pack)
            if folder not in known
        )
        if added and added not in self._with_forms:
            self._with_forms[added] = Catalogue(self.plugins, (*self._forms, *added))
        return self._with_forms[added] if added else self

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the forms that the syntax knows."""
        return vocabulary_of(self.forms)

    @cached_property
    def builtin(self) -> tuple[Offer, ...]:
        """The built-in rules, which know the functions of plugins no more than these know them."""
        forms = self.forms
        return official_offers() if forms is official_forms() else offers_of(definitions_on(forms), forms)

    @cached_property
    def of_plugins(self) -> tuple[Offer, ...]:
        """The rules in Python that plugins hand in."""
        taken = self.taken() if self.plugins.rules else {}
        return python_offers(self.plugins, self.forms, taken)

    def taken(self) -> Taken:
        """The names of the built-in rules and whose they are."""
        return taken_by("gdlint", (offer.face for offer in self.builtin))

    @cached_property
    def packs(self) -> "PackIndex":
        """The packs on offer."""
        from gdlint.packs.index import PackIndex

        return PackIndex(self.plugins, frozenset(self.dialect.added))

    def loaded(self, pack: "Pack") -> "Loaded":
        """A pack with its rules.

        Raises `ConfigError` and `CatalogError` as `load_pack` does.
        """
        if pack.folder not in self._loaded:
            from gdlint.packs.load import load_pack

            self._loaded[pack.folder] = load_pack(pack, self.packs, self.forms, self.dialect)
        return self._loaded[pack.folder]

    @property
    def old_words(self) -> "Mapping[str, tuple[OldWord, ...]]":
        """The packs so far with words of the rule language that others have replaced, and these."""
        found = {each.pack.name: each.old_words for each in self._loaded.values() if each.old_words}
        for other in self._with_forms.values():
            found |= other.old_words
        return found

    def of_pack(self, pack: "Pack", *, named: bool) -> tuple[Offer, ...]:
        """The rules of a pack as offers. Who names a pack wants its preview rules, too."""
        key = (pack.folder, named)
        if key not in self._of_packs:
            loaded = self.loaded(pack)
            self._of_packs[key] = tuple(
                self._offer(each, pack, loaded.ready.get(each.rule.code), named=named)
                for each in loaded.definitions
            )
        return self._of_packs[key]

    def _offer(self, definition: Definition, pack: "Pack", made: Ready | None, *, named: bool) -> Offer:
        rule, forms = definition.rule, self.forms
        ready = Once(lambda: made or catalog.ready(definition, forms, thorough=False, counted=True))
        default = rule.default or (named and rule.state == "preview")
        face = Selectable(rule.code, rule.name, pack.name, default, rule.aliases)
        return Offer(face, definition, ready, Owner("pack", pack.name, pack.version))
