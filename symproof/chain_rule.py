"""The chain rule along a Wengert list, and terms tidied for the eye.

`partial` is what `calculus` makes of one line, `combined` the sum of such partial derivatives, each times a rate. What comes
out is only proposed: a trace claims each of its lines, and the kernel decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from symproof.term import ONE, ZERO, Add, Div, Elementary, Mul, Neg, Number, Pow, Scalar, Variable, product_of, sum_of


def partial(term: Scalar, letter: Variable) -> Scalar:
    """The partial derivative of a line's term in a letter, tidied."""
    from symproof.trusted.calculus import differentiate  # the kernel is loaded when a trace is made

    return tidy(differentiate(term, letter))


def combined(parts: Iterable[tuple[Scalar, Variable]], rates: Mapping[Variable, Scalar]) -> Scalar:
    """The chain rule: the sum of the partial derivatives, each times the rate of its letter."""
    summands: list[Scalar] = []
    for slope, letter in parts:
        rate = rates[letter]
        if ONE in (slope, rate):
            summands.append(slope if rate == ONE else rate)
        else:
            summands.append(times(slope, rate))
    return sum_of(summands)


def times(slope: Scalar, rate: Scalar) -> Scalar:
    """The rate times the slope, as a reader writes it: a number first, a sign before that; a quotient takes the rate into
    its numerator."""
    match slope:
        case Neg(arg):
            return Neg(times(arg, rate))
        case Number(value) if value < 0:
            return Neg(times(Number(-value), rate))
        case Number(value) if value == 1:
            return rate
        case Div(top, bottom):
            return Div(rate if top == ONE else times(top, rate), bottom)
        case Number():
            return Mul((slope, rate))
        case Mul((Number() as number, *args)):
            return Mul((number, rate, *args))
        case Mul(args):
            return Mul((rate, *args))
        case _:
            return Mul((rate, slope))


def tidy(term: Scalar) -> Scalar:
    """`term` without the zeros and ones that rules leave behind, numbers first; only for the eye.

    >>> from symproof import exp, real
    >>> x = real("x")
    >>> tidy(exp(2 * x) * (2 * ONE) + 0 * x)
    2*exp(2*x)
    """
    match term:
        case Add(args):
            return _summed([part for arg in args if (part := tidy(arg)) != ZERO])
        case Mul(args):
            return _multiplied([tidy(arg) for arg in args])
        case Neg(arg):
            inner = tidy(arg)
            return _opposite(inner)
        case Div(top, bottom):
            return _divided(tidy(top), tidy(bottom))
        case Pow(base, exponent):
            inner, raised = tidy(base), tidy(exponent)
            return inner if raised == ONE else ONE if raised == ZERO else Pow(inner, raised)
        case Elementary(name, args):
            return Elementary(name, tuple(map(tidy, args)))
        case _:
            return term


def _opposite(term: Scalar) -> Scalar:
    match term:
        case Neg(arg):
            return arg
        case Number(value):
            return Number(-value)
        case _:
            return Neg(term)


def _summed(args: list[Scalar]) -> Scalar:
    numbers = [arg.value for arg in args if isinstance(arg, Number)]
    if len(numbers) > 1:
        rest = [arg for arg in args if not isinstance(arg, Number)]
        args = rest if sum(numbers) == 0 else [*rest, Number(sum(numbers[1:], numbers[0]))]
    flat = [part for arg in args for part in (arg.args if isinstance(arg, Add) else (arg,))]
    return sum_of(flat)


def _multiplied(args: list[Scalar]) -> Scalar:
    """A product: zero, or its sign, its number, and the other factors over their denominators."""
    number, factors, below = ONE.value, [], []
    waiting = list(args)
    while waiting:
        match waiting.pop(0):
            case Number(value):
                number *= value
            case Neg(arg):
                number, waiting = -number, [arg, *waiting]
            case Mul(inner):
                waiting = [*inner, *waiting]
            case Div(top, bottom):
                below.append(bottom)
                waiting = [top, *waiting]
            case other:
                factors.append(other)
    if number == 0:
        return ZERO
    size: list[Scalar] = [] if abs(number) == 1 and factors else [Number(abs(number))]
    made = [*size, *factors]
    over: Scalar = product_of(made)
    for bottom in below:
        over = _divided(over, bottom)
    return Neg(over) if number < 0 and over != ZERO else over


def _divided(top: Scalar, bottom: Scalar) -> Scalar:
    match top, bottom:
        case Number(value), _ if value == 0:
            return ZERO
        case _, Number(value) if value == 1:
            return top
        case Neg(arg), _:
            return Neg(_divided(arg, bottom))
        case Div(over, first), _:
            return Div(over, _multiplied([first, bottom]))
        case _, Pow(base, Number(value)) if base == top and value == 2:
            return Div(ONE, top)
        case _:
            return Div(top, bottom)
