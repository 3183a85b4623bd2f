"""The certificates for matrices of symbolic size; what they prove, `matrix_laws` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from symproof import term as tm

if TYPE_CHECKING:
    from symproof.trusted.certificate.constructors import Certificate


@dataclass(frozen=True, slots=True)
class MatrixPiece:
    """weight * left @ (l - r) @ right for a fact l = r; with `transposed`, for the fact l.T = r.T."""

    weight: tm.Scalar
    left: tm.Matrix
    fact: int
    right: tm.Matrix
    transposed: bool = False


@dataclass(frozen=True, slots=True)
class MatrixCombination:
    """left - right of a goal that is an equation of matrices is the sum of the pieces, in normal form; `rewrites` numbers the
    equations that are used there from left to right, as in a `Combination`."""

    pieces: tuple[MatrixPiece, ...] = ()
    rewrites: tuple[int, ...] = ()

    def cofactors(self) -> tuple[tm.Term, ...]:
        """The terms that the pieces bring in."""
        return tuple(part for piece in self.pieces for part in (piece.weight, piece.left, piece.right))


@dataclass(frozen=True, slots=True)
class Inverse:
    """M @ M**-1 = I and M**-1 @ M = I for a matrix whose inverse has a value: two facts."""

    matrix: tm.Matrix
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Inverses:
    """A fact X @ Y = I between square matrices, so that each is the inverse of the other: det(X) != 0, det(Y) != 0,
    X**-1 = Y and Y**-1 = X, four facts."""

    fact: int
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Injective:
    """A fact "for each column c, M @ c = 0 implies c = 0" about a square matrix M, or "c != 0 implies inner(c, M @ c) > 0" (or
    < 0, or != 0): det(M) != 0, a fact."""

    fact: int
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Columns:
    """A fact "l = r for each column x" with l - r = M @ x in normal form, M free of x: M = 0, a fact."""

    fact: int
    matrix: tm.Matrix
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Frobenius:
    """Of two matrices of one shape, with <X, Y> = tr(X.T @ Y): <X, X> >= 0 and <X, Y>**2 <= <X, X> <Y, Y>, two facts."""

    left: tm.Matrix
    right: tm.Matrix
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Submultiplicative:
    """Frobenius's norm of a product: with |X|**2 = tr(X.T @ X), |X @ Y|**2 <= |X|**2 |Y|**2, a fact."""

    left: tm.Matrix
    right: tm.Matrix
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Diagonal:
    """The trace of a square matrix M over 1..n or Z/n, by its entries: tr(M) = sum of M[i, i], a fact."""

    matrix: tm.Matrix
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Sylvester:
    """det(I + X @ Y) = det(I + Y @ X), a fact; X and Y need not be square."""

    left: tm.Matrix
    right: tm.Matrix
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Semidefinite:
    """A fact "inner(x, M @ x) >= 0 for each column x" (or for each but 0, or > 0): M[i, i] >= 0 for each i, tr(M) >= 0 and
    det(M) >= 0, three facts. M need not be symmetric: its real eigenvalues are >= 0, and the others come in pairs."""

    fact: int
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Adjugates:
    """M @ adj(M) = det(M) I and adj(M) @ M = det(M) I, two facts; with `inverse`, adj(M) = det(M) M**-1, a third one, where
    the inverse has a value."""

    matrix: tm.Matrix
    inverse: bool
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Schur:
    """The determinant of blocks [A B; C D] with square A and D, a fact: det(A) det(D - C A**-1 B), where A has an inverse;
    with `last`, det(D) det(A - B D**-1 C), where D has one."""

    matrix: tm.Above
    last: bool
    rest: Certificate


@dataclass(frozen=True, slots=True)
class Nearby:
    """An equation, or an order that is not strict, continuous in a letter D for a square matrix: a proof where det(D) != 0, from
    the facts that hold of D + t I too, for each number t."""

    matrix: tm.MatrixVariable
    proof: Certificate


@dataclass(frozen=True, slots=True)
class Congruence:
    """A fact l = r between matrices, put into a term: `term` at l equals `term` at r, where `hole` stands for them."""

    fact: int
    hole: tm.MatrixVariable
    term: tm.Scalar | tm.Matrix
    rest: Certificate
