"""Completing squares: a nonnegative value as a sum of squares with weights of known sign.

Vectors: the terms in Gram atoms are a quadratic form, taken apart row by row (the Gram matrix argument, valid in every
dimension). Scalars: a value that is quadratic in a letter, or in a power of one, is A (x + B/2A)**2 + rest. The
coefficients may be symbolic as long as the sign of each pivot is known. Source: Lagrange's reduction of quadratic forms.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.substitution import fresh, names_in, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Linear
from symproof.trusted.polynomial import Quotient, as_fraction

TWO = tm.Number(Fraction(2))
DEEPEST = 8


def square_pieces(facts: Facts, value: Quotient, depth: int = 0) -> list[ct.Piece] | None:
    """Pieces of known nonnegative weight that add up to `value`, or None."""
    ring = facts.normalizer.ring
    if ring.is_zero(value):
        return []
    back = Readback(facts.normalizer)
    whole = back.scalar(value)
    if facts.range(whole).is_nonnegative:
        return [ct.Piece(whole)]
    renamed = _in_roots(facts, value) if depth == 0 else None
    if renamed is not None and (pieces := square_pieces(facts, renamed[0], 1)) is not None:
        return [replace(piece, weight=substitute(piece.weight, renamed[1])) for piece in pieces]
    gram = [k for k in ring.generators(value) if facts.normalizer.atoms[k][0] == "inner"]
    if value.den is None and value.num.total_degree() <= 1 and not gram:
        return None  # such a sum hides no square
    product = _factored(facts, value)
    if facts.range(product).is_nonnegative:
        return [ct.Piece(product)]
    if depth > DEEPEST:
        return None
    parts = _by_factors(facts, value, depth)
    if parts is not None:
        return parts
    try:
        return _vectors(facts, value, gram, depth) if gram else _letters(facts, value, depth)
    except NOT_NORMAL:
        return None


def _in_roots(facts: Facts, value: Quotient) -> tuple[Quotient, dict[tm.Term, tm.Term]] | None:
    """The value with a letter r for each sqrt(p) whose p occurs as well, and r**2 for p, so that 1 + p - 2 sqrt(p) is seen to be
    a square; and what the letters stand for. Letters, as the square of a root would be p again in what is worked out of it."""
    normalizer = facts.normalizer
    ring, back = normalizer.ring, Readback(normalizer)
    occurring = ring.generators(value)
    replaced: dict[int, Quotient] = {}
    meaning: dict[tm.Term, tm.Term] = {}
    for number in occurring:
        match normalizer.atoms[number]:
            case ("root", square):
                inside = normalizer.single(ring.thaw(square))
                if inside in occurring:
                    root = back.atom(number)
                    sign = "positive" if facts.range(root).is_positive else "nonnegative"
                    letter = fresh(
                        tm.Variable(f"r_{len(meaning)}", sign=sign), names_in(*facts.props, back.scalar(value))
                    )
                    meaning[letter] = root
                    replaced[number] = normalizer.scalar(letter)
                    replaced[inside] = ring.power(replaced[number], 2)
    return (ring.compose(value, replaced), meaning) if meaning else None


def _factored(facts: Facts, value: Quotient) -> tm.Scalar:
    """The value as the product of the powers of its factors, which shows a square of anything."""
    ring = facts.normalizer.ring
    back = Readback(facts.normalizer)
    constant, factors = ring.factors(value)
    parts: list[tm.Scalar] = [tm.Number(as_fraction(constant))]
    parts += [tm.Pow(back.scalar(factor), tm.Number(Fraction(power))) for factor, power in factors]
    product = tm.product_of(parts)
    return product if value.den is None else tm.Div(product, back.scalar(Quotient(value.den)))


def _by_factors(facts: Facts, value: Quotient, depth: int) -> list[ct.Piece] | None:
    """Pieces of a product: those of its factors multiplied out, where the signs of the factors cancel."""
    ring = facts.normalizer.ring
    constant, factors = ring.factors(value)
    if len(factors) < 2 or value.den is not None:
        return None
    positive = constant > 0
    weights: list[tm.Scalar] = [tm.Number(abs(as_fraction(constant)))]
    for factor, power in factors:
        found = _signed(facts, factor, power, depth)
        if found is None:
            return None
        positive = positive == found[0]
        weights = [weight * piece.weight for weight in weights for piece in found[1]]
    return [ct.Piece(weight) for weight in weights] if positive else None


def _signed(facts: Facts, factor: Quotient, power: int, depth: int) -> tuple[bool, list[ct.Piece]] | None:
    """Whether a power is nonnegative (else nonpositive), and pieces that add up to its absolute value."""
    term = Readback(facts.normalizer).scalar(factor)
    exponent = tm.Number(Fraction(power))
    known = facts.range(term)
    if power % 2 == 0 or known.is_nonnegative:
        return True, [ct.Piece(term if power == 1 else tm.Pow(term, exponent))]
    if known.is_nonpositive:
        return False, [ct.Piece(tm.Neg(term) if power == 1 else tm.Pow(tm.Neg(term), exponent))]
    for positive, value in ((True, factor), (False, facts.normalizer.ring.negative(factor))):
        pieces = square_pieces(facts, value, depth + 1) if power == 1 else None
        if pieces is not None:
            return positive, pieces
    return None


# Vectors ------------------------------------------------------------------------------------------


def _vectors(facts: Facts, value: Quotient, gram: list[int], depth: int) -> list[ct.Piece] | None:
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    form: dict[tuple[int, int], Quotient] = {}
    scalars = []
    inverse = ring.constant(1) if value.den is None else normalizer.inverse(Quotient(value.den))
    for monomial, coefficient in ring.numerator_terms(value):
        inside = [(k, e) for k, e in monomial if k in gram]
        if not inside:
            scalars.append((monomial, coefficient))
            continue
        if len(inside) != 1 or inside[0][1] != 1:
            return None
        _, i, j = normalizer.atoms[inside[0][0]]
        rest = ring.from_terms([(tuple(m for m in monomial if m not in inside), coefficient)])
        form[i, j] = ring.add(form.get((i, j), ring.constant(0)), ring.multiply(rest, inverse))
    pieces: list[ct.Piece] = []
    back = Readback(normalizer)
    while form:
        pivot = next((pair for pair in form if pair[0] == pair[1]), None)
        if pivot is None:
            return None  # <u, v> alone takes both signs
        i = pivot[0]
        lead = form.pop(pivot)
        weight = back.scalar(lead)
        if not facts.range(weight).is_nonnegative or not facts.range(weight).excludes_zero:
            return None
        direction: Linear = {i: ring.constant(1)}
        for pair in [pair for pair in form if i in pair]:
            other = pair[0] if pair[1] == i else pair[1]
            direction[other] = ring.quotient(form.pop(pair), ring.multiply(ring.constant(2), lead))
        others = [k for k in direction if k != i]
        for a, p in enumerate(others):
            for q in others[a:]:
                pair = (min(p, q), max(p, q))
                product = ring.multiply(lead, ring.multiply(direction[p], direction[q]))
                product = product if p == q else ring.multiply(ring.constant(2), product)
                new = ring.subtract(form.get(pair, ring.constant(0)), product)
                form.pop(pair, None)
                if not ring.is_zero(normalizer.reduce(new)):
                    form[pair] = normalizer.reduce(new)
        pieces.append(ct.Piece(weight * tm.Pow(tm.Norm(back.vector(direction)), TWO)))
    others_pieces = square_pieces(facts, ring.multiply(ring.from_terms(scalars), inverse), depth + 1)
    return None if others_pieces is None else pieces + others_pieces


# Letters ------------------------------------------------------------------------------------------


def _letters(facts: Facts, value: Quotient, depth: int) -> list[ct.Piece] | None:
    ring = facts.normalizer.ring
    inverse = ring.constant(1) if value.den is None else facts.normalizer.inverse(Quotient(value.den))
    terms = ring.numerator_terms(value)
    for number in ring.generators(Quotient(value.num)):
        powers = sorted({dict(monomial).get(number, 0) for monomial, _ in terms} - {0})
        if not powers or powers[-1] % 2 or any(power not in (powers[-1] // 2, powers[-1]) for power in powers):
            continue
        half = powers[-1] // 2
        parts = []
        for power in (2 * half, half, 0):
            kept = [
                (tuple(m for m in monomial if m[0] != number), c)
                for monomial, c in terms
                if dict(monomial).get(number, 0) == power
            ]
            parts.append(ring.multiply(ring.from_terms(kept), inverse))
        lead, middle, last = parts
        back = Readback(facts.normalizer)
        weight = back.scalar(lead)
        if not facts.range(weight).is_positive:
            continue
        shift = ring.quotient(middle, ring.multiply(ring.constant(2), lead))
        base = ring.add(ring.power(ring.generator(number), half), shift)
        square = ring.multiply(lead, ring.multiply(shift, shift))
        rest = square_pieces(facts, facts.normalizer.reduce(ring.subtract(last, square)), depth + 1)
        if rest is not None:
            return [ct.Piece(weight * tm.Pow(back.scalar(base), TWO)), *rest]
    return None
