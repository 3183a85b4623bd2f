"""Claims about matrices of symbolic size: what is proved, and the neighbour that is refuted or left open."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import Matrix, Prop, Proved, Refuted, Scalar
from symproof import statement as st
from symproof import term as tm
from symproof.engines.portfolio import settle
from symproof.errors import SortError
from symproof.evaluation.evaluate import holds
from symproof.functions import log
from symproof.kernel import check
from symproof.matrix_symbols import adj, block, column, det, identity, inverse, kron, matrix, tr, vec, zeros
from symproof.point import MatrixValue, Point
from symproof.statement import Statement, each, eq, iff, implies, ne
from symproof.symbols import gradient, inner, natural, norm, real
from symproof.trusted import certificate as ct
from symproof.trusted.rejected import Rejected
from symproof.verdict import Verdict
from tests.kernel_says import accepts

n, m, k = natural("n"), natural("m"), natural("k")
A, B, C = (matrix(name, n) for name in "ABC")
P, R = matrix("P", (n, m)), matrix("R", (m, n))
X = matrix("X", (m, n))
u, v, w, w2 = column("u", n), column("v", n), column("w", m), column("w_2", n)
c, i = real("c"), natural("i", at_least=1)
one, small_one, C2 = identity(n), identity(m), matrix("C_2", m)
small = identity(m) + R @ inverse(A) @ P
invertible = ne(det(A), 0)
hat = X @ inverse(X.T @ X) @ X.T


def semidefinite(form: Matrix) -> Prop:
    return each(u, inner(u, form @ u) >= 0)


def definite(form: Matrix) -> Prop:
    return each(u, implies(ne(u, zeros((n, 1))), inner(u, form @ u) > 0))


def adjoint(one: Matrix, other: Matrix) -> Prop:
    return each(u, eq(inner(one @ u, w2), inner(u, other @ w2)))


def bounded(matrix: Matrix, bound: Scalar) -> Prop:
    return each(u, norm(matrix @ u) <= bound * norm(u))


PROVED: list[tuple[str, Prop, tuple[Prop, ...]]] = [
    ("invertible", ne(det(A), 0), (each(u, implies(eq(A @ u, 0), eq(u, 0))),)),
    ("idempotent complement", eq((one - A) @ (one - A), one - A), (eq(A @ A, A),)),
    ("power of a projection", eq(A**k, A), (eq(A @ A, A), ne(k, 0))),
    ("hat matrix", eq(hat @ hat, hat), (ne(det(X.T @ X), 0),)),
    ("hat matrix, symmetric", eq(hat.T, hat), (ne(det(X.T @ X), 0),)),
    ("what a definite matrix takes to 0 is 0", eq(v, 0), (definite(A), eq(A @ v, 0))),
    ("a definite factor cancels", eq(B, C), (definite(A), eq(A @ B, A @ C))),
    ("a product that is a sum commutes", eq(A @ C, C @ A), (eq(A @ C, 3 * A - 2 * C),)),
    ("one-sided inverses", iff(eq(A @ B, one), eq(B @ A, one)), ()),
    ("a solved equation", iff(eq(inverse(A) @ B, C), eq(B, A @ C)), (invertible,)),
    ("a form at an eigenvector", eq(inner(v, A @ v), k * inner(v, v)), (eq(A @ v, k * v),)),
    ("an equation times an inverse", eq(v, k * (inverse(A) @ v)), (invertible, eq(A @ v, k * v))),
    ("product of symmetric", eq((A @ B).T, A @ B), (eq(A.T, A), eq(B.T, B), eq(A @ B, B @ A))),
    (
        "Woodbury",
        eq(inverse(A + P @ R), inverse(A) - inverse(A) @ P @ inverse(small) @ R @ inverse(A)),
        (invertible, ne(det(small), 0)),
    ),
    ("push-through", eq(inverse(one + P @ R) @ P, P @ inverse(identity(m) + R @ P)), (ne(det(one + P @ R), 0),)),
    ("inverses differ", eq(inverse(A) - inverse(B), inverse(A) @ (B - A) @ inverse(B)), (invertible, ne(det(B), 0))),
    ("orthogonal", eq(inverse(A), A.T), (eq(A.T @ A, one),)),
    ("orthogonal, both sides", eq(A @ A.T, one), (eq(A.T @ A, one),)),
    ("orthogonal, angles", eq(inner(A @ u, A @ v), inner(u, v)), (eq(A.T @ A, one),)),
    ("orthogonal, determinant", eq(det(A) ** 2, 1), (eq(A.T @ A, one),)),
    ("nilpotent", eq(inverse(one - A), one + A), (eq(A @ A, zeros(n)),)),
    ("Sylvester", eq(det(one + P @ R), det(identity(m) + R @ P)), ()),
    ("determinant lemma", eq(det(A + u @ v.T), det(A) * (1 + inner(v, inverse(A) @ u))), (invertible,)),
    ("similar", eq(det(inverse(A) @ B @ A), det(B)), (invertible,)),
    ("a unit factor", eq(det(A), det(B)), (eq(det(C), 1), eq(A, B @ C))),
    ("commutator", eq(tr(A), 0), (eq(A @ B - B @ A, A),)),
    ("symmetric, written the other way", eq(inner(A @ u, v), inner(u, A @ v)), (eq(A, A.T),)),
    ("skew, written the other way", eq(inner(u, A @ u), 0), (eq(A, -A.T),)),
    ("skew and symmetric", eq(tr(A @ B), 0), (eq(A.T, -A), eq(B.T, B))),
    ("not singular", ne(det(A @ B), 0), (invertible, ne(det(B), 0))),
    ("Schur", eq(det(block([[A, P], [R, C2]])), det(A) * det(C2 - R @ inverse(A) @ P)), (invertible,)),
    (
        "inverse of blocks",
        eq(inverse(block([[one, P], [zeros((m, n)), small_one]])), block([[one, -P], [zeros((m, n)), small_one]])),
        (),
    ),
    ("Schur, of one size", eq(det(block([[A, B], [B, C]])), det(A) * det(C - B @ inverse(A) @ B)), (invertible,)),
    ("product of projections", eq(kron(A, C2) @ kron(A, C2), kron(A, C2)), (eq(A @ A, A), eq(C2 @ C2, C2))),
    (
        "equation of columns",
        eq(kron(small_one, A) @ vec(P), c * vec(P)),
        (eq(A @ P, c * P),),
    ),
    ("power that commutes", eq(A @ B**k, B**k @ A), (eq(A @ B, B @ A),)),
    ("power at an eigenvector", eq(A**k @ u, c**k * u), (eq(A @ u, c * u),)),
    ("inverse at an eigenvector", eq(inverse(A) @ u, 1 / c * u), (eq(A @ u, c * u), invertible, ne(c, 0))),
    ("sum of semidefinite", inner(u, (A + B) @ u) >= 0, (semidefinite(A), semidefinite(B))),
    ("congruent to semidefinite", inner(w, R @ A @ R.T @ w) >= 0, (semidefinite(A),)),
    ("definite and semidefinite", inner(u, (A + B) @ u) > 0, (definite(A), semidefinite(B), ne(u, zeros((n, 1))))),
    ("definite, invertible", ne(det(A), 0), (definite(A),)),
    ("ridge, invertible", ne(det(P @ P.T + c * one), 0), (c > 0,)),
    ("skew, invertible", ne(det(one + A), 0), (eq(A.T, -A),)),
    ("diagonal of semidefinite", A[i, i] >= 0, (semidefinite(A), i <= n)),
    ("trace of definite", tr(A + B) >= 0, (definite(A), semidefinite(B))),
    ("determinant of semidefinite", det(A + B) >= 0, (semidefinite(A), semidefinite(B))),
    ("determinant of definite", det(A) > 0, (definite(A),)),
    ("trace of negative semidefinite", tr(A) <= 0, (each(u, inner(u, A @ u) <= 0),)),
    ("eigenvalues of a projection", eq(c**2, c), (eq(A @ A, A), eq(A @ u, c * u), ne(u, 0))),
    ("eigenvalues of an orthogonal matrix", eq(c**2, 1), (eq(A.T @ A, one), eq(A @ u, c * u), ne(u, 0))),
    ("determinant of Gram", det(P.T @ P) >= 0, ()),
    ("determinant of a ridge", det(small_one + P.T @ P) > 0, ()),
    ("determinant of skew", det(one + A) > 0, (eq(A.T, -A),)),
    ("norm of what is not zero", norm(u) > 0, (ne(u, zeros((n, 1))),)),
    ("distance", ne(inner(u - v, u - v), 0), (ne(u, v),)),
    ("unit vector", eq(norm(1 / norm(u) * u), 1), (ne(u, 0),)),
    ("gradient of a norm", eq(gradient(norm(u), u), 1 / norm(u) * u), (ne(norm(u), 0),)),
    ("parts of blocks", eq(A, B), (eq(block([[A, P]]), block([[B, P]])),)),
    ("adjugate of a sum", eq((A + B) @ adj(A + B), det(A + B) * one), ()),
    ("adjugate and inverse", eq(inverse(A), 1 / det(A) * adj(A)), (invertible,)),
    ("logarithm of a determinant", eq(gradient(log(det(A)), A), inverse(A).T), (det(A) > 0,)),
    ("symmetric and nilpotent", eq(A, 0), (eq(A.T, A), eq(A**3, 0))),
    ("normal and nilpotent", eq(A, 0), (eq(A.T @ A, A @ A.T), eq(A @ A, 0))),
    ("trace of an orthogonal projection", tr(A) >= 0, (eq(A @ A, A), eq(A.T, A))),
    ("no commutator is a number", eq(c, 0), (eq(A @ B - B @ A, c * one), n >= 1)),
    ("trace of what is congruent to semidefinite", tr(R @ A @ R.T) >= 0, (semidefinite(A),)),
    ("where a form is least", eq(A @ v, 0), (semidefinite(A), eq(A.T, A), eq(inner(v, A @ v), 0))),
    ("an equation for all columns", eq(inner(A @ v, w2), inner(v, B @ w2)), (adjoint(A, B),)),
    ("lengths through two factors", norm(A @ B @ v) <= c * k * norm(v), (bounded(A, c), bounded(B, k), c >= 0)),
]
REFUTED: list[tuple[str, Prop, tuple[Prop, ...]]] = [
    ("a form at another vector", eq(inner(u, A @ v), k * inner(v, v)), (eq(A @ v, k * v),)),
    ("an equation times another factor", eq(v, 2 * k * (inverse(A) @ v)), (invertible, eq(A @ v, k * v))),
    ("what a semidefinite matrix takes to 0", eq(v, 0), (semidefinite(A), eq(A @ v, 0))),
    ("determinant of Gram, positive", det(P.T @ P) > 0, ()),
    ("determinant of negative semidefinite", det(A) <= 0, (each(u, inner(u, A @ u) <= 0),)),
    ("trace of semidefinite of the other sign", tr(A) >= 0, (each(u, inner(u, A @ u) <= 0),)),
    ("eigenvalues of a projection, without a vector", eq(c**2, c), (eq(A @ A, A), eq(A @ u, c * u))),
    ("eigenvalues of an orthogonal matrix, of one sign", eq(c, 1), (eq(A.T @ A, one), eq(A @ u, c * u), ne(u, 0))),
    ("determinant of symmetric", det(A) >= 0, (eq(A.T, A),)),
    ("determinant of a difference of definite ones", det(A - B) >= 0, (definite(A), definite(B))),
    ("norm of what may be zero", norm(u) > 0, ()),
    ("distance of others", ne(inner(u - C @ v, u - C @ v), 0), (ne(u, v),)),
    ("gradient of a norm, not of one", eq(gradient(norm(u), u), u), (ne(norm(u), 0),)),
    ("symmetric, of other columns", eq(inner(A @ u, v), inner(u, v)), (eq(A, A.T),)),
    ("skew, not symmetric", eq(inner(A @ u, v), inner(u, A @ v)), (eq(A, -A.T),)),
    ("do not commute", eq(A @ B, B @ A), (eq(A.T, A), eq(B.T, B))),
    ("power zero", eq(A**k, A), (eq(A @ A, A),)),
    ("no projection", eq((one - A) @ (one - A), one - A), ()),
    ("oblique", eq(A.T, A), (eq(A @ A, A),)),
    ("sign of Woodbury", eq(inverse(one + A @ A), one + A @ A), (ne(det(one + A @ A), 0),)),
    ("order of inverses", eq(inverse(A @ B), inverse(A) @ inverse(B)), (invertible, ne(det(B), 0))),
    ("inverse of a sum", eq(inverse(A + B), inverse(A) + inverse(B)), (invertible, ne(det(B), 0), ne(det(A + B), 0))),
    ("one-sided, not square", eq(P @ R, one), (eq(R @ P, identity(m)),)),
    ("orthogonal is not the identity", eq(det(A), 1), (eq(A.T @ A, one),)),
    ("Sylvester with another sign", eq(det(one + P @ R), det(identity(m) - R @ P)), ()),
    ("determinant of a sum", eq(det(A + B), det(A) + det(B)), ()),
    ("trace of a product", eq(tr(A @ B @ C), tr(A @ C @ B)), ()),
    ("size of the identity", eq(tr(one), 1), ()),
    (
        "Schur in the wrong corner",
        eq(det(block([[A, B], [C, one]])), det(A) * det(one - B @ inverse(A) @ C)),
        (invertible,),
    ),
    ("adjugate is no inverse", eq(inverse(A), adj(A)), (invertible,)),
    ("no projections", eq(kron(A, B) @ kron(A, B), kron(A, B)), (eq(A @ A, A),)),
    ("power at no eigenvector", eq(A**k @ u, c * u), (eq(A @ u, c * u),)),
    ("difference of semidefinite", inner(u, (A - B) @ u) >= 0, (semidefinite(A), semidefinite(B))),
    ("semidefinite is not invertible", ne(det(A), 0), (semidefinite(A),)),
    ("off the diagonal", A[1, i] >= 0, (semidefinite(A), i <= n)),
    ("trace of the difference", tr(A - B) >= 0, (semidefinite(A), semidefinite(B))),
    ("an odd number of squares", ne(det(one - P @ P.T), 0), ()),
    ("layout", eq(gradient(log(det(A)), A), inverse(A)), (det(A) > 0,)),
    ("nilpotent is not zero", eq(A, zeros(n)), (eq(A @ A, zeros(n)),)),
    ("nilpotent and its transpose", eq(A, 0), (eq(A**3, 0), eq((A.T) ** 3, 0))),
    ("trace of an orthogonal projection, of one row", tr(A) >= 1, (eq(A @ A, A), eq(A.T, A))),
    ("a commutator and a multiple of the identity", eq(c, 0), (eq(A @ B - B @ A, c * one),)),
    ("trace of a product with semidefinite", tr(B @ A) >= 0, (semidefinite(A),)),
    ("where a form that is not symmetric is least", eq(A @ v, 0), (semidefinite(A), eq(inner(v, A @ v), 0))),
]
OPEN: list[tuple[str, Prop, tuple[Prop, ...]]] = [
    ("an equation for all columns, turned", eq(inner(A @ w2, v), inner(v, B @ w2)), (adjoint(A, B),)),
    ("lengths through one factor", norm(A @ B @ v) <= c * norm(v), (bounded(A, c), bounded(B, k), c >= 0)),
]


def settled(claim: Prop, given: tuple[Prop, ...] = (), budget: float = 30.0) -> Verdict:
    return settle(Statement(given, claim), budget=budget, advise=False)


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in PROVED], ids=[row[0] for row in PROVED])
def test_a_law_of_matrices_is_proved_by_the_kernel(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = settled(claim, given)

    assert isinstance(verdict, Proved)
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in REFUTED], ids=[row[0] for row in REFUTED])
def test_its_false_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(settled(claim, given), Refuted)


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN])
def test_what_no_point_refutes_is_not_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert not isinstance(settled(claim, given, budget=2.0), Proved)


def test_an_inverse_needs_a_determinant_other_than_zero() -> None:
    verdict = settled(eq(A @ inverse(A), one), budget=1)

    assert not isinstance(verdict, Proved)
    assert eq(det(A), 0).left in {part for prop in verdict.conditions for part in prop.children()}


def test_sizes_are_checked_where_a_term_is_written() -> None:
    with pytest.raises(SortError, match=r"1\.\.m"):
        inverse(P)
    with pytest.raises(SortError, match=r"1\.\.n"):
        P @ A


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([], (True, True)),
        ([[1]], (True, True)),
        ([[0]], (True, False)),
        ([[-1]], (False, False)),
        ([[1, 2], [2, 4]], (True, False)),
        ([[1, 2], [2, 3]], (False, False)),
        ([[0, 1], [1, 0]], (False, False)),
        ([[0, 1], [-1, 0]], (True, False)),
        ([[1, 5], [-5, 1]], (True, True)),
        ([[0, 0], [0, -1]], (False, False)),
        ([[2, 0, 0], [0, 0, 0], [0, 0, 3]], (True, False)),
        ([[2, -1, 0], [-1, 2, -1], [0, -1, 2]], (True, True)),
    ],
)
def test_a_form_is_told_by_its_pivots(rows: list[list[int]], found: tuple[bool, bool]) -> None:
    table = MatrixValue(tuple(tuple(map(Fraction, line)) for line in rows))
    point = Point({n: Fraction(len(rows)), A: table})

    assert (holds(semidefinite(A), point), holds(definite(A), point)) == found
    assert holds(each(u, inner(u, (-A) @ u) <= 0), point) == found[0]
    assert not holds(each(u, inner(u, A @ u) > 0), point)


def test_a_matrix_certificate_survives_json() -> None:
    certificate = ct.Inverse(A + B, ct.MatrixCombination((ct.MatrixPiece(tm.ONE, A**-1, 0, one, True),)))

    assert ct.loads(ct.dumps(certificate)) == certificate


class TestCertificatesThatProveNothing:
    """What a rule must not accept."""

    @staticmethod
    def refused(claim: Prop, given: tuple[Prop, ...], certificate: ct.Certificate) -> bool:
        try:
            return not isinstance(check(Statement(given, claim), certificate), Proved)
        except Rejected:
            return True

    def test_a_cofactor_on_the_wrong_side(self) -> None:
        given = (eq(A @ A, A),)
        right = ct.MatrixCombination((ct.MatrixPiece(tm.ONE, B, 0, one),))

        assert not self.refused(eq(B @ A @ A, B @ A), given, right)
        assert self.refused(eq(A @ A @ B, A @ B), given, right)

    def test_a_cofactor_without_a_value(self) -> None:
        """A**-1 (A B - A C) = B - C, for an A that may be singular."""
        piece = ct.MatrixPiece(tm.ONE, inverse(A), 0, one)

        assert self.refused(eq(B, C), (eq(A @ B, A @ C),), ct.MatrixCombination((piece,)))
        assert not self.refused(eq(B, C), (eq(A @ B, A @ C), invertible), ct.MatrixCombination((piece,)))

    def test_an_inverse_of_a_matrix_that_may_be_singular(self) -> None:
        assert self.refused(eq(A @ inverse(A), one), (), ct.Inverse(A, ct.Evident()))

    def test_a_one_sided_inverse_of_other_than_square_matrices(self) -> None:
        given = (eq(P @ R, one),)

        assert self.refused(eq(R @ P, identity(m)), given, ct.Inverses(0, ct.Evident()))

    def test_equals_put_into_a_derivative(self) -> None:
        """A = x**2 I at one x says nothing of how it changes."""
        x = tm.Variable("x")
        hole = matrix("H", n)
        assert isinstance(hole, tm.MatrixVariable)
        given = (eq(A, x**2 * one),)
        inside = tm.Derivative(tr(hole) + x, x)

        assert self.refused(
            eq(tm.Derivative(tr(A) + x, x), tm.Derivative(tr(x**2 * one) + x, x)),
            given,
            ct.Congruence(0, hole, inside, ct.Evident()),
        )

    def test_equals_put_into_a_statement(self) -> None:
        hole = matrix("H", n)
        assert isinstance(hole, tm.MatrixVariable)
        statement: tm.Term = each(B, st.Relation("=", hole, B))

        assert self.refused(eq(A, B), (eq(A, C),), ct.Congruence(0, hole, statement, ct.Evident()))  # type: ignore[arg-type]

    def test_a_schur_complement_needs_square_corners_of_one_width(self) -> None:
        wide, tall = matrix("W", (n, 2)), matrix("T", (1, n))
        for blocks in ([[P, A], [small_one, R]], [[A, wide], [tall, matrix("U", (1, 2))]]):
            whole = tm.Above(tuple(map(tm.Beside, map(tuple, blocks))))
            assert self.refused(eq(det(A), det(A)), (), ct.Schur(whole, False, ct.Evident()))

    def test_a_schur_complement_of_a_corner_without_inverse(self) -> None:
        whole = block([[A, P], [R, C2]])
        assert isinstance(whole, tm.Above)
        claim = eq(det(whole), det(A) * det(C2 - R @ inverse(A) @ P))

        assert self.refused(claim, (), ct.Schur(whole, False, ct.Evident()))
        assert not self.refused(claim, (invertible,), ct.Schur(whole, False, ct.Combination((), (1,))))

    def test_an_adjugate_is_the_multiple_of_an_inverse_that_has_a_value(self) -> None:
        claim = eq(adj(A + B), det(A + B) * inverse(A + B))
        piece = ct.MatrixPiece(tm.ONE, one, 3, one)

        assert self.refused(claim, (), ct.Adjugates(A + B, True, ct.Evident()))
        assert not self.refused(claim, (ne(det(A + B), 0),), ct.Adjugates(A + B, True, ct.MatrixCombination((piece,))))

    def test_equals_put_into_a_gradient(self) -> None:
        """B = A at one A says nothing of how it changes."""
        hole = matrix("H", n)
        assert isinstance(hole, tm.MatrixVariable)
        inside = gradient(tr(hole @ A), A)

        assert self.refused(
            eq(gradient(tr(A @ A), A), gradient(tr(B @ A), A)),
            (eq(A, B),),
            ct.Congruence(0, hole, inside, ct.Evident()),
        )

    def test_sylvester_of_matrices_that_do_not_fit(self) -> None:
        assert self.refused(eq(det(A), det(B)), (), ct.Sylvester(P, A, ct.Evident()))

    @pytest.mark.parametrize(
        "fact",
        [
            each(u, implies(eq(A @ u, 0), eq(v, 0))),
            each(u, implies(eq(A @ u, v), eq(u, 0))),
            each(u, implies(eq(u, 0), eq(A @ u, 0))),
            implies(eq(A @ u, 0), eq(u, 0)),
            each(u, implies(eq((u @ u.T) @ u, 0), eq(u, 0))),
        ],
    )
    def test_a_kernel_that_is_not_said_to_be_zero(self, fact: Prop) -> None:
        """The last is true of every column, and u u.T is singular."""
        for square in (A, u @ u.T):
            goal = ne(det(square), 0)
            assert self.refused(goal, (fact,), ct.Injective(0, ct.Evident()))

    @pytest.mark.parametrize(
        "fact",
        [
            each(u, implies(ne(u, 0), inner(u, A @ u) >= 0)),
            each(u, implies(ne(u, 0), inner(u, A @ u) > -1)),
            each(u, implies(ne(u, 0), inner(v, A @ u) > 0)),
            each(u, implies(ne(v, 0), inner(u, A @ u) > 0)),
            each(u, implies(ne(u, v), inner(u, A @ u) > 0)),
        ],
    )
    def test_a_form_that_is_not_said_to_be_definite(self, fact: Prop) -> None:
        assert self.refused(ne(det(A), 0), (fact,), ct.Injective(0, ct.Evident()))

    @pytest.mark.parametrize(
        "fact",
        [
            each(u, inner(u, A @ u) <= 0),
            each(u, inner(u, A @ u) >= -1),
            each(u, inner(v, A @ u) >= 0),
            each(u, inner(u, (u @ v.T) @ u) >= 0),
            each(u, implies(eq(u, 0), inner(u, A @ u) >= 0)),
            inner(u, A @ u) >= 0,
        ],
    )
    def test_a_form_that_is_not_said_to_be_semidefinite(self, fact: Prop) -> None:
        for claim in (tr(A) >= 0, tr(u @ v.T) >= 0, det(A) >= 0, det(u @ v.T) >= 0):
            assert self.refused(claim, (fact,), ct.Semidefinite(0, ct.Evident()))

    def test_a_kernel_that_is_zero(self) -> None:
        """A wide matrix has more in its kernel, a tall one has no determinant."""
        fact = each(u, implies(eq(A @ u, 0), eq(u, 0)))

        assert not self.refused(ne(det(A), 0), (fact,), ct.Injective(0, ct.Evident()))
        tall = each(u, implies(eq(X @ u, 0), eq(u, 0)))
        assert self.refused(ne(det(X.T @ X), 0), (tall,), ct.Injective(0, ct.Evident()))

    def test_a_matrix_power_whose_exponent_is_no_integer(self) -> None:
        """A**(1/2) has no value; read as A**0 it would make det(A)**(1/2) one."""
        hole, half = matrix("H", n), tm.Number(Fraction(1, 2))
        assert isinstance(hole, tm.MatrixVariable)
        root = tm.MatrixPower(A, half)
        put_in = ct.Congruence(1, hole, det(hole), ct.Combination((ct.Piece(tm.ONE, (2,)),)))

        assert self.refused(eq(root, one), (), ct.Evident())
        assert self.refused(eq(det(A) ** half, 1), (det(A) > 0,), ct.Have(eq(root, one), ct.Evident(), put_in))
        assert not self.refused(eq(A**0, one), (), ct.Evident())


def test_a_column_is_written_anew_in_both_checkers() -> None:
    """The re-checker took the first power of what stands for a column, and asked that it be square."""
    x, y = column("x", n), column("y", n)

    accepts(settled(eq(A @ x, y), (ne(det(A), 0), eq(x, inverse(A) @ y))))
