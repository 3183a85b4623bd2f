"""Jensen's inequality for functions that are only known to be convex: what is proved, and the neighbour that fails."""

from __future__ import annotations

from typing import Any

import pytest

from symproof import (
    convex,
    differentiable,
    eq,
    function,
    grad,
    index,
    inner,
    natural,
    nonnegative,
    positive,
    real,
    sequence,
    total,
    vector,
)
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

n, i, c = natural("n", at_least=1), index("i"), real("c")
f, g = function("f", on=vector), function("g", on=real)
p, q, v = sequence("p", of=nonnegative), sequence("q", of=positive), sequence("v", of=vector)
x, y, z = vector("x"), vector("y"), vector("z")
a, b = real("a"), real("b")


def over(body: Any, low: Any = 1, high: Any = n) -> Any:
    """The sum over i."""
    return total(body, i, low, high)


ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (f(over(v[i]) / n) <= over(f(v[i])) / n, f(over(v[i]) / n) <= over(f(v[i + 1])) / n, []),
    ((n + 1) * f(over(v[i], 0) / (n + 1)) <= over(f(v[i]), 0), n * f(over(v[i], 0) / (n + 1)) <= over(f(v[i]), 0), []),
    (f(over(p[i] * v[i])) <= over(p[i] * f(v[i])), f(over(p[i] * v[i])) < over(p[i] * f(v[i])), [eq(over(p[i]), 1)]),
    (
        f(over(q[i] * v[i]) / over(q[i])) - c <= over(q[i] * f(v[i])) / over(q[i]) - c,
        f(over(q[i] * v[i]) / over(q[i])) <= over(q[i] * f(v[i])),
        [],
    ),
    (f(over(v[i]) / n) <= c, f(over(v[i])) <= n * c, [over(f(v[i])) <= n * c]),
    (f((x + y + z) / 3) <= (f(x) + f(y) + f(z)) / 3, f((x + y + z) / 2) <= (f(x) + f(y) + f(z)) / 2, []),
    (
        6 * g((3 * a + 2 * b + c) / 6) <= 3 * g(a) + 2 * g(b) + g(c),
        6 * g((3 * a + 2 * b + c) / 6) <= 3 * g(a) + g(b) + 2 * g(c),
        [],
    ),
]


@pytest.mark.parametrize(("right", "wrong", "given"), ROWS, ids=str)
def test_a_convex_function_at_a_mean_is_at_most_the_mean_of_its_values(
    right: Prop, wrong: Prop, given: list[Prop]
) -> None:
    accepts(settled(right, [convex(f), convex(g), *given]))
    assert settled(wrong, [convex(f), convex(g), *given]).status == "refuted"


def test_weights_below_zero_or_of_another_sum_are_no_mean() -> None:
    r = sequence("r")
    for given in ([eq(over(r[i]), 1)], [r[1] >= 0]):
        verdict = settled(f(over(r[i] * v[i])) <= over(r[i] * f(v[i])), [convex(f), *given], budget=0.5)
        assert verdict.status != "proved"


def test_an_average_that_has_a_name_and_the_tangents_at_its_points() -> None:
    m, u, gradient = vector("m"), vector("u"), grad(f)
    given = [convex(f), differentiable(f), eq(m, over(v[i]) / n)]
    slopes = over(inner(v[i] - u, gradient(v[i])))
    accepts(settled(f(m) - f(u) <= slopes / n, given))
    assert settled(f(m) - f(u) <= slopes, given, budget=0.5).status != "proved"
