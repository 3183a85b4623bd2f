"""Orders between a cube root, or a higher one, and a term: t <= x**(1/3) by t**3 <= x, as t is positive if it is larger.

Were t > r = x**(1/q), then t**q - x = (t - r) (t**(q - 1) + ... + r**(q - 1)) would be positive; and likewise the other way,
where t >= 0. Untrusted: the kernel adds up.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import inequality, oriented, positivity
from symproof.engines.search import Search
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

HIGHEST, SECONDS = 6, 0.5
QUICK = (("linear", linear), ("positivity", positivity), ("inequality", inequality))


def higher_roots(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order of which one side is a root of degree three or more, by that of the powers."""
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    for side, other in ((large, small), (small, large)):
        degree = _degree(side.exponent) if isinstance(side, tm.Pow) else None
        if isinstance(side, tm.Pow) and degree is not None:
            return _by_powers(search, facts, goal, side.base, other, degree, strict, below=side is large)
    return None


def _degree(exponent: tm.Scalar) -> int | None:
    """q of 1/q, where that is three or more."""
    match exponent:
        case tm.Number(value) | tm.Div(tm.Number(Fraction(numerator=1, denominator=1)), tm.Number(value)):
            degree = 1 / value if isinstance(exponent, tm.Number) and value else value
            return int(degree) if degree.denominator == 1 and 3 <= degree <= HIGHEST else None
    return None


def _by_powers(
    search: Search,
    facts: Facts,
    goal: st.Relation,
    base: tm.Scalar,
    other: tm.Scalar,
    degree: int,
    strict: bool,
    *,
    below: bool,
) -> Certificate | None:
    """The order of the powers, and what contradicts it where the goal fails; `below`, where the root is the larger side."""
    root = goal.right if goal.left == other else goal.left
    assert isinstance(root, tm.Scalar)  # a side of an order
    sides = (other**degree, base) if below else (base, other**degree)
    powers = st.Relation("<" if strict else "<=", *sides)
    quick = search.aside(QUICK, SECONDS)
    sign = st.Relation(">" if below else ">=", other, ZERO)
    if probe.fails(facts, powers):
        return None
    inner = search.without(higher_roots)
    proof = inner.prove(facts, powers)
    if proof is None:
        return None
    opposite = st.negated(goal)
    known = facts.extended([powers, opposite])
    last = quick.prove(known, sign)
    if last is None:
        return None
    weight = sum((other**k * root ** (degree - 1 - k) for k in range(1, degree - 1)), start=root ** (degree - 1))
    weight = weight + other ** (degree - 1)
    number = len(facts.props)
    absurd = ct.Combination((ct.Piece(ONE, (number,)), ct.Piece(weight, (number + 1,))))
    return ct.Have(powers, proof, ct.Cases(goal, ct.Evident(), ct.Absurd(ct.Have(sign, last, absurd))))
