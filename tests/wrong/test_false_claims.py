"""False claims over all kinds, each a neighbour of a true one: none may be proved.

`FALSE` are refuted with a point; `OPEN` have no value somewhere under their hypotheses, or fail only at points that are
not found, and are unknown.
"""

from __future__ import annotations

import pytest

from symproof import (
    cos,
    cyclic,
    delta,
    derivative,
    each,
    eq,
    exp,
    function,
    grad,
    gradient,
    iff,
    implies,
    index,
    inner,
    integer,
    log,
    matrix,
    maximum,
    minimizer,
    minimum,
    natural,
    ne,
    norm,
    positive,
    product,
    real,
    sequence,
    sin,
    sqrt,
    total,
    vector,
    vectors,
)  # fmt: skip
from symproof.engines.portfolio import settle
from symproof.statement import Prop, Statement

x, y, z = map(real, "xyz")
t, s = index("t"), index("s")
T, N = natural("T"), natural("N")
k, m = integer("k"), integer("m")
u, v, w0 = vectors("u v w")
A = sequence("a")
B = sequence("b", positive)
V = sequence("V", vector)
n = natural("n", at_least=1)
Z = cyclic(n)
al = sequence("al", over=Z)
be = sequence("be", over=Z)
i, j = index("i", over=Z), index("j", over=Z)
f = function("f")
S = matrix("S", Z, lambda i, j: delta(i - j - 1))
C = matrix("C", Z, lambda i, j: al[i - j])
D = matrix("D", Z, lambda i, j: be[i - j])
M = matrix("M", Z)
I = matrix("I", Z, lambda i, j: delta(i - j))
Mn = matrix("Mn", N)

