"""Antiderivatives by an inner term: x exp(x^2), 2x/(1 + x^2), sin(x)^2 cos(x), and the squares of sine and cosine.

Candidates are made of the integrand, and one is kept whose derivative is a number times the integrand, as normal forms say. All
of them have a value for every real number.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.resolve.ellipses import same
from symproof.trusted.calculus import differentiate

NUMBERS = [Fraction(sign * top, bottom) for bottom in (1, 2, 3, 4) for top in (1, 2, 3, 4) for sign in (1, -1)]
"""By what a candidate may differ from an antiderivative."""


@lru_cache(maxsize=512)  # a formula is read several times, and a search in vain is long
def by_substitution(body: tm.Scalar, x: tm.Variable) -> tm.Scalar | None:
    """An antiderivative in x that is made of an inner term; None where none is found."""
    for candidate in dict.fromkeys(_candidates(body, x)):
        try:
            rate = differentiate(candidate, x)
            number = next((each for each in NUMBERS if same(tm.Number(each) * rate, body)), None)
        except SymproofError:
            continue
        if number is not None:
            return candidate if number == 1 else tm.Number(number) * candidate
    return None


def _candidates(body: tm.Scalar, x: tm.Variable) -> Iterator[tm.Scalar]:
    for part in _parts(body):
        if x not in part.free:
            continue
        match part:
            case tm.Elementary(function="exp", args=(_,)):
                yield part
            case tm.Elementary(function="sin" | "cos" as name, args=(inner,)):
                other = tm.Elementary("cos" if name == "sin" else "sin", (inner,))
                yield other
                yield part**2
                if inner == x:  # of the square
                    yield x + part * other if name == "cos" else x - part * other
            case tm.Div(_, tm.Pow(base, tm.Number(exponent))) if exponent > 1 and is_above_zero(base, strictly=True):
                yield tm.ONE / base ** tm.Number(exponent - 1)
            case tm.Div(_, tm.Elementary(function="sqrt", args=(inner,)) as root) if is_above_zero(
                inner, strictly=True
            ):
                yield root
            case tm.Div(_, bottom) if is_above_zero(bottom, strictly=True):
                yield tm.Elementary("log", (bottom,))
            case tm.Pow(base, tm.Number(exponent)) if exponent.denominator == 1 and exponent > 0 and base != x:
                yield base ** tm.Number(exponent + 1)


def is_above_zero(term: tm.Scalar, *, strictly: bool) -> bool:
    """Whether a term is positive, or at least not negative, for every real number: 1 + x^2, 3 + exp(x)."""
    match term:
        case tm.Number(value):
            return value > 0 or (value == 0 and not strictly)
        case tm.Elementary(function="exp"):
            return True
        case tm.Pow(_, tm.Number(exponent)) if exponent % 2 == 0 and exponent > 0:
            return not strictly
        case tm.Mul(args):
            return all(is_above_zero(arg, strictly=strictly) for arg in args)
        case tm.Add(args):
            return all(is_above_zero(arg, strictly=False) for arg in args) and (
                not strictly or any(is_above_zero(arg, strictly=True) for arg in args)
            )
    return False


def _parts(term: tm.Scalar) -> Iterator[tm.Scalar]:
    yield term
    for child in term.children():
        if isinstance(child, tm.Scalar):
            yield from _parts(child)
