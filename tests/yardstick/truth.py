"""The truth of a claim's text at a point: an interpreter of Python expressions over exact numbers. Shares no code with symproof.

Numbers are Fractions; what is irrational is an interval of mpmath, and a comparison that an interval cannot decide is
`Undecided`. Division by zero, roots of negative numbers and the like raise `NoValue`, as they have no value in symproof.
"""

from __future__ import annotations

import ast
import operator
import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from math import isqrt, prod
from typing import Any

from mpmath import iv

from tests.yardstick.claims import Claim

iv.dps = 30
SEARCHED = 40
"""How far from 0 the values that "there is" asks for are looked for."""


class NoValue(Exception):
    """A term of the claim has no value at the point."""


class Undecided(Exception):
    """An enclosure is too wide to tell."""


class IllSorted(Exception):
    """A vector where a number stands, or the other way round: no claim at all."""


class Intervals:
    """Elementary functions of a Fraction or an interval."""

    @staticmethod
    def wide(value: Any) -> Any:
        return iv.mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else value

    @classmethod
    def sqrt(cls, value: Any) -> Any:
        if isinstance(value, Fraction):
            if value < 0:
                raise NoValue
            top, bottom = isqrt(value.numerator), isqrt(value.denominator)
            if top * top == value.numerator and bottom * bottom == value.denominator:
                return Fraction(top, bottom)
        if less(value, Fraction(0)):
            raise NoValue
        return iv.sqrt(cls.wide(value))

    @classmethod
    def log(cls, value: Any) -> Any:
        if value == 1:
            return Fraction(0)
        if not less(Fraction(0), value):
            raise NoValue
        return iv.log(cls.wide(value))

    @classmethod
    def exp(cls, value: Any) -> Any:
        return Fraction(1) if value == 0 else iv.exp(cls.wide(value))

    @classmethod
    def sin(cls, value: Any) -> Any:
        return Fraction(0) if value == 0 else iv.sin(cls.wide(value))

    @classmethod
    def cos(cls, value: Any) -> Any:
        return Fraction(1) if value == 0 else iv.cos(cls.wide(value))

    @classmethod
    def sigma(cls, value: Any) -> Any:
        return Fraction(1, 2) if value == 0 else 1 / (1 + iv.exp(-cls.wide(value)))


