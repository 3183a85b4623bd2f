"""Verdicts on the lines of short documents: each pair is a line that is right and its neighbour that is not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import Answered, answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.judgement.meant import unsaid
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.judgement.throughout import for_each_index
from symproof.statement import each, eq
from symproof.symbols import natural, real, sequence
from tests.document_says import tells


def answered(text: str) -> tuple[Answered, ...]:
    return answer_document(document_of(text.encode(), "markdown"), {}, budget=0.3).steps


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


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Twice a number plus three is the number minus one, so we get $2x + 3 = x - 1$.", ["unknown"]),
        ("The area is twice the perimeter, so $xy = 4(x + y)$.", ["unknown"]),
        ("So $(a + b)^2 = a^2 + b^2$.", ["refuted"]),
        ("Simplify: $(x + 3)^2 = x^2 + 9$.", ["refuted"]),
        ("Let $u = x^2$. Then $u^2 - 5u + 4 = 0$.", ["unknown"]),
        ("Let $u + v = 6$ and $u - v = 2$. Hence $v = 2$.", ["proved"]),
        ("Let $u + v = 6$ and $u - v = 2$. Hence $v = 3$.", ["refuted"]),
        ("For $x \\ge -1$ and $n \\in \\mathbb{N}$, $(1 + x)^n \\ge 1 + n x + 1$.", ["refuted"]),
        ("With $w = 2 - 0.3 = 1.8$.", ["refuted"]),
    ],
)
def test_an_identity_with_a_slip_is_told_from_an_equation(text: str, verdict: list[str]) -> None:
    assert verdicts(text) == verdict


def test_values_of_a_letter_in_formulas_side_by_side_are_alternatives() -> None:
    assert verdicts("Solve $x^2 = 9$.\n\nSo $x = 3$ or $x = -3$.") == ["proved"]
    assert verdicts("Solve $x^2 = 9$.\n\nSo $x = 3$ or $x = 4$.") == ["refuted"]
    assert verdicts("Solve $(x + 3)^2 = 4$.\n\n$$x + 3 = \\pm 2$$") == ["proved"]
    assert verdicts("Solve $(x + 3)^2 = 4$.\n\n$$x + 3 = \\pm 4$$") == ["refuted"]


def test_equations_under_each_other_are_a_system_and_a_line_under_an_equation_is_not() -> None:
    assert verdicts("$$x + 2y = 8$$\n$$3x - y = 3$$\n\nHence $x = 2$ and $y = 3$.") == ["proved", "proved"]
    assert verdicts("Solve $x^2 - 4x = 1$.\n\n$$x^2 - 4x + 4 = 1$$") == ["refuted"]


def test_what_a_derivative_is_said_to_be_is_a_claim() -> None:
    assert verdicts("Let $h(x) = \\sin(3x)$. Then $h'(x) = 3\\cos(3x)$ and $h'(0) = 3$.") == ["proved", "proved"]
    assert verdicts("Let $h(x) = \\sin(3x)$. Then $h'(x) = \\cos(3x)$ and $h'(0) = 1$.") == ["refuted", "refuted"]


def test_a_function_is_defined_anew_in_another_item_and_a_probability_is_none() -> None:
    text = "1. Let $f(x) = x^2$. Then $f(2) = 4$.\n2. $f(x) = x^3$. Then $f(2) = 8$."
    assert verdicts(text) == ["proved", "proved"]
    assert "refuted" not in verdicts("We have $P(A) = \\frac{1}{6}$ and $P(B) = \\frac{1}{3}$.")


def test_a_slip_in_the_middle_of_a_chain_does_not_prove_the_link_after_it() -> None:
    """From a = m, which nobody has proved, and a = b would follow m = b."""
    text = (
        r"It follows that $w^* = w_t - \frac1\lambda \nabla f(w_t)$ with $\eta = 1/\lambda$. We have $\|w^* - w_t\|^2 = "
        r"\frac{1}{\lambda}\|\nabla f(w_t)\|^2 = \frac{1}{\lambda^2}\|\nabla f(w_t)\|^2$."
    )
    verdicts = [each.judged.verdict for each in answer_document(document_of(text.encode(), "markdown"), {}).steps]

    assert "proved" not in verdicts


RULE = r"Let $p$ and $q$ be real numbers and $y_{t+1} = y_t - s h_t$. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RULE + r"$$\frac{p^2}{s} + s q^2 \ge 2 p q.$$", "unknown"),
        (RULE + r"with $s > 0$ $$\frac{p^2}{s} + s q^2 \ge 2 p q.$$", "proved"),
        (RULE + r"with $s > 0$ $$\frac{p^2}{s} + s q^2 \ge 3 p q.$$", "refuted"),
        (r"Let $p + q = 1$. Then $p^2 \le p$.", "refuted"),  # the hypothesis speaks of both, and p = 2 is meant too
    ],
)
def test_that_a_rule_has_a_number_in_it_says_nothing_of_its_sign(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected


def test_a_point_that_fails_is_looked_at_again_under_more_hypotheses() -> None:
    """Where they hold there, the claim is refuted without a search; where they do not, it is asked about anew."""
    p = real("p")
    settler = Settler(budget=2.0)
    first = settler(p**2 >= p)

    assert settler(p**2 >= p, [p > 0]).at is first.at
    assert settler(p**2 >= p, [p >= 1]).status == "proved"
    assert settler(p**2 >= p, [p >= -1, p < 0]).status == "proved"


def test_where_a_proof_counts_the_cheap_engines_are_asked_and_what_is_known_is_not_asked_again() -> None:
    x, y, n = real("x"), real("y"), natural("n")
    settler, given = Settler(budget=4.0), (eq(x, y + 1), eq(y, 2 * x - 4))

    assert settler.proves(x * y <= 6, given).status == "proved"
    assert settler.proves(x * y <= 5, given).status == "refuted"
    assert settler.proves(3**n >= n**3 - 6, ()).status == "unknown"  # by induction, which takes its time
    asked = len(settler.known)
    assert settler(x * y <= 6, given).status == settler.proves(x * y <= 6, given).status == "proved"
    assert len(settler.known) == asked + 1  # what is known for the whole budget


def test_what_proved_lines_give_at_once_is_not_looked_for_without_them() -> None:
    text = "Suppose $a > 0$ and $b = a^2 + a$. Then $b > a$.\n\nHence $b + c^2 > a$.\n\nHence $b + c > a$.\n"
    steps = answered(text)

    assert [each.judged.verdict for each in steps if ">" in each.step.latex][-3:] == ["proved", "proved", "unknown"]


def test_a_line_holds_for_each_index_of_which_only_another_letter_speaks() -> None:
    k, y, c = natural("k"), real("y"), real("c")
    a = sequence("a")
    line = a[k + 1] <= a[k]
    assert for_each_index(line, [eq(y, a[k + 1])]) == each(k, line)
    assert for_each_index(line, [eq(y, a[k + 1]), y <= c]) is None  # of which something else is said
    assert for_each_index(line, [eq(c, a[k]), eq(y, k)]) == each(k, line)
    assert for_each_index(line, [a[k] >= c]) is None


DESCENT = r"""Let $f$ be convex and differentiable, $n \geq 1$ an integer and $\eta > 0$, and let
$x_{t+1} = x_t - \eta \nabla f(x_t)$ with $x_1 = 0$.

