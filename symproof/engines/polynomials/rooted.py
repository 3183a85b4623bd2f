"""Orders between sums with square roots: each root replaced by a quotient of polynomials that touches it.

With m > 0, sqrt(p) lies between 2*m*p/(p + m**2) and (p + m**2)/(2*m), which meet where p = m**2. Of a form p of degree 2, m is a
multiple of the sum of the letters, or of one of them, and else a number, so that they meet where all letters are equal:
a/sqrt(a**2 + 8*b*c) is at least 2*a*(a + b + c)/((a + b + c)**2 + a**2 + 8*b*c). Of degree 1, m is a multiple of the root of the
sum. A convex root lies above m itself and above its tangent plane, one of u*v lies below (r*u + v)/(2*sqrt(r)), and by Cauchy one
of c*x + d*y above (c*sqrt(x) + d*sqrt(y))/sqrt(c + d). Where the addend is sqrt(p)/q, m is also a multiple of q. Letters that
add up to a number are at most that. Untrusted.

Limits: one root in an addend, beside roots of letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.problem import denominators, raised, short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.touching import (
    Unit,
    addends_of,
    at_equal,
    at_most,
    at_square,
    forms,
    from_below,
    of_one_degree,
    places_of,
    plane,
    roots_in,
    size_of,
    squares_of,
)
from symproof.engines.search import Search, state
from symproof.evaluation.exact import exact_root
from symproof.functions import sqrt
from symproof.substitution import replaced
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, Terms, as_fraction

DEEPEST, MOST, SECONDS = 2, 6, 3.0
QUICK = ("ring", "positivity", "linear", "inequality", "orderings", "roots", "squares")


def rooted(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums, of whose addends two or more hold a root."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    addends = [*addends_of(ends[1]), *(tm.Neg(term) for term in addends_of(ends[0]))]
    if not 2 <= sum(bool(_roots(term)) for term in addends) <= MOST or any(len(_roots(term)) > 1 for term in addends):
        return None
    letters = sorted((x for x in goal.free if isinstance(x, tm.Variable)), key=str)
    quick = search.aside([row for row in search.engines if row[0] in QUICK and row[1] is not rooted], SECONDS)
    stated = at_most(quick, facts, letters)
    facts = facts.extended(prop for prop, _ in stated)
    known = Facts([fact for fact in facts.props if isinstance(fact, st.Relation) and fact.kind != "="])
    places = places_of(facts, letters)
    seen = set[tuple[tm.Scalar, ...]]()
    units = forms(facts, "=")
    squares = () if places else squares_of(facts, letters)
    for touch, place, unit, squared in [
        *((*way, None, False) for way in _in_order(places)),
        *((touch, square, None, True) for square in squares for touch in (_by_mean, _plain, _by_number)),
        *((_by_factors, ONE.value, u, False) for u in units),
    ]:
        try:
            below = [_below(known, term, touch, letters, (place, squared), unit) for term in addends]
        except (*NOT_NORMAL, LookupError):
            continue
        lower = tuple(low for low in below if low is not None)
        if len(lower) < len(addends) or lower in seen or lower == tuple(addends):
            continue
        seen.add(lower)
        found = from_below(quick, facts, addends, lower, strict=ends[2])
        if found is None and touch is _by_one and ends[2]:
            found = _strictly(quick, facts, addends, lower)
        if found is not None:
            return state(stated, found)
    return None


def _strictly(
    search: Search, facts: Facts, addends: list[tm.Scalar], lower: tuple[tm.Scalar, ...]
) -> Certificate | None:
    """That a sum is > 0 where it is >= 0: not both of two roots can be 1, where they touch."""
    first, second, *_ = (number for number, term in enumerate(addends) if _roots(term))
    one, other = (_roots(addends[number])[0].args[0] for number in (first, second))
    touches, apart = st.Relation("=", one, ONE), st.Relation("!=", other, ONE)
    touching = facts.extended([touches])
    proof = search.prove(touching, apart)
    if proof is None:
        return None
    below = from_below(search, touching.extended([apart]), addends, lower, strict=True, apart=second)
    opposite = facts.extended([st.Relation("!=", one, ONE)])
    above = below and from_below(search, opposite, addends, lower, strict=True, apart=first)
    return None if below is None or above is None else ct.Cases(touches, ct.Have(apart, proof, below), above)


def _in_order(places: list[Fraction]) -> Iterator[tuple[Touch, Fraction]]:
    """What touches a root, and where all letters are equal there; the last are the same for all places."""
    yield from ((_by_denominator, place) for place in places[:1])
    yield from ((touch, place) for place in places for touch in (_by_mean, _plain, _tangent))
    for place in places[:1]:
        yield from ((partial(_by_letter, k), place) for k in range(3))
        yield _by_root, place
    yield from ((_by_number, place) for place in places[:1])
    yield _by_one, Fraction(1)
    yield from ((_by_factors, place) for place in (places or [Fraction(1)])[:1])
    yield _by_terms, Fraction(1)


def _below(
    known: Facts,
    term: tm.Scalar,
    touch: Touch,
    letters: list[tm.Variable],
    place: tuple[Fraction, bool],
    unit: Unit | None,
) -> tm.Scalar | None:
    """What is below an addend, its root replaced by what touches it; the addend itself where it holds none, or roots of
    letters that nothing touches."""
    for root in _roots(term):
        under = [each for each in denominators(replaced(term, {root: ONE}, inside=True)) if each.free]
        below = short_product(under) if under else None
        own = [part for part in dict.fromkeys(term.subterms()) if isinstance(part, tm.Variable)]
        square = root.args[0] if unit is None else of_one_degree(unit, known, root.args[0])
        there = term if unit is None else replaced(term, {root: sqrt(square)}, inside=True)
        for touching in touch(_Root(known, square, letters, own, place[0], below, place[1])):
            low = replaced(term, {root: touching}, inside=True)
            if not probe.fails(known, st.Relation("<=", low, there)):
                return low
        return term if _is_monomial(root.args[0]) else None
    return term


# What touches a root ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Root:
    """sqrt(square), the letters of the claim, those of its addend in their order, and where all of them are equal."""

    facts: Facts
    square: tm.Scalar
    letters: list[tm.Variable]
    own: list[tm.Variable]
    place: Fraction
    below: tm.Scalar | None = None
    """What the addend is divided by."""
    squared: bool = False
    """Whether `place` is the square of where they are equal, which is no rational number: 1/3 for a*b + b*c + c*a = 1."""

    def parts(self) -> tuple[Terms, Terms]:
        """The terms of the numerator and of the denominator."""
        ring, value = self.facts.normalizer.ring, self.facts.normalizer.scalar(self.square)
        bottom = () if value.den is None else ring.numerator_terms(Quotient(value.den))
        return ring.numerator_terms(Quotient(value.num)), bottom

    def degree(self) -> int | None:
        """The degree, of a form or a quotient of forms."""
        tops, bottoms = ({size_of(monomial) for monomial, _ in terms} or {0} for terms in self.parts())
        return max(tops) - max(bottoms) if len(tops) == len(bottoms) == 1 else None

    def there(self) -> Fraction:
        """The value of the square where all letters are `place`; 0 where there is none."""
        value = at_square if self.squared else at_equal
        top, bottom = (value(self.place, terms)[0] for terms in self.parts())
        return top / (bottom or 1)

    def here(self) -> tm.Scalar | None:
        """The root there."""
        value = self.there()
        root = exact_root(value, 2) if value > 0 else None
        return None if value <= 0 else sqrt(tm.Number(value)) if root is None else tm.Number(root)

    def quotients(self, mean: tm.Scalar) -> tuple[tm.Scalar, ...]:
        """2*m*p/(p + m**2) and (p + m**2)/(2*m)."""
        return 2 * mean * self.square / (self.square + mean**2), (self.square + mean**2) / (2 * mean)


Touch = Callable[[_Root], tuple[tm.Scalar, ...]]


def _by_mean(root: _Root) -> tuple[tm.Scalar, ...]:
    """By a number, or a multiple of the sum of the letters."""
    return tuple(each for mean in _mean(root, root.letters) for each in root.quotients(mean))


def _plain(root: _Root) -> tuple[tm.Scalar, ...]:
    return _mean(root, [letter for letter in root.letters if letter in root.square.free])


def _mean(root: _Root, letters: list[tm.Variable]) -> tuple[tm.Scalar, ...]:
    here = root.here()
    if here is None:
        return ()
    if root.degree() != 2:
        return (here,)
    if root.squared:
        ratio = exact_root(root.there() / root.place, 2)
        here = sqrt(tm.Number(root.there() / root.place)) if ratio is None else tm.Number(ratio)
    place = Fraction(1) if root.squared else root.place
    return (here / tm.Number(place * len(letters)) * tm.Add(tuple(letters)),)


def _by_number(root: _Root) -> tuple[tm.Scalar, ...]:
    """By a number, also where the square is a form: the letters may have a sum of squares."""
    here = root.here() if root.degree() == 2 else None
    return () if here is None else root.quotients(here)


def _tangent(root: _Root) -> tuple[tm.Scalar, ...]:
    """The tangent plane."""
    here = root.here()
    if here is None:
        return ()
    return ((tm.Number(root.there()) + plane(root.place, 1, root.facts, root.square)) / (2 * here),)


def _by_letter(k: int, root: _Root) -> tuple[tm.Scalar, ...]:
    """By a multiple of the addend's k-th letter, where the square is of degree 2."""
    here = root.here()
    if here is None or root.degree() != 2 or not k < len(root.own):
        return ()
    return root.quotients(here / tm.Number(root.place) * root.own[k])


