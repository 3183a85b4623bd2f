"""There is an integer x with x**2 = P, where P is the square of a polynomial once its sums are closed: that polynomial.

1**3 + ... + n**3 is the square of n*(n + 1)/2, which is an integer for every n by remainders. Untrusted.
"""

from __future__ import annotations

from math import isqrt, lcm

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.divided import at_value
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, closed
from symproof.engines.sums.summation import close
from symproof.substitution import fresh, names_in, replaced
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import as_fraction


def as_square(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """A goal "there is x with x**2 = P"."""
    x = goal.symbol
    match goal.body:
        case st.Relation("=", tm.Scalar() as other, tm.Pow(base, tm.Number(two))) if base == x and two == 2:
            pass
        case st.Relation("=", tm.Pow(base, tm.Number(two)), tm.Scalar() as other) if base == x and two == 2:
            pass
        case _:
            return None
    if x in other.free or not tm.is_integer_letter(x) or (goal.low, goal.high) != (None, None):
        return None
    wraps: list[Wrap] = []
    for total in dict.fromkeys(other.outer(tm.Sum)):
        if (found := close(search, facts, total)) is None:
            return None
        wraps.append(found[0])
        facts = facts.extended([st.Relation("=", total, found[1])])
        other = replaced(other, {total: found[1]})
    if (root := _root(facts, other)) is None:
        return None
    return closed(wraps, at_value(search, facts, goal, root[0]) or _at_quotient(search, facts, goal, *root))


def _root(facts: Facts, square: tm.Scalar) -> tuple[tm.Scalar, int] | None:
    """A polynomial with this square, and the common denominator of its coefficients."""
    ring = facts.normalizer.ring
    try:
        value = facts.normalizer.scalar(square)
        constant, factors = ring.factors(value)
        lead = as_fraction(constant)
        sides = [isqrt(side) for side in (lead.numerator, lead.denominator) if side > 0]
        if value.den is not None or any(power % 2 for _, power in factors) or len(sides) < 2:
            return None
        if [side**2 for side in sides] != [lead.numerator, lead.denominator]:
            return None
        root = facts.normalizer.scalar(tm.scalar(sides[0]) / tm.scalar(sides[1]))
        for factor, power in factors:
            for _ in range(power // 2):
                root = ring.multiply(root, factor)
        return Readback(facts.normalizer).scalar(root), lcm(*(c.denominator for _, c in ring.numerator_terms(root)))
    except (*NOT_NORMAL, LookupError, ValueError):
        return None


def _at_quotient(
    search: Search, facts: Facts, goal: st.Exists, root: tm.Scalar, denominator: int
) -> Certificate | None:
    """The goal at a polynomial that is seen to be an integer by remainders only."""
    letter = fresh(goal.symbol, names_in(goal, *facts.props))
    same = st.Relation("=", tm.scalar(denominator) * letter, tm.scalar(denominator) * root)
    whole = st.Exists(letter, same)
    proof = search.prove(facts, whole)
    known = facts.extended([whole, same])
    rest = None if proof is None else at_value(search, known, goal, letter)
    return None if proof is None or rest is None else ct.Have(whole, proof, ct.Obtain(len(facts.props), letter, rest))
