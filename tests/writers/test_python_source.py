"""What is written as Python gives the same term when it is read back."""

from __future__ import annotations

import pytest

import symproof
from symproof import (
    adj,
    binomial,
    block,
    column,
    cyclic,
    det,
    eq,
    factorial,
    gradient,
    hadamard,
    identity,
    index,
    inverse,
    kron,
    matrix,
    natural,
    ne,
    real,
    total,
    tr,
    vec,
    vector,
    zeros,
)  # fmt: skip
from symproof.statement import prop
from symproof.term import Term
from symproof.writers.python_source import PythonSource
from tests.yardstick.claims import Claim, claims
from tests.yardstick.statements import statement

n, m, k = natural("n", at_least=1), natural("m"), index("k")
A, B, C = matrix("A", n), matrix("B", n), matrix("C", (n, m))
x, y = column("x", n), column("y", n)
v, t = vector("v"), real("t")


def read_back(term: Term) -> object:
    """The value of what is written, among the letters that it declares."""
    source = PythonSource()
    text = source.write(term)
    names = dict(vars(symproof))
    for line in source.declarations():
        exec(line, names)
    return eval(text, names)


@pytest.mark.parametrize("claim", claims(), ids=str)
def test_a_right_claim_is_read_back(claim: Claim) -> None:
    said = statement(claim)

    assert said is not None
    for each in (*said.given, said.claim):
        assert prop(read_back(each)) == each


@pytest.mark.parametrize(
    "term",
    [
        eq(inverse(A) @ A, identity(n)),
        eq(A**3 @ x - t * y, -(B @ x)),
        ne(det(A @ B) + tr(C @ C.T), t**2),
        eq(A @ adj(A), det(A) * identity(n)),
        eq(block([[A, zeros((n, m))], [C.T, identity(m)]]).T, block([[A.T, C], [zeros((m, n)), identity(m)]])),
        eq(vec(A @ B), kron(B.T, A) @ vec(hadamard(identity(n), A))),
        eq(gradient(tr(x.T @ A @ x), x), (A + A.T) @ x),
        eq(matrix("S", cyclic(n), lambda i, j: t) @ identity(cyclic(n)), zeros(cyclic(n))),
        eq(v, 0),
        eq(total(binomial(n, k) * factorial(k), k, 0, n), t),
    ],
    ids=str,
)
def test_what_is_said_of_matrices_and_binomials_is_read_back(term: Term) -> None:
    assert read_back(term) == term
