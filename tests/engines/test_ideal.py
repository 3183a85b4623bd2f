"""Polynomial equations among the facts: what follows, what does not, and cofactors that multiply out."""

from __future__ import annotations

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as hy

from symproof import and_, eq, iff, implies, integer, ne, not_, or_, positive, rational, real, reals
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.groebner import Basis
from symproof.engines.polynomials.ideal import ideal, member
from symproof.engines.search import Search
from symproof.kernel import check, facts_of
from symproof.statement import Prop, Statement
from symproof.trusted.certificate import Combination
from symproof.trusted.polynomial import Polynomials, Quotient

a, b, c, x, y, z = reals("a b c x y z")
i, j = integer("i"), integer("j")
p, q = positive("p"), real("q")
half = rational("1/2")

PAIRS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    # membership
    ((eq(x + y, 3), eq(x * y, 2)), eq(x**2 + y**2, 5), eq(x**2 + y**2, 4)),
    ((eq(x + y + z, 0),), eq(x**3 + y**3 + z**3, 3 * x * y * z), eq(x**3 + y**3 + z**3, x * y * z)),
    ((eq(a * x, 1), eq(b * y, 1)), eq(a * b * x * y, 1), eq(a * y, 1)),
    ((eq(x / y, 2), ne(y, 0)), eq(x, 2 * y), eq(y, 2 * x)),
    # what is not zero
    ((ne(x, 0), eq(x * y, x)), eq(y, 1), eq(x, 1)),
    ((p * q > 0, eq(p * q, q)), eq(p, 1), eq(q, 1)),
    ((ne(a, 0), eq(a * x + b, 0)), eq(x, -b / a), eq(x, b / a)),
    ((eq(a**2 - c * a + b, 0), eq(x**2 - c * x + b, 0), ne(a, x)), eq(y * (a + x), y * c), eq(y * (a + x), c)),
    ((eq(a**2 - c * a + b, 0), eq(x**2 - c * x + b, 0), a > x, ne(z, 0)), eq(y * z * (a + x), y * z * c), eq(y * z, 0)),
    ((ne(3 * x, z), eq((3 * x - z) ** 2 * (x + z), y), eq(y, 0)), eq(x + z, 0), eq(x, z)),  # its square, not it alone
    ((ne(a, 0), b < 0, eq(a * b * (x - y), 0)), eq(z * (x - y), 0), eq(z * x, y)),
    # products that are zero
    ((eq(x**2, 4),), or_(eq(x, 2), eq(x, -2)), eq(x, 2)),
    ((eq(x**2, 4), x > 0), eq(x, 2), eq(x, -2)),
    ((eq((x - 1) ** 2, 0),), eq(x, 1), eq(x, 0)),
    ((eq(x**3, 27),), eq(x, 3), eq(x, -3)),
    ((eq(x**2 * y**3, 72), eq(x / y**3, rational("3/8"))), eq(x + y, 5), eq(x + y, 1)),
    ((eq(x**3, x), x > 0), eq(x, 1), eq(x, 2)),
    ((eq(x * y * z, 0),), or_(eq(x, 0), eq(y, 0), eq(z, 0)), or_(eq(x, 0), eq(y, 0))),
    ((eq(x**2, a**2),), or_(eq(x, a), eq(x + a, 0)), eq(x, a)),
    (
        (eq(x + y, 3), eq(x * y, 2)),
        or_(and_(eq(x, 1), eq(y, 2)), and_(eq(x, 2), eq(y, 1))),
        or_(and_(eq(x, 1), eq(y, 2)), eq(x, 0)),
    ),
    # steps between equations
    ((), iff(eq(x**2, 1), or_(eq(x, 1), eq(x, -1))), iff(eq(x**2, 1), eq(x, 1))),
    ((), iff(eq(x**2 - 3 * x + 2, 0), or_(eq(x, 1), eq(x, 2))), iff(eq(x**2 - 3 * x + 2, 0), or_(eq(x, 1), eq(x, 3)))),
    ((ne(y, 0),), iff(eq(x / y, 3), eq(x, 3 * y)), iff(eq(x / y, 3), eq(y, 3 * x))),
    ((), implies(eq(x, y), eq(x**2, y**2)), implies(eq(x**2, y**2), eq(x, y))),
    ((not_(and_(eq(x, 0), eq(y, 0))), eq(x * y, 0), ne(x, 0)), eq(y, 0), eq(x, 1)),
    # integers with few values
    (
        (i >= 0, i <= 3, j >= 0, j <= 3, eq(i**2 + j**2, 10)),
        or_(and_(eq(i, 3), eq(j, 1)), and_(eq(i, 1), eq(j, 3))),
        and_(eq(i, 3), eq(j, 1)),
    ),
    ((i >= 1, i <= 5, eq(i**2, 2 * j)), or_(eq(i, 2), eq(i, 4)), eq(i, 2)),
    # orders modulo equations
    ((eq(x**2 + y, 1), y >= half), x**2 <= half, x**2 <= rational("1/3")),
    ((eq(x * y, 1), x * y * z > 2), z > 2, z > 3),
]


def found(given: tuple[Prop, ...], claim: Prop) -> bool:
    """Whether the engine proves a claim, and the kernel agrees."""
    certificate = Search(Deadline.now().after(60), (("ideal", ideal),)).prove(facts_of(given), claim)
    return certificate is not None and check(Statement(given, claim), certificate).status == "proved"


@pytest.mark.parametrize(("given", "right", "wrong"), PAIRS)
def test_a_claim_is_proved_and_its_neighbour_is_not(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    assert found(given, right)
    assert not found(given, wrong)


def test_what_is_not_zero_divides_at_once() -> None:
    given, goal = (a > x, eq((a - x) ** 2 * (y - 5), 0)), eq(y, 5)

    assert isinstance(member(facts_of(given), goal), Combination)
    assert member(facts_of((a >= x, given[1])), goal) is None


def test_equations_that_contradict_each_other_prove_anything() -> None:
    assert found((eq(x**2, 2), eq(x**3, 3)), eq(y, 7))
    assert not found((eq(x**2, 4), eq(x**3, 8)), eq(y, 7))


def test_a_denominator_that_may_be_zero_is_not_cancelled() -> None:
    assert not found((eq(a * x, a * y),), eq(x, y))
    assert not found((eq(x * (x - y), 0),), eq(x, y))


SMALL = hy.lists(hy.tuples(hy.integers(0, 2), hy.integers(0, 2), hy.integers(-3, 3)), min_size=1, max_size=3)


@given_by(hy.lists(SMALL, min_size=1, max_size=3), SMALL)
def test_cofactors_multiply_out(raw: list[list[tuple[int, int, int]]], asked: list[tuple[int, int, int]]) -> None:
    ring = Polynomials()

    def poly(terms: list[tuple[int, int, int]]) -> Quotient:
        return ring.from_terms([(tuple((k, e) for k, e in ((0, i), (1, j)) if e), c) for i, j, c in terms])

    given, value = [poly(terms) for terms in raw], poly(asked)
    basis = Basis(ring, given, [value])
    rest, cofactors = basis.reduce(value)
    members = [(basis.value(k), basis.cofactors(k)) for k in range(len(basis))]
    combinations = [*members, (ring.subtract(value, rest), cofactors)]
    for total, used in combinations:
        added = ring.total([ring.constant(0), *(ring.multiply(c, given[k]) for k, c in used.items())])
        assert ring.is_zero(ring.subtract(total, added))
