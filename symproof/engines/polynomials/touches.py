"""What touches the square root of a polynomial, or of a quotient: simpler terms that are below it, or above.

Each is used only where no point shows it to be on the wrong side, and then proved: nothing here is trusted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product
from math import gcd, prod

from symproof import term as tm
from symproof.engines.polynomials.problem import raised, short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.touching import at_equal, at_square, plane, size_of
from symproof.evaluation.exact import exact_root
from symproof.functions import sqrt
from symproof.term import ONE
from symproof.trusted.facts import Facts
from symproof.trusted.polynomial import Quotient, Terms, as_fraction

MOST_FACTORS, WAYS = 4, 6
OWN = (1.3, 0.6, 2.1, 0.4)
LINEAR = tuple(
    weights
    for weights in sorted(product(range(3), repeat=3), key=lambda weights: (sum(weights), weights))
    if gcd(*weights) == 1 and len(set(weights)) > 1
)
"""The weights of an addend's first letter, of its second and of each other: the simple ones first."""


@dataclass(frozen=True, slots=True)
class Root:
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

    def at_own(self, value: Quotient) -> float:
        """The value of a polynomial at a point that goes along with the order of the addend's own letters."""
        back, result = Readback(self.facts.normalizer), 0.0
        values = dict[tm.Term, float](zip(self.own, OWN, strict=False))
        for monomial, c in self.facts.normalizer.ring.numerator_terms(value):
            result += float(as_fraction(c)) * prod(values.get(back.atom(n), 1.0) ** power for n, power in monomial)
        return result

    def here(self) -> tm.Scalar | None:
        """The root there."""
        value = self.there()
        return _root_of(value) if value > 0 else None

    def quotients(self, mean: tm.Scalar) -> tuple[tm.Scalar, ...]:
        """2*m*p/(p + m**2) and (p + m**2)/(2*m)."""
        return 2 * mean * self.square / (self.square + mean**2), (self.square + mean**2) / (2 * mean)


Touch = Callable[[Root], tuple[tm.Scalar, ...]]


def _root_of(number: Fraction) -> tm.Scalar:
    """The root of a number that is not negative, as a number where it is one."""
    root = exact_root(number, 2)
    return sqrt(tm.Number(number)) if root is None else tm.Number(root)


def by_mean(root: Root) -> tuple[tm.Scalar, ...]:
    """By a number, or a multiple of the sum of the letters."""
    return tuple(each for mean in _mean(root, root.letters) for each in root.quotients(mean))


def plain(root: Root) -> tuple[tm.Scalar, ...]:
    """By a number, or a multiple of the sum of the letters under the root."""
    return _mean(root, [letter for letter in root.letters if letter in root.square.free])


def _mean(root: Root, letters: list[tm.Variable]) -> tuple[tm.Scalar, ...]:
    here = root.here()
    if here is None:
        return ()
    if root.degree() != 2:
        return (here,)
    if root.squared:
        here = _root_of(root.there() / root.place)
    place = Fraction(1) if root.squared else root.place
    return (here / tm.Number(place * len(letters)) * tm.Add(tuple(letters)),)


def by_number(root: Root) -> tuple[tm.Scalar, ...]:
    """By a number, also where the square is a form: the letters may have a sum of squares."""
    here = root.here() if root.degree() == 2 else None
    return () if here is None else root.quotients(here)


def tangent(root: Root) -> tuple[tm.Scalar, ...]:
    """The tangent plane."""
    here = root.here()
    if here is None:
        return ()
    return ((tm.Number(root.there()) + plane(root.place, 1, root.facts, root.square)) / (2 * here),)


def by_letter(k: int, root: Root) -> tuple[tm.Scalar, ...]:
    """By a multiple of the addend's k-th letter, where the square is of degree 2."""
    here = root.here()
    if here is None or root.degree() != 2 or not k < len(root.own):
        return ()
    return root.quotients(here / tm.Number(root.place) * root.own[k])


def by_root(root: Root) -> tuple[tm.Scalar, ...]:
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


def by_denominator(root: Root) -> tuple[tm.Scalar, ...]:
    """By a multiple of what the addend is divided by."""
    here = root.here()
    if here is None or root.below is None:
        return ()
    value, ring = root.facts.normalizer.scalar(root.below), root.facts.normalizer.ring
    there = Fraction(0) if value.den is not None else at_equal(root.place, ring.numerator_terms(value))[0]
    return () if there <= 0 else root.quotients(here / tm.Number(there) * root.below)


def by_one(root: Root) -> tuple[tm.Scalar, ...]:
    """By 1, where the square is a quotient of forms of one degree."""
    return root.quotients(ONE) if root.degree() == 0 else ()


