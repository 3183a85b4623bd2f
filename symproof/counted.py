"""What is counted and added up to a number: factorials, binomial coefficients, harmonic numbers, whole parts."""

from __future__ import annotations

from symproof.substitution import fresh, name_of
from symproof.term import Binomial, Factorial, Floor, Scalar, ScalarLike, Sum, Variable, integer_term, scalar


def factorial(number: object) -> Scalar:
    """n! of an integer n >= 0."""
    return Factorial(integer_term(number))


def binomial(top: object, bottom: object) -> Scalar:
    """The binomial coefficient of a real number and an integer: top (top - 1) ... (top - bottom + 1)/bottom!, and 0 for
    bottom < 0.

    >>> from symproof import natural
    >>> n = natural("n")
    >>> binomial(n, 2)
    binomial(n, 2)
    """
    return Binomial(scalar(top), integer_term(bottom))


def harmonic(number: object, power: ScalarLike = 1) -> Scalar:
    """The harmonic number 1 + 1/2 + ... + 1/n, or the sum of the powers 1/k**power; 0 for n < 1."""
    high, raised = integer_term(number), scalar(power)
    letter = Variable("k", "natural", least=0)
    taken = {name_of(symbol) for symbol in (*high.free, *raised.free)}
    letter = fresh(letter, taken) if letter.name in taken else letter
    return Sum(1 / (letter if raised == scalar(1) else letter**raised), letter, scalar(1), high)


def floor(number: object) -> Scalar:
    """The largest integer that is not above a real number; `x // y` is floor(x / y), and `x % y` what is left, x - y * (x // y).

    >>> from symproof import natural
    >>> n = natural("n")
    >>> n // 2
    floor(n/2)
    """
    return Floor(scalar(number))


def ceil(number: object) -> Scalar:
    """The smallest integer that is not below a real number: -floor(-x)."""
    return -Floor(-scalar(number))
