"""Claims that fail at irrational points, and points that must not be believed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import (
    cos,
    each,
    eq,
    exp,
    iff,
    integer,
    log,
    ne,
    nonnegative,
    or_,
    pi,
    positive,
    rational,
    real,
    sin,
    sqrt,
)
from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.irrational import irrational
from symproof.evaluation.ties import NotAFailure, failure
from symproof.point import Point
from tests.kernel_says import settled

a, b, c, x, y, t = (real(name) for name in "abcxyt")
p, q, n = positive("p"), nonnegative("q"), integer("n")
r = tm.Variable("r", "rational")
ROOT = sqrt(2)

FALSE: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(x**2, 2), ()),
    (ne(p**3, 5), ()),
    (eq(x, 1), (eq(x**2, 3),)),
    (x > rational("3/2"), (eq(x**2, 2), x > 0)),
    (x > rational("13/10"), (eq(x**3, 2),)),
    (eq(x - y, 1), (eq(x * y, 1), eq(x + y, 3))),
    (x + y <= rational("7/5"), (eq(x**2 + y**2, 1),)),
    (eq(x * y, 1), (eq(x**2 + y**2, 3), eq(x, y))),
    (eq(a * b * c, 0), (eq(a + b + c, 0), eq(a * b + b * c + c * a, -1))),
    (x > 1, (eq(exp(x), 2),)),
    (p > 3, (eq(log(p), 1),)),
    (x > 0, (eq(x**2, 2 * y**2), eq(y, 1))),
    (or_(eq(x, 1), eq(x, 0)), (eq(x**4 - 3 * x**2 + 2, 0),)),
    ((x**2 - 2) ** 2 > 0, ()),
    (or_(x**2 < 2, x**2 > 2), ()),
    (sin(x) < 1, ()),
    (cos(x) > -1, (x > 0,)),
    (sin(x) * cos(x) < rational("1/2"), ()),
    (p * log(p) > -exp(-1), ()),
    (x**4 - 4 * x**2 >= rational("-39999999/10000000"), ()),
    (iff(eq(x**2, 2), eq(x, ROOT)), ()),
]


@pytest.mark.parametrize(("claim", "given"), FALSE)
def test_a_false_claim_is_refuted_where_no_rational_point_shows_it(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given).status == "refuted"


TRUE: list[tuple[st.Prop, tuple[st.Prop, ...], dict[tm.Term, tm.Scalar]]] = [
    (ne(n**2, 2), (), {n: ROOT}),  # no integer
    (ne(r**2, 2), (), {r: ROOT}),
    (or_(ne(p**2, 2), p > 0), (), {p: -ROOT}),  # declared positive
    ((x**2 - 2) ** 2 >= 0, (), {x: ROOT}),
    (or_(x**2 <= 2, x**2 > 2), (), {x: ROOT}),
    (sin(x) <= 1, (), {x: pi / 2}),
    (sin(x) < 1, (x > 2,), {x: pi / 2}),
    (p * log(p) >= -exp(-1), (), {p: exp(-1)}),
    (q >= 0, (), {q: -ROOT}),
    (x > 0, (x**2 < 0,), {x: sqrt(-2)}),  # no number at all
    (y > 0, (eq(y, 1),), {x: ROOT, y: tm.ONE}),  # x is not spoken of
    (each(x, x**2 >= 0), (), {x: ROOT}),
    (x > 0, (), {x: y}),  # y has no value
    (x > 0, (eq(x**2, 2), x > 1), {x: ROOT}),
    (x > 0, (eq(x**2, 2), x > 1), {x: -ROOT}),
    (eq(x**2, 2), (eq(x**2, 2),), {x: ROOT + rational("1/1000000")}),
]


@pytest.mark.parametrize(("claim", "given", "values"), TRUE)
def test_a_point_that_shows_nothing_is_not_believed(
    claim: st.Prop, given: tuple[st.Prop, ...], values: dict[tm.Term, tm.Scalar]
) -> None:
    with pytest.raises(NotAFailure):
        failure(st.Statement(given, claim), Point(values))


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (p + q + a < sqrt(3), (eq(p**2 + q**2 + a**2, 1),)),
        (x + 2 * y + 3 * t < sqrt(14), (eq(x**2 + y**2 + t**2, 1),)),
        (x + y <= rational("61/50"), (eq(x**2 + 2 * y**2, 1),)),
    ],
)
def test_a_place_downhill_is_written_as_numbers(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    statement = st.Statement(given, claim)

    assert any(_fails(statement, point) for point in irrational(statement))


def _fails(statement: st.Statement, point: Point) -> bool:
    try:
        return failure(statement, point).relation is not None
    except NotAFailure:
        return False


def test_the_point_is_shown_as_it_is() -> None:
    verdict = settled(ne(p**2, 2))

    assert verdict.point is not None
    assert verdict.point.show() == {"p": "sqrt(2)"}
    assert failure(st.Statement((), x * y <= 0), Point({x: ROOT, y: Fraction(3)})).relation is not None