def by_factors(number: int, root: Root) -> tuple[tm.Scalar, ...]:
    """By the means of two factors, so weighted that they are equal where all letters are, or not weighted; of n/d, of two
    factors of n*d.

    There may be several ways to make two of the factors: they are put in an order that goes along with the letters' own."""
    ring, value = root.facts.normalizer.ring, root.facts.normalizer.scalar(root.square)
    bottom = ring.constant(1) if value.den is None else Quotient(value.den)
    constant, factors = ring.factors(ring.multiply(Quotient(value.num), bottom))
    single = [factor for factor, power in factors for _ in range(power)]
    if not 2 <= len(single) <= MOST_FACTORS:
        return ()
    ways: dict[tuple[str, ...], tuple[Quotient, Quotient]] = {}
    for size in range(1, len(single) // 2 + 1):
        for taken in combinations(range(len(single)), size):
            first, second = ring.constant(as_fraction(constant)), ring.constant(1)
            for k, factor in enumerate(single):
                first, second = (
                    (ring.multiply(first, factor), second) if k in taken else (first, ring.multiply(second, factor))
                )
            degrees = {max(size_of(monomial) for monomial, _ in ring.numerator_terms(each)) for each in (first, second)}
            if len(degrees) == 1 or len(single) == 2:
                ways.setdefault(tuple(sorted(str(each.num) for each in (first, second))), (first, second))
    if number // 2 >= len(ways):
        return ()
    first, second = sorted(ways.values(), key=lambda way: sum(map(root.at_own, way)))[number // 2]
    sizes = [at_equal(root.place, ring.numerator_terms(factor))[0] for factor in (first, second)]
    ratio = Fraction(sizes[1] / sizes[0]) if min(sizes) > 0 else Fraction(1)
    if number % 2 and ratio == 1:
        return ()
    ratio = Fraction(1) if number % 2 else ratio
    back = Readback(root.facts.normalizer)
    scale = _root_of(ratio) * back.scalar(bottom)
    mean = (tm.Number(ratio) * back.scalar(first) + back.scalar(second)) / 2
    return mean / scale, tm.Number(ratio) * back.scalar(ring.multiply(first, second)) / mean / scale


def apart(touch: Touch, root: Root) -> tuple[tm.Scalar, ...]:
    """By the product of what touches the roots of factors that share no letter."""
    ring, value = root.facts.normalizer.ring, root.facts.normalizer.scalar(root.square)
    constant, factors = ring.factors(value)
    groups = list[tuple[set[int], Quotient]]()
    for factor, power in factors if value.den is None else ():
        own, product = set(ring.generators(factor)), ring.constant(1)
        for _ in range(power):
            product = ring.multiply(product, factor)
        for other in [group for group in groups if not own.isdisjoint(group[0])]:
            groups.remove(other)
            own, product = own | other[0], ring.multiply(product, other[1])
        groups.append((own, product))
    if len(groups) < 2 or constant != 1:
        return ()
    back = Readback(root.facts.normalizer)
    found = [touch(replace(root, square=back.scalar(product))) for _, product in groups]
    return tuple(short_product(list(parts)) for parts in zip(*found, strict=True)) if all(found) else ()


def by_linear(weights: tuple[int, ...], root: Root) -> tuple[tm.Scalar, ...]:
    """By a multiple of a linear form in the addend's own letters and the others, times a power of the sum of all."""
    here, degree = root.here(), root.degree()
    if here is None or degree is None or degree % 2 or len(root.own) < 2:
        return ()
    others = [letter for letter in root.letters if letter not in root.own[:2]]
    parts = list(zip((*root.own[:2], *others), (*weights[:2], *[weights[2]] * len(others)), strict=True))
    form = tm.Add(tuple(letter if weight == 1 else weight * letter for letter, weight in parts if weight))
    power = degree // 2 - 1
    there = root.place * sum(weight for _, weight in parts) * (root.place * len(root.letters)) ** power
    return root.quotients(here / tm.Number(there) * form * tm.Add(tuple(root.letters)) ** tm.Number(Fraction(power)))


def by_corners(root: Root) -> tuple[tm.Scalar, ...]:
    """By the linear form that has its values where all letters but one are 0."""
    terms, bottom = root.parts()
    squares = [(monomial[0][0], as_fraction(c)) for monomial, c in terms if len(monomial) == 1]
    if bottom or root.degree() != 2 or len(squares) < 2 or min(c for _, c in squares) <= 0:
        return ()
    back, addends = Readback(root.facts.normalizer), list[tm.Scalar]()
    for number, c in squares:
        addends.append(_root_of(c) * back.atom(number))
    return (tm.Add(tuple(addends)),)


def by_pairs(root: Root) -> tuple[tm.Scalar, ...]:
    """By Cauchy, of two linear forms: sqrt((a + b)*(a + c)) >= a + sqrt(b*c)."""
    ring, value = root.facts.normalizer.ring, root.facts.normalizer.scalar(root.square)
    constant, factors = ring.factors(value)
    if value.den is not None or len(factors) != 2 or any(power != 1 for _, power in factors):
        return ()
    forms = []
    for scale, (factor, _) in zip((as_fraction(constant), Fraction(1)), factors, strict=True):
        terms = ring.numerator_terms(factor)
        if any(len(monomial) != 1 or monomial[0][1] != 1 or as_fraction(c) * scale <= 0 for monomial, c in terms):
            return ()
        forms.append({monomial[0][0]: as_fraction(c) * scale for monomial, c in terms})
    one, other = forms
    alone = [sorted(each.keys() - rest.keys()) for each, rest in ((one, other), (other, one))]
    if len(alone[0]) != len(alone[1]) or not alone[0]:
        return ()
    back, addends = Readback(root.facts.normalizer), list[tm.Scalar]()
    for j, k in (*((k, k) for k in sorted(one.keys() & other.keys())), *zip(*alone, strict=True)):
        weight = one[j] * other[k]
        letter = back.atom(j) if j == k else sqrt(back.atom(j) * back.atom(k))
        addends.append(letter if weight == 1 else _root_of(weight) * letter)
    return (tm.Add(tuple(addends)),)


def by_terms(root: Root) -> tuple[tm.Scalar, ...]:
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
    return (tm.Add(tuple(addends)) / _root_of(sum(weights, Fraction(0))),)
