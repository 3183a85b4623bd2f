"""Matrices made of matrices: what has one normal form, in the kernel and in the re-checker, is equal wherever it is evaluated,
at sizes 0 and 1 too; gradients by structure are those of dual numbers; false neighbours have another form."""

from __future__ import annotations

import json
import random
from fractions import Fraction as Q
from typing import Any

import pytest

from symproof import term as tm
from symproof.errors import SortError, UnknownOperator
from symproof.evaluation.evaluate import NoValue, Undecided, holds, value
from symproof.evaluation.exact import compare
from symproof.functions import exp, log
from symproof.matrix_symbols import adj, block, column, det, hadamard, identity, inverse, kron, matrix, tr, vec, zeros
from symproof.point import MatrixValue, Point
from symproof.recheck.build import read
from symproof.recheck.facts import Facts
from symproof.symbols import cyclic, gradient, inner, natural, norm, real
from symproof.trusted.certificate import to_data
from symproof.trusted.defined import definedness
from symproof.trusted.normal import Normalizer

n, m, k, c, t = natural("n"), natural("m"), natural("k"), real("c"), real("t")
A, B, C, D, X = (matrix(name, n) for name in "ABCDX")
M, N = matrix("M", m), matrix("N", m)
P, R, Y = matrix("P", (n, m)), matrix("R", (m, n)), matrix("Y", (n, m))
u, v, w, z = column("u", n), column("v", n), column("w", m), column("z", m)
one, small, nil = identity(n), identity(m), zeros((n, m))
whole, other = block([[A, P], [R, M]]), block([[B, Y], [R, N]])
T2, T3 = matrix("A", 2), matrix("A", 3)
EQUAL: list[tuple[tm.Term, tm.Term]] = [
    (kron(A, P) @ kron(B, R), kron(A @ B, P @ R)),
    (kron(P, A).T, kron(P.T, A.T)),
    (kron(c * A, B + C), c * kron(A, B) + c * kron(A, C)),
    (kron(kron(A, P), M), kron(A, kron(P, M))),
    (inverse(kron(A, M)), kron(inverse(A), inverse(M))),
    (kron(A, M) ** k, kron(A**k, M**k)),
    (kron(A, M) @ kron(A, M), kron(A @ A, M @ M)),
    (kron(one, small), identity(n * m)),
    (kron(u, w), vec(w @ u.T)),
    (kron(u.T, w.T), vec(w @ u.T).T),
    (kron(u, w.T), u @ w.T),
    (kron(u.T, w), w @ u.T),
    (kron(u @ v.T, w @ z.T), kron(u, w) @ kron(v, z).T),
    (kron(identity(1), A), A),
    (tr(kron(A, M)), tr(A) * tr(M)),
    (det(kron(A, M)), det(A) ** m * det(M) ** n),
    (vec(A @ P @ M), kron(M.T, A) @ vec(P)),
    (vec(A @ P @ M).T, vec(P).T @ kron(M, A.T)),
    (vec(A + 2 * B), vec(A) + 2 * vec(B)),
    (inner(vec(P), vec(Y)), tr(P.T @ Y)),
    (inner(vec(P), kron(M.T, A) @ vec(P)), tr(A @ P @ M @ P.T)),
    (vec(u), u),
    (vec(u.T), u),
    (hadamard(P, Y), hadamard(Y, P)),
    (hadamard(A, hadamard(B, C)), hadamard(hadamard(C, A), B)),
    (hadamard(P, Y).T, hadamard(P.T, Y.T)),
    (hadamard(A, one), hadamard(A.T, one)),
    (hadamard(hadamard(one, A), one), hadamard(A, one)),
    (hadamard(u @ v.T, v @ v.T), hadamard(u, v) @ hadamard(v, v).T),
    (tr(hadamard(A, one)), tr(A)),
    (tr(hadamard(A, B)), tr(hadamard(A.T, B))),
    (inner(hadamard(A, B), C), inner(A, hadamard(B, C))),
    (tr(hadamard(P, Y) @ R), tr(hadamard(P, R.T) @ Y.T)),
    (inner(u, hadamard(A, B) @ v), inner(v, hadamard(B.T, A.T) @ u)),
    (whole + other, block([[A + B, P + Y], [2 * R, M + N]])),
    (whole @ other, block([[A @ B + P @ R, A @ Y + P @ N], [R @ B + M @ R, R @ Y + M @ N]])),
    (whole.T, block([[A.T, R.T], [P.T, M.T]])),
    (c * whole, block([[c * A, c * P], [c * R, c * M]])),
    (block([[one, nil], [nil.T, small]]), identity(n + m)),
    (tr(whole), tr(A) + tr(M)),
    (block([[A, P]]) @ block([[B], [R]]), A @ B + P @ R),
    (block([[A, P, B]]), block([[block([[A, P]]), B]])),
    (block([[A, P, B]]) @ block([[C], [R], [D]]), A @ C + P @ R + B @ D),
    (block([[one, P], [nil.T, small]]) @ block([[one, -P], [nil.T, small]]), identity(n + m)),
    (det(block([[A, P], [nil.T, M]])), det(A) * det(M)),
    (det(block([[A, nil], [R, M]])), det(A) * det(M)),
    (adj(A @ B), adj(B) @ adj(A)),
    (A @ adj(A), det(A) * one),
    (adj(A) @ A, det(A) * one),
    (A**3 @ adj(A) ** 2, det(A) ** 2 * A),
    (adj(A.T), adj(A).T),
    (adj(A + B).T, adj(B.T + A.T)),
    (adj(one), one),
    (adj(2 * A + 2 * B) * 2, 2**n * adj(A + B)),
    (det(adj(A)), det(A) ** (n - 1)),
    (adj(inverse(A)), inverse(adj(A))),
    (adj(T2)[1, 2], -T2[1, 2]),
    ((T3 @ adj(T3))[2, 2], det(T3)),
    (kron(T2, identity(2)) @ vec(identity(2)), vec(T2.T)),
    (gradient(tr(A @ X), X), A.T),
    (gradient(tr(P @ Y.T), Y), P),
    (gradient(tr(Y.T @ A @ Y), Y), (A + A.T) @ Y),
    (gradient(tr(A @ X @ B @ X @ C), X), A.T @ C.T @ X.T @ B.T + B.T @ X.T @ A.T @ C.T),
    (gradient(norm(A @ Y - P) ** 2, Y), 2 * (A.T @ (A @ Y - P))),
    (gradient(inner(u, A @ u), u), (A + A.T) @ u),
    (gradient(inner(u, Y @ w), Y), u @ w.T),
    (gradient(det(X), X), adj(X).T),
    (gradient(det(A @ X), X), A.T @ adj(A @ X).T),
    (gradient(tr(X**3), X), 3 * (X.T) ** 2),
    (gradient(tr(inverse(X) @ A), X), -(inverse(X) @ A @ inverse(X)).T),
    (gradient(tr(inverse(X) ** 2), X), -2 * (inverse(X).T) ** 3),
    (gradient(tr(hadamard(X, X) @ A), X), 2 * hadamard(A.T, X)),
    (gradient(exp(tr(X)) * det(X), X), exp(tr(X)) * det(X) * one + exp(tr(X)) * adj(X).T),
    (gradient(tr(X) / (1 + inner(X, X)), X), one / (1 + inner(X, X)) - 2 * tr(X) / (1 + inner(X, X)) ** 2 * X),
    (gradient(T2[1, 2] ** 2 * T2[2, 1], T2), gradient(T2[1, 2] * T2[1, 2] * T2[2, 1], T2)),
    (tm.Derivative(tr((A + t * B) @ (A + t * B)), t), 2 * tr((A + t * B) @ B)),
    (tm.Derivative(det(A + t * B), t), tr(adj(A + t * B) @ B)),
    (tm.Derivative(tr(inverse(A + t * B)), t), -tr(inverse(A + t * B) @ B @ inverse(A + t * B))),
    (tm.Derivative(tr(kron(A + t * B, M)), t), tr(B) * tr(M)),
]
DIFFERENT: list[tuple[tm.Term, tm.Term]] = [
    (kron(A, B), kron(B, A)),
    (kron(A, B) @ kron(C, D), kron(A @ B, C @ D)),
    (kron(A, B).T, kron(B.T, A.T)),
    (det(kron(A, M)), det(A) ** n * det(M) ** m),
    (kron(u, v), kron(v, u)),
    (vec(A @ B @ C), kron(C, A) @ vec(B)),
    (vec(A), vec(A.T)),
    (hadamard(A, B), A @ B),
    (hadamard(A, one), A),
    (hadamard(A, A.T), hadamard(A, A)),
    (tr(hadamard(A, B)), tr(A @ B)),
    (tr(hadamard(A, B) @ C), tr(A @ hadamard(B, C))),
    (block([[A, B], [C, D]]).T, block([[A.T, B.T], [C.T, D.T]])),
    (block([[A, B], [C, D]]) @ block([[A, B], [C, D]]), block([[A @ A, B @ B], [C @ C, D @ D]])),
    (tr(block([[A, B], [C, D]])), tr(A) + tr(B)),
    (det(block([[A, B], [C, D]])), det(A @ D - B @ C)),
    (det(block([[A, B], [zeros(n), D]])), det(A) - det(D)),
    (block([[A, B]]), block([[B, A]])),
    (adj(A @ B), adj(A) @ adj(B)),
    (adj(A + B), adj(A) + adj(B)),
    (adj(2 * A), 2 * adj(A)),
    (adj(adj(A)), A),
    (A @ adj(B), det(A) * one),
    (gradient(tr(A @ X), X), A),
    (gradient(tr(X @ X), X), 2 * X),
    (gradient(det(X), X), adj(X)),
    (gradient(inner(u, A @ u), u), 2 * (A @ u)),
    (gradient(norm(A @ Y - P) ** 2, Y), A.T @ (A @ Y - P)),
    (gradient(tr(inverse(X) @ A), X), -(inverse(X) @ A @ inverse(X))),
]


