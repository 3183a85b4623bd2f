"""What contradicts the facts about matrices: an inverse that there cannot be, an equation of what is known to differ.

If det(M) were not 0, M had an inverse, and then two matrices that differ were equal, or the identity were 0, whose trace is
not: so det(A) = 0 where A @ x = 0 and x != 0, or where A**k = 0 and A has a row. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypeGuard

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.matrices import matrices
from symproof.engines.logic.logic import contrary
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations, ring
from symproof.engines.search import FALSE, Search, closed, state
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts


def singular(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal det(M) = 0, where facts are equations of matrices."""
    match goal:
        case st.Relation("=", tm.Determinant(matrix), end) if end == ZERO and any(map(_is_equation, facts.props)):
            pass
        case _:
            return None
    if (found := _by_factor(search, facts, goal, matrix)) is not None:
        return found
    one, inverse = tm.Identity(matrix.shape[0]), matrix**-1
    invertible = facts.extended([st.Relation("!=", goal.left, ZERO)])
    laws = [st.Relation("=", matrix @ inverse, one), st.Relation("=", inverse @ matrix, one)]
    written = definedness(Readback(invertible.normalizer).matrix(invertible.normalizer.matrix(inverse)))
    absurd = search.with_value(  # as the normal form may write it: (B - A)**-1
        invertible,
        written,
        lambda known: closed([partial(ct.Inverse, matrix)], _absurd(search, known.extended(laws), matrix)),
    )
    return None if absurd is None else ct.Cases(goal, ct.Evident(), absurd)


def _by_factor(search: Search, facts: Facts, goal: st.Relation, matrix: tm.Matrix) -> Certificate | None:
    """det(X Y) = 0, as a factor that an equation speaks of has the determinant 0."""
    spoken = set[tm.Term]().union(*(fact.free for fact in facts.props if _is_equation(fact)))
    pending = [matrix.right, matrix.left] if isinstance(matrix, tm.MatrixMul) else []
    while pending:
        match pending.pop():
            case tm.MatrixMul(left, right):
                pending += [right, left]
            case factor if factor.is_square and not spoken.isdisjoint(factor.free):
                none = st.Relation("=", tm.Determinant(factor), ZERO)
                proof = singular(search, facts, none)
                if proof is not None and (rest := ring(search, facts.extended([none]), goal)) is not None:
                    return ct.Have(none, proof, rest)
    return None


def differing(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal X != Y of matrices: were they equal, something that is known to differ would be equal too."""
    equal = st.Relation("=", goal.left, goal.right)
    known = facts.extended([equal])
    absurd = _contrary(search, known)
    if absurd is None and isinstance(goal.left, tm.Matrix) and goal.left.is_square:
        hole = tm.MatrixVariable(r"\square", *goal.left.shape)
        absurd = _by_traces(search, known, hole, hole)
    return None if absurd is None else ct.Cases(equal, absurd, ct.Evident())


def _by_traces(
    search: Search, facts: Facts, hole: tm.MatrixVariable, place: tm.Matrix, number: int = -1
) -> Certificate | None:
    """Anything from an equation of matrices, the last fact or another, of which both sides have one trace, put into a place."""
    number %= len(facts.props)
    equal, trace = facts.props[number], tm.MatrixTrace(place)
    assert isinstance(equal, st.Relation)  # by the caller
    sides = (substitute(trace, {hole: tm.matrix_term(side)}) for side in (equal.left, equal.right))
    empty = linear(search, facts.extended([st.Relation("=", *sides)]), FALSE)
    return None if empty is None else ct.Absurd(ct.Congruence(number, hole, trace, empty))


def contradicted(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """Anything, or a goal a != b of numbers, where the equations of matrices go against the rest: where two matrices that
    differ are equal, or the traces of two that are equal differ."""
    if not any(map(_is_equation, facts.props)):
        return None
    if goal.kind == "!=" and isinstance(goal.left, tm.Scalar) and not search.opposed:
        equal = st.Relation("=", goal.left, goal.right)
        absurd = contradicted(search, facts.extended([equal]), FALSE)
        return None if absurd is None else ct.Cases(equal, ct.Absurd(absurd), ct.Evident())
    if goal != FALSE:
        return None
    stated = list(_put_in(facts))
    known = facts.extended(fact for fact, _ in stated)
    absurd = _contrary(search, known)
    if absurd is not None:
        return state(stated, absurd)
    for number, fact in enumerate(facts.props):
        if _is_equation(fact) and isinstance(fact.left, tm.Matrix) and fact.left.is_square:
            hole = tm.MatrixVariable(r"\square", *fact.left.shape)
            if (absurd := _by_traces(search, facts, hole, hole, number)) is not None:
                return absurd
    return None


def _put_in(facts: Facts) -> Iterator[tuple[st.Relation, Certificate]]:
    """The equations of matrices with the values that letters are said to have."""
    for k, equation in equations(facts, vectors=False):
        letter, value = equation.left, tm.scalar(equation.right)
        if not isinstance(letter, tm.Variable) or letter in value.free:
            continue
        for number, fact in enumerate(facts.props):
            if _is_equation(fact) and letter in fact.free:
                short = substitute(fact, {letter: value})
                one, other = (tm.Identity(place) for place in tm.matrix_term(fact.left).shape)
                yield short, ct.MatrixCombination((ct.MatrixPiece(ONE, one, number, other),), (k,))


def _is_equation(fact: st.Prop) -> TypeGuard[st.Relation]:
    return st.is_equation(fact) and isinstance(fact.left, tm.Matrix)


def _contrary(search: Search, facts: Facts) -> Certificate | None:
    """Two matrices that differ by a fact are equal by the others."""
    return contrary(facts, tm.Matrix, lambda equal: matrices(search, facts, equal))


def _absurd(search: Search, facts: Facts, matrix: tm.Matrix) -> Certificate | None:
    """The facts contradict each other: two matrices that differ are equal, or one with an inverse is 0."""
    if (found := _contrary(search, facts)) is not None:
        return found
    hole = tm.MatrixVariable(r"\square", *matrix.shape)
    for part, trace in ((matrix, matrix**-1 @ hole), (tm.Identity(matrix.shape[0]), hole)):
        zero = tm.MatrixScale(ZERO, part)
        vanishes = st.Relation("=", part, zero)
        proof = matrices(search, facts, vanishes) or _by_power(facts, matrix, vanishes)
        if proof is None:
            continue
        absurd = _by_traces(search, facts.extended([vanishes]), hole, trace)
        if absurd is not None:
            return ct.Have(vanishes, proof, absurd)
    return None


def _by_power(facts: Facts, matrix: tm.Matrix, vanishes: st.Relation) -> Certificate | None:
    """1 = M**-e M**e = 0, where a power of M is 0 whose exponent may be a letter."""
    one = tm.Identity(matrix.shape[0])
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Relation("=", tm.MatrixPower(base, exponent)) if base == matrix and vanishes.left == one:
                if facts.evident(st.Relation("=", fact.right, tm.zero_matrix(*matrix.shape))):
                    return ct.MatrixCombination((ct.MatrixPiece(ONE, matrix**-exponent, number, one),))
    return None
