"""What is printed is read back: random terms of every sort through LaTeX, and statements."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from symproof import (
    Matrix,
    Prop,
    Scalar,
    Vector,
    and_,
    approx,
    binomial,
    ceil,
    column,
    cos,
    cyclic,
    delta,
    derivative,
    det,
    each,
    eq,
    exists,
    exp,
    factorial,
    floor,
    function,
    grad,
    hadamard,
    identity,
    iff,
    implies,
    index,
    inner,
    inverse,
    kron,
    log,
    matrix,
    maximum,
    minimizer,
    minimum,
    natural,
    ne,
    norm,
    not_,
    or_,
    positive,
    product,
    rational,
    real,
    reals,
    sequence,
    sigma,
    sin,
    sqrt,
    total,
    tr,
    vector,
    vectors,
)  # fmt: skip
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, Reading, read_statement, resolve
from symproof.writers.latex import latex

x, y = reals("x y")
eta, z, x1, word = positive(r"\eta"), positive("z"), real("x_1"), real("alpha1")
n, k, t = natural("n", at_least=1), index("k"), index("t")
u, v = vectors("u v")
star, w, a = vector(r"\mathbf{v}^\star"), sequence(r"\mathbf{w}", of=vector), sequence("a")
f, g = function("f"), function("g", on=real)
ring = cyclic(n)
i, j, b = index("i", over=ring), index("j", over=ring), sequence("b", over=ring)
A, B, C, c = matrix("A", n), matrix("B", n), matrix("C", ring), column("c", n)
M, d = matrix("M", (natural("m", at_least=1), n)), column("h", n)
KNOWN = Context.of([x, y, eta, z, x1, word, n, k, t, u, v, star, w, a, f, g, i, j, b, A, B, C, c, M, d])


class Drawn:
    """Random terms, from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def scalar(self, d: int) -> Scalar:
        one = self.random.choice
        if d <= 0:
            whole = tm.Number(Fraction(self.random.randint(0, 9)))
            return one([x, y, eta, x1, word, whole, rational("0.5"), a[k], a[k + 1], n, rational("7.8e24")])
        s, v_ = self.scalar, self.vector
        makers: list[Any] = [
            lambda: s(d - 1) + s(d - 1), lambda: s(d - 1) - s(d - 1), lambda: s(d - 1) * s(d - 1), lambda: -s(d - 1),
            lambda: s(d - 1) / s(d - 1), lambda: s(d - 1) ** one([2, 3, n, s(d - 2)]), lambda: abs(s(d - 1)),
            lambda: one([exp, log, sin, cos, sqrt, sigma])(s(d - 1)), lambda: one([maximum, minimum])(s(d - 1), s(d - 1)),
            lambda: inner(v_(d - 1), v_(d - 1)), lambda: norm(v_(d - 1)), lambda: total(s(d - 1), k, 1, n),
            lambda: product(s(d - 1), k, 0, n), lambda: f(v_(d - 1)), lambda: g(s(d - 1)), lambda: delta(i - j),
            lambda: b[i - 1], lambda: A[1, k + 1], lambda: (A @ B)[k + 1, 1], lambda: c[1], lambda: C[i, j],
            lambda: factorial(n), lambda: floor(s(d - 1)), lambda: ceil(s(d - 1)), lambda: binomial(n, 2), lambda: total(b[i] * s(d - 2), i), lambda: derivative(s(d - 1) * x, x),
        ]  # fmt: skip
        made: Scalar = one(makers)()
        return made

    def vector(self, d: int) -> Vector:
        one = self.random.choice
        if d <= 0:
            return one([u, v, star, w[t], w[t + 1], w[1], grad(f)(u)])
        s, v_ = self.scalar, self.vector
        makers: list[Any] = [
            lambda: v_(d - 1) + v_(d - 1), lambda: v_(d - 1) - v_(d - 1), lambda: s(d - 1) * v_(d - 1), lambda: -v_(d - 1),
            lambda: v_(d - 1) / s(d - 1), lambda: total(v_(d - 1), t, 1, n), lambda: grad(f)(v_(d - 1)),
        ]  # fmt: skip
        made: Vector = one(makers)()
        return made

    def matrix(self, d: int) -> Matrix:
        one = self.random.choice
        if d <= 0:
            return one([A, B])
        m = self.matrix
        made: Matrix = one([lambda: m(d - 1) @ m(d - 1), lambda: m(d - 1) + m(d - 1), lambda: m(d - 1).T])()
        return made


