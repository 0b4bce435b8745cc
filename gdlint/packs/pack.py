"""What a pack says of itself: `pack.yaml`."""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from gdlint.config.errors import ConfigError, SettingPlace
from gdlint.config.read_settings import check_requirement
from gdlint.config.schema import Key, check, shown
from gdlint.config.taken import RESERVED
from gdlint.config.tree import Tree, read_tree
from gdlint.data import builtin
from gdlint.lexicon.likeness import one_edit_apart
from gdlint.packs.cache import CompiledPack
from gdlint.plugins.importing import forms_of_pack

FILE = "pack.yaml"
FOLDERS = ("rules", "forms")
"""in which a pack keeps its rules and its forms"""
FOLDER = "folder"
"""the origin of a pack that was named by its path; only what is installed or shipped is trusted"""
MOST_FILES = 100
MOST_BYTES = 2_000_000
OWN_PREFIX = "GD"

KEYS: Mapping[str, Key] = {
    "schema": Key("number", "本文件的格式版本", "version of this format"),
    "name": Key("text", "名称", "the name"),
    "title": Key("words", "说明", "what it is"),
    "prefix": Key("text", "编号的前缀", "how its codes begin"),
    "region": Key("text", "适用地区", "the place it is for"),
    "years": Key("years", "适用年度", "the reporting years it is for"),
    "version": Key("text", "版本", "its version"),
    "requires": Key("text", "需要的 gdlint 版本", "the versions of gdlint that it needs"),
    "sources": Key("texts", "依据", "what its rules are taken from"),
    "claims": Key("map", "读文字所用的词", "words by which the text is read"),
}
NEEDED = ("name", "prefix", "version", "sources")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PREFIX = re.compile(r"[A-Z]{2,8}")


class Pack(NamedTuple):
    """A pack: its face, its folder, and where it comes from (`shipped`, `folder`, or a distribution and version)."""

    name: str
    title: Mapping[str, str]
    prefix: str
    region: str
    years: tuple[int | None, int | None]
    version: str
    sources: tuple[str, ...]
    folder: Path
    origin: str
    claims: str = ""
    """what it adds to the words by which the text is read, as JSON"""

    @property
    def brief(self) -> dict[str, str]:
        """Which pack it is: name, version, origin."""
        return {"name": self.name, "version": self.version, "origin": self.origin}

    @property
    def files(self) -> list[Path]:
        """Its rule files."""
        return files_in(self.folder)[1:]


def checked_files(folder: Path, *, links: bool) -> list[Path]:
    """The files of a pack (see `files_in`); where `links` are not taken, none may lead out of the folder.

    Raises `ConfigError` for a folder without a pack.yaml, and for files that are too many, too large or elsewhere.
    """
    if not os.path.lexists(folder / FILE):
        raise ConfigError(SettingPlace(str(folder)), "no-pack-file")
    files = files_in(folder)
    _check_files(files, folder, links=links)
    if not links:
        _check_unread(folder)
    return files


def forms_carried(folder: Path) -> list[Path]:
    """The forms in a pack that is named by its folder; none where the folder is no pack.

    Raises `ConfigError` for files of a form that lie elsewhere.
    """
    if not os.path.isfile(folder / FILE):
        return []
    forms = forms_of_pack(folder)
    _check_inside((path for form in forms for path in form.glob("*.yaml")), folder)
    return forms


def checked(path: Path) -> Mapping[str, Any]:
    """The data of a pack.yaml.

    Raises `ConfigError`.
    """
    tree = read_tree(path)
    data = check(tree, KEYS, {}, NEEDED)
    check_requirement(tree, data)
    check_name(data["name"], tree.place("name"))
    check_prefix(data["prefix"], tree.place("prefix"))
    _check_years(tree, data.get("years", [None, None]))
    if "region" in data:
        _check_region(data["region"], tree.place("region"))
    if "claims" in data:
        from gdlint.packs.claim_words import check_words

        check_words(tree, data)
    return data


