"""From what a plugin is called by, a module or a `.py` file, to the object that implements its hooks."""

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from gdlint.words.fault import FaultError, fault

_FORM = "form.yaml"


def is_file(module: str) -> bool:
    """A plugin is named by a file, not by a module."""
    return module.endswith(".py")


def pack_folder(module: str) -> Path | None:
    """The folder of a package that holds a pack.yaml; a package without code is not imported for it."""
    spec = None if is_file(module) else find_spec(module.partition(":")[0])
    folders = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    return next((folder for folder in folders if (folder / "pack.yaml").is_file()), None)


def form_folders(path: str) -> list[Path]:
    """The forms in a folder: itself where it is one, else the folders in it that are. They are data, no code is run."""
    folder = Path(path)
    if (folder / _FORM).is_file():
        return [folder]
    return sorted(face.parent for face in folder.glob(f"*/{_FORM}")) if folder.is_dir() else []


def forms_of_pack(folder: Path) -> list[Path]:
    """The forms that a pack carries, in its folder `forms`."""
    return form_folders(str(folder / "forms"))


def imported(module: str) -> Any:
    """The module of a file, or of `module`, or the object of `module:attribute`. Raises whatever importing it raises."""
    if is_file(module):
        return _executed(Path(module))
    name, _, attribute = module.partition(":")
    try:
        found = import_module(name)
    except ModuleNotFoundError as error:
        if error.name == name and _is_pack(name):
            raise FaultError(fault("pack-as-plugin", {"path": name})) from None
        if error.name == name and Path(name).is_dir():
            raise FaultError(fault("no-plugin-data", {"path": name})) from None
        raise
    # A folder without code is a module of nothing to Python.
    if getattr(found, "__file__", None) is None and _is_pack(name):
        raise FaultError(fault("pack-as-plugin", {"path": name}))
    return getattr(found, attribute) if attribute else found


def _is_pack(name: str) -> bool:
    return (Path(name) / "pack.yaml").is_file()


def _executed(path: Path) -> Any:
    """The module of a file. Its folder is not searched for others: what lies beside a report is no code to run."""
    if not path.is_file():
        raise FileNotFoundError(f"no such file: {path}")
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no Python file: {path}")
    module = module_from_spec(spec)
    sys.modules.setdefault(path.stem, module)
    spec.loader.exec_module(module)
    return module
