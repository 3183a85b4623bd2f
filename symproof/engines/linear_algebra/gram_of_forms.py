"""Cauchy-Schwarz for what is said of all columns, q(c) = c.T A c >= 0: (x.T A y + y.T A x)**2 <= 4 q(x) q(y).

With b half of x.T A y + y.T A x, q(q(y) x - b y) is q(y) (q(x) q(y) - b**2); where q(y) is 0, so is b, by q(b x - (q(x) + 1) y).
The kernel takes the instances and adds; A need not be symmetric. Untrusted.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Wrap
from symproof.forms import form_of
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts

MOST = 3
HALF, TWO, FOUR = tm.Number(Fraction(1, 2)), tm.scalar(2), tm.scalar(4)


def pairs_of_columns(facts: Facts, goal: st.Relation) -> list[tuple[int, tm.Matrix, tm.Matrix, tm.Matrix]]:
    """The facts q >= 0 by number, each with its matrix and two columns that a goal speaks of."""
    letters = sorted((x for x in goal.free if isinstance(x, tm.MatrixVariable) and x.columns == tm.SINGLE), key=str)
    found: list[tuple[int, tm.Matrix, tm.Matrix, tm.Matrix]] = []
    for number, fact in enumerate(facts.props):
        form = form_of(fact) if isinstance(fact, st.Each) else None
        if form is None or form.kind != ">=" or form.punctured or goal.free.isdisjoint(form.matrix.free):
            continue
        place = form.matrix.shape[1]
        found += [(number, form.matrix, x, y) for x, y in combinations(letters, 2) if x.shape[0] == y.shape[0] == place]
        images = ((x, form.matrix @ x) for x in letters if x.shape[0] == place)
        found += [(number, form.matrix, x, y) for x, y in images if y in goal.subterms()]
    return found[:MOST]


def gram_of_form(known: int, number: int, matrix: tm.Matrix, x: tm.Matrix, y: tm.Matrix) -> tuple[st.Prop, Wrap]:
    """What the fact of that number says of two columns, and how to state it, where `known` facts stand before."""

    def times(left: tm.Matrix, right: tm.Matrix) -> tm.Scalar:
        return tm.MatrixTrace(tm.Transpose(left) @ (matrix @ right))

    a, p, mixed = times(x, x), times(y, y), times(x, y) + times(y, x)
    b = HALF * mixed
    _, at_y, case, last = range(known, known + 4)  # the first is q(x) >= 0, which the weights ask for
    above = ct.Instance(number, p * x - b * y, ct.Combination((ct.Piece(FOUR / p, (last,)),)))
    share = FOUR / (a + TWO)
    pieces = (
        ct.Piece(share, (last,)),
        ct.Piece(share * (a + ONE) ** 2, (case,)),
        ct.Piece(FOUR * a, (at_y,)),
    )
    below = ct.Instance(number, b * x - (a + ONE) * y, ct.Combination(pieces))
    cases = ct.Cases(st.Relation(">", p, ZERO), above, below)
    proof = ct.Instance(number, x, ct.Instance(number, y, cases))
    bound = st.Relation("<=", mixed**2, FOUR * a * p)
    return bound, partial(ct.Have, bound, proof)


def without_form(facts: Facts, number: int) -> tuple[st.Prop, Wrap] | None:
    """b = 0 from b**2 <= 4 q(x) q(y), which is the fact of that number, where an equation says that q(x) is 0."""
    match facts.props[number]:
        case st.Relation("<=", tm.Pow(mixed, _), tm.Mul((_, form, _))):
            none = st.Relation("=", form, ZERO)
        case _:
            return None
    if none not in facts.props:
        return None
    later = len(facts.props)
    pieces = (ct.Piece(ONE, (later, later)), ct.Piece(ONE, (number,)))
    wrong = ct.Absurd(ct.Combination(pieces, (facts.props.index(none),)))
    sides = (ct.Cases(st.Relation(kind, mixed, ZERO), ct.Evident(), wrong) for kind in ("<=", ">="))
    equal = st.Relation("=", mixed, ZERO)
    return equal, partial(ct.Have, equal, ct.Between(*sides))