def less(left: Any, right: Any) -> bool:
    """left < right, once it is certain either way."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left < right
    left, right = _alike(left, right)
    gap = right - left
    if gap.a > 0:
        return True
    if gap.b < 0:
        return False
    raise Undecided


def equal(left: Any, right: Any) -> bool:
    """Whether two numbers or two vectors are equal; intervals that meet are undecided."""
    if isinstance(left, tuple) or isinstance(right, tuple):
        size = len(left if isinstance(left, tuple) else right)
        pairs = zip(_vector(left, size), _vector(right, size), strict=True)
        return all(equal(x, y) for x, y in pairs)
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left == right
    left, right = _alike(left, right)
    gap = right - left
    if gap.a > 0 or gap.b < 0:
        return False
    raise Undecided


def _vector(value: Any, size: int) -> tuple[Any, ...]:
    if value == 0:  # the zero vector
        return (Fraction(0),) * size
    if not isinstance(value, tuple):
        raise IllSorted
    return value


def inner(left: tuple[Any, ...], right: tuple[Any, ...]) -> Any:
    """The inner product."""
    if not isinstance(left, tuple) or not isinstance(right, tuple):
        raise IllSorted
    result: Any = Fraction(0)
    for x, y in zip(left, right, strict=True):
        result = add(result, multiply(x, y))
    return result


def largest(left: Any, right: Any) -> Any:
    """max"""
    return right if less(left, right) else left


def power(base: Any, exponent: Any) -> Any:
    """base ** exponent, where it has a value."""
    if not isinstance(exponent, Fraction):
        raise Undecided
    if exponent.denominator != 1:
        return Intervals.exp(multiply(exponent, Intervals.log(base)))
    if abs(exponent) > 60:
        raise Undecided
    if base == 0 and exponent < 0:
        raise NoValue
    result = Fraction(1)
    for _ in range(abs(exponent.numerator)):
        result = multiply(result, base)
    return divide(Fraction(1), result) if exponent < 0 else result


def divide(left: Any, right: Any) -> Any:
    """left / right; a vector by a number, too."""
    if isinstance(right, Fraction) and right == 0:
        raise NoValue
    if isinstance(right, tuple):
        raise IllSorted
    if not isinstance(right, Fraction) and right.a <= 0 <= right.b:
        raise Undecided
    if isinstance(left, tuple):
        return tuple(divide(x, right) for x in left)
    left, right = _alike(left, right)
    return left / right


def multiply(left: Any, right: Any) -> Any:
    """left * right, one of which may be a vector."""
    if isinstance(left, tuple):
        left, right = right, left
    if isinstance(right, tuple):
        return tuple(multiply(left, x) for x in right)
    left, right = _alike(left, right)
    return left * right


def add(left: Any, right: Any) -> Any:
    """left + right."""
    if isinstance(left, tuple):
        return tuple(add(x, y) for x, y in zip(left, right, strict=True))
    left, right = _alike(left, right)
    return left + right


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left, right
    if isinstance(left, tuple) or isinstance(right, tuple):
        raise IllSorted
    return Intervals.wide(left), Intervals.wide(right)


def factorial(n: Fraction) -> Fraction:
    """n!"""
    if n.denominator != 1 or not 0 <= n <= 60:
        raise NoValue
    return Fraction(prod(range(1, int(n) + 1)))


def binomial(top: Fraction, bottom: Fraction) -> Fraction:
    """top (top - 1) ... (top - bottom + 1) / bottom!, and 0 where bottom < 0."""
    if bottom.denominator != 1:
        raise IllSorted
    if bottom < 0:
        return Fraction(0)
    return Fraction(prod([top - i for i in range(int(bottom))], start=Fraction(1)) / factorial(bottom))


def harmonic(n: Fraction, exponent: Fraction = Fraction(1)) -> Fraction:
    """The sum of 1/k**exponent for k up to n."""
    return sum((1 / Fraction(k) ** int(exponent) for k in range(1, int(n) + 1)), Fraction(0))


OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: add,
    ast.Sub: lambda x, y: add(x, multiply(Fraction(-1), y)),
    ast.Mult: multiply,
    ast.Div: divide,
    ast.Pow: power,
}
COMPARISONS: dict[type, Callable[[Any, Any], bool]] = {
    ast.Lt: less,
    ast.Gt: lambda x, y: less(y, x),
    ast.LtE: lambda x, y: not less(y, x),
    ast.GtE: lambda x, y: not less(x, y),
}
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "eq": equal,
    "ne": lambda x, y: not equal(x, y),
    "not_": operator.not_,
    "rational": Fraction,
    "sqrt": Intervals.sqrt,
    "exp": Intervals.exp,
    "log": Intervals.log,
    "sin": Intervals.sin,
    "cos": Intervals.cos,
    "sigma": Intervals.sigma,
    "abs": lambda x: abs(x) if isinstance(x, Fraction) else largest(x, -x),
    "maximum": largest,
    "minimum": lambda x, y: -largest(-x, -y),
    "factorial": factorial,
    "binomial": binomial,
    "harmonic": harmonic,
    "delta": lambda x: Fraction(x == 0),
    "inner": inner,
    "norm": lambda x: Intervals.sqrt(inner(x, x)),
}


def value(node: ast.AST, at: Mapping[str, Any]) -> Any:
    """The value of an expression at a point."""
    match node:
        case ast.Expression(body=body):
            return value(body, at)
        case ast.Constant(value=int() as number):
            return Fraction(number)
        case ast.Constant(value=text):
            return text
        case ast.Name(id=name):
            return iv.pi if name == "pi" else at[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return multiply(Fraction(-1), value(operand, at))
        case ast.BinOp(left=left, op=op, right=right):
            return OPERATORS[type(op)](value(left, at), value(right, at))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return COMPARISONS[type(op)](value(left, at), value(right, at))
        case ast.Subscript(value=ast.Name(id=name), slice=place):
            return at[name](value(place, at))
        case ast.Call(func=ast.Name(id="total" | "product" as name), args=[body, ast.Name(id=index), low, high]):
            first, last = value(low, at), value(high, at)
            if first.denominator != 1 or last.denominator != 1:
                raise IllSorted
            places = range(int(first), int(last) + 1)
            result = Fraction(0) if name == "total" else Fraction(1)
            for k in places:
                member = value(body, {**at, index: Fraction(k)})
                result = add(result, member) if name == "total" else multiply(result, member)
            return result
        case ast.Call(func=ast.Name(id="each"), args=[ast.Name(id=index), body]):
            return all(value(body, {**at, index: Fraction(k)}) for k in range(6))  # a hypothesis that points satisfy
        case ast.Call(func=ast.Name(id="exists"), args=[ast.Name(id=index), body]):
            return _exists(body, index, at)
        case ast.Call(func=ast.Name(id="and_"), args=args):
            parts = [value(arg, at) for arg in args]  # each needs a value
            return all(parts)
        case ast.Call(func=ast.Name(id="or_"), args=args):
            parts = [value(arg, at) for arg in args]
            return any(parts)
        case ast.Call(func=ast.Name(id="implies"), args=[left, right]):
            return not value(left, at) or value(right, at)
        case ast.Call(func=ast.Name(id="iff"), args=[left, right]):
            return value(left, at) == value(right, at)
        case ast.Call(func=ast.Name(id=name), args=args):
            return FUNCTIONS[name](*(value(arg, at) for arg in args))
        case _:
            raise TypeError(ast.dump(node))


def _exists(body: ast.AST, index: str, at: Mapping[str, Any]) -> bool:
    """Whether there is an integer: the one that an equation linear in it names, else one near 0."""
    match body:
        case ast.Call(func=ast.Name(id="eq"), args=[left, right]):
            zero, one, two = (
                add(value(left, here), -value(right, here)) for k in range(3) if (here := {**at, index: Fraction(k)})
            )
            if two - one == one - zero != 0:
                return (zero / (one - zero)).denominator == 1
    return any(value(body, {**at, index: Fraction(k)}) for k in sorted(range(-SEARCHED, SEARCHED), key=abs))


@cache
def parsed(text: str) -> ast.Expression:
    """The expression that a text stands for."""
    return ast.parse(text, mode="eval")


def fails_at(claim: Claim, at: Mapping[str, Any]) -> bool:
    """Whether every hypothesis holds at a point, every term has a value there and the claim is false."""
    try:
        return all(value(parsed(text), at) for text in claim.given) and not value(parsed(claim.text), at)
    except (NoValue, Undecided, IllSorted, TypeError, AttributeError, KeyError):  # the last: a mutant without sense
        return False


def witness(claim: Claim, tries: int = 300, seed: int = 0) -> dict[str, Any] | None:
    """A point at which a claim is false, or None where none was met."""
    chance = random.Random(f"{seed} {claim}")
    size = 1
    for attempt in range(tries):
        size = 1 + attempt // 25
        at = {name: _drawn(kind, chance, size) for name, kind in claim.letters}
        if fails_at(claim, at):
            return at
    return None


def _drawn(kind: str, chance: random.Random, size: int) -> Any:
    whole = Fraction(chance.randint(0, size))
    match kind:
        case "natural" | "nonnegative":
            return whole if kind == "natural" or chance.random() < 0.5 else _number(chance, size, least=0)
        case "integer":
            return Fraction(chance.randint(-size, size))
        case "positive":
            return _number(chance, size, least=0) + Fraction(1, chance.randint(1, 4))
        case "vector":
            return tuple(Fraction(chance.randint(-size, size)) for _ in range(2))
        case "fibonacci":
            return _fibonacci
        case "sequence":
            members = [_number(chance, size) for _ in range(40)]
            return lambda place: _member(members, place)
        case "index":
            return None
        case _:
            return _number(chance, size)


def _member(members: list[Fraction], place: Fraction) -> Fraction:
    if place < 0 or place.denominator != 1 or place >= len(members):
        raise NoValue
    return members[int(place)]


def _fibonacci(place: Fraction) -> Fraction:
    first, second = Fraction(0), Fraction(1)
    for _ in range(int(place)):
        first, second = second, first + second
    return first


def _number(chance: random.Random, size: int, least: int | None = None) -> Fraction:
    return Fraction(chance.randint(-size if least is None else least, size), chance.choice((1, 1, 1, 2, 3)))
