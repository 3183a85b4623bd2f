"""The laws of convex, smooth and strongly convex functions: each is true of quadratic functions, needs its properties, and is used."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from symproof import (
    block,
    convex,
    det,
    differentiable,
    each,
    eq,
    function,
    grad,
    identity,
    implies,
    index,
    inner,
    lipschitz,
    matrix,
    natural,
    norm,
    positive,
    real,
    sequence,
    smooth,
    strongly_convex,
    total,
    tr,
    vector,
    vectors,
    zeros,
)
from symproof import statement as st
from symproof.evaluation.evaluate import holds
from symproof.point import Point, QuadraticFunction
from symproof.substitution import substitute
from symproof.trusted.certificate import Evident, FunctionLaw, Submultiplicative
from symproof.trusted.function_laws import LAWS_OF_FUNCTIONS, WITHOUT_CONSTANT, law_of
from tests.kernel_says import both_reject, settled

f, x, y, z = function("f"), *vectors("x y z")
L, mu, eta, a = positive("L"), positive("mu"), positive("eta"), real("a")
CONVEX, SLOPE, SMOOTH, STRONG = convex(f), differentiable(f), smooth(f, L), strongly_convex(f, mu)
LEAST = each(z, f(x) <= f(z))
tangent = f(x) + inner(grad(f)(x), y - x)
step = x - grad(f)(x) / L
t, T, w, v = index("t"), natural("T", at_least=1), sequence("w", of=vector), sequence("v", of=vector)
DESCENT = each(t, eq(w[t + 1], w[t] - v[t] / L))

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (f(y) >= tangent, (CONVEX, SLOPE)),
    (inner(grad(f)(x) - grad(f)(y), x - y) >= 0, (CONVEX, SLOPE)),
    (f(x) <= f(y), (CONVEX, SLOPE, eq(grad(f)(x), 0))),
    (inner(grad(f)(x) - grad(f)(y), x - y) >= mu * norm(x - y) ** 2, (STRONG, SLOPE)),
    (f(x) - f(y) <= norm(grad(f)(x)) ** 2 / (2 * mu), (STRONG, SLOPE)),
    (f(y) <= tangent + L / 2 * norm(y - x) ** 2, (SMOOTH, SLOPE)),
    (f(step) <= f(x) - norm(grad(f)(x)) ** 2 / (2 * L), (SMOOTH, SLOPE)),
    (norm(grad(f)(x)) ** 2 <= 2 * L * (f(x) - a), (SMOOTH, SLOPE, each(z, f(z) >= a))),
    (inner(grad(f)(x) - grad(f)(y), x - y) >= norm(grad(f)(x) - grad(f)(y)) ** 2 / L, (SMOOTH, CONVEX, SLOPE)),
    (eq(grad(f)(x), 0), (SLOPE, LEAST)),
    (norm(grad(f)(x)) <= L, (lipschitz(f, L), SLOPE)),
    (f(y) - f(x) >= mu / 2 * norm(y - x) ** 2, (STRONG, LEAST)),
    (f(y) - f(x) <= L / 2 * norm(y - x) ** 2, (SMOOTH, SLOPE, LEAST)),
    (f(x - eta * grad(f)(x)) <= f(x) - eta / 2 * norm(grad(f)(x)) ** 2, (SMOOTH, SLOPE, eta <= 1 / L)),
    (f(y) <= tangent + L / 2 * norm(y - x) ** 2, (SMOOTH,)),
    (f(y) >= tangent, (CONVEX, each(x, norm(grad(f)(x)) <= a))),
    (norm(step - y) <= norm(x - y), (SMOOTH, CONVEX, eq(grad(f)(y), 0))),
    (norm(step - y) ** 2 <= (1 - mu / L) * norm(x - y) ** 2, (SMOOTH, STRONG, eq(grad(f)(y), 0))),
    (
        f(w[T + 1]) <= f(w[T]),
        (f(w[T + 1]) <= f(w[T]) + inner(v[T], w[T + 1] - w[T]) + L / 2 * norm(w[T + 1] - w[T]) ** 2, DESCENT),
    ),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (f(y) >= tangent, (SLOPE, SMOOTH)),
    (f(y) > tangent, (CONVEX, SLOPE)),
    (inner(grad(f)(x) - grad(f)(y), x - y) >= 2 * mu * norm(x - y) ** 2, (STRONG, SLOPE)),
    (f(y) <= tangent + L / 4 * norm(y - x) ** 2, (SMOOTH, SLOPE)),
    (f(step) <= f(x) - norm(grad(f)(x)) ** 2 / L, (SMOOTH, SLOPE)),
    (inner(grad(f)(x) - grad(f)(y), x - y) >= norm(grad(f)(x) - grad(f)(y)) ** 2 / L, (SMOOTH, SLOPE)),
    (eq(grad(f)(y), 0), (SLOPE, LEAST)),
    (norm(grad(f)(x)) <= L / 2, (lipschitz(f, L), SLOPE)),
    (f(y) - f(x) >= mu * norm(y - x) ** 2, (STRONG, LEAST)),
    (f(x - eta * grad(f)(x)) <= f(x) - eta / 2 * norm(grad(f)(x)) ** 2, (SMOOTH, SLOPE, eta <= 2 / L)),
    (norm(step - y) <= norm(x - y) / 2, (SMOOTH, CONVEX, eq(grad(f)(y), 0))),
    (norm(step - y) ** 2 <= (1 - 2 * mu / L) * norm(x - y) ** 2, (SMOOTH, STRONG, eq(grad(f)(y), 0))),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_what_the_laws_say_is_proved_by_the_kernel_alone(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    verdict = settled(claim, given=given, budget=20)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given=given, budget=5).status == "refuted"


@pytest.mark.parametrize("name", LAWS_OF_FUNCTIONS)
def test_a_law_is_true_of_every_quadratic_function_that_has_its_properties(name: str) -> None:
    """The dimension 2; constants at the edge, where equality holds, and beyond it, where the properties fail."""
    c = None if name in WITHOUT_CONSTANT else a
    needs, claim = law_of(name, f, c)
    for letter in (x, y):
        if isinstance(claim, st.Each):
            claim = substitute(claim.body, {claim.symbol: letter})
    assert not isinstance(claim, st.Each)
    premises = (claim.left,) if isinstance(claim, st.Implies) else ()
    claim = claim.right if isinstance(claim, st.Implies) else claim
    numbers = [Fraction(k, 2) for k in (-3, -1, 0, 2)]
    for curvature, constant, end in product(numbers, (*numbers, Fraction(3)), ((1, 2), (-1, 0))):
        quadratic = QuadraticFunction(Fraction(1), (Fraction(2), Fraction(-1)), curvature)
        start = (Fraction(1), Fraction(-1, 2))
        point = Point({f: quadratic, a: constant, x: start, y: tuple(map(Fraction, end))}, 2)
        if all(holds(need, point) for need in (*needs, *premises)):
            assert holds(claim, point)


def test_a_law_asks_for_its_properties_and_its_constant() -> None:
    given = (CONVEX, SLOPE, SMOOTH, STRONG, lipschitz(f, L))
    constants = {"parabola": mu, "growth": mu}
    laws = [(name, None if name in WITHOUT_CONSTANT else constants.get(name, L)) for name in LAWS_OF_FUNCTIONS]
    said = {name: law_of(name, f, c)[1] for name, c in laws}

    for name, c in laws:
        assert not both_reject(said[name], FunctionLaw(name, f, c, Evident()), given)
        for need in law_of(name, f, c)[0]:
            rest = tuple(fact for fact in given if fact not in ((need, SMOOTH) if need == SLOPE else (need,)))
            assert both_reject(said[name], FunctionLaw(name, f, c, Evident()), rest)
    assert both_reject(said["descent"], FunctionLaw("descent", f, L / 2, Evident()), given)
    assert both_reject(said["descent"], FunctionLaw("descent", f, None, Evident()), given)
    assert both_reject(said["tangent"], FunctionLaw("tangent", f, L, Evident()), given)
    assert both_reject(said["growth"], FunctionLaw("growth", f, None, Evident()), given)
    assert both_reject(said["parabola"], FunctionLaw("growth", f, mu, Evident()), given)
    assert both_reject(eq(grad(f)(x), 0), FunctionLaw("stationary", f, None, Evident()), given)
    assert both_reject(said["tangent"], FunctionLaw("secant", f, None, Evident()), given)
    assert both_reject(said["tangent"], FunctionLaw("tangent", function("g"), None, Evident()), given)


def test_what_is_said_of_no_vector_at_all_gives_no_gradient() -> None:
    """A smooth function has one; a bound at one point, under a condition, in a sum, or of another function gives none."""
    g, n, k = function("g"), natural("n"), index("k")
    law = FunctionLaw("tangent", f, None, Evident())
    claim, small = law_of("tangent", f, None)[1], norm(grad(f)(x)) <= 1

    assert not both_reject(claim, law, (CONVEX, SMOOTH))
    for fact in (
        small,
        each(x, implies(eq(x, y), small)),
        each(x, total(norm(grad(f)(x)), k, 1, n) <= 1),
        each(k, small, 1, n),
        each(z, small),
        smooth(g, L),
    ):
        assert both_reject(claim, law, (CONVEX, fact))


def test_the_norm_of_a_product() -> None:
    n, m = natural("n"), natural("m")
    A, B, X = matrix("A", n), matrix("B", n), matrix("X", (n, m))

    def square(M: object) -> object:
        return tr(M.T @ M)  # type: ignore[attr-defined]

    for left, right in ((A, B), (X, X.T), (X.T, A)):
        claim = square(left @ right) <= square(left) * square(right)  # type: ignore[operator]
        assert not both_reject(claim, Submultiplicative(left, right, Evident()))
    assert both_reject(square(A @ B) <= square(A) * square(A), Submultiplicative(A, B, Evident()))  # type: ignore[operator]
    assert both_reject(tr(A @ B) <= tr(A) * tr(B), Submultiplicative(A, B, Evident()))
    assert both_reject(square(A**-1 @ B) <= square(A**-1) * square(B), Submultiplicative(A**-1, B, Evident()))  # type: ignore[operator]


def test_a_block_that_is_not_square_by_its_form_has_no_determinant() -> None:
    """The step of an induction over the size ended in an error."""
    n = natural("n", at_least=1)
    whole = block([[zeros(n), identity(n)], [identity(n), zeros(n)]])

    assert settled(eq(det(whole), (-1) ** n), budget=1).status in ("proved", "unknown")
