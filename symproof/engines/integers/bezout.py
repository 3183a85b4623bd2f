"""There are integers x and y with a*x + b*y = c: by Euclid's algorithm, on numbers or on polynomials in one letter.

The same for naturals where n is known to be large enough, by the remainders of n.

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

MOST_COINS = 12


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


def coins(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """A goal "there are naturals x and y with a*x + b*y = n + c" with numbers a and b > 0: for each remainder of n by a at the
    least y of its class."""
    from symproof.engines.integers.remainders import told_apart  # which asks for this

    x, inner = goal.symbol, goal.body
    if not isinstance(inner, st.Exists) or not st.is_equation(inner.body) or facts.evident(goal):
        return None
    y, body, bounds = inner.symbol, inner.body, (goal.low, goal.high, inner.low, inner.high)
    natural = (isinstance(letter, tm.Variable) and letter.domain == "natural" for letter in (x, y))
    if not isinstance(body.left, tm.Scalar) or not all(natural) or bounds != (None,) * 4:
        return None
    letters = sorted(body.free - {x, y}, key=str)
    read = _coins(facts, goal)
    if read is None or len(letters) != 1 or not tm.is_integer_letter(letters[0]):
        return None
    return told_apart(facts, goal, read[0], [letters[0]], lambda known, left: _paid(search, known, left))


def _coins(facts: Facts, goal: st.Prop) -> tuple[int, int, Quotient] | None:
    """The numbers a and b, and n with a*x + b*y = n."""
    assert isinstance(goal, st.Exists)  # as its caller has asked
    x, inner = goal.symbol, goal.body
    assert isinstance(inner, st.Exists) and isinstance(inner.body, st.Relation)  # as before
    y, gap = inner.symbol, tm.scalar(inner.body.left) - tm.scalar(inner.body.right)
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    start = normalizer.scalar(substitute(gap, {x: ZERO, y: ZERO}))
    a, b = (
        ring.as_constant(ring.subtract(normalizer.scalar(substitute(gap, {x: ZERO, y: ZERO} | {letter: ONE})), start))
        for letter in (x, y)
    )
    if not a or not b or a.denominator != 1 or b.denominator != 1 or a * b < 0 or abs(a) > MOST_COINS:
        return None
    left = ring.subtract(normalizer.scalar(gap), start)
    for slope, letter in ((a, x), (b, y)):
        left = ring.subtract(left, ring.scale(normalizer.scalar(letter), fmpq(int(slope))))  # type: ignore[arg-type]  # a scalar
    if not ring.is_zero(left) or start.den is not None:
        return None
    return int(abs(a)), int(abs(b)), ring.scale(start, fmpq(-1 if a > 0 else 1))


def _paid(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The goal where n is known up to multiples of a."""
    if (read := _coins(facts, goal)) is None:
        return None
    assert isinstance(goal, st.Exists) and isinstance(goal.body, st.Exists)  # as before
    a, b, amount = read
    ring = facts.normalizer.ring
    for second in range(a):
        rest = ring.scale(ring.subtract(amount, ring.constant(b * second)), fmpq(1, a))
        if all(c.q == 1 for _, c in ring.numerator_terms(rest)):
            first = Readback(facts.normalizer).scalar(rest)
            enough = st.Relation(">=", first, ZERO)
            proof = search.prove(facts, enough)
            known = facts.extended([enough])
            values = {goal.symbol: first, goal.body.symbol: tm.scalar(second)}
            paid = None if proof is None else search.prove(known, substitute(goal.body.body, values))
            if proof is None or paid is None:
                return None
            return ct.Have(enough, proof, ct.Witness(first, ct.Witness(tm.scalar(second), paid)))
    return None


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
