"""Jensen's inequality over n terms, for any n: what is proved, and the neighbour that is not."""

from __future__ import annotations

import pytest

from symproof import eq, exp, index, log, natural, nonnegative, positive, sequence, sqrt, total
from symproof.statement import Prop
from symproof.term import Sequence
from tests.kernel_says import accepts, settled

n, k = natural("n", at_least=1), index("k")
p, x, y = sequence("p", of=nonnegative), sequence("x"), sequence("y", of=positive)
r, z = sequence("r"), sequence("z", of=positive)
mean_z = total(z[k], k, 1, n)
mean_x, mean_y = total(p[k] * x[k], k, 1, n), total(p[k] * y[k], k, 1, n)
weights = eq(total(p[k], k, 1, n), 1)
some = mean_y > 0

ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (exp(mean_x) <= total(p[k] * exp(x[k]), k, 1, n), exp(mean_x) >= total(p[k] * exp(x[k]), k, 1, n), [weights]),
    (total(p[k] * log(y[k]), k, 1, n) <= log(mean_y), total(p[k] * log(y[k]), k, 1, n) < log(mean_y), [weights, some]),
    (total(p[k] * sqrt(y[k]), k, 1, n) <= sqrt(mean_y), total(sqrt(y[k]), k, 1, n) <= sqrt(mean_y), [weights, some]),
    (mean_y**3 <= total(p[k] * y[k] ** 3, k, 1, n), mean_x**3 <= total(p[k] * x[k] ** 3, k, 1, n), [weights]),
    (
        exp(total(x[k], k, 1, n) / n) <= total(exp(x[k]), k, 1, n) / n,
        exp(total(x[k], k, 1, n)) <= total(exp(x[k]), k, 1, n),
        [],
    ),
    (total(log(z[k]), k, 1, n) / n <= log(mean_z / n), total(log(z[k]), k, 1, n) <= log(mean_z), []),
    (total(x[k] ** 2, k, 1, n) >= n, total(x[k] ** 3, k, 1, n) >= n, [eq(total(x[k], k, 1, n), n)]),
    (total(z[k] ** 2, k, 1, n) >= 1 / n, total(z[k] ** 2, k, 1, n) >= 2 / n, [eq(mean_z, 1)]),
    (total(sqrt(z[k]), k, 1, n) <= sqrt(n), total(sqrt(z[k]), k, 1, n) <= 1, [eq(mean_z, 1)]),
    (mean_z * total(1 / z[k], k, 1, n) >= n**2, mean_z * total(1 / z[k], k, 1, n) > n**2, []),
]


@pytest.mark.parametrize(("right", "wrong", "given"), ROWS, ids=str)
def test_a_function_of_a_mean_is_compared_with_the_mean_of_the_function(
    right: Prop, wrong: Prop, given: list[Prop]
) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given, budget=0.1).status != "proved"


@pytest.mark.parametrize(("w", "weight"), [(p, 2), (r, 1)], ids=str)
def test_the_weights_add_up_to_one_and_are_not_negative(w: Sequence, weight: int) -> None:
    claim = exp(total(w[k] * x[k], k, 1, n)) <= total(w[k] * exp(x[k]), k, 1, n)
    assert settled(claim, [eq(total(w[k], k, 1, n), weight)], budget=0.1).status != "proved"
