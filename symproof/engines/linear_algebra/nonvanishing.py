"""What is not zero, since a multiple of it by something known is not. Untrusted."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
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
