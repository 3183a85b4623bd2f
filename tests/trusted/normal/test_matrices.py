"""Normal forms of matrices: what is one matrix, its false neighbours, and random terms against exact evaluation."""

from __future__ import annotations

from fractions import Fraction as Q

import pytest
from hypothesis import given
from hypothesis import strategies as some

from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.evaluation.evaluate import NoValue, Undecided, value
from symproof.evaluation.exact import compare, same
from symproof.matrix_symbols import column, det, identity, inverse, matrix, tr, zeros
from symproof.point import MatrixValue, Point
from symproof.symbols import index, inner, natural, rational, real, total
from symproof.trusted.facts import NOT_NORMAL
from symproof.trusted.normal import Normalizer

n, m, k, c = natural("n"), natural("m"), natural("k"), real("c")
A, B, C = (matrix(name, n) for name in "ABC")
P, R = matrix("P", (m, n)), matrix("R", (n, m))
u, v, w = (column(name, n) for name in "uvw")
one = identity(n)
T2, T4 = matrix("A", 2), matrix("A", 4)

EQUAL = [
    ((A @ B).T, B.T @ A.T),
    ((P @ R).T, R.T @ P.T),
    (A @ (B + C), A @ B + A @ C),
    ((A + B) ** 2, A @ A + A @ B + B @ A + B @ B),
    (A**k @ A, A ** (k + 1)),
    ((A + B) ** k @ (A + B), (A + B) ** (k + 1)),
    ((A**2) ** k, A ** (2 * k)),
    (inverse(A @ B), inverse(B) @ inverse(A)),
    (inverse(A.T), inverse(A).T),
    (inverse(inverse(A + B)), A + B),
    (inverse(A + B).T, inverse(B.T + A.T)),
    (inverse(2 * A + 2 * B), rational("1/2") * inverse(A + B)),
    (inverse(c * A), 1 / c * inverse(A)),
    (inverse(A) @ A, one),
    (inverse(A @ B + one) @ A**0, inverse(one + A @ B)),
    (A - A, zeros(n)),
    (u @ v.T @ w, inner(v, w) * u),
    (u @ (u.T @ u) @ u.T, u @ u.T @ u @ u.T),
    (tr(A @ B @ C), tr(C @ A @ B)),
    (tr(A @ B @ C), tr(C.T @ B.T @ A.T)),
    (tr(P @ R), tr(R @ P)),
    (tr(inverse(A) @ B @ A), tr(B)),
    (tr(one), n),
    (tr(c * A - B), c * tr(A) - tr(B)),
    (tr(u @ v.T), inner(u, v)),
    (inner(u, A @ v), inner(A.T @ u, v)),
    (det(A @ B), det(B) * det(A)),
    (det((A + B) @ A), det(A) * det(A + B)),
    (det(A.T), det(A)),
    (det(c * A), c**n * det(A)),
    (det(-A), (-1) ** n * det(A)),
    (det(inverse(A)), 1 / det(A)),
    (det(A**k), det(A) ** k),
    (det((A + B).T), det(A + B)),
    (
        det(identity(4) + T4),
        1
        + det(T4)
        + tr(T4)
        + (tr(T4) ** 2 - tr(T4**2)) / 2
        + (tr(T4) ** 3 - 3 * tr(T4) * tr(T4**2) + 2 * tr(T4**3)) / 6,
    ),
    (det(T2), T2[1, 1] * T2[2, 2] - T2[1, 2] * T2[2, 1]),
    (det(matrix("A", 0)), tm.ONE),
    (tr(identity(3)), tm.scalar(3)),
]
DIFFERENT = [
    (A @ B, B @ A),
    ((A @ B).T, A.T @ B.T),
    ((A + B) ** 2, A**2 + 2 * (A @ B) + B**2),
    (inverse(A + B), inverse(A) + inverse(B)),
    (inverse(A @ B), inverse(A) @ inverse(B)),
    ((A @ B) ** k, A**k @ B**k),
    (A.T, A),
    (A**k, A),
    (u @ v.T, v @ u.T),
    (tr(A @ B @ C), tr(A @ C @ B)),
    (tr(A @ B), tr(A) * tr(B)),
    (tr(A @ B), tr(A.T @ B)),
    (tr(one), tm.ONE),
    (inner(u, A @ v), inner(u, A.T @ v)),
    (det(A + B), det(A) + det(B)),
    (det(c * A), c * det(A)),
    (det(-A), -det(A)),
    (det(P @ R), det(R @ P)),
    (det(identity(m) + P @ R), det(one + P.T @ R.T) + 1),
]


