"""Verdicts on the lines of short documents: each pair is a line that is right and its neighbour that is not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import Answered, answer_document
from symproof.readers.document.document import document_of


def answered(text: str) -> tuple[Answered, ...]:
    return answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0).steps


def verdicts(text: str) -> list[str]:
    return [each.judged.verdict for each in answered(text)]


def test_an_equation_that_is_written_again_follows_from_itself() -> None:
    assert verdicts("Solve $3(x-2)=2x+5$.\n\n$$3(x-2)=2x+5$$\n\n$$x=11$$") == ["proved", "proved"]
    assert verdicts("Solve $3(x-2)=2x+5$.\n\n$$3(x-2)=2x+6$$") == ["refuted"]


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        (r"15\% \text{ of } 80 = 12", "proved"),
        (r"15\% \text{ of } 80 = 13", "refuted"),
        (r"\frac{2}{3} \text{ of } 60 = 40", "proved"),
        (r"17 \text{ mod } 5 = 2", "not understood"),
        (r"7 \div 2 = 3 \text{ remainder } 1", "not understood"),
        (r"2/3 \approx 66.7\%", "proved"),
        (r"2/3 \approx 67.7\%", "refuted"),
        (r"2/3 = 66.7\%", "proved"),
        (r"\frac{2}{3} = \frac{67}{100}", "refuted"),
        (r"\$3.50 \times 4 = \$14.00", "proved"),
        (r"\$3.50 \times 4 = \$13.00", "refuted"),
    ],
)
def test_percentages_prices_and_words_between_terms(formula: str, verdict: str) -> None:
    assert verdicts(f"${formula}$") == [verdict]


def test_a_colon_between_terms_makes_no_relation_of_its_right_side() -> None:
    assert verdicts("$7 : 2 = 3.5$") == ["proved"]
    assert verdicts("$7 : 2 = 4.5$") == ["refuted"]
    assert set(verdicts("$a : b = 3.5$")) == {"not understood"}


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        (r"-3x > 9 \iff x < -3", "proved"),
        (r"-3x > 9 \iff x > -3", "refuted"),
        (r"x^2 = 4 \implies x = 2", "refuted"),
        (r"x = 2 \implies x^2 = 4", "proved"),
        (r"x = 2 \iff x^2 = 4", "refuted"),
        (r"x = 2 \impliedby x^2 = 4", "refuted"),
        (r"x^2 = 4 \impliedby x = 2", "proved"),
        (r"x^2 = 3x \iff x = 3", "refuted"),
        (r"\sqrt{x+3} = x - 3 \implies x + 3 = (x - 3)^2", "proved"),
        (r"\sqrt{x+3} = x - 3 \iff x + 3 = (x - 3)^2", "refuted"),
        (r"x > 2 \implies x^2 > 4", "proved"),
        (r"x < 2 \implies x^2 < 4", "refuted"),
        (r"x + y = 5, \; x - y = 1 \implies x = 3", "proved"),
    ],
)
def test_what_an_arrow_leads_from_is_a_condition_and_what_it_leads_to_must_follow(formula: str, verdict: str) -> None:
    assert verdicts(f"${formula}$") == [verdict]


def test_what_was_found_of_one_equation_is_no_lemma_for_another_exercise() -> None:
    text = "Solve $2x = 22$.\n\n$$x = 11$$\n\n## B\n\nExpand: $(x + 3)^2 = x^2 + 9$"
    *_, last = answered(text)
    assert last.judged.verdict == "refuted"
    assert verdicts("Solve $2x = 22$.\n\n$$x = 11$$\n\n## B\n\n1. $x^2 = 121$\n2. $3x = 33$")[1:] == ["unknown"] * 2


def test_a_fraction_is_simplified_where_it_has_a_value() -> None:
    (step,) = answered(r"Simplify $\frac{x^2-1}{x-1} = x+1$.")
    assert (step.judged.verdict, step.judged.under) == ("proved", ("x - 1 != 0, where it has a value",))
    assert verdicts(r"Simplify $\frac{x^2-1}{x-1} = x-1$.") == ["refuted"]
    assert verdicts(r"$\sqrt{-1 - x^2} = \sqrt{-1 - x^2}$") == ["unknown"]
