"""Loading plugins and asking them. A plugin that fails is named, and the others go on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from gdlint.model.finding import Finding, as_data
from gdlint.model.report import Report
from gdlint.plugins.discovery import Offered, offered
from gdlint.plugins.failures import Failure, failure_of
from gdlint.plugins.importing import form_folders, forms_of_pack, imported, is_file, pack_folder
from gdlint.plugins.reporting import Reporter
from gdlint.plugins.stdout import lent
from gdlint.plugins.types import API, Function, PythonRule, Reader
from gdlint.words.fault import Words, fault

T = TypeVar("T")


class Plugin(NamedTuple):
    """A loaded plugin: where it comes from, its file or folder, and the hooks that it implements."""

    offered: Offered
    path: str
    hooks: tuple[str, ...]


class Plugins:
    """Plugins that were loaded together, and what they hand in."""

    def __init__(self) -> None:
        self.loaded: list[Plugin] = []
        self.failures: dict[Failure, None] = {}
        self.packs: dict[Path, Offered] = {}
        """folders with a pack.yaml, and who offers them"""
        self.rules: list[tuple[PythonRule, Offered]] = []
        self.functions: dict[str, tuple[Function, Offered]] = {}
        self.forms: list[tuple[Path, Offered]] = []
        self.readers: dict[str, tuple[Reader, Offered]] = {}
        """readers by the ending of a file"""
        self.reporters: dict[str, tuple[type[Reporter], Offered]] = {}
        self._listeners: list[tuple[Callable[..., Finding | None], Offered]] = []

    def fail(self, plugin: Offered, where: str, error: BaseException | Words) -> None:
        """Note a failure; the same one is noted once."""
        self.failures[failure_of(plugin, where, error)] = None

    def load(self, plugin: Offered) -> None:
        """Import a plugin and ask it for all that it hands in."""
        same = next((known.offered for known in self.loaded if known.offered.name == plugin.name), None)
        if same:
            self.fail(plugin, "load", fault("same-plugin", {"origin": same.origin}))
            return
        with self._guard(plugin, "load"):
            if folders := form_folders(plugin.module):
                self.forms.extend((folder, plugin) for folder in folders)
                self.loaded.append(Plugin(plugin, plugin.module, ("form.yaml",)))
                return
            if folder := pack_folder(plugin.module):
                self._take_packs(plugin, [folder])
                if not (folder / "__init__.py").is_file():
                    self.loaded.append(Plugin(plugin, str(folder), ("pack.yaml",)))
                    return
            self._register(plugin, imported(plugin.module), has_pack=folder is not None)

    def add(self, module: str) -> None:
        """Load a plugin that is named by its module or its file; one that is loaded already is not loaded again."""
        if all(plugin.offered.module != module for plugin in self.loaded):
            name = Path(module).stem if is_file(module) else module
            self.load(Offered(name, module, "", ""))

    @contextmanager
    def _guard(self, plugin: Offered, where: str) -> Iterator[None]:
        """Run code of a plugin: what it raises is noted, even an exit."""
        try:
            with lent():
                yield
        except (Exception, SystemExit) as error:
            self.fail(plugin, where, error)

    def _register(self, plugin: Offered, module: Any, *, has_pack: bool) -> None:
        import pluggy

        from gdlint.plugins.changes import CHANGED
        from gdlint.plugins.contracts import check_hooks
        from gdlint.plugins.specs import PROJECT, Hooks

        version = getattr(module, "GDLINT_API", 1)
        if version not in range(1, API + 1):
            raise ImportError(f"made for version {version!r} of the plugin interface, this is {API}")
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(Hooks)
        manager.register(module, name=plugin.name)
        check_hooks(module, vars(Hooks))
        manager.check_pending()
        hooks = {
            caller.name: getattr(manager.hook, caller.name)
            for caller in manager.get_hookcallers(module) or ()
        }
        if not hooks and not has_pack:
            raise ImportError("implements no hook of gdlint and has no pack.yaml")
        found = (*(["pack.yaml"] if has_pack else []), *sorted(hooks))
        self.loaded.append(Plugin(plugin, str(getattr(module, "__file__", None) or ""), found))
        for name, take in self._takers().items():
            if name in hooks and name in CHANGED and version < CHANGED[name].version:
                fields = {"version": version, "api": API, "change": CHANGED[name].words}
                self.fail(plugin, name, fault("old-hook", fields))
            elif name in hooks:
                self._ask(plugin, name, hooks[name], take)
        if "gdlint_finding" in hooks:
            self._listeners.append((hooks["gdlint_finding"], plugin))

    def _takers(self) -> Mapping[str, Callable[[Offered, Any], None]]:
        from gdlint.plugins.contracts import functions_of, paths_of, readers_of, reporters_of, rules_of

        return {
            "gdlint_rules": lambda plugin, items: self.rules.extend(
                (item, plugin) for item in rules_of(items)
            ),
            "gdlint_rule_packs": self._take_packs,
            "gdlint_functions": lambda plugin, items: self._add(
                "function", self.functions, plugin, functions_of(items).items()
            ),
            "gdlint_forms": lambda plugin, items: self.forms.extend(
                (path, plugin) for path in paths_of(items)
            ),
            "gdlint_readers": lambda plugin, items: self._add(
                "reader",
                self.readers,
                plugin,
                ((suffix.lower(), item) for item in readers_of(items) for suffix in item.suffixes),
            ),
            "gdlint_reporters": lambda plugin, items: self._add(
                "reporter", self.reporters, plugin, ((item.name, item) for item in reporters_of(items))
            ),
        }

    def _take_packs(self, plugin: Offered, folders: Any) -> None:
        from gdlint.plugins.contracts import paths_of

        for folder in paths_of(folders):
            self.packs[folder] = plugin
            self.forms.extend((form, plugin) for form in forms_of_pack(folder))

    def _add(
        self, kind: str, known: dict[str, tuple[T, Offered]], plugin: Offered, items: Iterable[tuple[str, T]]
    ) -> None:
        """Take what a plugin offers by name; what another one offered before stays, and that is noted."""
        for name, item in items:
            first, owner = known.setdefault(name, (item, plugin))
            if first is not item:
                fields = {"kind": kind, "name": name, "owner": owner.name}
                self.fail(plugin, f"{kind} {name}", fault("same-offer", fields))

    def _ask(self, plugin: Offered, name: str, hook: Any, take: Callable[[Offered, Any], None]) -> None:
        with self._guard(plugin, name):
            for items in hook():
                take(plugin, items)

    def guarded(
        self, plugin: Offered, where: str, call: Callable[..., Any], instead: Any
    ) -> Callable[..., Any]:
        """A function of a plugin that notes its failures and gives something else then."""

        @wraps(call)
        def called(*arguments: Any) -> Any:
            answers = [instead]
            with self._guard(plugin, where):
                answers.append(call(*arguments))
            return answers[-1]

        return called

    def heard(self, findings: Iterable[Finding], report: Report) -> Iterator[Finding]:
        """Each finding as the plugins leave it."""
        for finding in findings:
            left = finding
            for hook, plugin in self._listeners:
                left = self._heard_by(hook, plugin, left, report)
            yield left

    def _heard_by(
        self, hook: Callable[..., Any], plugin: Offered, finding: Finding, report: Report
    ) -> Finding:
        answers = []
        with self._guard(plugin, "gdlint_finding"):
            answers = [answer for answer in hook(finding=finding, report=report) if answer is not None]
        if not answers:
            return finding
        if not isinstance(answers[0], Finding):
            words = fault("no-finding", {"kind": type(answers[0]).__name__})
            self.fail(plugin, "gdlint_finding", words)
            return finding
        taken: Finding = self.guarded(plugin, "gdlint_finding", as_data, finding)(answers[0])
        return taken

    @property
    def listening(self) -> bool:
        """Some plugin wants to see findings."""
        return bool(self._listeners)


def load_plugins(modules: Iterable[str] = ()) -> Plugins:
    """The plugins of installed distributions, and those that are named by their module or their file."""
    plugins = Plugins()
    for plugin in offered():
        plugins.load(plugin)
    for module in modules:
        plugins.add(module)
    return plugins
