"""The laws of finite sums: each gives facts, of which the terms must have values, once a subgoal is proved `inside`.

A sum over low..high is empty, and 0, when high < low.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from .build import make, substitute
from .calculus import relation
from .certificates import require
from .facts import Facts
from .terms import ONE, ZERO, Node, Reject, free, is_integer, minus, number, over, plus, show, sort, times


class Step(NamedTuple):
    """Facts, and what must be proved for them."""

    facts: tuple[Node, ...]
    inside: Facts | None = None
    subgoal: Node | None = None


def _known(facts: Facts, *props: Node) -> None:
    for prop in props:
        require(facts.evident(prop), f"the law of sums needs {show(prop)}")


def _range(total: Node, *more: str) -> tuple[Node, Node, Node, Node]:
    require(total[0] in ("Sum", "VectorSum", *more), f"{show(total)} is no sum over a range")
    return total[1], total[2], total[3], total[4]


def _at_most(left: Node, right: Node) -> Node:
    return relation("<=", left, right)


def _joined(total: Node) -> Node:
    """a * (sum of f) + b * (sum of g), over one range, as the sum of a * f + b * g."""
    if total[0] != "Add":
        return total
    bodies: list[Node] = []
    ranges: set[Node] = set()
    for part in total[1]:
        factor, inside = part[1] if part[0] == "Mul" and len(part[1]) == 2 else (None, part)
        require(inside[0] == "Sum", f"{show(total)} is no combination of sums")
        require(factor is None or inside[2] not in free(factor), f"{show(factor or ONE)} speaks of the index")
        ranges.add(inside[2:])
        bodies.append(inside[1] if factor is None else times(factor, inside[1]))
    require(len(ranges) == 1, f"the sums of {show(total)} run over different ranges")
    return make("Sum", make("Add", tuple(bodies)), *ranges.pop())


def telescoped(facts: Facts, total: Node, anti: Node) -> Step:
    """The sum of F[k + 1] - F[k] is F[high + 1] - F[low], where low <= high + 1; subgoal: that the body is that."""
    body, index, low, high = _range(_joined(total))
    require(sort(anti) == sort(total), "an antidifference is of the sort of its sum")
    _known(facts, _at_most(low, plus(high, ONE)))
    letter, inside = facts.open(index, low, high, body, anti)

    def change(start: Node, end: Node) -> Node:
        return minus(substitute(anti, {index: end}), substitute(anti, {index: start}))

    step = relation("=", substitute(body, {index: letter}), change(letter, plus(letter, ONE)))
    return Step((relation("=", total, change(low, plus(high, ONE))),), inside, step)


def split(facts: Facts, total: Node, place: Node) -> Step:
    """A sum, or product, up to a place and from the next one on; neither part may run backwards."""
    body, index, low, high = _range(total, "Product")
    require(is_integer(place) and index not in free(place), f"{show(place)} is no place to split at")
    _known(facts, _at_most(low, plus(place, ONE)), _at_most(place, high))
    before, after = make(total[0], body, index, low, place), make(total[0], body, index, plus(place, ONE), high)
    whole = times(before, after) if total[0] == "Product" else plus(before, after)
    return Step((relation("=", total, whole),))


def sifted(facts: Facts, total: Node, place: Node) -> Step:
    """A sum is its member at a place in its range; subgoal: that the members elsewhere are 0."""
    body, index, low, high = _range(total)
    require(is_integer(place) and index not in free(place), f"{show(place)} is no place to sift at")
    _known(facts, _at_most(low, place), _at_most(place, high))
    letter, inside = facts.open(index, low, high, body, place)
    zero = ZERO if total[0] == "Sum" else ("ZeroVector",)
    elsewhere = relation("=", substitute(body, {index: letter}), zero)
    return Step(
        (relation("=", total, substitute(body, {index: place})),),
        inside,
        ("Implies", relation("!=", letter, place), elsewhere),
    )


def termwise(facts: Facts, kind: str, left: Node, right: Node) -> Step:
    """Two sums over one range compare as their members do (subgoal); `<` needs a member."""
    kinds = {"Sum": ("=", "<=", "<"), "CyclicSum": ("=", "<=", "<"), "VectorSum": ("=",)}
    require(left[0] == right[0] and kind in kinds.get(left[0], ()), "such sums are not compared term by term")
    i, j = left[2], right[2]
    require(i not in free(right), f"{show(right)} speaks of the index of {show(left)}")
    if left[0] == "CyclicSum":
        require(i[2] == j[2], "the sums run over different index sets")
        letter, inside = facts.open(i, None, None, left[1], right[1])
    else:
        _known(facts, relation("=", left[3], right[3]), relation("=", left[4], right[4]))
        _known(facts, *([_at_most(left[3], left[4])] if kind == "<" else []))
        letter, inside = facts.open(i, left[3], left[4], left[1], right[1])
    members = relation(kind, substitute(left[1], {i: letter}), substitute(right[1], {j: letter}))
    return Step((relation(kind, left, right),), inside, members)


def exchanged(_: Facts, outer: Node) -> Step:
    """A double sum over ranges that do not speak of each other's letter, in the other order."""
    inner = outer[1]
    double = outer[0] in ("Sum", "CyclicSum") and inner[0] in ("Sum", "CyclicSum") and inner[2] != outer[2]
    require(double, f"{show(outer)} is no double sum over two letters")
    for total, other in ((outer, inner[2]), (inner, outer[2])):
        bounds = total[3:] if total[0] == "Sum" else (total[2][2],)
        require(not any(other in free(bound) for bound in bounds), "a range speaks of the other letter")
    inside = make(outer[0], inner[1], *outer[2:])
    return Step((relation("=", outer, make(inner[0], inside, *inner[2:])),))


