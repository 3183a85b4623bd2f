"""Arithmetic and geometric means, orders that are symmetric in their letters, sums of roots."""

from __future__ import annotations

import pytest

from symproof import eq, nonnegative, positive, rational, real, sqrt
from symproof import statement as st
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.between import between
from symproof.engines.polynomials.geometric import geometric
from symproof.engines.polynomials.lowered import lowered
from symproof.engines.polynomials.minkowski import closer, minkowski
from symproof.engines.polynomials.rooted import rooted
from symproof.engines.polynomials.symmetric import in_sums, symmetric
from symproof.engines.search import Engine, Search
from symproof.engines.stages import STEPS
from symproof.kernel import check, facts_of
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from tests.kernel_says import follow_again

a, b, c, d, e, f = (positive(name) for name in "abcdef")
p, x, y, z = nonnegative("p"), real("x"), real("y"), real("z")
SIDES = (a < b + c, b < c + a, c < a + b)
ONE = (eq(a * b * c * d, 1),)
SYMMETRIC = 1 / (1 + a + b + c) + 1 / (1 + b + c + d) + 1 / (1 + c + d + a) + 1 / (1 + d + a + b)
PAIRS = a * b + a * c + a * d + b * c + b * d + c * d
THREE = (eq(a + b + c, 3),)
Row = tuple[Engine, st.Prop, tuple[st.Prop, ...]]

