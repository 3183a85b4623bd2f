"""Orders of what grows with n, for m <= n, by the distance of the two: what is proved, and the neighbour that is false."""

from __future__ import annotations

import pytest

from symproof import binomial, factorial, index, natural, total
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

m, n, k, i = natural("m"), natural("n"), natural("k"), index("i")


ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (factorial(m) <= factorial(n), factorial(m) < factorial(n), [m <= n]),
    (factorial(m) < factorial(n), 2 * factorial(m) < factorial(n), [m >= 1, m < n]),
    ((n / k) ** k <= binomial(n, k), (n / k) ** k < binomial(n, k), [k >= 1, k <= n]),
    (binomial(n, k) <= n**k / factorial(k), binomial(n, k) < n**k / factorial(k), [k <= n]),
    (total(1 / i, i, 1, m) <= total(1 / i, i, 1, n), total(1 / i, i, 1, m) < total(1 / i, i, 1, n), [m <= n]),
]


@pytest.mark.parametrize(("right", "wrong", "given"), ROWS, ids=str)
def test_what_grows_grows_with_the_distance(right: Prop, wrong: Prop, given: list[Prop]) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given).status == "refuted"


def test_nothing_is_said_without_an_order() -> None:
    assert settled(factorial(m) <= factorial(n), []).status == "refuted"
