r"""Quotients of factorials and powers as they stand in limits: (n + 1)! (2n)!/(n! (2n + 2)!) is (n + 1)/((2n + 1)(2n + 2)).

A product is taken apart into its factors: (a n + b)! is (a n)! times b factors, powers of one base have one exponent, and powers
of numbers are one power. What does not cancel stays. Members of a sequence that hypotheses give for each index are put in first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.ellipses import same
from symproof.readers.resolve.numbers import constant
from symproof.readers.resolve.sizes import folded
from symproof.readers.resolve.values import Refused
from symproof.statement import Each, Prop, Relation, is_equation
from symproof.substitution import rebuild, substitute

MOST = 12
"""How many factors a factorial gives up."""


def shortened(term: tm.Scalar, n: tm.Variable, given: Iterable[Prop]) -> tm.Scalar:
    """A term with the members of sequences that are `given` put in, and with what cancels in its products left out."""

    def changed(part: tm.Term) -> tm.Term:
        again = rebuild(part, changed)
        if isinstance(again, (tm.Mul, tm.Div)):
            factors = _Factors(n)
            return factors.product() if factors.take(again, 1) else again
        return again

    found = changed(_with_members(term, given))
    assert isinstance(found, tm.Scalar)  # as the term is
    return found


def _with_members(term: tm.Scalar, given: Iterable[Prop]) -> tm.Scalar:
    """A term with a_{n+1} by what a hypothesis says of a_n for each n."""
    rules = {
        each.body.left.sequence: each
        for each in given
        if isinstance(each, Each) and is_equation(each.body)
        if isinstance(each.body.left, tm.ScalarAt) and each.body.left.index == each.symbol
        if each.body.left.sequence not in each.body.right.free
    }
    if not rules:
        return term

    def put(part: tm.Term) -> tm.Term:
        again = rebuild(part, put)
        rule = rules.get(again.sequence) if isinstance(again, tm.ScalarAt) else None
        if rule is None or not isinstance(again, tm.ScalarAt) or not isinstance(rule.body, Relation):
            return again
        return substitute(rule.body.right, {rule.symbol: again.index})

    found = put(term)
    assert isinstance(found, tm.Scalar)  # as the term is
    return found


@dataclass
class _Factors:
    """The factors of a product: factorials (a n)! by a, numbers to a power that grows with n, e, and the others."""

    n: tm.Variable
    factorials: dict[int, int] = field(default_factory=dict)
    ratio: Fraction = Fraction(1)
    """What stands to the power n, of numbers."""
    exponent: tm.Scalar = tm.ZERO
    """The exponent of e."""
    above: list[tm.Scalar] = field(default_factory=list)
    below: list[tm.Scalar] = field(default_factory=list)

    def take(self, term: tm.Scalar, power: int) -> bool:
        """Take a factor to a power; False where it is none that is known."""
        match term:
            case tm.Mul(args):
                return all(self.take(arg, power) for arg in args)
            case tm.Div(top, bottom):
                return self.take(top, power) and self.take(bottom, -power)
            case tm.Neg(arg):
                return self.take(tm.Number(Fraction(-1)), power) and self.take(arg, power)
            case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and abs(exponent) <= MOST:
                return self.take(base, power * int(exponent))
            case tm.Pow(tm.Number(base), exponent) if base > 0 and (line := self._line(exponent)) is not None:
                self.ratio *= base ** (line[0] * power)
                return self.take(tm.Number(base ** line[1]), power)
            case tm.Pow(tm.Div() | tm.Neg() as base, exponent) if (value := constant(base)) is not None and value > 0:
                return self.take(tm.Pow(tm.Number(value), exponent), power)
            case tm.Elementary(function="exp", args=(inner,)):
                self.exponent = self.exponent + inner * power
                return True
            case tm.Factorial(inner):
                line = self._line(inner)
                return line is not None and 0 < line[0] and abs(line[1]) <= MOST and self._factorial(*line, power)
            case tm.Number(value) if not value:
                return False
        (self.above if power > 0 else self.below).extend([term] * abs(power))
        return abs(power) <= MOST

    def _factorial(self, slope: int, shift: int, power: int) -> bool:
        """(a n + b)! as (a n)! and what is between."""
        self.factorials[slope] = self.factorials.get(slope, 0) + power
        places = range(1, shift + 1) if shift > 0 else range(shift + 1, 1)
        between = [slope * self.n + tm.Number(Fraction(place)) if place else slope * self.n for place in places]
        way = power if shift > 0 else -power
        return all(self.take(folded(each), way) for each in between)

    def _line(self, term: tm.Scalar) -> tuple[int, int] | None:
        """The a and b of a n + b, whole numbers; None for another term."""
        start, step = (constant(folded(substitute(term, {self.n: tm.Number(Fraction(k))}))) for k in (0, 1))
        if start is None or step is None or start.denominator != 1 or step.denominator != 1:
            return None
        slope, shift = int(step - start), int(start)
        return (slope, shift) if same(term, slope * self.n + shift) else None

    def product(self) -> tm.Scalar:
        """The product of what is left."""
        for slope, power in self.factorials.items():
            if power:
                (self.above if power > 0 else self.below).extend([tm.Factorial(slope * self.n)] * abs(power))
        for factor in list(self.above):
            if factor in self.below:
                self.above.remove(factor)
                self.below.remove(factor)
        if self.ratio != 1:
            self.above.append(tm.Pow(tm.Number(self.ratio), self.n))
        if not same(self.exponent, tm.ZERO):
            line = self._line(self.exponent)
            rest = self.exponent if line is None or line[0] else tm.Number(Fraction(line[1]))
            self.above.append(tm.Elementary("exp", (folded(rest),)))
        top, bottom = map(tm.product_of, (self.above, self.below))
        return folded(top if bottom == tm.ONE else top / bottom)


def at_zero(term: tm.Scalar, x: tm.Variable, node: t.Node) -> tm.Scalar | None:
    """The limit at 0 of a quotient of polynomials in one letter, by their lowest powers; None where other numbers stand in it."""
    from symproof.trusted.normal.normalizer import Normalizer

    normal = Normalizer()
    value, letter, ring = normal.scalar(term), normal.scalar(x), normal.ring
    ((power, _),) = ring.numerator_terms(letter)
    sides = [dict(ring.numerator_terms(side)) for side in (value, ring.denominator(value))]
    if {atom for side in sides for each in side for atom, _ in each} - {atom for atom, _ in power}:
        return None  # log 2
    (above, a), (below, b) = (
        min(((each[0][1] if each else 0, number) for each, number in side.items()), default=(None, 0)) for side in sides
    )
    if above is None or below is None or above > below:
        return tm.ZERO
    if above < below:
        raise Refused(node, "a limit that is infinite")
    return tm.Number(Fraction(str(a / b)))


def together(term: tm.Scalar) -> tuple[tm.Scalar, tm.Scalar]:
    """A term as one quotient, in functions too."""
    match term:
        case tm.Add(args):
            top, bottom = together(args[0])
            for arg in args[1:]:
                above, below = together(arg)
                if below == bottom:
                    top = top + above
                else:
                    top, bottom = _times(top, below) + _times(above, bottom), _times(bottom, below)
            return top, bottom
        case tm.Mul(args):
            top, bottom = tm.ONE, tm.ONE
            for arg in args:
                above, below = together(arg)
                top, bottom = _times(top, above), _times(bottom, below)
            return top, bottom
        case tm.Neg(arg):
            top, bottom = together(arg)
            return -top, bottom
        case tm.Div(left, right):
            (a, b), (c, d) = together(left), together(right)
            return _times(a, d), _times(b, c)
        case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1:
            top, bottom = together(base)
            if exponent < 0:
                top, bottom = bottom, top
            size = tm.Number(abs(exponent))
            return (top**size if top != tm.ONE else top), (bottom**size if bottom != tm.ONE else bottom)
        case tm.Elementary():
            return rebuild(term, _joined), tm.ONE
    return term, tm.ONE


def _joined(term: tm.Term) -> tm.Term:
    if not isinstance(term, tm.Scalar):
        return term
    top, bottom = together(term)
    return top if bottom == tm.ONE else top / bottom


def _times(left: tm.Scalar, right: tm.Scalar) -> tm.Scalar:
    return right if left == tm.ONE else left if right == tm.ONE else left * right
