r"""Letters that are functions of others where they stand before brackets: F of `F(W) = ...`, f of `f(x, y) = ...`."""

from __future__ import annotations

from collections.abc import Iterator

from symproof.readers.notation import tree as t
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.names import canonical, is_capital_letter, script
from symproof.readers.resolve.shapes import letters_only
from symproof.readers.resolve.values import Macro


def given_at_letters(clauses: list[t.Clause | t.Node]) -> set[str]:
    """The letters that an equation gives at others, f of `f(x) = ...`."""
    return {key for key, _ in _given(clauses)}


def given_at_a_letter(clauses: list[t.Clause | t.Node]) -> set[str]:
    """The letters that are functions of a capital letter, F of `F(W) = ...`: nobody writes a product on the left so."""
    return {key for key, at in _given(clauses) if isinstance(at, t.Name) and is_capital_letter(canonical(at) or "")}


def parameters_of(clauses: list[t.Clause | t.Node], context: Context) -> dict[str, frozenset[str | None]]:
    """The letters of the functions of several that are given: f(x, y) on the left of an equation, and what is defined before."""
    found: dict[str, frozenset[str | None]] = {
        key: frozenset(map(str, each.parameters))
        for key, each in context.names.items()
        if isinstance(each, Macro) and len(each.parameters) > 1
    }
    for key, fence, _ in _heads(clauses):
        if isinstance(fence.body, t.Sequence):
            found.setdefault(key, frozenset(map(script, fence.body.items)))
    return found


def _given(clauses: list[t.Clause | t.Node]) -> Iterator[tuple[str, t.Node | None]]:
    """The letters that equations give at letters, and at which."""
    for key, fence, sign in _heads(clauses):
        if letters_only(fence) and not fence.apart and sign.kind in ("=", ":="):
            yield key, fence.body


def _heads(clauses: list[t.Clause | t.Node]) -> Iterator[tuple[str, t.Fence, t.Sign]]:
    """A letter before brackets with which a relation begins, the brackets, and the relation."""
    for clause in clauses:
        match clause:
            case t.Clause(
                members=(t.Juxtaposed(items=(name, t.Fence(left="(") as fence)), *_), relations=(sign, *_)
            ) if key := canonical(name):
                yield key, fence, sign


def is_composed(name: t.Node, fence: t.Node | None) -> bool:
    """Whether f or g stands before brackets in which the other of them is called, `f(g(x))`."""
    match fence:
        case t.Fence(left="(", body=t.Juxtaposed(items=(t.Name(text=inner), t.Fence(left="("))), apart=False):
            return {canonical(name), inner} == {"f", "g"}
    return False
