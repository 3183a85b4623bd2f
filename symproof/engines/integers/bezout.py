"""There are integers x and y with a*x + b*y = c: by Euclid's algorithm, on numbers or on polynomials in one letter.

The quotient of c by the common divisor must be seen to be an integer, as must the two values; the kernel checks both.
"""

from __future__ import annotations

from itertools import combinations

from flint import fmpq, fmpq_poly

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.substitution import body_at, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value


def bezout(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """A goal "there are integers x and y with a*x + b*y = c"."""
    x, inner = goal.symbol, goal.body
    if not isinstance(inner, st.Exists) or not st.is_equation(inner.body):
        return None
    y, body = inner.symbol, inner.body
    if not all(tm.is_integer_letter(letter) for letter in (x, y)):
        return None
    try:
        values = _solved(facts, tm.scalar(body.left) - tm.scalar(body.right), x, y)
    except (*NOT_NORMAL, LookupError, ZeroDivisionError):
        return None
    if values is None:
        return None
    try:
        check_value(facts, x, values[0], goal.low, goal.high)
        after = substitute(inner, {x: values[0]})
        assert isinstance(after, st.Exists)  # as it was
        check_value(facts, y, values[1], after.low, after.high)
    except Rejected:
        return None
    proof = search.prove(facts, body_at(after, values[1]))
    return None if proof is None else ct.Witness(values[0], ct.Witness(values[1], proof))


def _solved(facts: Facts, gap: tm.Scalar, x: tm.Term, y: tm.Term) -> tuple[tm.Scalar, tm.Scalar] | None:
    """Integers with gap = 0, where it is linear in both."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring

    def at(first: tm.Scalar, second: tm.Scalar) -> Quotient:
        return normalizer.scalar(substitute(gap, {x: first, y: second}))

    start = at(ZERO, ZERO)
    a, b = (ring.subtract(at(*place), start) for place in ((ONE, ZERO), (ZERO, ONE)))
    left = ring.subtract(normalizer.scalar(gap), start)
    for slope, unknown in ((a, x), (b, y)):
        left = ring.subtract(left, ring.multiply(slope, normalizer.scalar(unknown)))  # type: ignore[arg-type]  # of scalars
    letters = {*ring.generators(a), *ring.generators(b)}
    if not ring.is_zero(left) or any(value.den is not None for value in (a, b, start)):
        return None
    if (numbers := _numbers(*(dict(ring.numerator_terms(value)) for value in (a, b, start)))) is not None:
        return numbers
    if len(letters) > 1:
        return None
    letter = next(iter(letters), None)

    def polynomial(value: Quotient) -> fmpq_poly:
        terms = {sum(power for _, power in monomial): c for monomial, c in ring.numerator_terms(value)}
        return fmpq_poly([terms.get(power, fmpq(0)) for power in range(max(terms, default=0) + 1)])

    def term(value: fmpq_poly) -> Quotient:
        terms: list[tuple[Monomial, fmpq]] = []
        for power, c in enumerate(value.coeffs()):
            terms.append((() if not power or letter is None else ((letter, power),), c))
        return ring.from_terms(terms)

    divisor, s, t = _euclid(polynomial(a), polynomial(b))
    if divisor.degree() != 0:
        return None
    scale = ring.scale(ring.negative(start), 1 / divisor.coeffs()[0])
    back = Readback(normalizer)
    return back.scalar(ring.multiply(scale, term(s))), back.scalar(ring.multiply(scale, term(t)))


def _numbers(
    a: dict[Monomial, fmpq], b: dict[Monomial, fmpq], c: dict[Monomial, fmpq]
) -> tuple[tm.Scalar, tm.Scalar] | None:
    """Numbers s and t with a*s + b*t + c = 0, where two terms of a and b tell them."""
    keys = sorted({*a, *b, *c})
    rows = [[each.get(key, fmpq(0)) for each in (a, b, c)] for key in keys]
    for (p, q, r), (u, v, w) in combinations(rows, 2):
        det = p * v - q * u
        if det:
            s, t = (q * w - r * v) / det, (r * u - p * w) / det
            if all(one * s + other * t + left == 0 for one, other, left in rows):
                return tm.Number(as_fraction(s)), tm.Number(as_fraction(t))
            return None
    return None


def _euclid(a: fmpq_poly, b: fmpq_poly) -> tuple[fmpq_poly, fmpq_poly, fmpq_poly]:
    """A common divisor s*a + t*b, and s and t. Numbers are divided as integers."""
    rows = [(a, fmpq_poly([1]), fmpq_poly([0])), (b, fmpq_poly([0]), fmpq_poly([1]))]
    while rows[1][0].degree() >= 0:
        (a, s, t), (b, u, v) = rows
        if a.degree() <= 0 and b.degree() <= 0:
            whole = (a.coeffs()[0] / b.coeffs()[0]).floor() if a.degree() == 0 else 0
            quotient = fmpq_poly([whole])
        else:
            quotient = divmod(a, b)[0]
        rows = [(b, u, v), (a - quotient * b, s - quotient * u, t - quotient * v)]
    return rows[0]
