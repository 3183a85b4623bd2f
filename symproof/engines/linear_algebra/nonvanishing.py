"""What is not zero, since a multiple of it by something known is not. Untrusted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Wrap
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts
from symproof.trusted.polynomial import Quotient


def nonvanishing(facts: Facts, rewrites: tuple[int, ...], goal: st.Relation) -> Certificate | None:
    """A goal a != b as a multiple of a fact that is not 0, under the equations with the numbers `rewrites`."""
    assert isinstance(goal.left, tm.Scalar) and isinstance(goal.right, tm.Scalar)  # by the caller
    normalizer = rewriting(facts, rewrites)
    back = Readback(normalizer)
    value = normalizer.difference(goal.left, goal.right)
    for number, fact in enumerate(facts.props):
        if (
            not isinstance(fact, st.Relation)
            or fact.kind not in ("!=", "<", ">")
            or not isinstance(fact.left, tm.Scalar)
        ):
            continue
        gap = normalizer.difference(fact.left, tm.scalar(fact.right))
        if normalizer.ring.is_zero(gap):
            continue
        ratio: Quotient = normalizer.ring.quotient(value, gap)
        weight = ONE if normalizer.ring.as_constant(ratio) == 1 else back.scalar(ratio)
        if all(map(facts.evident, (*definedness(weight), st.Relation("!=", weight, ZERO)))):
            return ct.Combination((ct.Piece(weight, (number,)),), rewrites)
    return None


def lengths_apart(facts: Facts) -> Iterator[tuple[st.Prop, Wrap]]:
    """tr((X - Y).T @ (X - Y)) > 0 where X != Y, and tr(X.T @ X) > 0 where its root is not 0; and how to state it."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Relation("!=", tm.Matrix() as x, y):
                gap = x if tm.matrix_term(y) == tm.zero_matrix(*x.shape) else x - tm.matrix_term(y)
                proof = ct.Cases(
                    st.Relation(">", square := tm.MatrixTrace(tm.Transpose(gap) @ gap), ZERO),
                    ct.Evident(),
                    ct.Absurd(ct.Contrary(number, ct.Definite(ct.Evident()))),
                )
                yield proof.relation, partial(ct.Have, proof.relation, proof)
            case st.Relation("!=", tm.Elementary("sqrt", (tm.MatrixTrace() as square,)), end) if end == ZERO:
                yield st.Relation(">", square, ZERO), partial(ct.Law, "sqrt_reflects_strictly", (ZERO, square))
