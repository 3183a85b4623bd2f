"""What `from symproof import ...` gives, whatever was imported before."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

import symproof


@cache
def modules() -> tuple[ModuleType, ...]:
    """All modules of the package, but those that start something and the doors to libraries that are not installed."""
    found = []
    for module in pkgutil.walk_packages(symproof.__path__, "symproof."):
        if "__main__" not in module.name and "pytest_plugin" not in module.name:
            try:
                found.append(importlib.import_module(module.name))
            except ModuleNotFoundError as error:
                assert module.name.startswith("symproof.doors.") and not (error.name or "").startswith("symproof")
    return tuple(found)


def public(owner: Any) -> Iterator[tuple[str, Any]]:
    """The functions, classes and properties that a module or class defines under a public name."""
    for name, value in vars(owner).items():
        value = getattr(value, "__func__", value)  # of a class method
        if name.startswith("_") or not isinstance(value, (FunctionType, type, property)):
            continue
        if isinstance(owner, type) or value.__module__ == owner.__name__:
            yield f"{owner.__name__}.{name}", getattr(owner, name)
            if isinstance(value, type):
                yield from public(value)


def test_no_module_hides_a_public_name() -> None:
    """`symproof.derivative` was the function until something loaded the module of that name."""
    assert modules()

    hidden = [name for name in symproof.__all__ if isinstance(getattr(symproof, name), ModuleType) and name != "by"]

    assert hidden == []


def test_what_is_public_says_what_it_means() -> None:
    """A method may leave that to the one that it overrides."""
    silent = [name for module in modules() for name, value in public(module) if not inspect.getdoc(value)]

    assert silent == []


def test_importing_symproof_opens_no_door() -> None:
    doors = ["sympy", "z3", "flint", "pytest", "click", "rich", "pebble", "jinja2", "latex2mathml", "mpmath"]
    code = f"import sys, symproof; print([door for door in {doors!r} if door in sys.modules])"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
