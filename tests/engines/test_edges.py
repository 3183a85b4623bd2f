"""Claims that turn on an edge: sums without members, matrices without an inverse, powers of what may be 0."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    Scalar,
    block,
    det,
    eq,
    exp,
    index,
    matrix,
    minimum,
    natural,
    ne,
    positive,
    product,
    real,
    sequence,
    total,
    tr,
    zeros,
)
from symproof.term import ONE, ZERO
from symproof.trusted.certificate import Evident
from symproof.trusted.defined import definedness
from tests.kernel_says import both_reject, settled

n, t, m = natural("n"), natural("t"), natural("m", at_least=1)
k, a, L, mu, r = index("k"), sequence("a"), positive("L"), positive("mu"), real("r")
A, B, C, D = (matrix(name, m) for name in "ABCD")
E = matrix("E", n)
W = total(exp(a[k]), k, 1, n)

RIGHT: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(W * total(exp(a[k]) / W, k, 1, n), W), ()),
    (total(exp(a[k]) / W, k, 1, n) <= 1, ()),
    (eq(n * total(a[k] / n, k, 1, n), total(a[k], k, 1, n)), ()),
    (eq(total(1 / n, k, 1, n), minimum(n, 1)), ()),
    (eq(det(A), 0), (eq(A @ A, zeros(m)),)),
    (eq(det(A), 0), (eq(A**4, zeros(m)),)),
    (eq(det(block([[A, B], [B, A]])), det(A + B) * det(A - B)), ()),
    (eq(det(block([[A, B], [C, D]])), det(A @ D - C @ B)), (eq(A @ C, C @ A), ne(det(A), 0))),
    (eq(det(block([[A, B], [C, D]])), det(A @ D - B @ C)), (eq(C @ D, D @ C), ne(det(D), 0))),
    ((1 - mu / L) ** t <= exp(-t * mu / L), (mu <= L,)),
    (r**t <= exp(t * (r - 1)), (r >= 0,)),
]
WRONG: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(total(exp(a[k]) / W, k, 1, n), 1), ()),
    (total(exp(a[k]) / W, k, 1, n) >= 1, ()),
    (eq(total(1 / n, k, 1, n), 1), ()),
    (eq(det(E), 0), (eq(E @ E, zeros(n)),)),
    (eq(det(A), 0), (eq(A @ A, A),)),
    (eq(det(A), 0), (eq(tr(A), 0),)),
    (eq(det(block([[A, B], [-B, A]])), det(A + B) * det(A - B)), ()),
    (eq(det(block([[A, B], [C, D]])), det(A @ D - B @ C)), (eq(A @ C, C @ A), ne(det(A), 0))),
    ((1 - mu / L) ** t <= exp(-t * mu / L), ()),
    (r**t <= exp(t * (r - 1)), (r >= -2,)),
    (r**t <= exp(2 * t * (r - 1)), (r >= 0,)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_at_the_edge_it_holds(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = settled(claim, given=given, budget=20)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_does_not(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given=given, budget=5).status == "refuted"


def test_the_terms_of_an_empty_sum_have_no_say() -> None:
    def rejected(left: Scalar, value: int) -> bool:
        return both_reject(eq(left, value), Evident(), definedness(left))

    nothing, factors = total(a[k] / ZERO, k, 1, ZERO), product(a[k] / ZERO, k, 3, ONE)

    assert not rejected(nothing, 0)
    assert not rejected(factors, 1)
    assert rejected(nothing, 1)
    assert rejected(factors, 0)
    assert rejected(total(a[k] / ZERO, k, 1, ONE), 0)
    assert rejected(total(a[k] / ZERO, k, 1, n), 0)
