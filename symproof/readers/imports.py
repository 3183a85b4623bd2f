"""Importing derivation files: each under a name of its own, and each one found by those that import it.

A derivation file may import its neighbours as a script would (`from regret import one_step`), relatively (`from
.regret import one_step`) or from the project's folder (`from derivations.dl_hw1.regret import one_step`). All three
give one module, the same that `import_file` gives, so that a derivation is one object wherever it is cited. Nothing
is put on `sys.path`: a file called `random.py` hides nobody's `random`, and two files called `regret.py` in two
folders stay apart. No bytecode is read or written, since a file rewritten within a second would be taken for itself.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

PACKAGE = "derivation_files"
ROOT_MARKS = ("pyproject.toml", ".git")


def import_file(path: Path) -> ModuleType:
    """The module of a derivation file; imported again only when its text has changed.

    Raises:
        ImportError: the file imports itself through others; what they cite of each other would prove nothing.
        BaseException: whatever the file raises; nothing of it stays imported then.
    """
    path = path.resolve()
    name = module_name(path)
    known = sys.modules.get(name)
    if known is not None and known.__dict__.get("__text__") == path.read_bytes():
        if not known.__dict__.get("__complete__"):
            circle = " imports ".join([*_incomplete(name), path.name])
            raise ImportError(f"{circle}; put what both need into a third file", path=str(path))
        return known
    spec = spec_from_file_location(name, path, loader=FreshLoader(name, str(path)))
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file", path=str(path))
    _packages(path.parent)
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        with neighbours(path):
            spec.loader.exec_module(module)
        module.__dict__["__complete__"] = True
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _incomplete(first: str) -> list[str]:
    """The files whose import is under way, from `first` on."""
    modules = [module for name, module in sys.modules.items() if name.startswith(f"{PACKAGE}.")]
    names = [each.__name__ for each in modules]
    return [
        Path(str(each.__file__)).name
        for each in modules[names.index(first) :]
        if "__text__" in each.__dict__ and "__complete__" not in each.__dict__
    ]


def module_name(path: Path) -> str:
    """The name under which a file is imported; two files never share one."""
    folder = hashlib.sha256(str(path.parent).encode()).hexdigest()[:12]
    return f"{PACKAGE}.in_{folder}.{path.stem.replace('.', '_')}"


def _packages(folder: Path) -> None:
    """Put the package of a folder where the import system looks for it, for the sake of `from .regret import ...`."""
    package = module_name(folder / "x").rpartition(".")[0]
    for name, places in ((PACKAGE, []), (package, [str(folder)])):
        if name not in sys.modules:
            spec = ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = places
            sys.modules[name] = module_from_spec(spec)


class FreshLoader(SourceFileLoader):
    """Loads a file from its text, never from bytecode, and keeps the text to know it by."""

    def get_code(self, fullname: str) -> CodeType:
        return compile(self.get_data(self.path), self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__["__text__"] = self.get_data(self.path)
        super().exec_module(module)


class AliasLoader(FreshLoader):
    """Gives, under another name, the one module of a file."""

    def exec_module(self, module: ModuleType) -> None:
        sys.modules[module.__name__] = import_file(Path(self.path))  # the import system takes what it finds there


class Neighbours:
    """Finds what the derivation file `path` imports from its own project, before others do.

    Folders above it are packages, but for those that hold nothing of it: `derivations/dl_hw1/sums.py` reaches
    `derivations.regret` and leaves `symproof` beside `derivations` alone.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self.above = _above(path.parent)
        self.found: set[str] = set()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The import system's question: where is the module `name`?"""
        parent, _, last = name.rpartition(".")
        if parent.startswith(f"{PACKAGE}.") and path is not None:
            return self._file(name, Path(*path) / f"{last}.py")
        if name in sys.stdlib_module_names or (parent and parent not in self.found):
            return None
        if parent:
            spec = self._folder_or_file(name, Path(*(path or ())) / last)
        else:
            beside = self.folder / f"{name}.py"
            inside = [where / name for where in self.above if (where / name) in (self.folder, *self.above)]
            spec = self._file(name, beside) if beside.is_file() or not inside else self._folder_or_file(name, inside[0])
        if spec is not None:
            self.found.add(name)
        return spec

    def _folder_or_file(self, name: str, place: Path) -> ModuleSpec | None:
        if place.is_dir():
            spec = ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = [str(place)]
            return spec
        return self._file(name, place.with_name(f"{place.name}.py"))

    def _file(self, name: str, place: Path) -> ModuleSpec | None:
        if not place.is_file():
            return None
        return spec_from_file_location(name, place, loader=AliasLoader(name, str(place)))


@contextmanager
def neighbours(path: Path) -> Iterator[None]:
    """Let the file `path` import its neighbours; afterwards their short names are free again for other files."""
    finder = Neighbours(path)
    hidden = [each for each in sys.meta_path if isinstance(each, Neighbours)]
    aside = {name: sys.modules.pop(name) for each in hidden for name in each.found if name in sys.modules}
    sys.meta_path[:] = [finder, *(each for each in sys.meta_path if each not in hidden)]
    try:
        yield
    finally:
        for name in finder.found:
            sys.modules.pop(name, None)
        sys.modules.update(aside)
        sys.meta_path[:] = [*hidden, *(each for each in sys.meta_path if each is not finder)]


def _above(folder: Path) -> tuple[Path, ...]:
    """The folders above, nearest first, up to the project's own: the current one, or one with a project file."""
    found: list[Path] = []
    for each in (folder, *folder.parents):
        if each != folder:
            found.append(each)
        if each == Path.cwd() or any((each / mark).exists() for mark in ROOT_MARKS):
            return tuple(found)
    return tuple(found[:1])
