"""Expectations are linear and nothing more is known of them; what would need a distribution is not proved, nor refuted."""

from __future__ import annotations

import pytest

from symproof import Proved, prove
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.known.gate import Said, why_not
from symproof.readers.document.steps.walk import read_steps
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, Reading, resolve_statement
from symproof.statement import Each, Prop
from tests.document_says import verdicts
from tests.kernel_says import settled


def claim(latex: str) -> Prop:
    context = Context()
    formula = parse(latex)
    context.survey([formula])
    outcome = resolve_statement(formula.clauses[0], context)
    assert isinstance(outcome, Reading)
    assert isinstance(outcome.term, Prop)
    return outcome.term


@pytest.mark.parametrize(
    "latex",
    [
        r"\mathbb{E}[aX + bY + c] = a\mathbb{E}[X] + b\mathbb{E}[Y] + c",
        r"\operatorname{Var}(X) = \mathbb{E}[X^2] - (\mathbb{E}[X])^2",
        r"\operatorname{Var}(aX + b) = a^2 \operatorname{Var}(X)",
        r"\operatorname{Var}(X - Y) = \operatorname{Var}(X) + \operatorname{Var}(Y) - 2\operatorname{Cov}(X, Y)",
        r"\operatorname{Cov}(X, Y)^2 \le \operatorname{Var}(X) \operatorname{Var}(Y)",
        r"\mathbb{E}[X]^2 \le \mathbb{E}[X^2]",
        r"\mathbb{E}\|g - \mathbb{E}[g]\|^2 = \mathbb{E}\|g\|^2 - \|\mathbb{E}[g]\|^2",
        r"\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[X]",
        r"\mathbb{E}[a\mathbb{E}[X \mid Y] + Y] = a\mathbb{E}[X] + \mathbb{E}[Y]",
        r"\mathbb{E}[\mathbb{E}[X \mid Y] \mid Y] = \mathbb{E}[X \mid Y]",
        r"\mathbb{E}[aX + bZ + c \mid Y] = a\mathbb{E}[X \mid Y] + b\mathbb{E}[Z \mid Y] + c",
        r"\mathbb{E}[g(Y) X + Y^2 \mid Y] = g(Y) \mathbb{E}[X \mid Y] + Y^2",
        r"\mathbb{E}[X Z Y \mid Y] = Y \mathbb{E}[Z X \mid Y]",
        r"\operatorname{Cov}(X, Y) = \mathbb{E}[XY] - \mathbb{E}X\,\mathbb{E}Y",
        r"\mathbb{E}[\operatorname{Var}(Z \mid Y)] = \mathbb{E}[Z^2] - \mathbb{E}[\mathbb{E}[Z \mid Y]^2]",
        r"\operatorname{Var}(Z) = \operatorname{Var}(\mathbb{E}[Z \mid Y]) + \mathbb{E}[\operatorname{Var}(Z \mid Y)]",
        r"\operatorname{Var}(2aX - b \mid Y) = 4a^2 \operatorname{Var}(X \mid Y)",
        r"\operatorname{Var}(X - Y \mid Y) = \operatorname{Var}(X \mid Y)",
        r"\operatorname{Cov}(X, aZ \mid Y) = a \operatorname{Cov}(X, Z \mid Y)",
        r"\mathbb{E}[3 X_{n+1} - 2 \mid X_n] = 3 \mathbb{E}[X_{n+1} \mid X_n] - 2",
        r"\operatorname{Var}(X^2) = \mathbb{E}[(X^2)^2] - (\mathbb{E}[X^2])^2",
        r"\operatorname{Cov}(X^2, Y) = \mathbb{E}[X^2 Y] - \mathbb{E}[X^2] \mathbb{E}[Y]",
        r"P(A \cup B) = P(A) + P(B) - P(A \cap B)",
        r"P(A \mid B) P(B) = P(B \mid A) P(A)",
        r"\mathbb{E}[1_{A \cup B}] = P(A) + P(B) - \mathbb{E}[\mathbf{1}_{A \cap B}]",
        r"\mathbb{E}[\mathbb{1}_{X > s}] = 1 - P(X \le s)",
        r"P(X > t) = 1 - P(X \le t)",
        r"p(u \mid v) p(v) = p(v \mid u) p(u)",
        r"\int_0^1 (a f(x) - b g(x)) \, dx = a \int_0^1 f(y) \, dy - b \int_0^1 g(x) \, dx",
        r"\int_0^1 q(x) \log (c e^{x} q(x)) \, dx = \int_0^1 x q(x) \, dx + \int_0^1 q(x) \log (c q(x)) \, dx",
    ],
)
def test_what_holds_for_every_distribution_is_proved(latex: str) -> None:
    assert isinstance(prove(claim(latex), budget=10.0), Proved)


