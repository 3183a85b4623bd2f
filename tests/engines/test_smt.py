"""Lowering to SMT-LIB: z3 proves what is true, and does not prove the neighbour that is false."""

from __future__ import annotations

import time
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from symproof import (
    and_,
    by,
    cyclic,
    delta,
    each,
    eq,
    exists,
    exp,
    function,
    grad,
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
    nonzero,
    norm,
    not_,
    or_,
    positive,
    prove,
    rational,
    real,
    sequence,
    sigma,
    sin,
    sqrt,
    total,
    vector,
    vectors,
)
from symproof.doors.worker import Worker
from symproof.engines.oracles.smt import SmtAnswer, ask, lower, lowering
from symproof.errors import UnknownOperator
from symproof.statement import Prop, Statement
from symproof.term import Variable

if TYPE_CHECKING:
    from collections.abc import Iterator

x, y, z = real("x"), real("y"), real("z")
eta, lam = positive(r"\eta"), nonzero(r"\lambda")
m, n, T = integer("m"), natural("n"), natural("T")
t = index("t")
u, v, w = vectors("u v w")
a, s, c = sequence("a"), sequence("s", of=positive), sequence("c", of=natural)
g, iterates = sequence("g", of=vector), sequence(r"\mathbf{w}", of=vector)
f = function("f")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


def answer(worker: Worker, claim: Prop, *given: Prop) -> SmtAnswer:
    return ask(Statement(given, claim), seconds=20, worker=worker)


TRUE: dict[str, tuple[Prop, ...]] = {
    "the square of a difference": (x**2 + y**2 >= 2 * x * y,),
    "a quartic": (x**4 - 4 * x + 3 >= 0,),
    "three means": (x**3 + y**3 + z**3 >= 3 * x * y * z, x >= 0, y >= 0, z >= 0),
    "means with a root": (sqrt(x * y) <= (x + y) / 2, x >= 0, y >= 0),
    "a quotient that has a value": (eq(x / x, 1),),
    "a negative power": (eq(x**-2 * x**2, 1), x > 0),
    "a fractional power": (eq((x ** rational("1/2")) ** 2, x), x > 0),
    "zero to the zero": (eq((x - x) ** 0, 1),),
    "a symbolic power": (x**n + 1 > x**n,),
    "a declared sign": (eta + 1 > 1,),
    "a declared nonzero": (lam**2 > 0,),
    "Cauchy-Schwarz": (inner(u, v) <= norm(u) * norm(v),),
    "the triangle": (norm(u + v) <= norm(u) + norm(v),),
    "Young": (2 * inner(u, v) <= eta * norm(u) ** 2 + norm(v) ** 2 / eta,),
    "an expanded square": (
        eq(norm(w - u - eta * v) ** 2, norm(w - u) ** 2 - 2 * eta * inner(w - u, v) + eta**2 * norm(v) ** 2),
    ),
    "an update": (
        eq(
            norm(iterates[n + 1] - u) ** 2,
            norm(iterates[n] - u) ** 2 - 2 * eta * inner(iterates[n] - u, v) + eta**2 * norm(v) ** 2,
        ),
        eq(iterates[n + 1], iterates[n] - eta * v),
    ),
    "equal vectors": (eq(u, w), eq(u, v), eq(v, w)),
    "vectors divided": (eq(u / lam * lam, u),),
    "a vector that is not zero": (norm(u) > 0, ne(u, 0)),
    "parity": (ne(2 * n, 7),),
    "integers have gaps": (n >= 3, n > 2),
    "a natural": (n >= 0,),
    "absolute values": (abs(x + y) <= abs(x) + abs(y),),
    "the larger and the smaller": (eq(maximum(x, y) + minimum(x, y), x + y),),
    "a range": (and_(exp(x) > 0, sigma(x) < 1, sin(x) <= 1),),
    "an opaque sum": (total(a[t], t, 1, T) + 1 > total(a[t], t, 1, T),),
    "members have signs": (s[n] + c[n] > 0,),
    "values of a function": (f(u) <= f(w), f(u) <= f(v), f(v) <= f(w)),
    "a gradient": (
        f(u) - f(v) <= norm(u - v) * norm(grad(f)(u)),
        f(u) - f(v) <= inner(grad(f)(u), u - v),
    ),
    "Kronecker's delta": (eq(delta(m) * m, 0),),
    "a constant": (rational("1/3") < rational("1/2"),),
    "both ways": (iff(x**2 >= y**2, abs(x) >= abs(y)),),
    "a case distinction": (or_(x >= y, y >= x),),
    "a claim for each": (each(x, x**2 >= 0),),
    "a claim for each in a range": (each(t, t**2 >= t, 1, T),),
    "a claim for each of a letter that is free too": (each(x, or_(x >= 1, x < 1)), x > 1),
    "a conjunction of hypotheses": (x > 0, and_(x > y, y > 0)),
    "a hypothesis holds only where it has a value": (ne(x, 0), 1 / x < y),
    "the logarithm of a hypothesis has a value": (x > 0, log(x) < y),
}
FALSE: dict[str, tuple[Prop, ...]] = {
    "the square of a difference": (x**2 + y**2 >= 3 * x * y,),
    "a quartic": (x**4 - 4 * x + rational("29/10") >= 0,),
    "three means": (x**3 + y**3 + z**3 >= 3 * x * y * z, x >= 0, y >= 0),
    "means with a root": (sqrt(x * y) < (x + y) / 2, x >= 0, y >= 0),
    "a quotient": (eq(x / x, 2), x > 0),
    "a negative power": (eq(x**-2 * x, 1), x > 0),
    "a fractional power": (eq(x ** rational("1/2"), x), x > 0),
    "a symbolic power": (x**n > 0, x > 0),
    "a sign that was not declared": (x + 1 > 1,),
    "Cauchy-Schwarz": (inner(u, v) < norm(u) * norm(v),),
    "the triangle": (norm(u + v) < norm(u) + norm(v),),
    "an expanded square": (
        eq(norm(w - u - eta * v) ** 2, norm(w - u) ** 2 - eta * inner(w - u, v) + eta**2 * norm(v) ** 2),
    ),
    "equal vectors": (eq(u, w), eq(u, v)),
    "a vector that may be zero": (norm(u) > 0,),
    "reals have no gaps": (x >= 3, x > 2),
    "an integer may be negative": (m >= 0,),
    "absolute values": (abs(x + y) >= abs(x) + abs(y),),
    "a range": (exp(x) > 1,),
    "two opaque sums": (eq(total(a[t], t, 1, T), total(a[t], t, 1, T + 1)),),
    "the sign of other members": (a[n] > 0, s[n] > 0),
    "both ways": (iff(eq(x**2, y**2), eq(x, y)),),
    "a denominator of one branch says nothing of the others": (and_(implies(ne(x, 0), eq(x / x, 1)), ne(x, 0)),),
    "nor in a disjunction": (or_(eq(x / x, 2), ne(x, 0)),),
    "a claim for each of a letter that is free too": (each(x, x >= 1), x > 1),
    "a claim for each in a range": (each(t, t >= 1, 0, T),),
}