RIGHT: list[Row] = [
    (geometric, a + b + c + d + e + f >= 6, (eq(a * b * c * d * e * f, 1),)),
    (geometric, a + b + c + d + e + f >= 12, (eq(a * b * c * d * e * f, 64),)),
    (geometric, a + 2 * b + d * e + c >= 5, (a * b**2 * c * d * e >= 1,)),
    (geometric, a / b + b / c + c / d + d / e + e / a >= 5, ()),
    (geometric, a**3 * b + b**3 * c + c**3 * d + d**3 * e + e**3 * a >= 5, (eq(a * b * c * d * e, 1),)),
    (geometric, a**5 + b**5 + c**5 + d**5 + e**5 >= 5 * a * b * c * d * e, ()),
    (geometric, 1 / a + 1 / b + 1 / c + 1 / d >= 4, (a * b * c * d <= 1,)),
    (geometric, a + b + c >= 3 * d, (a * b * c >= d**3,)),
    (symmetric, SYMMETRIC <= 1, ONE),
    (symmetric, (1 + a) * (1 + b) * (1 + c) * (1 + d) >= 16, ONE),
    (symmetric, (a + b + c + d) ** 2 >= rational("8/3") * PAIRS, ()),
    (rooted, a / sqrt(a**2 + 8 * b * c) + b / sqrt(b**2 + 8 * c * a) + c / sqrt(c**2 + 8 * a * b) >= 1, ()),
    (rooted, 1 / sqrt(1 + 3 * a) + 1 / sqrt(1 + 3 * b) + 1 / sqrt(1 + 3 * c) >= rational("3/2"), THREE),
    (rooted, a / sqrt(1 + a) + b / sqrt(1 + b) + c / sqrt(1 + c) <= rational("3/2") * sqrt(2), THREE),
    (rooted, sqrt(3 * a + 1) + sqrt(3 * b + 1) + sqrt(3 * c + 1) <= 6, THREE),
    (rooted, sqrt(a**2 + (1 - b) ** 2) + sqrt(b**2 + (1 - a) ** 2) >= sqrt(2), ()),
    (rooted, a / sqrt((a + 3 * b) / 2) + b / sqrt((b + 3 * a) / 2) >= sqrt(a + b), ()),
    (rooted, a * sqrt(b**3 + 1) + b * sqrt(a**3 + 1) <= 1 + a * b, (eq(a + b, 1),)),
    (rooted, a / sqrt(a**2 + 3 * b**2) + b / sqrt(b**2 + 3 * a**2) <= rational("3/2"), ()),
    (between, a / (b + 2) + b / (c + 2) + c / (a + 2) <= 1, (eq(a**2 + b**2 + c**2, 3),)),
    (
        minkowski,
        sqrt(a**2 + x**2) + sqrt(b**2 + y**2) + sqrt(c**2 + z**2) >= sqrt((a + b + c) ** 2 + (x + y + z) ** 2),
        (),
    ),
    (minkowski, sqrt(x**2 + 1) + sqrt(y * y + 4) >= sqrt(9 + (x + y) ** 2), ()),
    (minkowski, sqrt(x**2 + y**2 + 1) + sqrt(a**2 + z**2) >= sqrt((a + x) ** 2 + (y + z) ** 2 + 1), ()),
    (closer, sqrt(a) + sqrt(a + 2 * b) <= 2 * sqrt(a + b), ()),
    (closer, sqrt(a + b - c) + sqrt(c + a - b) <= 2 * sqrt(a), SIDES),
    (lowered, (a**3 - a) / (a**3 + b) + (b**3 - b) / (b**3 + a) >= 0, (a * b >= 1,)),
    (lowered, a / (1 + b**2 * a) + b / (1 + a**2 * b) >= 1, (eq(a + b, 2),)),
    (lowered, (1 + a) / (1 + b**2) + (1 + b) / (1 + a**2) >= 2, (eq(a + b, 2),)),
    (lowered, 1 / (5 + a**2) + 1 / (5 + b**2) <= rational("1/3"), (eq(a + b, 2), a <= 2, b <= 2)),
]
WRONG: list[Row] = [
    (geometric, a + b + c + d + e + f >= 6, (eq(a * b * c * d * e * f, rational("1/2")),)),
    (geometric, a + b + c + d + e + f >= 7, (eq(a * b * c * d * e * f, 1),)),
    (geometric, a + b + c + d + e + f > 6, (eq(a * b * c * d * e * f, 1),)),
    (geometric, a + b + c + d >= 4, (a * b * c * d <= 1,)),
    (geometric, 1 / a + 1 / b + 1 / c + 1 / d >= 4, (a * b * c * d >= 1,)),
    (geometric, a + b + d * e + c >= 4, (a * b**2 * c * d * e >= 1,)),
    (geometric, a / b + b / c + c / d + d / e + e / b >= 5, ()),
    (geometric, a**5 + b**5 + c**5 + d**5 + a * e**4 >= 5 * a * b * c * d * e, ()),
    (geometric, a + b + c >= 3 * d, (a * b * c >= d**2,)),
    (geometric, x**2 * a + b + c >= 3 * x, (eq(a * b * c, 2),)),
    (geometric, 1 + p + p**2 >= 3 * p**2, ()),
    (symmetric, SYMMETRIC < 1, ONE),
    (symmetric, SYMMETRIC <= rational("99/100"), ONE),
    (symmetric, 1 / (1 + a + b + c) + 1 / (1 + b + c + d) + 1 / (1 + c + d + a) + 1 / (2 + d + a) <= 1, ONE),
    (symmetric, (a + b + c + d) ** 2 > rational("8/3") * PAIRS, ()),
    (symmetric, (a - b) ** 2 * (b - c) ** 2 * (c - a) ** 2 > 0, ()),
    (rooted, 1 / sqrt(1 + 3 * a) + 1 / sqrt(1 + 3 * b) > 1, (eq(a + b, 2),)),
    (rooted, a / sqrt(a**2 + 9 * b * c) + b / sqrt(b**2 + 9 * c * a) + c / sqrt(c**2 + 9 * a * b) >= 1, ()),
    (rooted, a / sqrt(a**2 + 8 * b * c) + b / sqrt(b**2 + 8 * c * a) + c / sqrt(c**2 + 8 * a * b) <= 1, ()),
    (rooted, 1 / sqrt(1 + 3 * a) + 1 / sqrt(1 + 3 * b) + 1 / sqrt(1 + 3 * c) >= rational("3/2"), (a + b + c >= 3,)),
    (rooted, 1 / sqrt(1 + 3 * a) + 1 / sqrt(1 + 3 * b) + 1 / sqrt(1 + 3 * c) <= rational("3/2"), THREE),
    (rooted, sqrt(3 * a + 1) + sqrt(3 * b + 1) + sqrt(3 * c + 1) < 6, THREE),
    (rooted, sqrt(3 * x + 1) + sqrt(3 * b + 1) + sqrt(3 * c + 1) <= 6, (x >= 0, eq(x + b + c, 4))),
    (rooted, sqrt(a**2 + (1 - b) ** 2) + sqrt(b**2 + (1 - a) ** 2) >= rational("71/50"), ()),
    (rooted, sqrt(x**2 + (1 - b) ** 2) + sqrt(b**2 + (1 - x) ** 2) > sqrt(2), ()),
    (rooted, a / sqrt((a + 3 * b) / 2) + b / sqrt((b + 3 * a) / 2) > sqrt(a + b), ()),
    (rooted, a * sqrt(b**3 + 1) + b * sqrt(a**3 + 1) <= 1, (eq(a + b, 1),)),
    (rooted, sqrt(a**2 + 1) + b * sqrt(a**2 + 1) <= (1 + b) * (a + 3 * b / 2), (eq(3 * a * b + b**2, 1),)),
    (minkowski, sqrt(x**2 + 1) + sqrt(y * y + 4) > sqrt(9 + (x + y) ** 2), ()),
    (minkowski, sqrt(x**2 + 1) + sqrt(y * y + 4) >= sqrt(10 + (x + y) ** 2), ()),
    (minkowski, sqrt(x**2 + 1) + sqrt(y * y + 4) >= sqrt(9 + (x + 2 * y) ** 2), ()),
    (minkowski, sqrt(x**2 - 1) + sqrt(y * y + 4) >= sqrt(1 + (x + y) ** 2), (x >= 1,)),
    (closer, sqrt(p) + sqrt(p + 2 * b) < 2 * sqrt(p + b) - b / 10, ()),
    (closer, sqrt(a + b) + sqrt(b + c) + sqrt(c + a) <= sqrt(2 * a) + sqrt(2 * b) + sqrt(2 * c), ()),
    (lowered, a / (1 + b**2 * a) + b / (1 + a**2 * b) >= rational("101/100"), (eq(a + b, 2),)),
    (lowered, a / (1 + b**2 * a) + b / (1 + a**2 * b) >= 1, (a + b <= 2,)),
    (lowered, (a**3 - a) / (a**3 + b) + (b**3 - b) / (b**3 + a) >= 0, (a * b <= 1,)),
    (lowered, (1 + a) / (1 + b**2) + (1 + b) / (1 + a**2) >= 2, (a + b >= 2,)),
    (lowered, 1 / (5 + a**2) + 1 / (5 + b**2) >= rational("1/3"), (eq(a + b, 2), a <= 2, b <= 2)),
    (between, a / (b + 2) + b / (c + 2) + c / (a + 2) < 1, (eq(a**2 + b**2 + c**2, 3),)),
    (between, a / (b + 2) + b / (c + 2) + c / (a + 2) <= rational("99/100"), (eq(a**2 + b**2 + c**2, 3),)),
    (between, a / (b + 2) + b / (c + 2) + c / (a + 2) <= 1, (eq(a**2 + b**2 + c**2, rational("16/5")),)),
    (symmetric, a**2 + b**2 + x**2 >= 2 * (a * b + b * x + x * a) - 3, ()),
]