def is_zero(left: tm.Term, right: tm.Term) -> bool:
    normalizer = Normalizer()
    if isinstance(left, tm.Matrix):
        return not normalizer.matrix_difference(left, tm.matrix_term(right)).terms
    return normalizer.ring.is_zero(normalizer.difference(tm.scalar(left), tm.scalar(right)))


def is_zero_there(left: tm.Term, right: tm.Term) -> bool:
    """What the re-checker's normal form says."""
    normal = Facts(()).normal
    ours, theirs = (read(json.loads(json.dumps(to_data(side)))) for side in (left, right))
    if isinstance(left, tm.Matrix):
        return not normal.matrix_difference(normal.matrix(ours), normal.matrix(theirs)).words
    return not normal.difference(ours, theirs).num


def some_points(*terms: tm.Term) -> list[Point]:
    """Small integers, of several sizes."""
    letters = sorted(frozenset().union(*(term.free for term in terms)), key=str)
    found, draw = [], random.Random(1)
    for sizes in ({n: 0, m: 2}, {n: 1, m: 1}, {n: 2, m: 1}, {n: 1, m: 2}, {n: 2, m: 3}):
        numbers = [letter for letter in letters if isinstance(letter, tm.Variable)]
        values: dict[tm.Term, object] = {letter: Q(sizes.get(letter, draw.randint(0, 3))) for letter in numbers}
        for letter in letters:
            if isinstance(letter, tm.MatrixVariable):
                high, wide = (Q(value(where.high, Point(values))) for where in letter.shape)  # type: ignore[arg-type,union-attr]
                rows = (tuple(Q(draw.randint(-2, 3)) for _ in range(int(wide))) for _ in range(int(high)))
                values[letter] = MatrixValue(tuple(rows))
        found.append(Point(values))  # type: ignore[arg-type]
    return found


