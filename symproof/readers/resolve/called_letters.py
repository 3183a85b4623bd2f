r"""Letters that are functions of others where they stand before brackets: F of `F(W) = ...`, f of `f(x, y) = ...`."""

from __future__ import annotations

from symproof.readers.notation import tree as t
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.names import canonical, is_capital_letter, script
from symproof.readers.resolve.shapes import letters_only
from symproof.readers.resolve.values import Macro


def given_at_a_letter(clauses: list[t.Clause | t.Node]) -> set[str]:
    """The letters that are functions of a capital letter, F of `F(W) = ...`: nobody writes a product on the left so."""
    found = set()
    for clause in clauses:
        first = clause.members[0] if isinstance(clause, t.Clause) and clause.relations else None
        match first:
            case t.Juxtaposed(items=(name, t.Fence(left="(", body=t.Name() as letter, apart=False))):
                if is_capital_letter(canonical(letter) or "") and clause.relations[0].kind in ("=", ":="):  # type: ignore[union-attr]
                    found.add(canonical(name) or "")
    return found - {""}


def given_at_letters(clauses: list[t.Clause | t.Node]) -> set[str]:
    """The letters that an equation gives at others, f of `f(x) = ...`."""
    found = set()
    for clause in clauses:
        match clause:
            case t.Clause(members=(t.Juxtaposed(items=(name, t.Fence(left="(") as fence)), *_), relations=(sign, *_)):
                if letters_only(fence) and not fence.apart and sign.kind in ("=", ":="):
                    found.add(canonical(name) or "")
    return found - {""}


def parameters_of(clauses: list[t.Clause | t.Node], context: Context) -> dict[str, frozenset[str | None]]:
    """The letters of the functions of several that are given: f(x, y) on the left of an equation, and what is defined before."""
    found: dict[str, frozenset[str | None]] = {
        key: frozenset(map(str, each.parameters))
        for key, each in context.names.items()
        if isinstance(each, Macro) and len(each.parameters) > 1
    }
    for clause in clauses:
        first = clause.members[0] if isinstance(clause, t.Clause) and clause.relations else None
        match first:
            case t.Juxtaposed(items=(name, t.Fence(left="(", body=t.Sequence(items=letters)))) if key := canonical(
                name
            ):
                found.setdefault(key, frozenset(map(script, letters)))
    return found
