"""Cauchy-Schwarz for sums of symbolic length: (sum f)**2 <= sum g * sum h where f**2 = g h and both are >= 0.

With g = w a**2, h = w b**2, f = w a b and A, B, C their sums, sum w (A b - B a)**2 >= 0 says A (A C - B**2) >= 0. Where
A may be 0, sum w (b - t B a)**2 >= 0 at t = (C + 1)/(2 B**2) says that B is 0 too. With norms for squares the same holds where
b is a vector (norm(S)**2 <= sum a**2 sum norm(v)**2 for the sum S of a v), and where both are (the sum of <a, b>).
No rule of its own: the squares are evident, and the kernel adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state, sum_of_facts
from symproof.engines.sums.termwise import evenly
from symproof.engines.valued import has_value
from symproof.substitution import body_at, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient

MOST = 3
OF_SIGNS = ("positivity", "termwise", "induction")
"""The engines for the sign of a sum."""
TWO = tm.scalar(2)


class Weights(NamedTuple):
    """f = weight * a * b, with the sums A of weight * a**2 and C of weight * b**2, and B of f."""

    weight: tm.Scalar
    a: tm.Scalar | tm.Vector
    b: tm.Scalar | tm.Vector
    square_a: tm.Scalar
    mixed: tm.Sum | tm.VectorSum
    square_b: tm.Scalar

    def squares(self, share: tm.Scalar, other: tm.Scalar) -> tm.Sum:
        """The sum of all weight * (share * b - other * mixed * a)**2."""
        mixed: Any = self.mixed
        b: Any = self.b
        across = (
            tm.Scale(other * tm.scalar(self.a), mixed) if isinstance(mixed, tm.VectorSum) else other * mixed * self.a
        )
        return tm.Sum(self.weight * _square(share * b - across), mixed.index, mixed.low, mixed.high)


def _square(of: Any) -> tm.Scalar:
    return tm.Norm(of) ** 2 if isinstance(of, tm.Vector) else tm.scalar(of) ** 2


def cauchy_sums(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that Cauchy-Schwarz gives between sums over one range."""
    if goal.kind not in ("<=", ">=", "<", ">") or not isinstance(goal.left, tm.Scalar):
        return None
    if facts.normalizer.peels:  # a sum without its last terms is no factor of the pieces that are added here
        return None
    inner = search.without(cauchy_sums)
    sums = list(goal.outer(tm.VectorSum))
    keys: list[tm.VectorSum | Weights] = [*sums, *_of_vectors(facts, goal), *_triples(facts, goal)]
    for key in keys[: MOST + len(sums)]:
        if search.expired():
            break
        found = (
            _by_vectors(inner, facts, goal, key) if isinstance(key, tm.VectorSum) else _used(inner, facts, goal, key)
        )
        if found is not None:
            return found
    return None


def _used(search: Search, facts: Facts, goal: st.Relation, key: Weights) -> Certificate | None:
    first = key.squares(key.square_a, ONE)
    known = st.Relation(">=", first, ZERO)
    bound = st.Relation("<=", _square(key.mixed), key.square_a * key.square_b)
    positive = st.Relation(">", key.square_a, ZERO)
    if not facts.evident(known):
        return _shown(search, facts, goal, key, (positive, known))
    rest = _then(search, facts.extended([bound]), goal, bound)
    if rest is None:
        return None
    number = len(facts.props)
    if facts.evident(positive):
        proof: Certificate = ct.Combination((ct.Piece(ONE / key.square_a, (number,)),))
    else:
        above = ct.Combination((ct.Piece(ONE / key.square_a, (number,)),))
        below = _nothing(facts, key, number + 1)
        if below is None:
            return None
        proof = ct.Cases(positive, above, below)
    return ct.Have(bound, ct.Have(known, ct.Evident(), proof), rest)


def _shown(
    search: Search, facts: Facts, goal: st.Relation, key: Weights, signs: tuple[st.Relation, ...]
) -> Certificate | None:
    """The same where the signs of the terms are hypotheses: what is not evident of their sums is proved first."""
    if not any(isinstance(fact, st.Each) for fact in facts.props):
        return None
    quick = search.aside([*search.light, *search.named(*OF_SIGNS)])
    stated = in_turn(quick, facts, signs[:1])
    inside = facts.extended(signs[:1])
    total = key.squares(key.square_a, ONE)
    below = tm.Sum(-total.body, total.index, total.low, total.high)
    proof = None if stated is None else evenly(quick, inside, False, below, ZERO)
    if stated is None or proof is None:
        return None
    none_below = ct.Have(st.Relation("<=", below, ZERO), proof, sum_of_facts(len(inside.props)))
    rest = _used(search, inside.extended(signs[1:]), goal, key)
    return state([*stated, (signs[1], none_below)], rest)


