"""What vanishes as a natural number n grows: bounds of the size of terms by (n!)**f * b**n * n**d. Trusted.

`above(t)`: |t| is at most some number, free of n, times that, once n is large. `below(t)`: t is at least some number > 0
times that. Orders are compared by f, then b, then d: n**9 < 2**n < n!. A power q**n of a letter with |q| < 1 is `small`: less
than any power of n, and nothing more is said of it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted.facts import NOT_NORMAL, Facts


class Order(NamedTuple):
    """(n!)**factorials * base**n * n**degree, with base > 0; times something `small` in addition."""

    factorials: Fraction = Fraction(0)
    base: Fraction = Fraction(1)
    degree: Fraction = Fraction(0)
    small: bool = False

    def times(self, other: Order) -> Order:
        """The order of a product."""
        small = self.small or other.small
        return Order(self.factorials + other.factorials, self.base * other.base, self.degree + other.degree, small)

    def power(self, exponent: Fraction) -> Order | None:
        """The order of a power; a root of `base` is not taken, and 1/small is unknown."""
        if (self.base != 1 and exponent.denominator != 1) or (self.small and exponent <= 0):
            return None
        base = Fraction(1) if self.base == 1 else self.base ** int(exponent)
        return Order(self.factorials * exponent, base, self.degree * exponent, self.small)

    def bounded(self) -> Order | None:
        """The same without what is small, which is at most 1."""
        return Order(self.factorials, self.base, max(self.degree, Fraction(0))) if self.small else self

    def vanishes(self) -> bool:
        """Whether it tends to 0."""
        if self.factorials or self.base != 1:
            return self.factorials < 0 or (self.factorials == 0 and self.base < 1)
        return self.small or self.degree < 0


UNIT = Order()


def vanishes(facts: Facts, term: tm.Scalar, n: tm.Variable) -> bool:
    """Whether a term tends to 0 as n grows, whatever the other letters are under the hypotheses."""
    match term:
        case tm.Add(args):
            return all(vanishes(facts, arg, n) for arg in args)
        case tm.Neg(arg):
            return vanishes(facts, arg, n)
        case tm.Div(tm.Add(args), bottom):
            return all(vanishes(facts, tm.Div(arg, bottom), n) for arg in args)
        case tm.Div(tm.Neg(arg), bottom):
            return vanishes(facts, tm.Div(arg, bottom), n)
    if term == ZERO:
        return True
    order = Growth(facts, n).above(term)
    return order is not None and order.vanishes()


class Growth:
    """The orders of terms in n, under hypotheses on the other letters."""

    def __init__(self, facts: Facts, n: tm.Variable) -> None:
        self.facts, self.n = facts, n

    def above(self, term: tm.Scalar) -> Order | None:
        """A bound of |term|."""
        if self.n not in term.free:
            return UNIT
        match term:
            case tm.Neg(arg) | tm.Elementary("abs", (arg,)):
                return self.above(arg)
            case tm.Elementary("sin" | "cos"):
                return UNIT
            case tm.Add(args):
                orders = [found.bounded() if (found := self.above(arg)) is not None else None for arg in args]
                known = [order for order in orders if order is not None]
                return max(known) if len(known) == len(args) else None
            case tm.Mul(args):
                return _product([self.above(arg) for arg in args])
            case tm.Div(top, bottom):
                return _product([self.above(top), self._inverse(bottom)])
            case tm.Pow(base, tm.Number(p)) if p < 0:
                return _power(self._inverse(base), -p)
            case tm.Pow(base, tm.Number(p)):
                return _power(self.above(base), p)
            case tm.Pow(base, exponent) if self.n not in base.free:
                return self._geometric(base, exponent) or self._small(base, exponent)
        return self._exact(term, self.above)

    def below(self, term: tm.Scalar) -> Order | None:
        """A bound of a term from below, by what is positive."""
        if self.n not in term.free:
            return UNIT if self.facts.evident(st.Relation("<", ZERO, term)) else None
        match term:
            case tm.Add(args):
                return self._sum(args)
            case tm.Mul(args):
                return _product([self.below(arg) for arg in args])
            case tm.Div(top, bottom) if self.below(bottom) is not None:
                above = self.above(bottom)
                return _product([self.below(top), None if above is None else above.power(Fraction(-1))])
            case tm.Pow(base, tm.Number(p)) if p > 0:
                return _power(self.below(base), p)
            case tm.Pow(base, exponent) if self.n not in base.free and self.facts.evident(st.Relation("<", ZERO, base)):
                return self._geometric(base, exponent)
        return self._exact(term, self.below)

    def _exact(self, term: tm.Scalar, of: object) -> Order | None:
        """What is positive and of a known order, from both sides."""
        match term:
            case tm.Variable():
                return Order(degree=Fraction(1)) if term == self.n else None
            case tm.Elementary("sqrt", (arg,)):
                return _power(of(arg), Fraction(1, 2)) if callable(of) else None
            case tm.Factorial(arg):
                return self._factorial(arg)
        return None

    def _inverse(self, bottom: tm.Scalar) -> Order | None:
        """A bound of |1/bottom|; a bottom that is free of n is a number other than 0, since the quotient has a value."""
        if self.n not in bottom.free:
            return UNIT
        if isinstance(bottom, tm.Pow) and self.n not in bottom.base.free:
            order = self._geometric(bottom.base, bottom.exponent)  # of either sign
        elif isinstance(bottom, tm.Neg):
            return self._inverse(bottom.arg)
        elif isinstance(bottom, tm.Mul):
            return _product([self._inverse(arg) for arg in bottom.args])
        else:
            order = self.below(bottom)
        return None if order is None else order.power(Fraction(-1))

    def _sum(self, args: tuple[tm.Scalar, ...]) -> Order | None:
        """A sum is as large as its largest part, where the others are not below 0, or of a smaller order."""
        lows = [self.below(arg) for arg in args]
        known = [low for low in lows if low is not None]
        if not known:
            return None
        largest = max(known)
        for arg, low in zip(args, lows, strict=True):
            if low is None and not (self.n not in arg.free and self.facts.evident(st.Relation("<=", ZERO, arg))):
                above = self.above(arg)
                above = None if above is None else above.bounded()
                if above is None or not above < largest:
                    return None
        return largest

    def _geometric(self, base: tm.Scalar, exponent: tm.Scalar) -> Order | None:
        """|base|**exponent, of a number other than 0 and an integer slope."""
        slope, number = self.slope(exponent), self._number(base)
        if slope is None or slope.denominator != 1 or not number:
            return None
        return Order(base=abs(number) ** int(slope))

    def _small(self, base: tm.Scalar, exponent: tm.Scalar) -> Order | None:
        """base**exponent with -1 < base < 1."""
        slope = self.slope(exponent)
        inside = st.Relation("<", tm.Elementary("abs", (base,)), ONE)
        both = (st.Relation("<", tm.Neg(ONE), base), st.Relation("<", base, ONE))
        if slope is None or slope < 1 or not (self.facts.evident(inside) or all(map(self.facts.evident, both))):
            return None
        return Order(small=True)

    def _factorial(self, arg: tm.Scalar) -> Order | None:
        """(n + c)! is n! n**c, and (2 n + c)! is (n!)**2 4**n n**(c - 1/2), up to a factor."""
        slope, start = self.slope(arg), self._number(substitute(arg, {self.n: ZERO}))
        if slope not in (1, 2) or start is None or start.denominator != 1:
            return None
        return (
            Order(Fraction(1), Fraction(1), start)
            if slope == 1
            else Order(Fraction(2), Fraction(4), start - Fraction(1, 2))
        )

    def slope(self, form: tm.Scalar) -> Fraction | None:
        """The coefficient of n in a linear form, the others free of n."""
        if self.n not in form.free:
            return Fraction(0)
        match form:
            case tm.Variable():
                return Fraction(1)
            case tm.Neg(arg):
                found = self.slope(arg)
                return None if found is None else -found
            case tm.Add(args):
                slopes = [self.slope(arg) for arg in args]
                known = [slope for slope in slopes if slope is not None]
                return sum(known, Fraction(0)) if len(known) == len(slopes) else None
            case tm.Mul((factor, rest)) if self.n not in factor.free:
                number, found = self._number(factor), self.slope(rest)
                return None if number is None or found is None else number * found
        return None

    def _number(self, term: tm.Scalar) -> Fraction | None:
        try:
            value = self.facts.normalizer.ring.as_constant(self.facts.normalizer.scalar(term))
        except NOT_NORMAL:
            return None
        return None if value is None else Fraction(int(value.numerator), int(value.denominator))


def _product(orders: list[Order | None]) -> Order | None:
    result = UNIT
    for order in orders:
        if order is None:
            return None
        result = result.times(order)
    return result


def _power(order: Order | None, exponent: Fraction) -> Order | None:
    return None if order is None else order.power(exponent)
