r"""The normal equations, in products of SymPy's matrices.

A and its column t are known, w is looked for. Sizes are letters, and no entry is written.
"""

import sympy
from sympy import Determinant, Eq, Inverse, MatrixSymbol, Ne, Transpose, ZeroMatrix

from symproof import Chain, Prop, calc, derivation, eq, iff

m, n = sympy.symbols("m n", integer=True, positive=True)
A = MatrixSymbol("A", m, n)
w, v, t = MatrixSymbol("w", n, 1), MatrixSymbol("v", n, 1), MatrixSymbol("t", m, 1)
gram = A.T * A


@derivation
def gram_matrix_is_symmetric() -> Eq:
    """The matrix of the normal equations is symmetric."""
    return Eq(Transpose(gram), gram, evaluate=False)


@derivation
def adjoint() -> Eq:
    """What A does on one side of an inner product, its transpose does on the other."""
    return Eq(Transpose(A * v) * t, v.T * (A.T * t), evaluate=False)


@derivation(expect="refuted")
def adjoint_without_transpose() -> Eq:
    """The transpose matters: of w and v, on the same side of a square A, it cannot be left out."""
    B = MatrixSymbol("B", n, n)
    return Eq(Transpose(B * v) * w, v.T * (B * w))


@derivation
def residual() -> Chain:
    """The normal equations A^T A w = A^T t say that the residual is orthogonal to the columns of A."""
    return calc(A.T * (A * w - t)).eq(gram * w - A.T * t)


@derivation(given=[Ne(Determinant(gram), 0)])
def solution() -> Prop:
    """Where the columns are independent they have one solution."""
    return iff(eq(A.T * (A * w - t), ZeroMatrix(n, 1)), eq(w, Inverse(gram) * A.T * t))
