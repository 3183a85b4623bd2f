"""Linear arithmetic with its logic: claims of textbooks, and neighbours of each that must stay open to it."""

from __future__ import annotations

import pytest

from symproof import and_, eq, iff, implies, integer, maximum, minimum, natural, ne, not_, or_, rational, reals
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search
from symproof.kernel import check, facts_of
from symproof.statement import Prop, Statement

a, b, c, d, e, x, y, z = reals("a b c d e x y z")
i, j, n = integer("i"), integer("j"), natural("n")
half = rational("1/2")

PAIRS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    # |.|, max, min
    ((), abs(x + y) <= abs(x) + abs(y), abs(x + y) < abs(x) + abs(y)),
    ((), abs(abs(x) - abs(y)) <= abs(x - y), abs(abs(x) - abs(y)) < abs(x - y)),
    ((abs(x - a) < e, abs(y - a) < e), abs(x - y) < 2 * e, abs(x - y) < e),
    ((abs(a) <= 1, abs(b) <= 1), abs(2 * a - b) <= 3, abs(2 * a - b) <= 2),
    ((x <= z, y <= z), maximum(x, y) <= z, minimum(x, y) < z),
    ((), eq(maximum(x, y) + minimum(x, y), x + y), eq(maximum(x, y) - minimum(x, y), x - y)),
    ((), eq(maximum(x, y), (x + y + abs(x - y)) / 2), eq(minimum(x, y), (x + y + abs(x - y)) / 2)),
    ((a > 0,), abs(minimum(maximum(-a, x), a)) <= a, abs(minimum(maximum(-a, x), a)) < a),
    ((a <= c, c <= b), eq(abs(a - c) + abs(c - b), abs(a - b)), abs(a - c) + abs(c - b) < abs(a - b)),
    # alternatives
    ((), or_(x < y, eq(x, y), y < x), or_(x < y, y < x)),
    ((eq(abs(x), a),), or_(eq(x, a), eq(x, -a)), eq(x, a)),
    ((x + y > 2,), or_(x > 1, y > 1), and_(x > 1, y > 1)),
    ((or_(x > 1, x < -1), abs(x) < 2, x > -1), x > 1, x > 2),
    ((implies(x > 0, y > 0), x > 1), y > 0, y > 1),
    ((iff(x > 0, y > 0), y <= 0), x <= 0, x < 0),
    ((implies(and_(x > 0, y > 0), z > 0), x > 1, y > 1), z > 0, z > 1),
    # opposites
    ((not_(or_(x > 0, y > 0)),), x + y <= 0, x + y < 0),
    ((not_(and_(x > 0, y > 0)), x > 0), y <= 0, y < 0),
    ((not_(implies(x > 0, y > 0)),), x > y, y < 0),
    ((not_(iff(x > 0, y > 0)), x > 0), y <= 0, y < 0),
    ((), iff(not_(or_(x < y, x > y)), eq(x, y)), iff(not_(x < y), eq(x, y))),
    ((ne(x, y), x >= y), x > y, x > y + 1),
    ((ne(x, 2), x >= 2, x <= 3), x > 2, x > 3),
    # integers
    ((i > 0, i < 2), eq(i, 1), eq(i, 2)),
    ((n < 3, n >= 1), or_(eq(n, 1), eq(n, 2)), or_(eq(n, 1), eq(n, 0))),
    ((3 * i >= 1,), i >= 1, i >= 2),
    ((i < j, j < i + 2), eq(j, i + 1), eq(j, i + 2)),
    ((), ne(2 * i, 2 * j + 1), ne(2 * i, 2 * j + 2)),
    ((), ne(6 * i + 4 * j, 3), ne(6 * i + 4 * j, 2)),
    ((2 * i + 3 * j > 4,), 2 * i + 3 * j >= 5, 2 * i + 3 * j >= 6),
    # quotients too, where the sign of the denominator is not known
    ((ne(y, 0), x / y < a, a <= z / y), (x - z) / y < 0, x < z),
    ((ne(y, 0), abs(x / y) < a), abs(2 * x / y) < 2 * a, abs(2 * x / y) < a),
    # and beside others where it is
    ((abs(x - z) <= e, abs(y - x) <= 1 / 2**n), abs(y - z) <= e + 1 / 2**n, abs(y - z) <= e),
    ((a > 0, b / a + c <= d, x <= b / a), x + c <= d, x + b <= d),
    # products are unknowns of their own
    ((x * y <= a, a < b), x * y < b, x < b),
    ((a * b <= c,), 2 * a * b <= 2 * c, 2 * a * b < 2 * c),
]


@pytest.mark.parametrize(("given", "right", "wrong"), PAIRS)
def test_a_claim_is_proved_and_its_neighbour_is_not(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    def found(claim: Prop) -> bool:
        certificate = Search(Deadline.now().after(60), (("linear", linear),)).prove(facts_of(given), claim)
        return certificate is not None and check(Statement(given, claim), certificate).status == "proved"

    assert found(right)
    assert not found(wrong)


def test_a_case_that_no_proof_needs_is_no_case() -> None:
    """Twelve alternatives that have nothing to do with the goal do not make 4096 branches."""
    letters = reals(" ".join(f"p_{k}" for k in range(12)))
    given = (*(or_(letter > 1, letter < -1) for letter in letters), abs(x) <= 1)
    claim = x <= 1
    certificate = Search(Deadline.now().after(60), (("linear", linear),)).prove(facts_of(given), claim)

    assert certificate is not None
    assert str(certificate).count("Alternatives") == 0


def test_cases_of_a_term_without_a_value_are_not_told_apart() -> None:
    """1/x > 0 or not: at x = 0 neither."""
    claim = or_(1 / x > 0, 1 / x <= 0)

    assert Search(Deadline.now().after(60), (("linear", linear),)).prove(facts_of(()), claim) is None
