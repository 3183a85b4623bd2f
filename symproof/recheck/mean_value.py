"""The mean value theorem: an order from one at a place, and from the sign of a derivative between there and here."""

from __future__ import annotations

from collections.abc import Iterator

from .build import make, substitute
from .calculus import relation
from .certificates import Certificate, require
from .defined import conditions
from .facts import Facts
from .terms import ZERO, Node, below, free, minus, name_of, show, sort

CONTINUOUS = ("Number", "Variable", "Add", "Mul", "Neg", "Div", "Pow", "Elementary", "Sum", "CyclicSum")


def mean_value(
    facts: Facts, goal: Node, x: Node, place: Node, t: Node, steep: bool,
    value: Certificate, base: Certificate, smooth: Certificate, slope: Certificate,
) -> Iterator[tuple[Facts, Node, Certificate]]:  # fmt: skip
    """A value all the way, the order at the place, a derivative in between, and its sign."""
    require(goal[0] == "Relation" and goal[1] in ("<", "<=", ">", ">="), f"{show(goal)} is no order")
    small, large = goal[2:] if goal[1] in ("<", "<=") else (goal[3], goal[2])
    require(sort(small) == "scalar" and x[0] == "Variable", f"{show(x)} is no number")
    require(x not in free(place), f"{show(place)} speaks of {show(x)}")
    require(t == ("Variable", name_of(t), "real", "", None), f"{show(t)} is not any real number")
    spoken = frozenset[Node]().union(free(goal), free(place), *map(free, facts.props))
    require(all(name_of(letter) != name_of(t) for letter in spoken), f"{show(t)} is spoken of already")
    require(all(map(facts.evident, conditions(place))), f"{show(place)} is not known to have a value")
    gap = minus(large, small)
    require(_is_continuous(gap, x), f"{show(gap)} is not known to be continuous in {show(x)}")
    rises = facts.evident(relation("<=", place, x))
    require(rises or facts.evident(relation("<=", x, place)), f"{show(place)} is not known to be beside {show(x)}")
    low, high = (place, x) if rises else (x, place)
    require(not steep or facts.evident(relation("<", low, high)), f"{show(low)} < {show(high)} is not known")
    at_t = substitute(gap, {x: t})
    rate = make("Derivative", at_t, t)
    kind = "<" if goal[1] in ("<", ">") and not steep else "<="
    sign = relation((">" if rises else "<") + ("" if steep else "="), rate, ZERO)
    between = facts.and_(relation("<", low, t), relation("<", t, high))
    inner = tuple(dict.fromkeys(conditions(rate)))
    yield (
        facts.and_(relation("<=", low, t), relation("<=", t, high)),
        ("And", tuple(dict.fromkeys(conditions(at_t)))),
        value,
    )
    yield facts, relation(kind, substitute(small, {x: place}), substitute(large, {x: place})), base
    yield between, ("And", inner), smooth
    yield between.and_(*inner), sign, slope


def _is_continuous(term: Node, x: Node) -> bool:
    """Whether each part of a term that speaks of x is a continuous operation."""
    if x not in free(term):
        return True
    match term:
        case ("Variable", *_):
            return term == x
        case ("Sum", body, _, low, high):
            return x not in free(low) | free(high) and _is_continuous(body, x)
        case ("CyclicSum", body, index):
            return x not in free(index) and _is_continuous(body, x)
        case (name, *_):
            return name in CONTINUOUS and all(_is_continuous(child, x) for child in below(term))
    return False
