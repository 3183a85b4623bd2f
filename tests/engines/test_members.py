"""Sums and their parts, weights that add up to one, logarithms of both sides, inductions that start later: what is proved,
and the neighbour that is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import (
    each,
    eq,
    exp,
    factorial,
    index,
    log,
    maximum,
    natural,
    nonnegative,
    positive,
    prove,
    real,
    sequence,
    sqrt,
    total,
)
from symproof.statement import Prop
from tests.kernel_says import settled

k, n, m = index("k"), natural("n"), natural("m")
i = natural("i", at_least=1)
a, b, x = sequence("a"), sequence("b"), sequence("x")
p, q = sequence("p", of=nonnegative), sequence("q", of=positive)
c, s, t, y = positive("c"), positive("s"), positive("t"), real("y")
exps = total(exp(a[k]), k, 1, n)
squares = total(a[k] ** 2, k, 1, n)
distribution = eq(total(p[k], k, 1, n), 1)

PAIRS: list[tuple[str, Prop, list[Prop], Prop, list[Prop]]] = [
    ("a member", squares >= a[i] ** 2, [i <= n], squares >= a[i] ** 2, [i <= n + 1]),
    ("of squares only", squares >= a[i] ** 2, [i <= n], total(a[k], k, 1, n) >= a[i], [i <= n]),
    ("a part", squares >= total(a[k] ** 2, k, 1, m), [m <= n], squares >= total(a[k] ** 2, k, 1, m), []),
    (
        "a smaller part",
        total(q[k], k, 1, n) > total(q[k], k, 1, m),
        [m < n],
        total(q[k], k, 1, n) > total(q[k], k, 1, m),
        [m <= n],
    ),
    ("the largest coordinate", sqrt(squares) >= abs(a[i]), [i <= n], sqrt(squares) > abs(a[i]), [i <= n]),
    ("softmax", exp(a[i]) / exps <= 1, [i <= n], exp(a[i]) / exps < 1, [i <= n]),
    ("log-sum-exp from below", log(exps) >= a[i], [i <= n], log(exps) >= a[i] + Fraction(1, 9), [i <= n]),
    (
        "log-sum-exp from above",
        log(exps) <= y + log(n),
        [n >= 1, each(k, a[k] <= y, 1, n)],
        log(exps) <= y,
        [n >= 1, each(k, a[k] <= y, 1, n)],
    ),
    ("a probability", p[i] <= 1, [i <= n, distribution], p[i] < 1, [i <= n, distribution]),
    (
        "a mean",
        total(p[k] * x[k], k, 1, n) <= y,
        [distribution, each(k, x[k] <= y, 1, n)],
        total(p[k] * x[k], k, 1, n) <= y - 1,
        [distribution, each(k, x[k] <= y, 1, n)],
    ),
    (
        "Markov",
        total(p[k] * x[k], k, 1, n) >= c * total(p[k], k, m + 1, n),
        [m <= n, each(k, x[k] >= 0), each(k, x[k] >= c, m + 1, n)],
        total(p[k] * x[k], k, 1, n) >= c * total(p[k], k, m + 1, n),
        [m <= n, each(k, x[k] >= c, m + 1, n)],
    ),
    ("purity", total(p[k] ** 2, k, 1, n) <= 1, [distribution], total(p[k] ** 2, k, 1, n) < 1, [distribution]),
    (
        "entropy",
        total(p[k] * log(p[k]), k, 1, n) <= 0,
        [each(k, p[k] > 0, 1, n), each(k, p[k] <= 1, 1, n)],
        total(p[k] * log(p[k]), k, 1, n) <= -1,
        [each(k, p[k] > 0, 1, n), each(k, p[k] <= 1, 1, n)],
    ),
    (
        "absolute values",
        total(abs(a[k] * b[k]), k, 1, n) ** 2 <= squares * total(b[k] ** 2, k, 1, n),
        [],
        total(abs(a[k] * b[k]), k, 1, n) <= squares * total(b[k] ** 2, k, 1, n),
        [],
    ),
    ("log(2)", log(1 + exp(-y)) >= log(2) - y / 2, [], log(1 + exp(-y)) >= log(2) - y / 3, []),
    ("softplus", log(1 + exp(y)) <= log(2) + maximum(y, 0), [], log(1 + exp(y)) <= maximum(y, 0), []),
    ("means", log(s) + log(t) <= 2 * log((s + t) / 2), [], log(s) + log(t) <= 2 * log((s + t) / 3), []),
    ("n log(2)", log(n + 1) <= n * log(2), [], log(n + 2) <= n * log(2), []),
    (
        "entropy of a coin",
        -s * log(s) - (1 - s) * log(1 - s) <= log(2),
        [s < 1],
        -s * log(s) - (1 - s) * log(1 - s) <= log(2) - Fraction(1, 9),
        [s < 1],
    ),
    ("from 3 on", n**3 <= 3**n, [], n**3 < 3**n, []),
    ("from 4 on", 2**n <= factorial(n) + 4, [], 2**n <= factorial(n) + 1, []),
]


@pytest.mark.parametrize(("claim", "given"), [row[1:3] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_it_is_proved(claim: Prop, given: list[Prop]) -> None:
    verdict = prove(claim, given=given)
    assert verdict.status == "proved", verdict.reason
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), [row[3:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_its_neighbour_is_refuted(claim: Prop, given: list[Prop]) -> None:
    assert settled(claim, given=given).status == "refuted"
