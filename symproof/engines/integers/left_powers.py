"""A quotient that is whole but for some powers: 8 divides 3**n + 7**n - 2, as 2 divides 7**n + 1.

In the step of an induction what is supposed takes one power out of the value that an equation names. What is left over, with a
denominator, is an integer for all values of its letter: this is an induction of its own, with fewer powers. Untrusted.

Limits: one letter in what is left over, and fewer powers than in the goal.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import floor, lcm

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.divided import at_value
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, closed
from symproof.substitution import body_at, fresh, names_in, open_symbol, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts, range_of
from symproof.trusted.polynomial import Quotient, as_fraction


def left_powers(search: Search, facts: Facts, goal: st.Exists, value: Quotient) -> Certificate | None:
    """The goal "there is an integer x", where the value that its equation names is whole but for some powers."""
    split = _split(facts, value)
    if split is None or not tm.is_integer_letter(goal.symbol):
        return None
    whole, over, modulus = split
    letters = [x for x in over.free if isinstance(x, tm.Variable)]
    if len(letters) != 1 or len(over.free) != 1 or not 0 < len(_powers(over)) < len(_powers(goal)):
        return None
    taken = names_in(goal, *facts.props)
    k, x = fresh(tm.Variable("k", "natural", least=0), taken), fresh(tm.Variable("j", "integer"), taken)
    said = st.Exists(x, st.Relation("=", substitute(over, {letters[0]: k}), tm.Number(Fraction(modulus)) * x))
    claim = st.Each(k, said)
    low = facts.range(letters[0]).low
    if low is None or low < 0 or (first := _anew(search, facts, claim)) is None:
        return None
    known = facts.extended([claim, body_at(claim, letters[0])])
    here = known.props[-1]
    assert isinstance(here, st.Exists)  # as it was made above
    letter = open_symbol(x, None, None, (*known.props, goal), (here.body,))
    assert isinstance(letter, tm.Variable)  # as x is
    number = len(known.props) - 1
    known = known.extended([*range_of(letter, None, None), body_at(here, letter)])
    proof = at_value(search, known, goal, whole + letter)
    if proof is None:
        return None
    wraps: list[Wrap] = [
        partial(ct.Have, claim, first),
        partial(ct.Instance, number - 1, letters[0]),
        partial(ct.Obtain, number, letter),
    ]
    return closed(wraps, proof)


def _anew(search: Search, facts: Facts, claim: st.Each) -> Certificate | None:
    """A proof by an induction inside of another one: there are fewer powers each time."""
    before, search.inductions = search.inductions, 0
    try:
        return search.prove(facts, claim)
    finally:
        search.inductions = before


def _split(facts: Facts, value: Quotient) -> tuple[tm.Scalar, tm.Scalar, int] | None:
    """A value as whole + over/modulus, where `over` has integer coefficients below the modulus; None where it is whole."""
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    if value.den is not None:
        return None
    terms = [(monomial, as_fraction(c)) for monomial, c in ring.numerator_terms(value)]
    modulus = lcm(*(c.denominator for _, c in terms))
    if modulus == 1:
        return None
    whole: tm.Scalar = ZERO
    over: tm.Scalar = ZERO
    for monomial, c in terms:
        term = back.scalar(ring.from_terms([(monomial, 1)]))
        whole = whole + tm.Number(Fraction(floor(c))) * term
        if c.denominator > 1:
            over = over + tm.Number((c - floor(c)) * modulus) * term
    return whole, over, modulus


def _powers(part: tm.Term | st.Prop) -> set[tm.Scalar]:
    """The numbers of which powers with letters stand in a term or a statement."""
    return {x.base for x in part.subterms() if isinstance(x, tm.Pow) and x.exponent.free}
