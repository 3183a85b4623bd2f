"""The rules that end a proof: what holds at sight or at a point, sums of facts, and what is taken on somebody's word."""

from __future__ import annotations

from typing import Any

from . import enclose
from .calculus import relation
from .certificates import require
from .facts import Facts
from .normal import Normal
from .rational import Quotient, constant, multiply, negative, subtract
from .terms import FLIPPED, ZERO, Node, Reject, free, show, sort

Trust = frozenset[str]
NOTHING: Trust = frozenset()


def fact_at(facts: Facts, k: int, *heads: str) -> Node:
    """The fact with a number, whose constructor is among `heads`."""
    require(0 <= k < len(facts.props) and facts.props[k][0] in heads, f"fact {k} is no {' or '.join(heads)}")
    return facts.props[k]


def evident(facts: Facts, goal: Node, _: object) -> Trust:
    """The goal is a fact, or follows from the signs and ranges that the facts declare."""
    if goal not in facts.props:
        facts.require_defined(goal)
        require(facts.evident(goal), f"{show(goal)} is not evident")
    return NOTHING


def enclosed(facts: Facts, goal: Node, _: object, numbers: tuple[int, ...]) -> Trust:
    """The goal is true at the only point that the facts numbered leave: each gives a letter a rational value."""
    facts.require_defined(goal)
    require(goal[0] == "Relation", "only relations are evaluated")
    values: dict[Node, Any] = {}
    for k in numbers:
        _, kind, left, right = fact_at(facts, k, "Relation")
        letter, other = (left, right) if left[0] == "Variable" and not free(right) else (right, left)
        value = enclose.exact(other) if letter[0] == "Variable" and not free(other) and kind == "=" else None
        if value is None:
            raise Reject(f"fact {k} gives no letter a rational value")
        values.setdefault(letter, value)
    require(free(goal) <= values.keys(), f"a letter of {show(goal)} has no value")
    require(enclose.holds(goal, values), f"{show(goal)} is false")
    return NOTHING


def combination(facts: Facts, goal: Node, _: object, pieces: tuple[Any, ...], rewrites: tuple[int, ...]) -> Trust:
    """The goal is the sum of facts, each with a weight: equations with any, inequalities with one that is >= 0.

    Strict goals need a strict piece. `rewrites` numbers the equations modulo which the sum is taken.
    """
    require(goal[0] == "Relation", "a combination proves relations")
    facts.require_defined(goal, *(weight for _, weight, _ in pieces))
    normal = rewriting(facts, rewrites)
    if sort(goal[2]) == "vector":
        _vectors(facts, normal, goal, pieces)
    else:
        require(sort(goal[2]) == "scalar", "a combination relates scalars or vectors")
        _scalars(facts, normal, goal, pieces)
    return NOTHING


def rewriting(facts: Facts, rewrites: tuple[int, ...]) -> Normal:
    """Normal forms under the facts, with some of their equations used from left to right."""
    if not rewrites:
        return facts.normal
    normal = facts.reader()
    for k in rewrites:
        fact = fact_at(facts, k, "Relation")
        require(fact[1] == "=" and normal.rewrite(*fact[2:]), f"{show(fact)} does not rewrite")
    return normal


def _scalars(facts: Facts, normal: Normal, goal: Node, pieces: tuple[Any, ...]) -> None:
    _, kind, left, right = goal
    if kind in (">", ">="):
        kind, left, right = FLIPPED[kind], right, left
    value = normal.difference(left, right) if kind in ("=", "!=") else normal.difference(right, left)
    strict = False
    for _, weight, numbers in pieces:
        used = [fact_at(facts, k, "Relation") for k in numbers]
        zero = any(fact[1] == "=" for fact in used)
        if kind == "=":
            require(zero, "a piece of an equation holds no equation")
        elif kind == "!=":
            one = len(used) == len(pieces) == 1 and used[0][1] in ("!=", "<", ">")
            require(one and facts.evident(relation("!=", weight, ZERO)), "the piece is not known to differ from 0")
            strict = True
        elif not zero:
            known = facts.range(weight)
            bad = any(fact[1] == "!=" for fact in used)
            require(known.satisfies(">=") and not bad, f"the weight {show(weight)} is not known to be >= 0")
            strict = strict or (known.satisfies(">") and all(fact[1] in ("<", ">") for fact in used))
        product = normal.scalar(weight)
        for fact in used:
            product = multiply(product, _gap(normal, fact))
        value = normal.reduce(subtract(value, product))
    require(strict or kind in ("=", "<="), "no piece is strict")
    require(not normal.reduce(value).num, f"the pieces do not add up to {show(goal)}")


def _gap(normal: Normal, fact: Node) -> Quotient:
    """What a fact says is zero, nonzero or positive."""
    _, kind, left, right = fact
    require(sort(left) == "scalar", f"{show(fact)} relates no scalars")
    return normal.difference(right, left) if kind in ("<", "<=") else normal.difference(left, right)


def _vectors(facts: Facts, normal: Normal, goal: Node, pieces: tuple[Any, ...]) -> None:
    parts = [(constant(1), normal.vector_difference(*goal[2:]))]
    for _, weight, numbers in pieces:
        require(len(numbers) == 1, "a piece between vectors holds one equation")
        fact = fact_at(facts, numbers[0], "Relation")
        require(fact[1] == goal[1] and sort(fact[2]) == "vector", f"{show(fact)} is not of the form of {show(goal)}")
        if goal[1] == "!=":
            one = len(pieces) == 1 and facts.evident(relation("!=", weight, ZERO))
            require(one, "the piece is not known to differ from 0")
        parts.append((negative(normal.scalar(weight)), normal.vector_difference(*fact[2:])))
    require(goal[1] == "=" or bool(pieces), "no piece says that vectors differ")
    rest = normal.combined(parts)
    require(not any(normal.reduce(value).num for value in rest.values()), f"the pieces do not add up to {show(goal)}")


def oracle(facts: Facts, goal: Node, _: object, name: str, __: str) -> Trust:
    """A program says so: the proof rests on its word."""
    facts.require_defined(goal)
    return frozenset({name})


def assumed(facts: Facts, goal: Node, _: object, reason: str) -> Trust:
    """The author says so: the proof rests on that, and on the reason given."""
    facts.require_defined(goal)
    return frozenset({f"assumed: {reason}"})
