"""Traces beside entries: what is proved of both, and the neighbour that is refuted."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, Refuted
from symproof import term as tm
from symproof.functions import sqrt
from symproof.matrix_symbols import column, identity, matrix, tr
from symproof.statement import each, eq
from symproof.symbols import cyclic, delta, index, inner, integer, natural, norm, real, total
from symproof.trusted import certificate as ct
from tests.kernel_says import accepts, both_reject, settled

n, m = natural("n"), natural("m")
x, y = column("x", n), column("y", n)
A, B, P = matrix("A", n), matrix("B", n), matrix("P", (n, m))
z = column("z", m)
i, j, k, c = index("i"), index("j"), index("k"), real("c")
Z = cyclic(natural("p", at_least=1))
C, r = matrix("C", Z), index("r", over=Z)


def over(body: tm.Scalar, letter: tm.Variable = i, end: tm.Scalar = n) -> tm.Scalar:
    return total(body, letter, 1, end)


bounded = (each(i, abs(y[i]) <= c, 1, n),)
CLAIMS: list[tuple[str, Prop, Prop, tuple[Prop, ...]]] = [
    ("trace", eq(tr(A), over(A[i, i])), eq(tr(A), over(A[i, 1])), ()),
    ("inner product", eq(inner(x, y), over(x[i] * y[i])), eq(inner(x, y), over(x[i])), ()),
    ("norm", eq(norm(x), sqrt(over(x[i] ** 2))), eq(norm(x), over(x[i] ** 2)), ()),
    (
        "Frobenius",
        eq(norm(P) ** 2, over(over(P[i, j] ** 2, j, m))),
        eq(norm(P) ** 2, over(P[i, i] ** 2)),
        (),
    ),
    (
        "of a product",
        eq(tr(A @ B), over(over(A[i, j] * B[j, i]), j)),
        eq(tr(A @ B), over(A[i, i] * B[i, i])),
        (),
    ),
    ("over Z/n", eq(tr(C), total(C[r, r], r)), eq(tr(C), total(C[r, r + 1], r)), ()),
    (
        "bilinear",
        eq(inner(x, A @ y), over(over(x[i] * A[i, j] * y[j], j))),
        eq(inner(x, A @ y), over(x[i] * A[i, i] * y[i])),
        (),
    ),
    (
        "with a fact",
        over(x[i] ** 2) <= n * c**2,
        over(x[i] ** 2) <= c**2 - 1,
        (norm(x) ** 2 <= n * c**2,),
    ),
    (
        "term by term",
        norm(x) ** 2 <= n * c**2,
        norm(x) ** 2 <= c,
        (each(i, abs(x[i]) <= c, 1, n),),
    ),
    ("an only entry", eq(x.T @ x, y.T @ y), eq(x.T @ x, 2 * (y.T @ y)), (eq(A.T @ A, identity(n)), eq(x, A @ y))),
    ("a wide isometry", eq(x.T @ x, z.T @ z), eq(x.T @ x, 2 * (z.T @ z)), (eq(P.T @ P, identity(m)), eq(x, P @ z))),
    ("a quotient", eq((x.T @ A @ x)[1], c), eq((x.T @ A @ x)[1], c + 1), (eq(A @ x, c * x), eq((x.T @ x)[1], 1))),
    ("the norm of sizes, above", norm(x) <= over(abs(x[i])), over(abs(x[i])) <= norm(x), ()),
    ("the norm of sizes, below", over(abs(x[i])) <= sqrt(n) * norm(x), over(abs(x[i])) <= norm(x), ()),
    ("a square of sizes", norm(x) ** 2 <= over(abs(x[i])) ** 2, norm(x) ** 2 < over(abs(x[i])) ** 2, ()),
]


@pytest.mark.parametrize(
    ("claim", "given"), [(right, given) for _, right, _, given in CLAIMS], ids=[row[0] for row in CLAIMS]
)
def test_what_is_proved_in_entries(claim: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(
    ("claim", "given"), [(wrong, given) for *_, wrong, given in CLAIMS], ids=[row[0] for row in CLAIMS]
)
def test_what_is_refuted_in_entries(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(settled(claim, given), Refuted)


ENTRIES: list[tuple[str, Prop, Prop, tuple[Prop, ...]]] = [
    ("squares", over(x[i] ** 2) <= over(abs(x[i])) ** 2, over(abs(x[i])) ** 2 <= over(x[i] ** 2), ()),
    ("one entry", x[k] <= over(abs(x[i])), x[k] <= over(x[i]), (k >= 1, k <= n)),
    ("one entry and the norm", abs(x[k]) <= norm(x), abs(x[k]) <= norm(x) - 1, (k >= 1, k <= n)),
    (
        "Cauchy-Schwarz",
        abs(over(x[i] * y[i])) <= sqrt(over(x[i] ** 2)) * sqrt(over(y[i] ** 2)),
        over(x[i] * y[i]) <= sqrt(over(x[i] ** 2)),
        (),
    ),
    (
        "roots of sums",
        over(abs(x[i])) <= sqrt(n) * sqrt(over(x[i] ** 2)),
        over(abs(x[i])) <= sqrt(over(x[i] ** 2)),
        (),
    ),
    ("weighted", over(x[i] * y[i]) <= c * over(abs(x[i])), over(x[i] * y[i]) <= c * over(x[i]), bounded),
]


@pytest.mark.parametrize(("right", "wrong", "given"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_sums_of_entries(right: Prop, wrong: Prop, given: tuple[Prop, ...]) -> None:
    """By a part of the sum, or by induction over how many entries are taken: the column itself is of one size."""
    accepts(settled(right, given))
    assert isinstance(settled(wrong, given), Refuted)


def test_what_two_facts_say_of_a_range() -> None:
    """x[i] has a value for i = 1..k - 1 where k <= n, and not for i = 1..k + 1."""
    accepts(settled(over(abs(x[i]), end=k - 1) >= 0, (k <= n,)))
    assert not isinstance(settled(over(abs(x[i]), end=k + 1) >= 0, (k <= n,)), Proved)


def test_a_letter_of_the_matrix_is_not_bound() -> None:
    """tr(M) for an M that speaks of i: the sum goes over another letter."""
    free = integer("i")
    M = matrix("M", n, lambda a, b: free * delta(a - b))

    accepts(settled(eq(tr(M), total(M[k, k], k, 1, n))))
    step = ct.Diagonal(M, ct.Combination((ct.Piece(tm.ONE, (0,)),)))
    assert both_reject(eq(tr(M), total(k, k, 1, n)), step)


def test_the_rule_is_of_one_matrix() -> None:
    first = ct.Combination((ct.Piece(tm.ONE, (0,)),))

    assert not both_reject(eq(tr(A), over(A[i, i])), ct.Diagonal(A, first))
    assert both_reject(eq(tr(B), over(A[i, i])), ct.Diagonal(A, first))
    assert both_reject(eq(tr(A), over(A[i, i], i, n - 1)), ct.Diagonal(A, first))
    assert both_reject(eq(tr(A), over(A[i, i])), ct.Diagonal(P, first))
    assert both_reject(eq(tr(A**-1), over((A**-1)[i, i])), ct.Diagonal(A**-1, first)), "A may be singular"
    assert not both_reject(eq(tr(identity(0)), 0), ct.Diagonal(identity(0), first))