def is_zero(left: tm.Term, right: tm.Term) -> bool:
    normalizer = Normalizer()
    if isinstance(left, tm.Matrix):
        return not normalizer.matrix_difference(left, tm.matrix_term(right)).terms
    return normalizer.ring.is_zero(normalizer.difference(tm.scalar(left), tm.scalar(right)))


@pytest.mark.parametrize(("left", "right"), EQUAL, ids=str)
def test_equal_matrices_have_one_normal_form(left: tm.Term, right: tm.Term) -> None:
    assert is_zero(left, right)


@pytest.mark.parametrize(("left", "right"), DIFFERENT, ids=str)
def test_their_neighbours_do_not(left: tm.Term, right: tm.Term) -> None:
    assert not is_zero(left, right)


def test_a_matrix_power_under_a_sum_has_no_normal_form() -> None:
    """Its exponent is a bound index, which an atom must not hide."""
    t = index("t")

    with pytest.raises(NOT_NORMAL):
        Normalizer().scalar(total(tr(A**t), t, 0, n))


# Random terms ---------------------------------------------------------------------------------------

SQUARES = [A, B, one, zeros(n), u @ v.T, R @ P]
NUMBERS = [c, tm.scalar(2), tm.scalar(-1), inner(u, v)]


@some.composite
def squares(draw: some.DrawFn, depth: int = 3) -> tm.Matrix:
    if depth == 0:
        return draw(some.sampled_from(SQUARES))
    inside = squares(depth - 1)
    match draw(some.integers(0, 7)):
        case 0:
            return draw(inside) + draw(inside)
        case 1 | 2:
            return draw(inside) @ draw(inside)
        case 3:
            return draw(inside).T
        case 4:
            return draw(some.sampled_from(NUMBERS)) * draw(inside)
        case 5:
            return inverse(draw(inside))
        case 6:
            exponent = draw(some.sampled_from([tm.scalar(2), k, k + 1, 2 * k, tm.scalar(-2)]))
            return draw(inside) ** exponent
        case _:
            return draw(some.sampled_from(SQUARES))


@some.composite
def numbers(draw: some.DrawFn) -> tm.Scalar:
    made = draw(squares())
    match draw(some.integers(0, 3)):
        case 0:
            return tr(made)
        case 1:
            return det(made)
        case 2:
            return inner(u, made @ v) + tr(draw(squares(depth=2)) @ made)
        case _:
            return det(made @ draw(squares(depth=1))) * c


@some.composite
def points(draw: some.DrawFn) -> Point:
    number = some.sampled_from([Q(0), Q(1), Q(-1), Q(2), Q(1, 2), Q(3)])
    height, width = draw(some.integers(0, 3)), draw(some.integers(0, 2))

    def table(rows: int, columns: int) -> MatrixValue:
        return MatrixValue(tuple(tuple(draw(number) for _ in range(columns)) for _ in range(rows)))

    sizes = {A: (height, height), B: (height, height), P: (width, height), R: (height, width)}
    values: dict[tm.Term, object] = {letter: table(*shape) for letter, shape in sizes.items()}
    values |= {u: table(height, 1), v: table(height, 1)}
    values |= {n: Q(height), m: Q(width), c: draw(number), k: Q(draw(some.integers(0, 3)))}
    return Point(values)  # type: ignore[arg-type]


@given(squares() | numbers(), points())
def test_the_normal_form_of_a_random_term_has_its_value(term: tm.Term, point: Point) -> None:
    normalizer = Normalizer()
    back = Readback(normalizer)
    try:
        again: tm.Term
        if isinstance(term, tm.Matrix):
            again = back.matrix(normalizer.matrix(term))
        else:
            assert isinstance(term, tm.Scalar)
            again = back.scalar(normalizer.scalar(term))
        ours, theirs = value(term, point), value(again, point)
    except (*NOT_NORMAL, LookupError, NoValue, Undecided):
        return
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        assert same(sum(ours, ()), sum(theirs, ()))  # type: ignore[arg-type]
    else:
        assert compare(ours, theirs) == 0  # type: ignore[arg-type]
