"""What is said of all reals and all vectors, at a point: decided as a grid of places says, and undecided beyond squares."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest

from symproof import column, each, eq, exp, function, grad, implies, inner, matrix, norm, positive, real, tr, vectors
from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.evaluate import holds
from symproof.evaluation.novalue import Undecided
from symproof.point import MatrixValue, Point, QuadraticFunction
from tests.kernel_says import settled

a, b, c, s, t = (real(name) for name in "abcst")
u, v, x, y, z = vectors("u v x y z")
f, g = function("f"), function("g", on=real)
A, M, X = (matrix(name, 2) for name in "AMX")
U, V = column("U", 2), column("V", 2)
ZERO, ONE = Fraction(0), Fraction(1)


def _form(k: list[int], p: Any, q: Any) -> Any:
    return k[0] * p * p + k[1] * p * q + k[2] * q * q + k[3] * p + k[4] * q + k[5]


def test_quadratic_statements_of_two_reals_agree_with_a_grid() -> None:
    """What holds for all holds on the grid; what fails is refined to a place where it does."""
    random = Random(1)
    seen = {True: 0, False: 0}

    def least(k: list[int], places: Iterable[int], n: int) -> int:
        """The least of n**2 times the form, where s and t are n-th parts."""
        square = [k[0], k[1], k[2], n * k[3], n * k[4], n * n * k[5]]
        return min(_form(square, p, q) for p, q in product(places, repeat=2))

    for _ in range(150):
        k = [random.randint(-2, 2) for _ in range(6)]
        said = holds(each(s, each(t, _form(k, s, t) >= 0)), Point({}))
        seen[said] += 1
        on_grid = least(k, range(-8, 9), 2)
        assert not said or on_grid >= 0
        if not said and on_grid >= 0:  # it fails far out, or between the places
            assert least(k, [*(7 * far for far in (-400, -20, 20, 400)), *range(-21, 22)], 7) < 0
    assert min(seen.values()) > 10


def test_affine_implications_agree_with_a_grid() -> None:
    random = Random(2)
    for _ in range(60):
        k = [random.randint(-1, 1) for _ in range(6)]
        given, kind = random.choice("<>") + random.choice(("", "=")), random.choice("<>") + random.choice(("", "="))
        if not k[0] and not k[1]:
            continue
        premise, body = (
            st.Relation(given, k[0] * s + k[1] * t + k[2], tm.ZERO),
            st.Relation(kind, k[3] * s + k[4] * t + k[5], tm.ZERO),
        )
        said = holds(each(s, each(t, implies(premise, body))), Point({}))
        ends = [Fraction(k, 4) for k in (-200, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 200)]
        places = [Point({s: p, t: q}) for p, q in product(ends, ends)]
        assert said == all(holds(body, place) for place in places if holds(premise, place))


def test_absolute_values_of_affine_terms_agree_with_a_grid() -> None:
    """|u| R c |v|, |u| R r and under a premise: what is said to hold does on a fine grid, what is said to fail somewhere fails there."""
    random = Random(3)
    seen = {True: 0, False: 0}
    ends = [Fraction(k, 4) for k in (-4000, -41, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 43, 4000)]
    for number in range(240):
        k = [random.choice((-2, -1, 0, 0, 1, 2)) for _ in range(6)]
        kind, factor = random.choice(("<", "<=", ">", ">=", "=")), random.choice((0, 1, 2))
        u, w = k[0] * s + k[1] * t + k[2], k[3] * s + k[4] * t + k[5]
        right = (factor * abs(w), tm.scalar(factor), w**2 + factor)[number % 3]
        body: st.Prop = st.Relation(kind, abs(tm.scalar(u)), tm.scalar(right))
        if number % 4 == 0:
            body = implies(tm.scalar(w) <= 1, body)
        try:
            said = holds(each(s, each(t, body)), Point({}))
        except Undecided:
            continue
        seen[said] += 1
        assert said == all(holds(body, Point({s: p, t: q})) for p, q in product(ends, ends)), body
    assert min(seen.values()) > 15


@pytest.mark.parametrize("dimension", [1, 2])
def test_statements_of_vectors_and_functions(dimension: int) -> None:
    def vector(*numbers: int) -> tuple[Fraction, ...]:
        return tuple(map(Fraction, numbers[:dimension]))

    bowl = QuadraticFunction(Fraction(1), vector(2, 0), Fraction(2))  # 1 + 2 x + |x|**2, least at -1
    point = Point({f: bowl, x: vector(-1, 0), u: vector(0, 0), v: vector(1, 0)}, dimension)
    at_x = f(x) + inner(grad(f)(x), z - x)

    right = [
        each(z, f(z) >= f(x)),
        each(z, f(z) >= at_x),
        each(z, eq(inner(u, z), 0)),
        each(z, norm(z - v) ** 2 >= 0),
        each(z, eq(z - z, 0 * z)),
        each(z, each(y, norm(grad(f)(z) - grad(f)(y)) <= 2 * norm(z - y))),
    ]
    wrong = [
        each(z, f(z) > f(x) + 1),
        each(z, f(z) >= f(v)),
        each(z, eq(inner(v, z), 0)),
        each(z, inner(v, z) >= 0),
        each(z, eq(z, u)),
        each(z, each(y, norm(grad(f)(z) - grad(f)(y)) <= norm(z - y))),
    ]
    assert all(holds(prop, point) for prop in right)
    assert not any(holds(prop, point) for prop in wrong)


def test_what_is_of_a_higher_degree_or_no_polynomial_is_not_decided() -> None:
    cubic = QuadraticFunction(Fraction(0), (Fraction(0),), Fraction(1))
    for prop in (
        each(s, s**3 >= 0),
        each(s, exp(s) >= 0),
        each(s, eq(g(g(s)), s)),
        each(z, norm(z) >= norm(z - x) - norm(x)),
        each(s, abs(s) >= s**2 - 1),
        each(s, implies(abs(s) < 1, s <= 1)),
        each(s, s**2 > 0),
        each(s, 1 / s >= 0),
    ):
        with pytest.raises(Undecided):
            holds(prop, Point({g: cubic}))


@pytest.mark.parametrize(
    ("given", "claim"),
    [
        (each(z, f(z) >= f(x) + inner(u, z - x)), eq(f(x), f(y))),
        (each(s, each(t, eq(g(s + t), g(s) + g(t)))), eq(g(a), a)),
        (each(s, each(t, implies(s <= t, g(s) <= g(t)))), g(a) <= g(b)),
        (each(z, inner(x, z) >= 0), eq(x, y)),
        (each(s, eq(g(-s), g(s))), eq(g(a - b), g(a + b))),
    ],
    ids=str,
)
def test_such_hypotheses_are_met_by_a_failing_point(given: st.Prop, claim: st.Prop) -> None:
    assert settled(claim, given=[given], budget=4).status == "refuted"


@pytest.mark.parametrize(
    ("curvature", "slope", "place", "expected"),
    [(2, 4, -2, True), (2, 4, -1, False), (0, 0, 5, True), (0, 1, 0, False), (-2, 0, 0, False)],
)
def test_a_minimizer_is_where_a_bowl_is_lowest(curvature: int, slope: int, place: int, expected: bool) -> None:
    bowl = QuadraticFunction(Fraction(7), (Fraction(slope),), Fraction(curvature))
    said = holds(st.Minimizer(v, f(u), u), Point({f: bowl, v: (Fraction(place),)}))
    assert said is expected


def test_the_only_minimizer_and_one_among_positive_numbers() -> None:
    p = positive("p")
    zero = Point({s: Fraction(0)})
    assert holds(st.Minimizer(s, t**2, t, unique=True), zero)
    assert not holds(st.Minimizer(s, (t - 1) ** 2, t, unique=True), zero)
    assert holds(st.Minimizer(s, 0 * t, t), zero) and not holds(st.Minimizer(s, 0 * t, t, unique=True), zero)
    assert not holds(
        st.Minimizer(u, inner(v, x) ** 2, x, unique=True), Point({u: (Fraction(0),) * 2, v: (Fraction(1),) * 2}, 2)
    )
    with pytest.raises(Undecided):
        holds(st.Minimizer(s, p**2, p), zero)


def test_what_is_said_of_a_minimizer_can_be_refuted() -> None:
    step = v - 2 * u
    wrong = settled(
        eq(norm(step) ** 2, norm(v) ** 2 - 2 * inner(u, v) + 4 * norm(u) ** 2), given=[st.Minimizer(u, f(x), x)]
    )
    assert wrong.status == "refuted"
    assert settled(f(u) <= f(v), given=[st.Minimizer(u, f(x), x)]).status != "refuted"


@pytest.mark.parametrize(
    ("entries", "prop", "truth"),
    [
        ("1 2 3 4", each(U, eq(A @ U, M @ U)), False),
        ("1 0 0 2", each(U, eq(A @ U, M @ U)), True),
        ("0 1 -1 0", each(U, eq(inner(U, A @ U), 0)), True),
        ("0 1 1 0", each(U, eq(inner(U, A @ U), 0)), False),
        ("0 1 -1 0", each(U, eq(norm(A @ U), norm(U))), True),
        ("0 1 -2 0", each(U, eq(norm(A @ U), norm(U))), False),
        ("2 5 0 2", each(U, inner(U, A @ U) >= -inner(U, U)), True),
        ("2 7 0 2", each(U, inner(U, A @ U) >= -inner(U, U)), False),
        ("0 1 0 2", each(U, each(V, eq(inner(U, A @ V), inner(A @ U, V)))), False),
        ("3 1 1 2", each(U, each(V, eq(inner(U, A @ V), inner(A @ U, V)))), True),
        ("3 0 0 3", each(X, eq(A @ X, X @ A)), True),
        ("3 0 0 2", each(X, eq(A @ X, X @ A)), False),
        ("1 0 0 1", each(X, eq(tr(A @ X), tr(X))), True),
        ("1 0 1 1", each(X, eq(tr(A @ X), tr(X))), False),
        ("1 0 1 1", each(X, tr(X.T @ X) >= tr(X @ X)), True),
        ("1 0 1 1", each(X, tr(X @ X) >= 0), False),
        ("1 0 1 1", each(U, U[1] * U[2] <= U[1] ** 2 + U[2] ** 2), True),
        ("1 0 1 1", each(U, 3 * U[1] * U[2] <= U[1] ** 2 + U[2] ** 2), False),
        ("5 1 1 5", each(U, norm(A @ U) <= 6 * norm(U)), True),
        ("5 1 1 5", each(U, norm(A @ U) <= 5 * norm(U)), False),
    ],
)
def test_what_is_said_of_all_columns_and_of_all_matrices(entries: str, prop: st.Prop, truth: bool) -> None:
    w = [Fraction(x) for x in entries.split()]
    point = Point({A: MatrixValue((tuple(w[:2]), tuple(w[2:]))), M: MatrixValue(((ONE, ZERO), (ZERO, 2 * ONE)))})

    assert holds(prop, point) == truth


def test_a_cube_of_entries_is_not_decided() -> None:
    with pytest.raises(Undecided):
        holds(each(X, eq(tr(X @ X @ X), tr(X @ X @ X))), Point({}))
