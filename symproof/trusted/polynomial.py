"""Exact quotients of polynomials over Q in numbered generators, on FLINT's sparse multivariate polynomials.

This is the door to FLINT's polynomials. Generators are made on demand; the context grows by doubling and old values
are carried over when they are next used. A quotient is kept in lowest terms with a denominator of leading
coefficient 1, so equal quotients are written alike and can be keys (`freeze`).

Limits: a power or product that would have more than `MAX_TERMS` terms raises `TooLarge`, never hangs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import compress, count
from math import comb
from operator import itemgetter
from typing import NamedTuple

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx, fmpq_poly

MAX_TERMS = 100_000
MAX_BITS = 100_000
MAX_DEGREE = 256
"""Above it nothing is factored."""

Monomial = tuple[tuple[int, int], ...]
FrozenPolynomial = tuple[tuple[Monomial, int, int], ...]
Frozen = tuple[FrozenPolynomial, FrozenPolynomial]
"""A quotient as a key: numerator and denominator as sorted (monomial, p, q); a monomial is ((generator, power), ...)."""


class TooLarge(Exception):
    """The normal form would be too large to be worth having."""


class Quotient(NamedTuple):
    """numerator / denominator; `den` is None for 1."""

    num: fmpq_mpoly
    den: fmpq_mpoly | None = None


class Polynomials:
    """Arithmetic of quotients over a growing set of generators."""

    def __init__(self) -> None:
        self._size = 16
        self._context = _context_of(self._size)
        self._thawed: dict[Frozen, Quotient] = {}

    def copy(self) -> Polynomials:
        """The same generators, to which others will be added."""
        made = Polynomials()
        made._size, made._context, made._thawed = self._size, self._context, dict(self._thawed)
        return made

    def generator(self, number: int) -> Quotient:
        """The generator with a number; numbers are 0, 1, 2, ... as the caller gives them out."""
        if number >= self._size:
            while number >= self._size:
                self._size *= 2
            self._context = _context_of(self._size)
        return Quotient(self._context.gen(number))

    def constant(self, value: Fraction | int) -> Quotient:
        """A rational number."""
        exact = value if isinstance(value, int) else fmpq(value.numerator, value.denominator)
        return Quotient(self._context.constant(exact))

    def _lift(self, poly: fmpq_mpoly) -> fmpq_mpoly:
        if poly.context() is self._context:
            return poly
        # python-flint 0.9's project_to_context looks each generator up by its name, a hundred times slower than this.
        return self._sum(_terms(poly))

    def _times(self, left: fmpq_mpoly, right: fmpq_mpoly) -> fmpq_mpoly:
        if len(left) * len(right) > 100 * MAX_TERMS:
            raise TooLarge(f"a product of {len(left)} by {len(right)} terms")
        return left * right

    def _lowest(self, num: fmpq_mpoly, den: fmpq_mpoly) -> Quotient:
        if num.is_zero():
            return Quotient(num)
        if not den.is_constant():
            common = num.gcd(den)
            if not common.is_constant():
                num, den = num / common, den / common
        lead = den.leading_coefficient()
        if lead != 1:
            num, den = num / lead, den / lead
        return Quotient(num, None if den.is_constant() else den)

    def add(self, left: Quotient, right: Quotient) -> Quotient:
        """left + right."""
        a, c = self._lift(left.num), self._lift(right.num)
        if left.den is None and right.den is None:
            return Quotient(a + c)
        b = None if left.den is None else self._lift(left.den)
        d = None if right.den is None else self._lift(right.den)
        if d is None and b is not None:
            return Quotient(a + c * b, b)
        if b is None and d is not None:
            return Quotient(a * d + c, d)
        assert b is not None and d is not None  # the three other cases are above
        if b == d:
            return self._lowest(a + c, b)
        common = b.gcd(d)
        b_rest, d_rest = b / common, d / common
        return self._lowest(self._times(a, d_rest) + self._times(c, b_rest), self._times(b, d_rest))

    def total(self, values: Iterable[Quotient]) -> Quotient:
        """The sum; addends that share a denominator are added first."""
        by_denominator: dict[FrozenPolynomial, list[Quotient]] = {}
        for value in values:
            by_denominator.setdefault(UNIT if value.den is None else _freeze(value.den), []).append(value)
        sums = [self._halved(group) for group in by_denominator.values()]
        return self._halved(sums) if sums else self.constant(0)

    def _halved(self, values: list[Quotient]) -> Quotient:
        """The sum by halves, so that long sums are not added to over and over."""
        while len(values) > 1:
            pairs = [self.add(a, b) for a, b in zip(values[::2], values[1::2], strict=False)]
            values = pairs + values[-1:] if len(values) % 2 else pairs
        return values[0]

    def negative(self, value: Quotient) -> Quotient:
        """-value."""
        return Quotient(-value.num, value.den)

    def subtract(self, left: Quotient, right: Quotient) -> Quotient:
        """left - right."""
        return self.add(left, self.negative(right))

    def multiply(self, left: Quotient, right: Quotient) -> Quotient:
        """left * right."""
        a, c = self._lift(left.num), self._lift(right.num)
        if left.den is None and right.den is None:
            return Quotient(self._times(a, c))
        one = self._context.constant(1)
        b = one if left.den is None else self._lift(left.den)
        d = one if right.den is None else self._lift(right.den)
        return self._lowest(self._times(a, c), self._times(b, d))

    def scale(self, value: Quotient, factor: fmpq) -> Quotient:
        """A rational multiple."""
        return Quotient(value.num * factor, value.den)

    def inverse(self, value: Quotient) -> Quotient:
        """1 / value.

        Raises:
            ZeroDivisionError: the value is the polynomial 0.
        """
        if value.num.is_zero():
            raise ZeroDivisionError("the inverse of zero")
        return self._lowest(
            self._context.constant(1) if value.den is None else self._lift(value.den), self._lift(value.num)
        )

    def power(self, value: Quotient, exponent: int) -> Quotient:
        """value ** exponent for an exponent >= 0."""
        if exponent == 0:
            return self.constant(1)
        for poly in filter(None, value):
            terms = len(poly)
            if terms > 1 and comb(exponent + terms - 1, min(terms - 1, exponent)) > MAX_TERMS:
                raise TooLarge(f"the power {exponent} of {terms} terms")
            bits = max((max(int(c.p).bit_length(), int(c.q).bit_length()) for c in poly.coeffs()), default=0)
            if (bits > 1 and bits * exponent > MAX_BITS) or exponent > MAX_BITS:
                raise TooLarge(f"the power {exponent} of a number of {bits} bits")
        num = self._lift(value.num) ** exponent
        return Quotient(num, None if value.den is None else self._lift(value.den) ** exponent)

    def is_zero(self, value: Quotient) -> bool:
        """Whether the value is the polynomial 0."""
        return bool(value.num.is_zero())

    def as_constant(self, value: Quotient) -> Fraction | None:
        """The rational number that the value is, or None."""
        if value.den is not None or not value.num.is_constant():
            return None
        lead = fmpq(value.num.leading_coefficient())
        return as_fraction(lead)

    def generators(self, value: Quotient) -> list[int]:
        """The numbers of the generators that occur."""
        above = _occurring(value.num)
        return above if value.den is None else sorted({*above, *_occurring(value.den)})

    def numerator_terms(self, value: Quotient) -> Terms:
        """The terms of the numerator, as (monomial, coefficient)."""
        return _terms(value.num)

    def constant_term(self, value: Quotient) -> Fraction:
        """The coefficient of 1 in the numerator."""
        last = value.num[(0,) * value.num.context().nvars()]
        return as_fraction(last)

    def from_terms(self, terms: Iterable[tuple[Monomial, fmpq | int]]) -> Quotient:
        """The polynomial with those terms."""
        return Quotient(self._sum(terms))

    def _sum(self, terms: Iterable[tuple[Monomial, fmpq | int]]) -> fmpq_mpoly:
        """The sum of terms, by halves. FLINT's `from_dict` reads the exponents of all generators, and takes ten times as long."""
        generator, parts = self._context.gen, []
        for monomial, coefficient in terms:
            part = self._context.constant(coefficient)
            for number, power in monomial:
                part *= generator(number) if power == 1 else generator(number) ** power
            parts.append(part)
        while len(parts) > 1:
            pairs = [a + b for a, b in zip(parts[::2], parts[1::2], strict=False)]
            parts = pairs + parts[-1:] if len(parts) % 2 else pairs
        return parts[0] if parts else self._context.constant(0)

    def quotient(self, num: Quotient, den: Quotient) -> Quotient:
        """num / den."""
        return self.multiply(num, self.inverse(den))

    def denominator(self, value: Quotient) -> Quotient:
        """The denominator as a quotient over 1."""
        return self.constant(1) if value.den is None else Quotient(value.den)

    def factors(self, value: Quotient) -> tuple[fmpq, list[tuple[Quotient, int]]]:
        """The numerator's constant factor and its irreducible factors with their multiplicities; of one of a large degree, as
        of x**5730 - 2, only itself: FLINT would take minutes, and heeds no clock."""
        poly = value.num
        if poly.total_degree() > MAX_DEGREE:
            return fmpq(1), [(Quotient(poly), 1)]
        # FLINT takes time for generators that do not occur: a hundred times as much in 256 as in 4.
        used = _occurring(poly) if len(poly) > 1 else []
        if not used:
            constant, factors = poly.factor()
            return fmpq(constant), [(Quotient(factor), int(power)) for factor, power in factors]
        narrow = _context_of(len(used))
        place = itemgetter(*used) if len(used) > 1 else lambda powers: (powers[used[0]],)
        constant, factors = narrow.from_dict({place(powers): c for powers, c in poly.terms()}).factor()
        if len(factors) == 1 and factors[0][1] == 1:
            return fmpq(constant), [(Quotient(poly / constant), 1)]
        return fmpq(constant), [(self._widened(factor, used), int(power)) for factor, power in factors]

    def _widened(self, poly: fmpq_mpoly, used: list[int]) -> Quotient:
        """A polynomial in the generators `used` alone as one in all."""
        return self.from_terms(
            (tuple([(k, int(power)) for k, power in zip(used, powers, strict=True) if power]), c)
            for powers, c in poly.terms()
        )

    def partial_fractions(
        self, power: int, factors: list[tuple[Quotient, int]], number: int
    ) -> list[tuple[fmpq, int, int | None, int]] | None:
        """x**power / (product of f**m) for coprime polynomials f in the generator x alone: terms (c, a, j, m) of
        c * x**a / f_j**m, where j is None for the polynomial part; a < deg f_j. None where a factor holds more than x."""
        polys = []
        for factor, multiplicity in factors:
            if self.generators(factor) != [number]:
                return None
            coefficients = {dict(m).get(number, 0): c for m, c in self.numerator_terms(factor)}
            polys.append((fmpq_poly([coefficients.get(k, 0) for k in range(max(coefficients) + 1)]), multiplicity))
        whole = fmpq_poly([1])
        for poly, multiplicity in polys:
            whole *= poly**multiplicity
        quotient, rest = divmod(fmpq_poly([0] * power + [1]), whole)
        terms: list[tuple[fmpq, int, int | None, int]] = [(c, a, None, 0) for a, c in enumerate(quotient) if c]
        for place, (poly, multiplicity) in enumerate(polys):
            part = poly**multiplicity
            _, inverse, _ = (whole // part).xgcd(part)
            left = (rest * inverse) % part
            for below in range(multiplicity, 0, -1):
                left, digit = divmod(left, poly)
                terms += [(c, a, place, below) for a, c in enumerate(digit) if c]
        return terms

    def freeze(self, value: Quotient) -> Frozen:
        """The value as a key."""
        return _freeze(value.num), (UNIT if value.den is None else _freeze(value.den))

    def anchor(self, value: Quotient) -> tuple[Frozen | None, Fraction, Fraction]:
        """The value as scale * anchor + shift: the anchor, as a key, has no constant term and the leading coefficient 1; it
        is None for a constant. A quotient keeps what is constant in its numerator."""
        terms = _terms(value.num)
        shift = Fraction(0)
        if value.den is None and terms and not terms[-1][0]:  # the constant is last
            terms, shift = terms[:-1], as_fraction(terms[-1][1])
        if not terms:
            return None, Fraction(1), Fraction(0)
        lead = terms[0][1]
        monic: Iterable[tuple[Monomial, fmpq]] = terms if lead == 1 else [(monomial, c / lead) for monomial, c in terms]
        return (_frozen(monic), UNIT if value.den is None else _freeze(value.den)), as_fraction(lead), shift

    def thaw(self, frozen: Frozen) -> Quotient:
        """The value of a key."""
        if frozen not in self._thawed:
            num, den = (self.from_terms([(m, fmpq(p, q)) for m, p, q in part]) for part in frozen)
            self._thawed[frozen] = Quotient(num.num, None if den.num.is_constant() else den.num)
        return self._thawed[frozen]

    def compose(self, value: Quotient, replaced: Mapping[int, Quotient]) -> Quotient:
        """The value with generators replaced by quotients."""
        if not replaced or replaced.keys().isdisjoint(self.generators(value)):
            return value
        parts: list[Quotient] = []
        for poly in value:
            if poly is None:
                continue
            kept: dict[Monomial, list[tuple[Monomial, fmpq]]] = {}
            for monomial, coefficient in _terms(poly):
                opened = tuple([(k, e) for k, e in monomial if k in replaced])
                kept.setdefault(opened, []).append(
                    (tuple([(k, e) for k, e in monomial if k not in replaced]), coefficient)
                )
            addends = []
            for opened, terms in kept.items():
                addend = self.from_terms(terms)
                for number, power in opened:
                    addend = self.multiply(addend, self.power(replaced[number], power))
                addends.append(addend)
            parts.append(self.total(addends))
        return parts[0] if len(parts) == 1 else self.quotient(parts[0], parts[1])


@lru_cache(maxsize=256)
def _context_of(size: int) -> fmpq_mpoly_ctx:
    return fmpq_mpoly_ctx.get([f"x{k}" for k in range(size)], "lex")


def _occurring(poly: fmpq_mpoly) -> list[int]:
    """The numbers of the generators that occur."""
    return [] if poly.is_zero() else list(compress(count(), poly.degrees()))


Terms = tuple[tuple[Monomial, fmpq], ...]
MOST_READ = 4096
_read: dict[int, tuple[fmpq_mpoly, Terms]] = {}
"""Polynomials by identity, each with its terms; who is kept here cannot give its identity to another."""


def _terms(poly: fmpq_mpoly) -> Terms:
    """The terms. (Not read off `str(poly)`, which is faster: python-flint 0.9 never frees what FLINT has written, and a long
    document would take gigabytes.)"""
    known = _read.get(id(poly))
    if known is None:
        if len(_read) == MOST_READ:
            _read.clear()
        known = _read[id(poly)] = poly, tuple(zip(_monomials(poly), poly.coeffs(), strict=True))
    return known[1]


def _monomials(poly: fmpq_mpoly) -> list[Monomial]:
    """The monomials in their order. `poly.monoms()` makes an object of each exponent of each generator there is, so it is only
    asked for what the degrees do not tell."""
    if poly.is_constant():
        return [()] if len(poly) else []
    degrees = poly.degrees()
    used = list(compress(count(), degrees))
    if len(poly) == 1:
        return [tuple([(k, int(degrees[k])) for k in used])]
    if poly.total_degree() == 1:
        alone: list[Monomial] = [((k, 1),) for k in used]
        return alone if len(alone) == len(poly) else [*alone, ()]  # the constant is last
    return [tuple([(k, int(powers[k])) for k in used if powers[k]]) for powers in poly.monoms()]


UNIT: FrozenPolynomial = (((), 1, 1),)
"""The polynomial 1, as a key."""


def _freeze(poly: fmpq_mpoly) -> FrozenPolynomial:
    return _frozen(_terms(poly))


def _frozen(terms: Iterable[tuple[Monomial, fmpq]]) -> FrozenPolynomial:
    return tuple(sorted([(monomial, int(c.p), int(c.q)) for monomial, c in terms]))


def as_fraction(number: fmpq) -> Fraction:
    """A rational number of FLINT as one of Python."""
    return Fraction(int(number.p), int(number.q))