def _then(search: Search, facts: Facts, goal: st.Relation, bound: st.Relation) -> Certificate | None:
    """The goal from B**2 <= A C, and from |B| <= sqrt(A) sqrt(C) where it holds a root."""
    sides = tm.scalar(bound.left), tm.scalar(bound.right)
    order = st.Relation("<=", *(tm.Elementary("sqrt", (side,)) for side in sides))
    if any(tm.is_elementary(part, "sqrt") for part in goal.subterms()) and has_value(facts, order):
        rest = search.prove(facts.extended([order]), goal)
        return None if rest is None else ct.Law("sqrt_increasing", sides, rest)
    return search.prove(facts, goal)


def _nothing(facts: Facts, key: Weights, number: int) -> Certificate | None:
    """B**2 <= A C where A <= 0 is fact `number`: B**2 > 0 is absurd. The piece A C is >= 0 as A is a sum of what is."""
    square = _square(key.mixed)
    share = (key.square_b + 1) / (TWO * square)
    known = st.Relation(">=", key.squares(ONE, share), ZERO)
    weight = share**2 * square
    absurd = ct.Combination((ct.Piece(ONE, (number + 2,)), ct.Piece(weight, (number,)), ct.Piece(ONE)))
    some = st.Relation(">", square, ZERO)
    product = key.square_a * key.square_b
    if not facts.evident(st.Relation(">=", product, ZERO)):
        return None
    # The opposite of B**2 > 0 is fact number + 1; A C - B**2 = A C + (0 - B**2).
    zero = ct.Combination((ct.Piece(ONE, (number + 1,)), ct.Piece(product)))
    return ct.Cases(some, ct.Absurd(ct.Have(known, ct.Evident(), absurd)), zero)


def _by_vectors(search: Search, facts: Facts, goal: st.Relation, total: tm.VectorSum) -> Certificate | None:
    count = total.high - total.low + 1
    square = tm.Sum(tm.Norm(count * total.body - total) ** 2, total.index, total.low, total.high)
    known = st.Relation(">=", square, ZERO)
    bound = st.Relation(
        "<=", tm.Norm(total) ** 2, count * tm.Sum(tm.Norm(total.body) ** 2, total.index, total.low, total.high)
    )
    if not facts.evident(known) or not facts.evident(st.Relation(">", count, ZERO)):
        return None
    rest = search.prove(facts.extended([bound]), goal)
    if rest is None:
        return None
    proof = ct.Combination((ct.Piece(ONE / count, (len(facts.props),)),))
    return ct.Have(bound, ct.Have(known, ct.Evident(), proof), rest)


