"""Right claims over all kinds: each is proved, by the kernel alone."""

from __future__ import annotations

import pytest

from symproof import (
    and_,
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
    sigma,
    sin,
    sqrt,
    total,
    vector,
    vectors,
)  # fmt: skip
from symproof.engines.portfolio import settle
from symproof.statement import Prop, Statement

x, y, z = map(real, "xyz")
p, q = positive("p"), positive("q")
t, s, T = index("t"), index("s"), natural("T")
u, v, w = vectors("u v w")
A, V, P = sequence("a"), sequence("V", vector), sequence("P", positive)
n = natural("n", at_least=1)
Z = cyclic(n)
al, be = sequence("alpha", over=Z), sequence("beta", over=Z)
i, j, k = index("i", over=Z), index("j", over=Z), index("k", over=Z)
S = matrix("S", Z, lambda i, j: delta(i - j - 1))
C = matrix("C", Z, lambda i, j: al[i - j])
M = matrix("M", Z)
M1, A1 = matrix("M1", n), matrix("A1", n, lambda i, j: i * j)
eta = positive("eta")
f = function("f")
step = each(t, eq(V[t + 1], V[t] - eta * grad(f)(V[t])))

RIGHT: list[tuple[Prop, tuple[Prop, ...]]] = [
    # algebra
    (eq((x + y) ** 2, x**2 + 2 * x * y + y**2), ()),
    (eq((x**2 - y**2) / (x - y), x + y), (ne(x, y),)),
    (eq(x / x, 1), (ne(x, 0),)),
    (eq(1 / (1 / x), x), (ne(x, 0),)),
    (eq(x, 5), (eq(x + y, 7), eq(x - y, 3))),
    (eq(x * y, 0), (eq(x, 0),)),
    (eq(x, y), (x <= y, y <= x)),
    (ne(2 * x, 0), (ne(x, 0),)),
    (ne((x - 1) * (x + 1), 0), (ne(x, 1), ne(x, -1))),
    (iff(eq(x + 1, y), eq(x, y - 1)), ()),
    (implies(x > 1, x**2 > 1), ()),
    (eq(x, 3), (x > 1, x < 0)),
    # functions
    (eq(exp(x + y), exp(x) * exp(y)), ()),
    (eq(sin(x) ** 2 + cos(x) ** 2, 1), ()),
    (eq(sqrt(x) ** 2, x), (x >= 0,)),
    (eq(sqrt(x**2), x), (x >= 0,)),
    (eq(sqrt(x**2), abs(x)), ()),
    (eq(abs(x * y), abs(x) * abs(y)), ()),
    (eq(sigma(x) + sigma(-x), 1), ()),
    (eq(derivative(sigma(x), x), sigma(x) * (1 - sigma(x))), ()),
    (eq(derivative(exp(x) * sin(x), x), exp(x) * (sin(x) + cos(x))), ()),
    (eq(derivative(log(x), x), 1 / x), (x > 0,)),
    (exp(x) > 0, ()),
    (sin(x) <= 1, ()),
    (eq(maximum(x, y) + minimum(x, y), x + y), ()),
    (maximum(x, y) >= x, ()),
    (eq(sqrt(p**2 * q), p * sqrt(q)), ()),
    # inequalities
    (x**2 + y**2 >= 2 * x * y, ()),
    (x**2 + x + 1 > 0, ()),
    (x**4 + y**4 >= 2 * x**2 * y**2, ()),
    (x**4 + x**3 + x**2 + x + 1 > 0, ()),
    ((x + y + z) ** 2 <= 3 * (x**2 + y**2 + z**2), ()),
    (p / q + q / p >= 2, ()),
    (p * q <= ((p + q) / 2) ** 2, ()),
    (x * y <= 1, (x >= 0, x <= 1, y >= 0, y <= 1)),
    (x <= y + 1, (x <= z, z <= y)),
    (abs(x + y) <= abs(x) + abs(y), ()),
    (x**3 + y**3 + z**3 >= 3 * x * y * z, (x >= 0, y >= 0, z >= 0)),
    (1 / p < 2, (p > 1,)),
    (x < z, (x < y, y <= z)),
    (x * p <= y * p, (x <= y,)),
    # vectors
    (eq(norm(u - v) ** 2, norm(u) ** 2 - 2 * inner(u, v) + norm(v) ** 2), ()),
    (eq(norm(u + v) ** 2 + norm(u - v) ** 2, 2 * norm(u) ** 2 + 2 * norm(v) ** 2), ()),
    (eq(inner(u, v), (norm(u + v) ** 2 - norm(u - v) ** 2) / 4), ()),
    (norm(u + v) ** 2 <= 2 * norm(u) ** 2 + 2 * norm(v) ** 2, ()),
    (inner(u, v) <= norm(u) * norm(v), ()),
    (norm(u + v) <= norm(u) + norm(v), ()),
    (inner(u, v) <= (norm(u) ** 2 / eta + eta * norm(v) ** 2) / 2, ()),
    (eq(norm(eta * u), eta * norm(u)), ()),
    (eq(norm(-u), norm(u)), ()),
    (eq(u, w), (eq(u, v), eq(v, w))),
    (eq(u, v), (norm(u - v) ** 2 <= 0,)),
    (eq(gradient(norm(u) ** 2, u), 2 * u), ()),
    (eq(gradient(inner(u, v) ** 2, u), 2 * inner(u, v) * v), ()),
    (eq(gradient(norm(u), u), u / norm(u)), (ne(u, 0),)),
    (eq(gradient(f(2 * u), u), 2 * grad(f)(2 * u)), ()),
    (minimizer(v, norm(u - v) ** 2, u, unique=True), ()),
    (minimizer(1, x**2 - 2 * x, x, unique=True), ()),
    (minimizer(0, abs(x), x), ()),
    # sums
    (eq(total(t, t, 1, T), T * (T + 1) / 2), ()),
    (eq(total(t**2, t, 1, T), T * (T + 1) * (2 * T + 1) / 6), ()),
    (eq(total(1, t, 1, T), T), ()),
    (eq(total(A[t + 1] - A[t], t, 1, T), A[T + 1] - A[1]), ()),
    (eq(total(A[t] + x, t, 1, T), total(A[s], s, 1, T) + T * x), ()),
    (eq(total(A[t], t, 1, T), total(A[t + 1], t, 0, T - 1)), ()),
    (eq(total(A[t], t, 1, T + 1), total(A[t], t, 1, T) + A[T + 1]), ()),
    (eq((x - 1) * total(x**t, t, 0, T), x ** (T + 1) - 1), ()),
    (total(A[t] ** 2, t, 1, T) >= 0, ()),
    (total(P[t], t, 1, T) > 0, (T >= 1,)),
    (eq(total(total(x * t * s, s, 1, t), t, 1, T), total(total(t * x * s, t, 1, s), s, 1, T)), ()),
    (eq(total(inner(u, V[t]), t, 1, T), inner(u, total(V[t], t, 1, T))), ()),
    (eq(A[T], x), (each(t, eq(A[t + 1], A[t])), eq(A[0], x))),
    (eq(A[T], 2**T), (each(t, eq(A[t + 1], 2 * A[t])), eq(A[0], 1))),
    (A[T + 1] >= A[T], (each(t, A[t + 1] >= A[t]),)),
    ((1 + x) ** T >= 1 + T * x, (x >= -1,)),
    (2**T >= T + 1, ()),
    (eq(product(A[t], t, 1, 3), A[1] * A[2] * A[3]), ()),
    (product(P[t], t, 1, T) > 0, ()),
    (eq(V[2], V[0] - eta * grad(f)(V[0]) - eta * grad(f)(V[1])), (step,)),
    # matrices and residues
    (eq(S @ C, C @ S), ()),
    (eq(S @ C.T, C.T @ S), ()),
    (eq((S @ C)[i, j], al[i - j - 1]), ()),
    (eq((S @ S)[i, j], delta(i - j - 2)), ()),
    (eq(S @ (M + C), S @ M + C @ S), ()),
    (eq(M.T.T, M), ()),
    (eq((S @ M).T, M.T @ S.T), ()),
    (eq(total(delta(i - k) * al[k], k), al[i]), ()),
    (eq(total(al[k] + be[k], k), total(al[k], k) + total(be[k], k)), ()),
    (eq(al[i], al[0]), (each(k, eq(al[k], al[0])),)),
    (and_(x**2 >= 0, y**2 >= 0), ()),
    # matrices over 1..n
    (eq((A1 @ M1).T, M1.T @ A1.T), ()),
    (eq(A1 @ (M1 + A1), A1 @ M1 + A1 @ A1), ()),
    (eq((A1 @ M1)[1, 1], total(t * M1[t, 1], t, 1, n)), ()),
    (each(t, total(al[i], i) <= total(al[i], i) + t, 1, T), ()),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_a_right_claim_is_proved_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = settle(Statement(given, claim), budget=10.0, advise=False)

    assert verdict.status == "proved", verdict.reason
    assert verdict.trusts == frozenset()
