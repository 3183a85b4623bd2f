"""Infinite sums: by partial sums that differ from the limit by what vanishes, and by known power series.

The size of a term in n is (f, b, d, small): at most some number times (n!)**f * b**n * n**d, and, where it is small, times
q**n for a number |q| < 1 of which no more is known.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

from .build import make, substitute
from .calculus import relation
from .certificates import Certificate, require
from .facts import Facts
from .integer_rules import Subgoals
from .polynomial import NotNormal
from .rational import as_constant
from .terms import ONE, TWO, ZERO, Node, free, minus, number, plus, show, times

Size = tuple[Fraction, Fraction, Fraction, bool]
F = Fraction
UNIT: Size = (F(0), F(1), F(0), False)


def vanishes(facts: Facts, term: Node, n: Node) -> bool:
    """Whether a term tends to 0 as n grows."""
    match term:
        case ("Add", args):
            return all(vanishes(facts, arg, n) for arg in args)
        case ("Neg", arg):
            return vanishes(facts, arg, n)
        case ("Div", ("Add", args), bottom):
            return all(vanishes(facts, ("Div", arg, bottom), n) for arg in args)
        case ("Div", ("Neg", arg), bottom):
            return vanishes(facts, ("Div", arg, bottom), n)
    if term == ZERO:
        return True
    size = above(facts, term, n)
    if size is None:
        return False
    f, b, d, small = size
    return f < 0 or (f == 0 and (b < 1 or (b == 1 and (small or d < 0))))


def above(facts: Facts, term: Node, n: Node) -> Size | None:
    """A bound of |term|."""
    if n not in free(term):
        return UNIT
    match term:
        case ("Neg", arg) | ("Elementary", "abs", (arg,)):
            return above(facts, arg, n)
        case ("Elementary", "sin" | "cos", _):
            return UNIT
        case ("Add", args):
            sizes = [_bounded(above(facts, arg, n)) for arg in args]
            return None if None in sizes else max(size for size in sizes if size)
        case ("Mul", args):
            return _joined(*(above(facts, arg, n) for arg in args))
        case ("Div", top, bottom):
            return _joined(above(facts, top, n), _under(facts, bottom, n))
        case ("Pow", base, ("Number", p)):
            return _raised(_under(facts, base, n), -p) if p < 0 else _raised(above(facts, base, n), p)
        case ("Pow", base, exponent) if n not in free(base):
            return _geometric(facts, base, exponent, n) or _small(facts, base, exponent, n)
    return _both(facts, term, n, above)


def below(facts: Facts, term: Node, n: Node) -> Size | None:
    """A bound of a term from below, by what is positive."""
    if n not in free(term):
        return UNIT if facts.evident(relation("<", ZERO, term)) else None
    match term:
        case ("Add", args):
            return _largest(facts, args, n)
        case ("Mul", args):
            return _joined(*(below(facts, arg, n) for arg in args))
        case ("Div", top, bottom) if below(facts, bottom, n) is not None:
            return _joined(below(facts, top, n), _raised(above(facts, bottom, n), F(-1)))
        case ("Pow", base, ("Number", p)) if p > 0:
            return _raised(below(facts, base, n), p)
        case ("Pow", base, exponent) if n not in free(base) and facts.evident(relation("<", ZERO, base)):
            return _geometric(facts, base, exponent, n)
    return _both(facts, term, n, below)


def _both(facts: Facts, term: Node, n: Node, of: Callable[[Facts, Node, Node], Size | None]) -> Size | None:
    match term:
        case ("Variable", *_) if term == n:
            return (F(0), F(1), F(1), False)
        case ("Elementary", "sqrt", (arg,)):
            return _raised(of(facts, arg, n), F(1, 2))
        case ("Factorial", arg):  # (n + c)! is n! n**c, and (2 n + c)! is (n!)**2 4**n n**(c - 1/2)
            step, start = slope(facts, arg, n), _value(facts, substitute(arg, {n: ZERO}))
            if start is None or start.denominator != 1:
                return None
            return {F(1): (F(1), F(1), start, False), F(2): (F(2), F(4), start - F(1, 2), False)}.get(step or F(0))
    return None


def _under(facts: Facts, bottom: Node, n: Node) -> Size | None:
    """A bound of |1/bottom|, which has a value."""
    if n not in free(bottom):
        return UNIT
    match bottom:
        case ("Pow", base, exponent) if n not in free(base):
            return _raised(_geometric(facts, base, exponent, n), F(-1))
        case ("Neg", arg):
            return _under(facts, arg, n)
        case ("Mul", args):
            return _joined(*(_under(facts, arg, n) for arg in args))
    return _raised(below(facts, bottom, n), F(-1))


def _largest(facts: Facts, args: tuple[Node, ...], n: Node) -> Size | None:
    """That of the largest part, beside which the others are not below 0, or of a smaller size."""
    lows = [below(facts, arg, n) for arg in args]
    known = [low for low in lows if low]
    if not known:
        return None
    for arg, low in zip(args, lows, strict=True):
        if low is None and (n in free(arg) or not facts.evident(relation("<=", ZERO, arg))):
            size = _bounded(above(facts, arg, n))
            if size is None or size >= max(known):
                return None
    return max(known)


def _geometric(facts: Facts, base: Node, exponent: Node, n: Node) -> Size | None:
    step, value = slope(facts, exponent, n), _value(facts, base)
    if step is None or step.denominator != 1 or not value:
        return None
    return (F(0), abs(value) ** int(step), F(0), False)


def _small(facts: Facts, base: Node, exponent: Node, n: Node) -> Size | None:
    step = slope(facts, exponent, n)
    inside = facts.evident(relation("<", ("Elementary", "abs", (base,)), ONE)) or (
        facts.evident(relation("<", ("Neg", ONE), base)) and facts.evident(relation("<", base, ONE))
    )
    return (F(0), F(1), F(0), True) if inside and step is not None and step >= 1 else None


def slope(facts: Facts, form: Node, n: Node) -> Fraction | None:
    """The coefficient of n in a linear form."""
    if n not in free(form):
        return F(0)
    match form:
        case ("Variable", *_):
            return F(1)
        case ("Neg", arg):
            step = slope(facts, arg, n)
            return None if step is None else -step
        case ("Add", args):
            steps = [slope(facts, arg, n) for arg in args]
            return None if None in steps else sum((step for step in steps if step), F(0))
        case ("Mul", (factor, rest)) if n not in free(factor):
            value, step = _value(facts, factor), slope(facts, rest, n)
            return None if value is None or step is None else value * step
    return None


def _value(facts: Facts, term: Node) -> Fraction | None:
    try:
        return as_constant(facts.normal.scalar(term))
    except NotNormal:
        return None


def _joined(*sizes: Size | None) -> Size | None:
    f, b, d, small = UNIT
    for size in sizes:
        if size is None:
            return None
        f, b, d, small = f + size[0], b * size[1], d + size[2], small or size[3]
    return f, b, d, small


def _raised(size: Size | None, p: Fraction) -> Size | None:
    if size is None or (size[1] != 1 and p.denominator != 1) or (size[3] and p <= 0):
        return None
    return size[0] * p, size[1] if size[1] == 1 else size[1] ** int(p), size[2] * p, size[3]


def _bounded(size: Size | None) -> Size | None:
    return size if size is None or not size[3] else (size[0], size[1], max(size[2], F(0)), False)


# Rules --------------------------------------------------------------------------------------------


def _series(goal: Node) -> tuple[Node, Node, Node, Node]:
    require(goal[0] == "SumsTo", f"{show(goal)} states no infinite sum")
    return goal[1], goal[2], goal[3], goal[4]


def limit(facts: Facts, goal: Node, n: Node, start: Node, rest: Node, proof: Certificate) -> Subgoals:
    """The partial sums to n differ from the value by what vanishes."""
    body, index, low, value = _series(goal)
    require(n[0] == "Variable" and n[2:] == ("natural", "", 0), f"{show(n)} is no natural number")
    require(n != index and n not in free(goal) | free(start), f"{show(n)} is spoken of already")
    require(vanishes(facts, rest, n), f"{show(rest)} is not seen to vanish")
    partial_sum = make("Sum", body, index, low, n)
    yield facts, make("Each", n, relation("=", partial_sum, plus(value, rest)), start, None), proof


def _apply(name: str, arg: Node) -> Node:
    return ("Elementary", name, (arg,))


def _known(name: str, x: Node, a: Node, k: Node) -> tuple[Node, Node, tuple[Node, ...]] | None:
    """The term at k, the sum from k = 0 on, and its conditions; a is the order of binomial coefficients."""
    sign, even, pi = ("Pow", number(-1), k), times(TWO, k), ("Elementary", "pi", ())
    odd, after = plus(even, ONE), plus(k, ONE)
    inside = (relation("<", number(-1), x), relation("<", x, ONE))
    grown, shrunk = _apply("exp", x), _apply("exp", ("Neg", x))

    def taylor(place: Node) -> Node:
        return ("Div", ("Pow", x, place), ("Factorial", place))

    match name:
        case "exp":
            return taylor(k), grown, ()
        case "cos" | "sin":
            return times(sign, taylor(even if name == "cos" else odd)), _apply(name, x), ()
        case "cosh" | "sinh":
            both = plus(grown, shrunk) if name == "cosh" else minus(grown, shrunk)
            return taylor(even if name == "cosh" else odd), ("Div", both, TWO), ()
        case "log":
            where = (relation("<", number(-1), x), relation("<=", x, ONE))
            return ("Div", times(sign, ("Pow", x, after)), after), _apply("log", plus(ONE, x)), where
        case "atanh":
            both = minus(_apply("log", plus(ONE, x)), _apply("log", minus(ONE, x)))
            return ("Div", ("Pow", x, odd), odd), ("Div", both, TWO), inside
        case "binomial":
            return times(("Binomial", a, k), ("Pow", x, k)), ("Pow", plus(ONE, x), a), inside
        case "negative_binomial":
            raised = ("Pow", minus(ONE, x), ("Neg", plus(a, ONE)))
            return times(("Binomial", plus(a, k), k), ("Pow", x, k)), raised, inside
        case "zeta2" | "zeta4":
            power, below_it = (2, 6) if name == "zeta2" else (4, 90)
            term = ("Div", ONE, ("Pow", after, number(power)))
            return term, ("Div", ("Pow", pi, number(power)), number(below_it)), ()
        case "leibniz":
            return ("Div", sign, odd), ("Div", pi, number(4)), ()
    return None


def power_series(
    facts: Facts,
    goal: Node,
    name: str,
    at: Node,
    factor: Node,
    shift: int,
    proof: Certificate,
    equal: Certificate,
    order: Node,
) -> Subgoals:
    """The terms are those of a known series, shifted, times a factor; so much is the value without the first terms."""
    body, index, low, value = _series(goal)
    require(index not in free(at) | free(factor) | free(order), f"a part speaks of {show(index)}")
    require(low[0] == "Number" and 0 <= low[1] + shift <= 16, "no end of a power series")
    found = partial(_known, name, at, order)
    row = found(plus(index, number(shift)))
    require(row is not None, f"no series is called {name}")
    assert row is not None
    for condition in row[2]:
        require(facts.evident(condition), f"the series {name} needs {show(condition)}")
    yield facts, make("Each", index, relation("=", body, times(factor, row[0])), low, None), proof
    whole = row[1]
    for place in range(int(low[1]) + shift):
        first = found(number(place))
        whole = minus(whole, first[0] if first else ZERO)
    yield facts, relation("=", value, times(factor, whole)), equal


def added_series(
    facts: Facts,
    goal: Node,
    weights: tuple[Node, ...],
    series: tuple[Node, ...],
    proofs: tuple[Certificate, ...],
    start: int,
    terms: Certificate,
    equal: Certificate,
) -> Subgoals:
    """From a place on the terms are those of other infinite sums times weights, and so is the value, but for the terms before."""
    body, index, low, value = _series(goal)
    require(len(weights) == len(series) == len(proofs), "each of the series has one weight and one proof")
    require(low[0] == "Number" and 0 <= start - low[1] <= 16, f"the sum from {show(low)} on is not cut at {start}")
    terms_from, whole = ZERO, ZERO
    for place in range(int(low[1]), start):
        whole = plus(whole, substitute(body, {index: number(place)}))
    for weight, part, proof in zip(weights, series, proofs, strict=True):
        its_body, its_index, its_low, its_value = _series(part)
        require(its_index == index and its_low == number(start), f"{show(part)} does not start at {start}")
        require(index not in free(weight), f"{show(weight)} speaks of {show(index)}")
        terms_from, whole = plus(terms_from, times(weight, its_body)), plus(whole, times(weight, its_value))
        yield facts, part, proof
    yield facts, make("Each", index, relation("=", body, terms_from), number(start), None), terms
    yield facts, relation("=", value, whole), equal


OF_SERIES: dict[str, Callable[..., Any]] = {"Limit": limit, "PowerSeries": power_series, "AddedSeries": added_series}