def nearest(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that is a multiple of norm(n u - S)**2 >= 0, for a sum S of n vectors: no u is nearer to them than their mean."""
    if goal.kind not in ("<=", ">=") or not goal.mentions(tm.VectorSum):
        return None
    sums = [part for part in goal.subterms() if isinstance(part, tm.VectorSum) and part.free <= goal.free]
    letters = sorted((letter for letter in goal.free if isinstance(letter, tm.VectorVariable)), key=str)
    for total in list(dict.fromkeys(sums))[:2]:
        count = total.high - total.low + 1
        for u in letters[:2] if facts.evident(st.Relation(">", count, ZERO)) else ():
            square = st.Relation(">=", tm.Norm(count * u - total) ** 2, ZERO)
            rest = positivity(search, facts.extended([square]), goal)
            if rest is not None:
                return ct.Have(square, ct.Evident(), rest)
    return None


# Which sums --------------------------------------------------------------------------------------------


def _of_vectors(facts: Facts, goal: st.Relation) -> Iterator[Weights]:
    """For a sum of c v, those of c**2 and norm(v)**2, and where c >= 0, of c and c norm(v)**2; for a sum of <u, v>, those of
    norm(u)**2 and norm(v)**2."""

    def whole(body: tm.Scalar, like: tm.Sum | tm.VectorSum) -> tm.Sum:
        return tm.Sum(body, like.index, like.low, like.high)

    for total in dict.fromkeys(goal.outer(tm.VectorSum)):
        match total.body:
            case tm.Scale(c, v):
                _, inside = facts.opened(total.index, total.low, total.high, c)
                if inside.evident(st.Relation(">=", c, ZERO)):
                    yield Weights(c, ONE, v, whole(c, total), total, whole(c * tm.Norm(v) ** 2, total))
                yield Weights(ONE, c, v, whole(c**2, total), total, whole(tm.Norm(v) ** 2, total))
    for product in dict.fromkeys(goal.outer(tm.Sum)):
        match product.body:
            case tm.Inner(u, v) if u != v:
                yield Weights(ONE, u, v, whole(tm.Norm(u) ** 2, product), product, whole(tm.Norm(v) ** 2, product))


def _triples(facts: Facts, goal: st.Relation) -> Iterator[Weights]:
    """Sums f, g, h over one range with f**2 = g h, where f is squared in the goal or stands alone."""
    places = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))]
    sums = list(dict.fromkeys(total for place in places for total in place.outer(tm.Sum)))
    normalizer = facts.normalizer
    own = list(goal.outer(tm.Sum))
    for mixed in dict.fromkeys([*own, *(tm.Sum(ONE, total.index, total.low, total.high) for total in own)]):
        candidates = [mixed, *(total for total in sums if total != mixed and _same_range(facts, mixed, total))]
        letter, _ = facts.opened(mixed.index, mixed.low, mixed.high, *(total.body for total in candidates))
        bodies: list[tuple[tm.Scalar, Quotient]] = []
        ones = tm.Sum(ONE, mixed.index, mixed.low, mixed.high)
        try:
            for total in (*candidates, ones):
                bodies.append((total, normalizer.scalar(body_at(total, letter))))
        except NOT_NORMAL:
            continue
        (_, f), *rest = bodies
        square = normalizer.reduce(normalizer.ring.multiply(f, f))
        for place, (one, g) in enumerate(rest):
            for other, h in rest[place:]:
                if g == f == h:
                    continue  # B**2 <= B B
                if normalizer.ring.is_zero(
                    normalizer.ring.subtract(normalizer.reduce(normalizer.ring.multiply(g, h)), square)
                ):
                    parts = _parts(normalizer, f, g, h)
                    if parts is not None:
                        back = {letter: mixed.index}
                        weight, a, b = (substitute(part, back) for part in parts)
                        yield Weights(weight, a, b, one, mixed, other)


def _same_range(facts: Facts, one: tm.Sum, other: tm.Sum) -> bool:
    return facts.evident(st.Relation("=", one.low, other.low)) and facts.evident(st.Relation("=", one.high, other.high))


def _parts(
    normalizer: Normalizer, f: Quotient, g: Quotient, h: Quotient
) -> tuple[tm.Scalar, tm.Scalar, tm.Scalar] | None:
    """w, a, b with g = w a**2, h = w b**2 and f = w a b, for products of powers."""
    ring = normalizer.ring
    of_g, of_h = _exponents(normalizer, g), _exponents(normalizer, h)
    if of_g is None or of_h is None or of_g[0] != 1 or of_h[0] != 1:
        return None
    first, second = of_g[1], of_h[1]
    weight, a, b = ring.constant(1), ring.constant(1), ring.constant(1)
    for number in {*first, *second}:
        low = min(first.get(number, 0), second.get(number, 0))
        over = [(powers.get(number, 0) - low) for powers in (first, second)]
        if any(power % 2 for power in over):
            return None
        atom = ring.generator(number)
        weight = ring.multiply(weight, ring.power(atom, low) if low >= 0 else ring.inverse(ring.power(atom, -low)))
        a, b = ring.multiply(a, ring.power(atom, over[0] // 2)), ring.multiply(b, ring.power(atom, over[1] // 2))
    sizes = normalizer.absolute(a), normalizer.absolute(b)
    back = Readback(normalizer)
    for one, other in ((a, b), sizes):
        if ring.is_zero(ring.subtract(normalizer.reduce(ring.multiply(weight, ring.multiply(one, other))), f)):
            try:
                return back.scalar(weight), back.scalar(one), back.scalar(other)
            except LookupError:
                return None
    return None


def _exponents(normalizer: Normalizer, value: Quotient) -> tuple[object, dict[int, int]] | None:
    """A product of powers of atoms: its coefficient and the powers."""
    powers: dict[int, int] = {}
    lead: object = 1
    for part, side in ((value.num, 1), (value.den, -1)):
        if part is None:
            continue
        terms = normalizer.ring.numerator_terms(Quotient(part))
        if len(terms) != 1:
            return None
        ((monomial, coefficient),) = terms
        lead = coefficient if side > 0 else lead
        powers |= {number: side * power for number, power in monomial}
    return lead, powers