def gaps(left: tm.Term, right: tm.Term) -> list[bool]:
    """At each point where both sides have values, whether these agree."""
    agree = []
    for point in some_points(left, right):
        try:
            sides: list[Any] = [value(side, point) for side in (left, right)]
            if isinstance(left, tm.Matrix):
                sides = [[x for line in side for x in line] for side in sides]
                agree.append(all(compare(x, y) == 0 for x, y in zip(*sides, strict=True)))
            else:
                agree.append(compare(*sides) == 0)
        except (NoValue, Undecided):
            continue
    return agree


@pytest.mark.parametrize(("left", "right"), EQUAL, ids=str)
def test_equal_ones_have_one_form_and_agree_where_they_are_evaluated(left: tm.Term, right: tm.Term) -> None:
    assert is_zero(left, right)
    assert is_zero_there(left, right)
    assert all(found := gaps(left, right))
    assert found


@pytest.mark.parametrize(("left", "right"), DIFFERENT, ids=str)
def test_false_neighbours_have_two_forms_and_differ_somewhere(left: tm.Term, right: tm.Term) -> None:
    assert not is_zero(left, right)
    assert not is_zero_there(left, right)
    assert not all(gaps(left, right))


def test_a_letter_is_rewritten_inside_of_a_product() -> None:
    normalizer = Normalizer()
    assert normalizer.rewrite(A, B @ C)

    assert normalizer.agree(kron(A, M), kron(B, small) @ kron(C, M))


