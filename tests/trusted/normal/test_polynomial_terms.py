"""The terms of a polynomial as they are read and as they are put together, beside what FLINT says of them."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from flint import fmpq

from symproof.trusted.polynomial import Polynomials


def drawn(count: int, draw: random.Random) -> dict[tuple[tuple[int, int], ...], fmpq]:
    """Some terms in up to 41 generators."""
    return {
        tuple(sorted({draw.randrange(41): draw.randint(1, 12) for _ in range(draw.randint(0, 4))}.items())): fmpq(
            draw.choice([-1, 1, -3, 7, 10**30]), draw.choice([1, 2, 9])
        )
        for _ in range(count)
    }


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 60])
def test_terms_are_flints(count: int) -> None:
    ring, draw = Polynomials(), random.Random(count)
    ring.generator(40)
    terms = drawn(count, draw)

    value = ring.from_terms(terms.items())

    read = ring.numerator_terms(value)
    assert dict(read) == terms
    assert read == [
        (tuple((k, int(power)) for k, power in enumerate(powers) if power), c) for powers, c in value.num.terms()
    ]
    assert ring.thaw(ring.freeze(value)) == value


def test_terms_alike_are_added() -> None:
    ring = Polynomials()
    x = ((0, 1),)

    value = ring.from_terms([(x, 1), (x, fmpq(1, 2)), ((), 3), ((), -3)])

    assert ring.numerator_terms(value) == [(x, fmpq(3, 2))]
    assert ring.is_zero(ring.from_terms([(x, 1), (x, -1)]))
    assert ring.constant_term(value) == Fraction(0)


def test_a_value_of_a_smaller_ring_is_carried_over() -> None:
    ring = Polynomials()
    old = ring.from_terms([(((0, 1), (3, 2)), fmpq(-5, 3)), (((15, 1),), 1), ((), 7)])
    new = ring.generator(40)

    assert ring.numerator_terms(ring.subtract(ring.add(old, new), new)) == ring.numerator_terms(old)
