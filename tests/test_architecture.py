"""The shape of the house, read off the imports: arrows point down, one door for each foreign library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "symproof"
FILES = sorted(ROOT.rglob("*.py"))

FLOORS = (
    ("errors", "term", "recheck", "clock"),
    (
        "functions",
        "statement",
        "properties",
        "printed",
        "rates",
        "substitution",
        "names",
        "symbols",
        "text",
        "point",
        "report",
        "place",
        "laws",
    ),
    ("polynomial", "ranges", "balls", "novalue", "rejected"),
    ("calculus", "meaning", "exact", "exact_matrices", "certificate", "verdict"),
    ("normal", "interpretation", "defined"),
    ("facts", "truth", "totality"),
    ("combination", "integer_rules", "sum_laws", "matrix_laws", "recurrence", "evaluate", "decimals", "enclosure"),
    ("rules",),
    ("kernel",),
    ("worker", "z3_door", "cvc5_door", "sdp_door", "sympy_door", "dask_door", "engines"),
    (
        "by",
        "chain",
        "chain_rule",
        "wengert",
        "derivation",
        "lemmas",
        "cache",
        "readers",
        "check",
        "check_files",
        "prove",
        "export",
    ),
    ("writers",),
    ("cli", "cli_documents", "pytest_plugin", "__main__"),
)
"""From the ground up; a module imports from its own floor and from those below."""

DOORS = {
    "sympy": ("sympy_door",),
    "z3": ("z3_door",),
    "cvc5": ("cvc5_door",),
    "clarabel": ("sdp_door",),
    "numpy": ("sdp_door",),
    "scipy": ("sdp_door",),
    "flint": ("polynomial", "balls", "normal", "engines"),  # normal only names FLINT's rationals
    "pytest": ("pytest_plugin",),
    "click": ("cli", "cli_documents"),
    "rich": ("cli", "cli_documents", "writers"),
    "pebble": ("check_files",),
    "distributed": ("dask_door",),
    "jinja2": ("writers",),
    "latex2mathml": ("writers",),
    "markdown_it": ("readers", "writers"),
    "pylatexenc": ("readers",),
}


def room(path: Path) -> str:
    """The first part of a module's name below symproof."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path, *, everywhere: bool) -> set[str]:
    """The modules that a file imports when it is loaded; with `everywhere`, inside of functions too."""
    tree = ast.parse(path.read_text())
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    nodes = ast.walk(tree) if everywhere else tree.body
    found: set[str] = set()
    for node in nodes:
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"symproof.{alias.name}" for alias in node.names} if node.module == "symproof" else {node.module}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_arrows_point_down(path: Path) -> None:
    heights = {name: height for height, names in enumerate(FLOORS) for name in names}
    own = room(path)
    if own == "__init__":
        return

    above = [
        name
        for name in imports(path, everywhere=False)
        if name.startswith("symproof.") and heights.get(name.split(".")[1], -1) > heights[own]
    ]

    assert above == []


@pytest.mark.parametrize("library", DOORS)
def test_each_foreign_library_has_its_doors(library: str) -> None:
    users = {
        room(path)
        for path in FILES
        if any(name.partition(".")[0] == library for name in imports(path, everywhere=True))
    }

    assert users <= set(DOORS[library])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 425
