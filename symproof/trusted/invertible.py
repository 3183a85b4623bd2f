"""Claims about a square matrix from those about invertible ones, by continuity. Trusted.

Let D be a letter, and t a number. det(D + t I) is a polynomial in t whose first coefficient is 1, so it is 0 at finitely many t
alone. Facts that hold of D and of each D + t I hold as t tends to 0; a claim that holds at each of those that are invertible, and
is an equation or an order that is not strict between continuous terms, holds at D in the limit. Kept are the facts that do not
speak of D, and equations of matrices, continuous in D, whose two sides change alike in normal form: C D = D C, D.T = D.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import Subgoals, without
from symproof.trusted.rejected import Rejected

CONTINUOUS = (tm.Add, tm.Mul, tm.Neg, tm.MatrixAdd, tm.MatrixMul, tm.MatrixScale, tm.Transpose, tm.Hadamard, tm.Kronecker,
              tm.Vec, tm.Above, tm.Beside, tm.Adjugate, tm.MatrixTrace, tm.Determinant)  # fmt: skip
"""What is continuous in its parts, and has a value wherever they have."""


def nearby(facts: Facts, goal: st.Prop, certificate: ct.Nearby) -> Subgoals:
    """The goal where det(D) != 0, from the facts that stay true as D is moved by a multiple of the identity."""
    letter = certificate.matrix
    if not isinstance(letter, tm.MatrixVariable) or not letter.is_square:
        raise Rejected(f"{letter} is no letter for a square matrix")
    if not isinstance(goal, st.Relation) or goal.kind not in ("=", "<=", ">="):
        raise Rejected(f"{goal} is no equation, and no order that is kept in the limit")
    if not all(is_continuous(side, letter) for side in (goal.left, goal.right)):
        raise Rejected(f"{goal} is not known to be continuous in {letter}")
    for condition in definedness(goal):
        if not facts.evident(condition):
            raise Rejected(f"{goal} is not known to have a value: it needs {condition}", needs=condition)
    yield kept(facts, letter).extended([st.Relation("!=", tm.Determinant(letter), ZERO)]), goal, certificate.proof


def kept(facts: Facts, letter: tm.MatrixVariable) -> Facts:
    """The facts that hold of D + t I too, for each number t, as they hold of D."""
    others = without(facts, letter)
    t = fresh(tm.Variable("t"), names_in(*facts.props, letter))
    moved = letter + t * tm.Identity(letter.rows)
    return others.extended(fact for fact in facts.props if letter in fact.free and _stays(others, fact, letter, moved))


def _stays(others: Facts, fact: st.Prop, letter: tm.MatrixVariable, moved: tm.Matrix) -> bool:
    match fact:
        case st.Relation("=", tm.Matrix() as left, tm.Matrix() as right):
            pass
        case _:
            return False
    if not is_continuous(left, letter) or not is_continuous(right, letter):
        return False
    ahead, behind = (tm.matrix_term(substitute(side, {letter: moved})) for side in (left, right))
    normalizer = others.normalizer
    one = normalizer.ring.constant(1)
    try:
        parts = [(one, normalizer.matrix_difference(ahead, behind))]
        parts += [(normalizer.ring.negative(one), normalizer.matrix_difference(left, right))]
        return not normalizer.matrix_sum(*left.shape, parts).terms
    except NOT_NORMAL:
        return False


def is_continuous(term: tm.Term, letter: tm.MatrixVariable) -> bool:
    """Whether a term is continuous in the entries of a letter, with a value at all of them, as its form shows."""
    if letter not in term.free or term == letter:
        return True
    match term:
        case tm.Div(top, bottom):
            return letter not in bottom.free and is_continuous(top, letter)
        case tm.Pow(base, tm.Number(value)) | tm.MatrixPower(base, tm.Number(value)):
            return value.denominator == 1 and value >= 1 and is_continuous(base, letter)
        case _:
            return isinstance(term, CONTINUOUS) and all(is_continuous(part, letter) for part in term.children())