def found(row: Row) -> Certificate | None:
    """A certificate that an engine finds, others asked for what it needs alone; the kernel and the re-checker accept it."""
    engine, claim, given = row
    statement = st.Statement(given, claim)
    search = Search(Deadline.now().after(20), STEPS)
    assert isinstance(claim, st.Relation)
    certificate = engine(search, facts_of(given), claim)
    if certificate is not None:
        assert check(statement, certificate).trusts == frozenset()
        follow_again(statement, certificate)
    return certificate


@pytest.mark.parametrize("row", RIGHT, ids=lambda row: str(row[1]))
def test_the_claim_is_proved(row: Row) -> None:
    assert found(row) is not None


@pytest.mark.parametrize("row", WRONG, ids=lambda row: str(row[1]))
def test_its_neighbour_is_not(row: Row) -> None:
    assert found(row) is None


def test_a_polynomial_is_written_in_the_elementary_symmetric_sums() -> None:
    normalizer = Facts(()).normalizer
    value = normalizer.scalar(a**3 + b**3 + c**3)
    numbers = normalizer.ring.generators(value)

    assert in_sums(normalizer.ring, value, numbers) == {(3, 0, 0): 1, (1, 1, 0): -3, (0, 0, 1): 3}
    assert in_sums(normalizer.ring, normalizer.scalar(a**3 + b**3 + 2 * c**3), numbers) is None
    assert in_sums(normalizer.ring, normalizer.scalar(a**2 * b + b**2 * c + c**2 * a), numbers) is None