def pack_of(known: CompiledPack | None, folder: Path, origin: str) -> Pack:
    """The pack of a folder, by what was kept of it, else by its pack.yaml.

    Raises `ConfigError` for a pack.yaml that is wrong, or that needs another version.
    """
    data = known.face if known else checked(folder / FILE)
    title = data.get("title", data["name"])
    first, last = data.get("years", (None, None))
    return Pack(
        data["name"],
        title if isinstance(title, dict) else {"zh": title, "en": title},
        data["prefix"],
        data.get("region", ""),
        (first, last),
        data["version"],
        tuple(data["sources"]),
        folder,
        origin,
        json.dumps(data["claims"], ensure_ascii=False, sort_keys=True) if data.get("claims") else "",
    )


def files_in(folder: Path) -> list[Path]:
    """The pack.yaml of a folder, and behind it the rule files: those beside it, and those in `rules/`.

    Raises `ConfigError` where they are too many.
    """
    found = [sorted(islice(where.glob("*.yaml"), MOST_FILES + 1)) for where in (folder, folder / "rules")]
    files = [folder / FILE, *(path for path in found[0] if path.name != FILE), *found[1]]
    if len(files) > MOST_FILES:
        raise ConfigError(SettingPlace(str(folder)), "too-many-files", limit=MOST_FILES)
    return files


def _check_files(files: Sequence[Path], folder: Path, *, links: bool) -> None:
    """Raises `ConfigError` for files that together are too large, and where `links` are not taken for those that lead out of
    the folder: a pack reads nothing but itself."""
    if not links:
        _check_inside(files, folder)
    if sum(os.path.getsize(path) for path in files if os.path.isfile(path)) > MOST_BYTES:
        raise ConfigError(SettingPlace(str(folder)), "too-many-bytes", limit=f"{MOST_BYTES:,}")


def _check_unread(folder: Path) -> None:
    """Raises `ConfigError` for what is meant for a file of rules and is none."""
    rules = folder / "rules"
    for where, pattern in ((folder, "*.yml"), (rules, "*.yml"), (rules, "*/*.yaml"), (rules, "*/*.yml")):
        for path in islice(where.glob(pattern), 1):
            raise ConfigError(SettingPlace(str(path)), "unread-file")
    for inner in islice(folder.iterdir(), MOST_FILES):
        near = next((name for name in FOLDERS if one_edit_apart(inner.name.lower(), name)), None)
        if near and inner.name not in FOLDERS and _holds_yaml(inner):
            raise ConfigError(SettingPlace(str(inner)), "unread-folder", near=f"{near}/")


def _holds_yaml(folder: Path) -> bool:
    return any(next(folder.glob(pattern), None) for pattern in ("*.yaml", "*/form.yaml"))


def _check_inside(files: Iterable[Path], folder: Path) -> None:
    home = Path(os.path.realpath(folder))
    for path in files:
        if not Path(os.path.realpath(path)).is_relative_to(home):
            raise ConfigError(SettingPlace(str(path)), "outside-pack", folder=folder)


def check_name(name: str, place: SettingPlace) -> None:
    """Raises `ConfigError` for what cannot be the name of a pack."""
    if not _NAME.fullmatch(name):
        raise ConfigError(place, "bad-name", value=shown(name))
    if name in RESERVED or name in builtin.groups():
        raise ConfigError(place, "reserved-name", value=name)


def check_prefix(prefix: str, place: SettingPlace) -> None:
    """Raises `ConfigError` for what cannot be the prefix of a pack."""
    if not _PREFIX.fullmatch(prefix) or prefix == OWN_PREFIX:
        raise ConfigError(place, "bad-prefix", value=shown(prefix))


def _check_region(region: str, place: SettingPlace) -> None:
    """Raises `ConfigError` for a region that does not begin with a province in full: what it lies in would not be known."""
    from gdlint.packs.region import PROVINCES

    if not region.startswith(PROVINCES):
        near = next((name for name in PROVINCES if region.startswith(name[:2])), "")
        raise ConfigError(place, "bad-region", value=shown(region), near=near)


def _check_years(tree: Tree, years: Any) -> None:
    if (
        len(years) != 2
        or not all(year is None or (isinstance(year, int) and 2008 <= year <= 2100) for year in years)
        or (None not in years and years[0] > years[1])
    ):
        raise ConfigError(tree.place("years"), "bad-years")
