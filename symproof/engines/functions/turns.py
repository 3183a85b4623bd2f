"""Equations between sines and cosines of parts of a turn: cos(pi/5) - cos(2*pi/5) = 1/2.

All angles are multiples of v = pi/(2*m). The laws of sums make cos(k*v) Chebyshev's polynomial T_k at t = cos(v), and sin(k*v)
is cos((m - k)*v); as cos(m*v) = 0, t is a root of T_m, and of that factor of T_m over Q of which the other factors are not zero
there. What is to be zero is a polynomial in t, and is zero if that factor divides it. Where a square root r stands beside the
angles, a + b*r = 0 follows from (a + b*r)*(a - b*r) = 0, in which it does not stand, as a - b*r is not zero.

In normal forms the square of a cosine is 1 less that of the sine, so t is written 1 - 2*sin(v/2)**2.

Source: the cosine of a rational part of a turn is algebraic, and the factor is its minimal polynomial. Untrusted.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from math import lcm
from math import pi as half_turn

from flint import fmpq, fmpq_poly, fmpz_poly

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.problem import denominators
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, closed
from symproof.functions import cos, pi, sin
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Monomial, Quotient
from symproof.trusted.rules import instance_of

MOST, MOST_ROOTS = 24, 3
"""How many units make a quarter of a turn at the most, and how many square roots may stand beside the angles."""
EXACT = (1, 2, 3, 4, 6)
"""Below pi, in the angles of which the kernel knows sine and cosine."""
NEAR = 1e-12
"""How near to a fraction, in floating point, a part of a turn is."""


def turns(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation of numbers in which sines and cosines of parts of a turn stand."""
    if goal.kind != "=" or goal.free or not isinstance(goal.left, tm.Scalar):
        return None
    if not any(map(_is_circular, goal.subterms())) or probe.fails(facts, st.Relation("<=", goal.left, goal.right)):
        return None
    try:
        return _zero(facts, goal, MOST_ROOTS)
    except (*NOT_NORMAL, LookupError):
        return None


def _zero(facts: Facts, goal: st.Relation, roots: int) -> Certificate | None:
    """An equation of numbers, with at most so many square roots in it."""
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    value = facts.normalizer.difference(tm.scalar(goal.left), tm.scalar(goal.right))
    gap = Quotient(value.num)
    root = next((k for k in ring.generators(gap) if tm.is_elementary(back.atom(k), "sqrt")), None)
    if root is None:
        return by_parts_of_a_turn(facts, goal)
    terms = [(monomial, -c if (root, 1) in monomial else c) for monomial, c in ring.numerator_terms(gap)]
    other = back.scalar(ring.from_terms(terms))
    product = st.Relation("=", back.scalar(gap) * other, ZERO)
    proof = _zero(facts, product, roots - 1) if roots else None
    if proof is None:
        return None
    weight = _over(back, goal, value, ONE / other)
    done = ct.Combination((ct.Piece(weight, (len(facts.props),)),))
    return ct.Have(product, proof, ct.Have(st.Relation("!=", other, ZERO), ct.Enclosed(), done))


def by_parts_of_a_turn(facts: Facts, goal: st.Relation, rewrites: tuple[int, ...] = ()) -> Certificate | None:
    """An equation by what sines and cosines of parts of a turn are; the facts of some numbers are used as rules."""
    ends = tm.scalar(goal.left), tm.scalar(goal.right)
    back = Readback(rewriting(facts, rewrites))
    gap = Quotient(back.normalizer.difference(*ends).num)
    parts = [part for part in map(_part, map(back.atom, back.normalizer.ring.generators(gap))) if part is not None]
    m = lcm(*(part.denominator for part in parts))
    m = m if m % 2 else m // 2
    if not parts or m > MOST:
        return None
    unit = _Unit(facts, m)
    rules = (*unit.rules, *rewrites)
    normalizer = rewriting(unit.facts, rules)
    value = normalizer.difference(*ends)
    weight = _quotient(normalizer, Quotient(value.num), unit.letter, unit.minimal(fmpq_poly([1, 0, -2])))
    if weight is None:
        return None
    piece = ct.Piece(_over(Readback(normalizer), goal, value, weight), (unit.root,))
    return closed(unit.wraps, ct.Combination((piece,), rules))