def _by_root(root: _Root) -> tuple[tm.Scalar, ...]:
    """By a multiple of the root of the sum of the letters, where the square is of degree 1."""
    value = root.there()
    if value <= 0 or root.degree() != 1:
        return ()
    total = tm.Add(tuple(root.letters))
    ratio = value / (root.place * len(root.letters))
    mean = sqrt(total) if ratio == 1 else sqrt(tm.Number(ratio)) * sqrt(total)
    if root.facts.normalizer.ring.is_zero(root.facts.normalizer.difference(root.square, total)):
        return (mean,)
    return root.quotients(mean)


def _by_denominator(root: _Root) -> tuple[tm.Scalar, ...]:
    """By a multiple of what the addend is divided by."""
    here = root.here()
    if here is None or root.below is None:
        return ()
    value, ring = root.facts.normalizer.scalar(root.below), root.facts.normalizer.ring
    there = Fraction(0) if value.den is not None else at_equal(root.place, ring.numerator_terms(value))[0]
    return () if there <= 0 else root.quotients(here / tm.Number(there) * root.below)


def _by_one(root: _Root) -> tuple[tm.Scalar, ...]:
    """By 1, where the square is a quotient of forms of one degree."""
    return root.quotients(ONE) if root.degree() == 0 else ()


def _by_factors(root: _Root) -> tuple[tm.Scalar, ...]:
    """By the means of two factors of a polynomial, so weighted that they are equal where all letters are."""
    ring, value = root.facts.normalizer.ring, root.facts.normalizer.scalar(root.square)
    constant, factors = ring.factors(value)
    if value.den is not None or len(factors) != 2 or any(power != 1 for _, power in factors):
        return ()
    first, second = ring.scale(factors[0][0], constant), factors[1][0]
    sizes = [at_equal(root.place, ring.numerator_terms(factor))[0] for factor in (first, second)]
    ratio = Fraction(sizes[1] / sizes[0]) if min(sizes) > 0 else Fraction(1)
    back, half = Readback(root.facts.normalizer), exact_root(ratio, 2)
    mean = (tm.Number(ratio) * back.scalar(first) + back.scalar(second)) / 2
    scale = sqrt(tm.Number(ratio)) if half is None else tm.Number(half)
    return mean / scale, tm.Number(ratio) * root.square / mean / scale


