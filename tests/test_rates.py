"""Rates: what is O of what, with which constant, and the neighbours that are not."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    and_,
    big_o,
    each,
    eq,
    exp,
    log,
    natural,
    nonnegative,
    positive,
    prove,
    real,
    sequence,
    sin,
    sqrt,
    total,
)
from symproof.errors import SortError
from symproof.kernel import check
from symproof.rates import BigO
from symproof.statement import Statement
from symproof.term import ONE, scalar
from symproof.trusted.certificate import Rate, dumps, loads
from symproof.trusted.rejected import Rejected
from symproof.writers.latex import latex
from tests.kernel_says import settled

n, k, T = natural("n"), natural("k"), natural("T", at_least=1)
x, c = real("x"), real("c")
B, rho = positive("B"), positive(r"\rho")
a, b = sequence("a"), sequence("b", of=nonnegative)


@pytest.mark.parametrize(
    ("claim", "constant"),
    [
        (big_o(3 * n**2 + 5 * n, n**2, n), "8"),
        (big_o(3 * n**2 - 5 * n + 7, n**2, n), "15"),
        (big_o(5 * n**3 - 2 * n + 1, n**3, n), "8"),
        (big_o(n, n**2, n), "1"),
        (big_o(-n, n, n), "1"),
        (big_o(7, 1, n), "7"),
        (big_o(B * rho / sqrt(T), 1 / sqrt(T), T), "B*rho"),
        (big_o(1 / T, 1 / sqrt(T), T), "1"),
        (big_o(n * sin(n), n, n), "1"),
        (big_o(1 / (n + 1), 1 / n, n), "2"),
        (big_o(1 / n, 1 / (n + 1), n), "2"),
        (big_o(total(k, k, 1, n), n**2, n), "1"),
        (big_o(log(n), n, n), "1"),
        (big_o(x**2 + x, x**2, x), "2"),
        (big_o(x / (x + 1), 1, x), "2"),
    ],
    ids=str,
)
def test_a_rate_is_proved_with_its_constant(claim: BigO, constant: str) -> None:
    verdict = prove(claim)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())
    assert isinstance(verdict.certificate, Rate)
    assert str(verdict.certificate.constant) == constant


@pytest.mark.parametrize(
    ("given", "term"),
    [
        (each(T, and_(a[T] <= B * rho / sqrt(T), a[T] >= 0), 1), a[T]),
        (each(T, abs(a[T]) <= B * rho / sqrt(T), 1), a[T]),
        (each(T, b[T] <= B * rho / sqrt(T), 1), b[T]),
        (each(T, b[T] <= B * rho / sqrt(T), 1), 2 * b[T]),
    ],
    ids=str,
)
def test_the_constant_is_read_off_the_hypotheses(given: Prop, term: object) -> None:
    verdict = prove(big_o(term, 1 / sqrt(T), T), given=[given])

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (big_o(n**2, n, n), []),
        (big_o(exp(n), n, n), []),
        (big_o(1 / sqrt(T), 1 / T, T), []),
        (big_o(n, 1, n), []),
        (big_o(1 / T, 0, T), []),
        (big_o(n, -n, n), []),  # the bound is meant to be >= 0
        (big_o(a[T], 1 / sqrt(T), T), [each(T, a[T] <= B * rho / sqrt(T), 1)]),  # nothing holds it from below
        (big_o(n, c * n, n), []),  # c may be 0
        (big_o(1 / (n - n), n, n), []),  # without a value
        (big_o(a[T], 1 / sqrt(T), T), [eq(a[1], 0)]),
    ],
    ids=str,
)
def test_what_is_no_rate_is_not_proved(claim: BigO, given: list[Prop]) -> None:
    assert settled(claim, given=given, budget=0.5).status == "unknown"


def test_a_wrong_constant_is_rejected() -> None:
    claim = big_o(3 * n**2 + 5 * n, n**2, n)
    right = prove(claim).certificate
    assert isinstance(right, Rate)

    for constant, start in ((scalar(7), right.start), (right.constant, scalar(0))):
        with pytest.raises(Rejected):
            check(Statement((), claim), Rate(constant, start, right.proof))


def test_the_constant_may_not_depend_on_the_variable() -> None:
    claim = big_o(n**2, n, n)
    proof = prove(big_o(n, n, n)).certificate
    assert isinstance(proof, Rate)

    with pytest.raises(Rejected, match="may not depend"):
        check(Statement((), claim), Rate(n, ONE, proof.proof))


def test_a_variable_must_be_a_letter_that_grows() -> None:
    with pytest.raises(SortError):
        big_o(n, n, n + 1)


def test_as_text_latex_and_data() -> None:
    claim = big_o(a[T], 1 / sqrt(T), T)

    assert str(claim) == "a[T] = O(1/sqrt(T)) for large T"
    assert latex(claim) == r"a_{T} = O\left( \frac{1}{\sqrt{T}} \right) \quad (T \to \infty)"
    assert loads(dumps(claim)) == claim
    assert claim.free == {a}