class _Unit:
    """The angle v = pi/(2*m): the facts with cos(k*v) = T_k(t) for each k in 1..m, and what states them."""

    def __init__(self, facts: Facts, m: int) -> None:
        self.facts, self.polynomials = facts, _chebyshev(m)
        self.wraps: list[Wrap] = []
        self.letter = sin(_angle(1, 4 * m))
        self.at = ONE - 2 * self.letter**2
        v, half = _angle(1, 2 * m), _angle(1, 4 * m)
        self.numbers = {1: self._law(half, half)}
        for k in range(2, m + 1):  # cos(k*v) + cos((k - 2)*v) = 2*cos(v)*cos((k - 1)*v)
            before = self.numbers[k - 1]
            pieces = [ct.Piece(ONE, (self._law(_angle(k - 1, 2 * m), step),)) for step in (v, -v)]
            pieces += [ct.Piece(2 * cos(v), (before,)), ct.Piece(2 * self._value(k - 1), (self.numbers[1],))]
            pieces += [ct.Piece(tm.Neg(ONE), (self.numbers[k - 2],))] if k > 2 else []
            fact = st.Relation("=", cos(_angle(k, 2 * m)), self._value(k))
            self.numbers[k] = self._have(fact, ct.Combination(tuple(pieces)))
        self.rules = tuple(self.numbers[k] for k in range(1, m) if Fraction(k, 2 * m).denominator not in EXACT)
        self.minimal = self._minimal()
        other = _at(divmod(self.polynomials[m], self.minimal)[0], self.at)
        self._have(st.Relation("!=", other, ZERO), ct.Enclosed())
        last = ct.Piece(tm.Neg(ONE) / other, (self.numbers[m],))
        self.root = self._have(st.Relation("=", _at(self.minimal, self.at), ZERO), ct.Combination((last,)))

    def _minimal(self) -> fmpq_poly:
        """The factor of T_m over Q that is zero at t."""
        factors = fmpz_poly([int(c) for c in self.polynomials[-1]]).factor()[1]
        return min((fmpq_poly(each) for each, _ in factors), key=lambda each: abs(probe.value(_at(each, self.at), {})))

    def _value(self, k: int) -> tm.Scalar:
        return _at(self.polynomials[k], self.at)

    def _law(self, first: tm.Scalar, second: tm.Scalar) -> int:
        use = "cos_of_sum", (first, second)
        return self._state(instance_of(self.facts, *use), partial(ct.Law, *use))

    def _have(self, fact: st.Prop, proof: Certificate) -> int:
        return self._state(fact, partial(ct.Have, fact, proof))

    def _state(self, fact: st.Prop, wrap: Wrap) -> int:
        """The number of a fact that is added."""
        self.facts = self.facts.extended([fact])
        self.wraps.append(wrap)
        return len(self.facts.props) - 1


def _quotient(normalizer: Normalizer, gap: Quotient, letter: tm.Scalar, divisor: fmpq_poly) -> tm.Scalar | None:
    """A polynomial divided by one in an atom; None where something is left."""
    ring, back = normalizer.ring, Readback(normalizer)
    place = normalizer.single(normalizer.scalar(letter))
    assert place is not None  # the sine of a small part of a turn
    found: dict[Monomial, list[fmpq]] = {}
    for monomial, c in ring.numerator_terms(gap):
        power = dict(monomial).get(place, 0)
        coefficients = found.setdefault(tuple(each for each in monomial if each[0] != place), [])
        coefficients += [fmpq(0)] * (power + 1 - len(coefficients))
        coefficients[power] += c
    weight: tm.Scalar = ZERO
    for others, coefficients in found.items():
        quotient, rest = divmod(fmpq_poly(coefficients), divisor)
        if rest:
            return None
        weight += back.scalar(ring.from_terms([(others, fmpq(1))])) * _at(quotient, letter)
    return weight


def _chebyshev(m: int) -> list[fmpq_poly]:
    """Chebyshev's polynomials T_0, ..., T_m: T_k(cos(x)) = cos(k*x)."""
    x = fmpq_poly([0, 1])
    found = [fmpq_poly([1]), x]
    while len(found) <= m:
        found.append(2 * x * found[-1] - found[-2])
    return found


def _over(back: Readback, goal: st.Relation, value: Quotient, weight: tm.Scalar) -> tm.Scalar:
    """A weight, divided by the denominator of the difference that a goal has."""
    if value.den is None:
        return weight
    return back.over(
        back.normalizer.ring.quotient(back.normalizer.scalar(weight), Quotient(value.den)), denominators(goal)
    )


def _at(polynomial: fmpq_poly, place: tm.Scalar) -> tm.Scalar:
    """A polynomial at a place."""
    terms = [tm.Number(Fraction(int(c.p), int(c.q))) * place**k for k, c in enumerate(polynomial) if c]
    return sum(terms[1:], start=terms[0]) if terms else ZERO


def _angle(top: int, bottom: int) -> tm.Scalar:
    return tm.Number(Fraction(top, bottom)) * pi


def _is_circular(term: tm.Term) -> bool:
    return tm.is_elementary(term, "sin", "cos") and not term.free


def _part(term: tm.Term) -> Fraction | None:
    """The angle of a cosine without letters in parts of half a turn, of a sine that of the cosine that it is; None of another
    term."""
    if not isinstance(term, tm.Elementary) or not _is_circular(term):
        return None
    try:
        part = probe.value(term.args[0], {}) / half_turn
    except probe.NoFloat:
        return None
    near = Fraction(part).limit_denominator(4 * MOST)
    if abs(part - near) > NEAR:
        return None
    return near if term.function == "cos" else Fraction(1, 2) - near
