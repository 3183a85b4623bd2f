"""Cube roots and higher ones compared by their powers; beside neighbours that fail."""

from __future__ import annotations

import pytest

from symproof import Refuted, prove, real
from symproof.statement import Prop
from symproof.term import Scalar, scalar
from tests import kernel_says

a, b, c = real("a"), real("b"), real("c")
POSITIVE = (a > 0, b > 0, c > 0)


def root(term: Scalar, degree: int = 3) -> Scalar:
    """The root of a degree."""
    return term ** (scalar(1) / degree)


HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (root((a**3 + b**3) / 2) >= (a + b) / 2, POSITIVE),
    (root((a**3 + b**3 + c**3) / 3) >= (a + b + c) / 3, POSITIVE),
    (root((a**4 + b**4) / 2, 4) >= (a + b) / 2, POSITIVE),
    (root(a + b) <= root(a) + root(b), POSITIVE),
    (root(1 + a) < 1 + a / 3, (a > 0,)),
    (root(1 + a) <= 1 + a / 3, (a > -1,)),
    (root(a) < root(b), (a > 0, b > a)),
    (root(a) > 2, (a > 8,)),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (root((a**3 + b**3) / 2) <= (a + b) / 2, POSITIVE),
    (root((a**3 + b**3 + c**3) / 3) > (a + b + c) / 3, POSITIVE),
    (root((a**4 + b**4) / 2, 4) > (a + b) / 2, POSITIVE),
    (root(a + b) >= root(a) + root(b), POSITIVE),
    (root(1 + a) < 1 + a / 4, (a > 0,)),
    (root(1 + a) < 1 + a / 3, (a > -1,)),
    (root(a) < root(b), (a > 0, b > 0)),
    (root(a) > 3, (a > 8,)),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(prove(claim, given=given), Refuted)
