"""Checking derivations: verdicts of steps and of wholes, citations, expectations, and what a report says."""

from __future__ import annotations

import pytest

from symproof import (
    Derivation,
    assumed,
    calc,
    check,
    cite,
    cyclic,
    derivation,
    eq,
    matrix,
    natural,
    omitted,
    real,
    sequence,
    vector,
)
from symproof.errors import CitationCycle
from symproof.lemmas import Lemmas, find_circle
from symproof.statement import Statement
from symproof.verdict import Proved, Refuted, Unknown

x, y = real("x"), real("y")


@derivation
def square():
    """The square of a sum."""
    return calc((x + y) ** 2).eq(x**2 + 2 * x * y + y**2).eq(y**2 + x**2 + 2 * x * y, note="order does not matter")


@derivation
def slipped():
    return calc((x + y) ** 2).eq(x**2 + 2 * x * y + y**2).eq(x**2 + x * y + y**2).eq(x**2 + y * x + y**2)


@derivation
def owed():
    """Fermat's: true, and out of reach."""
    a, b, c = (natural(name, at_least=1) for name in "abc")
    return calc(a**4 + b**4).ne(c**4, by=omitted).eq(c**4 + 0)


# Verdicts -----------------------------------------------------------------------------------------


def test_a_step_is_settled_by_its_number() -> None:
    assert isinstance(Lemmas().step(square, 1), Proved)
    assert isinstance(Lemmas().step(slipped, 1), Refuted)
    assert Lemmas().step(slipped, 1).statement == Statement((), eq(x**2 + 2 * x * y + y**2, x**2 + x * y + y**2))


def test_a_whole_is_proved_by_the_kernel_when_all_its_steps_are() -> None:
    lemmas = Lemmas()

    whole, other = lemmas.whole(square), lemmas.whole(slipped)

    assert isinstance(whole, Proved)
    assert whole.statement == square.statement
    assert isinstance(other, Unknown)
    assert other.reason == "step 2 is not proved"


def test_what_is_settled_once_is_not_settled_again() -> None:
    lemmas = Lemmas()

    assert lemmas.step(square, 0) is lemmas.step(square, 0)
    assert lemmas.whole(square) is lemmas.whole(square)


# Citations ----------------------------------------------------------------------------------------


def citing(*lemmas: Derivation) -> Derivation:
    @derivation
    def user():
        return calc((x + y) ** 2).eq(y**2 + x**2 + 2 * x * y, by=cite(*lemmas))

    return user


def test_a_proved_derivation_may_be_cited() -> None:
    report = check(citing(square))

    assert report.ok
    assert (report.steps[0].by, report.steps[0].cites) == ("by square", (square.id,))


@pytest.mark.parametrize("lemma", [slipped, owed])
def test_what_is_not_proved_proves_nothing(lemma: Derivation) -> None:
    report = check(citing(lemma), budget=0.5)

    assert (report.ok, report.verdict) == (False, "unknown")
    assert report.steps[0].reason == f"cites {lemma.name}, which is not proved"


def test_a_derivation_that_cannot_be_built_proves_nothing() -> None:
    @derivation
    def broken():
        return calc(x).eq(1 / 0)

    report = check(citing(broken))

    assert report.steps[0].reason == "cites broken, which is not proved"


def test_what_a_lemma_rests_on_comes_along() -> None:
    @derivation
    def trusted():
        return calc((x + y) ** 2).eq(x**2 + 2 * x * y + y**2, by=assumed("Theorem 3"))

    @derivation
    def user():
        return calc((x + y) ** 2).eq(x**2 + 2 * x * y + y**2, by=cite(trusted)).eq(y**2 + 2 * x * y + x**2)

    report, alone = check(user), check(square)

    assert report.ok
    assert alone.ok
    assert report.trusts == ("assumed: Theorem 3",)
    assert alone.trusts == ()


@derivation
def hen():
    return calc(x).eq(x, by=cite(egg))


@derivation
def egg():
    return calc(x).eq(x).eq(x, by=cite(hen))


@derivation
def farmer():
    return calc(x).eq(x, by=cite(hen))


@derivation
def narcissus():
    return calc(x).eq(x + 1, by=cite(narcissus))


def test_a_circle_of_citations_is_refused_with_its_names() -> None:
    with pytest.raises(CitationCycle, match="hen cites egg cites hen"):
        Lemmas().step(hen, 0)
    with pytest.raises(CitationCycle, match="narcissus cites narcissus"):
        Lemmas().step(narcissus, 0)


