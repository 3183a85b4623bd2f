"""Claims "there is ..." that no value meets: the opposite is proved at a point; beside claims that must not be refuted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import Prop, and_, eq, exists, exp, integer, natural, ne, or_, real, sqrt
from symproof.engines.deadline import Deadline
from symproof.engines.search import Search
from symproof.engines.stages import STAGES
from symproof.evaluation.evaluate import NotAFailure
from symproof.kernel import disprove
from symproof.point import Point
from symproof.statement import Not, Statement
from symproof.substitution import substitute
from symproof.term import Number
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from tests.kernel_says import settled

a, m, t, q = real("a"), natural("m"), real("t"), integer("q")
ROOT = exists(t, eq(t**2, a))

ROWS: list[tuple[Prop, tuple[Prop, ...], str]] = [
    (ROOT, (), "refuted"),
    (ROOT, (eq(a**2, 9),), "refuted"),
    (ROOT, (a >= 0,), "proved"),
    (exists(t, and_(t > a, t < a)), (), "refuted"),
    (exists(t, eq(exp(t), -5)), (), "refuted"),
    (exists(q, eq(q**2, 50)), (), "refuted"),
    (exists(q, eq(q**2, 49)), (), "proved"),
    (exists(q, and_(q > 0, eq(q**2 + q, 12))), (), "proved"),
    (or_(ROOT, a < -2), (), "refuted"),
    (or_(ROOT, a < 0), (), "proved"),
    (exists(t, eq(sqrt(t), -1)), (), "unknown"),
    (exists(t, eq(1 / a, t)), (eq(a, 0),), "unknown"),
]


@pytest.mark.parametrize(("claim", "given", "status"), ROWS, ids=str)
def test_a_value_is_there_or_none_is(claim: Prop, given: tuple[Prop, ...], status: str) -> None:
    verdict = settled(claim, given=given, budget=0.5 if status == "unknown" else 5.0)
    assert verdict.status == status
    assert verdict.trusts == frozenset()


def opposite(claim: Prop, **values: int) -> Certificate:
    """A proof that there is no root of a negative number."""
    search = Search(Deadline.now().after(5), STAGES[0])
    found = search.prove(Facts(()), Not(substitute(claim, {a: Number(Fraction(values["a"]))})))
    assert found is not None
    return found


def test_the_kernel_asks_for_the_hypotheses_and_for_a_proof() -> None:
    proof, at = opposite(ROOT, a=-4), Point({a: Fraction(-4)})
    assert disprove(Statement((a < 0,), ROOT), at, proof).point == at
    with pytest.raises(NotAFailure):
        disprove(Statement((a > -3,), ROOT), at, proof)
    for point in (Point({a: Fraction(4)}), Point({}), Point({m: Fraction(-4)}), Point({a: sqrt(2)})):
        with pytest.raises((Rejected, NotAFailure)):
            disprove(Statement((), ROOT), point, proof)
    for wrong in (ct.Evident(), ct.Assumed("so it is")):
        with pytest.raises(Rejected):
            disprove(Statement((), exists(t, eq(t**3, a))), at, wrong)
    with pytest.raises(NotAFailure):  # no natural number is -4
        disprove(Statement((ne(a, 0),), and_(ROOT, m >= 0)), Point({a: Fraction(-4), m: Fraction(-4)}), proof)
