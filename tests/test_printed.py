"""Numbers as printed: the digits that are proved, those that are refuted, and what they should have been."""

from __future__ import annotations

from fractions import Fraction as Q

import pytest

from symproof import Prop, approx, derivative, eq, exp, log, ne, prove, rational, real, sin, sqrt
from symproof.errors import SortError
from symproof.kernel import check
from symproof.printed import Approx, read_digits, rounded_like
from symproof.statement import Relation, Statement
from symproof.term import ScalarLike, scalar
from symproof.trusted.certificate import Enclosed, Meaning, dumps, loads
from symproof.trusted.enclosure import enclosed
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from symproof.writers.latex import latex
from tests.kernel_says import settled

x, y = real("x"), real("y")


@pytest.mark.parametrize(
    ("term", "digits"),
    [
        (exp(exp(1) + exp(4)) + sin(exp(1) + exp(4)), "7.802e24"),
        (exp(4), "54.598"),
        (exp(4), "5.4598e1"),
        (exp(4), "55"),
        (sin(exp(1) + exp(4)), "0.6945"),
        (-sqrt(10), "-3.16"),
        (scalar(100), "100"),
        (scalar(95), "1e2"),
        (scalar(1), "1.0e0"),
        (rational("1/2"), "0"),  # in the middle, either neighbour may be printed
        (rational("1/2"), "1"),
        (sqrt(2) ** 2 / 4, "1"),  # the middle again, which no enclosure tells: the normal form does
        (log(exp(2) - 1), "1.8546"),
    ],
)
def test_right_digits_are_proved_by_the_kernel_alone(term: ScalarLike, digits: str) -> None:
    verdict = prove(approx(term, digits))

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())


@pytest.mark.parametrize(
    ("term", "digits", "right"),
    [
        (exp(4), "54.599", "54.598"),
        (exp(exp(1) + exp(4)), "8.012e24", "7.802e24"),
        (exp(exp(1) + exp(4)), "7.801e23", "7.802e24"),
        (-sqrt(10), "3.16", "-3.16"),
        (scalar(100), "101", "100"),
        (rational("9.996"), "9.99e0", "1.00e1"),
        (rational("9.996"), "9.99", "10.00"),
        (rational("0.00012"), "0.001", "0.000"),
        (scalar(0), "3e2", "0e2"),
    ],
)
def test_wrong_digits_are_refuted_and_the_right_ones_named(term: ScalarLike, digits: str, right: str) -> None:
    verdict = prove(approx(term, digits))

    assert verdict.status == "refuted"
    assert verdict.reason == f"{digits} should read {right}"


def test_one_more_digit_is_another_claim() -> None:
    """54.598 is right, 54.5980 is not: the value is 54.59815."""
    assert prove(approx(exp(4), "54.598")).status == "proved"
    assert settled(approx(exp(4), "54.5980")).status == "refuted"
    assert prove(approx(exp(4), "54.5982")).status == "proved"


def test_letters_may_have_their_values_from_hypotheses() -> None:
    given = [eq(x, 1), eq(Q(3, 2), y)]

    assert prove(approx(exp(x * y), "4.4817"), given=given).status == "proved"
    assert prove(approx(derivative(exp(x * y), x), "6.7225"), given=given).status == "proved"
    assert settled(approx(exp(x * y), "4.4818"), given=given).status == "refuted"
    assert settled(approx(exp(x * y), "4.4817"), given=given[:1]).status != "proved"


def test_printed_digits_as_a_hypothesis_are_an_interval() -> None:
    assert prove(x < 2, given=[approx(x, "1.5")]).status == "proved"
    assert prove(x <= rational("1.55"), given=[approx(x, "1.5")]).status == "proved"
    assert settled(x <= rational("1.54"), given=[approx(x, "1.5")]).status == "refuted"


def test_a_term_without_a_value_has_no_digits() -> None:
    verdict = prove(approx(log(-1), "1"))

    assert verdict.status == "unknown"
    assert verdict.reason.startswith("not known to be defined")


def test_arithmetic_on_printed_numbers_is_exact() -> None:
    quotient = (rational("8.012e24") - rational("7.802e24")) / rational("0.01")

    assert prove(eq(quotient, rational("2.1e25"))).status == "proved"
    assert settled(eq(quotient, rational("2.162e25"))).status == "refuted"


@pytest.mark.parametrize("digits", ["", "e5", "1,5", "0x10", "1.", ".5", "1e", "inf", "1e99999", " 1"])
def test_what_is_no_number_as_printed_is_refused(digits: str) -> None:
    with pytest.raises(SortError):
        approx(x, digits)


def test_a_float_is_refused_with_the_next_move() -> None:
    with pytest.raises(SortError, match="write approx"):
        approx(x, 54.6)  # type: ignore[arg-type]


def test_rounding_is_not_guessed() -> None:
    assert rounded_like("1.00", Q("1.114"), Q("1.116")) is None
    assert rounded_like("1.00", Q("1.116"), Q("1.118")) == "1.12"


def test_digits_are_read_with_the_unit_of_the_last() -> None:
    assert read_digits("-3.10") == (Q("-3.1"), Q("0.01"))
    assert read_digits("100") == (100, 1)
    assert read_digits("1.0e2") == (100, 10)


def test_as_latex_and_as_data() -> None:
    claim = approx(exp(4), "5.4598e1")

    assert latex(claim) == r"\exp(4) \approx 5.4598 \times 10^{1}"
    assert str(claim) == "exp(4) ~ 5.4598e1"
    assert loads(dumps(claim)) == claim
    assert claim != approx(exp(4), "54.598")  # though both stand for one interval


# The rule of evaluation ---------------------------------------------------------------------------


@pytest.mark.parametrize("claim", [exp(1) < 3, sqrt(2) + sqrt(3) > 3, sin(3) > 0, ne(log(2), 0)])
def test_a_relation_without_letters_is_evaluated(claim: Prop) -> None:
    verdict = prove(claim)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())


@pytest.mark.parametrize(
    ("given", "claim", "facts"),
    [
        ((), exp(scalar(1)) > 3, ()),  # false
        ((), x < x + 1, ()),  # a letter without a value
        ((eq(x, 1),), x < 2, ()),  # whose fact is not named
        ((x < 1,), x < 2, (0,)),  # or says no value
        ((eq(x, y),), x < 2, (0,)),
        ((), eq(exp(scalar(2)), exp(scalar(1)) ** 2), ()),  # equal irrational numbers never come apart
        ((), log(scalar(-1)) < 2, ()),  # without a value
        ((eq(x, 1),), x < 2, (7,)),  # no such fact
    ],
)
def test_what_evaluation_does_not_prove(given: tuple[Prop, ...], claim: Relation, facts: tuple[int, ...]) -> None:
    with pytest.raises(Rejected):
        check(Statement(given, claim), Enclosed(facts))


def test_only_relations_are_evaluated() -> None:
    with pytest.raises(Rejected, match="only relations"):
        enclosed(Facts(), approx(exp(4), "54.598"), ())


def test_a_certificate_of_other_digits_is_rejected() -> None:
    proof = prove(approx(exp(4), "54.598")).certificate
    assert isinstance(proof, Meaning)

    with pytest.raises(Rejected):
        check(Statement((), Approx(exp(4), "54.599")), proof)
