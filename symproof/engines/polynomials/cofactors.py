"""What an equation says of the cofactor of a letter in it: of x*y = 1 that y is not 0, of z*(x*y - 1) = x + y + 2 > 0 that
x*y > 1 where z > 0. Then the letter can be eliminated.

Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import Step
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

MOST = 4
"""So many are stated."""
Stated = list[Step]


def cofactors(facts: Facts) -> tuple[Facts, Stated]:
    """The facts with the signs of cofactors that the equations among them give, and the proofs of these."""
    stated: Stated = []
    for number, equation in equations(facts, vectors=False):
        assert isinstance(equation.left, tm.Scalar) and isinstance(equation.right, tm.Scalar)  # by the filter
        try:
            gap = facts.normalizer.difference(equation.left, equation.right)
            bottom = ONE if gap.den is None else Readback(facts.normalizer).scalar(Quotient(gap.den))
            if not facts.range(bottom).excludes_zero:
                continue
            gap = Quotient(gap.num)
            for letter in facts.normalizer.ring.generators(gap):
                found = None if len(stated) == MOST else _sign(facts, number, gap, bottom, letter)
                if found is not None:
                    stated.append(found)
                    facts = facts.extended([found[0]])
        except (*NOT_NORMAL, LookupError):
            continue
    return facts, stated


def _sign(
    facts: Facts, number: int, gap: Quotient, bottom: tm.Scalar, letter: int
) -> tuple[st.Prop, Certificate] | None:
    """The sign of the cofactor of a letter in an equation (letter * cofactor + rest)/bottom = 0, where that is not known."""
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    terms = [(dict(monomial), c) for monomial, c in ring.numerator_terms(gap)]
    if max(monomial.get(letter, 0) for monomial, _ in terms) != 1:
        return None
    cofactor = back.scalar(
        ring.from_terms(
            (tuple((g, k) for g, k in monomial.items() if g != letter), c)
            for monomial, c in terms
            if letter in monomial
        )
    )
    rest = back.scalar(ring.from_terms((tuple(monomial.items()), c) for monomial, c in terms if letter not in monomial))
    known, value, other = facts.range(cofactor), back.atom(letter), facts.range(rest)
    if isinstance(cofactor, tm.Number) or known.is_positive or known.is_negative:
        return None
    if not other.is_positive and not other.is_negative:
        return None
    own = facts.range(value)
    pieces: tuple[tuple[tm.Scalar, tuple[int, ...]], ...]
    if own.is_positive or own.is_negative:  # cofactor = equation/letter - rest/letter
        if other.is_positive == own.is_positive:
            prop, pieces = st.Relation("<", cofactor, ZERO), ((rest / value, ()), (tm.Neg(bottom / value), (number,)))
        else:
            prop, pieces = st.Relation("<", ZERO, cofactor), ((tm.Neg(rest / value), ()), (bottom / value, (number,)))
        return prop, _combined(pieces)
    if known.excludes_zero:
        return None
    zero, here = st.Relation("=", cofactor, ZERO), len(facts.props)
    pieces = ((rest, ()), (value, (here,)), (tm.Neg(bottom), (number,)))
    if other.is_negative:
        pieces = ((tm.Neg(rest), ()), (tm.Neg(value), (here,)), (bottom, (number,)))
    return st.Relation("!=", cofactor, ZERO), ct.Cases(zero, ct.Absurd(_combined(pieces)), ct.Evident())


def _combined(pieces: tuple[tuple[tm.Scalar, tuple[int, ...]], ...]) -> Certificate:
    return ct.Combination(tuple(ct.Piece(weight, numbers) for weight, numbers in pieces))