def test_the_adjugate_of_adjugates_at_sizes_where_the_exponent_may_be_below_zero() -> None:
    """adj(adj(A)) = det(A)**(n - 2) A: of one entry that is 0 the left side is 1, and the right one has no value."""
    claim = tm.Adjugate(adj(A)), det(A) ** (n - 2) * A
    r = natural("r", at_least=2)
    D = matrix("D", r)

    assert not is_zero(*claim)
    assert any(str(prop) == "n - 2 >= 0 or det(A) != 0" for prop in definedness(claim[1]))
    assert all(gaps(*claim))
    assert is_zero(adj(adj(D)), det(D) ** (r - 2) * D)


def test_a_gradient_needs_what_makes_it_smooth() -> None:
    needs = {str(prop) for prop in definedness(gradient(log(det(X)) + norm(A), X))}

    assert "det(X) > 0" in needs
    assert any("tr(X.T @ X) > 0" in str(prop) for prop in definedness(gradient(norm(X), X)))
    assert not any("> 0" in str(prop) for prop in definedness(gradient(norm(X) ** 2, X)))


def test_the_gradient_of_the_square_of_a_norm_at_zero() -> None:
    """Where it has a value without the root."""
    point = Point({n: Q(1), X: MatrixValue(((Q(2),),))})

    assert value(gradient(norm(X) ** 2, X), point) == ((Q(4),),)
    assert holds(tm.Entry(gradient(inner(X, X), X), tm.ONE, tm.ONE) <= 4, point)


def test_what_has_no_rule_says_so() -> None:
    with pytest.raises(UnknownOperator, match="no gradient of Kronecker"):
        definedness(gradient(tr(kron(X, X) @ kron(X, X)), X))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: hadamard(A, P), "the shapes are"),
        (lambda: block([[A, P], [B]]), "the same columns"),
        (lambda: block([[A, R]]), "the same rows"),
        (lambda: block([]), "give rows of matrices"),
        (lambda: kron(matrix("A", cyclic(natural("n", at_least=1))), B), r"index sets 1\.\.n"),
        (lambda: kron(matrix("A", n - 1), B), "natural n"),
        (lambda: adj(P), "square"),
        (lambda: gradient(tr(A @ A), A @ A), "no letter"),
    ],
)
def test_what_does_not_fit_is_refused_where_it_is_written(make: object, message: str) -> None:
    with pytest.raises(SortError, match=message):
        make()  # type: ignore[operator]
