"""Rules about letters for integers, rationals and residues: the subgoals that prove a goal for all their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .build import substitute
from .calculus import relation
from .certificates import Certificate, require
from .facts import Facts
from .meaning import declared
from .terms import ONE, Node, free, is_integer, name_of, number, plus, show, times

Subgoals = Iterator[tuple[Facts, Node, Certificate]]


def induction(facts: Facts, goal: Node, n: Node, start: int, base: Certificate, step: Certificate) -> Subgoals:
    """At the start, and at n + 1 from n."""
    require(n[0] == "Variable" and is_integer(n), f"{show(n)} is no integer")
    first = {"positive": 1, "nonzero": 1, "nonnegative": 0}.get(n[3], start)
    first = max(first, n[4] if n[4] is not None else 0 if n[2] == "natural" else start)
    require(n[3] != "negative" and first <= start, f"{show(n)} does not take all values from {start}")
    least = relation(">=", n, number(start))
    require(facts.evident(least), f"{show(least)} is not known")
    others = facts.without(n)
    yield others, substitute(goal, {n: number(start)}), base
    yield others.and_(least, goal), substitute(goal, {n: plus(n, ONE)}), step


def cyclic_induction(facts: Facts, goal: Node, j: Node, base: Certificate, step: Certificate) -> Subgoals:
    """At 0, and at j + 1 from j."""
    require(j[0] == "ResidueVariable", f"{show(j)} is no letter of Z/n")
    others, where = facts.without(j), j[2]
    yield others, substitute(goal, {j: ("ResidueNumber", 0, where)}), base
    yield others.and_(goal), substitute(goal, {j: plus(j, ("ResidueNumber", 1, where))}), step


def remainders(facts: Facts, goal: Node, n: Node, q: Node, proofs: tuple[Certificate, ...]) -> Subgoals:
    """At m*q + r, for each remainder r of 0, ..., m - 1."""
    require(n[0] == "Variable" and is_integer(n) and len(proofs) > 0, f"{show(n)} has no such remainders")
    whole = (
        ("Variable", name_of(q), "natural", "", 0)
        if n[2] == "natural"
        else ("Variable", name_of(q), "integer", "", None)
    )
    require(q == whole, f"{show(q)} is not any quotient of {show(n)}")
    _unused(facts, goal, n, q)
    for remainder, proof in enumerate(proofs):
        yield *_put_in(facts, goal, n, plus(times(number(len(proofs)), q), number(remainder))), proof


def as_quotient(facts: Facts, goal: Node, x: Node, top: Node, bottom: Node, proof: Certificate) -> Subgoals:
    """At top/bottom, an integer over a positive one."""
    require(x[0] == "Variable" and x[2] == "rational", f"{show(x)} is not said to be rational")
    require(top == ("Variable", name_of(top), "integer", "", None), f"{show(top)} is not any integer")
    require(bottom == ("Variable", name_of(bottom), "natural", "", 1), f"{show(bottom)} is not any positive integer")
    require(name_of(top) != name_of(bottom), f"{show(top)} stands above and below")
    _unused(facts, goal, x, top)
    _unused(facts, goal, x, bottom)
    yield *_put_in(facts, goal, x, ("Div", top, bottom)), proof


def _unused(facts: Facts, goal: Node, n: Node, new: Node) -> None:
    for letter in frozenset[Node]().union(free(goal), *map(free, facts.props)):
        require(name_of(letter) != name_of(new), f"{show(new)} is spoken of already")
        require(letter == n or n not in free(letter), f"{show(n)} is the size of an index set")


def _put_in(facts: Facts, goal: Node, letter: Node, value: Node) -> tuple[Facts, Node]:
    """Facts and goal with a value for a letter; what is declared of the letter is a fact too."""
    domain = declared(letter)
    props = facts.props if domain is None else (*facts.props, domain)
    return Facts((substitute(prop, {letter: value}) for prop in props), facts.peels), substitute(goal, {letter: value})


OF_INTEGERS: dict[str, Callable[..., Subgoals]] = {
    "Induction": induction,
    "CyclicInduction": cyclic_induction,
    "Remainders": remainders,
    "AsQuotient": as_quotient,
}
