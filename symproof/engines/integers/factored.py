"""Equations between integers that are products: of p**2 - q**2 = 5 that (p - q)*(p + q) = 5, of x*y - x - y = 5 that
(x - 1)*(y - 1) = 6. The factors are called by letters of their own, which have few values then.

A polynomial of degree 2 in two letters has at most one constant with which it is a product, if its forms of degree 2 are not
a square: the one at which its determinant is 0. Untrusted.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.points import called
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations, ring
from symproof.engines.search import Search
from symproof.substitution import fresh, names_in
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

LARGEST = 64
QUICK = (("ring", ring), ("ideal", ideal))
Product = tuple[tm.Scalar, tm.Scalar, Fraction]
"""Two factors and the number that their product is."""


def factored(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The engines again, with letters for two factors whose product is a number."""
    for _, equation in equations(facts, vectors=False):
        try:
            found = _product(facts, equation)
        except (*NOT_NORMAL, LookupError):
            continue
        if found is None:
            continue
        proof = _with_letters(search, facts, goal, found)
        if proof is not None:
            return proof
    return None


def _with_letters(search: Search, facts: Facts, goal: st.Prop, product: Product) -> Certificate | None:
    """A goal with u and v for two factors, of which u*v is a number."""
    first, second, number = product
    taken = names_in(goal, *facts.props)
    u = fresh(tm.Variable("u", "integer"), taken)
    v = fresh(tm.Variable("u", "integer"), taken | {u.name})
    of_u, known = called(facts, u, first)
    of_v, known = called(known, v, second)
    of_letters = st.Relation("=", u * v, tm.Number(number))
    same = search.aside(QUICK).prove(known, of_letters)
    rest = None if same is None else search.go_on(factored, known.extended([of_letters]), goal)
    if same is None or rest is None:
        return None
    return of_u(of_v(ct.Have(of_letters, same, rest)))


def _product(facts: Facts, equation: st.Relation) -> Product | None:
    """Two factors of degree 1 in integers, whose product is a number that is not too large, by an equation."""
    normalizer = facts.normalizer
    algebra = normalizer.ring
    gap = normalizer.difference(tm.scalar(equation.left), tm.scalar(equation.right))
    terms = {monomial: as_fraction(c) for monomial, c in algebra.numerator_terms(gap)}
    letters = algebra.generators(gap)
    if gap.den is not None or not letters or not all(map(normalizer.is_integer_letter, letters)):
        return None
    if max(sum(e for _, e in monomial) for monomial in terms) != 2:
        return None
    constants = [-terms.get((), Fraction(0))]
    if len(letters) == 2 and (shift := _shift(terms, letters)) is not None:
        constants.append(shift)
    for c in constants:
        scale, factors = algebra.factors(algebra.add(gap, algebra.constant(c)))
        if c == 0 or [power for _, power in factors] != [1, 1]:
            continue
        (first, k), (second, m) = (_whole(facts, factor) for factor, _ in factors)
        number = c * k * m / as_fraction(scale)
        if number.denominator == 1 and 0 < abs(number) <= LARGEST:
            back = Readback(normalizer)
            return back.scalar(first), back.scalar(second), number
    return None


def _whole(facts: Facts, factor: Quotient) -> tuple[Quotient, int]:
    """A polynomial times the least number with which its coefficients are whole."""
    algebra = facts.normalizer.ring
    least = lcm(*(as_fraction(c).denominator for _, c in algebra.numerator_terms(factor)))
    return algebra.multiply(factor, algebra.constant(least)), least


def _shift(terms: dict[tuple[tuple[int, int], ...], Fraction], letters: list[int]) -> Fraction | None:
    """The c for which a polynomial of degree 2 in x and y, with c added, has the determinant 0."""
    x, y = sorted(letters)

    def at(*monomial: tuple[int, int]) -> Fraction:
        return terms.get(monomial, Fraction(0))

    a, b, c = at((x, 2)), at((x, 1), (y, 1)) / 2, at((y, 2))
    d, e, f = at((x, 1)) / 2, at((y, 1)) / 2, at()
    minor = a * c - b * b
    if minor == 0:
        return None
    return -(f * minor - a * e * e + 2 * b * d * e - c * d * d) / minor