@pytest.mark.parametrize("name", TRUE)
def test_z3_proves_what_is_true(worker: Worker, name: str) -> None:
    claim, *given = TRUE[name]

    found = answer(worker, claim, *given)

    assert found.status == "proved", found.reason
    assert found.solver.startswith("z3 ")
    assert found.skipped == ()


@pytest.mark.parametrize("name", FALSE)
def test_z3_does_not_prove_what_is_false(worker: Worker, name: str) -> None:
    claim, *given = FALSE[name]

    assert answer(worker, claim, *given).status == "model"


def test_a_model_gives_values_to_the_scalar_letters(worker: Worker) -> None:
    found = answer(worker, x + 2 * n > y, x > 2, n >= 2, eq(y, 7))

    assert set(found.model) == {x, y, n}
    assert found.model[y] == 7
    assert not found.model[x] + 2 * found.model[n] > 7
    assert found.model[n].denominator == 1


def test_a_letter_that_the_model_does_not_need_has_a_value_of_its_domain(worker: Worker) -> None:
    found = answer(worker, x > 0, eq(eta, eta), eq(lam, lam), n >= 0)

    assert found.model[eta] > 0
    assert found.model[lam] != 0
    assert found.model[n] >= 0


def test_quantified_hypotheses_are_left_out_and_named(worker: Worker) -> None:
    positive_members = each(t, a[t] > 0)

    needless = answer(worker, x**2 >= 0, positive_members)
    needed = answer(worker, a[n] > 0, positive_members)

    assert (needless.status, needless.skipped) == ("proved", (positive_members,))
    assert (needed.status, needed.skipped) == ("model", (positive_members,))


