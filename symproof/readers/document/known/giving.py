"""By what a function may be given, `f(x) = ... = ...`, and what gives none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from symproof.readers.document.lines.asking import text_of
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.letters import is_letter, names_in
from symproof.readers.notation import Node
from symproof.readers.notation.tree import Clause, Fence, Juxtaposed, Nabla
from symproof.readers.resolve import Macro
from symproof.readers.resolve.grids import places_of
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.term import Term

LOGISTIC = r"\sigma"
"""A letter that before brackets is a known function."""


def formulas_of(unit: Unit, letters: Collection[Node]) -> list[tuple[str, Clause]]:
    """By what a function may be given: the formula behind it, or one that a chain makes of it; first what has no letters but its
    own."""
    keys = {canonical(letter) for letter in letters}
    return sorted(_members(unit), key=lambda each: not names_in(each[1].members[1]) <= keys)


def _members(unit: Unit) -> Iterator[tuple[str, Clause]]:
    first = unit.members[0]
    for (sign, _, _), each in zip(unit.signs, unit.members[1:], strict=False):
        if each.display is not first.display or (each is not unit.members[1] and sign.kind != "="):
            return
        latex = f"{text_of(first.node, first.display)} = {text_of(each.node, each.display)}"
        yield latex, Clause(first.node.start, each.node.end, (first.node, each.node), unit.clause.relations[:1])


def is_term(node: Node) -> bool:
    """Whether a term calls no function of the text: it is made of letters, numbers and known functions."""
    return not any(
        isinstance(each, Nabla)
        or (
            isinstance(each, Juxtaposed)
            and any(
                is_letter(one) and canonical(one) != LOGISTIC and isinstance(other, Fence)
                for one, other in pairwise(each.items)
            )
        )
        for each in every_part(node)
    )


def loose(function: Macro) -> list[Term]:
    """The arguments of a function that do not stand in its term."""
    body = function.body
    return [each for each in function.parameters if each not in body.free and not places_of(each, body)]
