"""What `from symproof import ...` gives, whatever was imported before."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from types import ModuleType

import symproof


def test_no_module_hides_a_public_name() -> None:
    """`symproof.derivative` was the function until something loaded the module of that name."""
    for module in pkgutil.walk_packages(symproof.__path__, "symproof."):
        if "__main__" not in module.name and "pytest_plugin" not in module.name:
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:  # the door to a library that need not be installed
                assert module.name.endswith("_door") and not (error.name or "").startswith("symproof")

    hidden = [name for name in symproof.__all__ if isinstance(getattr(symproof, name), ModuleType) and name != "by"]

    assert hidden == []


def test_importing_symproof_opens_no_door() -> None:
    doors = ["sympy", "z3", "flint", "pytest", "click", "rich", "pebble", "jinja2", "latex2mathml", "mpmath"]
    code = f"import sys, symproof; print([door for door in {doors!r} if door in sys.modules])"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
