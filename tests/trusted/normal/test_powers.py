"""Laws of powers, logarithms, counted sums and split products: each beside a neighbour that does not hold."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import (
    derivative,
    eq,
    exp,
    gradient,
    index,
    integer,
    log,
    natural,
    ne,
    nonzero,
    norm,
    positive,
    product,
    prove,
    real,
    sequence,
    sigma,
    sqrt,
    total,
    vector,
)  # fmt: skip
from symproof.kernel import check
from symproof.statement import Prop, Statement
from symproof.term import Number, Product
from symproof.trusted import certificate as ct
from symproof.trusted.rejected import Rejected
from tests.kernel_says import settled

x, y, z = map(real, "xyz")
p, q, s = positive("p"), positive("q"), nonzero("s")
m, n, k = natural("m"), natural("n"), index("k")
i = integer("i")
a, w = sequence("a"), vector("w")

HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(p ** (n - k), p**n / p**k), ()),
    (eq(s ** (i - 1), s**i / s), ()),
    (eq(2 ** (n - 1), 2**n / 2), ()),
    (eq((x * y) ** n, x**n * y**n), ()),
    (eq((x / p) ** n, x**n / p**n), ()),
    (eq((-x) ** (2 * n), x ** (2 * n)), ()),
    (eq((x**n) ** m, x ** (n * m)), ()),
    (eq((x ** (2**n)) ** 2, x ** (2 ** (n + 1))), ()),
    (eq(Number(Fraction(1, 2)) ** n * 2**n, 1), ()),
    (eq(log(p * q), log(p) + log(q)), ()),
    (eq(log(1 + 1 / (k + 1)), log(k + 2) - log(k + 1)), ()),
    (eq(log(12 * p**2 / q), 2 * log(2) + log(3) + 2 * log(p) - log(q)), ()),
    (eq(log(exp(x)), x), ()),
    (eq(exp(log(x)), x), (x > 0,)),
    (eq(log(sqrt(p)), log(p) / 2), ()),
    (eq(log(p**n), n * log(p)), ()),
    (eq((p ** Fraction(1, 3)) ** 3, p), ()),
    (eq(p ** Fraction(1, 3) * p ** Fraction(2, 3), p), ()),
    (eq(exp(x / 9) ** 9, exp(x)), ()),
    (eq(exp(x / 6) ** 2, exp(x / 3)), ()),
    (eq(-log(1 - sigma(x)), log(1 + exp(x))), ()),
    (eq(log(exp(x + z) + exp(y + z)), log(exp(x) + exp(y)) + z), ()),
    (eq(total(x, k, 1, n), n * x), ()),
    (eq(total(1, k, 0, n), n + 1), ()),
    (eq(product(x, k, 1, n), x**n), ()),
    (eq(derivative(x ** (n + 1), x), (n + 1) * x**n), ()),
    (eq(derivative(derivative(x**2 * y**2, x), y), 4 * x * y), ()),
    (eq(gradient(norm(w) ** 4, w), 4 * norm(w) ** 2 * w), ()),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(x ** (n - k), x**n / x**k), ()),  # at x = 0 the right side has no value
    (eq((x + y) ** n, x**n + y**n), ()),
    (eq((-x) ** n, x**n), ()),
    (eq((x**n) ** m, x ** (n + m)), ()),
    (eq(log(p + q), log(p) + log(q)), ()),
    (eq(log(x * y), log(x) + log(y)), (x * y > 0,)),  # both may be negative
    (eq(log(x**2), 2 * log(x)), (ne(x, 0),)),
    (eq(exp(2 * log(p)), 2 * p), ()),
    (eq((p ** Fraction(1, 3)) ** 2, p), ()),
    (eq((x ** Fraction(1, 3)) ** 3, x), ()),  # no value at -1
    (eq(exp(x / 3) ** 2, exp(x)), ()),
    (eq(total(1, k, 1, i), i), ()),  # empty, and 0, for i = -1
    (eq(total(1, k, m, n), n - m + 1), ()),
    (eq(product(x, k, 1, i), x**i), (ne(x, 0),)),
    (eq(derivative(x**n, x), n * x ** (n - 1)), ()),  # n = 0, x = 0
    (eq(derivative(derivative(abs(x), x), x), 0), ()),  # no value at 0
    (eq(gradient(norm(w) ** 4, w), 4 * norm(w) * w), ()),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_a_law_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = prove(claim, given=given)

    assert verdict.status == "proved", verdict.reason
    assert verdict.trusts == frozenset()


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_does_not(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given=given, budget=0.5).status != "proved"


def test_a_product_is_split() -> None:
    whole = Product(a[k], k, Number(Fraction(1)), n + 1)
    goal = eq(whole, product(a[k], k, 1, n) * a[n + 1])

    proof = ct.Combination((ct.Piece(Number(Fraction(1)), (0,)),))
    assert check(Statement((), goal), ct.SplitAt(whole, n, proof)).trusts == frozenset()
    with pytest.raises(Rejected):  # beyond its end
        check(Statement((), goal), ct.SplitAt(whole, n + 2, ct.Combination((ct.Piece(Number(Fraction(1)), (0,)),))))
