"""The terms of a polynomial as they are read and as they are put together, beside what FLINT says of them."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest
from flint import fmpq

from symproof.trusted.polynomial import Monomial, Polynomials, Quotient, Terms

MEMORY = Path("/proc/self/statm")


def drawn(count: int, draw: random.Random) -> dict[tuple[tuple[int, int], ...], fmpq]:
    """Some terms in up to 41 generators."""
    return {
        tuple(sorted({draw.randrange(41): draw.randint(1, 12) for _ in range(draw.randint(0, 4))}.items())): fmpq(
            draw.choice([-1, 1, -3, 7, 10**30]), draw.choice([1, 2, 9])
        )
        for _ in range(count)
    }


def of_flint(value: Quotient) -> Terms:
    """The terms, as FLINT lists them."""
    return tuple(
        (tuple((k, int(power)) for k, power in enumerate(powers) if power), c) for powers, c in value.num.terms()
    )


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 60])
def test_terms_are_flints(count: int) -> None:
    ring, draw = Polynomials(), random.Random(count)
    ring.generator(40)
    terms = drawn(count, draw)

    value = ring.from_terms(terms.items())

    read = ring.numerator_terms(value)
    assert dict(read) == terms
    assert read == of_flint(value)
    assert ring.thaw(ring.freeze(value)) == value


@pytest.mark.parametrize(
    "terms",
    [
        [((), 5)],
        [(((3, 1),), 2)],
        [(((3, 2), (5, 1)), -1)],
        [(((9, 1),), 2), (((3, 1),), -1)],
        [((), 7), (((9, 1),), 2), (((3, 1),), -1)],
        [((), 7), (((9, 1),), 2), (((3, 2),), -1)],
        [((), 7), (((3, 1), (4, 1)), -1)],
    ],
)
def test_what_the_degrees_tell_is_what_flint_says(terms: list[tuple[Monomial, int]]) -> None:
    ring = Polynomials()
    value = ring.from_terms(terms)

    assert ring.numerator_terms(value) == of_flint(value)


@pytest.mark.skipif(not MEMORY.exists(), reason="the memory of a process is read from /proc")
def test_reading_terms_leaves_no_memory_behind() -> None:
    """`str` of a polynomial does, in python-flint 0.9: kilobytes each time."""
    ring = Polynomials()
    ring.generator(40)

    def read(count: int) -> int:
        for k in range(count):
            value = ring.from_terms([(((3, 1), (40, 2)), k + 1), (((7, 1),), 2), ((), 3)])
            assert len(ring.numerator_terms(value)) == 3
        return int(MEMORY.read_text().split()[1])

    before = read(5000)
    assert read(5000) - before < 700  # pages


def test_terms_alike_are_added() -> None:
    ring = Polynomials()
    x = ((0, 1),)

    value = ring.from_terms([(x, 1), (x, fmpq(1, 2)), ((), 3), ((), -3)])

    assert ring.numerator_terms(value) == ((x, fmpq(3, 2)),)
    assert ring.is_zero(ring.from_terms([(x, 1), (x, -1)]))
    assert ring.constant_term(value) == Fraction(0)


def test_a_value_of_a_smaller_ring_is_carried_over() -> None:
    ring = Polynomials()
    old = ring.from_terms([(((0, 1), (3, 2)), fmpq(-5, 3)), (((15, 1),), 1), ((), 7)])
    new = ring.generator(40)

    assert ring.numerator_terms(ring.subtract(ring.add(old, new), new)) == ring.numerator_terms(old)
