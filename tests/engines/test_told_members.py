"""Members that are the values of a function at others: v(t) = grad f(w(t)), beside a rule for the steps in the one or the other."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    each,
    eq,
    function,
    grad,
    index,
    inner,
    natural,
    norm,
    positive,
    prove,
    sequence,
    total,
    vector,
)
from symproof.term import ZeroVector
from tests.kernel_says import accepts, settled

f, u = function("f"), vector("u")
w, v = sequence("w", of=vector), sequence("v", of=vector)
t, T = index("t"), natural("T", at_least=1)
eta, B, rho = positive(r"\eta"), positive("B"), positive(r"\rho")

slope = grad(f)(w[t])
named = each(t, eq(v[t], slope))
by_members, by_values = each(t, eq(w[t + 1], w[t] - eta * v[t])), each(t, eq(w[t + 1], w[t] - eta * slope))
start, near = eq(w[1], ZeroVector()), norm(u) <= B
bound = B**2 / (2 * eta) + eta * rho**2 * T / 2


@pytest.mark.parametrize("direction", [v[t], slope])
@pytest.mark.parametrize("rule", [by_members, by_values])
@pytest.mark.parametrize("bounded", [v[t], slope])
def test_the_regret_is_bounded_whatever_the_gradients_are_called(
    direction: object, rule: Prop, bounded: object
) -> None:
    claim = total(inner(w[t] - u, direction), t, 1, T) <= bound
    accepts(settled(claim, [named, rule, start, near, each(t, norm(bounded) <= rho)], 10.0))


def test_a_bound_of_the_gradients_is_one_of_what_they_are_called() -> None:
    assert prove(norm(grad(f)(w[t])) <= rho, [named, each(t, norm(v[t]) <= rho)]).status == "proved"
    assert prove(norm(grad(f)(u)) <= rho, [named, each(t, norm(v[t]) <= rho)]).status != "proved"


@pytest.mark.parametrize(
    "claim",
    [
        total(inner(w[t] - u, slope), t, 1, T) <= B**2 / (2 * eta) + eta * rho**2 * T / 4,
        total(inner(w[t] - u, grad(f)(w[t + 1])), t, 1, T) <= bound,
        total(inner(w[t] - u, grad(f)(u)), t, 1, T) <= bound,
    ],
)
def test_their_neighbours_are_not_proved(claim: Prop) -> None:
    told = prove(claim, [named, by_members, start, near, each(t, norm(v[t]) <= rho)], budget=2)
    assert told.status != "proved"
