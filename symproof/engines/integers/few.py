"""Bounds of integers that an equation gives: of x + y + x*y = 80 with x, y >= 1 that x <= 40, of a**2 + b**2 = 97 that |a| <= 9,
and of x*y = 2005 that one of the two is at most 44. Then few values are left, which `ideal` tries one by one.

Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.logic import contradiction
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial, as_fraction

MOST_VALUES, LARGEST = 64, 10**9
QUICK = ("positivity", "linear", "inequality")
Term = tuple[tm.Scalar, Fraction, dict[int, int]]
"""A term of a sum as written, its coefficient, and its powers by atom."""


def few(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """A goal, with bounds of the integers in an equation of terms >= 0; by cases of their order, where that leaves fewer."""
    stated = Stated(facts)
    pairs: list[tuple[tm.Scalar, tm.Scalar, int]] = []
    try:
        for _, equation in equations(facts, vectors=False):
            for divisor, bounded in _divisors(search, stated.facts, equation):
                stated.add(divisor, bounded)
            for total, terms in _sums(facts, equation):
                for prop in _bounds(facts, total, terms):
                    if not stated.facts.evident(prop):
                        stated.add(prop, _quick(search, stated.facts, prop))
                pairs += _pairs(facts, stated.facts, total, terms)
    except (*NOT_NORMAL, LookupError):
        return None
    for first, second, most in pairs:
        found = _by_order(search, stated.facts, goal, first, second, most)
        if found is not None:
            return stated.then(found)
    return stated.then(search.prove(stated.facts, goal) if stated else None)


def _quick(search: Search, facts: Facts, prop: st.Prop) -> Certificate | None:
    engines = [*search.named(*QUICK), ("contradiction", contradiction)]
    return search.aside(engines).prove(facts, prop)


def _divisors(search: Search, facts: Facts, equation: st.Relation) -> Iterator[tuple[st.Prop, Certificate]]:
    """Bounds of two integers of any sign whose product is a number: neither is 0, so neither is larger than the number."""
    whole = _product(facts, equation)
    if whole is None or not 0 < whole[1] <= MOST_VALUES / 3:
        return
    letters, most = whole
    if not all(map(tm.is_integer, letters)) or all(facts.range(x).low is not None for x in letters):
        return
    for x, y in (letters, letters[::-1]):
        for bound in (x <= tm.Number(most), x >= tm.Number(-most)):
            sides: list[Certificate] = []
            for side in (y > ZERO, y <= ZERO):
                known = facts.extended([side])
                apart = st.Relation("!=", y, ZERO)
                first = search.aside(search.named("ideal")).prove(known, apart)
                proof = None if first is None else _quick(search, known.extended([apart]), bound)
                sides += [] if first is None or proof is None else [ct.Have(apart, first, proof)]
            if len(sides) == 2:
                found = ct.Cases(y > ZERO, sides[0], sides[1])
                yield bound, found
                facts = facts.extended([bound])


def _product(facts: Facts, equation: st.Relation) -> tuple[tuple[tm.Scalar, ...], Fraction] | None:
    """Two factors whose product is a number, up to its sign: as they are written, or two letters."""
    match equation.left, equation.right:
        case (tm.Mul((tm.Scalar() as x, tm.Scalar() as y)), tm.Number(value)) if x.free and y.free:
            return (x, y), abs(value)
    gap = facts.normalizer.difference(tm.scalar(equation.left), tm.scalar(equation.right))
    terms = {monomial: as_fraction(c) for monomial, c in facts.normalizer.ring.numerator_terms(gap)}
    constant = terms.pop((), Fraction(0))
    (powers, c) = next(iter(terms.items()), ((), Fraction(1)))
    if gap.den is not None or len(terms) != 1 or [e for _, e in powers] != [1, 1]:
        return None
    return tuple(Readback(facts.normalizer).atom(number) for number, _ in powers), abs(constant / c)


def _sums(facts: Facts, equation: st.Relation) -> Iterator[tuple[Fraction, list[Term]]]:
    """An equation as a number that is a sum of terms that are seen to be >= 0, of integers."""
    assert isinstance(equation.left, tm.Scalar) and isinstance(equation.right, tm.Scalar)  # by the caller
    gap = facts.normalizer.difference(equation.left, equation.right)
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    if (
        gap.den is not None
        or not facts.normalizer.is_whole(facts.normalizer.ring.freeze(gap))
        or gap.num.total_degree() < 2
    ):
        return
    for value in (gap, ring.negative(gap)):
        constant, terms = Fraction(0), []
        for monomial, c in ring.numerator_terms(value):
            exact = as_fraction(c)
            if not monomial:
                constant = -exact
                continue
            terms.append((back.scalar(ring.from_terms([(monomial, 1)])), exact, dict(monomial)))
        if 0 < constant <= LARGEST and all(c > 0 and facts.range(term).is_nonnegative for term, c, _ in terms):
            yield constant, terms


def _bounds(facts: Facts, total: Fraction, terms: list[Term]) -> Iterator[st.Prop]:
    """What each letter is at most, as its terms are at most the sum less what the others are at least."""
    least = sum((c * _low(facts, term) for term, c, _ in terms), Fraction(0))
    best: dict[int, tuple[int, bool]] = {}
    for term, c, powers in terms:
        for letter, power in powers.items():
            others = _low(facts, _written(facts, tuple((k, e) for k, e in powers.items() if k != letter)))
            if others > 0:
                share = (total - least + c * _low(facts, term)) / (c * others)
                bound = _root(share, power)
                if letter not in best or bound < best[letter][0]:
                    best[letter] = bound, power % 2 == 0
    back = Readback(facts.normalizer)
    for letter, (bound, both) in best.items():
        atom, number = back.atom(letter), tm.Number(Fraction(bound))
        known = facts.range(atom)
        if known.high is None:
            yield st.Relation("<=", atom, number)
        if known.low is None and both:
            yield st.Relation("<=", tm.Number(Fraction(-bound)), atom)


def _low(facts: Facts, term: tm.Scalar) -> Fraction:
    known = facts.range(term)
    return known.low if known.low is not None else Fraction(0)


def _written(facts: Facts, monomial: Monomial) -> tm.Scalar:
    return Readback(facts.normalizer).scalar(facts.normalizer.ring.from_terms([(monomial, 1)]))


def _root(number: Fraction, power: int) -> int:
    """The largest integer whose power is at most a number."""
    low, high = 0, int(number) + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**power <= number else (low, middle)
    return low


def _pairs(
    facts: Facts, inside: Facts, total: Fraction, terms: list[Term]
) -> Iterator[tuple[tm.Scalar, tm.Scalar, int]]:
    """Two letters of a product with too many values each, and what the smaller is at most."""
    back = Readback(facts.normalizer)
    for _, c, powers in terms:
        for first, second in combinations(powers, 2):
            letters = back.atom(first), back.atom(second)
            most = _root(total / c, 2)
            if set(powers.values()) == {1} and len(powers) == 2 and most < MOST_VALUES:
                if all((high := inside.range(letter).high) is None or high >= MOST_VALUES for letter in letters):
                    yield (*letters, most)


def _by_order(
    search: Search, facts: Facts, goal: st.Prop, first: tm.Scalar, second: tm.Scalar, most: int
) -> Certificate | None:
    """By cases, which of two letters is the smaller one: that is at most `most`."""
    relation = st.Relation("<=", first, second)
    sides = []
    for order, smaller in ((relation, first), (st.Relation(">", first, second), second)):
        inside = facts.extended([order])
        bound = st.Relation("<=", smaller, tm.Number(Fraction(most)))
        proof = _quick(search, inside, bound)
        rest = None if proof is None else search.prove(inside.extended([bound]), goal)
        if proof is None or rest is None:
            return None
        sides.append(ct.Have(bound, proof, rest))
    return ct.Cases(relation, *sides)


def by_sign(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between integers, of which one is known to be a product and not 0: by the sign of a factor, which is that of the
    other. So a divisor of b > 0 is at most b."""
    if goal.kind not in st.ORDERS:
        return None
    for x, y, sign in _unsigned(facts):
        none = st.Relation("!=", x, ZERO)
        apart = search.aside(search.named("ideal")).prove(facts, none)
        sides: list[Certificate] = []
        for side, kinds in ((x > ZERO, "><"), (x <= ZERO, "<>")) if apart is not None else ():
            other = st.Relation(kinds[0] if sign > 0 else kinds[1], y, ZERO)
            known = facts.extended([none, side])
            proof = _quick(search, known, other)
            rest = None if proof is None else search.prove(known.extended([other]), goal)
            if proof is None or rest is None:
                break
            sides.append(ct.Have(other, proof, rest))
        if apart is not None and len(sides) == 2:
            return ct.Have(none, apart, ct.Cases(x > ZERO, *sides))
    return None


def _unsigned(facts: Facts) -> Iterator[tuple[tm.Scalar, tm.Scalar, int]]:
    """Pairs of integer letters without a sign whose product is, by an equation, something of a sign; and that sign."""
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    for _, equation in equations(facts, vectors=False):
        try:
            gap = facts.normalizer.difference(tm.scalar(equation.left), tm.scalar(equation.right))
        except NOT_NORMAL:
            continue
        products = (
            [] if gap.den is not None else [m for m in ring.numerator_terms(gap) if [e for _, e in m[0]] == [1, 1]]
        )
        if len(products) != 1:
            continue
        ((monomial, c),) = products
        x, y = (back.atom(number) for number, _ in monomial)
        if not (tm.is_integer(x) and tm.is_integer(y)) or any(facts.sign(z) != 0 for z in (x, y)):
            continue
        term = ring.from_terms([(monomial, 1)])
        rest = back.scalar(ring.subtract(term, ring.scale(gap, 1 / c)))
        signs = [s for s, kind in ((1, ">"), (-1, "<")) if facts.evident(st.Relation(kind, rest, ZERO))]
        if signs:
            yield x, y, signs[0]
