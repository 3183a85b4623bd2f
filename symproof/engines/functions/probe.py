"""Floating point values at a few points: an order that is false at one of them is not worth a search. Untrusted.

Limits: scalar letters; terms of elementary functions, powers and rational operations. What has no floating point value says
nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random

from symproof import statement as st
from symproof import term as tm
from symproof.trusted.facts import Facts

POINTS, DRAWS = 40, 500
SLACK = 1e-7
"""How far below zero a difference is to be, measured by the size of its sides."""
SPREAD = (1e-3, 0.05, 0.3, 0.8, 1.0, 1.6, 2.5, 4.0, 9.0, 40.0)
FUNCTIONS: dict[str, Callable[..., float]] = {
    "exp": math.exp,
    "log": math.log,
    "sin": math.sin,
    "cos": math.cos,
    "sqrt": math.sqrt,
    "arctan": math.atan,
    "sigma": lambda x: 1 / (1 + math.exp(-x)),
    "abs": abs,
    "max": max,
    "min": min,
    "pi": lambda: math.pi,
}
Values = dict[tm.Term, float]


class NoFloat(Exception):
    """A term has no value in floating point, or none that is known here."""


class Unreadable(NoFloat):
    """A term of a kind that has no rule here."""


def value(term: tm.Term, at: Values) -> float:
    """The value of a term.

    Raises:
        NoFloat: there is none.
    """
    try:
        return _value(term, at)
    except KeyError:
        raise Unreadable from None
    except (ArithmeticError, ValueError, TypeError):
        raise NoFloat from None


def _value(term: tm.Term, at: Values) -> float:
    match term:
        case tm.Number(number):
            return float(number)
        case tm.Variable():
            return at[term]
        case tm.Add(args):
            return math.fsum(_value(arg, at) for arg in args)
        case tm.Mul(args):
            return math.prod(_value(arg, at) for arg in args)
        case tm.Neg(arg):
            return -_value(arg, at)
        case tm.Div(top, bottom):
            return _value(top, at) / _value(bottom, at)
        case tm.Pow(base, exponent):
            return float(_value(base, at) ** _value(exponent, at))
        case tm.Factorial(arg):
            whole = _value(arg, at)
            if whole < 0 or whole != int(whole):
                raise NoFloat
            return float(math.factorial(int(whole)))
        case tm.Elementary(name, args):
            return FUNCTIONS[name](*(_value(arg, at) for arg in args))
        case _:
            raise KeyError(term)


def fails(facts: Facts, goal: st.Relation) -> bool:
    """Whether an order is false at some point, by more than rounding explains, where the facts hold.

    >>> from symproof import exp, real
    >>> x = real("x")
    >>> fails(Facts((x >= 0,)), exp(x) >= 1 + 2 * x), fails(Facts((x >= 0,)), exp(x) >= 1 + x)
    (True, False)
    """
    if goal.kind not in st.ORDERS:
        return False
    return any(_gap(goal, at) < -SLACK for at in samples(facts, goal))


def _gap(order: st.Relation, at: Values) -> float:
    """large - small, in proportion to their size; infinite where there is no value."""
    small, large = (order.left, order.right) if order.kind in ("<", "<=") else (order.right, order.left)
    try:
        low, high = value(small, at), value(large, at)
    except NoFloat:
        return math.inf
    return (high - low) / max(1.0, abs(high), abs(low))


def samples(facts: Facts, goal: st.Prop) -> Iterator[Values]:
    """Points at which the facts hold, as far as floating point can tell; always the same ones."""
    letters = sorted(
        {letter for prop in (goal, *facts.props) for letter in prop.free if isinstance(letter, tm.Variable)}, key=str
    )
    if not letters:
        return
    random = Random(0)
    conditions = [prop for prop in facts.props if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar)]
    bounds = _bounds(facts, letters, conditions)
    pools = {letter: _pool(letter, *bounds[letter]) for letter in letters}
    found = 0
    for k in range(DRAWS):
        centre = random.random() if k % 2 else None  # letters near each other, as a chain t < s < x asks for
        at: Values = {letter: _drawn(random, pool, centre) for letter, pool in pools.items()}
        if all(_holds(prop, at) for prop in conditions):
            yield at
            found += 1
            if found == POINTS:
                return


def _drawn(random: Random, pool: list[float], centre: float | None) -> float:
    if centre is None:
        return random.choice(pool)
    return pool[max(0, min(len(pool) - 1, int(centre * len(pool)) + random.randint(-2, 2)))]


def _near(number: Fraction) -> float:
    """A number; one that is too large for a float is infinite."""
    try:
        return float(number)
    except OverflowError:
        return math.inf if number > 0 else -math.inf


def _bounds(
    facts: Facts, letters: list[tm.Variable], conditions: list[st.Relation]
) -> dict[tm.Variable, tuple[float, float]]:
    """The least and the largest value of each letter, as far as comparisons with numbers and with other letters tell."""
    known = {letter: facts.range(letter) for letter in letters}
    low = {letter: -math.inf if each.low is None else _near(each.low) for letter, each in known.items()}
    high = {letter: math.inf if each.high is None else _near(each.high) for letter, each in known.items()}
    orders = [
        (prop.left, prop.right) if prop.kind in ("<", "<=") else (prop.right, prop.left)
        for prop in conditions
        if prop.kind in st.ORDERS
    ]
    for _ in range(3):
        for small, large in orders:
            if isinstance(small, tm.Variable) and (end := _end(large, high)) is not None:
                high[small] = min(high[small], end)
            if isinstance(large, tm.Variable) and (end := _end(small, low)) is not None:
                low[large] = max(low[large], end)
    return {letter: (low[letter], high[letter]) for letter in letters}


def _end(side: tm.Term, ends: dict[tm.Variable, float]) -> float | None:
    """The value of a side without letters, or a bound of the letter that it is."""
    if isinstance(side, tm.Variable):
        return ends.get(side)
    try:
        return None if side.free else value(side, {})
    except NoFloat:
        return None


def _pool(letter: tm.Variable, low: float, high: float) -> list[float]:
    """Numbers that a letter may be."""
    if math.isfinite(low) and math.isfinite(high):
        size = high - low
        found = [low + size * k / 16 for k in range(17)]
        found[1:1], found[-1:-1] = [low + size * 1e-3], [high - size * 1e-3]
    elif math.isfinite(low):
        found = [low, *(low + step for step in SPREAD)]
    elif math.isfinite(high):
        found = [*(high - step for step in SPREAD[::-1]), high]
    else:
        found = [*(-step for step in SPREAD[::-1]), 0.0, *SPREAD]
    return sorted(set(map(float, map(round, found)))) if tm.is_integer(letter) else found


def _holds(prop: st.Relation, at: Values) -> bool:
    try:
        left, right = value(prop.left, at), value(prop.right, at)
    except Unreadable:
        return True
    except NoFloat:
        return False
    gap = (right - left) / max(1.0, abs(left), abs(right))
    match prop.kind:
        case "=":
            return abs(gap) < SLACK
        case "!=":
            return abs(gap) > SLACK
        case "<" | "<=":
            return gap > (SLACK if prop.kind == "<" else -SLACK)
        case _:
            return -gap > (SLACK if prop.kind == ">" else -SLACK)


def fulfils(prop: st.Prop, at: Values) -> bool:
    """Whether a statement holds at a point, as far as floating point can tell; what it cannot read, it lets pass."""
    match prop:
        case st.Relation(_, tm.Scalar()):
            return _holds(prop, at)
        case st.And(args):
            return all(fulfils(arg, at) for arg in args)
        case st.Or(args):
            return any(fulfils(arg, at) for arg in args)
        case st.Not(arg):
            return not fulfils(arg, at)
        case st.Implies(left, right):
            return not fulfils(left, at) or fulfils(right, at)
        case st.Iff(left, right):
            return fulfils(left, at) == fulfils(right, at)
    return True