def _by_terms(root: _Root) -> tuple[tm.Scalar, ...]:
    """By the roots of its terms, each taken as often as its coefficient says."""
    terms, bottom = root.parts()
    weights = [as_fraction(c) for _, c in terms]
    if bottom or not 2 <= len(terms) <= 3 or min(weights) <= 0:
        return ()
    back, addends = Readback(root.facts.normalizer), list[tm.Scalar]()
    for (monomial, _), weight in zip(terms, weights, strict=True):
        whole = [raised(back.atom(number), power // 2) for number, power in monomial]
        halves = [sqrt(back.atom(number)) for number, power in monomial if power % 2]
        addends.append(short_product([*([] if weight == 1 else [tm.Number(weight)]), *whole, *halves]))
    total = sum(weights, Fraction(0))
    size = exact_root(total, 2)
    return (tm.Add(tuple(addends)) / (sqrt(tm.Number(total)) if size is None else tm.Number(size)),)


def _roots(term: tm.Term) -> list[tm.Elementary]:
    """The roots in a term that hold letters, each once; those of letters stand for letters where there are others."""
    found = list(dict.fromkeys(roots_in(term)))
    return [root for root in found if not _is_monomial(root.args[0])] or found


def _is_monomial(term: tm.Term) -> bool:
    """Whether it is a letter, or a product of letters."""
    factors = term.args if isinstance(term, tm.Mul) else (term,)
    return all(isinstance(factor, tm.Variable) for factor in factors)
