r"""Answers to the same problem set by other hands: lines that were called wrong and are right, each beside one with a slip."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of


def verdicts(text: str, kind: str = "markdown") -> list[str]:
    answer = answer_document(document_of(text.encode(), kind), {}, budget=1.5, second_reader=False)
    return [each.judged.verdict for each in answer.steps]


DISTANCES = r"""Let $f$ be convex and differentiable, $\eta > 0$.

## 1

So the method is $w_{t+1} = w_t - \eta \nabla f(w_t)$.

## 2

Put $d_t := \|w_t - w^*\|$ and $g_t := \nabla f(w_t)$. Then

$$d_{t+1}^2 = d_t^2 - SLIP\eta \langle g_t, w_t - w^* \rangle + \eta^2 \|g_t\|^2.$$

"""


@pytest.mark.parametrize("more", ["", r"With steps $\eta_t = \frac{c}{\sqrt{t}}$ one does better."])
def test_a_step_size_is_the_same_letter_in_a_part_that_also_has_a_sequence_of_its_name(more: str) -> None:
    assert verdicts(DISTANCES.replace("SLIP", "2") + more) == ["proved"]


def test_a_name_for_members_says_nothing_of_the_next_ones() -> None:
    r"""d_{t+1} is \|w_{t+1} - w^*\|, of which nothing is known before the rule for w is given."""
    (found,) = verdicts(DISTANCES.replace("SLIP", "2").replace("w_{t+1} = w_t - \\eta \\nabla f(w_t)", "w_t"))
    assert found == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$\sigma' = \sigma(1 - \sigma)$ and $\sigma'' = \sigma'(1 - 2\sigma)$", ["proved", "proved"]),
        (r"$\sigma' = \sigma(1 + \sigma)$ and $\sigma'' = \sigma'(1 - \sigma)$", ["refuted", "refuted"]),
        (r"$\sigma(1 - \sigma(0)) = \sigma(\frac12)$", ["proved"]),
    ],
)
def test_a_function_before_brackets_with_itself_in_them_is_a_factor(text: str, expected: list[str]) -> None:
    assert verdicts(r"Let $\sigma(x) = \frac{1}{1 + e^{-x}}$. Then " + text + ".") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"To halve this we need $\sqrt{T} \ge 20$, i.e. $T \ge 400$.", ["proved"]),
        (r"To halve this we need $\sqrt{T} \ge 20$, i.e. $T \ge 200$.", ["refuted"]),
        (r"Halving this requires $T = 400$, since $\frac{10}{\sqrt{T}} = \frac12$.", ["proved"]),
        (r"Halving this requires $T = 900$, since $\frac{10}{\sqrt{T}} = \frac12$.", ["refuted"]),
        (r"Hence $T \ge 200$.", ["refuted"]),
    ],
)
def test_what_a_number_has_to_be_for_something_is_said_of_another_one(text: str, expected: list[str]) -> None:
    assert verdicts(r"For $T = 100$ we get $\frac{10}{\sqrt T} = 1$. " + text) == ["proved", *expected]
