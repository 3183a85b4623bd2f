"""Partial fractions in one letter: under a sum 1/(k*(k + 1)) is 1/k - 1/(k + 1), and k/(n - k) is n/(n - k) - 1."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import comb

from .polynomial import Monomial, Poly, factors
from .rational import (
    Quotient,
    add,
    as_constant,
    composed,
    constant,
    generator,
    generators,
    inverse,
    multiply,
    negative,
    power,
    scale,
    subtract,
)

Coefficients = list[Fraction]
"""Of a polynomial in one letter, from the constant on; the last is not 0."""


def apart(inside: Monomial, bottom: Poly, letter: int) -> list[tuple[Quotient, Quotient]] | None:
    """A monomial over a polynomial as a sum of coefficient * unit, the coefficients free of the letter. None where the
    letter stands in factors that are neither over the rationals nor linear and rational numbers apart."""
    powers = dict(inside)
    degree = powers.pop(letter, 0)
    outside = Quotient({tuple(sorted(powers.items())): 1})
    places: list[tuple[Quotient, int]] = []
    for key, multiplicity in Counter(Quotient(part).key() for part in factors(bottom, (), letter)).items():
        part = Quotient(dict(key[0]))
        if letter in generators(part):
            places.append((part, multiplicity))
        else:
            outside = multiply(outside, inverse(power(part, multiplicity)))
    number = Quotient(bottom)  # what is left of it when its factors are out
    for each in factors(bottom, (), letter):
        number = multiply(number, inverse(Quotient(each)))
    outside = multiply(outside, inverse(number))
    origin, share = constant(0), Fraction(1)
    if any(generators(part) != [letter] for part, _ in places):
        moved = _moved(places, letter)
        if moved is None:
            return None
        origin, share, places = moved
    shifted = subtract(generator(letter), origin)
    found: dict[tuple[int, int, int], Quotient] = {}
    lists = [(_coefficients(part, letter), multiplicity) for part, multiplicity in places]
    for low in range(degree + 1):  # k**degree = (shifted + origin)**degree
        weight = scale(power(origin, degree - low) if degree > low else constant(1), share * comb(degree, low))
        for c, a, place, below in _partial(low, lists) if weight.num else []:
            found[a, place, below] = add(found.get((a, place, below), constant(0)), scale(weight, c))
    units = []
    for (a, place, below), coefficient in found.items():
        under = constant(1) if place < 0 else composed(places[place][0], {letter: shifted})
        base = multiply(outside, inverse(power(under, below)))
        for low in range(a + 1):  # shifted**a, in powers of the letter
            part = scale(power(negative(origin), a - low) if a > low else constant(1), comb(a, low))
            if part.num:
                units.append((multiply(coefficient, part), multiply(base, power(generator(letter), low))))
    return units


def _moved(
    places: list[tuple[Quotient, int]], letter: int
) -> tuple[Quotient, Fraction, list[tuple[Quotient, int]]] | None:
    """Linear factors that are rational numbers apart, as factors of letter - origin."""
    share = Fraction(1)
    origin: Quotient | None = None
    moved: list[tuple[Quotient, int]] = []
    for part, multiplicity in places:
        slope = part.num.get(((letter, 1),))
        if slope is None:
            return None
        zero = subtract(generator(letter), scale(part, 1 / Fraction(slope)))
        if letter in generators(zero):
            return None
        origin = zero if origin is None else origin
        distance = as_constant(subtract(zero, origin))
        if distance is None:
            return None
        share /= Fraction(slope) ** multiplicity
        moved.append((subtract(generator(letter), constant(distance)), multiplicity))
    return None if origin is None else (origin, share, moved)


# Polynomials in one letter ------------------------------------------------------------------------


def _coefficients(part: Quotient, letter: int) -> Coefficients:
    found = {dict(monomial).get(letter, 0): Fraction(c) for monomial, c in part.num.items()}
    return [found.get(k, Fraction(0)) for k in range(max(found) + 1)]


def _trimmed(p: Coefficients) -> Coefficients:
    while p and not p[-1]:
        p = p[:-1]
    return p


def _times(p: Coefficients, q: Coefficients) -> Coefficients:
    result = [Fraction(0)] * max(len(p) + len(q) - 1, 0)
    for i, a in enumerate(p):
        for j, b in enumerate(q):
            result[i + j] += a * b
    return _trimmed(result)


def _divided(p: Coefficients, q: Coefficients) -> tuple[Coefficients, Coefficients]:
    rest, result = list(p), [Fraction(0)] * max(len(p) - len(q) + 1, 0)
    for k in range(len(p) - len(q), -1, -1):
        result[k] = rest[k + len(q) - 1] / q[-1]
        for j, b in enumerate(q):
            rest[k + j] -= result[k] * b
    return _trimmed(result), _trimmed(rest)


def _inverse_modulo(p: Coefficients, modulus: Coefficients) -> Coefficients:
    """The inverse of p modulo a polynomial with which it has no common factor."""
    a, b, s, t = modulus, _divided(p, modulus)[1], list[Fraction](), [Fraction(1)]
    while b:
        quotient, rest = _divided(a, b)
        product = _times(quotient, t)
        size = max(len(s), len(product))
        padded = [(s + [Fraction(0)] * size)[k] - (product + [Fraction(0)] * size)[k] for k in range(size)]
        a, b, s, t = b, rest, t, _trimmed(padded)
    return [c / a[0] for c in s]


def _partial(degree: int, places: list[tuple[Coefficients, int]]) -> list[tuple[Fraction, int, int, int]]:
    """x**degree over the product of f**m: terms (c, a, j, m) of c * x**a / f_j**m, where j is -1 for the whole part."""
    whole = [Fraction(1)]
    for f, multiplicity in places:
        for _ in range(multiplicity):
            whole = _times(whole, f)
    quotient, rest = _divided([Fraction(0)] * degree + [Fraction(1)], whole)
    terms = [(c, a, -1, 0) for a, c in enumerate(quotient) if c]
    for j, (f, multiplicity) in enumerate(places):
        part = [Fraction(1)]
        for _ in range(multiplicity):
            part = _times(part, f)
        left = _divided(_times(rest, _inverse_modulo(_divided(whole, part)[0], part)), part)[1]
        for below in range(multiplicity, 0, -1):
            left, digit = _divided(left, f)
            terms += [(c, a, j, below) for a, c in enumerate(digit) if c]
    return terms