def plainer(term: Any) -> Any:
    """A term whose numerals are spelled in one way: -2 is a number and the opposite of 2, 1/2 a number and a quotient;
    a sign before a product is its first factor's."""
    if isinstance(term, tuple):
        return tuple(map(plainer, term))
    if not isinstance(term, tm.Term) or isinstance(term, tm.Number):
        return term
    term = type(term)(*map(plainer, term.fields()))
    match term:
        case tm.Neg(tm.Number(value)):
            return tm.Number(-value)
        case tm.Neg(tm.Mul((tm.Number(value), *rest))):
            return plainer(tm.Mul((tm.Number(-value), *rest)))
        case tm.Neg(tm.Div(top, bottom)):
            return plainer(tm.Div(tm.Neg(top), bottom))
        case tm.Div(tm.Number(top), tm.Number(bottom)) if bottom:
            return tm.Number(top / bottom)
        case tm.VectorNeg(tm.Scale(factor, inside)):
            return plainer(tm.Scale(tm.Neg(factor), inside))
        case _:
            return term


@pytest.mark.parametrize("seed", range(8))
def test_a_term_printed_is_the_term_read(seed: int) -> None:
    drawn, checked = Drawn(seed), 0
    while checked < 60:
        try:
            term = drawn.random.choice([drawn.scalar, drawn.vector, drawn.matrix])(drawn.random.randint(0, 3))
        except SymproofError:
            continue  # an integer needed, and none drawn
        checked += 1
        text = latex(term)
        (clause,) = parse(text).clauses
        outcome = resolve(clause.members[0], KNOWN)
        assert isinstance(outcome, Reading), f"{text}: {outcome}"
        assert plainer(outcome.term) == plainer(term), text


MATRICES: list[tm.Term] = [
    det(A @ B), det(A) * det(B), tr(A @ B.T), tr(A) + x, inverse(A), inverse(A @ B), inverse(A).T, A**n, A**-2, x * A - B,
    A + x * identity(n), A @ c, c @ d.T, M.T @ M, hadamard(A, B), kron(A, B), norm(A @ B - B) ** 2, inner(A, B),
    inner(grad(f)(u), v - u), norm(total(w[t], t, 1, n) / n - u) ** 2,
    derivative(derivative(x**3 * y, x), y), derivative(exp(x) ** 2 * x, x) + y, derivative(x**2, x) ** 2, total(total(a[k] * a[t], t, 1, k), k, 1, n),
    product(total(a[k], k, 1, t), t, 1, n), total(a[k], k, 1, n) ** 2 / n, maximum(x, maximum(y, 0)), abs(abs(x) - y), x ** rational("1/3"),
    (x**2) ** 3, x ** (y**2), (-x) ** 2, x / (y / 2), u / norm(u), exp(exp(x)), log(x) / log(2), factorial(n) ** 2, (-x) * u,
]  # fmt: skip


@pytest.mark.parametrize("term", MATRICES, ids=str)
def test_a_term_of_each_kind_printed_is_the_term_read(term: tm.Term) -> None:
    (clause,) = parse(latex(term)).clauses
    outcome = resolve(clause.members[0], KNOWN)

    assert isinstance(outcome, Reading), outcome
    assert plainer(outcome.term) == plainer(term)


STATEMENTS: list[Prop] = [
    eq(x, y), x <= y, and_(x <= y, y <= 2), or_(eq(x, 1), eq(x, 2)), not_(eq(x, 1)), implies(x >= 1, x**2 >= 1), ne(x, 0),
    iff(eq(x, 1), eq(x - 1, 0)), each(t, a[t] >= 0), each(t, a[t] >= 0, 1, n), each(t, eq(w[t + 1], w[t] - z * v)), eq(u, 0),
    each(x, x**2 >= 0), each(t, a[t] >= 0, 1), approx(exp(2), "7.389"), minimizer(x, y**2, y), exists(x, eq(x**2, y)),
    minimizer(u, f(v) + norm(v - u) ** 2, v, unique=True), each(t, exists(x, x >= t)), each(t, implies(x >= t, x >= 0)),
]  # fmt: skip


@pytest.mark.parametrize("statement", STATEMENTS, ids=str)
def test_a_statement_printed_is_the_statement_read(statement: Prop) -> None:
    outcome = read_statement(latex(statement), KNOWN)

    assert isinstance(outcome, Reading), outcome
    assert outcome.term == statement


@pytest.mark.parametrize(
    "text", [r"x^2 \ge 0 \text{ for all } x \in S", r"\forall n \in A : n \ge 0", r"f \text{ is convex}"]
)
def test_what_cannot_be_read_back_is_refused(text: str) -> None:
    """A quantifier over an unknown set, and a property in words."""
    assert not isinstance(read_statement(text, KNOWN), Reading)
