"""Reading derivation files: which there are, and what each of them derives.

`load` imports a file and looks at each of its derivations, so that all of an author's mistakes are known before
anything is checked. A file that cannot be imported is one `FileError`; a derivation that cannot be built is kept,
and raises its own error when its steps are looked at, so that the others in the file are still checked.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from symproof import clock
from symproof.derivation import Derivation
from symproof.errors import DerivationError, FileError
from symproof.place import explain, parse, shown
from symproof.readers.imports import import_file, neighbours

SECONDS = 20.0
"""How long a file may take to be imported, and each derivation to be built."""

NOTHING = "no derivation in this file"
"""What the error of a file says that derives nothing."""


class TimeLimit(DerivationError):
    """The author's code ran longer than it may."""


def find_files(paths: Iterable[str | Path]) -> list[Path]:
    """The derivation files at `paths`: a file stands for itself, a folder for the `*.py` under it, sorted.

    Names that start with `_` or `.` are helpers, and skipped; so is pytest's `conftest.py`.

    Raises:
        FileError: there is nothing at a path, or a file there is not Python's.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found |= dict.fromkeys(each for each in sorted(path.rglob("*.py")) if is_derivation_file(each, path))
        elif not path.exists():
            raise FileError(f"there is no file or folder {path}")
        elif path.suffix != ".py":
            raise FileError(f"{path} is no derivation file; those are written in Python and end in .py")
        else:
            found[path] = None
    return list(found)


def is_derivation_file(path: Path, folder: Path) -> bool:
    """Whether `path`, somewhere under `folder`, is taken for a derivation file when nobody names it."""
    parts = path.relative_to(folder).parts
    return (
        path.suffix == ".py" and path.name != "conftest.py" and not any(part.startswith(("_", ".")) for part in parts)
    )


def load(path: str | Path, seconds: float = SECONDS) -> list[Derivation]:
    """The derivations that a file defines, in the order in which it does; built, but not checked.

    Raises:
        FileError: with the place of the mistake, when the file does not parse, raises, does not end within
            `seconds`, defines one name twice, or derives nothing.
    """
    path = Path(path)
    file = str(path.resolve())
    try:
        tree = parse(path.read_bytes(), file)
        with time_limit(seconds, f"importing {path.name}"):
            module = import_file(path)
    except (Exception, SystemExit) as error:
        line, text = explain(error, file)
        raise FileError(text, shown(file), line or 1) from error
    _check_names(tree, file)
    found = {each: None for each in vars(module).values() if isinstance(each, Derivation) and each.file == file}
    derivations = sorted(found, key=lambda each: each.line)
    if not derivations:
        advice = "decorate one with @derivation, or start the file's name with _ if it only helps others"
        raise FileError(f"{NOTHING}; {advice}", shown(file), 1)
    names: dict[str, Derivation] = {}
    for each in derivations:
        if each.name in names:
            raise _twice(file, each.name, names[each.name].line, each.line)
        names[each.name] = each
    with neighbours(path.resolve()):
        for each in derivations:
            with time_limit(seconds, f"building {each.name}"):
                each.build()
    return derivations


def read_docstring(path: str | Path) -> tuple[str, str]:
    """The title (first line) and the remarks (the rest) of a file; empty where it cannot be read."""
    try:
        doc = ast.get_docstring(parse(Path(path).read_bytes(), str(path))) or ""
    except (SyntaxError, ValueError, OSError):
        return "", ""
    title, _, remarks = doc.partition("\n")
    return title, remarks.strip()


def time_limit(seconds: float, what: str) -> AbstractContextManager[None]:
    """Stop an author's code that runs longer; see `clock`.

    Raises:
        TimeLimit: the time is over.
    """
    return clock.time_limit(seconds, what, TimeLimit)


def _check_names(tree: ast.Module, file: str) -> None:
    """Refuse two decorated functions of one name: the second would hide the first, and it would not be checked."""
    seen: dict[str, int] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            if node.name in seen:
                raise _twice(file, node.name, seen[node.name], node.lineno)
            seen[node.name] = node.lineno


def _twice(file: str, name: str, first: int, second: int) -> FileError:
    return FileError(f"{name} is declared twice, first in line {first}; rename one of them", shown(file), second)
