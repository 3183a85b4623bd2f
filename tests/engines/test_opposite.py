"""Refutations that rest on a proof, too: claims "there is ..." that no value meets, by their opposite at a point; and bounds of
sequences, by one that stronger hypotheses define. Each beside claims that must not be refuted."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from symproof import (
    Prop,
    Proved,
    Refuted,
    and_,
    each,
    eq,
    exists,
    exp,
    index,
    integer,
    natural,
    ne,
    nonnegative,
    or_,
    positive,
    prove,
    real,
    sequence,
    sqrt,
)
from symproof.engines.deadline import Deadline
from symproof.engines.search import Search
from symproof.engines.stages import STAGES
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import NotAFailure
from symproof.kernel import confirm, disprove, weaken
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
b, k, w = nonnegative("b"), index("k"), sequence("w")
ROOT = exists(t, eq(t**2, a))
STEPPING, ROOTED = (each(k, eq(w[k + 1] - w[k], 2 * k + 1)),), (each(k, eq(w[k + 1], sqrt(w[k]))),)
FALLING = (each(k, w[k + 1] <= w[k] - 1),)
RISING = (each(k, w[k] < w[k + 1]),)
SHRINKING = (each(k, w[k + 1] <= b * w[k]), each(k, w[k] >= 0))

ROWS: list[tuple[Prop, tuple[Prop, ...], str]] = [
    (ROOT, (), "refuted"),
    (ROOT, (eq(a**2, 9),), "refuted"),
    (ROOT, (a >= 0,), "proved"),
    (exists(t, and_(t > a, t < a)), (), "refuted"),
    (exists(t, eq(exp(t), -5)), (), "refuted"),
    (exists(q, eq(q**2, 50)), (), "refuted"),
    (exists(t, eq(t**2 + t + 3, a)), (), "refuted"),
    (exists(q, eq(q**2, 49)), (), "proved"),
    (exists(q, and_(q > 0, eq(q**2 + q, 12))), (), "proved"),
    (or_(ROOT, a < -2), (), "refuted"),
    (or_(ROOT, a < 0), (), "proved"),
    (exists(t, eq(sqrt(t), -1)), (), "unknown"),
    (exists(t, eq(1 / a, t)), (eq(a, 0),), "unknown"),
    (w[m] <= w[0] - 2 * m, FALLING, "refuted"),
    (w[m] <= w[0] - m, FALLING, "proved"),
    (w[m] <= 5, RISING, "refuted"),
    (w[m + 2] < w[m], RISING, "refuted"),
    (w[m] < w[m + 2], RISING, "proved"),
    (w[m] >= 0, (each(k, w[k] > w[k + 1]),), "refuted"),
    (w[m] <= b ** (m + 1) * w[0], SHRINKING, "refuted"),
    (w[m] <= b**m * w[0], SHRINKING, "proved"),
    (w[m] <= 1 / (m + 2), (each(k, w[k] <= 1 / (k + 1)),), "refuted"),
    (w[m] <= 1, (each(k, w[k] <= 1 / (k + 1)),), "proved"),
    (eq(w[m], m**2 + m), (*STEPPING, eq(w[0], 0)), "refuted"),
    (eq(w[m], m**2), (*STEPPING, eq(w[0], 0)), "proved"),
    (eq(w[m], 1 / (m + 2)), (each(k, eq(w[k + 1], w[k] / (1 + w[k]))), eq(w[0], 1), each(k, w[k] > 0)), "refuted"),
    (w[m] <= 3, (*ROOTED, eq(w[0], 4)), "refuted"),
    (w[m] <= 4, (*ROOTED, eq(w[0], 4)), "proved"),
    (w[m] <= 0, (each(k, eq(w[k + 1], sqrt(w[k]) - 1)), eq(w[0], 1)), "unknown"),  # there is none: 1, 0, -1, and an end
    (w[m] <= 0, (each(k, eq(w[k + 1], 1 / (w[k] - 1))), eq(w[0], 2)), "unknown"),  # 2, 1, and an end
]


@pytest.mark.parametrize(("claim", "given", "status"), ROWS, ids=str)
def test_it_is_seen_whether_it_holds(claim: Prop, given: tuple[Prop, ...], status: str) -> None:
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


def test_the_kernel_asks_for_each_hypothesis_to_follow() -> None:
    defined = each(k, eq(w[k + 1], w[k] - 1))
    claim = w[m] <= w[0] - 2 * m
    found = prove(claim, given=[defined])
    assert isinstance(found, Refuted)
    falls, cited = (prove(FALLING[0], given=[given]) for given in (defined, FALLING[0]))
    assert isinstance(falls, Proved) and isinstance(cited, Proved)
    assert weaken(Statement(FALLING, claim), found, [falls]).status == "refuted"
    grows = each(k, w[k + 1] >= w[k])
    others: list[tuple[Statement, list[Proved]]] = [
        (Statement(FALLING, claim), []),  # nothing is proved
        (Statement((grows,), claim), [falls]),  # another hypothesis is
        (Statement((*FALLING, grows), claim), [falls]),  # one of two
        (Statement(FALLING, w[m] <= w[0]), [falls]),  # another claim
        (Statement(FALLING, claim), [cited]),  # under other hypotheses
    ]
    for statement, proofs in others:
        with pytest.raises(Rejected):
            weaken(statement, found, proofs)
    with pytest.raises(Rejected):
        weaken(Statement(FALLING, claim), falls, [falls])  # type: ignore[arg-type]
    with pytest.raises(NotAFailure):
        confirm(Statement(FALLING, claim), found.point or Point({}))


def test_a_point_is_a_refutation_where_the_hypotheses_hold_and_the_claim_fails() -> None:
    """Claims "there is t with t**2 + x + c <= 0" at small points, some of which no letter may take: of each the truth is known."""
    rnd, proof = random.Random(3), ct.Meaning(ct.Evident())
    p = positive("p")
    values = {a: (-2, 0, 1, Fraction(1, 2)), m: (-1, 0, 1, Fraction(1, 2)), p: (-1, 0, 1, Fraction(1, 2))}
    found = set()
    for _ in range(40):
        at = {letter: Fraction(rnd.choice(choice)) for letter, choice in values.items()}
        x, y, c = rnd.choice([a, m, p]), rnd.choice([a, m, p]), rnd.randint(-1, 2)
        statement = Statement((y < 1,), exists(t, t * t + x + c <= 0))
        legal = (at[m] in (0, 1) or m not in (x, y)) and (at[p] > 0 or p not in (x, y))
        wanted = legal and at[y] < 1 and at[x] + c > 0
        try:
            refuted = disprove(statement, Point({x: at[x], y: at[y]}), proof).status == "refuted"
        except (Rejected, NotAFailure, SymproofError):
            refuted = False
        assert refuted == wanted, (statement, at)
        found.add(refuted)
    assert found == {True, False}