$$\frac{1}{n} \sum_{t=1}^n (f(x_t) - f(u)) \le \frac{1}{n} \sum_{t=1}^n \langle \nabla f(x_t), x_t - u \rangle$$

$$\frac{1}{n} \sum_{t=1}^n (f(x_t) - f(u)) \le \frac{\|u\|^2}{2 \eta n} + \frac{\eta}{2n} \sum_{t=1}^n \|\nabla f(x_t)\|^2$$

$$\frac{1}{n} \sum_{t=1}^n (f(x_t) - f(u)) \le \frac{\|u\|^2}{\eta n} + \frac{\eta}{2n} \sum_{t=1}^n \|\nabla f(x_t)\|^2$$

$$\frac{1}{n} \sum_{t=1}^n (f(x_t) - f(u)) \le \frac{\|u\|^2}{4 \eta n} + \frac{\eta}{2n} \sum_{t=1}^n \|\nabla f(x_t)\|^2$$
"""


def test_what_is_left_after_a_proved_line_that_begins_alike_is_asked_first() -> None:
    """The line has a value wherever its hypotheses hold, so it serves for all values; a smaller bound is refuted all the same."""
    steps = answer_document(document_of(DESCENT.encode(), "markdown"), {}, budget=3).steps
    assert [each.judged.verdict for each in steps] == ["proved", "proved", "proved", "refuted"]
    assert steps[2].judged.by == "evident, after line 6"


def test_a_sequence_is_told_by_its_first_member_and_a_rule_for_the_next() -> None:
    """Without the first, the text may say in words where it begins."""
    steps = answer_document(
        document_of(DESCENT.replace(" with $x_1 = 0$", "").encode(), "markdown"), {}, budget=1
    ).steps
    assert "refuted" not in [each.judged.verdict for each in steps]


def test_an_open_line_on_a_derivative_says_that_nothing_gives_it() -> None:
    """What an equation has on both sides is not given by it; once another one gives it, it is no longer missing."""
    rate, u = real(r"\partial g/\partial u"), real("u")
    claim = eq(rate * u, 1)
    assert unsaid(claim, ()) == unsaid(claim, [eq(rate, rate * 1)]) == f"nothing above says what {rate} is"
    assert unsaid(claim, [eq(rate, 2 * u)]) == unsaid(claim, [rate > 0]) == unsaid(eq(u, 1), ()) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"For $|q| < 1$ we have $\frac{1-q^{n+1}}{1-q} \to \frac{1}{1-q}$.", "proved"),
        (r"For $|q| < 1$ we have $\frac{1-q^{n+1}}{1-q} \to \frac{q}{1-q}$.", "refuted"),
        (r"For $|q| \le 1$ we have $\frac{1-q^{n+1}}{1-q} \to \frac{1}{1-q}$.", "not understood"),
        (r"For $-1 < q \le \frac12$ we have $n^2 q^n \to 0$.", "proved"),
        (r"For $-1 \le q \le \frac12$ we have $n^2 q^n \to 0$.", "not understood"),
        (r"For $|q| < 1$ we have $q^n \to 0$.", "proved"),
        (r"For $|q| < 1$ we have $q^n \to 1$.", "refuted"),
        (r"For $|q| < 1$ we have $q^{-n} \to 0$.", "not understood"),
        (r"We have $\frac{a n + 1}{2 n} \to \frac{a}{2}$.", "proved"),
        (r"For $a > 0$ we have $a^{1/n} \to 1$.", "proved"),
        (r"For $a > 0$ we have $\sqrt[n]{a} \to a$.", "unknown"),
        (r"For $a > 0$ we have $\sqrt[n]{a} \to 0$.", "refuted"),
        (r"For $|q| < 1$ we have $q^{1/n} \to 1$.", "not understood"),
        (r"We have $a_n + n \to a$.", "not understood"),
    ],
)
def test_an_index_that_the_limit_has_not_goes_to_infinity(text: str, told: str) -> None:
    assert verdicts(text) == [told]


def test_of_values_side_by_side_of_which_one_follows_the_other_is_none() -> None:
    """With both left by what is given, they are what a letter may be."""
    assert verdicts("If $y = \\frac12 (y + \\frac2y)$ then $y^2 = 2$ and $y^2 = 3$.")[-1] != "proved"
    assert verdicts("Let $z = 3$. Then $z^2 = 9$ and $z^2 = 8$.") == ["unknown"]
    tells("Solve $x^4 - 5x^2 + 4 = 0$. We get $x^2 = 1$ and $x^2 = 4$.", "p")
