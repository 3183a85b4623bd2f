"""All one-token mutants of a derivation file: an operator, a relation, a constant, a letter, a bound, a sign.

Only what the file says mathematically is changed: no names of functions, no texts, no imports, no `by=` and `note=`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Add,),
}
RELATIONS = {"eq": ("le", "ge"), "le": ("eq", "ge", "lt"), "ge": ("eq", "le"), "lt": ("eq", "le"), "gt": ("eq", "le")}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.Gt, ast.LtE),
    ast.LtE: (ast.GtE, ast.Lt),
    ast.Gt: (ast.Lt, ast.GtE),
    ast.GtE: (ast.LtE, ast.Gt),
}
WORDS = {
    "positive": ("real", "nonnegative"),
    "real": ("positive",),
    "implies": ("iff",),
    "iff": ("implies",),
    "norm": (),
}
QUIET = ("by", "note", "expect", "unique", "of", "over", "name")


@dataclass(frozen=True)
class Mutant:
    """The text of a mutated file, and what was changed where."""

    source: str
    change: str
    line: int


def mutants(source: str) -> list[Mutant]:
    """The mutants of a file, in the order of its lines; texts that come out alike are kept once.

    A node is changed in place and put back, and only the statement that it stands in is written out again.
    """
    tree = ast.parse(source)
    letters = _letters(tree)
    texts = [ast.unparse(statement) for statement in tree.body]
    found: dict[tuple[int, str], Mutant] = {}
    for number, statement in enumerate(tree.body):
        for node in _mathematics(ast.Module([statement], [])):
            before = dict(vars(node))
            for change, mutate in _changes(node, letters):
                mutate(node)
                text = ast.unparse(statement)
                vars(node).update(before)
                if text != texts[number] and (number, text) not in found:
                    whole = "\n".join([*texts[:number], text, *texts[number + 1 :]])
                    found[number, text] = Mutant(whole, change, getattr(node, "lineno", 0))
    return list(found.values())


def _letters(tree: ast.Module) -> dict[str, list[str]]:
    """The letters of a file by the word that declares them: each may stand in for another of its kind."""
    kinds: dict[str, list[str]] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets = node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else [node.targets[0]]
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value] * len(targets)
            for target, value in zip(targets, values, strict=False):
                if isinstance(target, ast.Name) and isinstance(value, ast.Call):
                    kinds.setdefault(ast.unparse(value.func) + str(len(value.keywords)), []).append(target.id)
    return {name: [other for other in names if other != name] for names in kinds.values() for name in names}


def _mathematics(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that say something mathematical, in order."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, (ast.ImportFrom, ast.Import)) or (isinstance(child, ast.keyword) and child.arg in QUIET):
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, (ast.BinOp, ast.Compare, ast.Constant, ast.Attribute, ast.Name, ast.UnaryOp, ast.Call)):
            yield child
        if isinstance(child, ast.arg):
            continue
        yield from _mathematics(child)


def _changes(node: ast.AST, letters: dict[str, list[str]]) -> Iterator[tuple[str, Callable[..., None]]]:
    match node:
        case ast.BinOp(op=op):
            for other in OPERATORS.get(type(op), ()):
                yield f"{type(op).__name__} -> {other.__name__}", lambda t, o=other: setattr(t, "op", o())
        case ast.Compare(ops=[op]):
            for turned in COMPARISONS.get(type(op), ()):
                yield f"{type(op).__name__} -> {turned.__name__}", lambda t, o=turned: setattr(t, "ops", [o()])
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            for near in (value + 1, value - 1):
                yield f"{value} -> {near}", lambda t, v=near: setattr(t, "value", v)
        case ast.UnaryOp(op=ast.USub()):
            yield "- -> +", lambda t: setattr(t, "op", ast.UAdd())
        case ast.Attribute(attr=attr) if attr in RELATIONS:
            for new in RELATIONS[attr]:
                yield f".{attr} -> .{new}", lambda t, v=new: setattr(t, "attr", v)
        case ast.Name(id=name, ctx=ast.Load()):
            for new in letters.get(name, ()):
                yield f"{name} -> {new}", lambda t, v=new: setattr(t, "id", v)
            for new in WORDS.get(name, ()):
                yield f"{name} -> {new}", lambda t, v=new: setattr(t, "id", v)
