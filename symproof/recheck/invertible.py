"""A claim about a square matrix D, from the same about D + t 1 where that is invertible: at all but finitely many t.

The facts that are kept do not speak of D, or are equations of matrices whose sides, continuous in D, change by the same as D
is moved. The claim is no strict order, and its sides are continuous in D: so it holds as t tends to 0.
"""

from __future__ import annotations

from collections.abc import Iterator

from .atoms import ONE
from .build import fresh, make, substitute
from .calculus import relation
from .certificates import Certificate, require
from .defined import conditions
from .facts import Facts
from .leaves import rewriting
from .rational import negative
from .terms import ZERO, Node, Reject, below, free, name_of, shape, show, sort

CONTINUOUS = (
    "Add", "Mul", "Neg", "MatrixAdd", "MatrixMul", "MatrixScale", "Transpose", "Hadamard", "Kronecker", "Vec", "Above", "Beside",
    "Adjugate", "MatrixTrace", "Determinant",
)  # fmt: skip


def nearby(facts: Facts, goal: Node, d: Node, proof: Certificate) -> Iterator[tuple[Facts, Node, Certificate]]:
    """The goal where det(D) != 0, from the facts that stay."""
    square = d[0] == "MatrixVariable" and shape(d)[0] == shape(d)[1]
    require(square, f"{show(d)} is no letter for a square matrix")
    closed = goal[0] == "Relation" and goal[1] in ("=", "<=", ">=")
    require(closed, f"{show(goal)} does not stay true in a limit")
    require(all(_continuous(side, d) for side in goal[2:]), f"{show(goal)} is not known to be continuous")
    require(all(map(facts.evident, conditions(goal))), f"{show(goal)} is not known to have a value")
    spoken = {name_of(letter) for prop in (*facts.props, d) for letter in free(prop)}
    t = fresh(("Variable", "t", "real", "", None), spoken)
    moved = make("MatrixAdd", d, make("MatrixScale", t, make("Identity", shape(d)[0])))
    others = facts.without(d)
    stay = [prop for prop in facts.props if d in free(prop) and _stays(others, prop, d, moved)]
    yield others.and_(*stay, relation("!=", make("Determinant", d), ZERO)), goal, proof


def _stays(others: Facts, prop: Node, d: Node, moved: Node) -> bool:
    if prop[:2] != ("Relation", "=") or sort(prop[2]) != "matrix" or not all(_continuous(x, d) for x in prop[2:]):
        return False
    try:
        normal = rewriting(others, ())
        before = normal.matrix_difference(*map(normal.matrix, prop[2:]))
        after = normal.matrix_difference(*(normal.matrix(substitute(side, {d: moved})) for side in prop[2:]))
        change = normal.combination(before.rows, before.columns, [(ONE, after.words), (negative(ONE), before.words)])
    except Reject:
        return False
    return not change.words


def _continuous(term: Node, d: Node) -> bool:
    """Whether a term that speaks of D is made of it by sums, products and what is a polynomial in the entries."""
    if d not in free(term) or term == d:
        return True
    match term:
        case ("Div", top, bottom):
            return d not in free(bottom) and _continuous(top, d)
        case ("Pow" | "MatrixPower", base, ("Number", value)):
            return bool(value.denominator == 1 and value >= 1) and _continuous(base, d)
        case (name, *_):
            return name in CONTINUOUS and all(_continuous(part, d) for part in below(term))
    return False
