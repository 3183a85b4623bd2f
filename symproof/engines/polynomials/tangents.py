"""Orders with several square roots: each root replaced by its tangent at a point where the order is an equality.

With s = sqrt(p) at the point, sqrt(p) <= (p + s**2)/(2 s) always, and sqrt(p) >= (the tangent plane of p there)/(2 s), made to
touch, where p is at least the square of that. The point is one where all letters are equal. Untrusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import isqrt, sqrt

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import Search, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient

DEEPEST, MOST_ROOTS = 3, 6
PLACES = tuple(map(Fraction, ("1", "1/3", "1/2", "1/4", "2", "3")))
QUICK = ("positivity", "inequality", "orderings", "roots", "squares")


def tangents(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that is linear in two roots or more."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    normalizer = facts.normalizer
    try:
        value = normalizer.difference(ends[1], ends[0])
        roots = {
            number: square for number in normalizer.ring.generators(value) if (square := _square(normalizer, number))
        }
        if value.den is not None or not 1 < len(roots) <= MOST_ROOTS:
            return None
        letters = {k for square in roots.values() for k in normalizer.ring.generators(square)}
        letters |= {k for k in normalizer.ring.generators(value) if k not in roots}
        if any(normalizer.atoms[k][0] != "letter" for k in letters if not _is_number(normalizer, k)):
            return None
        place = next((place for place in PLACES if _touches(facts, value, roots, place)), None)
        if place is None:
            return None
        stated: list[tuple[st.Prop, Certificate]] = []
        inside = facts
        quick = [row for row in search.engines if row[0] in QUICK]
        for number, square in roots.items():
            prop = _bound(normalizer, value, number, square, place)
            proof = None if prop is None else search.aside(quick).prove(inside, prop)
            if prop is None or proof is None:
                return None
            stated.append((prop, proof))
            inside = inside.extended([prop])
        rest = _added(search, facts, value, ends[2], stated)
        return None if rest is None else state(stated, rest)
    except (*NOT_NORMAL, LookupError):
        return None


def _added(
    search: Search, facts: Facts, value: Quotient, strict: bool, stated: list[tuple[st.Prop, Certificate]]
) -> Certificate | None:
    """The bounds of the roots added up, and what is left, which holds no root of letters: it is 0, or proved in its turn."""
    normalizer = facts.normalizer
    ring, back, pieces = normalizer.ring, Readback(normalizer), []
    for place, (prop, _) in enumerate(stated):
        assert isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar) and isinstance(prop.right, tm.Scalar)
        gap = normalizer.difference(prop.right, prop.left)
        number = next(k for k in ring.generators(gap) if _square(normalizer, k))
        factor = abs(_coefficient(normalizer, value, number))
        value = ring.subtract(value, ring.scale(gap, factor))
        pieces.append(ct.Piece(tm.Number(Fraction(int(factor.p), int(factor.q))), (len(facts.props) + place,)))
    if ring.is_zero(value):
        return None if strict else ct.Combination(tuple(pieces))
    rest = st.Relation("<" if strict else "<=", ZERO, back.scalar(value))
    zero, inside = st.Relation("=", back.scalar(value), ZERO), facts.extended(prop for prop, _ in stated)
    quick = [row for row in search.engines if row[0] in ("ring", "ideal", *QUICK[:3])]
    for prop in (rest,) if strict else (zero, rest):
        proof = search.aside(quick).prove(inside, prop)
        if proof is not None:
            return ct.Have(prop, proof, ct.Combination((*pieces, ct.Piece(ONE, (len(inside.props),)))))
    return None


def _coefficient(normalizer: Normalizer, value: Quotient, number: int) -> fmpq:
    return next(c for monomial, c in normalizer.ring.numerator_terms(value) if dict(monomial) == {number: 1})


def _square(normalizer: Normalizer, number: int) -> Quotient | None:
    """The polynomial in letters of which an atom is the root."""
    match normalizer.atoms[number]:
        case ("root", frozen):
            square = normalizer.ring.thaw(frozen)
            return square if square.den is None and normalizer.ring.generators(square) else None
        case _:
            return None


def _is_number(normalizer: Normalizer, number: int) -> bool:
    """Whether an atom is the root of a number."""
    match normalizer.atoms[number]:
        case ("root", frozen):
            return normalizer.ring.as_constant(normalizer.ring.thaw(frozen)) is not None
        case _:
            return False


def _at(normalizer: Normalizer, value: Quotient, place: Fraction, roots: Mapping[int, float]) -> float:
    """The value of a polynomial where every letter is `place`."""
    total = 0.0
    for monomial, c in normalizer.ring.numerator_terms(value):
        product = float(Fraction(int(c.p), int(c.q)))
        for number, power in monomial:
            if _is_number(normalizer, number):
                constant = normalizer.ring.as_constant(normalizer.ring.thaw(normalizer.atoms[number][1]))
                product *= sqrt(float(constant or 0)) ** power
            else:
                product *= roots.get(number, float(place)) ** power
        total += product
    return total


def _touches(facts: Facts, value: Quotient, roots: Mapping[int, Quotient], place: Fraction) -> bool:
    """Whether an order is an equality where every letter is `place`, and the equations among the facts hold there."""
    normalizer = facts.normalizer
    squares = {number: _at(normalizer, square, place, {}) for number, square in roots.items()}
    if any(square <= 0 for square in squares.values()):
        return False
    if abs(_at(normalizer, value, place, {number: sqrt(square) for number, square in squares.items()})) > 1e-9:
        return False
    for _, equation in equations(facts, vectors=False):
        assert isinstance(equation.left, tm.Scalar) and isinstance(equation.right, tm.Scalar)  # by the filter
        gap = normalizer.difference(equation.left, equation.right)
        if any(normalizer.atoms[k][0] != "letter" for k in normalizer.ring.generators(gap)):
            return False
        if abs(_at(normalizer, Quotient(gap.num), place, {})) > 1e-9:
            return False
    return True


def _bound(
    normalizer: Normalizer, value: Quotient, number: int, square: Quotient, place: Fraction
) -> st.Relation | None:
    """What a root is at most, or at least, by the sign of what it is multiplied by."""
    ring, back = normalizer.ring, Readback(normalizer)
    factors = [(dict(monomial), c) for monomial, c in ring.numerator_terms(value) if number in dict(monomial)]
    if any(monomial != {number: 1} for monomial, _ in factors):
        return None
    terms = [(dict(m), Fraction(int(c.p), int(c.q))) for m, c in ring.numerator_terms(square)]
    there = sum((c * place ** sum(m.values()) for m, c in terms), Fraction(0))
    root = _root(there)
    atom = back.atom(number)
    if factors[0][1] < 0:
        return st.Relation("<=", atom, (back.scalar(square) + tm.Number(there)) * root / tm.Number(2 * there))
    plane: tm.Scalar = tm.Number(2 * there)
    for letter in ring.generators(square):
        slope = sum((c * m[letter] * place ** (sum(m.values()) - 1) for m, c in terms if letter in m), Fraction(0))
        plane = plane + tm.Number(slope) * (back.atom(letter) - tm.Number(place))
    return st.Relation("<=", plane * root / tm.Number(2 * there), atom)


def _root(number: Fraction) -> tm.Scalar:
    top, bottom = isqrt(number.numerator), isqrt(number.denominator)
    if Fraction(top * top, bottom * bottom) == number:
        return tm.Number(Fraction(top, bottom))
    return tm.Elementary("sqrt", (tm.Number(number),))
