"""What a document says, step by step: misreadings that must not become verdicts."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import Answer, answer_document
from symproof.readers.document.finding.document import document_of


def answer(text: str) -> Answer:
    return answer_document(document_of(text.encode(), "markdown"), budget=0.3)


@pytest.mark.parametrize(
    "text",
    [
        "Let $f(x, y) = x y$. Then $$\\frac{\\partial f(1, 2)}{\\partial x} = 2$$",
        "Let $F(u) = w^2 + 1$. Then $$F'(u) = 2 w$$",
        "$$x^2 = 4$$",
        "Suppose $x > 3$. Solve $y^2 = y$.",
        "It is not true that $1 + 1 = 3$.",
        "We need $\\epsilon < 1$ and $n \\ge 10$.",
    ],
)
def test_what_is_no_false_claim_is_not_refuted(text: str) -> None:
    assert answer(text).count("refuted") == 0


@pytest.mark.parametrize(
    "text", ["So $1 + 1 = 3$.", "Expand: $$(a + b)^2 = a^2 + b^2$$", "Solve $x^2 = 4$. So\n\n$$x = 2$$\n"]
)
def test_a_slip_is_refuted(text: str) -> None:
    assert answer(text).count("refuted") == 1


def test_hypotheses_that_contradict_each_other_prove_nothing() -> None:
    verdicts = [each.judged.verdict for each in answer("Suppose $x > 1$ and $x < 0$. Then $1 = 2$ and $x = 5$.").steps]

    assert "proved" not in verdicts