def reindexed(_: Facts, total: Node, place: Node | None, backwards: bool) -> Step:
    """A sum backwards; or a sum over Z/n, shifted or reflected by a place."""
    match total:
        case ("Sum", body, index, low, high) if place is None and backwards:
            new = minus(plus(low, high), index)
        case ("CyclicSum", body, index) if place is not None and index not in free(place):
            require(over(place) == index[2], f"{show(place)} is of another Z/n")
            new = minus(place, index) if backwards else plus(place, index)
        case _:
            raise Reject(f"{show(total)} is not run through in that order")
    again = make(total[0], substitute(body, {index: new}), *total[2:])
    return Step((relation("=", total, again),))


def cauchy_schwarz(_: Facts, u: Node, v: Node) -> Step:
    """<u, v>**2 <= <u, u> <v, v>, and -|u| |v| <= <u, v> <= |u| |v|."""
    inner, bound = ("Inner", u, v), times(("Norm", u), ("Norm", v))
    squared = _at_most(("Pow", inner, number(2)), times(("Inner", u, u), ("Inner", v, v)))
    return Step(
        (
            squared,
            _at_most(inner, bound),
            _at_most(("Neg", bound), inner),
        )
    )


def triangle(_: Facts, parts: tuple[tuple[Node, Node], ...]) -> Step:
    """The norm of the sum of c v is at most the sum of |c| |v|, the c being numbers."""
    total: Node = ("ZeroVector",)
    bound = ZERO
    for c, v in parts:
        require(c[0] == "Number" and sort(v) == "vector", f"{show(c)} and {show(v)} are no number and vector")
        total = plus(total, ("Scale", c, v))
        bound = plus(bound, times(number(abs(c[1])), ("Norm", v)))
    return Step((_at_most(("Norm", total), bound),))


SUMS: dict[str, Callable[..., Step]] = {
    "Telescoped": telescoped, "SplitAt": split, "Sifted": sifted, "Termwise": termwise, "Exchanged": exchanged,
    "Reindexed": reindexed, "CauchySchwarz": cauchy_schwarz, "Triangle": triangle,
}  # fmt: skip
