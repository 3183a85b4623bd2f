"""The kernel: sealed verdicts, certificates as data, tampering, chains, points."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from symproof import (
    adj,
    column,
    cyclic,
    delta,
    derivative,
    det,
    each,
    eq,
    implies,
    index,
    inner,
    integer,
    inverse,
    log,
    matrix,
    minimizer,
    natural,
    ne,
    norm,
    positive,
    real,
    sequence,
    sqrt,
    total,
    tr,
    vectors,
)  # fmt: skip
from symproof import statement as st
from symproof.engines.portfolio import settle
from symproof.evaluation.evaluate import NotAFailure
from symproof.kernel import check, compose, confirm
from symproof.point import Point
from symproof.statement import Prop, Statement
from symproof.term import ONE, Number
from symproof.trusted import certificate as ct
from symproof.trusted.defined import needed
from symproof.trusted.rejected import Rejected
from symproof.verdict import Proved, Refuted

x, y, p = real("x"), real("y"), positive("p")
t, T, a = index("t"), natural("T"), sequence("a")
u, v, w = vectors("u v w")
n = natural("n", at_least=1)
Z = cyclic(n)
b = sequence("b", over=Z)
S, C = matrix("S", Z, lambda i, j: delta(i - j - 1)), matrix("C", Z, lambda i, j: b[i - j])
A, B, r, s, m = matrix("A", n), matrix("B", n), column("r", n), column("s", n), integer("m")

PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq((x + y) ** 2, x**2 + 2 * x * y + y**2), ()),
    (x**2 + y**2 >= 2 * x * y, ()),
    (x < 3, (x < y, y <= 3)),
    (eq(x / x, 1), (ne(x, 0),)),
    (eq(total(a[t + 1] - a[t], t, 1, T), a[T + 1] - a[1]), ()),
    (eq(a[T], 2**T), (each(t, eq(a[t + 1], 2 * a[t])), eq(a[0], 1))),
    (minimizer(v, p * norm(u - v) ** 2, u, unique=True), ()),
    (inner(u, v) <= norm(u) * norm(v), ()),
    (eq(S @ C, C @ S), ()),
    (abs(x + y) <= abs(x) + abs(y), ()),
]


def proved(claim: Prop, given: tuple[Prop, ...]) -> Proved:
    """The verdict, which is known to be a proof."""
    verdict = settle(Statement(given, claim), advise=False)
    assert isinstance(verdict, Proved), verdict.reason
    return verdict


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_a_certificate_is_data_and_proves_again(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = proved(claim, given)
    assert verdict.certificate is not None

    read = ct.loads(ct.dumps(verdict.certificate))

    assert read == verdict.certificate
    assert check(verdict.statement, read).trusts == frozenset()


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_a_certificate_proves_nothing_else(claim: Prop, given: tuple[Prop, ...]) -> None:
    certificate = proved(claim, given).certificate
    assert certificate is not None

    for false in (eq(x, x + 1), x**2 > x, norm(u) > 0, eq(a[T], 0), eq(S, C)):
        with pytest.raises(Rejected):
            check(Statement(given, false), certificate)


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_tampering_proves_nothing_false(claim: Prop, given: tuple[Prop, ...]) -> None:
    """A changed certificate is refused, or proves the same true statement in another way; it never fails otherwise."""
    statement = Statement(given, claim)
    data = ct.to_data(proved(claim, given).certificate)
    refused = accepted = 0

    for changed in tampered(data):
        try:
            check(statement, ct.from_data(changed))
            accepted += 1
        except (Rejected, ValueError, TypeError, AttributeError, KeyError):
            refused += 1

    assert refused + accepted >= (1 if data != ["Evident"] and data != ["Combination", {"t": []}, {"t": []}] else 0)


def tampered(data: Any) -> Iterator[Any]:
    """The data with one leaf changed."""
    match data:
        case list():
            for k, item in enumerate(data):
                yield from ([*data[:k], changed, *data[k + 1 :]] for changed in tampered(item))
        case {"t": list(items)}:
            for k, item in enumerate(items):
                yield from ({"t": [*items[:k], changed, *items[k + 1 :]]} for changed in tampered(item))
        case {"q": str(number)}:
            yield {"q": str(Fraction(number) + 1)}
        case int():
            yield data + 1
        case str():
            yield data + "x"


class TestVerdictsAreSealed:
    def test_nobody_else_makes_one(self) -> None:
        for kind in (Proved, Refuted):
            with pytest.raises(TypeError, match="only the kernel"):
                kind(Statement((), eq(x, y)))

    def test_one_is_not_copied_pickled_or_changed(self) -> None:
        verdict = proved(eq(x + x, 2 * x), ())

        for copied in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError, match="not copied"):
                copied(verdict)
        with pytest.raises(AttributeError, match="final"):
            verdict.statement = Statement((), eq(x, y))

    def test_one_is_not_cast_to_bool(self) -> None:
        with pytest.raises(TypeError, match="three values"):
            bool(proved(eq(x + x, 2 * x), ()))


class TestChains:
    def test_links_compose(self) -> None:
        first, second = proved(x < x + 1, ()), proved(x + 1 <= x + 2, ())

        assert compose(Statement((), x < x + 2), [first, second]).trusts == frozenset()

    def test_links_that_do_not_join_or_say_less_give_nothing(self) -> None:
        first, second = proved(x < x + 1, ()), proved(x + 1 >= x, ())

        for claim in (x < x, x <= x, eq(x, x)):
            with pytest.raises(Rejected):
                compose(Statement((), claim), [first, second])
        with pytest.raises(Rejected):
            compose(Statement((x > 0,), x < x + 1), [first])


class TestRules:
    def test_a_weight_must_have_a_value(self) -> None:
        """1/x times (x = 0) would prove anything."""
        piece = ct.Piece(ONE / x, (0,))

        with pytest.raises(Rejected, match="not known to have a value"):
            check(Statement((eq(x, 0),), eq(1, 0)), ct.Combination((piece,)))

    def test_a_weight_must_have_its_sign(self) -> None:
        with pytest.raises(Rejected, match="not known to be >= 0"):
            check(Statement((x >= 0,), x * y >= 0), ct.Combination((ct.Piece(y, (0,)),)))

    def test_a_telescope_needs_a_range_that_is_not_emptier_than_empty(self) -> None:
        total_ = total(a[t + 1] - a[t], t, 5, T)
        certificate = ct.Telescoped(total_, a[t], ct.Evident(), ct.Combination((ct.Piece(ONE, (0,)),)))

        with pytest.raises(Rejected, match="needs 5 <= T"):
            check(Statement((), eq(total_, a[T + 1] - a[5])), certificate)

    def test_induction_starts_where_the_letter_starts(self) -> None:
        with pytest.raises(Rejected, match="starts at 2"):
            check(Statement((), T >= 2), ct.Induction(T, 2, ct.Evident(), ct.Evident()))
        with pytest.raises(Rejected, match="no induction over n from 0"):
            check(Statement((), n >= 0), ct.Induction(n, 0, ct.Evident(), ct.Evident()))

    def test_an_instance_is_in_its_range(self) -> None:
        given = (each(t, a[t] >= 0, 1, T),)

        with pytest.raises(Rejected, match="needs"):
            check(Statement(given, a[0] >= 0), ct.Instance(0, Number(Fraction(0)), ct.Evident()))

    def test_an_oracle_and_an_assumption_are_labelled(self) -> None:
        claim = Statement((), st.relation("<=", x, y))

        assert check(claim, ct.Oracle("z3")).trusts == {"z3"}
        assert check(claim, ct.Assumed("by inspection")).trusts == {"assumed: by inspection"}

    def test_a_lemma_brings_its_trust_and_its_hypotheses(self) -> None:
        lemma = check(Statement((x > 0,), eq(y, 5)), ct.Assumed("told so"))
        cited = ct.Cited(0, (), (ct.Evident(),), ct.Evident())

        assert check(Statement((x > 1,), eq(y, 5)), cited, lemmas=[lemma]).trusts == {"assumed: told so"}
        with pytest.raises(Rejected):
            check(Statement((), eq(y, 5)), cited, lemmas=[lemma])


class TestPoints:
    def test_a_point_refutes_where_the_claim_is_false(self) -> None:
        verdict = confirm(Statement((x > 0,), x > 1), Point({x: Fraction(1, 2)}))

        assert verdict.status == "refuted"
        assert verdict.reason == "left - right = -1/2"

    @pytest.mark.parametrize("at", [Fraction(-1), Fraction(2)])
    def test_not_where_a_hypothesis_fails_or_the_claim_holds(self, at: Fraction) -> None:
        with pytest.raises(NotAFailure):
            confirm(Statement((x > 0,), x > 1), Point({x: at}))

    def test_not_where_the_claim_has_no_value(self) -> None:
        with pytest.raises(NotAFailure):
            confirm(Statement((), eq(x / x, 1)), Point({x: Fraction(0)}))


def test_two_numbers_that_differ_are_in_order_one_way_or_the_other() -> None:
    """x != y gives x < y or x > y, and each alternative its own fact and no other."""
    claim = Statement((ne(x, y), x >= y), x > y)
    below = ct.Absurd(ct.Combination((ct.Piece(ONE, (1,)), ct.Piece(ONE, (2,)))))

    assert check(claim, ct.Alternatives(0, (below, ct.Evident()))).status == "proved"
    for proofs in ((ct.Evident(), ct.Evident()), (below,), (below, below), (ct.Evident(), below)):
        with pytest.raises(Rejected):
            check(Statement((ne(x, y), x >= y - 1), x > y), ct.Alternatives(0, proofs))


def test_an_equation_is_no_alternative() -> None:
    with pytest.raises(Rejected):
        check(Statement((eq(x, y),), x < y + 1), ct.Alternatives(0, (ct.Evident(), ct.Evident())))


class TestValued:
    """What holds has a value: the needs of a hypothesis that is a relation are facts."""

    @pytest.mark.parametrize(
        ("given", "claim"),
        [
            (eq(y / x, 2), ne(x, 0)),
            (sqrt(x) >= 1, x >= 0),
            (eq(log(x), y), x > 0),
            (eq(1 / sqrt(x), y), ne(sqrt(x), 0)),
            (ne(x ** Fraction(1, 3), 2), x > 0),
            (eq((1 / x) * v, v), ne(x, 0)),
            (st.Not(eq(y / x, 2)), ne(x, 0)),  # a negation has a value where what it denies has one
            (eq(r, inverse(A + B) @ s), ne(det(A + B), 0)),
            (eq(tr(inverse(A) @ B), y), ne(det(A), 0)),
            (eq((x / y) * A.T, B), ne(y, 0)),
            (eq(A**m @ r, s), st.Or((m >= 0, ne(det(A), 0)))),
        ],
        ids=str,
    )
    def test_a_relation_gives_what_its_sides_need(self, given: Prop, claim: Prop) -> None:
        certificate = ct.Valued(0, ct.Evident())

        assert check(Statement((given,), claim), certificate).trusts == frozenset()
        assert check(Statement((given,), claim), ct.loads(ct.dumps(certificate))).trusts == frozenset()
        assert isinstance(settle(Statement((given,), claim)), Proved)

    @pytest.mark.parametrize(
        "given",
        [
            implies(eq(y / x, 2), y > 0),
            implies(y > 0, eq(y / x, 2)),
            st.Or((y > 0, eq(y / x, 2))),
            each(t, eq(y / x, a[t]), 1, T),
        ],
        ids=str,
    )
    def test_a_part_of_something_else_gives_nothing(self, given: Prop) -> None:
        with pytest.raises(Rejected):
            check(Statement((given,), ne(x, 0)), ct.Valued(0, ct.Evident()))

    @pytest.mark.parametrize("given", [implies(y > 0, eq(y / x, 2)), each(t, eq(y / x, 2), 1, T)], ids=str)
    def test_what_is_not_asked_may_lack_a_value(self, given: Prop) -> None:
        """With y = -1, or with T = 0, they hold at x = 0."""
        assert isinstance(settle(Statement((given,), ne(x, 0))), Refuted)

    @pytest.mark.parametrize(
        ("given", "claim"),
        [
            (eq(y / x, 2), x > 0),
            (sqrt(x) >= 0, x > 0),
            (eq(total(1 / x, t, 1, T), 2), ne(x, 0)),
            (eq(x**2, y), x > 0),
            (eq(x**y, 4), x > 0),  # with 2 put for y it holds at x = -2
            (eq(r, inverse(A + B) @ s), ne(det(A), 0)),
            (eq(r, adj(A) @ s), ne(det(A), 0)),
            (eq(A**2 @ r, s), ne(det(A), 0)),
        ],
        ids=str,
    )
    def test_it_gives_no_more(self, given: Prop, claim: Prop) -> None:
        with pytest.raises(Rejected):
            check(Statement((given,), claim), ct.Valued(0, ct.Evident()))

    def test_a_derivative_needs_less_than_is_asked_for_it(self) -> None:
        assert needed(eq(derivative(abs(x), x), 1)) == ()

    def test_there_must_be_such_a_fact(self) -> None:
        for number in (-1, 1):
            with pytest.raises(Rejected, match=f"fact {number} is no relation"):
                check(Statement((eq(y / x, 2),), ne(x, 0)), ct.Valued(number, ct.Evident()))
