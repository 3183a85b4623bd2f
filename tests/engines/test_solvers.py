"""A solver's word on a whole statement: labelled, for what has a value, and for nothing that exact evaluation denies."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import assumed, eq, integer, ne, nonnegative, or_, prove, real
from symproof.engines import portfolio
from symproof.engines.deadline import Deadline
from symproof.engines.oracles import solvers
from symproof.engines.oracles.smt import SmtAnswer
from symproof.engines.portfolio import STAGES
from symproof.engines.search import Search
from symproof.kernel import check, facts_of
from symproof.statement import And, Prop, Statement
from symproof.verdict import Proved
from tests.kernel_says import settled

x, y = real("x"), real("y")
a, b = integer("a"), integer("b")
TRUE = SmtAnswer("proved", solver="z3 of a test")


def believed(given: tuple[Prop, ...], claim: Prop) -> Proved | None:
    """What the kernel makes of the solver's word."""
    search = Search(Deadline.now().after(2), STAGES[0])
    found = solvers.by_word(search, facts_of(given), claim, TRUE)
    return None if found is None else check(Statement(given, claim), found)


def test_the_word_is_labelled() -> None:
    verdict = believed((), eq(x, 0))

    assert verdict is not None
    assert verdict.trusts in ({"z3"}, {"z3 and cvc5"})


def test_the_claim_must_have_a_value() -> None:
    """To z3, x/x is a number at 0 too."""
    assert believed((), eq(x / x, 1)) is None
    assert believed((), or_(eq(y, 1), eq(x / x, 1))) is None
    assert believed((x * y > 2,), eq(x / x, 1)) is not None


def test_alternatives_are_asked_for_together() -> None:
    """That a = 1 is not so, and that a = 2 is not so either."""
    claim = or_(And((eq(a, 1), eq(b, 2))), And((eq(a, 2), eq(b, 1))))

    assert prove(claim, given=[a >= 0, b >= 0, eq(a * b, 2)]).status == "proved"
    assert settled(claim, given=[a >= 0, b >= 0, eq(a * b, 3)]).status == "refuted"


def test_a_model_refutes_where_exact_evaluation_says_so() -> None:
    claim = Statement((eq(3 * x + y, 7), eq(x - y, 1)), ne(x, 2))
    refuted = solvers.at_model(claim, solvers.asked_late(claim, 40, None))

    assert refuted is not None
    assert refuted.point is not None
    assert refuted.point.values == {x: 2, y: 1}
    assert solvers.at_model(claim, SmtAnswer("model", {x: Fraction(2), y: Fraction(3)})) is None  # no such hypotheses


def test_what_is_proved_by_an_engine_rests_on_no_solver() -> None:
    p, q = nonnegative("p"), nonnegative("q")

    assert prove((p + q) ** 3 >= 27 * p * q * (p + q) / 9).trusts == frozenset()


def test_a_model_that_comes_late_refutes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no point was seen, and the short question was not answered."""
    monkeypatch.setattr(portfolio, "_by_point", lambda *_, **__: None)
    monkeypatch.setattr(solvers, "asked_early", lambda *_: None)

    assert settled(x * y <= 5, given=[x >= 2, y >= 2], budget=2).status == "refuted"


def test_nobody_may_assume_what_fails_at_a_point() -> None:
    assert prove(x**2 >= x, by=assumed("a book")).status == "refuted"
    assert prove(x**2 >= 2 * x - 1, by=assumed("a book")).trusts == {"assumed: a book"}
