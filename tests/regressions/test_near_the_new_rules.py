"""False claims beside the rules that the prover gained late: what a hypothesis needs, inductions that show more, multiples of pi.

None was ever proved; each is what a careless version of the rule would prove.
"""

from __future__ import annotations

import pytest

from symproof import (
    cos,
    each,
    eq,
    factorial,
    implies,
    index,
    integer,
    log,
    natural,
    ne,
    norm,
    pi,
    product,
    rational,
    real,
    sequence,
    sin,
    sqrt,
    total,
    vector,
)  # fmt: skip
from symproof.statement import Prop
from tests.kernel_says import settled

x, y, z = real("x"), real("y"), real("z")
a, n, k = integer("a"), natural("n"), index("k")
s, v = sequence("s"), sequence("v", of=vector)

FALSE: list[tuple[Prop, tuple[Prop, ...]]] = [
    (x > 0, (sqrt(x) >= 0,)),
    (x > 1, (log(x) >= 0,)),
    (ne(x, 0), (eq(x**a, 1), a >= 0)),
    (ne(x, 0), (eq(x**n, 1),)),
    (ne(x, 0), (implies(ne(x, 0), eq(y / x, 2)),)),
    (ne(x, 0), (eq(total(1 / x, k, 1, n), 0),)),
    (ne(x, 0), (eq(product(1 / x, k, 1, n), 1),)),
    (x * y > 0, (x / y >= 0,)),
    (x >= y, (x / z >= y / z,)),
    (x < y, (1 / x > 1 / y,)),
    (s[n] >= 0, (each(k, eq(s[k + 2], s[k + 1] - s[k])), s[0] >= 0, s[1] >= 0)),
    (s[n] >= 0, (each(k, eq(s[k + 2], s[k + 1] + s[k])), s[0] >= 0)),
    (eq(total(s[k], k, 0, n), (n + 1) * s[0]), (each(k, eq(s[k + 1], s[k] + x * k)),)),
    (eq(total(s[k], k, 1, n), n * s[0] + x * n * (n - 1) / 2), (each(k, eq(s[k + 1], s[k] + x)),)),
    (product(1 + s[k], k, 1, n) >= 1 + total(s[k], k, 1, n), (each(k, s[k] >= 0, 2, n),)),
    (total(-1 / k**2, k, 1, n) <= -1, ()),
    (total(1 / (k**2 - k + 1), k, 1, n) <= rational("3/2"), ()),
    (norm(total(v[k], k, 1, n)) <= total(norm(v[k]), k, 2, n), ()),
    (norm(total(v[k], k, 1, n)) < total(norm(v[k]), k, 1, n), ()),
    (factorial(n) >= 2**n, (n >= 3,)),
    (eq(cos(a * pi / 2), 0), ()),
    (eq(cos(2**n * pi), 1), ()),
    (eq(cos(factorial(n) * pi), 1), (n >= 1,)),
    (eq(total(cos(k * pi), k, 0, n), 1), ()),
    (eq(sin(s[n] * pi), 0), ()),
]


@pytest.mark.parametrize(("claim", "given"), FALSE, ids=str)
def test_it_is_refuted_or_left_open(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given=list(given), budget=0.5).status != "proved"
