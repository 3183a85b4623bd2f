"""SymPy's matrix expressions: read as they stand, proved or refuted as ours are, and written back."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import Determinant, Eq, Identity, Inverse, MatrixSymbol, Ne, Symbol, Trace, Transpose, ZeroMatrix

from symproof import calc, det, eq, matrix, natural, prove, tr
from symproof.doors.sympy import from_sympy, to_sympy
from symproof.errors import SortError
from tests.kernel_says import settled

n, m = sympy.symbols("n m", integer=True, positive=True)
A, B = MatrixSymbol("A", n, n), MatrixSymbol("B", n, n)
U, V = MatrixSymbol("U", n, m), MatrixSymbol("V", m, n)
x, y = MatrixSymbol("x", n, 1), MatrixSymbol("y", n, 1)
one, small, t = Identity(n), Identity(m), Symbol("t", real=True)
invertible = [Ne(Determinant(A), 0), Ne(Determinant(B), 0)]

RIGHT: list[tuple[str, Any, list[Any]]] = [
    ("transpose of a product", Eq(Transpose(A * B), B.T * A.T, evaluate=False), []),
    ("trace of a product", Eq(Trace(U * V), Trace(V * U), evaluate=False), []),
    ("inverse of a product", eq(Inverse(A * B), Inverse(B) * Inverse(A)), invertible),
    ("square of a sum", Eq((A + B) ** 2, A**2 + A * B + B * A + B**2), []),
    ("a complement", Eq((one - A) ** 2, one - A), [Eq(A**2, A)]),
    ("Sylvester", Eq(Determinant(one + U * V), Determinant(small + V * U)), []),
    ("a solved equation", Eq(A.T * A * x, A.T * y), [Eq(A * x, y)]),
    ("zero", Eq(A * x, ZeroMatrix(n, 1)), [Eq(x, ZeroMatrix(n, 1))]),
    ("a number in front", eq(t * A - A, (t - 1) * A), []),
    ("an entry, counted from 0 there", eq(A[0, 0] + B[0, 0], (A + B)[0, 0]), []),
]
WRONG: list[tuple[str, Any, list[Any]]] = [
    ("transposes in the wrong order", Eq(Transpose(A * B), A.T * B.T), []),
    ("inverses in the wrong order", eq(Inverse(A * B), Inverse(A) * Inverse(B)), invertible),
    ("the binomial formula", Eq((A + B) ** 2, A**2 + 2 * A * B + B**2), []),
    ("a determinant of a sum", Eq(Determinant(A + B), Determinant(A) + Determinant(B)), []),
    ("a product that commutes", Eq(A * B, B * A), []),
    ("another entry", eq(A[0, 0], A[1, 1]), [n >= 2]),
]


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in RIGHT], ids=[row[0] for row in RIGHT])
def test_it_is_proved(claim: Any, given: list[Any]) -> None:
    assert prove(claim, given=given).trusts == frozenset()


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_its_neighbour_is_refuted(claim: Any, given: list[Any]) -> None:
    assert settled(claim, given=given).status == "refuted"


def test_an_inverse_asks_for_its_determinant() -> None:
    verdict = prove(eq(Inverse(A) * B * A, Inverse(A) * B * A))

    assert verdict.status == "unknown"
    assert "det(A) != 0" in verdict.reason


@pytest.mark.parametrize(
    "expr",
    [
        A * B + 2 * A.T, Inverse(A + B) * x, ZeroMatrix(n, m), Trace(A) + Determinant(B), Eq(A * x, y), A**3 - one,
    ],
    ids=str,
)  # fmt: skip
def test_there_and_back(expr: Any) -> None:
    read = from_sympy(expr)

    assert from_sympy(to_sympy(read)) == read


def test_both_kinds_in_one_claim() -> None:
    size = natural("n", at_least=1)
    ours = matrix("A", size)

    assert from_sympy(A) == ours
    assert prove(eq(tr(A * B), tr(matrix("B", size) @ ours))).status == "proved"
    assert str(det(A)) == "det(A)"
    assert calc(A * B).eq(ours @ matrix("B", size)).links


@pytest.mark.parametrize(
    ("expr", "plain"),
    [
        (sympy.KroneckerProduct(A, B), "kron(A, B)"),
        (sympy.HadamardProduct(A, B, A), "hadamard(hadamard(A, B), A)"),
        (sympy.BlockMatrix([[A, B], [B, A]]), "block([[A, B], [B, A]])"),
    ],
)
def test_matrices_made_of_matrices_there_and_back(expr: Any, plain: str) -> None:
    read = from_sympy(expr)

    assert str(read) == plain
    assert from_sympy(sympy.sympify(read)) == read


@pytest.mark.parametrize(
    ("expr", "message"),
    [
        (sympy.Matrix([[1, 2], [3, 4]]), "MutableDenseMatrix, .* an entry law"),
        (sympy.ImmutableMatrix([[1]]), "ImmutableDenseMatrix, .* an entry law"),
        (MatrixSymbol("Q", Symbol("z"), 2), "z is not known to be an integer"),
        (sympy.MatrixExpr.__new__(sympy.Adjoint, A), "Adjoint"),
    ],
)
def test_what_cannot_be_read_is_named(expr: Any, message: str) -> None:
    with pytest.raises(SortError, match=message):
        from_sympy(expr)
