r"""Limits: `\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 4`, `\lim_{n \to \infty} (1 + \frac1n)^n = e`.

A limit is worked out, so that the language needs none. A continuous function has the limit at its value. A quotient N/D
with N(a) = D(a) = 0 is that of the first derivatives at a of which the lower one is not 0, where both are analytic there
(Taylor). At infinity x is 1/t, and t goes to 0 from above; from one side x is a + t or a - t, and logarithms of quotients
count for nothing beside a quotient that goes to 0. Whether a term is 0 is asked of its normal form, and whether it is not
0 of the evaluator; what neither says is refused.
Limits: none that are infinite, no terms that grow faster than powers.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from types import MappingProxyType

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation import tree as t
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.ratios import at_zero, together
from symproof.readers.resolve.sizes import Signs, folded, log_of_size, sign
from symproof.readers.resolve.values import Refused, guarded
from symproof.substitution import rebuild, substitute
from symproof.trusted.calculus import differentiate

Known = Mapping[tm.Function, tm.Scalar]
"""What functions of which nothing else is known go to."""
MOST_ORDERS = 8
"""How many derivatives are taken."""
LARGEST = 3000
"""Of how many parts a derivative may be made that is differentiated again."""
ENTIRE = frozenset(("exp", "sin", "cos", "arctan", "sigma"))
CONTINUOUS = ENTIRE | {"log", "sqrt", "abs", "max", "min"}


def limit(
    body: tm.Scalar,
    x: tm.Variable,
    point: tm.Scalar | str,
    node: t.Node,
    signs: Signs,
    side: str = "",
    known: Known = MappingProxyType({}),
) -> tm.Scalar:
    """The limit of `body` where x goes to `point`, or to infinity ("+" or "-"); `side` is "+" from above, "-" from below, `known`
    says what functions of x go to.

    Raises:
        Refused: a limit that is not found, or that does not exist.
    """
    letter = tm.Variable(x.name)
    body = _with_plain_exponents(body)
    body = guarded(node, lambda: substitute(body, {x: letter}) if x != letter else body)
    if isinstance(point, tm.Scalar) and letter in point.free:
        raise Refused(node, "a limit at a place that moves")
    place: tm.Scalar | None = None
    if not isinstance(point, tm.Scalar):
        near = tm.ONE / letter if point == "+" else -(tm.ONE / letter)
    elif side:
        near = point + letter if side == "+" else point - letter
    else:
        near, place = letter, point
    body = body if near == letter else guarded(node, lambda: substitute(body, {letter: near}))
    try:
        return folded(_Limit(letter, place, node, signs, known).of(body))
    except SymproofError as error:
        raise Refused(node, f"a limit that is not found: {error}") from None


def _with_plain_exponents(body: tm.Scalar) -> tm.Scalar:
    """A term in which -1 above a term is a number, and not the opposite of one."""

    def changed(part: tm.Term) -> tm.Term:
        again = rebuild(part, changed)
        value = constant(again.exponent) if isinstance(again, tm.Pow) else None
        return again.base ** tm.Number(value) if isinstance(again, tm.Pow) and value is not None else again

    found = changed(body)
    assert isinstance(found, tm.Scalar)  # as the term is
    return found


def is_analytic(term: tm.Scalar, x: tm.Variable, signs: Signs) -> bool:
    """Whether a term has a power series at x = 0."""
    return _Limit(x, tm.ZERO, t.Node(0, 0), signs).is_analytic(term)


class _Limit:
    """Where a letter goes to."""

    def __init__(
        self,
        x: tm.Variable,
        point: tm.Scalar | None,
        node: t.Node,
        signs: Signs,
        known: Known = MappingProxyType({}),
    ) -> None:
        self.known = known
        self.x, self.point, self.node, self.signs = x, tm.ZERO if point is None else point, node, signs
        self.from_above = point is None
        self.halves = self.squared = False
        """Whether roots of odd powers were met, and whether t stands for a square since."""

    def at(self, term: tm.Scalar) -> tm.Scalar:
        return folded(substitute(term, {self.x: self.point}))

    def of(self, term: tm.Scalar) -> tm.Scalar:
        """The limit of a term."""
        if self.x not in term.free:
            return term
        if isinstance(term, tm.Apply) and term.function in self.known:
            return self.known[term.function]
        if self.from_above:
            if term.free == {self.x} and self.is_rational(term):
                if (found := at_zero(term, self.x, self.node)) is not None:
                    return found
            if self.vanishes(term) or self.is_slow(term):
                return tm.ZERO
            term = self.with_plain_roots(self.without_bars(term))
            if self.x not in term.free:
                return term
            if tm.is_elementary(term, "log", "sqrt") and self.is_below(term.args[0]):
                raise Refused(self.node, f"a limit of {term}, which has no value there")
        if tm.is_elementary(term, *CONTINUOUS):
            args = tuple(map(self.of, term.args))
            if term.function == "log" and same(args[0], tm.ZERO):
                raise Refused(self.node, "a limit that is infinite")
            return tm.Elementary(term.function, args)
        if isinstance(term, tm.Pow) and self.x in term.exponent.free:
            if self.x not in term.base.free and sign(term.base, self.signs) <= 0:
                raise Refused(
                    self.node, f"a limit of powers of {term.base}, of which it is not known that it is positive"
                )
            exponent = self.of(term.exponent * tm.Elementary("log", (term.base,)))
            return tm.Elementary("exp", (exponent,))
        if self.is_continuous(term):
            return self.at(term)
        if isinstance(term, tm.Add):
            with suppress(Refused):
                return tm.Add(tuple(map(self.of, term.args)))
        with suppress(Refused):
            return self.of_parts(term)
        top, bottom = together(term)
        if self.known and self.x not in bottom.free:
            return self.of_parts(top) / bottom
        return self.of_quotient(top, bottom)

    def of_parts(self, term: tm.Scalar) -> tm.Scalar:
        """The limit of a product, or of a quotient, from those of its parts."""
        match term:
            case tm.Mul(args):
                return tm.Mul(tuple(map(self.of, args)))
            case tm.Neg(arg):
                return -self.of(arg)
            case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and exponent >= 0:
                return self.of(base) ** term.exponent
            case tm.Div(top, bottom):
                below = self.of(bottom)
                if self.x not in bottom.free or self.is_not_zero(below) or self.is_meant(bottom, below):
                    return self.of(top) / below
        raise Refused(self.node, "a limit that is not found by the rules")

    def is_meant(self, term: tm.Scalar, limit: tm.Scalar) -> bool:
        """Whether a denominator goes to what a letter says, which is meant not to be 0: 1/a_n where a_n goes to L."""
        given = any(isinstance(each, tm.Apply) and each.function in self.known for each in term.subterms())
        return given and bool(limit.free) and not same(limit, tm.ZERO)

    def vanishes(self, term: tm.Scalar) -> bool:
        """Whether a term is an exponential function that goes to 0, times a quotient of polynomials."""
        match term:
            case tm.Elementary(function="exp") | tm.Pow():
                return self.growth(term) < 0
            case tm.Neg(arg):
                return self.vanishes(arg)
            case tm.Add(args):
                return all(map(self.vanishes, args))
            case tm.Div(top, bottom):
                return (self.vanishes(top) and self.is_rational(bottom)) or (
                    self.is_rational(top) and self.growth(bottom) > 0
                )
            case tm.Mul(args):
                return any(map(self.vanishes, args)) and all(
                    self.vanishes(arg) or self.is_rational(arg) for arg in args
                )
        return False

    def without_bars(self, term: tm.Scalar) -> tm.Scalar:
        """A term in which |u| is u or -u, whichever it is just above the point."""

        def changed(inner: tm.Term) -> tm.Term:
            again = rebuild(inner, changed)
            if tm.is_elementary(again, "abs") and self.is_analytic(again.args[0]):
                way = self.leading(again.args[0])
                return again if not way else again.args[0] if way > 0 else -again.args[0]
            return again

        found = changed(term)
        assert isinstance(found, tm.Scalar)  # as the term is
        return found

    def with_plain_roots(self, term: tm.Scalar) -> tm.Scalar:
        """A term with the powers of t taken out of its roots: of 1/t^2 + 1/t the root is that of 1 + t, over t."""

        def changed(inner: tm.Term) -> tm.Term:
            again = rebuild(inner, changed)
            if not tm.is_elementary(again, "sqrt") or not self.is_rational(again.args[0]):
                return again
            above, below = (self.coefficients(part) for part in together(again.args[0]))
            if above is None or below is None or sign(above[1], self.signs) * sign(below[1], self.signs) <= 0:
                return again
            power = above[0] - below[0]
            self.halves |= bool(power % 2)
            if not power or power % 2:
                return again
            root = tm.Elementary("sqrt", (self.polynomial(above) / self.polynomial(below),))
            return root * self.x ** (power // 2) if power > 0 else root / self.x ** (-power // 2)

        found = changed(term)
        if self.halves and not self.squared:  # t is s^2, with s above 0
            self.squared = True
            found = changed(substitute(term, {self.x: self.x**2}))
        assert isinstance(found, tm.Scalar)  # as the term is
        return found

    def coefficients(self, term: tm.Scalar) -> tuple[int, tm.Scalar, list[tm.Scalar]] | None:
        """The lowest power of t in a polynomial, its coefficient, and those of the powers above; None where it is not known."""
        found: list[tm.Scalar] = []
        factor = 1
        for order in range(MOST_ORDERS):
            found.append(self.at(term) / factor)
            if self.x not in term.free or same(term, tm.ZERO):
                break
            term, factor = differentiate(term, self.x), factor * (order + 1)
        else:
            return None
        low = next((k for k, each in enumerate(found) if not same(each, tm.ZERO)), None)
        return None if low is None else (low, found[low], found[low + 1 :])

    def polynomial(self, parts: tuple[int, tm.Scalar, list[tm.Scalar]]) -> tm.Scalar:
        """A polynomial by its coefficients, over its lowest power."""
        _, lowest, higher = parts
        terms = [each * self.x ** (k + 1) for k, each in enumerate(higher) if not same(each, tm.ZERO)]
        return tm.Add((lowest, *terms)) if terms else lowest

    def is_below(self, term: tm.Scalar) -> bool:
        """Whether a term is below 0 just above the point."""
        return self.is_analytic(term) and self.leading(term) < 0

    def is_slow(self, term: tm.Scalar) -> bool:
        """Whether a term is a logarithm of a quotient of polynomials, or a power of it, times one that goes to 0, or its root."""
        found = self.logs_of(term)
        if found is None or not found[1]:
            return False
        top, bottom = together(found[0])
        above, below = self.order(top), self.order(bottom)
        return above is not None and below is not None and above > below

    def logs_of(self, term: tm.Scalar) -> tuple[tm.Scalar, int] | None:
        """A product of logarithms, a quotient of polynomials and roots of such: the square of what is no logarithm, and how many
        logarithms there are."""
        match term:
            case _ if self.is_rational(term):
                return term * term, 0
            case tm.Elementary(function="sqrt", args=(inner,)) if self.is_rational(inner) and self.is_above(inner):
                return inner, 0
            case tm.Elementary(function="log", args=(inner,)) if self.is_rational(inner) and self.is_above(inner):
                return tm.ONE, 1
            case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and exponent > 0:
                found = self.logs_of(base)
                return None if found is None else (found[0] ** tm.Number(exponent), found[1])
            case tm.Neg(arg):
                return self.logs_of(arg)
            case tm.Div(top, bottom):
                found, below = self.logs_of(top), self.logs_of(bottom)
                if found is None or below is None or below[1]:
                    return None
                return found[0] / below[0], found[1]
            case tm.Mul(args):
                parts = [self.logs_of(arg) for arg in args]
                if None in parts:
                    return None
                return tm.Mul(tuple(part[0] for part in parts if part)), sum(part[1] for part in parts if part)
        return None

    def is_above(self, term: tm.Scalar) -> bool:
        """Whether a quotient of polynomials is above 0 just above the point."""
        top, bottom = together(term)
        return self.leading(top) * self.leading(bottom) > 0

    def order(self, term: tm.Scalar) -> int | None:
        """How many derivatives of a polynomial are 0 at the point before one that is not; None where it is not known."""
        for order in range(MOST_ORDERS):
            there = self.at(term)
            if self.is_not_zero(there):
                return order
            if not same(there, tm.ZERO):
                return None
            term = differentiate(term, self.x)
        return None

    def growth(self, term: tm.Scalar) -> int:
        """1 for an exponential function that grows without bound, -1 for one that goes to 0; 0 for anything else."""
        match term:
            case tm.Elementary(function="exp", args=(inner,)):
                return self.direction(inner)
            case tm.Pow(base, exponent) if self.x not in base.free and self.x in exponent.free:
                way = sign(tm.Elementary("log", (base,)), self.signs) or self.signs.get(log_of_size(base), 0)
                return self.direction(exponent) * way
        return 0

    def is_rational(self, term: tm.Term) -> bool:
        match term:
            case _ if self.x not in term.free or term == self.x:
                return True
            case tm.Add() | tm.Mul() | tm.Neg() | tm.Div():
                return all(map(self.is_rational, term.children()))
            case tm.Pow(base, tm.Number(exponent)):
                return exponent.denominator == 1 and self.is_rational(base)
        return False

    def direction(self, term: tm.Scalar) -> int:
        """The sign of a quotient of polynomials that grows without bound; 0 for any other."""
        if not self.is_rational(term):
            return 0
        top, bottom = together(term)
        if not same(self.at(bottom), tm.ZERO):
            return 0
        for _ in range(MOST_ORDERS):  # the lower of the first derivatives that are not 0
            above, below = sign(self.at(top), self.signs), sign(self.at(bottom), self.signs)
            if above or below:
                return above * self.leading(bottom) if not below else 0
            if not same(self.at(top), tm.ZERO):
                return 0
            top, bottom = differentiate(top, self.x), differentiate(bottom, self.x)
        return 0

    def leading(self, term: tm.Scalar) -> int:
        """The sign of the first derivative at the point that is not 0: of a term just above it."""
        for _ in range(MOST_ORDERS):
            there = self.at(term)
            if sign(there, self.signs):
                return sign(there, self.signs)
            if not same(there, tm.ZERO):
                return 0
            term = differentiate(term, self.x)
        return 0

    def is_continuous(self, term: tm.Term) -> bool:
        """Whether a term has a value at the point by its form, and is continuous there."""
        match term:
            case _ if self.x not in term.free or term == self.x:
                return True
            case tm.Add() | tm.Mul() | tm.Neg():
                return all(map(self.is_continuous, term.children()))
            case tm.Div(top, bottom):
                return self.is_continuous(top) and self.is_continuous(bottom) and self.is_not_zero(self.at(bottom))
            case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1:
                return self.is_continuous(base) and (exponent >= 0 or self.is_not_zero(self.at(base)))
            case tm.Pow(base, exponent) if self.x not in base.free:
                return self.is_continuous(exponent) and sign(base, self.signs) > 0
            case tm.Elementary(function="sqrt", args=(arg,)) if self.from_above and self.is_below(arg):
                return False
            case tm.Elementary(function=name, args=args) if name in CONTINUOUS:
                return all(map(self.is_continuous, args)) and (name != "log" or sign(self.at(args[0]), self.signs) > 0)
        return False

    def is_analytic(self, term: tm.Term) -> bool:
        """Whether a term has a power series at the point."""
        match term:
            case _ if self.x not in term.free or term == self.x:
                return True
            case tm.Add() | tm.Mul() | tm.Neg():
                return all(map(self.is_analytic, term.children()))
            case tm.Div(top, bottom):
                return self.is_analytic(top) and self.is_analytic(bottom) and self.is_not_zero(self.at(bottom))
            case tm.Pow(base, tm.Number(exponent)):
                whole = exponent.denominator == 1 and exponent >= 0
                return self.is_analytic(base) and (whole or sign(self.at(base), self.signs) > 0)
            case tm.Pow(base, exponent) if self.x not in base.free:
                return self.is_analytic(exponent) and sign(base, self.signs) > 0
            case tm.Elementary(function=name, args=args) if name in ENTIRE or name in ("log", "sqrt"):
                return all(map(self.is_analytic, args)) and (name in ENTIRE or sign(self.at(args[0]), self.signs) > 0)
        return False

    def is_not_zero(self, term: tm.Scalar) -> bool:
        return sign(term, self.signs) != 0

    def of_quotient(self, top: tm.Scalar, bottom: tm.Scalar) -> tm.Scalar:
        """The limit of a quotient, by the first derivative of the denominator that is not 0."""
        if not self.is_analytic(top) or not self.is_analytic(bottom):
            raise Refused(self.node, "a limit that is not found by the rules")
        for _ in range(MOST_ORDERS):
            above, below = self.at(top), self.at(bottom)
            if self.is_not_zero(below):
                return above / below
            if not same(below, tm.ZERO):
                raise Refused(self.node, f"a limit for which it is not known whether {below} is 0")
            if not same(above, tm.ZERO):
                raise Refused(self.node, "a limit that is infinite, or not found by the rules")
            top, bottom = folded(differentiate(top, self.x)), folded(differentiate(bottom, self.x))
            if any(next(islice(each.subterms(), LARGEST, None), None) is not None for each in (top, bottom)):
                break
        raise Refused(self.node, "a limit that is not found by the rules")
