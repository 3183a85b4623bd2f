"""Terms as LaTeX: as a hand would write them, and never two different values alike."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from fractions import Fraction
from typing import Any

import pytest

from symproof import (
    cos,
    cyclic,
    delta,
    derivative,
    exp,
    function,
    grad,
    gradient,
    index,
    inner,
    matrix,
    maximum,
    natural,
    norm,
    positive,
    product,
    rational,
    real,
    sequence,
    sigma,
    sin,
    sqrt,
    total,
    vector,
)
from symproof import term as tm
from symproof.writers.formula import is_safe
from symproof.writers.latex import latex

x, y, z = real("x"), real("y"), real("z")
t, T = index("t"), natural("T")
n = natural("n", at_least=1)
ring = cyclic(n)
i, j, b = index("i", over=ring), index("j", over=ring), index("b", over=ring)
a = sequence("a", over=ring)
u, v = vector("u"), vector("v")
w = sequence(r"\mathbf{w}", of=vector)
f = function("f")
A, B = matrix("A", n), matrix("B", n)
C = matrix("C", ring, lambda i, j: a[i - j])
S = matrix("S", ring, lambda i, j: delta(i - j - 1))
star = vector(r"\mathbf{w}^\star")
eta, lam = positive(r"\eta"), positive("lambda")

WRITTEN: dict[str, Any] = {
    r"\frac{\eta}{2} \lVert \mathbf{w}_{t} \rVert^{2}": eta / 2 * norm(w[t]) ** 2,
    r"\mathbf{w}_{t + 1} - \mathbf{w}^{\star}": w[t + 1] - star,
    r"\langle u - v, \nabla f(\mathbf{w}_{t}) \rangle": inner(u - v, grad(f)(w[t])),
    r"\mathbf{w}_{t} - \frac{\nabla f(\mathbf{w}_{t})}{\lambda}": w[t] - grad(f)(w[t]) / lam,
    r"\lambda\,(u - v)": lam * (u - v),
    r"x - y": x - y,
    r"x - y - z": x - y - z,
    r"x - (y - z)": x - (y - z),
    r"x - 2 y": x + tm.Mul((tm.Number(Fraction(-2)), y)),
    r"x - 3": x + tm.Number(Fraction(-3)),
    r"-x + y": -x + y,
    r"(-x) y": (-x) * y,
    r"x\,(-y)": x * (-y),
    r"-x y": -(x * y),
    r"2 \cdot 3 x": tm.Mul((tm.Number(Fraction(2)), tm.Number(Fraction(3)), x)),
    r"x \cdot 2": x * 2,
    r"2 \cdot \frac{1}{2}": tm.Mul((tm.Number(Fraction(2)), rational("1/2"))),
    r"(x + y) z": (x + y) * z,
    r"x\,(y + z)": x * (y + z),
    r"x^{y/2}": x ** (y / 2),
    r"x^{-1}": x**-1,
    r"\left( \frac{x}{y} \right)^{2}": (x / y) ** 2,
    r"(x^{y})^{z}": (x**y) ** z,
    r"x^{y^{z}}": x ** (y**z),
    r"\sqrt{x + y}": sqrt(x + y),
    r"\lvert x \rvert": abs(x),
    r"\exp(-x)": exp(-x),
    r"(\exp(x))^{2}": exp(x) ** 2,
    r"\sin^{2}(x) + \cos^{2}(x)": sin(x) ** 2 + cos(x) ** 2,
    r"\max\!\left( x, \frac{1}{y} \right)": maximum(x, 1 / y),
    r"\sum_{t = 1}^{T} \, \lVert \mathbf{w}_{t} \rVert^{2}": total(norm(w[t]) ** 2, t, 1, T),
    r"\sum_{t = 1}^{T} \, (x + t)": total(x + t, t, 1, T),
    r"\left( \sum_{t = 1}^{T} t \right) x": total(t, t, 1, T) * x,
    r"x \sum_{t = 1}^{T} t y": x * total(t * y, t, 1, T),
    r"\prod_{t = 1}^{T} \, (t x)": product(t * x, t, 1, T),
    r"\sum_{b \in \mathbb{Z}/n} S_{i, b} C_{b, j}": total(S[i, b] * C[b, j], b),
    r"\delta_{i - j - 1}": delta(i - j - 1),
    r"(S C)_{i, j}": (S @ C)[i, j],
    r"(C^{\top})_{i, j}": C.T[i, j],
    r"S C^{\top}": S @ C.T,
    r"(S C)^{\top}": (S @ C).T,
    r"A - B": A - B,
    r"2 A B": 2 * A @ B,
    r"2\,(A B)": 2 * (A @ B),
    r"A\,(B A)": A @ (B @ A),
    r"(A + B) A": (A + B) @ A,
    r"\nabla_{u}\left[ \lVert u \rVert^{2} \right]": gradient(norm(u) ** 2, u),
    r"\frac{\mathrm{d}}{\mathrm{d}x}\left[ x^{2} \right]": derivative(x**2, x),
    r"f\!\left( \frac{u}{2} \right)": f(u / 2),
    r"\mathrm{loss}\,x": real("loss") * x,
    r"\mathbf{0}": tm.ZeroVector(),
    r"(\mathbf{w}^{\star})^{2}": real(r"\mathbf{w}^\star") ** 2,
}


@pytest.mark.parametrize(
    ("expected", "term"), WRITTEN.items(), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_a_term_is_written_as_by_hand(expected: str, term: tm.Term) -> None:
    assert latex(term) == expected
    assert is_safe(expected)


PAIRS = [
    (f(u + v), sigma(x)),
    (sequence("f")[t], f(u)),
    (real("f") * (x + y), function("f", on=real)(x + y)),
    (real("f") * (x / y), function("f", on=real)(x / y)),
    (total(x, t, 1, T) * y, total(x * y, t, 1, T)),
    (total(x, t, 1, T) + y, total(x + y, t, 1, T)),
    (product(x, t, 1, T) * y, product(x * y, t, 1, T)),
    (x * total(t, t, 1, T) * y, x * total(t * y, t, 1, T)),
    (-total(x, t, 1, T), total(-x, t, 1, T)),
    (-(x**2), (-x) ** 2),
    (x ** (y * z), x**y * z),
    (x / (y * z), x / y * z),
    ((x + y) / z, x + y / z),
    (x ** (y / z), x**y / z),
    (2 ** (x / y), (2**x) / y),
    (x - (y - z), x - y - z),
    (x - (y + z), x - y + z),
    (exp(x) ** 2, exp(x**2)),
    (sin(x) ** 2, sin(x**2)),
    (sin(x) ** -1, sin(x**-1)),
    (abs(x) - abs(y), abs(abs(x) - y)),
    (sqrt(x) * y, sqrt(x * y)),
    (norm(u) ** 2, norm(2 * u)),
    (inner(2 * u, v), 2 * inner(u, v)),
    (norm(u - v), norm(u) - norm(v)),
    (A @ (B + A), A @ B + A),
    ((A @ B).T, A @ B.T),
    (A.T @ B, (A @ B).T),
    (A[1, 1] * B[1, 1], (A @ B)[1, 1]),
    ((A + B)[1, 2], A[1, 2] + B[1, 2]),
    (w[t + 1], w[t] + w[1]),
    (gradient(f(u), u), grad(f)(u)),
    (gradient(norm(u) ** 2 + x, u), gradient(norm(u) ** 2, u)),
    (real("x1"), x * 1),
    (real("ab"), real("a") * real("b")),
    (tm.ZeroVector(), tm.ZERO),
    (real("w_t"), sequence("w_t")[t]),
    (sequence("w_1")[t], sequence("w")[t]),
    (real("x'") ** 2, real("x") ** 2),
    (delta(i - j), delta(j - i)),
    (total(t, t, 1, T), total(t, t, 1, T + 1)),
    (total(delta(b), b), total(delta(t), t, 1, n)),
]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_terms_that_differ_are_written_differently(left: tm.Term, right: tm.Term) -> None:
    assert latex(left) != latex(right)


UNARY = [lambda p: -p, lambda p: p**2, lambda p: 2**p, sqrt, exp, abs, lambda p: total(p, t, 1, 3), lambda p: f_real(p)]
BINARY = [lambda p, q: p + q, lambda p, q: p - q, lambda p, q: p * q, lambda p, q: p / q, lambda p, q: p**q, maximum]
f_real = function("g", on=real)


def value(term: tm.Term, at: dict[tm.Term, float]) -> float:
    """The value of a scalar in floating point, by structure; for this test only."""
    match term:
        case tm.Number(number):
            return float(number)
        case tm.Variable():
            return at[term]
        case tm.Add(args):
            return sum(value(arg, at) for arg in args)
        case tm.Mul(args):
            return math.prod(value(arg, at) for arg in args)
        case tm.Neg(arg):
            return -value(arg, at)
        case tm.Div(top, bottom):
            return value(top, at) / value(bottom, at)
        case tm.Pow(base, exponent):
            return float(value(base, at) ** value(exponent, at))
        case tm.Elementary("max", (first, second)):
            return max(value(first, at), value(second, at))
        case tm.Elementary(name, (arg,)):
            return float({"sqrt": math.sqrt, "exp": math.exp, "abs": abs}[name](value(arg, at)))
        case tm.Apply(_, arg):
            return 1 / (3 + value(arg, at) ** 2)
        case tm.Sum(body, variable, _, _):
            return sum(value(body, {**at, variable: float(k)}) for k in (1, 2, 3))
        case _:
            raise AssertionError(term)


def test_no_two_values_are_written_alike() -> None:
    """Every term of two operations over four letters and numbers: those written alike have one value."""
    leaves = [x, y, tm.Number(Fraction(2)), tm.Number(Fraction(-3)), rational("1/2"), t]
    once = [op(p) for op in UNARY for p in leaves] + [op(p, q) for op in BINARY for p in leaves for q in leaves]
    some = once[::3]
    twice = [op(p) for op in UNARY for p in once]
    twice += [op(p, q) for op in BINARY for p, q in itertools.product(some, leaves)]
    twice += [op(p, q) for op in BINARY for p, q in itertools.product(leaves, some)]
    written = defaultdict(list)
    for term in [*leaves, *once, *twice]:
        written[latex(term)].append(term)

    for text, terms in written.items():
        values = {round(value_or_none(term), 9) for term in terms}
        assert len(values) == 1, f"{text} is written for {terms} of values {values}"
    assert len(written) > 3000


def value_or_none(term: tm.Term) -> float:
    """The value at one point of irrational coordinates; -1e9 where there is none."""
    try:
        found = value(term, {x: math.pi / 3, y: math.e / 5, t: math.sqrt(2) / 3})
    except (ZeroDivisionError, ValueError, OverflowError, TypeError):
        return -1e9
    return -1e9 if isinstance(found, complex) else found


def test_a_bracket_is_stretched_only_around_something_tall() -> None:
    assert latex(x * (y + z)) == r"x\,(y + z)"
    assert latex(x * (y / z + 1)) == r"x \left( \frac{y}{z} + 1 \right)"


def test_an_unknown_constructor_is_refused_by_name() -> None:
    class Odd(tm.Scalar):
        pass

    with pytest.raises(TypeError, match="no LaTeX for Odd"):
        latex(Odd())