def test_a_circle_is_an_error_at_the_step_that_leads_into_it() -> None:
    report, outside = check(egg), check(farmer)

    assert report.line == egg.steps[1].place.line
    assert "CitationCycle: egg cites hen cites egg" in report.error
    assert "hen cites egg cites hen" in outside.error
    assert not report.ok
    assert not outside.ok


def test_a_lemma_that_is_cited_twice_is_no_circle() -> None:
    top = citing(square, citing(square))

    assert find_circle(top) is None
    assert check(top).ok


# Reports ------------------------------------------------------------------------------------------


def test_a_report_says_what_was_checked() -> None:
    report = check(square)

    first, second = report.steps
    assert (report.verdict, report.ok, report.title, report.error) == ("proved", True, "The square of a sum.", "")
    assert (report.name, report.line, report.id) == ("square", square.line, square.id)
    assert (first.relation, first.left_latex, first.right_latex) == ("=", "(x + y)^{2}", "x^{2} + 2 x y + y^{2}")
    assert (first.line, first.source) == (square.line + 2, ".eq(x**2 + 2 * x * y + y**2)")
    assert second.note == "order does not matter"


def test_a_refuted_step_shows_the_point_and_the_difference() -> None:
    report = check(slipped)

    verdicts = [step.verdict for step in report.steps]
    assert (report.verdict, report.ok, verdicts) == ("refuted", False, ["proved", "refuted", "proved"])
    failing = report.steps[1]
    assert set(failing.point) == {"x", "y"}
    assert failing.difference == str(int(failing.point["x"]) * int(failing.point["y"]))


def test_all_failing_steps_are_reported_not_the_first_alone() -> None:
    @derivation
    def wrong():
        return calc(x).eq(x + 1).eq(x + 2).eq(x + 3)

    assert [step.verdict for step in check(wrong).steps] == ["refuted"] * 3


def test_a_known_error_is_as_expected_when_it_is_refuted() -> None:
    @derivation(expect="refuted")
    def slip():
        return eq(x, x + 1)

    @derivation(expect="refuted")
    def no_slip():
        return eq(x, x)

    assert (check(slip).verdict, check(slip).ok) == ("refuted", True)
    assert (check(no_slip).verdict, check(no_slip).ok) == ("proved", False)


def test_an_omitted_proof_that_is_not_found_is_as_expected() -> None:
    report = check(owed, budget=0.5)

    assert (report.expect, report.verdict, report.ok) == ("omitted", "unknown", True)
    assert [step.verdict for step in report.steps] == ["unknown", "proved"]
    assert report.steps[0].reason == "the proof is left out (by=omitted)"


def test_an_omitted_proof_that_is_found_is_a_mistake() -> None:
    @derivation
    def easy():
        return calc(x + x).eq(2 * x, by=omitted)

    report = check(easy)

    assert (report.expect, report.ok) == ("omitted", False)
    assert "take by=omitted away" in report.steps[0].reason


def test_an_omitted_proof_of_what_is_false_is_a_mistake() -> None:
    @derivation
    def wrong():
        return calc(x).eq(x + 1, by=omitted)

    report = check(wrong)

    assert (report.verdict, report.ok) == ("refuted", False)


def test_a_mistake_of_the_authors_is_an_error_with_its_place() -> None:
    @derivation
    def wrong():
        return (
            calc(x)
            .eq(x)
            .eq(vector("v"))
        )  # fmt: skip

    report = check(wrong)

    assert (report.verdict, report.ok, report.line) == ("unknown", False, wrong.line + 4)
    assert report.error == "SortError: v is a vector where a scalar is needed"


def test_a_mistake_of_ours_is_reported_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    from symproof.engines import portfolio

    def settle(statement, **rest):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(portfolio, "settle", settle)

    report = check(square)

    assert (report.verdict, report.ok) == ("unknown", False)
    assert report.steps[0].reason == "internal error, please report it: ZeroDivisionError: oops"


def test_letters_are_declared_in_the_report() -> None:
    n = natural("n", at_least=1)
    a = sequence("a", over=cyclic(n))
    law = matrix("C", cyclic(n), lambda i, j: a[i - j])

    @derivation(given=[x > 0])
    def circulant():
        return calc(law).eq(law)

    report = check(circulant)

    assert report.given_latex == ("x > 0",)
    assert len(report.defined_latex) == 1
    assert "C" in report.defined_latex[0]
    assert any("n" in phrase for phrase in report.declared)
