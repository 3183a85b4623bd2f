"""The shape of the house, read off the imports: arrows point down, one door for each foreign library."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

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
        "matrix_symbols",
        "forms",
        "counted",
        "text",
        "point",
        "report",
        "place",
        "laws",
    ),
    ("polynomial", "ranges", "balls", "novalue", "rejected"),
    ("calculus", "matrix_calculus", "meaning", "exact", "exact_matrices", "certificate", "verdict"),
    ("normal", "interpretation", "defined"),
    ("learning", "truth", "universal", "totality", "endless"),
    ("facts",),
    (
        "combination",
        "integer_rules",
        "invertible",
        "mean_value",
        "sum_laws",
        "function_laws",
        "null",
        "series_rules",
        "matrix_laws",
        "recurrence",
        "evaluate",
        "decimals",
        "enclosure",
        "ties",
    ),
    ("rules",),
    ("kernel",),
    ("doors", "engines"),
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

READING = (
    "notation",
    "resolve",
    "document.finding",
    "document.words",
    "document.lines",
    "document.known",
    "document.steps",
    "document.judgement",
    "document.answer",
)
"""The rooms of the readers in the order in which a document goes through them; each asks those before it."""

DOORS = {
    "sympy": ("doors.sympy",),
    "latex2sympy2": ("doors.latex2sympy",),
    "z3": ("doors.z3",),
    "cvc5": ("doors.cvc5",),
    "clarabel": ("doors.sdp",),
    "numpy": ("doors.sdp",),
    "flint": ("polynomial", "balls", "normal", "engines"),  # normal only names FLINT's rationals
    "pytest": ("pytest_plugin",),
    "click": ("cli", "cli_documents"),
    "rich": ("cli", "cli_documents", "writers"),
    "pebble": ("check_files",),
    "distributed": ("doors.dask",),
    "jinja2": ("writers",),
    "latex2mathml": ("writers",),
    "markdown_it": ("readers", "writers"),
    "pylatexenc": ("readers",),
}


def room(name: str) -> str:
    """Where a module belongs: the rooms that are made of floors of their own are told apart."""
    first, *rest = name.split(".")[1:] or [""]
    return (
        rest[0]
        if rest and first in ("trusted", "evaluation")
        else f"doors.{rest[0]}"
        if rest and first == "doors"
        else first
    )


def module(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


@cache
def imports(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The modules that a file imports when it is loaded, and inside of functions too; not those for the types alone."""
    tree = ast.parse(path.read_text())
    return frozenset(imported(tree.body)), frozenset(imported(nodes(tree)))


def nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """The statements of a module, without what is for the types alone."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, (ast.stmt, ast.excepthandler, ast.match_case)):
            continue
        if not (isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            yield node
            yield from nodes(node)


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "symproof":
            yield from (f"symproof.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_arrows_point_down() -> None:
    floors = {name: height for height, names in enumerate(FLOORS) for name in names} | {"__init__": len(FLOORS)}

    def height(name: str) -> int:
        return floors.get(room(name).partition(".")[0], -1)

    above = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in FILES
        for name in imports(path)[0]
        if name.startswith("symproof.") and height(name) > height(module(path))
    ]

    assert above == []


def test_a_document_goes_through_rooms_in_order() -> None:
    def place(name: str) -> int:
        rest = name.removeprefix("symproof.readers.")
        return next((i for i, each in enumerate(READING) if rest == each or rest.startswith(f"{each}.")), -1)

    back = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in FILES
        for name in imports(path)[1]
        if 0 <= place(module(path)) < place(name)
    ]

    assert back == []


def test_each_foreign_library_has_its_doors() -> None:
    users = {(name.partition(".")[0], room(module(path))) for path in FILES for name in imports(path)[1]}

    assert [(library, user) for library, user in users if user not in DOORS.get(library, (user,))] == []


def test_a_file_is_read_in_one_sitting() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text().splitlines()) for path in FILES}

    assert {path: length for path, length in lengths.items() if length > 425} == {}
