r"""The inverse of a function that a text gives by a quotient of linear terms, `f^{-1}(x)` of `f(x) = (2x + 6)/(x - 1)`, which is
one to one wherever it has a value.

Limits: numbers before the letter; no inverse of a function that is given on a part of its line only.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import term as tm
from symproof.readers.resolve.values import Macro

Line = tuple[Fraction, Fraction]


def inverse_at(function: Macro, at: tm.Scalar) -> tm.Scalar | None:
    """The value of the inverse of a function at a term; None where it is not worked out.

    >>> from symproof import real
    >>> x, y = real("x"), real("y")
    >>> inverse_at(Macro("f", (x,), 2 * x + 6), y), inverse_at(Macro("f", (x,), x**2), y)
    ((y - 6)/2, None)
    """
    if len(function.parameters) != 1 or function.domain is not None or not isinstance(function.body, tm.Scalar):
        return None
    (letter,), body = function.parameters, function.body
    above, below = (body.numerator, body.denominator) if isinstance(body, tm.Div) else (body, tm.ONE)
    top, bottom = _line(above, letter), _line(below, letter)
    if top is None or bottom is None:
        return None
    (a, b), (c, d) = top, bottom  # y = (a x + b)/(c x + d), so that x = (d y - b)/(a - c y)
    if a * d == b * c:
        return None
    over = _sum(d, at, -b)
    return over if not c and a == 1 else tm.Div(over, _sum(-c, at, a))


def _sum(factor: Fraction, letter: tm.Scalar, rest: Fraction) -> tm.Scalar:
    first = letter if factor == 1 else tm.Number(factor) * letter
    if not factor:
        return tm.Number(rest)
    return first if not rest else first - tm.Number(-rest) if rest < 0 else first + tm.Number(rest)


def _line(term: tm.Term, letter: tm.Term) -> Line | None:
    """The a and b of a term a x + b; None of any other term."""
    match term:
        case tm.Number(value):
            return Fraction(0), value
        case tm.Variable() if term == letter:
            return Fraction(1), Fraction(0)
        case tm.Neg(inner):
            return _scaled(_line(inner, letter), Fraction(-1))
        case tm.Add(terms):
            found = [_line(each, letter) for each in terms]
            lines = [each for each in found if each is not None]
            zero = Fraction(0)
            sums = sum((a for a, _ in lines), zero), sum((b for _, b in lines), zero)
            return sums if len(lines) == len(found) else None
        case tm.Mul(factors):
            whole: Line | None = (Fraction(0), Fraction(1))
            for each in factors:
                own = _line(each, letter)
                if own is None or whole is None or (own[0] and whole[0]):
                    return None
                whole = _scaled(own, whole[1]) if not whole[0] else _scaled(whole, own[1])
            return whole
        case tm.Div(inner, tm.Number(value)) if value:
            return _scaled(_line(inner, letter), 1 / value)
    return None


def _scaled(line: Line | None, factor: Fraction) -> Line | None:
    return None if line is None else (line[0] * factor, line[1] * factor)