FALSE: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(total(1, t, 1, k), k), ()),
    (eq(delta(i - i + 1), 0), ()),
    (eq(total(delta(i - j - 1), i), 0), ()),
    (eq(total(al[i], i), n * al[i]), ()),
    (total(al[i], i) >= 0, (al[i] >= 0,)),
    (eq(al[i], al[i + 1]), ()),
    (eq(S @ S, I), ()),
    (eq(S, I), ()),
    (eq(M @ S, S @ M), ()),
    (eq(S @ M, M), ()),
    (eq(C.T, C), ()),
    (eq(C @ D, C @ D.T), ()),
    (x**2 > 0, ()),
    (abs(x) > 0, ()),
    (eq(sqrt(x**2), x), ()),
    (x < y, (x <= y,)),
    (x * z < y * z, (x < y,)),
    (x**2 < y**2, (x < y,)),
    (
        1 / x > 1 / y,
        (
            x < y,
            ne(x, 0),
            ne(y, 0),
        ),
    ),
    (eq(x, y), (eq(x * z, y * z),)),
    (eq(x, y), (eq(x**2, y**2),)),
    (eq(x, y), (eq(0 * x, 0 * y),)),
    (norm(u + v) >= norm(u), ()),
    (inner(u, v) >= 0, ()),
    (eq(norm(u + v), norm(u) + norm(v)), ()),
    (inner(u, v) ** 2 >= norm(u) ** 2 * norm(v) ** 2, ()),
    (eq(u, v), (eq(norm(u), norm(v)),)),
    (eq(u, 0), (eq(inner(u, v), 0),)),
    (eq(norm(x * u), x * norm(u)), ()),
    (norm(u) > 0, ()),
    (eq(inner(u, v) * w0, inner(v, w0) * u), ()),
    (eq(A[T + 1], A[T]), (each(t, A[t + 1] >= A[t]),)),
    (A[T] >= 0, (each(t, A[t + 1] >= A[t]),)),
    (A[0] >= 0, (each(t, A[t] >= 0, 1),)),
    (A[0] >= 0, (each(t, A[t] >= 0, 1, T),)),
    (A[T] >= 1, (each(t, A[t] >= 1, 1, T),)),
    (eq(total(A[t], t, 1, T), total(A[t], t, 1, T - 1) + A[T]), ()),
    (eq(total(A[t], t, 0, T), total(A[t], t, 1, T)), ()),
    (eq(total(A[t] - A[t + 1], t, 1, T), A[1] - A[T]), ()),
    (eq(total(A[t] - A[t + 1], t, 2, T), A[2] - A[T + 1]), ()),
    (eq(total(A[t + 1] - A[t], t, 1, k), A[k + 1] - A[1]), (k >= -1,)),
    (eq(total(t, t, 1, T), T * (T + 1) / 2 + 1), ()),
    (eq(total(total(A[t], t, 1, s), s, 1, T), total(total(A[t], t, 1, T), s, 1, T)), ()),
    (eq(total(A[t] * A[s], t, 1, T), total(A[s] * A[s], t, 1, T)), ()),
    (eq(total(A[t], t, 1, T) ** 2, total(A[t] ** 2, t, 1, T)), ()),
    (eq(T**0, 0), ()),
    ((-1) ** T >= 0, ()),
    (eq(2 ** (T + 1), 2 * 2**T + 0 * T + 1), ()),
    (x**T >= 0, ()),
    ((1 + x) ** T >= 1 + T * x, ()),
    (2**T >= T + 2, ()),
    (2**T >= T**2, ()),
    (minimizer(x * 0 + 1, (y - 1) ** 2 * x, y), ()),
    (minimizer(0, y**4 - y**2, y), ()),
    (minimizer(0, y**2 - y**2, y, unique=True), ()),
    (minimizer(u, -(norm(w0 - u) ** 2), w0), ()),
    (minimizer(0, x * 0 - y, y), ()),
    (eq(derivative(abs(x), x), 1), ()),
    (eq(derivative(x**2, x), x), ()),
    (eq(derivative(x * y, x), x), ()),
    (iff(eq(x**2, 4), eq(x, 2)), ()),
    (implies(eq(x**2, 4), eq(x, 2)), ()),
    (implies(x > 1, 1 / (x - 2) > -2), ()),
    (each(x, x**2 > 0), ()),
    (each(t, A[t] >= 0), ()),
    (maximum(x, y) > x, ()),
    (minimum(x, y) >= 0, (x >= 0,)),
    (eq(maximum(x, y), x), ()),
    (exp(x) > 1, ()),
    (exp(x) >= 1 + x + x**2 / 2, ()),
    (log(x) >= 0, (x > 0,)),
    (sin(x) > 0, ()),
    (eq(cos(x), sqrt(1 - sin(x) ** 2)), ()),
    (eq(exp(x) ** 2, exp(x**2)), ()),
    (eq(f(u + v), f(u) + f(v)), ()),
    (f(u) >= 0, (f(v) >= 0,)),
    (eq(grad(f)(u), grad(f)(v)), (eq(f(u), f(v)),)),
    (eq(product(A[t], t, 1, T + 1), product(A[t], t, 1, T)), ()),
    (product(A[t], t, 1, T) >= 0, ()),
    (product(B[t], t, 1, T) >= 1, ()),
    (eq(product(x, t, 1, T), x), ()),
    (T >= 1, ()),
    (T / 2 >= 1, (T >= 1,)),
    (k >= 0, ()),
    (k**2 > k, ()),
    (eq(k * m, 0), ()),
    (T * N >= T, ()),
    (x >= 1, (x > 0,)),
    (
        x * y > 0,
        (
            x > 0,
            y >= 0,
        ),
    ),
    (
        x + y > 0,
        (
            x >= 0,
            y >= 0,
        ),
    ),
    (eq(Mn @ Mn, Mn), ()),
    (eq((Mn @ Mn)[1, 1], Mn[1, 1] ** 2), (N >= 1,)),
    (eq(total(delta(t - s) * A[t], t, 1, T), A[s]), ()),
    (eq(total(delta(t - s) * A[t], t, 0, T), A[s]), ()),
    (eq(delta(t - s), delta(t - s + 1)), ()),
    (eq(f(u), 0), (eq(f(u), f(u) + 1 - 1),)),
    (x > 0, (eq(1 / x, 1 / x),)),
    (y * x >= 0, (y / x >= -1,)),
    (
        sqrt(x) >= sqrt(y),
        (
            x >= 0,
            y >= 0,
        ),
    ),
    (x >= y, (x**2 >= y**2,)),
    (
        sqrt(x + y) >= sqrt(x),
        (
            x >= 0,
            y >= -x,
        ),
    ),
    (norm(u - v) <= norm(u) - norm(v), ()),
    (inner(u, v) <= norm(u) ** 2, ()),
    (norm(u + v) ** 2 <= norm(u) ** 2 + norm(v) ** 2, ()),
    (norm(u) * norm(v) <= inner(u, v), ()),
    (eq(total(V[t], t, 1, T), V[1]), ()),
    (eq(inner(total(V[t], t, 1, T), total(V[t], t, 1, T)), total(norm(V[t]) ** 2, t, 1, T)), ()),
    ((1 + x) ** T >= 1 + T * x, (x >= -3,)),  # at T = 5 first
    (eq(x, y), (eq(sin(x), sin(y)),)),  # at x = pi, y = 0
]
OPEN: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(total(x**t, t, -2, T) * x**2, total(x**t, t, 0, T + 2)), ()),
    (eq(sqrt(x * y), sqrt(x) * sqrt(y)), (x * y >= 0,)),
    (eq(x / x, 1), ()),
    (eq((x**2 - 1) / (x - 1), x + 1), ()),
    (eq(0 * (1 / x), 0), ()),
    (eq(A[k], 0), (each(t, eq(A[t], 0)),)),
    (eq(x**T * x ** (-T), 1), ()),
    (eq(derivative(sqrt(x), x), 1 / (2 * sqrt(x))), ()),
    (eq(gradient(norm(u), u), u / norm(u)), ()),
    (eq(log(x * y), log(x) + log(y)), ()),
    (eq(y / x, z), (eq(y, z * x),)),
]


@pytest.mark.parametrize(("claim", "given"), FALSE, ids=str)
def test_a_false_claim_is_refuted_with_a_point(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = settle(Statement(given, claim), budget=4.0, advise=False)

    assert verdict.status == "refuted", verdict.reason
    assert verdict.point is not None


@pytest.mark.parametrize(("claim", "given"), OPEN, ids=str)
def test_a_claim_that_has_no_value_somewhere_is_not_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = settle(Statement(given, claim), budget=1.0, advise=False)

    assert verdict.status == "unknown"
    assert "needs" in verdict.reason or "left open" in verdict.reason