@pytest.mark.parametrize(
    "latex",
    [
        r"\mathbb{E}[XY] = \mathbb{E}[X]\mathbb{E}[Y]",
        r"\mathbb{E}[X^2] = \mathbb{E}[X]",
        r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)",
        r"\operatorname{Var}(aX) = a \operatorname{Var}(X)",
        r"\mathbb{E}[X^3] = \mathbb{E}[X]^3",
        r"\mathbb{E}[X \mid Y] = \mathbb{E}[X]",
        r"\mathbb{E}[X \mid Y] = X",
        r"\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[X \mid Y]",
        r"\mathbb{E}[\mathbb{E}[X \mid Y] \mid Z] = \mathbb{E}[X \mid Z]",
        r"\mathbb{E}[X Z \mid Y] = X \mathbb{E}[Z \mid Y]",
        r"\mathbb{E}[X Z \mid Y] = \mathbb{E}[X \mid Y] \mathbb{E}[Z \mid Y]",
        r"\mathbb{E}[X^2 \mid Y] = \mathbb{E}[X \mid Y]^2",
        r"\mathbb{E}[\mathbb{E}[X \mid Y]^2] = \mathbb{E}[X]^2",
        r"\operatorname{Var}(Z \mid Y) = \operatorname{Var}(Z)",
        r"\operatorname{Var}(aX \mid Y) = a \operatorname{Var}(X \mid Y)",
        r"\operatorname{Var}(X + Z \mid Y) = \operatorname{Var}(X \mid Y) + \operatorname{Var}(Z \mid Y)",
        r"\operatorname{Var}(Z) = \mathbb{E}[\operatorname{Var}(Z \mid Y)]",
        r"\operatorname{Var}(X^2) = \mathbb{E}[(X^2)^2] - \mathbb{E}[X]^2",
        r"P(A \cap B) = P(A) P(B)",
        r"P(A \cup B) = P(A) + P(B)",
        r"\mathbb{E}[1_{A \cup B}] = P(A) + P(B)",
        r"p(u \mid v) p(v) = p(u)",
        r"D(p \| q) = D(q \| p)",
        r"r(s, t) = r(t, s)",
        r"\int_0^1 f(x)^2 \, dx = \left(\int_0^1 f(x) \, dx\right)^2",
    ],
)
def test_what_holds_for_some_distributions_is_neither_proved_nor_refuted(latex: str) -> None:
    statement = claim(latex)

    assert not isinstance(settled(statement, budget=0.5), Proved)
    assert "nothing says what" in why_not(
        statement, (), (), Said(universal=True, chain=True, claims=True, concluded=True)
    )


@pytest.mark.parametrize("body", [r"\int_0^1 e^{-a x^2} \, dx", r"\mathbb{E}[|X - a|]"])
def test_nothing_is_put_in_for_a_letter_under_an_integral_or_a_mean(body: str) -> None:
    """The body of the function is a letter that would stay as it is: F(1) - F(2) would be -1."""
    context = Context.from_table({"define": [f"F(a) = a + {body}"]})

    assert "known only at its own letters" in str(resolve_statement(parse("F(1) - F(2) = -1").clauses[0], context))
    assert isinstance(resolve_statement(parse("F(a) - a = b").clauses[0], context), Reading)


def test_what_an_expectation_goes_over_is_no_number() -> None:
    """It is an index in the sum, and so a whole number: it had been taken for its own mean."""
    text = (
        r"$$\mathbb{E}_x[x] = \sum_x x P(x) = 0 \cdot \frac13 + 1 \cdot \frac23 = \frac23$$ $$\mathbb{E}[x] = \frac23$$"
    )

    assert verdicts(text)[-1] == "not understood"


def test_what_is_said_for_all_values_is_not_said_so_of_a_letter_with_one_in_its_name() -> None:
    text = r"Suppose that $r(s, t) \le s$ for all real $s$. Then $$r(s, t) \le s - 1$$"
    (step,) = read_steps(document_of(text.encode(), "markdown"), {}).steps

    assert not any(isinstance(fact.prop, Each) for fact in step.given)
