"""Antidifferences of sines and cosines of angles that are linear in the index, times powers of it.

G(k + 1) - G(k) = cos(a*k + b) for G(k) = sin(a*k + b - a/2)/(2*sin(a/2)); powers of the index by summation by parts, products
of waves by the angles' sums and differences. Source: Graham, Knuth, Patashnik, "Concrete Mathematics", 1994, section 2.6.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import reduce
from math import comb
from operator import add, mul

from symproof import term as tm
from symproof.engines.polynomials.readback import in_normal_form
from symproof.functions import cos, sin
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST_POWER = 4
OF_PRODUCTS = {
    ("cos", "cos"): ("cos", 1, 1), ("sin", "sin"): ("cos", 1, -1), ("sin", "cos"): ("sin", 1, 1), ("cos", "sin"): ("sin", -1, 1),
}  # fmt: skip
"""Twice the product of two waves: waves of the difference of their angles and of the sum, with their signs."""
Wave = tuple[tm.Scalar, int, str, tm.Scalar]
"""A factor, the exponent of the index, and "sin" or "cos" of an angle; "" without one."""


def wave(body: tm.Scalar, index: tm.Variable) -> tm.Scalar | None:
    """G with G(index + 1) - G(index) = body, where no division is by 0; None for a body that is no such sum.

    >>> from symproof import cos, natural, real
    >>> k, x = natural("k"), real("x")
    >>> wave(cos(k * x), k)
    sin(k*x - 1/2*x)/(2*sin(1/2*x))
    """
    try:
        waves = list(_waves(body, index))
        if not any(name for _, _, name, _ in waves) or any(power > MOST_POWER for _, power, _, _ in waves):
            return None
        return _sum(_antidifference(each, index) for each in waves)
    except (NoWave, *NOT_NORMAL):
        return None


class NoWave(Exception):
    """A term that is no wave times a power of the index."""


def _waves(term: tm.Scalar, index: tm.Variable) -> Iterator[Wave]:
    """What a term is a sum of."""
    match term:
        case _ if index not in term.free:
            yield term, 0, "", ZERO
        case tm.Add(args):
            for each in args:
                yield from _waves(each, index)
        case tm.Neg(arg):
            yield from ((-factor, power, name, angle) for factor, power, name, angle in _waves(arg, index))
        case tm.Div(top, bottom) if index not in bottom.free:
            yield from ((factor / bottom, power, name, angle) for factor, power, name, angle in _waves(top, index))
        case tm.Mul(args):
            yield from reduce(_times, (list(_waves(each, index)) for each in args))
        case tm.Pow(base, tm.Number(value)) if value.denominator == 1 and 0 < value <= MOST_POWER:
            yield from reduce(_times, [list(_waves(base, index))] * int(value))
        case tm.Variable() if term == index:
            yield ONE, 1, "", ZERO
        case tm.Elementary("sin" | "cos" as name, (angle,)):
            yield ONE, 0, name, angle
        case _:
            raise NoWave


def _times(first: list[Wave], second: list[Wave]) -> list[Wave]:
    """Products, of two waves by the sum and the difference of their angles."""
    found: list[Wave] = []
    for a, power, name, angle in first:
        for b, more, other, beside in second:
            factor, exponent = _product(a, b), power + more
            if not name or not other:
                found.append((factor, exponent, name or other, angle if name else beside))
                continue
            made, minus, plus = OF_PRODUCTS[name, other]
            found.append((_product(factor, tm.Number(Fraction(minus, 2))), exponent, made, angle - beside))
            found.append((_product(factor, tm.Number(Fraction(plus, 2))), exponent, made, angle + beside))
    return found


def _antidifference(wave: Wave, index: tm.Variable) -> tm.Scalar:
    """The antidifference of one wave, or of a power of the index with a factor."""
    factor, power, name, angle = wave
    angle = _plain(angle)
    if index not in angle.free:
        return _product(_product(factor, _at(name, angle)), _of_power(power, index))
    slope = _plain(substitute(angle, {index: index + 1}) - angle)
    if index in slope.free:
        raise NoWave
    return _product(factor, _of_wave(power, name, angle, _plain(slope / 2), index))


def _of_wave(power: int, name: str, angle: tm.Scalar, half: tm.Scalar, index: tm.Variable) -> tm.Scalar:
    """The antidifference of a power of the index times a wave, whose angle grows by twice `half`."""
    other, scale = ("sin", 2 * sin(half)) if name == "cos" else ("cos", -2 * sin(half))
    before = _at(other, _plain(angle - half)) / scale
    if not power:
        return before
    rest = _sum(
        _times_number(comb(power, k), _of_wave(k, other, _plain(angle + half), half, index)) for k in range(power)
    )
    return (index**power if power > 1 else index) * before - rest / scale


def _of_power(power: int, index: tm.Variable) -> tm.Scalar:
    """The antidifference of a power of the index."""
    lower = [_times_number(comb(power + 1, k), _of_power(k, index)) for k in range(power)]
    return _sum([index ** (power + 1), *(-each for each in lower)]) / (power + 1) if power else index


def _at(name: str, angle: tm.Scalar) -> tm.Scalar:
    if angle == ZERO:
        return ZERO if name == "sin" else ONE
    return (cos if name == "cos" else sin)(angle) if name else ONE


def _plain(term: tm.Scalar) -> tm.Scalar:
    """A term as its normal form is written."""
    normalizer = Facts(()).normalizer
    return in_normal_form(normalizer, term)


def _product(*factors: tm.Scalar) -> tm.Scalar:
    return ZERO if ZERO in factors else reduce(mul, [each for each in factors if each != ONE] or [ONE])


def _times_number(number: int, term: tm.Scalar) -> tm.Scalar:
    return term if number == 1 else number * term


def _sum(terms: Iterable[tm.Scalar]) -> tm.Scalar:
    return reduce(add, [each for each in terms if each != ZERO] or [ZERO])
