"""What divides several numbers divides what they combine to; and a neighbour that it need not divide."""

from __future__ import annotations

import pytest

from symproof import eq, integer, prove
from symproof.statement import Prop, exists
from symproof.term import Scalar
from symproof.verdict import Proved

a, b, c, d, n, k, u, v = map(integer, ("a", "b", "c", "d", "n", "k", "u", "v"))


def divides(left: Scalar, right: Scalar | int) -> Prop:
    return exists(k, eq(right, left * k))


COPRIME = exists(u, exists(v, eq(a * u + b * v, 1)))


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (divides(d, 1), [divides(d, n), divides(d, n + 1)]),
        (divides(d, 1), [divides(d, 21 * n + 4), divides(d, 14 * n + 3)]),
        (divides(d, 2 * a - 3 * b), [divides(d, a + b), divides(d, b)]),
        (divides(d, a * c + b), [divides(d, a), divides(d, b)]),
        (divides(a, c), [COPRIME, divides(a, b * c)]),
        (divides(a * b, c), [COPRIME, divides(a, c), divides(b, c)]),
    ],
)
def test_it_divides(claim: Prop, given: list[Prop]) -> None:
    assert isinstance(prove(claim, given=given), Proved)


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (divides(d, 1), [divides(d, n), divides(d, n + 2)]),
        (divides(d, a), [divides(d, 2 * a), divides(d, b)]),
        (divides(d, a + b), [divides(d, a)]),
        (divides(2 * d, a + b), [divides(d, a), divides(d, b)]),
        (divides(a, c), [divides(a, b * c)]),
        (divides(a * b, c), [divides(a, c), divides(b, c)]),
        (divides(a, b), [COPRIME, divides(a, b * c)]),
    ],
)
def test_it_need_not(claim: Prop, given: list[Prop]) -> None:
    assert not isinstance(prove(claim, given=given, budget=1.0), Proved)


def test_sums_of_multiples_of_two_terms_in_several_letters() -> None:
    assert isinstance(prove(exists(u, exists(v, eq(b * u + (a - b) * v, a)))), Proved)
    assert not isinstance(prove(exists(u, exists(v, eq((a + b) * u + (a - b) * v, a))), budget=1.0), Proved)
