"""What a letter divides, and congruences modulo a letter: what is proved, and the neighbour that is not."""

from __future__ import annotations

import pytest

from symproof import (
    and_,
    binomial,
    each,
    eq,
    exists,
    factorial,
    floor,
    index,
    integer,
    natural,
    ne,
    or_,
    real,
    sequence,
)
from symproof.statement import Prop
from symproof.term import Scalar, scalar
from tests.kernel_says import accepts, settled

a, b, c, d, k, m = (integer(name) for name in "abcdkm")
n, p, x, y = natural("n", at_least=1), natural("p", at_least=1), real("x"), real("y")


def divides(by: Scalar, what: Scalar) -> Prop:
    return exists(k, eq(what, by * k))


ROWS: list[tuple[list[Prop], Prop, Prop]] = [
    ([divides(a, b), divides(b, c)], divides(a, c), divides(c, a)),
    ([divides(a, b)], divides(a, b * b), divides(a * a, b)),
    ([divides(a, b), divides(a, c)], divides(a, 3 * b - 2 * c), divides(2 * a, 3 * b - 2 * c)),
    ([divides(a, b), divides(c, d)], divides(a * c, b * d), divides(a + c, b + d)),
    ([divides(m, a - b)], divides(m, a**3 - b**3), divides(m**2, a**3 - b**3)),
    ([divides(m, a - b), divides(m, c - d)], divides(m, a * c - b * d), divides(m, a * c + b * d)),
    ([divides(m, a - b), divides(m, b - c)], divides(m, a - c), divides(m, a + c)),
    ([], eq((a + b * n) % n, a % n), eq((a + b) % n, a % n)),
    ([], eq((a * b) % n, ((a % n) * (b % n)) % n), eq((a * b) % n, (a % n) * (b % n))),
    ([], and_(0 <= a % n, a % n < n), a % n < n - 1),
    ([], eq(floor(floor(x / n) / p), floor(x / (n * p))), eq(floor(floor(x / n) / p), floor(x / (n + p)))),
    ([d * n <= x], d <= floor(x / n), d < floor(x / n)),
    ([], floor(x / n) <= floor(x) / n, floor(x / n) >= floor(x) / n),
    ([x >= 0], n * floor(x) <= floor(n * x), floor(n * x) <= n * floor(x)),
    ([x > 0], floor(x) ** 2 <= floor(x**2), floor(x) ** 2 < floor(x**2)),
    ([divides(a, b), b > 0], and_(a <= b, -a <= b), a < b),
    ([divides(a, b), b < 0], a >= b, a > b),
    ([eq(a * b, 1)], or_(eq(a, 1), eq(a, -1)), eq(a, 1)),
    ([eq(a * b, -3), a > 0], and_(a <= 3, b >= -3), a < 3),
    ([], divides(scalar(2), binomial(2 * n, n)), divides(scalar(3), binomial(2 * n, n))),
    ([], divides(n + 1, binomial(2 * n, n)), divides(n + 2, binomial(2 * n, n))),
    ([], divides(scalar(2), factorial(n + 1)), divides(scalar(4), factorial(n + 1))),
    ([], divides(factorial(n) * factorial(p), factorial(n + p)), divides(factorial(n) ** 2, factorial(n + p))),
    ([], divides(2**n * factorial(n), factorial(2 * n)), divides(3**n * factorial(n), factorial(2 * n))),
    ([], exists(k, and_(k <= x, x < k + 1)), exists(k, and_(k <= x, x < k))),
    ([x > 0], exists(k, and_(k * x <= y, y < (k + 1) * x)), exists(k, and_(k * x < y, y < (k + 1) * x))),
]
F, j = sequence("F", integer), index("j")
fibonacci: list[Prop] = [eq(F[0], 0), eq(F[1], 1), each(j, eq(F[j + 2], F[j + 1] + F[j]))]
ROWS += [
    (fibonacci, divides(scalar(2), F[3 * n]), divides(scalar(2), F[3 * n + 1])),
    (fibonacci, divides(scalar(5), F[5 * n]), divides(scalar(3), F[5 * n])),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_what_divides_is_carried_on(given: list[Prop], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given, budget=0.5).status != "proved"


def test_a_product_is_not_zero_where_none_of_its_factors_is() -> None:
    two, three = 2**n, 3**n
    accepts(settled(ne((3 * three - 2 * two) * (three - two), 0)))
    assert settled(ne((3 * three - 2 * two) * (2 * three - 3 * two), 0), budget=0.5).status == "refuted"  # at n = 1
