"""False neighbours of the right claims: one change each, and a point at which it is seen to be false."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace

from tests.yardstick.claims import Claim

OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.Gt,),
    ast.Gt: (ast.Lt,),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.GtE: (ast.Gt, ast.LtE),
}
WORDS = {
    "eq": ("ne",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "sin": ("cos",),
    "cos": ("sin",),
    "and_": ("or_",),
    "or_": ("and_",),
    "implies": ("iff",),
}


def mutants(claim: Claim) -> Iterator[Claim]:
    """The claims that differ from `claim` in one place: a number, a sign, a relation, a letter, a word, a hypothesis."""
    seen = {claim.text}
    for text in _changed(claim.text, dict(claim.letters)):
        if text not in seen:
            seen.add(text)
            yield replace(claim, text=text)
    for k in range(len(claim.given)):
        yield replace(claim, given=(*claim.given[:k], *claim.given[k + 1 :]))


def _changed(text: str, kinds: dict[str, str]) -> Iterator[str]:
    tree = ast.parse(text, mode="eval")
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        for field, value in _alternatives(node, kinds, called):
            old = getattr(node, field)
            setattr(node, field, value)
            yield ast.unparse(tree)
            setattr(node, field, old)


def _alternatives(node: ast.AST, kinds: dict[str, str], called: set[int]) -> Iterator[tuple[str, object]]:
    match node:
        case ast.BinOp(op=op, right=right):
            for other in OPERATORS.get(type(op), ()):
                yield "op", other()
            if isinstance(op, (ast.Sub, ast.Div)):
                yield "left", right  # one side is forgotten
        case ast.Compare(ops=[op]):
            for comparison in COMPARISONS[type(op)]:
                yield "ops", [comparison()]
        case ast.Constant(value=int() as number):
            yield "value", number + 1
            yield "value", number - 1
        case ast.Name(id=name) if id(node) in called:
            for word in WORDS.get(name, ()):
                yield "id", word
        case ast.Name(id=name) if kinds.get(name) != "index":
            for other in kinds:
                if other != name and kinds[other] == kinds.get(name):
                    yield "id", other