def test_an_extra_fact_is_used(worker: Worker) -> None:
    statement = Statement((), a[n] > 0)

    found = ask(statement, 20, extra_facts=[a[n] > 0], worker=worker)

    assert found.status == "proved"


i = index("i", over=cyclic(natural("k", at_least=1)))


@pytest.mark.parametrize(
    ("claim", "named"),
    [
        (minimizer(0, x**2, x), "Minimizer"),
        (exists(x, x > 0), "Exists"),
        (not_(each(x, x > 0)), "Each"),
        (x**y > 0, "symbolic power"),
        (x**1000 >= 0, "large power"),
        (eq(i, i + 1), "= between"),
        (eq(matrix("A", 2), matrix("B", 2)), "= between"),
    ],
)
def test_a_claim_without_an_smt_form_is_unknown_and_says_what(worker: Worker, claim: Prop, named: str) -> None:
    found = answer(worker, claim)

    assert found.status == "unknown"
    assert named in found.reason
    with pytest.raises(UnknownOperator, match=named):
        lower(Statement((), claim), defined=True)


def test_a_hypothesis_without_an_smt_form_lends_no_conditions() -> None:
    """`1/x` has been written when `y**y` is refused: that x is not zero must not stay behind."""
    lowered = lowering(Statement((eq(1 / x, y**y),), ne(x, 0)), defined=True)

    assert len(lowered.skipped) == 1
    assert lowered.text.count("assert") == 1


def test_lowering_needs_the_word_that_the_claim_has_a_value() -> None:
    with pytest.raises(ValueError, match="show first that it has a value"):
        lower(Statement((), eq(x / x, 1)), defined=False)


def test_the_text_says_what_its_constants_are() -> None:
    text = lower(Statement((x > 0,), eta * x > 0), defined=True)

    assert text == (
        "(set-logic QF_NRA)\n"
        "(declare-const x0 Real) ; eta\n"
        "(declare-const x1 Real) ; x\n"
        "(assert (> x0 0.0))\n"
        "(assert (not (> (* x0 x1) 0.0)))\n"
        "(assert (> x1 0.0))\n"
    )


def test_a_name_cannot_break_out_of_its_comment(worker: Worker) -> None:
    sly = Variable("x\n(assert false)")  # which `real` refuses

    assert answer(worker, sly > 0).status == "model"


def test_the_time_is_kept(worker: Worker) -> None:
    p, q, r = integer("p"), integer("q"), integer("r")
    began = time.monotonic()

    found = ask(Statement((p > 2, q > 2, r > 2), ne(p**3 + q**3, r**3)), 0.3, worker=worker)

    assert found.status == "unknown"
    assert time.monotonic() - began < 3


def test_a_model_that_is_not_exact_is_still_only_a_model(worker: Worker) -> None:
    found = answer(worker, ne(x**2, 2))

    assert found.status == "model"
    assert found.model[x] ** 2 != 2
    assert abs(found.model[x] ** 2 - 2) < Fraction(1, 1000)


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (ne(x, 0), implies(x > 0, eq(1 / x, y))),
        (x >= 0, implies(x > 1, eq(sqrt(x), y))),
        (x > 0, implies(x > 1, eq(log(x), y))),
        (ne(x, 0), iff(x > 0, and_(x > 0, eq(1 / x, y)))),
        (ne(x, 0), not_(and_(x > 0, eq(1 / x, y)))),
        (implies(implies(ne(x, 0), eq(1 / x, y)), ne(x, 0)), eq(y, y)),
    ],
    ids=str,
)
def test_what_stands_behind_a_premise_has_no_value_where_the_premise_fails(
    worker: Worker, claim: Prop, given: Prop
) -> None:
    """Such a hypothesis holds at x = 0; that x is not 0, or x >= 0 or x > 0, was asserted all the same, and z3 proved the claim."""
    assert answer(worker, claim, given).status == "model"
    assert prove(claim, given=[given], by=by.z3).status == "refuted"


def test_where_the_premise_holds_its_conclusion_has_a_value(worker: Worker) -> None:
    assert answer(worker, ne(x, 0), implies(y > 0, eq(1 / x, y)), y > 0).status == "proved"
    assert answer(worker, x >= 0, or_(x > 1, eq(sqrt(x), y))).status == "proved"
